// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "app/off_thread.h"
#include "ui/ask_panel.h"
#include "ui/boxes_panel.h"
#include "ui/dropped_paths.h"
#include "ui/find_bar.h"
#include "ui/library_panel.h"
#include "ui/navigation_panel.h"
#include "ui/status_line.h"
#include "ui/text_panel.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"

#include <QBuffer>
#include <QCloseEvent>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kStripWidth = 152;
constexpr int kPanelWidth = 380;
constexpr QSize kFirstSize(1280, 860);

QByteArray encoded(const QImage& image) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG", 90); // little compression: it is only kept in memory
    return bytes;
}

} // namespace

MainWindow::MainWindow(app::AnalysisQueue& queue, app::Settings& settings, Prompts& prompts,
                       app::ModelLoader& modelLoader)
    : m_work({queue, settings, prompts, modelLoader}, *this)
    , m_splitter(new QSplitter(this))
    , m_viewing(m_work)
    , m_navigating(m_work)
    , m_textOnPages(m_work)
    , m_annotating(m_work)
    , m_asking(m_work)
    , m_proofReading(m_work)
    , m_seeing(m_work, m_asking.panel())
    , m_libraryKeeping(m_work, m_asking)
    , m_bulkReading(m_work)
    , m_bulkAsking(m_work)
    , m_exporting(m_work)
    , m_models(m_work)
    , m_help(m_work)
    , m_restoring(m_work, *m_splitter)
    , m_stack(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    buildMenus();
    connectActions();
    buildToolBar();
    buildSide();
    buildCentre();
    setStatusBar(&m_work.status());
    connectAreas();
    resize(kFirstSize);
    showDocument(nullptr);
    m_restoring.restoreWindow();
    if (settings.damage()) {
        m_work.showFailure(*settings.damage());
    }
}

MainWindow::~MainWindow() {
    m_work.documents().closeAll(); // the areas go before the widgets
}

void MainWindow::buildCentre() {
    auto* nothing =
        new EmptyState(QStringLiteral("document"), tr("Open a PDF or a picture, or drop it here."),
                       tr("Open…"), this);
    nothing->button()->setObjectName(QStringLiteral("openFirst"));
    connect(nothing->button(), &QPushButton::clicked, this,
            [this] { openPaths(m_work.prompts().chooseFiles()); });
    m_stack->addWidget(nothing);
    m_stack->addWidget(&m_work.pages());

    auto* middle = new QWidget(this);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(&m_work.documents());
    column->addWidget(&m_work.messages());
    column->addWidget(&m_textOnPages.findBar());
    column->addWidget(m_stack, 1);

    m_splitter->setChildrenCollapsible(false);
    middle->setMinimumWidth(280);
    m_splitter->addWidget(&m_navigating.panel());
    m_splitter->addWidget(middle);
    m_splitter->addWidget(&m_work.side());
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes(
        {kStripWidth, kFirstSize.width() - kStripWidth - kPanelWidth, kPanelWidth});
    setCentralWidget(m_splitter);
}

void MainWindow::buildSide() {
    SidePanel& side = m_work.side();
    AskPanel& ask = m_asking.panel();
    BoxesPanel& boxes = m_annotating.panel();
    side.addTab(SideTab::Ask, tr("Ask"), &ask, ask.corner());
    side.addTab(SideTab::Text, tr("Text"), &m_proofReading.panel());
    side.addTab(SideTab::Boxes, tr("Boxes"), &boxes, boxes.corner());
    side.addTab(SideTab::Library, tr("Library"), &m_libraryKeeping.panel());
}

void MainWindow::connectAreas() {
    connect(&m_viewing, &Viewing::pageColorsChanged, &m_navigating, &Navigating::setPageColors);
    connect(&m_seeing, &Seeing::askWanted, &m_asking,
            [this] { m_asking.start(m_asking.panel().mode()); });
    connect(&m_textOnPages, &TextOnPages::askWanted, &m_seeing, &Seeing::askAboutPart);
    connect(&m_asking, &Asking::keepPlacesWanted, &m_annotating, &Annotating::keepPlaces);
    connect(&m_help, &Help::appearanceChanged, this, &MainWindow::appearanceChanged);
    connect(&m_restoring, &Restoring::keeping, &m_viewing, &Viewing::keep);
    connect(&m_work.documents(), &DocumentTabs::shown, this, &MainWindow::showDocument);
    connect(&m_work.pages(), &PageView::menuWanted, this, &MainWindow::showPageMenu);
    connect(&m_work.side(), &SidePanel::currentChanged, this, &MainWindow::showPanels);
    connect(&m_work, &Workspace::changed, this, &MainWindow::updateActions);
    connect(&m_work, &Workspace::changed, this, &MainWindow::refreshActivity);
    const DocumentLoader& loader = m_work.loader();
    connect(&loader, &DocumentLoader::opened, &m_work.documents(), &DocumentTabs::add);
    connect(&loader, &DocumentLoader::failed, &m_work, &Workspace::showFailure);
    connect(&loader, &DocumentLoader::busyChanged, this, &MainWindow::refreshActivity);
    connect(&loader, &DocumentLoader::truncated, this, [this](const QString& folder, int found) {
        m_work.showNote(
            tr("“%1” holds %Ln documents; the first %2 of them are open.", nullptr, found)
                .arg(QFileInfo(folder).fileName())
                .arg(DocumentLoader::kMostOfFolder) +
            u' ' + tr("File, Read Many Documents takes them all."));
    });
}

void MainWindow::openPaths(const QStringList& paths) {
    m_work.loader().open(paths);
}

bool MainWindow::restoreSession() {
    return m_restoring.restoreDocuments();
}

void MainWindow::openSample() {
    QFile file(QStringLiteral(":/samples/letter.pdf"));
    file.open(QIODevice::ReadOnly);
    const auto document = app::openDocument(file.readAll(), tr("Sample letter"));
    if (document) {
        m_asking.setSample(*document);
        m_work.documents().add({}, *document);
    } else {
        m_work.showFailure(document.error());
    }
}

void MainWindow::startModel(const QString& wish, const QString& device,
                            std::optional<int> threads) {
    m_models.start(wish, device, threads);
}

void MainWindow::useLibrary(app::Library& library, app::LibraryNews& news) {
    m_libraryKeeping.use(library, news);
    m_bulkReading.use(library);
    m_bulkAsking.use(library);
}

void MainWindow::showDocument(const OpenDocument* open) {
    m_stack->setCurrentIndex(open ? 1 : 0);
    setWindowTitle(open ? tr("%1 – Tessera").arg(open->title()) : tr("Tessera"));
    showPanels();
    m_work.noteChange();
}

// Without a document there is nothing to list and nothing to ask, but much to look for.
void MainWindow::showPanels() {
    const bool open = m_work.current() != nullptr;
    SidePanel& side = m_work.side();
    m_navigating.panel().setVisible(open && m_work.actions()["showPages"]->isChecked());
    side.setVisible((open || side.current() == SideTab::Library) &&
                    m_work.actions()["showSidePanel"]->isChecked());
}

void MainWindow::refreshActivity() {
    QString activity = m_work.loader().isBusy() ? tr("opening…") : QString();
    for (const auto& open : m_work.documents().all()) {
        for (const app::Turn& turn : open->conversation.turns()) {
            if (!turn.hasEnded()) {
                activity = turn.asked.task == app::Task::Read
                               ? tr("reading page %1").arg(turn.page() + 1)
                           : turn.asked.task == app::Task::Find ? tr("finding")
                                                                : tr("answering");
                break;
            }
        }
    }
    for (const JobArea* job :
         std::initializer_list<const JobArea*>{&m_bulkReading, &m_bulkAsking}) {
        activity = activity.isEmpty() ? job->activity() : activity;
    }
    if (activity.isEmpty() && m_work.queue().isBusy()) {
        const double progress = m_work.models().progress();
        activity = progress > 0 ? tr("loading the model, %1 %").arg(int(progress * 100))
                                : tr("loading the model");
    }
    m_work.status().setActivity(activity);
}

// --- pictures and files from elsewhere ---

void MainWindow::take(const QMimeData& mime) {
    if (const QStringList paths = localPaths(mime); !paths.isEmpty()) {
        openPaths(paths);
        return;
    }
    const auto image = qvariant_cast<QImage>(mime.imageData());
    if (image.isNull()) {
        m_work.showWarning(tr("There is neither a picture nor a file to open. Copy one first."));
        return;
    }
    const QString name = tr("Picture %1").arg(++m_pasted);
    app::runOffThread(
        this, [image, name] { return app::openDocument(encoded(image), name); },
        [this](const app::Result<std::shared_ptr<const app::Document>>& document) {
            if (document) {
                m_work.documents().add({}, *document);
            } else {
                m_work.showFailure(document.error());
            }
        });
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasImage() || !localPaths(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    take(*event->mimeData());
}

void MainWindow::closeEvent(QCloseEvent* event) {
    m_restoring.keep();
    m_work.queue().cancelAll();
    m_bulkAsking.hide();
    m_bulkReading.hide(); // or the program would go on without its window
    event->accept();
}

} // namespace ui

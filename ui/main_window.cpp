// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "ui/ask_panel.h"
#include "ui/box_tool.h"
#include "ui/boxes_panel.h"
#include "ui/dialogs/download_panel.h"
#include "ui/dialogs/model_dialog.h"
#include "ui/document_find.h"
#include "ui/failure_text.h"
#include "ui/find_bar.h"
#include "ui/library_panel.h"
#include "ui/lit_words.h"
#include "ui/navigation_panel.h"
#include "ui/outline_view.h"
#include "ui/page_strip.h"
#include "ui/region_tool.h"
#include "ui/status_line.h"
#include "ui/text_panel.h"
#include "ui/text_selection.h"
#include "ui/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"

#include <QCloseEvent>
#include <QFile>
#include <QFileInfo>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kStripWidth = 152;
constexpr int kPanelWidth = 380;
constexpr int kTabTextWidth = 180;
constexpr QSize kFirstSize(1280, 860);

QVector<Suggestion> suggestionsForSample() {
    return {{app::Task::Read, {}},
            {app::Task::Ask, MainWindow::tr("What is the date?")},
            {app::Task::Find, QStringLiteral("eleven weeks")}};
}

} // namespace

MainWindow::MainWindow(app::AnalysisQueue& queue, app::Settings& settings, Prompts& prompts,
                       app::ModelLoader& modelLoader)
    : m_queue(queue)
    , m_settings(settings)
    , m_prompts(prompts)
    , m_modelLoader(modelLoader)
    , m_loader(prompts)
    , m_actions(*this)
    , m_tabs(new QTabBar(this))
    , m_messages(new MessageBar(this))
    , m_stack(new QStackedWidget(this))
    , m_findBar(new FindBar(this))
    , m_pages(new PageView(m_renderer, this))
    , m_boxTool(new BoxTool(*m_pages))
    , m_regionTool(new RegionTool(*m_pages))
    , m_strip(new PageStrip(m_renderer, this))
    , m_outline(new OutlineView(this))
    , m_navigation(new NavigationPanel(m_strip, m_outline, this))
    , m_side(new SidePanel(this))
    , m_panel(new AskPanel(m_side))
    , m_text(new TextPanel(m_side))
    , m_boxes(new BoxesPanel(m_side))
    , m_libraryPanel(new LibraryPanel(m_side))
    , m_status(new StatusLine(this))
    , m_session(settings) {
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    buildSide();
    setCentralWidget(buildCentre());
    setStatusBar(m_status);
    buildMenus();
    buildToolBar();
    connectViews();
    connectText();
    connectNavigation();
    connectQueue();
    connectModels();
    connectPlaces();
    connectSeeing();
    connectBoxes();
    connectLibrary();
    connectProofs();
    resize(kFirstSize);
    m_status->setModel(tr("Loading the model…"));
    showDocument(-1);
    restoreWindow();
    if (settings.damage()) {
        showFailure(*settings.damage());
    }
}

MainWindow::~MainWindow() {
    // The views outlive the documents.
    m_boxTool->setAnnotations(nullptr);
    m_boxes->setAnnotations(nullptr);
    m_text->setDocument(nullptr, nullptr);
}

QWidget* MainWindow::buildCentre() {
    auto* nothing =
        new EmptyState(QStringLiteral("document"), tr("Open a PDF or a picture, or drop it here."),
                       tr("Open…"), this);
    nothing->button()->setObjectName(QStringLiteral("openFirst"));
    connect(nothing->button(), &QPushButton::clicked, this,
            [this] { openPaths(m_prompts.chooseFiles()); });
    m_stack->addWidget(nothing);
    m_stack->addWidget(m_pages);
    m_tabs->setObjectName(QStringLiteral("documentTabs"));
    m_tabs->setAccessibleName(tr("Documents that are open"));
    m_tabs->setExpanding(false);
    m_tabs->setTabsClosable(true);
    m_tabs->setDrawBase(false);
    m_tabs->setElideMode(Qt::ElideNone); // rather scroll than shrink names to nothing
    m_tabs->setFocusPolicy(Qt::TabFocus);

    auto* middle = new QWidget(this);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_messages);
    column->addWidget(m_findBar);
    column->addWidget(m_stack, 1);

    m_splitter = new QSplitter(this);
    m_splitter->setChildrenCollapsible(false);
    m_navigation->setMinimumWidth(kStripWidth);
    m_side->setMinimumWidth(300);
    middle->setMinimumWidth(280);
    m_splitter->addWidget(m_navigation);
    m_splitter->addWidget(middle);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes(
        {kStripWidth, kFirstSize.width() - kStripWidth - kPanelWidth, kPanelWidth});
    return m_splitter;
}

void MainWindow::buildSide() {
    m_side->addTab(SideTab::Ask, tr("Ask"), m_panel, m_panel->corner());
    m_side->addTab(SideTab::Text, tr("Text"), m_text);
    m_side->addTab(SideTab::Boxes, tr("Boxes"), m_boxes, m_boxes->corner());
    m_side->addTab(SideTab::Library, tr("Library"), m_libraryPanel);
    connect(m_text, &TextPanel::readWanted, this,
            [this] { m_actions[QStringLiteral("readPage")]->trigger(); });
    connect(m_boxes, &BoxesPanel::findWanted, this,
            [this] { m_actions[QStringLiteral("findOnPage")]->trigger(); });
}

void MainWindow::connectViews() {
    connect(m_tabs, &QTabBar::currentChanged, this, &MainWindow::showDocument);
    connect(m_tabs, &QTabBar::tabCloseRequested, this, &MainWindow::closeDocument);
    connect(&m_loader, &DocumentLoader::opened, this, &MainWindow::addDocument);
    connect(&m_loader, &DocumentLoader::failed, this, &MainWindow::showFailure);
    connect(&m_loader, &DocumentLoader::busyChanged, this, &MainWindow::refreshActivity);
    connect(&m_loader, &DocumentLoader::truncated, this, [this](const QString& folder, int found) {
        m_messages->showMessage(
            MessageBar::Kind::Note,
            tr("“%1” holds %Ln documents; the first %2 of them are open.", nullptr, found)
                .arg(QFileInfo(folder).fileName())
                .arg(DocumentLoader::kMostOfFolder));
    });
    connect(m_pages, &PageView::currentPageChanged, this, [this](int page) {
        m_strip->setCurrentPage(page);
        m_boxes->setPages(m_pages->pageCount(), page);
        m_text->showPage(page);
        refreshReading();
        updatePageField();
        updateActions();
        refreshParts();
    });
    connect(m_pages, &PageView::zoomChanged, this, &MainWindow::updateZoomText);
    connect(m_pages, &PageView::pageFailed, this,
            [this](int, const app::Failure& failure) { showFailure(failure); });
    connect(m_strip, &PageStrip::pageChosen, m_pages, &PageView::goToPage);
}

// --- documents ---

void MainWindow::openPaths(const QStringList& paths) {
    m_loader.open(paths);
}

void MainWindow::openSample() {
    QFile file(QStringLiteral(":/samples/letter.pdf"));
    file.open(QIODevice::ReadOnly);
    const auto document = app::openDocument(file.readAll(), tr("Sample letter"));
    if (document) {
        m_sample = *document;
        addDocument({}, *document);
    } else {
        showFailure(document.error());
    }
}

void MainWindow::showFailure(const app::Failure& failure) {
    qWarning().noquote() << failure.subject << failure.detail;
    m_messages->showMessage(MessageBar::Kind::Warning, failureText(failure));
}

void MainWindow::addDocument(const QString& path, std::shared_ptr<const app::Document> document) {
    for (int index = 0; index < int(m_documents.size()); ++index) {
        if (!path.isEmpty() && m_documents[std::size_t(index)]->path == path) {
            m_tabs->setCurrentIndex(index);
            return;
        }
    }
    auto open = std::make_unique<OpenDocument>();
    open->path = path;
    open->position = m_restored.take(path); // where an earlier run left off
    open->conversation = std::make_unique<app::Conversation>(document, m_queue);
    open->text = std::make_shared<app::DocumentText>(document);
    open->annotations = std::make_unique<app::Annotations>();
    open->document = std::move(document);
    OpenDocument& added = *open;
    connect(&added.annotations->history(), &QUndoStack::indexChanged, this,
            &MainWindow::updateActions);
    connect(added.conversation.get(), &app::Conversation::turnChanged, this,
            [this, &added](int turn) { followTurn(added, turn); });
    keepInLibrary(added);
    checkWanted(added);
    m_documents.push_back(std::move(open));
    if (!path.isEmpty()) {
        m_session.addRecentFile(path);
        fillRecentFiles();
    }
    const int index =
        m_tabs->addTab(fontMetrics().elidedText(titleOf(added), Qt::ElideMiddle, kTabTextWidth));
    m_tabs->setTabToolTip(index, path);
    m_tabs->setVisible(m_tabs->count() > 1);
    m_tabs->setCurrentIndex(index);
}

void MainWindow::closeDocument(int index) {
    if (index < 0) {
        return;
    }
    // The views let go of it before it goes.
    const std::unique_ptr<OpenDocument> closing = std::move(m_documents[std::size_t(index)]);
    m_documents.erase(m_documents.begin() + index);
    m_index = -1;
    const QSignalBlocker quiet(m_tabs);
    m_tabs->removeTab(index);
    m_tabs->setVisible(m_tabs->count() > 1);
    showDocument(m_tabs->currentIndex());
}

void MainWindow::showDocument(int index) {
    if (OpenDocument* before = current()) {
        before->position = m_pages->position();
    }
    m_index = index;
    m_litWords->clear();
    OpenDocument* open = current();
    const auto document = open ? open->document : nullptr;
    m_tileSource.setDocument(document);
    m_strip->setDocument(document);
    m_outline->setDocument(document);
    m_boxTool->setAnnotations(nullptr);
    m_boxes->setAnnotations(open ? open->annotations.get() : nullptr);
    m_text->setDocument(document, open ? open->annotations.get() : nullptr);
    m_pages->setDocument(document, open ? open->position : ViewPosition());
    showTextOf(open);
    m_panel->setConversation(open ? open->conversation.get() : nullptr);
    m_panel->answers()->setSuggestions(open && open->document == m_sample.lock()
                                           ? suggestionsForSample()
                                           : QVector<Suggestion>{{app::Task::Read, {}}});
    m_stack->setCurrentIndex(open ? 1 : 0);
    showSidePanels();
    refreshMarks();
    refreshTitle();
    updateActions();
    m_regionTool->setRegion(open ? open->parts.region() : std::nullopt);
    refreshParts();
    refreshActivity();
}

// Without a document there is nothing to list and nothing to ask, but much to look for.
void MainWindow::showSidePanels() {
    const bool open = current() != nullptr;
    m_navigation->setVisible(open && m_actions[QStringLiteral("showPages")]->isChecked());
    m_side->setVisible((open || m_side->current() == SideTab::Library) &&
                       m_actions[QStringLiteral("showSidePanel")]->isChecked());
}

void MainWindow::showSideTab(SideTab tab) {
    m_actions[QStringLiteral("showSidePanel")]->setChecked(true);
    showSidePanels();
    m_side->setCurrent(tab);
}

MainWindow::OpenDocument* MainWindow::current() {
    return m_index >= 0 ? m_documents[std::size_t(m_index)].get() : nullptr;
}

QString MainWindow::titleOf(const OpenDocument& open) const {
    return open.path.isEmpty() ? open.document->title() : QFileInfo(open.path).fileName();
}

void MainWindow::refreshTitle() {
    const OpenDocument* open = current();
    setWindowTitle(open ? tr("%1 – Tessera").arg(titleOf(*open)) : tr("Tessera"));
}

// --- events ---

void MainWindow::closeEvent(QCloseEvent* event) {
    keepSession();
    m_queue.cancelAll();
    event->accept();
}

} // namespace ui

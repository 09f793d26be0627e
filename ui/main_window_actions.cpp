// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow's menus and tool bar: one table per menu.
#include "ui/ask_panel.h"
#include "ui/icons.h"
#include "ui/main_window.h"
#include "ui/mnemonics.h"
#include "ui/page_strip.h"
#include "ui/text_selection.h"
#include "ui/theme.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenuBar>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>

namespace ui {

namespace {

constexpr double kZoomStep = 1.25;
constexpr int kToolBarHeight = 44;

QString n(const char* name) {
    return QString::fromLatin1(name);
}

void addSpring(QToolBar* bar) {
    auto* spring = new QWidget(bar);
    spring->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(spring);
}

} // namespace

QVector<ActionRow> MainWindow::fileRows() {
    return {
        {n("open"), tr("&Open…"), n("open"), QKeySequence::keyBindings(QKeySequence::Open),
         [this] { openPaths(m_prompts.chooseFiles()); }, tr("Open PDFs and pictures")},
        {n("openSample"),
         tr("Open &Sample Letter"),
         {},
         {},
         [this] {
             openSample();
         }},
    };
}

QVector<ActionRow> MainWindow::closeRows() {
    return {
        {n("close"),
         tr("&Close"),
         {},
         QKeySequence::keyBindings(QKeySequence::Close),
         [this] {
             closeDocument(m_index);
         }},
        {n("quit"),
         tr("&Quit"),
         {},
         {QKeySequence(Qt::CTRL | Qt::Key_Q)},
         [this] {
             close();
         }},
    };
}

QVector<ActionRow> MainWindow::editRows() {
    return {
        {n("copyLastAnswer"),
         tr("Copy Last Ans&wer"),
         n("copy"),
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
         [this] {
             copyLastAnswer();
         }},
        separatorRow(),
        {n("clearAnswersAction"),
         tr("Cl&ear Answers…"),
         n("clear"),
         {},
         [this] { clearAnswers(); },
         tr("Clear the answers about this document")},
    };
}

QVector<ActionRow> MainWindow::viewRows() {
    return {
        {n("zoomIn"), tr("Zoom &In"), n("zoom-in"),
         QKeySequence::keyBindings(QKeySequence::ZoomIn) << QKeySequence(Qt::CTRL | Qt::Key_Equal),
         [this] {
             m_pages->zoomBy(kZoomStep);
         }},
        {n("zoomOut"), tr("Zoom &Out"), n("zoom-out"),
         QKeySequence::keyBindings(QKeySequence::ZoomOut),
         [this] {
             m_pages->zoomBy(1 / kZoomStep);
         }},
        {n("actualSize"),
         tr("&Actual Size"),
         {},
         {QKeySequence(Qt::CTRL | Qt::Key_0)},
         [this] {
             m_pages->zoomBy(1 / m_pages->zoom());
         }},
        {n("fitWidth"),
         tr("Fit &Width"),
         n("fit-width"),
         {QKeySequence(Qt::CTRL | Qt::Key_8)},
         [this] { m_pages->setZoomMode(ZoomMode::FitWidth); },
         {},
         true},
        {n("fitPage"),
         tr("Fit &Page"),
         n("fit-page"),
         {QKeySequence(Qt::CTRL | Qt::Key_9)},
         [this] { m_pages->setZoomMode(ZoomMode::FitPage); },
         {},
         true},
        separatorRow(),
        {n("showPages"),
         tr("Page &List"),
         n("pages"),
         {QKeySequence(Qt::Key_F7), QKeySequence(Qt::Key_F9)},
         [this] { showSidePanels(); },
         tr("Show the list of pages"),
         true},
        {n("showSidePanel"),
         tr("Si&de Panel"),
         n("answers"),
         {QKeySequence(Qt::Key_F6)},
         [this] { showSidePanels(); },
         tr("Show the side panel"),
         true},
        {n("showAsk"),
         tr("As&k Tab"),
         {},
         {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_1)},
         [this] { showSideTab(SideTab::Ask); },
         tr("Show questions and answers")},
        {n("showText"),
         tr("Te&xt Tab"),
         {},
         {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_2)},
         [this] { showSideTab(SideTab::Text); },
         tr("Show the text of the page")},
        {n("showBoxes"),
         tr("&Boxes Tab"),
         {},
         {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_3)},
         [this] { showSideTab(SideTab::Boxes); },
         tr("Show the boxes of the document")},
        {n("fullScreen"),
         tr("F&ull Screen"),
         {},
         {QKeySequence(Qt::Key_F11), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)},
         [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); },
         {},
         true},
    };
}

QVector<ActionRow> MainWindow::goRows() {
    return {
        {n("previousPage"),
         tr("&Previous Page"),
         n("previous"),
         {QKeySequence(Qt::CTRL | Qt::Key_PageUp)},
         [this] {
             m_pages->goToPage(m_pages->currentPage() - 1);
         }},
        {n("nextPage"),
         tr("&Next Page"),
         n("next"),
         {QKeySequence(Qt::CTRL | Qt::Key_PageDown)},
         [this] {
             m_pages->goToPage(m_pages->currentPage() + 1);
         }},
        {n("firstPage"),
         tr("&First Page"),
         {},
         {QKeySequence(Qt::CTRL | Qt::Key_Home)},
         [this] {
             m_pages->goToPage(0);
         }},
        {n("lastPage"),
         tr("&Last Page"),
         {},
         {QKeySequence(Qt::CTRL | Qt::Key_End)},
         [this] {
             m_pages->goToPage(m_pages->pageCount() - 1);
         }},
        {n("goToPage"),
         tr("&Go to Page…"),
         {},
         {QKeySequence(Qt::CTRL | Qt::Key_G)},
         [this] {
             m_pageField->setFocus(Qt::ShortcutFocusReason);
             m_pageField->selectAll();
         }},
        separatorRow(),
        {n("nextDocument"),
         tr("Next &Document"),
         {},
         {QKeySequence(Qt::CTRL | Qt::Key_Tab)},
         [this] {
             m_tabs->setCurrentIndex((m_index + 1) % std::max(1, m_tabs->count()));
         }},
    };
}

QVector<ActionRow> MainWindow::pageRows() {
    return {
        {n("readPage"),
         tr("&Read Page"),
         n("read"),
         {QKeySequence(Qt::CTRL | Qt::Key_R)},
         [this] { ask(app::Task::Read, {}); },
         tr("Read the text of the page")},
        {n("askPage"),
         tr("&Ask…"),
         n("ask"),
         {QKeySequence(Qt::CTRL | Qt::Key_K)},
         [this] { startQuestion(app::Task::Ask); },
         tr("Ask about the page")},
        {n("findOnPage"),
         tr("&Find on Page…"),
         n("find"),
         {QKeySequence(Qt::CTRL | Qt::Key_L)},
         [this] { startQuestion(app::Task::Find); },
         tr("Find a phrase on the page")},
        separatorRow(),
        {n("stopAnswer"),
         tr("&Stop"),
         n("stop"),
         {QKeySequence(Qt::Key_Escape)},
         [this] { stopAnswers(); },
         tr("Stop the answer")},
    };
}

void MainWindow::buildMenus() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    m_actions.add(file, fileRows() + exportRows() + closeRows());
    m_recent = new QMenu(tr("Open &Recent"), file);
    m_recent->setObjectName(n("recentFiles"));
    m_recent->setToolTipsVisible(true);
    file->insertMenu(m_actions[n("openSample")], m_recent);
    fillRecentFiles();
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    m_actions.add(edit, historyRows());
    m_actions.add(edit, textRows());
    m_actions.add(edit, pasteRows());
    m_actions.add(edit, libraryRows());
    edit->addSeparator();
    m_actions.add(edit, editRows());
    QMenu* view = menuBar()->addMenu(tr("&View"));
    m_actions.add(view, viewRows());
    view->addSeparator();
    m_actions.add(view, turnRows());
    view->addSeparator();
    m_actions.add(view->addMenu(tr("Page &Colours")), colorRows());
    view->addSeparator();
    m_actions.add(view, mouseRows());
    view->addSeparator();
    m_actions.add(view->addMenu(icon(n("tiles")), tr("&Tiles")), tileRows());
    QMenu* go = menuBar()->addMenu(tr("&Go"));
    m_actions.add(go, goRows());
    go->addSeparator();
    m_actions.add(go, historyOfViewRows());
    m_actions.add(menuBar()->addMenu(tr("&Page")), pageRows() + pinRows());
    m_actions.add(menuBar()->addMenu(tr("Te&xt")), proofRows());
    m_actions.add(menuBar()->addMenu(tr("&Boxes")), boxRows());
    m_actions.add(menuBar()->addMenu(tr("&Tools")), toolRows() + preferenceRows());
    m_actions.add(menuBar()->addMenu(tr("&Help")), helpRows());

    m_actions.makeExclusive({n("tilesAsRead"), n("tilesWholePage")});
    m_actions[n("tilesAsRead")]->setChecked(true);
    connectMouseModes();
    m_actions[n("showPages")]->setChecked(true);
    m_actions[n("showSidePanel")]->setChecked(true);
    m_panel->setClearAction(m_actions[n("clearAnswersAction")]);
    m_panel->setStopAction(m_actions[n("stopAnswer")]);
    m_shortcuts = std::make_unique<Shortcuts>(m_actions, m_settings);
}

void MainWindow::buildToolBar() {
    auto* bar = new QToolBar(tr("Tools"), this);
    bar->setObjectName(n("toolBar"));
    bar->setMovable(false);
    bar->setFixedHeight(kToolBarHeight);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    addToolBar(bar);
    bar->addAction(m_actions[n("showPages")]);
    bar->addAction(m_actions[n("open")]);
    bar->addSeparator();
    bar->addAction(m_actions[n("previousPage")]);
    bar->addWidget(buildPageField());
    bar->addAction(m_actions[n("nextPage")]);
    bar->addSeparator();
    bar->addAction(m_actions[n("zoomOut")]);
    bar->addWidget(buildZoomButton());
    bar->addAction(m_actions[n("zoomIn")]);
    bar->addAction(m_actions[n("fitWidth")]);
    bar->addAction(m_actions[n("fitPage")]);
    bar->addSeparator();
    bar->addAction(m_actions[n("mouseBrowse")]);
    bar->addAction(m_actions[n("mouseSelect")]);
    bar->addAction(m_actions[n("mouseRegion")]);
    addSpring(bar);
    for (const char* name : {"showTiles", "readPage", "findOnPage"}) {
        bar->addAction(m_actions[n(name)]);
        auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(m_actions[n(name)]));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
    m_actions[n("showTiles")]->setIconText(tr("Tiles"));
    m_actions[n("readPage")]->setIconText(tr("Read page"));
    m_actions[n("findOnPage")]->setIconText(tr("Find"));
    bar->addSeparator();
    bar->addAction(m_actions[n("showSidePanel")]);
    for (QAction* action : bar->actions()) {
        if (QWidget* widget = bar->widgetForAction(action);
            widget && !action->objectName().isEmpty()) {
            widget->setObjectName(action->objectName() + QLatin1String("Button"));
            widget->setAccessibleName(plainText(action->text()));
            widget->setFocusPolicy(Qt::TabFocus);
        }
    }
}

QWidget* MainWindow::buildPageField() {
    auto* holder = new QWidget(this);
    holder->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_pageField = new QLineEdit(holder);
    m_pageField->setObjectName(n("pageField"));
    m_pageField->setAccessibleName(tr("Page number"));
    m_pageField->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_pageField->setFixedSize(48, 28);
    m_pageField->setValidator(new QIntValidator(1, 9'999'999, m_pageField));
    m_pageTotal = new QLabel(holder);
    m_pageTotal->setForegroundRole(QPalette::PlaceholderText);
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, kUnit, 0);
    row->setSpacing(6);
    row->addWidget(m_pageField);
    row->addWidget(m_pageTotal);
    connect(m_pageField, &QLineEdit::returnPressed, this, &MainWindow::goToTypedPage);
    connect(m_pageField, &QLineEdit::editingFinished, this, &MainWindow::updatePageField);
    return holder;
}

QToolButton* MainWindow::buildZoomButton() {
    m_zoomButton = new QToolButton(this);
    m_zoomButton->setObjectName(n("zoomButton"));
    m_zoomButton->setAccessibleName(tr("Zoom"));
    m_zoomButton->setToolTip(tr("Actual size (Ctrl+0)"));
    m_zoomButton->setAutoRaise(true);
    m_zoomButton->setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("0000 %")) + 12);
    connect(m_zoomButton, &QToolButton::clicked, m_actions[n("actualSize")], &QAction::trigger);
    return m_zoomButton;
}

void MainWindow::goToTypedPage() {
    m_pages->goToPage(m_pageField->text().toInt() - 1);
    m_pages->setFocus();
}

void MainWindow::updatePageField() {
    const bool open = current() != nullptr;
    m_pageField->setEnabled(open);
    m_pageField->setText(open ? QString::number(m_pages->currentPage() + 1) : QString());
    m_pageTotal->setText(open ? tr("/ %1").arg(QLocale().toString(m_pages->pageCount()))
                              : QString());
}

void MainWindow::updateZoomText() {
    m_zoomButton->setText(current() ? tr("%1 %").arg(int(std::lround(m_pages->zoom() * 100)))
                                    : QString());
    m_actions[n("fitWidth")]->setChecked(m_pages->zoomMode() == ZoomMode::FitWidth);
    m_actions[n("fitPage")]->setChecked(m_pages->zoomMode() == ZoomMode::FitPage);
}

void MainWindow::updateActions() {
    const OpenDocument* open = current();
    const int page = m_pages->currentPage();
    const int last = m_pages->pageCount() - 1;
    const QVector<std::pair<const char*, bool>> states{
        {"close", open != nullptr},
        {"zoomIn", open != nullptr},
        {"zoomOut", open != nullptr},
        {"actualSize", open != nullptr},
        {"fitWidth", open != nullptr},
        {"fitPage", open != nullptr},
        {"goBack", open && open->history.canGoBack()},
        {"goForward", open && open->history.canGoForward()},
        {"copyText", open && !m_selection->isEmpty()},
        {"selectPage", open != nullptr},
        {"findText", open != nullptr},
        {"findNextText", open != nullptr},
        {"findPreviousText", open != nullptr},
        {"turnLeft", open != nullptr},
        {"turnRight", open != nullptr},
        {"previousPage", open && page > 0},
        {"firstPage", open && page > 0},
        {"nextPage", open && page < last},
        {"lastPage", open && page < last},
        {"goToPage", open && last > 0},
        {"nextDocument", m_documents.size() > 1},
        {"showPages", open != nullptr},
        {"showSidePanel", open != nullptr},
        {"showAsk", open != nullptr},
        {"showText", open != nullptr},
        {"showBoxes", open != nullptr},
        {"showTiles", open && m_model},
        {"inspectTiles", open && m_model},
        {"nineTiles", m_model.has_value()},
        {"eighteenTiles", m_model.has_value()},
        {"mouseRegion", open != nullptr},
        {"pinPage", open != nullptr},
        {"readPage", open && m_model && m_model->card.tasks.contains(app::Task::Read)},
        {"askPage", open != nullptr},
        {"findOnPage", open && m_model && m_model->card.tasks.contains(app::Task::Find)},
        {"stopAnswer", m_queue.isBusy() || (open && open->conversation->isBusy())},
        {"copyLastAnswer", open && !open->conversation->turns().isEmpty()},
        {"clearAnswersAction",
         open && !open->conversation->turns().isEmpty() && !open->conversation->isBusy()},
    };
    for (const auto& [name, enabled] : states) {
        m_actions[n(name)]->setEnabled(enabled);
    }
    updateBoxActions();
    updateProofActions();
    updatePageField();
    updateZoomText();
}

} // namespace ui

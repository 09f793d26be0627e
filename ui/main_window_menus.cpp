// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow's menus and tool bar: one table per menu.
#include "ui/icons.h"
#include "ui/main_window.h"
#include "ui/mnemonics.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

namespace ui {

namespace {

constexpr int kToolBarHeight = 44;

void addSpring(QToolBar* bar) {
    auto* spring = new QWidget(bar);
    spring->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(spring);
}

} // namespace

QVector<ActionRow> MainWindow::fileRows() {
    return {
        {"open", tr("&Open…"), "open", QKeySequence::keyBindings(QKeySequence::Open),
         [this] { openPaths(m_work.prompts().chooseFiles()); }, tr("Open PDFs and pictures")},
        {"openSample",
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
        {"close",
         tr("&Close"),
         {},
         QKeySequence::keyBindings(QKeySequence::Close),
         [this] {
             m_work.documents().closeCurrent();
         }},
        {"quit",
         tr("&Quit"),
         {},
         {QKeySequence(Qt::CTRL | Qt::Key_Q)},
         [this] {
             close();
         }},
    };
}

QVector<ActionRow> MainWindow::panelRows() {
    return {
        {"showPages",
         tr("Page &List"),
         "pages",
         {QKeySequence(Qt::Key_F7), QKeySequence(Qt::Key_F9)},
         [this] { showPanels(); },
         tr("Show the list of pages"),
         true},
        {"showSidePanel",
         tr("Si&de Panel"),
         "answers",
         {QKeySequence(Qt::Key_F6)},
         [this] { showPanels(); },
         tr("Show the side panel"),
         true},
        {"showAsk",
         tr("As&k Tab"),
         {},
         {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_1)},
         [this] { m_work.showTab(SideTab::Ask); },
         tr("Show questions and answers")},
        {"showText",
         tr("Te&xt Tab"),
         {},
         {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_2)},
         [this] { m_work.showTab(SideTab::Text); },
         tr("Show the text of the page")},
        {"showBoxes",
         tr("&Boxes Tab"),
         {},
         {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_3)},
         [this] { m_work.showTab(SideTab::Boxes); },
         tr("Show the boxes of the document")},
        {"fullScreen",
         tr("F&ull Screen"),
         {},
         {QKeySequence(Qt::Key_F11), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)},
         [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); },
         {},
         true},
    };
}

QVector<ActionRow> MainWindow::pasteRows() {
    return {{"paste",
             tr("&Paste as Document"),
             {},
             QKeySequence::keyBindings(QKeySequence::Paste),
             [this] { take(*QGuiApplication::clipboard()->mimeData()); },
             tr("Open the picture or the files in the clipboard")}};
}

QVector<ActionRow> MainWindow::documentRows() {
    return {
        {"nextDocument", tr("Next &Document"), {}, {QKeySequence(Qt::CTRL | Qt::Key_Tab)}, [this] {
             m_work.documents().showNext();
         }}};
}

void MainWindow::buildMenus() {
    ActionTable& actions = m_work.actions();
    QMenuBar* bar = menuBar();
    QMenu* file = bar->addMenu(tr("&File"));
    actions.add(file, fileRows() + m_bulkReading.rows() + m_bulkAsking.rows() + m_exporting.rows() +
                          m_restoring.rows() + closeRows());
    file->insertMenu(actions["openSample"], m_restoring.recentMenu());
    actions.add(bar->addMenu(tr("&Edit")), m_annotating.historyRows() + m_textOnPages.rows() +
                                               pasteRows() + m_libraryKeeping.rows() +
                                               QVector{separatorRow()} + m_asking.answerRows());
    QMenu* view = bar->addMenu(tr("&View"));
    actions.add(view, m_viewing.zoomRows() + QVector{separatorRow()} + panelRows() +
                          QVector{separatorRow()} + m_viewing.turnRows() + QVector{separatorRow()});
    actions.add(view->addMenu(tr("Page &Colours")), m_viewing.colorRows());
    actions.add(view, QVector{separatorRow()} + m_viewing.mouseRows() + QVector{separatorRow()});
    actions.add(view->addMenu(icon(QStringLiteral("tiles")), tr("&Tiles")), m_seeing.tileRows());
    actions.add(bar->addMenu(tr("&Go")), m_navigating.pageRows() + QVector{separatorRow()} +
                                             documentRows() + QVector{separatorRow()} +
                                             m_navigating.historyRows());
    actions.add(bar->addMenu(tr("&Page")),
                m_asking.pageRows() + m_textOnPages.askRows() + m_seeing.pinRows());
    actions.add(bar->addMenu(tr("Te&xt")), m_proofReading.rows());
    actions.add(bar->addMenu(tr("&Boxes")), m_annotating.boxRows());
    actions.add(bar->addMenu(tr("&Tools")), m_models.rows() + m_help.preferenceRows());
    actions.add(bar->addMenu(tr("&Help")), m_help.helpRows());
}

void MainWindow::connectActions() {
    m_viewing.connectActions();
    m_annotating.connectActions();
    m_asking.connectActions();
    m_proofReading.connectActions();
    m_seeing.connectActions();
    m_libraryKeeping.connectActions();
    m_models.connectActions();
    m_help.connectActions();
    for (const char* name : {"showPages", "showSidePanel"}) {
        m_work.actions()[name]->setChecked(true);
        connect(m_work.actions()[name], &QAction::toggled, this, &MainWindow::showPanels);
    }
}

void MainWindow::buildToolBar() {
    auto* bar = new QToolBar(tr("Tools"), this);
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setMovable(false);
    bar->setFixedHeight(kToolBarHeight);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    addToolBar(bar);
    bar->addAction(m_work.actions()["showPages"]);
    bar->addAction(m_work.actions()["open"]);
    bar->addSeparator();
    bar->addAction(m_work.actions()["previousPage"]);
    bar->addWidget(m_navigating.pageNumber());
    bar->addAction(m_work.actions()["nextPage"]);
    bar->addSeparator();
    bar->addAction(m_work.actions()["zoomOut"]);
    bar->addWidget(m_viewing.zoomButton());
    bar->addAction(m_work.actions()["zoomIn"]);
    bar->addAction(m_work.actions()["fitWidth"]);
    bar->addAction(m_work.actions()["fitPage"]);
    bar->addSeparator();
    bar->addAction(m_work.actions()["mouseBrowse"]);
    bar->addAction(m_work.actions()["mouseSelect"]);
    bar->addAction(m_work.actions()["mouseRegion"]);
    addSpring(bar);
    for (const char* name : {"showTiles", "readPage", "findOnPage"}) {
        bar->addAction(m_work.actions()[name]);
        auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(m_work.actions()[name]));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
    m_work.actions()["showTiles"]->setIconText(tr("Tiles"));
    m_work.actions()["readPage"]->setIconText(tr("Read page"));
    m_work.actions()["findOnPage"]->setIconText(tr("Find"));
    bar->addSeparator();
    bar->addAction(m_work.actions()["showSidePanel"]);
    for (QAction* action : bar->actions()) {
        if (QWidget* widget = bar->widgetForAction(action);
            widget && !action->objectName().isEmpty()) {
            widget->setObjectName(action->objectName() + QLatin1String("Button"));
            widget->setAccessibleName(plainText(action->text()));
            widget->setFocusPolicy(Qt::TabFocus);
        }
    }
}

// Of the actions of all menus, those that can be used on the page now.
void MainWindow::showPageMenu(const QPoint& global) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("pageMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::initializer_list<std::initializer_list<const char*>> groups{
        {"copyText", "selectPage"},
        {"askSelection", "askPage", "readPage", "findOnPage", "pinPage"},
        {"addBox", "renameBox", "deleteBoxes", "keepPlaces"},
        {"mouseBrowse", "mouseSelect", "mouseRegion"},
        {"turnRight", "turnLeft"},
        {"showTiles", "inspectTiles"}};
    for (const auto& group : groups) {
        menu->addSeparator(); // one that nothing follows is not shown
        for (const char* name : group) {
            if (QAction* action = m_work.actions()[name]; action->isEnabled()) {
                menu->addAction(action);
            }
        }
    }
    menu->popup(global);
}

void MainWindow::updateActions() {
    const bool open = m_work.current() != nullptr;
    m_work.actions().setEnabled({{"close", open},
                                 {"nextDocument", m_work.documents().count() > 1},
                                 {"showPages", open},
                                 {"showSidePanel", open},
                                 {"showAsk", open},
                                 {"showText", open},
                                 {"showBoxes", open}});
}

} // namespace ui

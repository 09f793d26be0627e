// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow's viewing: what the mouse does on the pages, how they are turned, their text
// selected, copied and searched.
#include "app/reading/read_words.h"
#include "ui/document_find.h"
#include "ui/find_bar.h"
#include "ui/main_window.h"
#include "ui/navigation_panel.h"
#include "ui/outline_view.h"
#include "ui/page_strip.h"
#include "ui/text_selection.h"

#include <QActionGroup>
#include <QScrollBar>

namespace ui {

namespace {

QString n(const char* name) {
    return QString::fromLatin1(name);
}

} // namespace

// The keys are Okular's for the same tools.
QVector<ActionRow> MainWindow::mouseRows() {
    return {
        {n("mouseBrowse"),
         tr("Brows&e"),
         n("hand"),
         {QKeySequence(Qt::CTRL | Qt::Key_1)},
         [this] { m_pages->setMouseMode(MouseMode::Browse); },
         tr("Move the pages with the mouse"),
         true},
        {n("mouseSelect"),
         tr("&Select Text"),
         n("select-text"),
         {QKeySequence(Qt::CTRL | Qt::Key_4)},
         [this] { m_pages->setMouseMode(MouseMode::Select); },
         tr("Select text with the mouse"),
         true},
        {n("mouseRegion"),
         tr("Select a Re&gion"),
         n("region"),
         {QKeySequence(Qt::CTRL | Qt::Key_3)},
         [this] {
             m_pages->setMouseMode(MouseMode::Region);
             m_pages->setFocus();
         },
         tr("Draw a rectangle and ask about it alone"),
         true},
    };
}

QVector<ActionRow> MainWindow::turnRows() {
    return {
        {n("turnRight"),
         tr("Turn &Right"),
         {},
         {QKeySequence(Qt::CTRL | Qt::Key_BracketRight)},
         [this] {
             m_pages->setTurns((m_pages->turns() + 1) % 4);
         }},
        {n("turnLeft"),
         tr("Turn Le&ft"),
         {},
         {QKeySequence(Qt::CTRL | Qt::Key_BracketLeft)},
         [this] {
             m_pages->setTurns((m_pages->turns() + 3) % 4);
         }},
    };
}

QVector<ActionRow> MainWindow::textRows() {
    return {
        {n("copyText"),
         tr("&Copy"),
         {},
         QKeySequence::keyBindings(QKeySequence::Copy),
         [this] { m_selection->copy(); },
         tr("Copy the selected text")},
        {n("selectPage"),
         tr("Select &All on Page"),
         {},
         QKeySequence::keyBindings(QKeySequence::SelectAll),
         [this] { m_selection->selectPage(m_pages->currentPage()); },
         tr("Select all text of the page")},
        separatorRow(),
        {n("findText"),
         tr("&Find in Document…"),
         {},
         QKeySequence::keyBindings(QKeySequence::Find),
         [this] {
             m_find->open();
         }},
        {n("findNextText"),
         tr("Find &Next"),
         {},
         {QKeySequence(Qt::Key_F3)},
         [this] {
             m_find->step(1);
         }},
        {n("findPreviousText"),
         tr("Find Pre&vious"),
         {},
         {QKeySequence(Qt::SHIFT | Qt::Key_F3)},
         [this] {
             m_find->step(-1);
         }},
    };
}

void MainWindow::connectText() {
    m_selection = std::make_unique<TextSelection>(*m_pages);
    m_find = std::make_unique<DocumentFind>(*m_findBar, *m_pages);
    connect(m_selection.get(), &TextSelection::changed, this,
            [this] { m_actions[n("copyText")]->setEnabled(!m_selection->isEmpty()); });
}

void MainWindow::showTextOf(OpenDocument* open) {
    const auto text = open != nullptr ? open->text : nullptr;
    m_selection->setText(text);
    if (open == nullptr) {
        m_findBar->close();
    }
    m_find->setText(text);
}

void MainWindow::takeReadText(OpenDocument& open, int page, const app::PageText& text) {
    open.text->setRead(page, app::wordsOf(text));
    if (&open == current()) {
        m_selection->refresh(page);
        m_find->refresh();
    }
}

// --- where one is ---

QVector<ActionRow> MainWindow::historyOfViewRows() {
    return {
        {n("goBack"),
         tr("&Back"),
         {},
         {QKeySequence(Qt::ALT | Qt::Key_Left), QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Left)},
         [this] { goBack(); },
         tr("Back to where you were")},
        {n("goForward"),
         tr("F&orward"),
         {},
         {QKeySequence(Qt::ALT | Qt::Key_Right), QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Right)},
         [this] {
             goForward();
         }},
    };
}

void MainWindow::connectNavigation() {
    connect(m_pages, &PageView::jumped, this, [this](const PagePoint& from) {
        if (OpenDocument* open = current()) {
            open->history.leave(from);
            updateActions();
        }
    });
    connect(m_outline, &OutlineView::placeChosen, this, [this](int page, double top) {
        current()->history.leave(m_pages->position().top);
        m_pages->goTo({page, {0, top}});
        updateActions();
    });
    const auto follow = [this] {
        if (current() != nullptr) {
            const PagePoint top = m_pages->toPage({0, 0});
            m_outline->follow(m_pages->currentPage(),
                              top.page == m_pages->currentPage() ? top.at.y() : 0);
        }
    };
    connect(m_pages, &PageView::currentPageChanged, this, follow);
    connect(&m_loader, &DocumentLoader::busyChanged, this, [this](bool busy) {
        if (!busy && !m_restoredCurrent.isEmpty()) {
            showPath(std::exchange(m_restoredCurrent, {}));
            m_restored.clear(); // of files that are not there any more
        }
    });
    connect(m_pages->verticalScrollBar(), &QScrollBar::valueChanged, this, follow);
}

void MainWindow::goBack() {
    if (OpenDocument* open = current(); open != nullptr && open->history.canGoBack()) {
        m_pages->goTo(open->history.back(m_pages->position().top));
        updateActions();
    }
}

void MainWindow::goForward() {
    if (OpenDocument* open = current(); open != nullptr && open->history.canGoForward()) {
        m_pages->goTo(open->history.forward(m_pages->position().top));
        updateActions();
    }
}

// The newest word on each page.
void MainWindow::refreshPageStates() {
    QHash<int, PageState> states;
    if (const OpenDocument* open = current()) {
        for (const app::Turn& turn : open->conversation->turns()) {
            const bool isRead = turn.asked.task == app::Task::Read;
            if (!turn.hasEnded()) {
                states[turn.page()] = PageState::Working;
            } else if (isRead && turn.state == app::Turn::State::Failed) {
                states[turn.page()] = PageState::Flagged;
            } else if (isRead) {
                const auto& text = turn.result.pageText;
                states[turn.page()] =
                    text && !text->complete ? PageState::Flagged : PageState::Read;
            }
        }
    }
    m_strip->setStates(states);
}

// --- colours ---

QVector<ActionRow> MainWindow::colorRows() {
    const auto row = [this](const char* name, const QString& text, app::PageColors colors) {
        return ActionRow{n(name), text, {}, {}, [this, colors] { setPageColors(colors); },
                         {},      true};
    };
    return {row("colorsOriginal", tr("&As They Are"), app::PageColors::Original),
            row("colorsDark", tr("&Dark"), app::PageColors::Dark),
            row("colorsSepia", tr("&Sepia"), app::PageColors::Sepia)};
}

void MainWindow::setPageColors(app::PageColors colors) {
    m_pages->setPageColors(colors);
    m_strip->setColors(colors);
    const char* names[] = {"colorsOriginal", "colorsDark", "colorsSepia"};
    m_actions[n(names[int(colors)])]->setChecked(true);
}

// --- mouse ---

void MainWindow::connectMouseModes() {
    m_actions.makeExclusive({n("colorsOriginal"), n("colorsDark"), n("colorsSepia")});
    QActionGroup* group =
        m_actions.makeExclusive({n("mouseBrowse"), n("mouseSelect"), n("mouseRegion")});
    group->actions().first()->setChecked(true);
    connect(m_pages, &PageView::mouseModeChanged, this, [this](MouseMode mode) {
        m_actions[mode == MouseMode::Select   ? n("mouseSelect")
                  : mode == MouseMode::Region ? n("mouseRegion")
                                              : n("mouseBrowse")]
            ->setChecked(true);
    });
}

} // namespace ui

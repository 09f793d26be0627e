// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/areas/navigating.h"

#include "ui/navigation_panel.h"
#include "ui/outline_view.h"
#include "ui/page_strip.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMainWindow>
#include <QScrollBar>

namespace ui {

Navigating::Navigating(Workspace& work)
    : m_work(work)
    , m_pages(work.pages())
    , m_strip(new PageStrip(work.renderer(), &work.window()))
    , m_outline(new OutlineView(&work.window()))
    , m_panel(new NavigationPanel(m_strip, m_outline, &work.window()))
    , m_pageNumber(new QWidget(&work.window())) {
    buildPageNumber();
    const DocumentTabs& documents = work.documents();
    connect(&documents, &DocumentTabs::leaving, this, [this] { show(nullptr); });
    connect(&documents, &DocumentTabs::shown, this, &Navigating::show);
    connect(&m_pages, &PageView::currentPageChanged, this, &Navigating::showPage);
    connect(m_pages.verticalScrollBar(), &QScrollBar::valueChanged, this,
            &Navigating::followOutline);
    connect(&m_pages, &PageView::jumped, this, [this](const PagePoint& from) {
        if (OpenDocument* open = m_work.current()) {
            open->history.leave(from);
            m_work.noteChange();
        }
    });
    connect(m_strip, &PageStrip::pageChosen, &m_pages, &PageView::goToPage);
    connect(m_outline, &OutlineView::placeChosen, this, [this](int page, double top) {
        m_work.current()->history.leave(m_pages.position().top);
        m_pages.goTo({page, {0, top}});
        m_work.noteChange();
    });
    connect(&work, &Workspace::changed, this, &Navigating::updateActions);
}

QVector<ActionRow> Navigating::pageRows() {
    return {
        {"previousPage",
         tr("&Previous Page"),
         "previous",
         {QKeySequence(Qt::CTRL | Qt::Key_PageUp)},
         [this] {
             m_pages.goToPage(m_pages.currentPage() - 1);
         }},
        {"nextPage",
         tr("&Next Page"),
         "next",
         {QKeySequence(Qt::CTRL | Qt::Key_PageDown)},
         [this] {
             m_pages.goToPage(m_pages.currentPage() + 1);
         }},
        {"firstPage",
         tr("&First Page"),
         {},
         {QKeySequence(Qt::CTRL | Qt::Key_Home)},
         [this] {
             m_pages.goToPage(0);
         }},
        {"lastPage",
         tr("&Last Page"),
         {},
         {QKeySequence(Qt::CTRL | Qt::Key_End)},
         [this] {
             m_pages.goToPage(m_pages.pageCount() - 1);
         }},
        {"goToPage",
         tr("&Go to Page…"),
         {},
         {QKeySequence(Qt::CTRL | Qt::Key_G)},
         [this] {
             m_pageField->setFocus(Qt::ShortcutFocusReason);
             m_pageField->selectAll();
         }},
    };
}

QVector<ActionRow> Navigating::historyRows() {
    return {
        {"goBack",
         tr("&Back"),
         {},
         {QKeySequence(Qt::ALT | Qt::Key_Left), QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Left)},
         [this] { goBack(); },
         tr("Back to where you were")},
        {"goForward",
         tr("F&orward"),
         {},
         {QKeySequence(Qt::ALT | Qt::Key_Right), QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Right)},
         [this] {
             goForward();
         }},
    };
}

void Navigating::setPageColors(app::PageColors colors) {
    m_strip->setColors(colors);
}

void Navigating::show(const OpenDocument* open) {
    m_strip->setDocument(open ? open->document : nullptr);
    m_outline->setDocument(open ? open->document : nullptr);
    if (open) {
        showPage(m_pages.currentPage());
    }
}

void Navigating::showPage(int page) {
    m_strip->setCurrentPage(page);
    followOutline();
}

void Navigating::followOutline() {
    if (m_work.current() != nullptr) {
        const PagePoint top = m_pages.toPage({0, 0});
        const bool isHere = top.page == m_pages.currentPage();
        m_outline->follow(m_pages.currentPage(), isHere ? top.at.y() : 0);
    }
}

void Navigating::goBack() {
    if (OpenDocument* open = m_work.current(); open != nullptr && open->history.canGoBack()) {
        m_pages.goTo(open->history.back(m_pages.position().top));
        m_work.noteChange();
    }
}

void Navigating::goForward() {
    if (OpenDocument* open = m_work.current(); open != nullptr && open->history.canGoForward()) {
        m_pages.goTo(open->history.forward(m_pages.position().top));
        m_work.noteChange();
    }
}

void Navigating::buildPageNumber() {
    m_pageNumber->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_pageField = new QLineEdit(m_pageNumber);
    m_pageField->setObjectName(QStringLiteral("pageField"));
    m_pageField->setAccessibleName(tr("Page number"));
    m_pageField->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_pageField->setFixedSize(48, 28);
    m_pageField->setValidator(new QIntValidator(1, 9'999'999, m_pageField));
    m_pageTotal = new QLabel(m_pageNumber);
    m_pageTotal->setForegroundRole(QPalette::PlaceholderText);
    auto* row = new QHBoxLayout(m_pageNumber);
    row->setContentsMargins(0, 0, kUnit, 0);
    row->setSpacing(6);
    row->addWidget(m_pageField);
    row->addWidget(m_pageTotal);
    connect(m_pageField, &QLineEdit::returnPressed, this, &Navigating::goToTypedPage);
    connect(m_pageField, &QLineEdit::editingFinished, this, &Navigating::showPageNumber);
}

void Navigating::goToTypedPage() {
    m_pages.goToPage(m_pageField->text().toInt() - 1);
    m_pages.setFocus();
}

void Navigating::showPageNumber() {
    const bool open = m_work.current() != nullptr;
    m_pageField->setEnabled(open);
    m_pageField->setText(open ? QString::number(m_pages.currentPage() + 1) : QString());
    m_pageTotal->setText(open ? tr("/ %1").arg(QLocale().toString(m_pages.pageCount()))
                              : QString());
}

// The newest word on each page.
void Navigating::refreshPageStates() {
    QHash<int, PageState> states;
    if (const OpenDocument* open = m_work.current()) {
        for (const app::Turn& turn : open->conversation.turns()) {
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

void Navigating::updateActions() {
    const OpenDocument* open = m_work.current();
    const int page = m_pages.currentPage();
    const int last = m_pages.pageCount() - 1;
    m_work.actions().setEnabled({{"previousPage", open && page > 0},
                                 {"firstPage", open && page > 0},
                                 {"nextPage", open && page < last},
                                 {"lastPage", open && page < last},
                                 {"goToPage", open && last > 0},
                                 {"goBack", open && open->history.canGoBack()},
                                 {"goForward", open && open->history.canGoForward()}});
    showPageNumber();
    refreshPageStates();
}

} // namespace ui

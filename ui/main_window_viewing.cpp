// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow's viewing: what the mouse does on the pages, how they are turned, their text
// selected, copied and searched.
#include "app/reading/read_words.h"
#include "ui/document_find.h"
#include "ui/find_bar.h"
#include "ui/main_window.h"
#include "ui/text_selection.h"

#include <QActionGroup>

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
         tr("&Browse"),
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
         tr("Turn &Left"),
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

void MainWindow::connectMouseModes() {
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

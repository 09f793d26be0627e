// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/areas/text_on_pages.h"

#include "ui/document_find.h"
#include "ui/find_bar.h"
#include "ui/text_selection.h"

#include <QMainWindow>

#include <algorithm>

namespace ui {

namespace {

constexpr double kAir = 0.01; // of the page

} // namespace

TextOnPages::TextOnPages(Workspace& work)
    : m_work(work)
    , m_findBar(new FindBar(&work.window()))
    , m_selection(std::make_unique<TextSelection>(work.pages()))
    , m_find(std::make_unique<DocumentFind>(*m_findBar, work.pages())) {
    connect(m_selection.get(), &TextSelection::changed, this, &TextOnPages::updateActions);
    connect(&work, &Workspace::changed, this, &TextOnPages::updateActions);
    connect(&work.documents(), &DocumentTabs::shown, this, &TextOnPages::show);
    connect(&work.documents(), &DocumentTabs::leaving, this, [this] {
        m_selection->setText(nullptr);
        m_find->setText(nullptr);
    });
    connect(&work.documents(), &DocumentTabs::added, this, [this](const OpenDocument& open) {
        connect(&open, &OpenDocument::textRead, this, [this, &open](int page) {
            if (&open == m_work.current()) {
                m_selection->refresh(page);
                m_find->refresh();
            }
        });
    });
}

TextOnPages::~TextOnPages() = default;

QVector<ActionRow> TextOnPages::rows() {
    return {
        {"copyText",
         tr("&Copy"),
         {},
         QKeySequence::keyBindings(QKeySequence::Copy),
         [this] { m_selection->copy(); },
         tr("Copy the selected text")},
        {"selectPage",
         tr("Select &All on Page"),
         {},
         QKeySequence::keyBindings(QKeySequence::SelectAll),
         [this] { m_selection->selectPage(m_work.pages().currentPage()); },
         tr("Select all text of the page")},
        separatorRow(),
        {"findText",
         tr("&Find in Document…"),
         {},
         QKeySequence::keyBindings(QKeySequence::Find),
         [this] {
             m_find->open();
         }},
        {"findNextText",
         tr("Find &Next"),
         {},
         {QKeySequence(Qt::Key_F3)},
         [this] {
             m_find->step(1);
         }},
        {"findPreviousText",
         tr("Find Pre&vious"),
         {},
         {QKeySequence(Qt::SHIFT | Qt::Key_F3)},
         [this] {
             m_find->step(-1);
         }},
    };
}

QVector<ActionRow> TextOnPages::askRows() {
    return {{"askSelection",
             tr("Ask About the Se&lection…"),
             {},
             {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K)},
             [this] { askAboutSelection(); },
             tr("Ask about the part of the page where the selected text stands")}};
}

void TextOnPages::askAboutSelection() {
    m_selection->whenRead([this] {
        const int page = std::clamp(m_work.pages().currentPage(), m_selection->firstPage(),
                                    m_selection->lastPage());
        const QRectF bounds = m_selection->boundsOn(page);
        if (bounds.isEmpty()) {
            m_work.showNote(tr("No text is selected there. Read the page first, or select a part "
                               "of it with the region tool."));
            return;
        }
        // With the air around it that a person would leave, too.
        const QRectF part = bounds.adjusted(-kAir, -kAir, kAir, kAir);
        emit askWanted({page, part.intersected(QRectF(0, 0, 1, 1))});
    });
}

void TextOnPages::show(const OpenDocument* open) {
    const auto text = open != nullptr ? open->text : nullptr;
    m_selection->setText(text);
    if (open == nullptr) {
        m_findBar->close();
    }
    m_find->setText(text);
}

void TextOnPages::updateActions() {
    const bool open = m_work.current() != nullptr;
    m_work.actions().setEnabled({{"copyText", open && !m_selection->isEmpty()},
                                 {"askSelection", open && !m_selection->isEmpty()},
                                 {"selectPage", open},
                                 {"findText", open},
                                 {"findNextText", open},
                                 {"findPreviousText", open}});
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/areas/annotating.h"

#include "ui/box_tool.h"
#include "ui/boxes_panel.h"
#include "ui/edit_text.h"

namespace ui {

Annotating::Annotating(Workspace& work)
    : m_work(work)
    , m_boxTool(new BoxTool(work.pages()))
    , m_boxes(new BoxesPanel(&work.side())) {
    m_boxes->setColors([this](const QString& label) { return m_boxTool->colorOf(label); });
    connectDocuments();
    connectBoxes();
    connect(&work, &Workspace::changed, this, &Annotating::updateActions);
}

namespace {

QList<QKeySequence> redoKeys() {
    QList<QKeySequence> keys = QKeySequence::keyBindings(QKeySequence::Redo);
    const QKeySequence common(Qt::CTRL | Qt::Key_Y);
    return keys.contains(common) ? keys : keys << common;
}

} // namespace

QVector<ActionRow> Annotating::historyRows() {
    return {
        {"undo",
         tr("&Undo"),
         {},
         QKeySequence::keyBindings(QKeySequence::Undo),
         [this] {
             m_work.current()->annotations.history().undo();
         }},
        {"redo",
         tr("&Redo"),
         {},
         redoKeys(),
         [this] {
             m_work.current()->annotations.history().redo();
         }},
        separatorRow(),
    };
}

QVector<ActionRow> Annotating::boxRows() {
    return {
        {"addBox",
         tr("&Add Box"),
         "add-box",
         {QKeySequence(Qt::CTRL | Qt::Key_B)},
         [this] {
             m_work.showTab(SideTab::Boxes);
             m_work.pages().setFocus();
             m_boxTool->setAdding(m_work.actions()["addBox"]->isChecked());
         },
         tr("Draw boxes on the page; Enter puts one into its middle"),
         true},
        {"renameBox",
         tr("&Rename Box"),
         {},
         {QKeySequence(Qt::Key_F2)},
         [this] {
             if (!m_boxes->editLabel()) {
                 m_boxTool->nameChosen();
             }
         }},
        {"deleteBoxes",
         tr("&Delete Boxes"),
         "clear",
         {QKeySequence(Qt::Key_Delete)},
         [this] { m_work.current()->annotations.deleteBoxes(m_boxes->chosen()); },
         tr("Delete the chosen boxes")},
        separatorRow(),
        {"keepPlaces",
         tr("&Keep Places of the Answer"),
         {},
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B)},
         [this] { keepPlaces(m_work.current()->placesTurn); },
         tr("Make boxes of the places that are on the page")},
    };
}

void Annotating::connectActions() {
    ActionTable& actions = m_work.actions();
    m_boxes->setActions(actions["addBox"], actions["deleteBoxes"], actions["importBoxes"],
                        actions["export"]);
    connect(m_boxTool, &BoxTool::addingChanged, actions["addBox"], &QAction::setChecked);
    connect(m_boxes, &BoxesPanel::findWanted, actions["findOnPage"], &QAction::trigger);
}

void Annotating::connectDocuments() {
    const DocumentTabs& documents = m_work.documents();
    connect(&documents, &DocumentTabs::added, this, [this](OpenDocument& open) {
        connect(&open.annotations.history(), &QUndoStack::indexChanged, &m_work,
                &Workspace::noteChange);
    });
    connect(&documents, &DocumentTabs::leaving, this, [this] {
        m_boxTool->setAnnotations(nullptr);
        m_boxes->setAnnotations(nullptr);
    });
    connect(&documents, &DocumentTabs::shown, this, [this](OpenDocument* open) {
        m_boxes->setAnnotations(open ? &open->annotations : nullptr);
        showPage(m_work.pages().currentPage());
        showBoxes();
    });
    connect(&m_work.pages(), &PageView::currentPageChanged, this, &Annotating::showPage);
    connect(&m_work, &Workspace::tabLeft, this, [this] { m_boxTool->setAnnotations(nullptr); });
    connect(&m_work, &Workspace::tabShown, this, &Annotating::showBoxes);
}

void Annotating::connectBoxes() {
    connect(m_boxTool, &BoxTool::boxChosen, m_boxes, &BoxesPanel::choose);
    connect(m_boxTool, &BoxTool::boxHovered, m_boxes, &BoxesPanel::light);
    connect(m_boxes, &BoxesPanel::boxHovered, m_boxTool, &BoxTool::light);
    connect(m_boxes, &BoxesPanel::selectionChanged, this, &Annotating::updateActions);
    connect(m_boxes, &BoxesPanel::boxChosen, this, [this](quint64 id) {
        m_boxTool->choose(id);
        revealBox(id);
    });
    connect(m_boxes, &BoxesPanel::boxActivated, this, [this](quint64 id) {
        revealBox(id);
        m_work.pages().setFocus();
    });
}

void Annotating::showPage(int page) {
    m_boxes->setPages(m_work.pages().pageCount(), page);
}

// They are on the pages while their tab is shown.
void Annotating::showBoxes() {
    OpenDocument* open = m_work.current();
    if (open == nullptr || m_work.side().current() != SideTab::Boxes) {
        return;
    }
    m_boxTool->setAnnotations(&open->annotations);
    const QVector<quint64> chosen = m_boxes->chosen();
    m_boxTool->choose(chosen.size() == 1 ? chosen.first() : 0);
}

void Annotating::revealBox(quint64 id) {
    const OpenDocument* open = m_work.current();
    if (const app::Box* box = open != nullptr ? open->annotations.boxes().find(id) : nullptr) {
        m_work.pages().reveal(box->page, box->place);
    }
}

void Annotating::updateActions() {
    const OpenDocument* open = m_work.current();
    const bool shown = m_work.side().current() == SideTab::Boxes;
    const auto chosen = shown ? m_boxes->chosen().size() : 0;
    const auto undo = open != nullptr ? open->annotations.nextUndo() : std::nullopt;
    const auto redo = open != nullptr ? open->annotations.nextRedo() : std::nullopt;
    ActionTable& actions = m_work.actions();
    actions.setEnabled({{"addBox", open != nullptr},
                        {"renameBox", chosen == 1},
                        {"deleteBoxes", chosen > 0},
                        {"keepPlaces", open && open->placesTurn >= 0},
                        {"undo", undo.has_value()},
                        {"redo", redo.has_value()}});
    actions["undo"]->setText(undo ? tr("&Undo: %1").arg(editText(*undo)) : tr("&Undo"));
    actions["redo"]->setText(redo ? tr("&Redo: %1").arg(editText(*redo)) : tr("&Redo"));
}

void Annotating::keepPlaces(int turn) {
    OpenDocument* open = m_work.current();
    if (open == nullptr || turn < 0) {
        return;
    }
    const app::Turn& answer = open->conversation.turns()[turn];
    QVector<app::Box> boxes;
    for (const app::Place& place : answer.result.places) {
        app::Box box;
        box.page = answer.pageOf(place);
        box.place = place.box;
        box.label = place.label;
        box.source =
            answer.asked.task == app::Task::Find ? app::BoxSource::Find : app::BoxSource::Answer;
        box.origin = answer.asked.text;
        boxes.append(box);
    }
    m_work.showTab(SideTab::Boxes);
    const auto ids = open->annotations.addBoxes(boxes, app::EditKind::KeepPlaces);
    if (!ids.isEmpty()) {
        m_boxes->choose(ids.first());
        m_boxTool->choose(ids.first());
        m_work.pages().setFocus();
    }
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow's boxes: what the side panel's tab says is what is drawn on the page; the table and
// the page follow each other; what a person does can be undone.
#include "ui/box_tool.h"
#include "ui/boxes_panel.h"
#include "ui/edit_text.h"
#include "ui/main_window.h"
#include "ui/text_panel.h"

#include <QAbstractItemView>

namespace ui {

namespace {

QString n(const char* name) {
    return QString::fromLatin1(name);
}

} // namespace

QVector<ActionRow> MainWindow::historyRows() {
    return {
        {n("undo"),
         tr("&Undo"),
         {},
         QKeySequence::keyBindings(QKeySequence::Undo),
         [this] {
             current()->annotations->history().undo();
         }},
        {n("redo"),
         tr("&Redo"),
         {},
         QKeySequence::keyBindings(QKeySequence::Redo) << QKeySequence(Qt::CTRL | Qt::Key_Y),
         [this] {
             current()->annotations->history().redo();
         }},
        separatorRow(),
    };
}

QVector<ActionRow> MainWindow::boxRows() {
    return {
        {n("addBox"),
         tr("&Add Box"),
         n("add-box"),
         {QKeySequence(Qt::CTRL | Qt::Key_B)},
         [this] {
             showSideTab(SideTab::Boxes);
             m_pages->setFocus();
             m_boxTool->setAdding(m_actions[n("addBox")]->isChecked());
         },
         tr("Draw boxes on the page; Enter puts one into its middle"),
         true},
        {n("renameBox"),
         tr("&Rename Box"),
         {},
         {QKeySequence(Qt::Key_F2)},
         [this] {
             if (!m_boxes->editLabel()) {
                 m_boxTool->nameChosen();
             }
         }},
        {n("deleteBoxes"),
         tr("&Delete Boxes"),
         n("clear"),
         {QKeySequence(Qt::Key_Delete)},
         [this] { current()->annotations->deleteBoxes(m_boxes->chosen()); },
         tr("Delete the chosen boxes")},
        separatorRow(),
        {n("keepPlaces"),
         tr("&Keep Places of the Answer"),
         {},
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B)},
         [this] { keepPlaces(current()->placesTurn); },
         tr("Make boxes of the places that are on the page")},
    };
}

void MainWindow::connectBoxes() {
    m_boxes->setColors([this](const QString& label) { return m_boxTool->colorOf(label); });
    m_boxes->setActions(m_actions[n("addBox")], m_actions[n("deleteBoxes")],
                        m_actions[n("importBoxes")], m_actions[n("export")]);
    connect(m_side, &SidePanel::currentChanged, this, [this] {
        refreshMarks();
        updateActions();
    });
    connect(m_boxTool, &BoxTool::boxChosen, m_boxes, &BoxesPanel::choose);
    connect(m_boxTool, &BoxTool::boxHovered, m_boxes, &BoxesPanel::light);
    connect(m_boxTool, &BoxTool::addingChanged, m_actions[n("addBox")], &QAction::setChecked);
    connect(m_boxes, &BoxesPanel::boxHovered, m_boxTool, &BoxTool::light);
    connect(m_boxes, &BoxesPanel::selectionChanged, this, &MainWindow::updateBoxActions);
    connect(m_boxes, &BoxesPanel::boxChosen, this, [this](quint64 id) {
        m_boxTool->choose(id);
        revealBox(id);
    });
    connect(m_boxes, &BoxesPanel::boxActivated, this, [this](quint64 id) {
        revealBox(id);
        m_pages->setFocus();
    });
}

void MainWindow::revealBox(quint64 id) {
    const OpenDocument* open = current();
    if (const app::Box* box = open != nullptr ? open->annotations->boxes().find(id) : nullptr) {
        m_pages->reveal(box->page, box->place);
    }
}

void MainWindow::refreshMarks() {
    OpenDocument* open = current();
    const SideTab tab = m_side->current();
    m_boxTool->setAnnotations(open != nullptr && tab == SideTab::Boxes ? open->annotations.get()
                                                                       : nullptr);
    if (tab == SideTab::Ask) {
        showPlacesOf(open != nullptr ? open->placesTurn : -1);
    } else if (tab == SideTab::Boxes) {
        const QVector<quint64> chosen = m_boxes->chosen();
        m_boxTool->choose(chosen.size() == 1 ? chosen.first() : 0);
    } else {
        m_pages->showPlaces(lineMarks());
        lightLine(m_text->currentLine());
    }
}

void MainWindow::updateBoxActions() {
    const OpenDocument* open = current();
    const bool chosen = m_side->current() == SideTab::Boxes && !m_boxes->chosen().isEmpty();
    m_actions[n("addBox")]->setEnabled(open != nullptr);
    m_actions[n("importBoxes")]->setEnabled(open != nullptr);
    m_actions[n("export")]->setEnabled(open != nullptr);
    m_actions[n("renameBox")]->setEnabled(chosen && m_boxes->chosen().size() == 1);
    m_actions[n("deleteBoxes")]->setEnabled(chosen);
    m_actions[n("keepPlaces")]->setEnabled(open != nullptr && open->placesTurn >= 0);
    const auto undo = open != nullptr ? open->annotations->nextUndo() : std::nullopt;
    const auto redo = open != nullptr ? open->annotations->nextRedo() : std::nullopt;
    m_actions[n("undo")]->setEnabled(undo.has_value());
    m_actions[n("undo")]->setText(undo ? tr("&Undo: %1").arg(editText(*undo)) : tr("&Undo"));
    m_actions[n("redo")]->setEnabled(redo.has_value());
    m_actions[n("redo")]->setText(redo ? tr("&Redo: %1").arg(editText(*redo)) : tr("&Redo"));
}

void MainWindow::keepPlaces(int turn) {
    OpenDocument* open = current();
    if (open == nullptr || turn < 0) {
        return;
    }
    const app::Turn& answer = open->conversation->turns()[turn];
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
    showSideTab(SideTab::Boxes);
    const auto ids = open->annotations->addBoxes(boxes, app::EditKind::KeepPlaces);
    if (!ids.isEmpty()) {
        m_boxes->choose(ids.first());
        m_boxTool->choose(ids.first());
        m_pages->setFocus();
    }
}

} // namespace ui

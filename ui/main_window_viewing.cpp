// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow's viewing: what the mouse does on the pages and how they are turned.
#include "ui/main_window.h"

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

void MainWindow::connectMouseModes() {
    QActionGroup* group = m_actions.makeExclusive({n("mouseBrowse"), n("mouseSelect")});
    group->actions().first()->setChecked(true);
    connect(m_pages, &PageView::mouseModeChanged, this, [this](MouseMode mode) {
        m_actions[mode == MouseMode::Select ? n("mouseSelect") : n("mouseBrowse")]->setChecked(
            true);
    });
}

} // namespace ui

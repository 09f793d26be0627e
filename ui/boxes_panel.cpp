// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boxes_panel.h"

#include "ui/widgets/empty_state.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

BoxesPanel::BoxesPanel(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("boxesPanel"));
    auto* nothing =
        new EmptyState(QStringLiteral("place"),
                       tr("Boxes around what you find on the page stand here."), tr("Find…"), this);
    nothing->button()->setObjectName(QStringLiteral("findFromBoxes"));
    connect(nothing->button(), &QPushButton::clicked, this, &BoxesPanel::findWanted);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(nothing);
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text_panel.h"

#include "ui/widgets/empty_state.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

TextPanel::TextPanel(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("textPanel"));
    auto* nothing = new EmptyState(QStringLiteral("read"),
                                   tr("The text of the page stands here once it has been read."),
                                   tr("Read Page"), this);
    nothing->button()->setObjectName(QStringLiteral("readFromText"));
    connect(nothing->button(), &QPushButton::clicked, this, &TextPanel::readWanted);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(nothing);
}

} // namespace ui

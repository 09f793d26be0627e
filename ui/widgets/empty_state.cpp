// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include "ui/icons.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"
#include "ui/widgets/icon_label.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kPictureEdge = 40;

} // namespace

EmptyState::EmptyState(const QString& iconName, const QString& sentence, const QString& buttonText,
                       QWidget* parent)
    : QWidget(parent)
    , m_button(new QPushButton(buttonText, this)) {
    auto* words = new QLabel(sentence, this);
    words->setAlignment(Qt::AlignCenter);
    words->setWordWrap(true);
    words->setFont(fontOf(TextSize::Title));
    m_button->setProperty(kPrimaryProperty, true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kMargin, 2 * kMargin, 2 * kMargin, 2 * kMargin);
    column->setSpacing(kMargin);
    column->addStretch(2);
    column->addWidget(new IconLabel(icon(iconName), kPictureEdge, this), 0, Qt::AlignHCenter);
    column->addWidget(words);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
}

} // namespace ui

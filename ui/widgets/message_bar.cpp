// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/message_bar.h"

#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/widgets/icon_label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {

QLabel* plainLabel(const char* name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new IconLabel({}, kIconSize, this))
    , m_text(plainLabel("messageText", this))
    , m_details(plainLabel("messageDetails", this))
    , m_detailsButton(new QToolButton(this))
    , m_close(new QToolButton(this)) {
    m_detailsButton->setObjectName(QStringLiteral("messageMore"));
    m_detailsButton->setText(tr("Details"));
    m_detailsButton->setCheckable(true);
    m_detailsButton->setAutoRaise(true);
    connect(m_detailsButton, &QToolButton::toggled, m_details, &QWidget::setVisible);
    m_close->setObjectName(QStringLiteral("messageClose"));
    m_close->setIcon(icon(QStringLiteral("close")));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(m_close->toolTip());
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);

    auto* texts = new QVBoxLayout;
    texts->setSpacing(kUnit);
    texts->addWidget(m_text);
    texts->addWidget(m_details);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kMargin, kUnit, kUnit, kUnit);
    row->setSpacing(kGap);
    row->addWidget(m_icon);
    row->addLayout(texts, 1);
    row->addWidget(m_detailsButton);
    row->addWidget(m_close);
    hide();
}

void MessageBar::showMessage(Kind kind, const QString& text, const QString& details) {
    m_kind = kind;
    m_text->setText(text);
    m_details->setText(details);
    m_details->hide();
    m_detailsButton->setChecked(false);
    m_detailsButton->setVisible(!details.isEmpty());
    m_icon->setIcon(kind == Kind::Warning ? warningIcon() : icon(QStringLiteral("info")));
    setAccessibleName(text);
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString MessageBar::text() const {
    return m_text->text();
}

void MessageBar::paintEvent(QPaintEvent*) {
    const Colors& colors = colorsOf(palette());
    const bool warning = m_kind == Kind::Warning;
    QPainter painter(this);
    painter.fillRect(rect(), warning ? colors.warningSoft : colors.accentSoft);
    painter.fillRect(0, height() - 1, width(), 1, colors.border);
    painter.fillRect(0, 0, 3, height(), warning ? colors.warning : colors.accent);
}

void MessageBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        hide();
    } else {
        QFrame::keyPressEvent(event);
    }
}

} // namespace ui

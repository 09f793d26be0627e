// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/status_line.h"

#include "ui/theme.h"

#include <QLabel>

namespace ui {

namespace {

constexpr int kHeight = 28;
constexpr int kActivityWidth = 200; // fixed, so that nothing jumps

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent)
    , m_text(new QLabel(this))
    , m_budget(new QLabel(this))
    , m_activity(new QLabel(this)) {
    setSizeGripEnabled(false);
    setFixedHeight(kHeight);
    setContentsMargins(kMargin - 2, 1, kMargin - 2, 0);
    m_text->setObjectName(QStringLiteral("statusText"));
    m_budget->setObjectName(QStringLiteral("statusBudget"));
    m_activity->setObjectName(QStringLiteral("statusActivity"));
    for (QLabel* label : {m_text, m_budget, m_activity}) {
        label->setTextFormat(Qt::PlainText);
    }
    m_text->setMinimumWidth(60);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_activity->setFixedWidth(kActivityWidth);
    m_activity->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    addWidget(m_text, 1);
    addPermanentWidget(m_budget);
    addPermanentWidget(m_activity);
    setActivity({});
}

void StatusLine::setModel(const QString& text) {
    m_model = text;
    showText();
}

void StatusLine::setTiles(const QString& text) {
    m_tiles = text;
    showText();
}

void StatusLine::setBudget(const std::optional<TokenBudget>& budget) {
    const bool over = budget && !budget->fits();
    const QString text = budget ? budgetText(*budget) : QString();
    m_budget->setText(over ? tr("%1: too long").arg(text) : text);
    m_budget->setForegroundRole(over ? QPalette::BrightText : QPalette::WindowText);
}

void StatusLine::setActivity(const QString& text) {
    m_activity->setText(QStringLiteral("● ") + (text.isEmpty() ? tr("idle") : text));
    m_activity->setForegroundRole(text.isEmpty() ? QPalette::PlaceholderText : QPalette::Link);
}

QString StatusLine::text() const {
    QStringList parts{m_model, m_tiles};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

void StatusLine::resizeEvent(QResizeEvent* event) {
    QStatusBar::resizeEvent(event);
    showText();
}

void StatusLine::showText() {
    m_text->setText(fontMetrics().elidedText(text(), Qt::ElideRight, m_text->width()));
    m_text->setToolTip(text());
    m_text->setAccessibleName(text());
}

} // namespace ui

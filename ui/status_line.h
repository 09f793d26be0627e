// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// StatusLine: which model on which device, what it would get of the page, how much of its context a
// question would take, and whether it is at work. Shows what it is told; too long, it is cut with
// an ellipsis and whole in the tool tip. GUI thread.
#pragma once

#include "ui/token_budget.h"

#include <QStatusBar>

class QLabel;

namespace ui {

class StatusLine final : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);

    void setModel(const QString& text);
    void setTiles(const QString& text);
    void setBudget(const std::optional<TokenBudget>& budget);
    // Empty: idle.
    void setActivity(const QString& text);
    QString text() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showText();

    QString m_model;
    QString m_tiles;
    QLabel* m_text;
    QLabel* m_budget;
    QLabel* m_activity;
};

} // namespace ui

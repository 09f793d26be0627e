// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// EmptyState: what stands where nothing is yet: one sentence and what to do next. GUI thread.
#pragma once

#include <QWidget>

class QPushButton;

namespace ui {

class EmptyState final : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString& iconName, const QString& sentence, const QString& buttonText,
               QWidget* parent = nullptr);

    QPushButton* button() const { return m_button; }

private:
    QPushButton* m_button;
};

} // namespace ui

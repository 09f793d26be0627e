// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ShortcutSheet: all keys at a glance, menu by menu. GUI thread.
#pragma once

#include "ui/action_table.h"

#include <QDialog>

namespace ui {

class ShortcutSheet final : public QDialog {
    Q_OBJECT
public:
    ShortcutSheet(const QVector<ActionTable::Entry>& entries, QWidget* parent);

signals:
    void changeWanted();

private:
    QWidget* buildSheet(const QVector<ActionTable::Entry>& entries);
};

} // namespace ui

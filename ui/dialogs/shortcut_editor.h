// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ShortcutEditor: the list of actions with their keys, and a field to press another one. Says whose
// key it is before it is taken away. GUI thread; the shortcuts must outlive it.
#pragma once

#include "ui/shortcuts.h"

#include <QWidget>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace ui {

class ShortcutEditor final : public QWidget {
    Q_OBJECT
public:
    explicit ShortcutEditor(Shortcuts& shortcuts, QWidget* parent = nullptr);

private:
    void build();
    void fill();
    void filter(const QString& text);
    void showChosen();
    void showConflict();
    void assign();
    void setKeys(const QList<QKeySequence>& keys);
    QString chosen() const;

    Shortcuts& m_shortcuts;
    QLineEdit* m_filter;
    QTreeWidget* m_list;
    QKeySequenceEdit* m_key;
    QLabel* m_conflict;
    QPushButton* m_assign;
    QPushButton* m_remove;
    QPushButton* m_reset;
    QPushButton* m_resetAll;
};

} // namespace ui

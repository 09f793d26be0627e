// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// PresetsDialog: the questions one asks often, to be changed, added, removed and put in order.
// Accepted: presets() are the new ones. GUI thread.
#pragma once

#include "app/asking/presets.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace ui {

// Those that the program comes with, named in the user's language.
QVector<app::Preset> defaultPresets();

class PresetsDialog final : public QDialog {
    Q_OBJECT
public:
    explicit PresetsDialog(const QVector<app::Preset>& presets, QWidget* parent = nullptr);

    const QVector<app::Preset>& presets() const { return m_presets; }

private:
    QWidget* buildList();
    QWidget* buildFields();
    QPushButton* addButton(QLayout* row, const char* name, const QString& text);
    void fill(int row);
    void showCurrent();
    void takeFields();
    void add();
    void remove();
    void move(int by);

    QVector<app::Preset> m_presets;
    QListWidget* m_list;
    QLineEdit* m_name;
    QComboBox* m_task;
    QPlainTextEdit* m_prompt;
    QPushButton* m_remove = nullptr;
    QPushButton* m_up = nullptr;
    QPushButton* m_down = nullptr;
    bool m_filling = false;
};

} // namespace ui

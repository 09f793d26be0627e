// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// InputList: the files and folders that go into a job, each once. GUI thread; the prompts must
// outlive it.
#pragma once

#include "ui/prompts.h"

#include <QWidget>

class QListWidget;
class QPushButton;

namespace ui {

class InputList final : public QWidget {
    Q_OBJECT
public:
    InputList(Prompts& prompts, QWidget* parent);

    void add(const QStringList& paths);
    QStringList paths() const;

signals:
    void changed();

private:
    QLayout* buildButtons();
    void removeSelected();

    Prompts& m_prompts;
    QListWidget* m_list;
    QPushButton* m_remove;
};

} // namespace ui

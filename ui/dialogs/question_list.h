// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// QuestionList: what every document is asked, in the order of the columns, each with a short name
// for its column where it shall have one. Written in place. GUI thread.
#pragma once

#include "app/bulk/table.h"

#include <QWidget>

class QPushButton;
class QTableWidget;

namespace ui {

class QuestionList final : public QWidget {
    Q_OBJECT
public:
    explicit QuestionList(QWidget* parent);

    void setQuestions(const QVector<app::TableQuestion>& questions);
    // Without empty ones.
    QVector<app::TableQuestion> questions() const;

signals:
    void changed();

private:
    enum Column { Text, Heading };

    QLayout* buildButtons();
    void append(const app::TableQuestion& question);
    void add();
    void remove();
    void move(int by);
    void refresh();
    QString textAt(int row, int column) const;

    QTableWidget* m_table;
    QPushButton* m_remove;
    QPushButton* m_up;
    QPushButton* m_down;
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// TableDialog: many documents asked the same questions: which questions, and the grid of answers as
// it fills, where each can be looked at on its page. GUI thread; the prompts must outlive it.
#pragma once

#include "ui/answer_rows.h"
#include "ui/dialogs/job_dialog.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace ui {

class QuestionList;

class TableDialog final : public JobDialog {
    Q_OBJECT
public:
    // job: what the form says at first.
    TableDialog(Prompts& prompts, const app::TableJob& job, QWidget* parent);
    ~TableDialog() override;

    app::TableJob job() const;

    void begin(const QVector<app::BulkItem>& items);
    void showProgress(const app::TableProgress& progress);
    void take(const app::TableRow& row);
    void showEnd(const app::TableOutcome& outcome);
    // What came of saving the table.
    void showSaved(const QString& text);

signals:
    void saveWanted();

protected:
    void refresh() override;

private:
    QLayout* buildPages(const app::TableJob& job);
    QTableView* buildGrid();
    QWidget* buildAnswer();
    void showCurrent();
    void goToNextToCheck();
    QString missing() const override;
    std::optional<JobPlace> lookAt(const QModelIndex& index) override;

    AnswerRows m_rows;
    QuestionList* m_questions;
    QComboBox* m_rowsOf;
    QLineEdit* m_pages;
    QTableView* m_grid;
    QLabel* m_remark;
    QPlainTextEdit* m_answer; // of the current cell, whole
    QPushButton* m_next;
    QPushButton* m_save;
    bool m_hasTable = false; // that can be saved
};

} // namespace ui

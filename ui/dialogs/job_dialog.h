// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// JobDialog: a job with many documents as a person sees it: what is wanted, how far it is, what has
// come of it, and a look at any of that. What there is to choose, and how results are shown, is its
// kinds' (BulkDialog, TableDialog). Says what is wanted and does nothing itself. Works on while the
// window behind it is used. GUI thread; the prompts must outlive it.
#pragma once

#include "app/bulk/job.h"
#include "ui/job_place.h"
#include "ui/prompts.h"

#include <QDialog>

class QFormLayout;
class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;
class QToolButton;
class QVBoxLayout;

namespace ui {

class InputList;

class JobDialog : public QDialog {
    Q_OBJECT
public:
    using QDialog::create;

    enum class State { Ready, Running, Paused, Stopping };

    // Files and folders that go in, too.
    void addInputs(const QStringList& paths);
    // Why there is no model for the job (empty: there is one), and what to know about the one there
    // is.
    void setModel(const QString& problem, const QString& advice);
    void setState(State state);

    State state() const { return m_state; }

signals:
    void startWanted();
    void pauseWanted();
    void resumeWanted();
    void stopWanted();
    void lookWanted(const ui::JobPlace& place);

protected:
    // title: of the dialog. wanted: what its upper half holds.
    JobDialog(Prompts& prompts, const QString& title, const QString& wanted, QWidget* parent);

    // For the constructor of a kind: rows of what is wanted below the documents; the table of
    // results with what belongs under it; once everything is there.
    QFormLayout& form() const { return *m_form; }

    void addResults(QTableView* table, QWidget* below = nullptr);
    void addResultButton(QPushButton* button);
    void ready(const QStringList& inputs);

    QStringList inputs() const;
    // A row of the form with a label whose key leads to it.
    void addRow(const QString& label, QWidget* buddy, QLayout* field);

    QTableView* results() const { return m_results; }

    void begin(int documents);
    void showProgress(int documentsDone, const QString& text, std::optional<double> secondsLeft);
    // The sentences, and what is left of the job and why.
    void showEnd(QString text, int left, const std::optional<app::Failure>& end);
    void say(const QString& text, const QString& details = {});
    // Something has changed that decides what can be done.
    virtual void refresh();
    // What keeps the job from starting, but for documents and model; empty: nothing.
    virtual QString missing() const = 0;
    // Nothing: there is nothing to look at.
    virtual std::optional<JobPlace> lookAt(const QModelIndex& index) = 0;

    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* buildWanted(const QString& wanted);
    QLayout* buildButtons();
    QString problem() const;
    void showForm(bool shown);
    void look(const QModelIndex& index);

    State m_state = State::Ready;
    QString m_modelProblem;
    QString m_modelAdvice;

    QVBoxLayout* m_column;
    QToolButton* m_formToggle;
    QWidget* m_formHolder;
    QFormLayout* m_form;
    InputList* m_inputs;
    QLabel* m_hint;
    QProgressBar* m_progress;
    QLabel* m_said;
    QTableView* m_results = nullptr;
    QHBoxLayout* m_buttons;
    QPushButton* m_look;
    QPushButton* m_start;
    QPushButton* m_pause;
    QPushButton* m_stop;
};

} // namespace ui

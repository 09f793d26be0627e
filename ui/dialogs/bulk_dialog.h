// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// BulkDialog: a bulk job as a person sees it: what goes in, what comes out where, how far it is,
// and its documents, those to look at first. Says what is wanted and does nothing itself. Works on
// while the window behind it is used. GUI thread; the prompts must outlive it.
#pragma once

#include "app/bulk/runner.h"
#include "ui/bulk_rows.h"
#include "ui/prompts.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace ui {

class BulkDialog final : public QDialog {
    Q_OBJECT
public:
    using QDialog::create;

    enum class State { Ready, Running, Paused, Stopping };

    // job: what the form says at first.
    BulkDialog(Prompts& prompts, const app::BulkJob& job, QWidget* parent);

    // Files and folders that are to be read, too.
    void addInputs(const QStringList& paths);
    // Empty: a model is there.
    void setModelProblem(const QString& problem);
    void setState(State state);

    void begin(const QVector<app::BulkItem>& items);
    void showProgress(const app::BulkProgress& progress);
    void finish(const app::BulkDocument& document);
    void showEnd(const app::BulkReport& report);

signals:
    void startWanted(const app::BulkJob& job);
    void pauseWanted();
    void resumeWanted();
    void stopWanted();
    void lookWanted(const ui::BulkPlace& place);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* buildForm(const app::BulkJob& job);
    QLayout* buildInputs();
    QLayout* buildFolder();
    QLayout* buildFormats(const QStringList& chosen);
    QWidget* buildTable();
    QLayout* buildButtons();
    void removeInputs();
    void chooseFolder();
    void togglePause();
    void look(const QModelIndex& index);
    void refresh();
    void say(const QString& text, const QString& details = {});
    app::BulkJob job() const;
    QString missing() const;

    Prompts& m_prompts;
    BulkRows m_rows;
    QSortFilterProxyModel* m_sorted;
    State m_state = State::Ready;
    QString m_modelProblem;

    QWidget* m_form = nullptr;
    QListWidget* m_inputs;
    QPushButton* m_remove;
    QLineEdit* m_folder;
    QVector<QCheckBox*> m_formats;
    QComboBox* m_ownText;
    QLabel* m_hint;
    QProgressBar* m_progress;
    QLabel* m_said;
    QTableView* m_table;
    QPushButton* m_look;
    QPushButton* m_start;
    QPushButton* m_pause;
    QPushButton* m_stop;
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// DownloadRun: the one download that can be going on, on a thread of its own, so that the disk
// never holds up the window; goes on while no dialog is open. DownloadPanel: its page in the model
// dialog: what there is, the licence, progress. GUI thread.
#pragma once

#include "app/models/model_download.h"

#include <QThread>
#include <QWidget>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace ui {

class DownloadRun final : public QObject {
    Q_OBJECT
public:
    DownloadRun(const QString& modelsFolder, const QUrl& hub);
    ~DownloadRun() override;

    const app::DownloadStatus& status() const { return m_status; }

    void ask(const QString& repository);
    void accept();
    void pause();
    void resume();
    void cancel();

signals:
    void changed();
    void finished(const QString& folder);

private:
    void take(const app::DownloadStatus& status);

    QThread m_thread;
    app::ModelDownload* m_download; // lives on the thread and goes with it
    app::DownloadStatus m_status;
};

class DownloadPanel final : public QWidget {
    Q_OBJECT
public:
    explicit DownloadPanel(DownloadRun& run, QWidget* parent = nullptr);

    void setRepository(const QString& repository);

private:
    void build();
    void refresh();
    void showLicense();
    QString sentence() const;
    bool isMine() const;

    DownloadRun& m_run;
    QString m_repository;
    QLabel* m_name;
    QLabel* m_text;
    QPlainTextEdit* m_license;
    QCheckBox* m_accepted;
    QProgressBar* m_progress;
    QPushButton* m_ask;
    QPushButton* m_start;
    QPushButton* m_pause;
    QPushButton* m_cancel;
};

} // namespace ui

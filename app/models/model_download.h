// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ModelDownload: a published checkpoint from the hub into the user's models folder, file by file,
// into a hidden folder that gets its name when all of it is there and verified. The only part of
// the program that uses the network, and only between ask() or accept() and the end of the
// download. It was tried against a server in the tests that misbehaves in every way that is named
// there; the hub itself could not be reached where it was written. Lives on one thread with an
// event loop.
#pragma once

#include "app/models/file_download.h"

#include <QElapsedTimer>

#include <functional>
#include <memory>
#include <optional>

namespace app {

struct DownloadStatus {
    enum class State { Idle, Asking, Offered, Running, Paused, Done, Failed };

    State state = State::Idle;
    ModelOffer offer; // from Offered on
    qint64 bytesDone = 0;
    double bytesPerSecond = 0; // 0: not known yet
    QString folder;            // Done: where the model is
    Failure failure;           // Failed; what is on the disk stays for another try
};

class ModelDownload final : public QObject {
    Q_OBJECT
public:
    ModelDownload(const QString& modelsFolder, const QUrl& hub,
                  const DownloadPatience& patience = {});
    ~ModelDownload() override;

    const DownloadStatus& status() const { return m_status; }

public slots:
    // What there is to download, and under which licence. Not while one is running or paused.
    void ask(const QString& repository);
    // The user accepts the licence: downloads. Offered only.
    void accept();
    void pause();
    // Of a pause, or of a failure.
    void resume();
    // Ends it, and removes what it has on the disk.
    void cancel();

signals:
    void changed(const app::DownloadStatus& status);

private:
    using Answer = std::function<void(const QByteArray& body)>;

    void get(const QUrl& url, Answer answer);
    void dropQuestion();
    void takeRevision(const QByteArray& json);
    void takeTree(const QByteArray& json);
    void offer();
    void next();
    void finish();
    void show(DownloadStatus::State state);
    void fail(const Failure& failure);
    void measure();
    bool hasRoom();
    QString partialFolder() const;
    QString begunCommit() const;
    qint64 bytesOfWholeFiles() const;

    QString m_modelsFolder;
    QUrl m_hub;
    DownloadPatience m_patience;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QNetworkReply* m_question = nullptr;
    std::unique_ptr<FileDownload> m_file;
    DownloadStatus m_status;
    QElapsedTimer m_sinceMeasured;
    qint64 m_bytesMeasured = 0;
};

} // namespace app

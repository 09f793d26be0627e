// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// FileDownload: one file from a server to the disk. Bytes go to <path>.part and are hashed while
// they are written; only what has the listed size and hash becomes <path>. Goes on where it was
// after a broken connection, a pause or a restart of the program, where the server can; tries again
// with growing pauses. Lives on one thread with an event loop.
#pragma once

#include "app/models/hub_listing.h"

#include <QCryptographicHash>
#include <QFile>
#include <QObject>
#include <QTimer>

#include <chrono>

class QNetworkAccessManager;
class QNetworkReply;

namespace app {

struct DownloadPatience {
    int tries = 6; // one after another, without a byte in between
    std::chrono::milliseconds firstPause{1000};
    std::chrono::milliseconds silence{30'000}; // after which a connection counts as broken
};

class FileDownload final : public QObject {
    Q_OBJECT
public:
    FileDownload(QNetworkAccessManager& network, const QUrl& url, const RemoteFile& file,
                 const QString& path, const DownloadPatience& patience);
    ~FileDownload() override;

    void start();
    // What is on the disk stays there.
    void stop();

    qint64 bytesOnDisk() const { return m_done; }

signals:
    void progressed();
    void finished();
    // The partial file stays, except where it was wrong.
    void failed(const app::Failure& failure);

private:
    void hashWhatIsThere();
    void beginAgain();
    void request();
    void take();
    bool takeHeaders();
    bool takeStatus(int status);
    void end();
    void conclude();
    void again(const QString& reason);
    void fail(FailureCode code, const QString& reason);
    void drop();

    QNetworkAccessManager& m_network;
    QUrl m_url;
    RemoteFile m_file;
    QString m_path;
    DownloadPatience m_patience;
    QFile m_part;
    QCryptographicHash m_hash;
    QTimer m_pause;
    QTimer m_hashing;
    QNetworkReply* m_reply = nullptr;
    bool m_headersTaken = false;
    qint64 m_done = 0; // bytes on disk, all of them hashed
    qint64 m_doneAtLastTry = 0;
    int m_tries = 0;
    int m_wrongHashes = 0;
};

} // namespace app

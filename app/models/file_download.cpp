// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/file_download.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace app {

namespace {

constexpr qint64 kBuffer = 1 << 20;
constexpr qint64 kHashedAtOnce = 4 << 20;
constexpr int kMostWrongHashes = 2;
constexpr int kLongestPauseFactor = 32;

constexpr int kOk = 200;
constexpr int kPartialContent = 206;
constexpr int kTimeout = 408;
constexpr int kRangeNotSatisfiable = 416;
constexpr int kTooManyRequests = 429;
constexpr int kServerErrors = 500;

// Git hashes small files with a header before them, large ones are hashed as they are.
QCryptographicHash::Algorithm algorithmFor(const RemoteFile& file) {
    return file.sha256.isEmpty() ? QCryptographicHash::Sha1 : QCryptographicHash::Sha256;
}

// "bytes 100-199/5000"
bool isRangeFrom(const QByteArray& header, qint64 first, qint64 total) {
    static const QRegularExpression pattern(QStringLiteral("^bytes (\\d+)-\\d+/(\\d+)$"));
    const auto match = pattern.match(QString::fromLatin1(header));
    return match.hasMatch() && match.captured(1).toLongLong() == first &&
           match.captured(2).toLongLong() == total;
}

} // namespace

FileDownload::FileDownload(QNetworkAccessManager& network, const QUrl& url, const RemoteFile& file,
                           const QString& path, const DownloadPatience& patience)
    : m_network(network)
    , m_url(url)
    , m_file(file)
    , m_path(path)
    , m_patience(patience)
    , m_part(path + QStringLiteral(".part"))
    , m_hash(algorithmFor(file)) {
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &FileDownload::request);
    m_hashing.setInterval(0); // between other events
    connect(&m_hashing, &QTimer::timeout, this, &FileDownload::hashWhatIsThere);
}

FileDownload::~FileDownload() {
    stop();
}

void FileDownload::start() {
    if (!m_part.open(QIODevice::ReadWrite)) {
        fail(FailureCode::FileAccess, m_part.errorString());
        return;
    }
    beginAgain();
    if (m_part.size() > m_file.bytes) {
        m_part.resize(0);
    }
    m_hashing.start();
}

void FileDownload::stop() {
    m_pause.stop();
    m_hashing.stop();
    drop();
    m_part.close();
}

// From nothing: the hash too.
void FileDownload::beginAgain() {
    m_done = 0;
    m_doneAtLastTry = 0;
    m_hash.reset();
    if (m_file.sha256.isEmpty()) {
        m_hash.addData("blob " + QByteArray::number(m_file.bytes) + '\0');
    }
    m_part.seek(0);
}

void FileDownload::hashWhatIsThere() {
    const QByteArray bytes = m_part.read(kHashedAtOnce);
    if (!bytes.isEmpty()) {
        m_hash.addData(bytes);
        m_done += bytes.size();
        emit progressed();
        return;
    }
    m_hashing.stop();
    m_doneAtLastTry = m_done;
    request();
}

void FileDownload::request() {
    if (m_done == m_file.bytes) {
        conclude();
        return;
    }
    QNetworkRequest request(m_url);
    request.setTransferTimeout(int(m_patience.silence.count()));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::NoLessSafeRedirectPolicy);
    // Bytes as they are: sizes and ranges would otherwise be those of something compressed.
    request.setRawHeader("Accept-Encoding", "identity");
    if (m_done > 0) {
        request.setRawHeader("Range", "bytes=" + QByteArray::number(m_done) + '-');
    }
    m_headersTaken = false;
    m_reply = m_network.get(request);
    m_reply->setReadBufferSize(kBuffer);
    connect(m_reply, &QNetworkReply::readyRead, this, &FileDownload::take);
    connect(m_reply, &QNetworkReply::finished, this, &FileDownload::end);
}

void FileDownload::drop() {
    if (QNetworkReply* reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

// False when the answer is of no use; what to do next has been arranged.
bool FileDownload::takeHeaders() {
    m_headersTaken = true;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!takeStatus(status)) {
        return false;
    }
    const QVariant length = m_reply->header(QNetworkRequest::ContentLengthHeader);
    if (length.isValid() && m_done + length.toLongLong() != m_file.bytes) {
        again(QStringLiteral("the server has %1 bytes of it, %2 are listed")
                  .arg(m_done + length.toLongLong())
                  .arg(m_file.bytes));
        return false;
    }
    return true;
}

bool FileDownload::takeStatus(int status) {
    const QByteArray range = m_reply->rawHeader("Content-Range");
    if (status == kPartialContent && isRangeFrom(range, m_done, m_file.bytes)) {
        return true;
    }
    if (status == kOk) { // also when a range was asked for: the whole file comes
        beginAgain();
        m_part.resize(0);
        return true;
    }
    if (status == kPartialContent || status == kRangeNotSatisfiable) {
        beginAgain();
        m_part.resize(0);
        again(QStringLiteral("the server answered with other bytes than were asked for"));
    } else if (status >= kServerErrors || status == kTooManyRequests || status == kTimeout) {
        again(QStringLiteral("the server is busy (HTTP %1)").arg(status));
    } else {
        fail(FailureCode::DownloadFailed,
             QStringLiteral("the server refused it (HTTP %1)").arg(status));
    }
    return false;
}

void FileDownload::take() {
    if (!m_headersTaken && !takeHeaders()) {
        return;
    }
    const QByteArray bytes = m_reply->readAll();
    if (m_done + bytes.size() > m_file.bytes) {
        beginAgain();
        m_part.resize(0);
        again(QStringLiteral("the server sent more than the %1 bytes listed").arg(m_file.bytes));
        return;
    }
    if (m_part.write(bytes) != bytes.size() || !m_part.flush()) {
        fail(FailureCode::DiskFull, m_part.errorString());
        return;
    }
    m_hash.addData(bytes);
    m_done += bytes.size();
    emit progressed();
}

void FileDownload::end() {
    const bool hasStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
    const bool isOpen = m_reply->isOpen(); // not after it was given up for its silence
    if (hasStatus && isOpen && (m_reply->bytesAvailable() > 0 || !m_headersTaken)) {
        take();
    }
    if (m_reply == nullptr) {
        return; // arranged already
    }
    const QString reason = m_reply->error() == QNetworkReply::NoError
                               ? QStringLiteral("the connection ended early")
                               : m_reply->errorString();
    drop();
    if (m_done == m_file.bytes) {
        conclude();
    } else {
        again(reason);
    }
}

void FileDownload::conclude() {
    const QByteArray wanted = m_file.sha256.isEmpty() ? m_file.gitId : m_file.sha256;
    const QByteArray found = m_hash.result().toHex();
    if (found == wanted) {
        m_part.close();
        QFile::remove(m_path);
        if (m_part.rename(m_path)) {
            emit finished();
        } else {
            fail(FailureCode::FileAccess, m_part.errorString());
        }
        return;
    }
    beginAgain();
    m_part.resize(0);
    const QString reason = QStringLiteral("its hash is %1, %2 is listed")
                               .arg(QString::fromLatin1(found), QString::fromLatin1(wanted));
    if (++m_wrongHashes >= kMostWrongHashes) {
        fail(FailureCode::DownloadFailed, reason);
    } else {
        again(reason);
    }
}

void FileDownload::again(const QString& reason) {
    drop();
    if (m_done > m_doneAtLastTry) {
        m_tries = 0;
    }
    m_doneAtLastTry = m_done;
    if (++m_tries >= m_patience.tries) {
        fail(FailureCode::DownloadFailed, reason);
        return;
    }
    const int factor = std::min(1 << (m_tries - 1), kLongestPauseFactor);
    m_pause.start(m_patience.firstPause * factor);
}

void FileDownload::fail(FailureCode code, const QString& reason) {
    stop();
    emit failed({code, m_file.name, reason});
}

} // namespace app

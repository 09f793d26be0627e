// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/model_download.h"

#include "app/log.h"

#include <QDir>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSaveFile>
#include <QStorageInfo>

#include <algorithm>
#include <utility>

namespace app {

namespace {

using State = DownloadStatus::State;

constexpr qint64 kMostAnswerBytes = 16 << 20;
constexpr qint64 kSpareBytes = 64 << 20; // for everything else that writes to that disk
constexpr qint64 kMeasuredEveryMs = 500;
constexpr double kSmoothing = 0.3;

// Names the commit, so that a download goes on with the files it began with.
QString commitFile(const QString& folder) {
    return folder + QStringLiteral("/tessera-download.txt");
}

} // namespace

ModelDownload::ModelDownload(const QString& modelsFolder, const QUrl& hub,
                             const DownloadPatience& patience)
    : m_modelsFolder(modelsFolder)
    , m_hub(hub)
    , m_patience(patience)
    , m_network(std::make_unique<QNetworkAccessManager>()) {
    m_network->setParent(this); // goes to another thread with it
}

ModelDownload::~ModelDownload() = default;

// Hidden, so that the list of models does not show it.
QString ModelDownload::partialFolder() const {
    return QStringLiteral("%1/.%2.partial")
        .arg(m_modelsFolder, nameOfRepository(m_status.offer.repository));
}

QString ModelDownload::begunCommit() const {
    QFile file(commitFile(partialFolder()));
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.read(40)) : QString();
}

// --- asking ---

void ModelDownload::get(const QUrl& url, Answer answer) {
    QNetworkRequest request(url);
    request.setTransferTimeout(int(m_patience.silence.count()));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::NoLessSafeRedirectPolicy);
    QNetworkReply* reply = m_network->get(request);
    m_question = reply;
    connect(reply, &QNetworkReply::readyRead, this, [reply] {
        if (reply->bytesAvailable() > kMostAnswerBytes) {
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, answer = std::move(answer)] {
        reply->deleteLater();
        if (m_question != reply) {
            return; // cancelled
        }
        m_question = nullptr;
        if (reply->error() != QNetworkReply::NoError) {
            fail({FailureCode::DownloadFailed, m_status.offer.repository, reply->errorString()});
            return;
        }
        answer(reply->readAll());
    });
}

void ModelDownload::ask(const QString& repository) {
    if (m_status.state == State::Running || m_status.state == State::Paused) {
        return;
    }
    dropQuestion();
    m_status = {};
    m_status.offer.repository = repository;
    show(State::Asking);
    const QString begun = begunCommit();
    const QString revision = begun.isEmpty() ? QStringLiteral("main") : begun;
    get(revisionUrl(m_hub, repository, revision),
        [this](const QByteArray& json) { takeRevision(json); });
}

void ModelDownload::takeRevision(const QByteArray& json) {
    Result<ModelOffer> offer = readRevision(m_status.offer.repository, json);
    if (!offer) {
        fail(offer.error());
        return;
    }
    m_status.offer = std::move(*offer);
    get(treeUrl(m_hub, m_status.offer.repository, m_status.offer.commit),
        [this](const QByteArray& tree) { takeTree(tree); });
}

void ModelDownload::takeTree(const QByteArray& json) {
    Result<QVector<RemoteFile>> files = readTree(m_status.offer.repository, json);
    if (!files) {
        fail(files.error());
        return;
    }
    m_status.offer.files = std::move(*files);
    const QString license = licenseFileOf(m_status.offer.files);
    if (license.isEmpty()) {
        offer();
        return;
    }
    get(fileUrl(m_hub, m_status.offer.repository, m_status.offer.commit, license),
        [this](const QByteArray& text) {
            m_status.offer.licenseText = QString::fromUtf8(text);
            offer();
        });
}

void ModelDownload::offer() {
    m_status.bytesDone = bytesOfWholeFiles();
    show(State::Offered);
}

// --- downloading ---

qint64 ModelDownload::bytesOfWholeFiles() const {
    const QDir folder(partialFolder());
    qint64 bytes = 0;
    for (const RemoteFile& file : m_status.offer.files) {
        if (QFileInfo(folder.filePath(file.name)).size() == file.bytes) {
            bytes += file.bytes;
        }
    }
    return bytes;
}

bool ModelDownload::hasRoom() {
    qint64 there = 0;
    for (const QFileInfo& file : QDir(partialFolder()).entryInfoList(QDir::Files)) {
        there += file.size();
    }
    const qint64 needed = std::max<qint64>(0, m_status.offer.bytes() - there) + kSpareBytes;
    const qint64 free = QStorageInfo(partialFolder()).bytesAvailable();
    if (free < needed) {
        fail({FailureCode::DiskFull, m_modelsFolder,
              QStringLiteral("%1 bytes are needed, %2 are free").arg(needed).arg(free)});
        return false;
    }
    return true;
}

void ModelDownload::accept() {
    if (m_status.state != State::Offered) {
        return;
    }
    QSaveFile commit(commitFile(partialFolder()));
    const bool begun = QDir().mkpath(partialFolder()) && commit.open(QIODevice::WriteOnly) &&
                       commit.write(m_status.offer.commit.toLatin1()) > 0 && commit.commit();
    if (!begun) {
        fail({FailureCode::FileAccess, m_modelsFolder,
              QStringLiteral("cannot write into the models folder")});
    } else if (hasRoom()) {
        m_sinceMeasured.start();
        m_bytesMeasured = m_status.bytesDone;
        show(State::Running);
        next();
    }
}

void ModelDownload::next() {
    const QDir folder(partialFolder());
    const auto& files = m_status.offer.files;
    const auto wanted = std::find_if(files.begin(), files.end(), [&](const RemoteFile& file) {
        return !QFileInfo::exists(folder.filePath(file.name));
    });
    m_status.bytesDone = bytesOfWholeFiles();
    if (wanted == files.end()) {
        finish();
        return;
    }
    m_file = std::make_unique<FileDownload>(
        *m_network, fileUrl(m_hub, m_status.offer.repository, m_status.offer.commit, wanted->name),
        *wanted, folder.filePath(wanted->name), m_patience);
    connect(m_file.get(), &FileDownload::progressed, this, &ModelDownload::measure);
    // Queued: the sender goes in the slot.
    connect(m_file.get(), &FileDownload::finished, this, &ModelDownload::next,
            Qt::QueuedConnection);
    connect(m_file.get(), &FileDownload::failed, this, &ModelDownload::fail, Qt::QueuedConnection);
    m_file->start();
}

void ModelDownload::finish() {
    m_file.reset();
    const QString name = nameOfRepository(m_status.offer.repository);
    QString folder = QDir(m_modelsFolder).filePath(name);
    if (QFileInfo::exists(folder)) { // an older one may be open: it is left alone
        folder += QLatin1Char('-') + m_status.offer.commit.left(7);
    }
    QFile::remove(commitFile(partialFolder()));
    if (!QDir().rename(partialFolder(), folder)) {
        fail({FailureCode::FileAccess, folder, QStringLiteral("the folder could not be named")});
        return;
    }
    m_status.folder = folder;
    m_status.bytesDone = m_status.offer.bytes();
    show(State::Done);
}

void ModelDownload::pause() {
    if (m_status.state == State::Running) {
        m_file.reset();
        show(State::Paused);
    }
}

void ModelDownload::resume() {
    const bool failedRunning = m_status.state == State::Failed && !m_status.offer.files.isEmpty();
    if (m_status.state == State::Paused || failedRunning) {
        m_status.failure = {};
        m_status.state = State::Offered;
        accept();
    }
}

void ModelDownload::dropQuestion() {
    if (QNetworkReply* reply = std::exchange(m_question, nullptr)) {
        reply->abort();
    }
}

void ModelDownload::cancel() {
    dropQuestion();
    m_file.reset();
    // What was begun another day stays when the licence is declined today.
    const bool begun = m_status.state == State::Running || m_status.state == State::Paused ||
                       (m_status.state == State::Failed && !m_status.offer.files.isEmpty());
    if (begun) {
        QDir(partialFolder()).removeRecursively();
    }
    m_status = {};
    show(State::Idle);
}

void ModelDownload::measure() {
    if (m_status.state != State::Running) {
        return;
    }
    m_status.bytesDone = bytesOfWholeFiles() + m_file->bytesOnDisk();
    const qint64 elapsed = m_sinceMeasured.elapsed();
    if (elapsed < kMeasuredEveryMs) {
        return;
    }
    m_sinceMeasured.start();
    const double rate =
        double(m_status.bytesDone - std::exchange(m_bytesMeasured, m_status.bytesDone)) * 1000 /
        double(elapsed);
    m_status.bytesPerSecond =
        m_status.bytesPerSecond == 0
            ? std::max(0.0, rate)
            : (1 - kSmoothing) * m_status.bytesPerSecond + kSmoothing * std::max(0.0, rate);
    emit changed(m_status);
}

void ModelDownload::show(State state) {
    m_status.state = state;
    if (state != State::Running) {
        m_status.bytesPerSecond = 0;
    }
    emit changed(m_status);
}

void ModelDownload::fail(const Failure& failure) {
    logFailure(failure);
    m_file.reset();
    m_status.failure = failure;
    show(State::Failed);
}

} // namespace app

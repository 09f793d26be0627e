// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/library.h"

#include "app/library/annotation_rows.h"
#include "app/library/conversation_rows.h"
#include "app/library/document_rows.h"
#include "app/library/library_writer.h"
#include "app/library/result_rows.h"
#include "app/library/search_rows.h"

#include <QStandardPaths>

#include <utility>

namespace app {

namespace {

// To mark every use would make every question a change.
constexpr qint64 kUseSeconds = 3600;

} // namespace

struct Library::Impl {
    LibraryOptions options;
    LibraryWriter writer;

    Impl(const LibraryOptions& wanted, Listener listener, RoomWait* room)
        : options(wanted)
        , writer(wanted.folder, wanted.mostBytes, std::move(listener), room) {}
};

QString LibraryOptions::defaultFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/tessera");
}

Library::Library(const LibraryOptions& options, Listener listener, RoomWait* room)
    : m_impl(std::make_unique<Impl>(options, std::move(listener), room)) {}

Library::~Library() = default;

const QString& Library::folder() const {
    return m_impl->options.folder;
}

Result<void> Library::opened() const {
    return m_impl->writer.opened();
}

// --- questions ---

Result<std::optional<AnalysisResult>> Library::result(const QByteArray& key) {
    struct Found {
        std::optional<AnalysisResult> result;
        qint64 used = 0;
    };

    auto found = m_impl->writer.read([&](Database& database) {
        return Found{findResult(database, key), lastUse(database, key)};
    });
    if (!found) {
        return tl::unexpected(found.error());
    }
    const QDateTime now = QDateTime::currentDateTime();
    if (found->result && fromStoredTime(found->used).secsTo(now) > kUseSeconds) {
        m_impl->writer.post([key, now](Database& database) { markUsed(database, key, now); });
    }
    return std::move(found->result);
}

Result<KnownPicture> Library::picture(const PageOrigin& origin) {
    return m_impl->writer.read([&](Database& database) { return findPicture(database, origin); });
}

Result<std::optional<PageText>> Library::pageText(const QByteArray& document, int page) {
    return m_impl->writer.read(
        [&](Database& database) { return findPageText(database, document, page); });
}

Result<std::optional<DocumentRecord>> Library::document(const QByteArray& hash) {
    return m_impl->writer.read([&](Database& database) { return findDocument(database, hash); });
}

Result<QVector<DocumentRecord>> Library::recentDocuments(int most) {
    return m_impl->writer.read(
        [&](Database& database) { return app::recentDocuments(database, most); });
}

Result<std::optional<KeptConversation>> Library::conversation(const QByteArray& document) {
    return m_impl->writer.read(
        [&](Database& database) { return latestConversation(database, document); });
}

Result<std::optional<KeptConversation>> Library::conversationNamed(const QByteArray& name) {
    return m_impl->writer.read(
        [&](Database& database) { return findConversation(database, name); });
}

Result<QMap<int, ProofPage>> Library::proofs(const QByteArray& document) {
    return m_impl->writer.read([&](Database& database) { return findProofs(database, document); });
}

Result<std::optional<PageText>> Library::checkedText(const QByteArray& document, int page) {
    return m_impl->writer.read(
        [&](Database& database) { return findCheckedText(database, document, page); });
}

Result<QVector<Box>> Library::boxes(const QByteArray& document) {
    return m_impl->writer.read([&](Database& database) { return findBoxes(database, document); });
}

Result<LibraryHits> Library::search(const LibraryQuery& query) {
    return m_impl->writer.read([&](Database& database) { return searchRows(database, query); });
}

Result<QByteArray> Library::fileHash(const QString& path, qint64 bytes, const QDateTime& modified) {
    return m_impl->writer.read([&](Database& database) {
        Statement row = database.query(
            "SELECT hash FROM model_files WHERE path = ? AND bytes = ? AND modified = ?", path,
            bytes, toStoredTime(modified));
        return row.next() ? row.bytes(0) : QByteArray();
    });
}

// --- changes ---

Library::Made Library::keep(const ResultRecord& record) {
    return m_impl->writer.post([record](Database& database) { saveResult(database, record); });
}

Library::Made Library::keep(const DocumentRecord& document) {
    return m_impl->writer.post(
        [document](Database& database) { saveDocument(database, document); });
}

Library::Made Library::keepTurn(const QByteArray& document, const QByteArray& conversation,
                                const KeptTurn& turn) {
    return m_impl->writer.post(
        [=](Database& database) { saveTurn(database, document, conversation, turn); });
}

Library::Made Library::dropTurn(const QByteArray& conversation, qint64 place) {
    return m_impl->writer.post(
        [=](Database& database) { app::dropTurn(database, conversation, place); });
}

Library::Made Library::keepProof(const QByteArray& document, int page, const ProofPage& proof) {
    return m_impl->writer.post(
        [=](Database& database) { saveProof(database, document, page, proof); });
}

Library::Made Library::keepBoxes(const QByteArray& document, const QVector<Box>& boxes) {
    return m_impl->writer.post([=](Database& database) { saveBoxes(database, document, boxes); });
}

Library::Made Library::putAway(const QByteArray& conversation) {
    return m_impl->writer.post(
        [conversation](Database& database) { app::putAway(database, conversation); });
}

void Library::waitUntilMade() {
    m_impl->writer.post([](Database&) {}).wait();
}

Library::Made Library::keepFileHash(const QString& path, qint64 bytes, const QDateTime& modified,
                                    const QByteArray& hash) {
    return m_impl->writer.post([=](Database& database) {
        database.run("INSERT OR REPLACE INTO model_files (path, bytes, modified, hash) "
                     "VALUES (?, ?, ?, ?)",
                     path, bytes, toStoredTime(modified), hash);
    });
}

} // namespace app

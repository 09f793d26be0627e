// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Library: everything that was read or asked, kept. One SQLite database in the user's data folder,
// used by several programs at once. Any thread: questions are answered on the calling thread (a few
// milliseconds; the first waits until the database is open), changes are made one after another by
// the writer thread, each on the disk before it counts as made. Values go in and come out.
#pragma once

#include "app/annotating/box.h"
#include "app/annotating/proof_page.h"
#include "app/library/records.h"
#include "app/library/search.h"
#include "app/result.h"

#include <QMap>

#include <functional>
#include <future>
#include <memory>
#include <optional>

namespace app {

class Database;
class RoomWait;

struct LibraryOptions {
    QString folder = defaultFolder();
    qint64 mostBytes = qint64{4} << 30; // results used longest ago go; never what a person made

    // $XDG_DATA_HOME/tessera
    static QString defaultFolder();
};

class Library {
public:
    // What is done when a change could not be made, or a damaged file was moved aside (the
    // failure's subject). Runs on the writer thread.
    using Listener = std::function<void(const Failure&)>;

    // room: where changes wait when the drive is full; null: they fail. It must outlive the
    // library.
    explicit Library(const LibraryOptions& options, Listener listener = {},
                     RoomWait* room = nullptr);
    // Waits until every change that was asked for is made.
    ~Library();
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

    const QString& folder() const;
    // Waits until it is open; a failure: nothing is kept, and questions fail with it.
    Result<void> opened() const;

    // --- questions ---

    Result<std::optional<AnalysisResult>> result(const QByteArray& key);
    Result<KnownPicture> picture(const PageOrigin& origin);
    Result<std::optional<PageText>> pageText(const QByteArray& document, int page);
    // Only where a person has checked it.
    Result<std::optional<PageText>> checkedText(const QByteArray& document, int page);
    Result<std::optional<DocumentRecord>> document(const QByteArray& hash);
    Result<QVector<DocumentRecord>> recentDocuments(int most);
    // The latest about the document, unless it was put away.
    Result<std::optional<KeptConversation>> conversation(const QByteArray& document);
    Result<std::optional<KeptConversation>> conversationNamed(const QByteArray& name);
    // By page: what was read last, or what a person has made of it.
    Result<QMap<int, ProofPage>> proofs(const QByteArray& document);
    Result<QVector<Box>> boxes(const QByteArray& document);
    Result<LibraryHits> search(const LibraryQuery& query);
    // Hash of a model's file, if it was hashed when it had this size and time.
    Result<QByteArray> fileHash(const QString& path, qint64 bytes, const QDateTime& modified);

    // --- changes: ready when they are on the disk; nobody has to wait for them ---

    using Made = std::future<Result<void>>;

    Made keep(const ResultRecord& record);
    Made keep(const DocumentRecord& document);
    Made keepTurn(const QByteArray& document, const QByteArray& conversation, const KeptTurn& turn);
    // The user has removed it.
    Made dropTurn(const QByteArray& conversation, qint64 place);
    Made putAway(const QByteArray& conversation);
    // Without a checked line: a person has nothing to do with the page any more.
    Made keepProof(const QByteArray& document, int page, const ProofPage& proof);
    // All of the document.
    Made keepBoxes(const QByteArray& document, const QVector<Box>& boxes);
    Made keepFileHash(const QString& path, qint64 bytes, const QDateTime& modified,
                      const QByteArray& hash);

    // Waits until all that was asked for before is made.
    void waitUntilMade();

    struct Impl;

private:
    std::unique_ptr<Impl> m_impl;
};

} // namespace app

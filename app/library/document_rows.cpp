// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/document_rows.h"

#include "app/library/passage_rows.h"

namespace app {

namespace {

constexpr const char* kDocumentColumns =
    "SELECT d.hash, d.title, d.pages, d.bytes, d.last_seen, "
    "(SELECT f.path FROM files f WHERE f.document = d.id ORDER BY f.seen DESC LIMIT 1) "
    "FROM documents d ";

DocumentRecord documentOf(const Statement& row) {
    DocumentRecord document;
    document.hash = row.bytes(0);
    document.title = row.text(1);
    document.pages = row.number(2);
    document.bytes = row.integer(3);
    document.seen = fromStoredTime(row.integer(4));
    document.path = row.text(5);
    return document;
}

} // namespace

qint64 toStoredTime(const QDateTime& time) {
    return time.toMSecsSinceEpoch();
}

QDateTime fromStoredTime(qint64 time) {
    return QDateTime::fromMSecsSinceEpoch(time);
}

qint64 documentRow(Database& database, const QByteArray& hash) {
    Statement found = database.query("SELECT id FROM documents WHERE hash = ?", hash);
    if (found.next()) {
        return found.integer(0);
    }
    const qint64 now = toStoredTime(QDateTime::currentDateTime());
    database.run("INSERT INTO documents (hash, title, pages, bytes, first_seen, last_seen) "
                 "VALUES (?, '', 0, 0, ?, ?)",
                 hash, now, now);
    return database.lastId();
}

void saveDocument(Database& database, const DocumentRecord& document) {
    const qint64 id = documentRow(database, document.hash);
    const qint64 seen = toStoredTime(document.seen);
    database.run(
        "UPDATE documents SET title = ?, pages = ?, bytes = ?, last_seen = max(last_seen, ?) "
        "WHERE id = ?",
        document.title, document.pages, document.bytes, seen, id);
    if (!document.path.isEmpty()) {
        database.run("INSERT INTO files (document, path, seen) VALUES (?, ?, ?) "
                     "ON CONFLICT DO UPDATE SET seen = max(seen, excluded.seen)",
                     id, document.path, seen);
    }
    savePassage(database, id, kTitlePage, document.title);
}

std::optional<DocumentRecord> findDocument(Database& database, const QByteArray& hash) {
    const QByteArray sql = QByteArray(kDocumentColumns) + "WHERE d.hash = ?";
    Statement row = database.query(sql.constData(), hash);
    return row.next() ? std::optional(documentOf(row)) : std::nullopt;
}

QVector<DocumentRecord> recentDocuments(Database& database, int most) {
    const QByteArray sql = QByteArray(kDocumentColumns) + "ORDER BY d.last_seen DESC LIMIT ?";
    Statement row = database.query(sql.constData(), most);
    QVector<DocumentRecord> documents;
    while (row.next()) {
        documents.append(documentOf(row));
    }
    return documents;
}

void savePicture(Database& database, const PageOrigin& origin, const KnownPicture& picture) {
    database.run("INSERT OR REPLACE INTO pages (document, page, dpi, picture, width, height) "
                 "VALUES (?, ?, ?, ?, ?, ?)",
                 documentRow(database, origin.document), origin.page, origin.dpi, picture.hash,
                 picture.size.width(), picture.size.height());
}

KnownPicture findPicture(Database& database, const PageOrigin& origin) {
    Statement row = database.query(
        "SELECT p.picture, p.width, p.height FROM pages p JOIN documents d ON d.id = p.document "
        "WHERE d.hash = ? AND p.page = ? AND p.dpi = ?",
        origin.document, origin.page, origin.dpi);
    return row.next() ? KnownPicture{row.bytes(0), QSize(row.number(1), row.number(2))}
                      : KnownPicture();
}

} // namespace app

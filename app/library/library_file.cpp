// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/library_file.h"

#include "app/library/rescue.h"
#include "app/library/schema.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <array>

namespace app {

namespace {

constexpr std::array kCompanions{"", "-wal", "-shm", "-journal"};

QString made(const QString& folder) {
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return folder;
}

// Locks of such drives are not to be relied upon, and shared memory does not work.
bool isNetworkDrive(const QString& folder) {
    const QByteArray type = QStorageInfo(folder).fileSystemType();
    return type.startsWith("nfs") || type == "cifs" || type.startsWith("smb") || type == "afs" ||
           type == "fuse.sshfs" || type == "9p";
}

Database::Journal journalFor(const QString& folder) {
    return isNetworkDrive(folder) ? Database::Journal::Rollback : Database::Journal::WriteAhead;
}

bool hasContent(const QString& path) {
    return QFileInfo(path).size() > 0;
}

// What a file has: the columns of its tables, and every statement that made something, word for
// word. The tables that the search index makes for itself may be worded otherwise by another
// SQLite.
QStringList shapeOf(Database& database) {
    QStringList shape;
    Statement columns = database.query(
        "SELECT s.name, c.name, c.type, c.pk FROM sqlite_schema s, pragma_table_info(s.name) c "
        "WHERE s.type = 'table'");
    while (columns.next()) {
        shape.append(
            QStringList{columns.text(0), columns.text(1), columns.text(2), columns.text(3)}.join(
                u' '));
    }
    Statement made = database.query(
        "SELECT s.type, s.name, s.tbl_name, iif(l.type = 'shadow', '', s.sql) "
        "FROM sqlite_schema s "
        "LEFT JOIN pragma_table_list l ON l.schema = 'main' AND l.name = s.tbl_name");
    while (made.next()) {
        shape.append(
            QStringList{made.text(0), made.text(1), made.text(2), made.text(3)}.join(u' '));
    }
    shape.sort();
    return shape;
}

QStringList shapeAfter(std::size_t version) {
    Database fresh(QStringLiteral(":memory:"), Database::Access::Write,
                   Database::Journal::Rollback);
    for (const char* step : schemaSteps().first(version)) {
        fresh.script(step);
    }
    return shapeOf(fresh);
}

bool includes(const QStringList& shape, const QStringList& part) {
    return std::includes(shape.begin(), shape.end(), part.begin(), part.end());
}

// Whether all is there that its version has, and the number itself is right. It is not when the
// file's first page or the description of a table is damaged, which no check of SQLite's finds, nor
// in files from while version 2 was made, when its tables were changed in place.
bool hasShapeOfItsVersion(Database& database) {
    const std::size_t last = schemaSteps().size();
    const auto version = std::size_t(database.number("PRAGMA user_version"));
    const QStringList shape = shapeOf(database);
    if (version > last) {
        return shape != shapeAfter(last); // else of no later program
    }
    return includes(shape, shapeAfter(version)) &&
           (version == last || !includes(shape, shapeAfter(version + 1)));
}

} // namespace

LibraryFile::LibraryFile(const QString& folder)
    : m_folder(made(folder))
    , m_useLock(folder + QStringLiteral("/library.use"))
    , m_writeLock(folder + QStringLiteral("/library.write")) {}

LibraryFile::~LibraryFile() {
    const HeldLock held(m_writeLock); // nobody moves the file between the look and the closing
    disconnect();
}

QString LibraryFile::pathIn(const QString& folder) {
    return folder + QStringLiteral("/library.db");
}

QString LibraryFile::path() const {
    return pathIn(m_folder);
}

void LibraryFile::open() {
    if (!m_useLock.isUsable() || !m_writeLock.isUsable()) {
        throw DatabaseError{DatabaseFault::NotUsable,
                            QStringLiteral("%1 cannot be written").arg(m_folder)};
    }
    const HeldLock held(m_writeLock);
    const bool isAlone = m_useLock.tryLock();
    // The last program that closes the database removes its journal. One that is left over was
    // left by a program that was killed.
    const bool endedBadly = isAlone && hasContent(path() + QStringLiteral("-wal"));
    try {
        connect();
        if (endedBadly) {
            m_writer->check();
        }
    } catch (const DatabaseError& error) {
        // What a sound file of ours never answers: a description that SQLite does not understand.
        const bool isUnexpected = error.fault == DatabaseFault::Other;
        if (error.fault != DatabaseFault::Damaged && !isUnexpected) {
            throw;
        }
        replaceDamaged();
    }
    m_useLock.lockShared();
}

void LibraryFile::connect() {
    disconnect();
    m_writer = std::make_unique<Database>(path(), Database::Access::Write, journalFor(m_folder));
    QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner);
    prepareFile();
    m_reader = std::make_unique<Database>(path(), Database::Access::Read);
}

void LibraryFile::disconnect() {
    for (std::unique_ptr<Database>* connection : {&m_reader, &m_writer}) {
        if (*connection && (*connection)->isReplaced()) {
            (*connection)->abandon();
        }
        connection->reset();
    }
}

void LibraryFile::prepareFile() {
    const qint64 application = m_writer->number("PRAGMA application_id");
    const qint64 tables = m_writer->number("SELECT count(*) FROM sqlite_schema");
    if (application != kLibraryApplicationId && tables > 0) {
        throw DatabaseError{DatabaseFault::Damaged, QStringLiteral("not a library of Tessera")};
    }
    if (application == kLibraryApplicationId && !hasShapeOfItsVersion(*m_writer)) {
        throw DatabaseError{DatabaseFault::Damaged, QStringLiteral("not of any version")};
    }
    migrate();
}

// Each step is whole or has not happened; a copy of what was there before it is kept.
void LibraryFile::migrate() {
    const auto steps = schemaSteps();
    const qint64 first = m_writer->number("PRAGMA user_version");
    if (first > qint64(steps.size())) {
        throw LaterSchema{int(first)};
    }
    for (qint64 version = first; version < qint64(steps.size()); ++version) {
        if (first > 0) {
            m_writer->copyTo(QStringLiteral("%1.before-%2").arg(path()).arg(version + 1));
        }
        Transaction step(*m_writer);
        m_writer->script(steps[std::size_t(version)]);
        m_writer->script(
            qPrintable(QStringLiteral("PRAGMA application_id=%1; PRAGMA user_version=%2")
                           .arg(kLibraryApplicationId)
                           .arg(version + 1)));
        step.commit();
    }
}

bool LibraryFile::followReplacement() {
    if (m_writer && !m_writer->isReplaced()) {
        return false;
    }
    connect();
    return true;
}

void LibraryFile::replaceDamaged() {
    if (m_writer && followReplacement()) {
        return; // another program was faster
    }
    disconnect();
    const QString aside =
        QStringLiteral("%1/library.damaged-%2.db")
            .arg(m_folder,
                 QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-hhmmss-zzz")));
    for (const char* companion : kCompanions) {
        const QString ending = QString::fromLatin1(companion);
        QFile::rename(path() + ending, aside + ending);
    }
    if (QFileInfo::exists(path())) {
        throw DatabaseError{DatabaseFault::NotUsable,
                            QStringLiteral("the damaged %1 cannot be moved aside").arg(path())};
    }
    m_movedAside.append(aside);
    connect();
    rescueRows(aside, *m_writer);
}

} // namespace app

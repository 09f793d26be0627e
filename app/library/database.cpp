// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/database.h"

#include <QFile>

#include <sqlite3.h>
#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>

#include <string_view>
#include <utility>

namespace app {

namespace {

constexpr int kPatienceMs = 60'000; // others hold it for milliseconds
// Programs that read all the time keep the journal from beginning anew, and everything gets slower
// as it grows. From this length on it is worth a wait until none of them reads.
constexpr qint64 kLongJournalPages = 4096; // 16 MB
constexpr int kJournalPatienceMs = 1000;

// The search index tells damage of its own tables as plain errors, some without a word of its own.
bool tellsOfDamagedIndex(std::string_view what) {
    return what.find("invalid fts5 file format") != std::string_view::npos ||
           what.find("no such tokenizer") != std::string_view::npos || what == "SQL logic error" ||
           what.find("vtable constructor failed") != std::string_view::npos;
}

DatabaseFault faultOf(int code, std::string_view what) {
    if (code == SQLITE_IOERR_SHMSIZE) {
        return DatabaseFault::DiskFull; // the shared memory of the journal is a file too
    }
    switch (code & 0xff) {
    case SQLITE_ERROR:
        return tellsOfDamagedIndex(what) ? DatabaseFault::Damaged : DatabaseFault::Other;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
        return DatabaseFault::Damaged;
    case SQLITE_FULL:
        return DatabaseFault::DiskFull;
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_IOERR:
    case SQLITE_NOMEM:
        return DatabaseFault::NotUsable;
    default:
        return DatabaseFault::Other;
    }
}

template <typename Step>
auto translated(const Step& step) {
    try {
        return step();
    } catch (const SQLite::Exception& error) {
        throw DatabaseError{faultOf(error.getExtendedErrorCode(), error.what()),
                            QString::fromUtf8(error.what())};
    }
}

int flagsOf(Database::Access access) {
    return access == Database::Access::Write ? SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE
                                             : SQLite::OPEN_READWRITE;
}

// A file is untrusted, also our own: https://www.sqlite.org/security.html
constexpr const char* kCaution = "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;"
                                 "PRAGMA mmap_size=0; PRAGMA foreign_keys=ON;"
                                 "PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0;";

} // namespace

// --- Statement ---

struct Statement::Impl {
    std::unique_ptr<SQLite::Statement> statement;
};

Statement::Statement(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}

Statement::~Statement() = default;
Statement::Statement(Statement&&) noexcept = default;

void Statement::bind(std::span<const SqlValue> values) {
    SQLite::Statement& statement = *m_impl->statement;
    int place = 0;
    for (const SqlValue& value : values) {
        ++place;
        if (const auto* integer = std::get_if<qint64>(&value.m_value)) {
            statement.bind(place, static_cast<int64_t>(*integer));
        } else if (const auto* real = std::get_if<double>(&value.m_value)) {
            statement.bind(place, *real);
        } else if (const auto* text = std::get_if<QString>(&value.m_value)) {
            statement.bind(place, text->toStdString());
        } else if (const auto* bytes = std::get_if<QByteArray>(&value.m_value)) {
            statement.bind(place, static_cast<const void*>(bytes->constData()),
                           static_cast<int>(bytes->size()));
        } else {
            statement.bind(place);
        }
    }
}

bool Statement::next() {
    return translated([this] { return m_impl->statement->executeStep(); });
}

bool Statement::isNull(int column) const {
    return m_impl->statement->getColumn(column).isNull();
}

qint64 Statement::integer(int column) const {
    return m_impl->statement->getColumn(column).getInt64();
}

double Statement::real(int column) const {
    return m_impl->statement->getColumn(column).getDouble();
}

QString Statement::text(int column) const {
    const SQLite::Column value = m_impl->statement->getColumn(column);
    const char* text = value.getText();
    return QString::fromUtf8(text, value.getBytes());
}

QByteArray Statement::bytes(int column) const {
    const SQLite::Column value = m_impl->statement->getColumn(column);
    const void* bytes = value.getBlob();
    return QByteArray(static_cast<const char*>(bytes), value.getBytes());
}

SqlValue Statement::value(int column) const {
    switch (m_impl->statement->getColumn(column).getType()) {
    case SQLITE_INTEGER:
        return integer(column);
    case SQLITE_FLOAT:
        return real(column);
    case SQLITE_TEXT:
        return text(column);
    case SQLITE_BLOB:
        return bytes(column);
    default:
        return {};
    }
}

int Statement::columns() const {
    return m_impl->statement->getColumnCount();
}

// --- Database ---

struct Database::Impl {
    std::unique_ptr<SQLite::Database> connection;
    Access access;

    void setUp(Journal journal) {
        sqlite3* handle = connection->getHandle();
        sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        connection->exec(kCaution);
        if (access == Access::Rescue) { // it stays as it was found
            sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        }
        if (access == Access::Write) {
            connection->exec("PRAGMA auto_vacuum=INCREMENTAL"); // of a new file
            connection->exec(journal == Journal::WriteAhead ? "PRAGMA journal_mode=WAL"
                                                            : "PRAGMA journal_mode=TRUNCATE");
        } else {
            connection->exec("PRAGMA query_only=ON");
        }
    }
};

Database::Database(const QString& path, Access access, Journal journal)
    : m_impl(std::make_unique<Impl>()) {
    m_impl->access = access;
    translated([&] {
        m_impl->connection = std::make_unique<SQLite::Database>(
            QFile::encodeName(path).toStdString(), flagsOf(access), kPatienceMs);
        m_impl->setUp(journal);
    });
}

Database::~Database() = default;

Statement Database::prepare(const char* sql, std::span<const SqlValue> values) {
    return translated([&] {
        auto impl = std::make_unique<Statement::Impl>();
        impl->statement = std::make_unique<SQLite::Statement>(*m_impl->connection, sql);
        Statement statement(std::move(impl));
        statement.bind(values);
        return statement;
    });
}

int Database::execute(const char* sql, std::span<const SqlValue> values) {
    Statement statement = prepare(sql, values);
    while (statement.next()) {
    }
    return statement.m_impl->statement->getChanges();
}

void Database::script(const char* sql) {
    translated([&] { m_impl->connection->exec(sql); });
}

qint64 Database::number(const char* sql) {
    Statement statement = query(sql);
    return statement.next() ? statement.integer(0) : 0;
}

qint64 Database::lastId() const {
    return m_impl->connection->getLastInsertRowid();
}

void Database::copyTo(const QString& path) {
    translated([&] {
        SQLite::Database copy(QFile::encodeName(path).toStdString(),
                              SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        SQLite::Backup backup(copy, *m_impl->connection);
        backup.executeStep();
    });
}

void Database::check() {
    Statement problems = query("PRAGMA integrity_check(1)");
    const QString first = problems.next() ? problems.text(0) : QString();
    if (first != u"ok") {
        throw DatabaseError{DatabaseFault::Damaged, first};
    }
}

void Database::checkpoint() {
    const auto isLong = [this] {
        Statement state = query("PRAGMA wal_checkpoint(PASSIVE)"); // busy, pages of the journal, …
        return state.next() && state.integer(1) > kLongJournalPages;
    };
    if (isLong()) {
        m_impl->connection->setBusyTimeout(kJournalPatienceMs);
        script("PRAGMA wal_checkpoint(TRUNCATE)"); // who is still busy then is no error
        m_impl->connection->setBusyTimeout(kPatienceMs);
    }
}

bool Database::isReplaced() const {
    int moved = 0;
    sqlite3_file_control(m_impl->connection->getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved != 0;
}

void Database::abandon() {
    static_cast<void>(m_impl->connection.release());
}

// --- Transaction ---

Transaction::Transaction(Database& database)
    : m_database(database) {
    m_database.script("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (m_open) {
        try {
            m_database.script("ROLLBACK");
        } catch (const DatabaseError&) {
            // A full disk has rolled it back already.
        }
    }
}

void Transaction::commit() {
    m_database.script("COMMIT");
    m_open = false;
}

} // namespace app

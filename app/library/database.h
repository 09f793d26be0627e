// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Database: one connection to an SQLite file, set up as the library wants it (WAL, every commit on
// the disk, nothing in the file trusted). What goes wrong is thrown as DatabaseError; only
// app/library sees it, Library turns it into Failure. One thread at a time.
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <span>
#include <variant>

namespace app {

enum class DatabaseFault {
    Damaged,   // the file is not what it should be
    DiskFull,  // the change was not made
    NotUsable, // no permission, read-only, vanished
    Other,     // a fault of the program
};

struct DatabaseError {
    DatabaseFault fault = DatabaseFault::Other;
    QString detail;
};

// What stands for a "?" in SQL.
class SqlValue {
public:
    SqlValue() = default; // NULL

    SqlValue(int value)
        : m_value(qint64{value}) {}

    SqlValue(qint64 value)
        : m_value(value) {}

    SqlValue(double value)
        : m_value(value) {}

    SqlValue(const QString& value)
        : m_value(value) {}

    SqlValue(const QByteArray& value)
        : m_value(value) {}

private:
    friend class Statement;
    std::variant<std::monostate, qint64, double, QString, QByteArray> m_value;
};

// A question to the database and its rows, one at a time. Must not outlive the Database.
class Statement {
public:
    ~Statement();
    Statement(Statement&&) noexcept;

    // The next row; false: there is none.
    bool next();

    bool isNull(int column) const;
    qint64 integer(int column) const;

    int number(int column) const { return static_cast<int>(integer(column)); }

    double real(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;
    SqlValue value(int column) const; // as it is
    int columns() const;

private:
    friend class Database;
    struct Impl;
    explicit Statement(std::unique_ptr<Impl> impl);
    void bind(std::span<const SqlValue> values);

    std::unique_ptr<Impl> m_impl;
};

class Database {
public:
    enum class Access {
        Read,   // nothing is ever changed
        Write,  // made if it is not there
        Rescue, // a damaged file, as it lies there
    };

    // WriteAhead lets others read while one writes, but works on local drives only.
    enum class Journal { WriteAhead, Rollback };

    Database(const QString& path, Access access, Journal journal = Journal::WriteAhead);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    template <typename... Values>
    Statement query(const char* sql, const Values&... values) {
        const std::initializer_list<SqlValue> list{SqlValue(values)...};
        return prepare(sql, std::span(list.begin(), list.size()));
    }

    // Changes something; returns how many rows.
    template <typename... Values>
    int run(const char* sql, const Values&... values) {
        const std::initializer_list<SqlValue> list{SqlValue(values)...};
        return execute(sql, std::span(list.begin(), list.size()));
    }

    int execute(const char* sql, std::span<const SqlValue> values);
    Statement prepare(const char* sql, std::span<const SqlValue> values);
    // Several statements without values.
    void script(const char* sql);
    // The first column of the first row, as a number.
    qint64 number(const char* sql);

    qint64 lastId() const;
    void copyTo(const QString& path);
    // Throws Damaged when the file's structure is broken.
    void check();
    // Brings the journal into the file, as far as nobody still reads it; a long one is waited for.
    void checkpoint();
    // Whether another file, or none, lies at the path now.
    bool isReplaced() const;
    // Gives the connection up without closing it, because closing would remove the journal of the
    // file that lies at the path now.
    void abandon();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// Everything or nothing: rolled back unless committed.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    Database& m_database;
    bool m_open = true;
};

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// LibraryFile: the library's database on the disk: opened by several programs at once, brought to
// the newest schema, checked after a program that used it was killed, and moved aside when it is
// damaged; what can still be read goes into the new one. Throws DatabaseError. The writer belongs
// to one thread, the reader to whoever holds a lock on it.
#pragma once

#include "app/library/database.h"
#include "app/library/file_lock.h"

#include <QStringList>

#include <memory>

namespace app {

// A database that a later version of the program has made: it is left alone.
struct LaterSchema {
    int version = 0;
};

class LibraryFile {
public:
    // folder is made if it is not there.
    explicit LibraryFile(const QString& folder);
    ~LibraryFile();

    // May take seconds after an unclean end. Throws LaterSchema as well.
    void open();

    Database& writer() { return *m_writer; }

    Database& reader() { return *m_reader; }

    // One program writes at a time. Held around every transaction and checkpoint: the versions of
    // SQLite from 3.7.0 to 3.51.2 can lose a write when the two meet in different programs.
    FileLock& writeLock() { return m_writeLock; }

    // Another program has moved the damaged file aside: its successor is opened. Under the write
    // lock; true when that was so.
    bool followReplacement();
    // Under the write lock.
    void replaceDamaged();

    // The damaged files of this opening, where they lie now.
    const QStringList& movedAside() const { return m_movedAside; }

    QString path() const;
    static QString pathIn(const QString& folder);

private:
    void connect();
    void disconnect();
    void prepareFile();
    void migrate();

    QString m_folder;
    FileLock m_useLock; // shared as long as the library is in use
    FileLock m_writeLock;
    std::unique_ptr<Database> m_writer;
    std::unique_ptr<Database> m_reader;
    QStringList m_movedAside;
};

} // namespace app

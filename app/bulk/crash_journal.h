// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// CrashJournal: which documents were in work when the program died of a fault (a signal such as
// SIGSEGV) or was ended by the system for lack of memory, in a file in the folder of a job, so that
// a document that ends every run is set aside. Being killed from outside says nothing about a
// document and does not count. No program notices the one that takes its memory; but the system
// counts what it has ended for that, and when it has ended something since a run that did not end
// by itself, that run is taken to be it. On another machine, or after a restart, nothing is known.
// A program at a time keeps a journal: a second one on the same job has none. It never stops a job:
// what cannot be written is not remembered. One in a program; made, ended and destroyed by one
// thread, begin() by any.
#pragma once

#include "app/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <memory>

namespace app {

// Signals of the thread that has one find a stack even when the thread's own is used up.
class SignalStack {
public:
    SignalStack();
    ~SignalStack();
    SignalStack(const SignalStack&) = delete;
    SignalStack& operator=(const SignalStack&) = delete;

private:
    std::unique_ptr<char[]> m_memory;
};

// What the system has ended for lack of memory.
struct MemoryKills {
    QByteArray start; // of the system; the count begins anew with each. Empty: nothing is known
    qint64 count = 0;

    // Up to now.
    static MemoryKills ofSystem();
};

class CrashJournal {
public:
    // How often a document may end the program before it is set aside.
    static constexpr int kMostCrashes = 2;

    // Takes up what an earlier run has left at the path.
    explicit CrashJournal(const QString& path, const MemoryKills& kills = MemoryKills::ofSystem());
    // Nothing is left at the path when no document is under suspicion.
    ~CrashJournal();
    CrashJournal(const CrashJournal&) = delete;
    CrashJournal& operator=(const CrashJournal&) = delete;

    // Of earlier runs; not more than once for each of them.
    int crashesOf(const QString& document) const { return m_ends.value(document).times; }

    bool isSetAside(const QString& document) const { return crashesOf(document) >= kMostCrashes; }

    // Why it is: of what, how often, and what to remove so that it is tried again. path: of its
    // file.
    Failure whySetAside(const QString& document, const QString& path) const;

    void begin(const QString& document);
    // Something of it is done for good: a lack of memory before was not for what comes next.
    void advance(const QString& document);
    void end(const QString& document);

    // Ends of the program while a document was in work.
    struct Ends {
        int times = 0;
        bool lastForMemory = false;
    };

private:
    void write(const QByteArray& line) const;
    void rewrite() const;

    const QString m_path;
    int m_file = -1; // −1: no journal
    QMap<QString, Ends> m_ends;
};

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bulk/crash_journal.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QUrl>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>

namespace app {

namespace {

constexpr std::array kFaults{SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
constexpr std::size_t kStackBytes = 64 * 1024;

// Lines of a journal: what is known of earlier runs ("crashed 1 a.pdf", "starved 1 a.pdf"), what
// the system had ended before this one ("kills 5 SYSTEM"), what it does ("begin a.pdf", "advance
// a.pdf", "end a.pdf"), and the last of a bad run.
constexpr char kCrash[] = "crash\n";

std::atomic<int> g_journal{-1}; // where the handler writes

// Only what a signal handler may do; the signal comes again and ends the program.
extern "C" void noteCrash(int signal) {
    if (const int journal = g_journal.load(); journal >= 0) {
        [[maybe_unused]] const ssize_t written = ::write(journal, kCrash, sizeof kCrash - 1);
    }
    ::raise(signal);
}

void setHandlers(void (*handler)(int)) {
    for (const int signal : kFaults) {
        struct sigaction action {};

        action.sa_handler = handler;
        action.sa_flags = SA_RESETHAND | SA_ONSTACK;
        ::sigaction(signal, &action, nullptr);
    }
}

QByteArray written(const QString& document) {
    return QUrl::toPercentEncoding(document, "/ ");
}

// Reads a journal line by line.
class Reading {
public:
    void take(const QByteArray& line) {
        const QByteArray kind = line.left(line.indexOf(' '));
        const QByteArray rest = line.mid(kind.size() + 1);
        if (kind == "crashed" || kind == "starved" || kind == "kills") {
            const qsizetype space = rest.indexOf(' ');
            takeNumber(kind, rest.left(space).toLongLong(), rest.mid(space + 1));
            return;
        }
        const QString document = QUrl::fromPercentEncoding(rest);
        if (kind == "begin") {
            m_inWork.insert(document);
        } else if (kind == "end") {
            m_inWork.remove(document);
            m_ends.remove(document);
        } else if (kind == "advance") {
            forgetLackOfMemory(document);
        } else if (line == "crash") {
            endInWork(false);
        }
    }

    // now: at the end of the journal.
    QMap<QString, CrashJournal::Ends> ends(const MemoryKills& now) {
        if (!now.start.isEmpty() && now.start == m_before.start && now.count > m_before.count) {
            endInWork(true);
        }
        return m_ends;
    }

private:
    void takeNumber(const QByteArray& kind, qint64 number, const QByteArray& what) {
        if (kind == "kills") {
            m_before = {what, number};
        } else {
            m_ends[QUrl::fromPercentEncoding(what)] = {int(number), kind == "starved"};
        }
    }

    void forgetLackOfMemory(const QString& document) {
        if (m_ends.value(document).lastForMemory) {
            m_ends.remove(document);
        }
    }

    void endInWork(bool forMemory) {
        for (const QString& each : std::as_const(m_inWork)) {
            m_ends[each] = {m_ends.value(each).times + 1, forMemory};
        }
        m_inWork.clear();
    }

    MemoryKills m_before;
    QMap<QString, CrashJournal::Ends> m_ends;
    QSet<QString> m_inWork;
};

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

SignalStack::SignalStack()
    : m_memory(new char[kStackBytes]) {
    stack_t stack{};
    stack.ss_sp = m_memory.get();
    stack.ss_size = kStackBytes;
    ::sigaltstack(&stack, nullptr);
}

SignalStack::~SignalStack() {
    stack_t none{};
    none.ss_flags = SS_DISABLE;
    ::sigaltstack(&none, nullptr);
}

// Linux; elsewhere there is nothing to read, and nothing is known.
MemoryKills MemoryKills::ofSystem() {
    for (const QByteArray& line : contentOf(QStringLiteral("/proc/vmstat")).split('\n')) {
        if (line.startsWith("oom_kill ")) {
            return {contentOf(QStringLiteral("/proc/sys/kernel/random/boot_id")).trimmed(),
                    line.mid(9).toLongLong()};
        }
    }
    return {};
}

CrashJournal::CrashJournal(const QString& path, const MemoryKills& kills)
    : m_path(path) {
    Reading before;
    for (const QByteArray& line : contentOf(path).split('\n')) {
        before.take(line);
    }
    m_ends = before.ends(kills);
    m_file = ::open(QFile::encodeName(path), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW,
                    0600);
    if (m_file >= 0 && ::flock(m_file, LOCK_EX | LOCK_NB) != 0) {
        ::close(m_file);
        m_file = -1; // of a program that is at work
        m_ends.clear();
    }
    rewrite();
    write("kills " + QByteArray::number(kills.count) + ' ' + kills.start + '\n');
    g_journal = m_file;
    setHandlers(noteCrash);
}

CrashJournal::~CrashJournal() {
    setHandlers(SIG_DFL);
    g_journal = -1;
    if (m_file < 0) {
        return;
    }
    rewrite();
    if (m_ends.isEmpty()) {
        ::unlink(QFile::encodeName(m_path));
    }
    ::close(m_file);
}

Failure CrashJournal::whySetAside(const QString& document, const QString& path) const {
    const QString remedy =
        QStringLiteral("so it is set aside; to try it again, remove %1 from the folder of the "
                       "outputs")
            .arg(QFileInfo(m_path).fileName());
    if (m_ends.value(document).lastForMemory) {
        return {FailureCode::OutOfMemory, path,
                QStringLiteral("the system has ended the program for lack of memory, %1 times in "
                               "all while this was in work, ")
                        .arg(crashesOf(document)) +
                    remedy};
    }
    return {FailureCode::Internal, path,
            QStringLiteral("the program has died of it %1 times, ").arg(crashesOf(document)) +
                remedy};
}

void CrashJournal::begin(const QString& document) {
    write("begin " + written(document) + '\n');
}

// Of others there is nothing to take back.
void CrashJournal::advance(const QString& document) {
    if (m_ends.value(document).lastForMemory) {
        m_ends.remove(document);
        write("advance " + written(document) + '\n');
    }
}

void CrashJournal::end(const QString& document) {
    m_ends.remove(document);
    write("end " + written(document) + '\n');
}

// The system keeps it when the program dies; a power cut is nobody's fault here.
void CrashJournal::write(const QByteArray& line) const {
    if (m_file >= 0) {
        [[maybe_unused]] const ssize_t written =
            ::write(m_file, line.constData(), size_t(line.size()));
    }
}

void CrashJournal::rewrite() const {
    if (m_file < 0 || ::ftruncate(m_file, 0) != 0) {
        return;
    }
    for (auto each = m_ends.cbegin(); each != m_ends.cend(); ++each) {
        write((each->lastForMemory ? "starved " : "crashed ") + QByteArray::number(each->times) +
              ' ' + written(each.key()) + '\n');
    }
}

} // namespace app

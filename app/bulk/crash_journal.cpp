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

// Lines of a journal: "crashed 1 a.pdf", "begin a.pdf", "end a.pdf", and the last of a bad run.
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

QMap<QString, int> crashesIn(const QByteArray& journal) {
    QMap<QString, int> crashes;
    QSet<QString> inWork;
    for (const QByteArray& line : journal.split('\n')) {
        const auto document = [&](qsizetype from) {
            return QUrl::fromPercentEncoding(line.mid(from));
        };
        if (line.startsWith("crashed ")) {
            const qsizetype space = line.indexOf(' ', 8);
            crashes[document(space + 1)] = line.mid(8, space - 8).toInt();
        } else if (line.startsWith("begin ")) {
            inWork.insert(document(6));
        } else if (line.startsWith("end ")) {
            inWork.remove(document(4));
            crashes.remove(document(4));
        } else if (line == "crash") {
            for (const QString& each : std::as_const(inWork)) {
                ++crashes[each];
            }
            inWork.clear();
        }
    }
    return crashes;
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

CrashJournal::CrashJournal(const QString& path)
    : m_path(path) {
    QFile before(path);
    if (before.open(QIODevice::ReadOnly)) {
        m_crashes = crashesIn(before.readAll());
    }
    m_file = ::open(QFile::encodeName(path), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW,
                    0600);
    if (m_file >= 0 && ::flock(m_file, LOCK_EX | LOCK_NB) != 0) {
        ::close(m_file);
        m_file = -1; // of a program that is at work
        m_crashes.clear();
    }
    rewrite();
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
    if (m_crashes.isEmpty()) {
        ::unlink(QFile::encodeName(m_path));
    }
    ::close(m_file);
}

Failure CrashJournal::whySetAside(const QString& path) const {
    return {FailureCode::Internal, path,
            QStringLiteral("the program has died of it %1 times, so it is set aside; to try it "
                           "again, remove %2 from the folder of the outputs")
                .arg(kMostCrashes)
                .arg(QFileInfo(m_path).fileName())};
}

void CrashJournal::begin(const QString& document) {
    write("begin " + written(document) + '\n');
}

void CrashJournal::end(const QString& document) {
    m_crashes.remove(document);
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
    for (auto each = m_crashes.cbegin(); each != m_crashes.cend(); ++each) {
        write("crashed " + QByteArray::number(each.value()) + ' ' + written(each.key()) + '\n');
    }
}

} // namespace app

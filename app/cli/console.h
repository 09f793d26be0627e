// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Console: where the command line writes. Data goes to stdout, everything else to stderr. Control
// characters of file names and model answers never reach a terminal. One thread, but for messages
// and progress, which any may give.
#pragma once

#include <QString>

#include <mutex>

namespace app {

enum class Verbosity { Quiet, Normal, Verbose };

class Console {
public:
    explicit Console(Verbosity verbosity);

    // To stdout, as it is in a pipe or file, without control characters on a terminal.
    void data(const QString& text);

    // To stdout, byte by byte; not for a terminal.
    void bytes(const QByteArray& bytes);

    bool dataGoesToTerminal() const { return m_dataIsTerminal; }

    void error(const QString& message);   // always
    void warning(const QString& message); // unless quiet: what the user must know about the data
    void detail(const QString& message);  // with -v
    // One line on a terminal that the next message overwrites; nothing elsewhere.
    void progress(const QString& text);

    // Flushes stdout; false when something could not be written.
    bool finish();

private:
    void message(const QString& text);
    void clearProgress(); // the lock is held

    Verbosity m_verbosity;
    bool m_dataIsTerminal;
    bool m_messagesAreTerminal;
    bool m_colours;
    std::mutex m_mutex; // of stderr
    bool m_progressShown = false;
    bool m_writeFailed = false;
};

} // namespace app

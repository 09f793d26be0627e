// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "app/plain_text.h"

#include <QByteArray>

#include <unistd.h>

#include <cstdio>

namespace app {

namespace {

bool isTerminal(std::FILE* stream) {
    return isatty(fileno(stream)) == 1;
}

} // namespace

Console::Console(Verbosity verbosity)
    : m_verbosity(verbosity)
    , m_dataIsTerminal(isTerminal(stdout))
    , m_messagesAreTerminal(isTerminal(stderr) && qgetenv("TERM") != "dumb")
    , m_colours(m_messagesAreTerminal && qEnvironmentVariableIsEmpty("NO_COLOR")) {}

void Console::data(const QString& text) {
    bytes((m_dataIsTerminal ? withoutControls(text) : text).toUtf8());
    if (m_dataIsTerminal) {
        std::fflush(stdout);
    }
}

void Console::bytes(const QByteArray& bytes) {
    const std::lock_guard lock(m_mutex);
    clearProgress();
    const auto size = static_cast<std::size_t>(bytes.size());
    m_writeFailed |= std::fwrite(bytes.constData(), 1, size, stdout) != size;
}

void Console::error(const QString& message) {
    const QString label =
        m_colours ? QStringLiteral("\x1b[31mError:\x1b[0m ") : QStringLiteral("Error: ");
    const std::lock_guard lock(m_mutex);
    clearProgress();
    std::fputs((label + withoutControls(message) + u'\n').toUtf8().constData(), stderr);
}

void Console::warning(const QString& message) {
    if (m_verbosity != Verbosity::Quiet) {
        this->message(message);
    }
}

void Console::detail(const QString& message) {
    if (m_verbosity == Verbosity::Verbose) {
        this->message(message);
    }
}

void Console::message(const QString& text) {
    const std::lock_guard lock(m_mutex);
    clearProgress();
    std::fputs((withoutControls(text) + u'\n').toUtf8().constData(), stderr);
}

void Console::progress(const QString& text) {
    if (!m_messagesAreTerminal || m_verbosity == Verbosity::Quiet) {
        return;
    }
    const std::lock_guard lock(m_mutex);
    clearProgress();
    std::fputs(withoutControls(text).toUtf8().constData(), stderr);
    std::fflush(stderr);
    m_progressShown = true;
}

void Console::clearProgress() {
    if (m_progressShown) {
        std::fputs("\r\x1b[K", stderr);
        m_progressShown = false;
    }
}

bool Console::finish() {
    const std::lock_guard lock(m_mutex);
    clearProgress();
    m_writeFailed |= std::fflush(stdout) != 0;
    return !m_writeFailed;
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the program with a window was started with. GUI thread.
#pragma once

#include <QStringList>

#include <optional>

class QApplication;

namespace ui {

struct CommandLine {
    QString model;              // empty: that of the last time
    QString device;             // empty: as last time
    std::optional<int> threads; // none: as last time
    QStringList files;
};

// Ends the program after --help, --version and mistakes.
CommandLine readCommandLine(const QApplication& application);

} // namespace ui

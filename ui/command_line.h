// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the program with a window was started with. GUI thread.
#pragma once

#include "app/application.h"

#include <QStringList>

class QApplication;

namespace ui {

struct CommandLine {
    app::ApplicationOptions options;
    QString model; // empty: the one that ships
    QStringList files;
};

// Ends the program after --help, --version and mistakes.
CommandLine readCommandLine(const QApplication& application);

} // namespace ui

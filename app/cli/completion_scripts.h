// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Scripts that make shells complete the command line. Pure.
#pragma once

#include "app/cli/command_description.h"

#include <span>

namespace app {

struct CompletionScript {
    const char* shell;    // "bash", "zsh", "fish"
    const char* fileName; // under which the shell looks for it
    QString (*write)(const CommandDescription& program);
};

std::span<const CompletionScript> completionScripts();

} // namespace app

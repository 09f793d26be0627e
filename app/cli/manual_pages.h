// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Manual pages (man 1) of the program and of each command. Pure.
#pragma once

#include "app/cli/command_description.h"

namespace app {

// "tessera-cli-bulk": what man knows it by.
QString manualName(const CommandDescription& command);
// In roff. The page of the program itself lists commands and exit codes.
QString manualPage(const CommandDescription& command, const CommandDescription& program);

} // namespace app

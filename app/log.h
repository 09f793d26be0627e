// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The log: the last messages of the program, in English, for people who want to know why something
// failed. Goes to stderr as well. Nothing of a document's text is written to it. One per process,
// since Qt's messages are; any thread.
#pragma once

#include "app/result.h"

#include <QString>

namespace app {

// From now on messages are kept. Once, before other threads begin.
void keepLog();
// What a person is told without its detail.
void logFailure(const Failure& failure);
// The messages kept so far, one a line, oldest first.
QString logText();

} // namespace app

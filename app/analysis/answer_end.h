// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How an answer came to its end, as words: for programs, and for people. Pure.
#pragma once

#include "app/analysis/analysis.h"

namespace app {

// "complete", "tokenLimit": in JSON and in tables.
QString endName(AnswerEnd end);
// "the model began to repeat itself": why an answer is not whole; empty when it is.
QString incompleteness(AnswerEnd end);

} // namespace app

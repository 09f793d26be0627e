// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What command line and reports say about a failure: one English sentence with the thing, the
// reason and the remedy, and the exit code that goes with it. Pure functions.
#pragma once

#include "app/exit_codes.h"
#include "app/result.h"

namespace app {

QString failureMessage(const Failure& failure);
ExitCode exitCodeOf(FailureCode code);
// A stable name for machines: "needs-password".
QString failureName(FailureCode code);

} // namespace app

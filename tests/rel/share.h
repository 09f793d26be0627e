// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How much of a long test runs.
#pragma once

#include <QtGlobal>

// What runs on every change, and what TESSERA_REL_SHARE=1 runs.
inline int runs(int share, int all) {
    return qEnvironmentVariableIntValue("TESSERA_REL_SHARE") == 1 ? all : share;
}

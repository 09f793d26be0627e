// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A page to measure with: an A4 scan of running text, the same on every machine that has the same
// fonts. Needs a QGuiApplication.
#pragma once

#include <QImage>

namespace app {

inline constexpr int kBenchCharacters = 3000;

// 200 dpi, grey paper, soft edges and sensor noise; kBenchCharacters characters of made-up words.
QImage makeBenchPage();

} // namespace app

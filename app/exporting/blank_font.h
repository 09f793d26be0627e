// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A TrueType font whose glyphs show nothing: what carries the invisible text of a searchable PDF.
// Glyph 0 is the one that stands for missing ones; kNarrowGlyph is half as wide as the font is
// high, kWideGlyph as wide. Pure.
#pragma once

#include <QByteArray>

namespace app {

constexpr int kNarrowGlyph = 1;
constexpr int kWideGlyph = 2;
constexpr int kUnitsPerEm = 1000;
constexpr int kNarrowAdvance = 500;
constexpr int kWideAdvance = 1000;
constexpr int kFontAscent = 800; // above the line that the glyphs stand on
constexpr int kFontDescent = -200;

QByteArray blankFont();

} // namespace app

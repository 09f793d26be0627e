// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Text as the search index keeps it. Scripts that are written without spaces get an invisible one
// (U+200B) around each character, so that an index of words finds any run of them. Pure.
#pragma once

#include <QString>

namespace app {

QString spacedText(const QString& text);
QString unspacedText(const QString& text);
// Han, Kana, Hangul, Thai and their like: a word is not what stands between spaces.
bool isUnspacedScript(char32_t character);

} // namespace app

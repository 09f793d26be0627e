// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/search_text.h"

#include <QChar>
#include <QList>

namespace app {

namespace {

constexpr QChar kInvisibleSpace(0x200B);

} // namespace

bool isUnspacedScript(char32_t character) {
    switch (QChar::script(character)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
    case QChar::Script_Yi:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return QChar::isLetterOrNumber(character);
    default:
        return false;
    }
}

QString spacedText(const QString& text) {
    QString spaced;
    spaced.reserve(text.size() + text.size() / 8);
    bool before = false; // the character before stands alone
    for (const char32_t character : text.toUcs4()) {
        const bool alone = isUnspacedScript(character);
        if (alone || before) {
            spaced.append(kInvisibleSpace);
        }
        const bool isControl = character < U' ' && character != U'\n' && character != U'\t';
        if (character != kInvisibleSpace.unicode() && !isControl) {
            spaced.append(QChar::fromUcs4(character));
        }
        before = alone;
    }
    return spaced;
}

QString unspacedText(const QString& text) {
    return QString(text).remove(kInvisibleSpace);
}

} // namespace app

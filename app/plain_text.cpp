// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plain_text.h"

namespace app {

namespace {

bool isControl(char32_t code) {
    const bool c0 = code < 0x20 && code != U'\n' && code != U'\t';
    const bool c1 = code >= 0x7f && code < 0xa0;
    const bool direction = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    const bool nonCharacter = (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) == 0xfffe;
    return c0 || c1 || direction || nonCharacter;
}

} // namespace

QString withoutControls(const QString& text) {
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        const bool isPair =
            unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair) {
            if (!isControl(QChar::surrogateToUcs4(unit, text[i + 1]))) {
                clean.append(unit).append(text[i + 1]);
            }
            ++i;
        } else if (unit.isSurrogate()) {
            clean.append(QChar::ReplacementCharacter);
        } else if (!isControl(unit.unicode())) {
            clean.append(unit);
        }
    }
    return clean;
}

} // namespace app

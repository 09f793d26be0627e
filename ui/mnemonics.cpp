// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mnemonics.h"

#include <QRegularExpression>

namespace ui {

QString withoutMnemonic(const QString& text) {
    static const QRegularExpression kInBrackets(QStringLiteral("\\s*[(（]&[^&\\s][)）]"));
    QString bare = text;
    bare.remove(kInBrackets);
    QString plain;
    for (qsizetype i = 0; i < bare.size(); ++i) {
        i += bare[i] == u'&' ? 1 : 0;
        plain += i < bare.size() ? bare.mid(i, 1) : QString();
    }
    return plain;
}

QString plainText(const QString& text) {
    return withoutMnemonic(text).remove(QChar(0x2026)).trimmed();
}

QChar mnemonicOf(const QString& text) {
    static const QRegularExpression kKey(QStringLiteral("(?<!&)(?:&&)*&([^&\\s])"));
    const QString key = kKey.match(text).captured(1);
    return key.isEmpty() ? QChar() : key.front().toLower();
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/markdown_escape.h"

namespace app {

namespace {

// "1." and "2)" at the start of a line begin a list.
qsizetype listMarkEnd(const QString& line) {
    qsizetype end = 0;
    while (end < line.size() && line[end] >= u'0' && line[end] <= u'9') {
        ++end;
    }
    const bool isMark = end > 0 && end < line.size() && (line[end] == u'.' || line[end] == u')');
    return isMark ? end : -1;
}

} // namespace

QString markdownEscaped(const QString& line) {
    static const QString kAnywhere = QStringLiteral("\\`*_[]<>&|~$@");
    static const QString kAtTheStart = QStringLiteral("#+-=");
    const qsizetype mark = listMarkEnd(line);
    QString text;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar character = line[i];
        // What a reader would make a link of.
        const bool isLink =
            line.mid(i, 3) == QLatin1String("://") ||
            (character == u'.' && line.left(i).endsWith(QLatin1String("www"), Qt::CaseInsensitive));
        if (kAnywhere.contains(character) || (i == 0 && kAtTheStart.contains(character)) ||
            i == mark || isLink) {
            text += u'\\';
        }
        text += character;
    }
    return text;
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotating/box.h"

#include <QStringList>

#include <cmath>

namespace app {

namespace {

bool isHidden(const QChar character) {
    switch (character.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format: // among them those that turn the direction of what follows
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return character != QChar(0x200D) && character != QChar(0x200C); // joiners shape scripts
    default:
        return false;
    }
}

} // namespace

QString plainLabel(const QString& text) {
    QString plain = text.left(8 * kMostLabelCharacters);
    for (QChar& character : plain) {
        if (isHidden(character)) {
            character = QLatin1Char(' ');
        }
    }
    plain = plain.simplified().left(kMostLabelCharacters);
    if (!plain.isEmpty() && plain.back().isHighSurrogate()) {
        plain.chop(1);
    }
    return plain.trimmed();
}

std::optional<QRectF> withinPage(const QRectF& place) {
    const bool finite = std::isfinite(place.left()) && std::isfinite(place.top()) &&
                        std::isfinite(place.width()) && std::isfinite(place.height());
    if (!finite) {
        return std::nullopt;
    }
    const QRectF inside = place.normalized().intersected(QRectF(0, 0, 1, 1));
    return inside.isEmpty() ? std::nullopt : std::optional(inside);
}

QStringList labelsOf(const QVector<Box>& boxes) {
    QStringList labels;
    for (const Box& box : boxes) {
        labels.append(box.label);
    }
    labels.removeDuplicates();
    labels.sort();
    return labels;
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lines of print drawn for tests, with the ink box of every word known.
#pragma once

#include "app/reading/line_finder.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStringList>

namespace printed {

// The smallest rectangle around pixels darker than half in a part of a grey picture.
inline QRect inkBox(const QImage& grey, const QRect& part) {
    QRect box;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x) {
            if (grey.constScanLine(y)[x] < 128) {
                box = box.united(QRect(x, y, 1, 1));
            }
        }
    }
    return box;
}

// A page with one line per text, found exactly; words gets the ink box of every word in order.
inline app::TextLines page(const QStringList& texts, int pixelSize, QVector<QRect>* words) {
    const int step = 2 * pixelSize;
    QFont font(QStringLiteral("Liberation Sans"));
    font.setPixelSize(pixelSize);
    const QFontMetricsF metrics(font);
    qreal width = 0;
    for (const QString& text : texts) {
        width = std::max(width, metrics.horizontalAdvance(text));
    }
    const int margin = pixelSize;
    app::TextLines lines;
    lines.grey = QImage(static_cast<int>(width) + 2 * margin,
                        step * static_cast<int>(texts.size()) + margin, QImage::Format_Grayscale8);
    lines.grey.fill(255);
    QPainter painter(&lines.grey);
    painter.setFont(font);
    for (int i = 0; i < texts.size(); ++i) {
        qreal x = margin;
        for (const QString& word : texts[i].split(u' ')) {
            painter.drawText(QPointF(x, margin + i * step + pixelSize), word);
            x += metrics.horizontalAdvance(word + u' ');
        }
    }
    painter.end();
    lines.toPage.scale(1.0 / lines.grey.width(), 1.0 / lines.grey.height());
    for (int i = 0; i < texts.size(); ++i) {
        const QRect band(0, margin + i * step - pixelSize / 4, lines.grey.width(), step);
        const QRect box = inkBox(lines.grey, band.intersected(lines.grey.rect()));
        lines.lines.append({box, 0, box.height()});
        qreal x = margin;
        for (const QString& word : texts[i].split(u' ')) {
            const qreal advance = metrics.horizontalAdvance(word);
            words->append(inkBox(lines.grey, QRect(static_cast<int>(x) - 1, band.top(),
                                                   static_cast<int>(advance) + 2, step)
                                                 .intersected(lines.grey.rect())));
            x += metrics.horizontalAdvance(word + u' ');
        }
    }
    return lines;
}

} // namespace printed

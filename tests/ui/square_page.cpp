// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/square_page.h"

#include "tests/app/pages.h"
#include "tests/ui/window_story.h"
#include "ui/page_frame.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr QRectF kSquare(60, 150, 80, 40); // points, y upwards

} // namespace

QByteArray squarePdf(const QRectF& crop, int fileTurns) {
    const QByteArray keys = QStringLiteral("/MediaBox[0 0 300 400]/CropBox[%1 %2 %3 %4]/Rotate %5")
                                .arg(crop.left())
                                .arg(crop.top())
                                .arg(crop.right())
                                .arg(crop.bottom())
                                .arg(fileTurns * 90)
                                .toLatin1();
    return pages::pdf(keys, "0 g 60 150 80 40 re f");
}

QRectF squareOnPage(const QRectF& crop, int fileTurns) {
    const QRectF box((kSquare.left() - crop.left()) / crop.width(),
                     (crop.bottom() - kSquare.bottom()) / crop.height(),
                     kSquare.width() / crop.width(), kSquare.height() / crop.height());
    const PageFrame file(QRectF(0, 0, 1, 1), fileTurns); // the file turns as a view does
    return file.toScreen(box);
}

QRect darkBounds(const QImage& shot, const QRect& within) {
    QRect bounds;
    for (int y = within.top(); y <= within.bottom(); ++y) {
        for (int x = within.left(); x <= within.right(); ++x) {
            if (shot.rect().contains(x, y) && qGray(shot.pixel(x, y)) < 128) {
                bounds |= QRect(x, y, 1, 1);
            }
        }
    }
    return bounds;
}

double apart(const QRectF& a, const QRectF& b) {
    return std::max({std::abs(a.left() - b.left()), std::abs(a.top() - b.top()),
                     std::abs(a.right() - b.right()), std::abs(a.bottom() - b.bottom())});
}

int nearestColor(const QImage& shot, const QPointF& at, const QColor& wanted) {
    int best = 255;
    for (int dx = -1; dx <= 1; ++dx) {
        for (int dy = -1; dy <= 1; ++dy) {
            const QPoint pixel = at.toPoint() + QPoint(dx, dy);
            if (shot.rect().contains(pixel)) {
                best = std::min(best, apart(shot.pixelColor(pixel), wanted));
            }
        }
    }
    return best;
}

} // namespace ui

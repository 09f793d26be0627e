// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A page with one black square on it, cropped and turned by the file, and where the square must
// then be: worked out from the file's numbers, and read from a picture of the screen.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QRectF>

namespace ui {

// crop: in points, y upwards; fileTurns: quarter turns.
QByteArray squarePdf(const QRectF& crop, int fileTurns);
// On the upright page, 0…1.
QRectF squareOnPage(const QRectF& crop, int fileTurns);
// Of what is dark in that part of the picture.
QRect darkBounds(const QImage& shot, const QRect& within);
// The largest distance of two edges.
double apart(const QRectF& a, const QRectF& b);
// How far the wanted colour is from the best pixel there or next to it, 0…255.
int nearestColor(const QImage& shot, const QPointF& at, const QColor& wanted);

} // namespace ui

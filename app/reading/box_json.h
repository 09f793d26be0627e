// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Boxes as all JSON of the program has them. Pure.
#pragma once

#include <QJsonArray>
#include <QJsonValue>
#include <QRectF>

namespace app {

// [x0, y0, x1, y1]; null for a null box.
inline QJsonValue boxJson(const QRectF& box) {
    return box.isNull() ? QJsonValue(QJsonValue::Null)
                        : QJsonArray{box.left(), box.top(), box.right(), box.bottom()};
}

} // namespace app

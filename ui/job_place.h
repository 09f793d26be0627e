// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// JobPlace: where to look at what a job has made of a document. A value.
#pragma once

#include <QRectF>
#include <QString>
#include <QVector>

namespace ui {

struct JobPlace {
    QString path;
    int page = 0;
    QVector<QRectF> boxes = {}; // to light there, page coordinates 0…1
};

} // namespace ui

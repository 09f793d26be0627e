// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Label Studio: one JSON file of tasks, one per picture; boxes in percent of the picture.
#include "app/exporting/picture_boxes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace app {

namespace {

QString k(const char* key) {
    return QString::fromLatin1(key);
}

QJsonObject regionOf(const Box& box, const QSize& pixels, int number) {
    const QJsonObject value{{k("x"), rounded(box.place.left() * 100)},
                            {k("y"), rounded(box.place.top() * 100)},
                            {k("width"), rounded(box.place.width() * 100)},
                            {k("height"), rounded(box.place.height() * 100)},
                            {k("rotation"), 0},
                            {k("rectanglelabels"), QJsonArray{labelToWrite(box)}}};
    return {{k("id"), QString::number(number)},
            {k("type"), k("rectanglelabels")},
            {k("from_name"), k("label")},
            {k("to_name"), k("image")},
            {k("original_width"), pixels.width()},
            {k("original_height"), pixels.height()},
            {k("image_rotation"), 0},
            {k("value"), value}};
}

QVector<ExportFile> write(const QVector<PictureBoxes>& pictures) {
    QJsonArray tasks;
    for (const PictureBoxes& picture : pictures) {
        QJsonArray regions;
        for (const Box& box : picture.boxes) {
            regions.append(regionOf(box, picture.pixels, int(regions.size()) + 1));
        }
        const QJsonObject data{{k("image"), k("images/") + picture.picture}};
        tasks.append(
            QJsonObject{{k("data"), data},
                        {k("annotations"), QJsonArray{QJsonObject{{k("result"), regions}}}}});
    }
    return {{k("tasks.json"), QJsonDocument(tasks).toJson()}};
}

} // namespace

const BoxFormat& labelStudioFormat() {
    static const BoxFormat format{QStringLiteral("images"), write, nullptr};
    return format;
}

} // namespace app

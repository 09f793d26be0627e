// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// COCO: one JSON file with pictures, categories and boxes; x, y, width and height in pixels.
#include "app/exporting/picture_boxes.h"

#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace app {

namespace {

QString k(const char* key) {
    return QString::fromLatin1(key);
}

QJsonObject annotationOf(const QRectF& rect, int id, int picture, int category) {
    return {{k("id"), id},
            {k("image_id"), picture},
            {k("category_id"), category},
            {k("bbox"), QJsonArray{rounded(rect.left()), rounded(rect.top()), rounded(rect.width()),
                                   rounded(rect.height())}},
            {k("area"), rounded(rect.width() * rect.height())},
            {k("segmentation"), QJsonArray()},
            {k("iscrowd"), 0}};
}

QVector<ExportFile> write(const QVector<PictureBoxes>& pictures) {
    const QStringList labels = labelsToWrite(pictures);
    QJsonArray categories;
    for (int i = 0; i < labels.size(); ++i) {
        categories.append(
            QJsonObject{{k("id"), i + 1}, {k("name"), labels[i]}, {k("supercategory"), QString()}});
    }
    QJsonArray images;
    QJsonArray annotations;
    for (const PictureBoxes& picture : pictures) {
        const int id = int(images.size()) + 1;
        images.append(QJsonObject{{k("id"), id},
                                  {k("file_name"), picture.picture},
                                  {k("width"), picture.pixels.width()},
                                  {k("height"), picture.pixels.height()}});
        for (const Box& box : picture.boxes) {
            annotations.append(annotationOf(toPixels(box.place, picture.pixels),
                                            int(annotations.size()) + 1, id,
                                            int(labels.indexOf(labelToWrite(box))) + 1));
        }
    }
    const QJsonObject all{{k("info"), QJsonObject{{k("description"), k("Boxes from Tessera")}}},
                          {k("licenses"), QJsonArray()},
                          {k("images"), images},
                          {k("annotations"), annotations},
                          {k("categories"), categories}};
    return {{k("annotations.json"), QJsonDocument(all).toJson()}};
}

// --- reading ---

using Pictures = QHash<qint64, int>; // id → index

std::optional<qint64> idIn(const QJsonObject& object, const char* key) {
    const QJsonValue value = object.value(k(key));
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

Result<QVector<PictureBoxes>> readImages(const QString& path, const QJsonArray& images,
                                         Pictures& ids) {
    QVector<PictureBoxes> pictures;
    for (const QJsonValue& value : images) {
        const QJsonObject image = value.toObject();
        const auto id = idIn(image, "id");
        const QSize size(image.value(k("width")).toInt(), image.value(k("height")).toInt());
        if (!id || size.isEmpty() || !image.value(k("file_name")).isString()) {
            return notImportable(path, QStringLiteral("Entry %1 of “images” lacks id, file_name, "
                                                      "width or height.")
                                           .arg(pictures.size() + 1));
        }
        ids.insert(*id, int(pictures.size()));
        const QString name = image.value(k("file_name")).toString();
        pictures.append({QFileInfo(name).fileName(), size, {}});
    }
    return pictures;
}

std::optional<QRectF> rectOf(const QJsonValue& value) {
    const QJsonArray numbers = value.toArray();
    if (numbers.size() != 4) {
        return std::nullopt;
    }
    for (const QJsonValue& number : numbers) {
        if (!number.isDouble()) {
            return std::nullopt;
        }
    }
    return QRectF(numbers[0].toDouble(), numbers[1].toDouble(), numbers[2].toDouble(),
                  numbers[3].toDouble());
}

Result<QVector<PictureBoxes>> readOne(const QString& path) {
    const Result<QByteArray> bytes = readForImport(path);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    QJsonParseError error;
    const QJsonObject all = QJsonDocument::fromJson(*bytes, &error).object();
    if (error.error != QJsonParseError::NoError) {
        return notImportable(path, QStringLiteral("It is not JSON: %1 at byte %2.")
                                       .arg(error.errorString())
                                       .arg(error.offset));
    }
    for (const char* key : {"images", "annotations", "categories"}) {
        if (!all.value(k(key)).isArray()) {
            return notImportable(
                path, QStringLiteral("It is not COCO: it has no list “%1”.").arg(k(key)));
        }
    }
    Pictures ids;
    Result<QVector<PictureBoxes>> pictures =
        readImages(path, all.value(k("images")).toArray(), ids);
    if (!pictures) {
        return pictures;
    }
    QHash<qint64, QString> labels;
    for (const QJsonValue& value : all.value(k("categories")).toArray()) {
        if (const auto id = idIn(value.toObject(), "id")) {
            labels.insert(*id, value.toObject().value(k("name")).toString());
        }
    }
    int entry = 0;
    for (const QJsonValue& value : all.value(k("annotations")).toArray()) {
        ++entry;
        const QJsonObject annotation = value.toObject();
        const auto picture = idIn(annotation, "image_id");
        const auto category = idIn(annotation, "category_id");
        const auto rect = rectOf(annotation.value(k("bbox")));
        if (!picture || !ids.contains(*picture) || !category || !labels.contains(*category) ||
            !rect) {
            return notImportable(
                path, QStringLiteral("Entry %1 of “annotations” names no picture or category of "
                                     "this file, or has no bbox of four numbers.")
                          .arg(entry));
        }
        PictureBoxes& of = (*pictures)[ids[*picture]];
        Box box;
        box.place = fromPixels(*rect, of.pixels);
        box.label = labels[*category];
        of.boxes.append(box);
    }
    return pictures;
}

Result<QVector<PictureBoxes>> read(const QStringList& paths) {
    QVector<PictureBoxes> all;
    for (const QString& path : paths) {
        Result<QVector<PictureBoxes>> pictures = readOne(path);
        if (!pictures) {
            return pictures;
        }
        all += *pictures;
    }
    return all;
}

} // namespace

const BoxFormat& cocoFormat() {
    static const BoxFormat format{QStringLiteral("images"), write, read};
    return format;
}

} // namespace app

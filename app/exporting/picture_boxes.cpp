// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/picture_boxes.h"

#include <QFile>

#include <cmath>

namespace app {

namespace {

constexpr qint64 kMostImportBytes = 256'000'000;

} // namespace

QString labelToWrite(const Box& box) {
    const QString label = plainLabel(box.label);
    return label.isEmpty() ? QStringLiteral("box") : label;
}

QStringList labelsToWrite(const QVector<PictureBoxes>& pictures) {
    QStringList labels;
    for (const PictureBoxes& picture : pictures) {
        for (const Box& box : picture.boxes) {
            labels.append(labelToWrite(box));
        }
    }
    labels.removeDuplicates();
    labels.sort();
    return labels;
}

QRectF toPixels(const QRectF& place, const QSize& pixels) {
    return {place.left() * pixels.width(), place.top() * pixels.height(),
            place.width() * pixels.width(), place.height() * pixels.height()};
}

QRectF fromPixels(const QRectF& rect, const QSize& pixels) {
    return {rect.left() / pixels.width(), rect.top() / pixels.height(),
            rect.width() / pixels.width(), rect.height() / pixels.height()};
}

double rounded(double value) {
    return std::round(value * 1000) / 1000;
}

Result<QByteArray> readForImport(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return notImportable(path, file.errorString());
    }
    if (file.size() > kMostImportBytes) {
        return notImportable(path, QStringLiteral("It has %1 bytes; the limit is %2.")
                                       .arg(file.size())
                                       .arg(kMostImportBytes));
    }
    return file.readAll();
}

tl::unexpected<Failure> notImportable(const QString& path, const QString& why) {
    return failure(FailureCode::BadArguments, path, why);
}

} // namespace app

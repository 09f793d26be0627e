// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/picture_pixels.h"

#include <QPainter>
#include <QRgba64>

#include <algorithm>

namespace app {

namespace {

QImage clippedGrey(const QImage& image) {
    QImage grey(image.size(), QImage::Format_Grayscale8);
    for (int y = 0; y < image.height(); ++y) {
        const auto* from = reinterpret_cast<const quint16*>(image.constScanLine(y));
        std::transform(from, from + image.width(), grey.scanLine(y),
                       [](quint16 value) { return uchar(std::min<quint16>(value, 255)); });
    }
    return grey;
}

QImage upperBytes(const QImage& image) {
    QImage rgb(image.size(), QImage::Format_RGB888);
    for (int y = 0; y < image.height(); ++y) {
        const auto* from = reinterpret_cast<const QRgba64*>(image.constScanLine(y));
        uchar* to = rgb.scanLine(y);
        for (int x = 0; x < image.width(); ++x, to += 3) {
            to[0] = uchar(from[x].red() >> 8);
            to[1] = uchar(from[x].green() >> 8);
            to[2] = uchar(from[x].blue() >> 8);
        }
    }
    return rgb;
}

// A transparent palette entry keeps its colour.
QImage opaquePalette(QImage image) {
    QList<QRgb> table = image.colorTable();
    std::transform(table.begin(), table.end(), table.begin(),
                   [](QRgb colour) { return colour | 0xff000000U; });
    image.setColorTable(table);
    return image;
}

} // namespace

QTransform orientationTransform(QImageIOHandler::Transformations transformations) {
    QTransform transform; // Qt's order: mirror and flip first, then a quarter turn clockwise
    if (transformations.testFlag(QImageIOHandler::TransformationRotate90)) {
        transform.rotate(90);
    }
    const bool mirror = transformations.testFlag(QImageIOHandler::TransformationMirror);
    const bool flip = transformations.testFlag(QImageIOHandler::TransformationFlip);
    return transform.scale(mirror ? -1 : 1, flip ? -1 : 1);
}

QImage oriented(const QImage& image, QImageIOHandler::Transformations transformations) {
    return transformations == QImageIOHandler::TransformationNone
               ? image
               : image.transformed(orientationTransform(transformations));
}

QImage flattened(const QImage& image) {
    if (!image.hasAlphaChannel()) {
        return image.convertToFormat(QImage::Format_RGB32);
    }
    QImage paper(image.size(), QImage::Format_RGB32);
    if (!paper.isNull()) {
        paper.fill(Qt::white);
        QPainter(&paper).drawImage(0, 0, image);
    }
    return paper;
}

QImage rgbPixels(const QImage& image) {
    switch (image.format()) {
    case QImage::Format_Grayscale16:
        return clippedGrey(image).convertToFormat(QImage::Format_RGB888);
    case QImage::Format_RGBA64_Premultiplied:
        return upperBytes(image.convertToFormat(QImage::Format_RGBA64));
    case QImage::Format_RGBA64:
    case QImage::Format_RGBX64:
        return upperBytes(image);
    case QImage::Format_Indexed8:
    case QImage::Format_Mono:
    case QImage::Format_MonoLSB:
        return opaquePalette(image).convertToFormat(QImage::Format_RGB888);
    case QImage::Format_ARGB32_Premultiplied:
        return image.convertToFormat(QImage::Format_ARGB32).convertToFormat(QImage::Format_RGB888);
    default:
        return image.convertToFormat(QImage::Format_RGB888);
    }
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Picture files as the engine takes them, for tests: alpha dropped, palettes resolved, orientation
// tags ignored.
#pragma once

#include "engine/vision/image.h"

#include <QCryptographicHash>
#include <QImage>
#include <QImageReader>

#include <cstring>
#include <filesystem>
#include <span>
#include <stdexcept>
#include <string>

namespace pictures {

inline engine::Pixels load(const std::filesystem::path& path) {
    QImageReader reader(QString::fromStdString(path.string()));
    reader.setAutoTransform(false);
    const QImage image = reader.read().convertToFormat(QImage::Format_RGB888);
    if (image.isNull()) {
        throw std::runtime_error("cannot read " + path.string());
    }
    engine::Pixels pixels{{image.width(), image.height()}, {}};
    const std::ptrdiff_t rowBytes = pixels.view().stride;
    for (int y = 0; y < image.height(); ++y) {
        const uchar* row = image.constScanLine(y);
        pixels.rgb.insert(pixels.rgb.end(), row, row + rowBytes);
    }
    return pixels;
}

inline std::string sha256(std::span<const std::uint8_t> bytes) {
    const auto view = QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return QCryptographicHash::hash(view.toByteArray(), QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

} // namespace pictures

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/jpeg_header.h"

namespace app {

namespace {

constexpr double kCentimetresPerInch = 2.54;

int byteAt(const QByteArray& bytes, qsizetype at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

int shortAt(const QByteArray& bytes, qsizetype at) {
    return byteAt(bytes, at) * 256 + byteAt(bytes, at + 1);
}

bool isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

QSizeF densityIn(const QByteArray& jfif) {
    const QSizeF density(shortAt(jfif, 8), shortAt(jfif, 10));
    switch (byteAt(jfif, 7)) {
    case 1:
        return density;
    case 2:
        return density * kCentimetresPerInch;
    default:
        return {};
    }
}

} // namespace

std::optional<JpegHeader> jpegHeader(const QByteArray& jpeg) {
    JpegHeader header;
    bool isAdobe = false;
    qsizetype at = 2;
    while (at + 4 <= jpeg.size() && byteAt(jpeg, at) == 0xff) {
        const int marker = byteAt(jpeg, at + 1);
        if (marker == 0xff) { // fill
            ++at;
            continue;
        }
        const QByteArray segment = jpeg.mid(at + 4, shortAt(jpeg, at + 2) - 2);
        if (marker == 0xe0 && segment.startsWith("JFIF")) {
            header.dpi = densityIn(segment);
        }
        isAdobe = isAdobe || (marker == 0xee && segment.startsWith("Adobe"));
        if (isFrame(marker)) {
            header.pixels = QSize(shortAt(segment, 3), shortAt(segment, 1));
            header.components = byteAt(segment, 5);
            header.isInverted = header.components == 4 && isAdobe;
            const bool fits =
                marker <= 0xc2 && byteAt(segment, 0) == 8 && !header.pixels.isEmpty() &&
                (header.components == 1 || header.components == 3 || header.components == 4);
            return fits ? std::optional(header) : std::nullopt;
        }
        at += 2 + shortAt(jpeg, at + 2);
    }
    return std::nullopt;
}

} // namespace app

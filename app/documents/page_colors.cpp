// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/page_colors.h"

#include <algorithm>
#include <array>

namespace app {

namespace {

constexpr int kDarkest = 0x1E; // black and white on black are too much for the eye at night
constexpr int kLightest = 0xE8;
constexpr std::array<int, 3> kSepiaPaper{0xF6, 0xEC, 0xD8};

int softened(int value) {
    return kDarkest + value * (kLightest - kDarkest) / 255;
}

QRgb dark(QRgb pixel) {
    const int red = qRed(pixel);
    const int green = qGreen(pixel);
    const int blue = qBlue(pixel);
    // The lightness of HSL turned round: every channel moves by the same amount.
    const int shift = 255 - std::max({red, green, blue}) - std::min({red, green, blue});
    return qRgb(softened(red + shift), softened(green + shift), softened(blue + shift));
}

QRgb sepia(QRgb pixel) {
    return qRgb(qRed(pixel) * kSepiaPaper[0] / 255, qGreen(pixel) * kSepiaPaper[1] / 255,
                qBlue(pixel) * kSepiaPaper[2] / 255);
}

} // namespace

QColor paperColor(PageColors colors) {
    const QRgb white = qRgb(255, 255, 255);
    switch (colors) {
    case PageColors::Dark:
        return dark(white);
    case PageColors::Sepia:
        return sepia(white);
    default:
        return white;
    }
}

void recolor(QImage& image, PageColors colors) {
    if (colors == PageColors::Original) {
        return;
    }
    for (int y = 0; y < image.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        std::transform(row, row + image.width(), row, colors == PageColors::Dark ? &dark : &sepia);
    }
}

} // namespace app

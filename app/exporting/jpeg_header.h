// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a PDF has to know of a JPEG file to show it as it is. Pure.
#pragma once

#include <QByteArray>
#include <QSize>
#include <QSizeF>

#include <optional>

namespace app {

struct JpegHeader {
    QSize pixels;
    int components = 0;      // 1: grey, 3: colour, 4: CMYK
    bool isInverted = false; // CMYK as Adobe's programs write it
    QSizeF dpi;              // empty: it does not say
};

// Nothing when it is no JPEG of the kinds that PDF allows: baseline or progressive, 8 bits.
std::optional<JpegHeader> jpegHeader(const QByteArray& jpeg);

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/weight_bits.h"

#include <QStandardPaths>

namespace app {

QString weightBitsName(WeightBits bits) {
    switch (bits) {
    case WeightBits::Eight:
        return QStringLiteral("8-bit");
    case WeightBits::Four:
        return QStringLiteral("4-bit");
    default:
        return QStringLiteral("bf16");
    }
}

std::optional<WeightBits> weightBitsNamed(const QString& name) {
    for (const WeightBits bits : kWeightBits) {
        if (weightBitsName(bits) == name) {
            return bits;
        }
    }
    return std::nullopt;
}

QString quantisedFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
           QStringLiteral("/tessera/weights");
}

} // namespace app

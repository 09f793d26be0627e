// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis/picture_hash.h"

#include <QCryptographicHash>

namespace app {

QByteArray pictureHash(const QImage& picture) {
    const QImage pixels = picture.convertToFormat(QImage::Format_RGB888);
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    hash.addData(QByteArray::number(pixels.width()) + 'x' + QByteArray::number(pixels.height()));
    for (int row = 0; row < pixels.height(); ++row) {
        const auto* line = reinterpret_cast<const char*>(pixels.constScanLine(row));
        hash.addData(QByteArrayView(line, qsizetype{3} * pixels.width()));
    }
    return hash.result();
}

} // namespace app

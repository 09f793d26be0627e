// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis/known_texts.h"

#include <QCryptographicHash>

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t kMost = 8;

// Of what a picture shows, in its format.
QByteArray fingerprintOf(const QImage& picture) {
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    hash.addData(QByteArray::number(picture.width()) + ' ' + QByteArray::number(picture.format()));
    const qsizetype rowBytes = (qsizetype(picture.width()) * picture.depth() + 7) / 8;
    for (int y = 0; y < picture.height(); ++y) {
        hash.addData(QByteArrayView(picture.constScanLine(y), rowBytes));
    }
    return hash.result();
}

} // namespace

std::optional<AnalysisResult> KnownTexts::find(const QImage& page, const QVector<QRectF>& lines) {
    const QByteArray fingerprint = fingerprintOf(page);
    const auto known = std::find_if(m_texts.begin(), m_texts.end(), [&](const Text& text) {
        return text.lines == lines && text.page == fingerprint;
    });
    if (known == m_texts.end()) {
        return std::nullopt;
    }
    std::rotate(known, known + 1, m_texts.end());
    AnalysisResult read = m_texts.back().read;
    read.times = {};
    return read;
}

void KnownTexts::keep(const QImage& page, const QVector<QRectF>& lines,
                      const AnalysisResult& read) {
    if (m_texts.size() == kMost) {
        m_texts.erase(m_texts.begin());
    }
    m_texts.push_back({fingerprintOf(page), lines, read});
}

} // namespace app

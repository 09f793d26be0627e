// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis/known_texts.h"

#include "app/analysis/picture_hash.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t kMost = 8;

} // namespace

std::optional<AnalysisResult> KnownTexts::find(const QImage& page, const QVector<QRectF>& lines) {
    const QByteArray hash = pictureHash(page);
    const auto known = std::find_if(m_texts.begin(), m_texts.end(), [&](const Text& text) {
        return text.lines == lines && text.page == hash;
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
    m_texts.push_back({pictureHash(page), lines, read});
}

} // namespace app

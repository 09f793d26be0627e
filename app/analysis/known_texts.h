// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What was read of the pages that were last asked about, for the next question about one of them:
// the latest eight. Pages are known by what they show; the pictures are not kept. One thread at a
// time.
#pragma once

#include "app/analysis/analysis.h"

#include <QByteArray>
#include <QImage>
#include <QRectF>
#include <QVector>

#include <optional>
#include <vector>

namespace app {

class KnownTexts {
public:
    // What was read of these lines of the page (none: of all), at no time.
    std::optional<AnalysisResult> find(const QImage& page, const QVector<QRectF>& lines);

    void keep(const QImage& page, const QVector<QRectF>& lines, const AnalysisResult& read);

    void clear() { m_texts.clear(); }

private:
    struct Text {
        QByteArray page; // its pictureHash
        QVector<QRectF> lines;
        AnalysisResult read;
    };

    std::vector<Text> m_texts; // the latest last
};

} // namespace app

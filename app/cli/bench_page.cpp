// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_page.h"

#include <QFont>
#include <QPainter>
#include <QTextOption>

#include <algorithm>
#include <random>

namespace app {

namespace {

constexpr int kDpi = 200;
constexpr int kMargin = 180;
const QSize kA4(1654, 2339);

// Words of two to four syllables in sentences and paragraphs. The engine's numbers are used as they
// come, since the standard's distributions differ between libraries.
QString makeText(std::mt19937& random) {
    static constexpr const char* kSyllables[] = {"al", "be", "con", "der", "en",  "fa",  "gri",
                                                 "ho", "in", "ka",  "lo",  "men", "nor", "or",
                                                 "pa", "re", "si",  "ta",  "um",  "ver"};
    QString text;
    QString word;
    int wordsInSentence = 0;
    while (text.size() + word.size() < kBenchCharacters) {
        text += word;
        word.clear();
        for (std::uint32_t syllables = 2 + random() % 3; syllables > 0; --syllables) {
            word += QLatin1String(kSyllables[random() % std::size(kSyllables)]);
        }
        if (wordsInSentence++ == 0) {
            word[0] = word[0].toUpper();
        }
        if (random() % 9 == 0) {
            word += random() % 4 == 0 ? QStringLiteral(".\n") : QStringLiteral(". ");
            wordsInSentence = 0;
        } else {
            word += u' ';
        }
    }
    return text;
}

// Shot noise of a scanner: the sum of four uniform numbers is close enough to a bell curve.
void addNoise(QImage& grey, std::mt19937& random) {
    constexpr int kAmplitude = 6;
    for (int y = 0; y < grey.height(); ++y) {
        uchar* row = grey.scanLine(y);
        for (int x = 0; x < grey.width(); ++x) {
            const std::uint32_t bits = random();
            int noise = 0;
            for (int shift = 0; shift < 32; shift += 8) {
                noise += static_cast<int>((bits >> shift) & 0xffU) - 128;
            }
            row[x] = static_cast<uchar>(std::clamp(row[x] + noise * kAmplitude / 128, 0, 255));
        }
    }
}

} // namespace

QImage makeBenchPage() {
    std::mt19937 random(20260101);
    QImage page(kA4, QImage::Format_RGB32);
    page.setDotsPerMeterX(qRound(kDpi / 0.0254));
    page.setDotsPerMeterY(page.dotsPerMeterX());
    page.fill(QColor(244, 243, 240));
    QPainter painter(&page);
    QFont font(QStringLiteral("Liberation Serif"));
    font.setStyleHint(QFont::Serif);
    font.setPixelSize(32); // 11.5 points
    painter.setFont(font);
    painter.setPen(QColor(30, 30, 36));
    painter.drawText(QRectF(page.rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin),
                     makeText(random), QTextOption());
    painter.end();
    // Optics: a little smaller and back is a little blur.
    QImage grey = page.scaled(kA4 * 0.7, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                      .scaled(kA4, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                      .convertToFormat(QImage::Format_Grayscale8);
    addNoise(grey, random);
    return grey;
}

} // namespace app

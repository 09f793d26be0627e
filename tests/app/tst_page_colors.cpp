// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/document_opener.h"
#include "app/documents/page_renderer.h"
#include "tests/app/pages.h"

#include <QSignalSpy>
#include <QTest>

using namespace app;

class TestPageColors : public QObject {
    Q_OBJECT

private slots:
    void darkTurnsLightnessRoundAndKeepsHues();
    void sepiaIsWarmPaper();
    void rendererColorsItsPictures();
};

namespace {

QColor recolored(const QColor& color, PageColors colors) {
    QImage image(3, 2, QImage::Format_RGB32);
    image.fill(color);
    recolor(image, colors);
    return image.pixelColor(2, 1);
}

} // namespace

void TestPageColors::darkTurnsLightnessRoundAndKeepsHues() {
    QVERIFY(recolored(Qt::white, PageColors::Dark).lightness() < 48);
    QVERIFY(recolored(Qt::black, PageColors::Dark).lightness() > 208);
    QCOMPARE(paperColor(PageColors::Dark), recolored(Qt::white, PageColors::Dark));
    for (const QColor& color : {QColor(200, 30, 30), QColor(20, 60, 160), QColor(10, 120, 70)}) {
        const QColor dark = recolored(color, PageColors::Dark);
        QVERIFY(std::abs(dark.hslHue() - color.hslHue()) <= 3);
        QVERIFY(dark.lightness() > color.lightness());
    }
    QCOMPARE(recolored(Qt::red, PageColors::Original), QColor(Qt::red));
}

void TestPageColors::sepiaIsWarmPaper() {
    const QColor paper = recolored(Qt::white, PageColors::Sepia);
    QCOMPARE(paper, paperColor(PageColors::Sepia));
    QVERIFY(paper.red() > paper.green() && paper.green() > paper.blue() && paper.blue() > 200);
    QCOMPARE(recolored(Qt::black, PageColors::Sepia), QColor(Qt::black));
}

void TestPageColors::rendererColorsItsPictures() {
    const auto document =
        openDocument(pages::pdf("/MediaBox[0 0 72 72]", "0 g 0 0 36 72 re f"), QStringLiteral("a"));
    PageRenderer renderer;
    QImage last;
    connect(&renderer, &PageRenderer::rendered, this,
            [&last](quint64, const QImage& image) { last = image; });
    for (const PageColors colors : {PageColors::Original, PageColors::Dark, PageColors::Sepia}) {
        last = {};
        renderer.request({1, *document, 0, 72, colors});
        QTRY_VERIFY(!last.isNull());
        QCOMPARE(last.pixelColor(60, 40), paperColor(colors));
        QVERIFY(last.pixelColor(10, 40) != paperColor(colors));
        // Each has its own place in the cache.
        QCOMPARE(renderer.cached({1, *document, 0, 72, colors}).pixelColor(60, 40),
                 paperColor(colors));
    }
}

QTEST_GUILESS_MAIN(TestPageColors)
#include "tst_page_colors.moc"

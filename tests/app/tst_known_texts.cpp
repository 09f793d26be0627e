// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pages that were read are known again by what they show.
#include "app/analysis/known_texts.h"

#include <QTest>

using namespace app;

namespace {

QImage page(QRgb color, int width = 5) {
    QImage picture(width, 4, QImage::Format_RGB888);
    picture.fill(color);
    return picture;
}

AnalysisResult read(const QString& text) {
    AnalysisResult result;
    result.text = text;
    result.times.vision = 3;
    return result;
}

} // namespace

class KnownTextsTest final : public QObject {
    Q_OBJECT

private slots:
    void knowsAPageByWhatItShows();
    void knowsWhichLinesWereRead();
    void forgetsTheOneThatWasAskedForLongestAgo();
};

void KnownTextsTest::knowsAPageByWhatItShows() {
    KnownTexts texts;
    texts.keep(page(Qt::white), {}, read(QStringLiteral("white")));
    const auto known = texts.find(page(Qt::white), {}); // another picture of the same
    QVERIFY(known);
    QCOMPARE(known->text, QStringLiteral("white"));
    QCOMPARE(known->times.vision, 0.0);
    QVERIFY(!texts.find(page(Qt::white, 6), {}));
    QImage marked = page(Qt::white);
    marked.setPixel(4, 3, qRgb(255, 255, 254)); // the last one
    QVERIFY(!texts.find(marked, {}));
    texts.clear();
    QVERIFY(!texts.find(page(Qt::white), {}));
}

void KnownTextsTest::knowsWhichLinesWereRead() {
    KnownTexts texts;
    const QVector<QRectF> lines{{0, 0, 0.5, 0.5}};
    texts.keep(page(Qt::white), lines, read(QStringLiteral("a line")));
    QVERIFY(texts.find(page(Qt::white), lines));
    QVERIFY(!texts.find(page(Qt::white), {}));
}

void KnownTextsTest::forgetsTheOneThatWasAskedForLongestAgo() {
    KnownTexts texts;
    for (int i = 0; i < 8; ++i) {
        texts.keep(page(qRgb(i, 0, 0)), {}, read(QString::number(i)));
    }
    QVERIFY(texts.find(page(qRgb(0, 0, 0)), {}));
    texts.keep(page(qRgb(8, 0, 0)), {}, read(QStringLiteral("8")));
    QVERIFY(texts.find(page(qRgb(0, 0, 0)), {}));
    QVERIFY(!texts.find(page(qRgb(1, 0, 0)), {}));
    QVERIFY(texts.find(page(qRgb(8, 0, 0)), {}));
}

QTEST_APPLESS_MAIN(KnownTextsTest)
#include "tst_known_texts.moc"

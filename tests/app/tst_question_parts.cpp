// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a question is about, the pictures that are made of it, and how high text is in them.
#include "app/asking/question_parts.h"
#include "app/documents/document_opener.h"
#include "app/reading/text_size.h"
#include "tests/app/pages.h"

#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace app;

namespace {

QString letter() {
    return QStringLiteral(TESSERA_SOURCE_DIR "/resources/samples/letter.pdf");
}

} // namespace

class TestQuestionParts : public QObject {
    Q_OBJECT

private slots:
    void partsComeInOrder();
    void sizesAreThoseOfThePictures_data();
    void sizesAreThoseOfThePictures();
    void regionsShowWhatIsThere();
    void smallestTextIsMeasured();
};

void TestQuestionParts::partsComeInOrder() {
    QuestionParts parts;
    QCOMPARE(parts.partsFor(4), (QVector<PagePart>{{4, {}}}));
    parts.setPinned(2, true);
    parts.setPinned(7, true);
    parts.setPinned(2, true); // pinned again: last
    QCOMPARE(parts.partsFor(4), (QVector<PagePart>{{4, {}}, {7, {}}, {2, {}}}));
    QCOMPARE(parts.partsFor(7), (QVector<PagePart>{{7, {}}, {2, {}}})); // never twice
    const PagePart region{2, QRectF(0.1, 0.1, 0.5, 0.5)};
    parts.setRegion(region);
    QCOMPARE(parts.partsFor(4), (QVector<PagePart>{region, {7, {}}, {2, {}}}));
    QVERIFY(parts.remove({7, {}}));
    QVERIFY(!parts.remove({7, {}}));
    QVERIFY(parts.remove(region));
    QVERIFY(parts.isPinned(2));
    QCOMPARE(parts.partsFor(4), (QVector<PagePart>{{4, {}}, {2, {}}}));
}

void TestQuestionParts::sizesAreThoseOfThePictures_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QRectF>("region");
    const QString receipt = QStringLiteral(TESSERA_SOURCE_DIR "/resources/samples/receipt.png");
    for (const QRectF& region :
         {QRectF(), QRectF(0.1, 0.2, 0.5, 0.25), QRectF(0, 0, 1, 1), QRectF(0.97, 0.97, 0.03, 0.03),
          QRectF(0.5, 0.5, 0, 0), QRectF(0.3, 0.3, 1e-9, 1e-9),
          QRectF(0.123456, 0.3, 0.3333, 0.1)}) {
        QTest::addRow("pdf %g %g", region.x(), region.width()) << letter() << region;
        QTest::addRow("png %g %g", region.x(), region.width()) << receipt << region;
    }
}

void TestQuestionParts::sizesAreThoseOfThePictures() {
    QFETCH(QString, file);
    QFETCH(QRectF, region);
    const auto document = openDocument(file);
    QVERIFY(document);
    const PagePart part{0, region};
    const auto picture = part.region.isNull() ? pagePicture(**document, 0, {})
                                              : regionPicture(**document, 0, region, {});
    QVERIFY(picture);
    QVERIFY(!picture->image.isNull());
    QCOMPARE(partSize(**document, part), picture->image.size());
}

void TestQuestionParts::regionsShowWhatIsThere() {
    QTemporaryDir folder;
    QImage image(400, 300, QImage::Format_RGB888);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.fillRect(100, 60, 200, 90, Qt::red);
    painter.end();
    const QString file = folder.filePath(QStringLiteral("a.png"));
    QVERIFY(image.save(file));
    const auto document = openDocument(file);
    const auto picture = regionPicture(**document, 0, QRectF(0.25, 0.2, 0.5, 0.3), {});
    QCOMPARE(picture->image.size(), QSize(200, 90)); // its own pixels
    QCOMPARE(picture->image.pixelColor(0, 0), QColor(Qt::red));
    QCOMPARE(picture->image.pixelColor(199, 89), QColor(Qt::red));

    // Of a PDF more pixels than the page's picture has there, but not without end.
    const auto pdf = openDocument(letter());
    const QSize page = partSize(**pdf, {0, {}});
    const QSize half = partSize(**pdf, {0, QRectF(0, 0, 0.5, 0.5)});
    QVERIFY(half.width() > page.width() / 2);
    QVERIFY(qint64(half.width()) * half.height() < 2'500'000);
    QVERIFY(!regionPicture(**pdf, 7, QRectF(0, 0, 1, 1), {})); // no such page
}

void TestQuestionParts::smallestTextIsMeasured() {
    QImage picture(800, 400, QImage::Format_RGB888);
    picture.fill(Qt::white);
    const QVector<TextWord> words{{QStringLiteral("big"), QRectF(0.1, 0.1, 0.2, 0.2), true},
                                  {QStringLiteral("small"), QRectF(0.1, 0.5, 0.2, 0.05), true},
                                  {QStringLiteral(" "), QRectF(0.1, 0.7, 0.2, 0.001), true}};
    QCOMPARE(smallestTextHeight(words, QRectF(0, 0, 1, 1), picture), 0.75 * 0.05 * 400);
    // Of a part, which is the whole picture then.
    QCOMPARE(smallestTextHeight(words, QRectF(0, 0, 1, 0.4), picture), 0.75 * 0.2 / 0.4 * 400);
    QCOMPARE(smallestTextHeight({}, QRectF(0, 0, 1, 1), picture), 0.0); // nothing there

    // Where nobody knows the words, from the ink.
    const auto document = openDocument(letter());
    const auto page = pagePicture(**document, 0, {});
    const double known = smallestTextHeight((*document)->words(0), QRectF(0, 0, 1, 1), page->image);
    const double found = smallestTextHeight({}, QRectF(0, 0, 1, 1), page->image);
    QVERIFY2(found > known / 2 && found < known * 2,
             qPrintable(QStringLiteral("%1, %2").arg(known).arg(found)));
}

QTEST_MAIN(TestQuestionParts)
#include "tst_question_parts.moc"

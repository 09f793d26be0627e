// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What happens to rules beside words, to letters that touch and to lines on their side; how well
// lines are found on real pages is measured by read_quality.
#include "app/reading/line_finder.h"

#include <QPainter>
#include <QTest>

#include <algorithm>

using namespace app;

namespace {

constexpr int kCell = 70;
constexpr int kRow = 66;
constexpr int kFirst = 100; // left and upper edge of the grid
constexpr int kEnd = kFirst + 13 * kCell;

QImage paper() {
    QImage page(1240, 1200, QImage::Format_RGB32);
    page.fill(Qt::white);
    return page;
}

QFont print(int size) {
    QFont font(QStringLiteral("Liberation Sans"));
    font.setPixelSize(size);
    return font;
}

// Narrow cells in rules, each with the same word.
QImage grid() {
    QImage page = paper();
    QPainter painter(&page);
    painter.setFont(print(36));
    for (int y = kFirst; y < kFirst + 12 * kRow; y += kRow) {
        for (int x = kFirst; x < kEnd; x += kCell) {
            painter.drawRect(x, y, kCell, kRow);
            painter.drawText(QRect(x, y, kCell, kRow), Qt::AlignCenter, QStringLiteral("the"));
        }
    }
    return page;
}

int darkest(const QImage& grey, const QRect& part) {
    int least = 255;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x) {
            least = std::min(least, int(grey.constScanLine(y)[x]));
        }
    }
    return least;
}

// Some lines, and room for more on their left.
QImage pageOfLines(int size) {
    QImage page = paper();
    QPainter painter(&page);
    painter.setFont(print(size));
    for (int y = 100; y < 1100; y += 2 * size) {
        painter.drawText(300, y, QStringLiteral("A line of ordinary size beside the others"));
    }
    return page;
}

} // namespace

class LineFinderTest final : public QObject {
    Q_OBJECT

private slots:
    void rulesBetweenWordsBecomePaper();
    void aThinTitleIsNoRule();
    void boldLettersThatTouchAreNoRules_data();
    void boldLettersThatTouchAreNoRules();
    void aRuleThatWordsStandOnIsNoPartOfThem();
    void rulesAndFramesAloneAreNoLines();
    void touchingLinesKeepTheirHeight();
    void aBlotBetweenLinesDoesNotCutThem();
    void anInitialIsALineOfItsOwn();
    void linesOnTheirSideAreTurned_data();
    void linesOnTheirSideAreTurned();
    void whatIsStackedIsNoLineOnItsSide_data();
    void whatIsStackedIsNoLineOnItsSide();
};

void LineFinderTest::rulesBetweenWordsBecomePaper() {
    const auto found = findLines(grid());
    QVERIFY(found);
    QCOMPARE(found->lines.size(), 12); // across all columns
    const QImage& grey = found->grey;
    QCOMPARE(grey.size(), QSize(1240, 1200));
    for (const TextLine& line : found->lines) {
        for (int x = kFirst; x <= kEnd; x += kCell) {
            const QRect rule(x - 3, line.box.top(), 7, line.box.height());
            QVERIFY2(darkest(grey, rule) > 200, qPrintable(QString::number(x)));
            QVERIFY(x == kEnd || darkest(grey, rule.translated(kCell / 2, 0)) < 100); // the word
        }
        QVERIFY(line.box.left() > kFirst + 2 && line.box.right() < kEnd - 2); // tight around words
    }
}

void LineFinderTest::aThinTitleIsNoRule() {
    QImage page = paper();
    QPainter painter(&page);
    painter.setFont(print(30));
    for (int y = 400; y < 1000; y += 50) {
        painter.drawText(100, y, QStringLiteral("A line of ordinary size under the title"));
    }
    painter.fillRect(100, 200, 7, 110, Qt::black); // an I, five times as high as the others
    painter.end();
    const auto found = findLines(page);
    QVERIFY(found);
    QVERIFY(darkest(found->grey, QRect(101, 250, 5, 1)) < 50);
}

void LineFinderTest::boldLettersThatTouchAreNoRules_data() {
    QTest::addColumn<QString>("face");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("spacing");
    QTest::newRow("small") << "Liberation Sans" << 10 << 100;
    QTest::newRow("tight") << "DejaVu Sans" << 12 << 85;
}

// Smoothing joins the letters of small print, and then there are long straight runs of ink in it.
void LineFinderTest::boldLettersThatTouchAreNoRules() {
    QFETCH(QString, face);
    QFETCH(int, size);
    QFETCH(int, spacing); // percent
    QImage page = paper();
    QPainter painter(&page);
    QFont font(face);
    font.setPixelSize(size);
    font.setBold(true);
    font.setLetterSpacing(QFont::PercentageSpacing, spacing);
    painter.setFont(font);
    const QString text = QStringLiteral("Budget: Harbor's Blintze's Wladiwostok COMMANDEER");
    for (int row = 0; row < 8; ++row) {
        painter.drawText(100, 400 + 2 * size * row, text);
    }
    painter.end();
    const QFontMetrics metrics(font);
    const auto found = findLines(page);
    QVERIFY(found);
    QCOMPARE(found->lines.size(), 8);
    for (const TextLine& line : found->lines) {
        QVERIFY2(line.box.width() > metrics.horizontalAdvance(text) - 8,
                 qPrintable(QString::number(line.box.width())));
        QVERIFY2(line.box.height() >= metrics.capHeight() - 1,
                 qPrintable(QString::number(line.box.height())));
    }
}

// No letter of the page stands by itself.
void LineFinderTest::aRuleThatWordsStandOnIsNoPartOfThem() {
    QImage page = paper();
    QPainter painter(&page);
    painter.setFont(print(30));
    for (int row = 0; row < 8; ++row) {
        painter.drawText(100, 400 + 60 * row, QStringLiteral("Words on a rule of the"));
        painter.fillRect(60, 400 + 60 * row, 500, 3, Qt::black);
    }
    painter.end();
    const auto found = findLines(page);
    QVERIFY(found);
    QCOMPARE(found->lines.size(), 8);
    for (const TextLine& line : found->lines) {
        QVERIFY(line.box.left() > 90 && line.box.width() < 400);
    }
}

void LineFinderTest::rulesAndFramesAloneAreNoLines() {
    QImage page = paper();
    QPainter painter(&page);
    painter.fillRect(100, 200, 900, 6, Qt::black);
    painter.fillRect(100, 300, 900, 2, Qt::black);
    painter.setPen(QPen(Qt::black, 3));
    painter.drawRect(100, 400, 900, 80);
    painter.end();
    const auto found = findLines(page);
    QVERIFY(found);
    QCOMPARE(found->lines.size(), 0);
}

// The foot of a letter runs into a quotation mark below it, which then is one patch with the
// letter.
void LineFinderTest::touchingLinesKeepTheirHeight() {
    QImage page = paper();
    QPainter painter(&page);
    painter.setFont(print(40));
    constexpr int kPitch = 44;
    for (int row = 0; row < 8; ++row) {
        const QString text =
            row == 4 ? QStringLiteral("Hf") : QStringLiteral("questioned her, she would answer");
        painter.drawText(100, 400 + row * kPitch, text);
    }
    const int tail = 100 + painter.fontMetrics().horizontalAdvance(u'q') - 6; // of a q
    painter.fillRect(tail, 400 + 3 * kPitch, 5, 22, Qt::black);               // into the H
    painter.end();
    const auto found = findLines(page);
    QVERIFY(found);
    QCOMPARE(found->lines.size(), 8);
    for (const TextLine& line : found->lines) {
        QVERIFY2(line.box.height() < kPitch + 4, qPrintable(QString::number(line.box.height())));
        QVERIFY(line.box.height() > 25);
    }
}

// What touches two lines is no letter of either, and too wide a gap for a line to go on over it.
void LineFinderTest::aBlotBetweenLinesDoesNotCutThem() {
    QImage page = paper();
    QPainter painter(&page);
    painter.setFont(print(40));
    for (int y = 400; y < 800; y += 44) {
        painter.drawText(100, y, QStringLiteral("questioned her, she would answer"));
    }
    painter.setPen(QPen(Qt::black, 5));
    painter.drawLine(360, 510, 420, 570);
    painter.drawLine(420, 510, 360, 570);
    painter.end();
    const auto found = findLines(page);
    QVERIFY(found);
    QCOMPARE(found->lines.size(), 10);
    for (const TextLine& line : found->lines) {
        QVERIFY(line.box.width() > 500);
    }
}

void LineFinderTest::anInitialIsALineOfItsOwn() {
    QImage page = paper();
    QPainter painter(&page);
    painter.setFont(print(120));
    painter.drawText(100, 400 + 44, QStringLiteral("S"));
    painter.setFont(print(40));
    for (int row = 0; row < 8; ++row) {
        painter.drawText(row < 2 ? 188 : 100, 400 + row * 44,
                         QStringLiteral("questioned her, she would answer"));
    }
    painter.end();
    const auto found = findLines(page);
    QVERIFY(found);
    QCOMPARE(found->lines.size(), 9);
    const auto isInitial = [](const TextLine& line) {
        return line.box.height() > 80;
    };
    QCOMPARE(std::count_if(found->lines.begin(), found->lines.end(), isInitial), 1);
    for (const TextLine& line : found->lines) {
        QVERIFY(isInitial(line) || line.box.height() < 50);
        QVERIFY(line.blockInkHeight < 50 || found->lines.size() == 1);
        QVERIFY(isInitial(line) || line.box.top() > 410 || line.box.left() > 180);
    }
}

void LineFinderTest::linesOnTheirSideAreTurned_data() {
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("degrees");
    const QString title = QStringLiteral("Students enrolled in thousands");
    for (const int size : {12, 20, 32}) {
        QTest::addRow("%d pixels, upwards", size) << title << size << -90;
        QTest::addRow("%d pixels, downwards", size) << title << size << 90;
        QTest::addRow("%d pixels, capitals", size) << title.toUpper() << size << -90;
    }
}

// As the title of a chart's axis: a line of its own, after all others, that knows its place.
void LineFinderTest::linesOnTheirSideAreTurned() {
    QFETCH(QString, title);
    QFETCH(int, size);
    QFETCH(int, degrees);
    const auto without = findLines(pageOfLines(size));
    QImage page = pageOfLines(size);
    QPainter painter(&page);
    painter.setFont(print(size));
    painter.translate(200, degrees < 0 ? 1000 : 300);
    painter.rotate(degrees);
    const QRectF drawn =
        painter.transform().mapRect(QRectF(painter.fontMetrics().tightBoundingRect(title)));
    painter.drawText(0, 0, title);
    painter.end();

    const auto found = findLines(page);
    QVERIFY(found && without);
    QCOMPARE(found->strips.size(), 1);
    QCOMPARE(found->lines.size(), without->lines.size() + 1);
    const TextLine& line = found->lines.last();
    const TurnedStrip& strip = found->strips.first();
    QVERIFY(strip.at.contains(line.box) && found->grey.rect().contains(strip.at));
    QVERIFY(darkest(found->grey, line.box) < 100);
    const QTransform toPixels = QTransform::fromScale(page.width(), page.height());
    const QRectF place = toPixels.mapRect(found->onPage(line.box));
    QVERIFY(place.adjusted(-3, -3, 3, 3).contains(drawn));
    QVERIFY(drawn.adjusted(-3, -3, 3, 3).contains(place));
    const QRect first(line.box.topLeft(), QSize(size, line.box.height())); // its first letter
    const double y = toPixels.mapRect(found->onPage(first)).center().y();
    QVERIFY(degrees < 0 ? y > drawn.bottom() - size : y < drawn.top() + size);
}

void LineFinderTest::whatIsStackedIsNoLineOnItsSide_data() {
    QTest::addColumn<QString>("piece");
    QTest::addColumn<int>("step"); // pixels
    QTest::newRow("figures") << "7" << 26;
    QTest::newRow("capitals close to each other") << "HOTELBERLIN" << 18;
    QTest::newRow("dashes") << "–" << 6;
}

void LineFinderTest::whatIsStackedIsNoLineOnItsSide() {
    QFETCH(QString, piece);
    QFETCH(int, step);
    QImage page = pageOfLines(22);
    QPainter painter(&page);
    painter.setFont(print(22));
    for (int i = 0; i < 20; ++i) {
        painter.drawText(200, 200 + i * step, piece.mid(i % piece.size(), 1));
    }
    painter.end();
    const auto found = findLines(page);
    QVERIFY(found);
    QVERIFY(found->strips.isEmpty());
}

QTEST_MAIN(LineFinderTest)
#include "tst_line_finder.moc"

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pages are drawn as letters: a letter stands for a line of text, from where it begins to where the
// next character that is not the same letter stands; = for a rule across, | for one down. A cell of
// the drawing is 10 pixels wide and 24 high, lines are 16 high. Letters are to be read from A on.
#include "app/reading/reading_order.h"

#include <QtTest>

#include <algorithm>

using Drawing = QStringList;

namespace {

constexpr int kCellWidth = 10;
constexpr int kCellHeight = 24;
constexpr int kLineHeight = 16;

struct Page {
    std::vector<QRect> lines;
    std::vector<QRect> rules;
    QString letters; // of the lines
};

Page pageOf(const Drawing& drawing) {
    Page page;
    for (int row = 0; row < drawing.size(); ++row) {
        const QString& text = drawing[row];
        for (int from = 0, to = 0; from < text.size(); from = to) {
            while (to < text.size() && text[to] == text[from]) {
                ++to;
            }
            const QRect place(from * kCellWidth, row * kCellHeight, (to - from) * kCellWidth, 0);
            if (text[from] == u'=') {
                page.rules.push_back(place.adjusted(0, 11, 0, 12));
            } else if (text[from] == u'|') {
                page.rules.push_back(QRect(place.left() + 4, place.top(), 1, kCellHeight));
            } else if (text[from] != u' ') {
                page.lines.push_back(place.adjusted(0, 4, -2, 4 + kLineHeight));
                page.letters += text[from];
            }
        }
    }
    return page;
}

QString orderOf(const Page& page) {
    QString letters;
    for (const app::OrderedLine& line : app::readingOrder(page.lines, page.rules)) {
        letters += page.letters[line.index];
    }
    return letters;
}

QString sorted(QString letters) {
    std::sort(letters.begin(), letters.end());
    return letters;
}

} // namespace

class TestReadingOrder : public QObject {
    Q_OBJECT

private slots:

    void linesAreReadInOrder_data() {
        QTest::addColumn<Drawing>("drawing");
        // clang-format off
        QTest::newRow("columns of text below a heading") << Drawing{
            "      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA       ",
            "                                            ",
            "BBBBBBBBBBBBBBBBBBBB    GGGGGGGGGGGGGGGGGGGG",
            "CCCCCCCCCCCCCCCCCCCC    HHHHHHHHHHHHHHHHHHHH",
            "DDDDDDDDDDDDDDDDDDDD    IIIIIIIIIIIIIIIIIIII",
            "EEEEEEEEEEEEEEEEEEEE    JJJJJJJJJJJJJJJJJJJJ",
            "FFFFFFFFFF              KKKKKKKKKKKKKKK     "};
        QTest::newRow("columns of text below a line that ends in their gutter") << Drawing{
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "BBBBBBBBBBBBBBBBBBBBBBB                     ",
            "                                            ",
            "CCCCCCCCCCCCCCCCCCCC    HHHHHHHHHHHHHHHHHHHH",
            "DDDDDDDDDDDDDDDDDDDD    IIIIIIIIIIIIIIIIIIII",
            "EEEEEEEEEEEEEEEEEEEE    JJJJJJJJJJJJJJJJJJJJ",
            "FFFFFFFFFFFFFFFFFFFF    KKKKKKKKKKKKKKKKKKKK",
            "GGGGGGGGGG              LLLLLLLLLLLLLLL     "};
        QTest::newRow("a list of names and what they stand for, in two columns") << Drawing{
            "AAAAAAAAAAAA           BBBBBBBBBB   KKKKKKKKKKKKK         LLLLLLLL",
            "CCCCCCCC               DDDDDDDDD    MMMMMMMMMMMMMMMMM     NNNNNNNN",
            "EEEEEEEEEEEEEEEEEEEE   FFFFFF       OOOOOOOOO             PPPPPPPP",
            "GGGGGGGGGGG            HHHHHHHHHH   QQQQQQQQQQQQ          RRRRRRRR",
            "IIIIIIIIIIIIII         JJJJJJJJJJ   SSSSSSSSSSSSSSS       TTTTTTTT"};
        QTest::newRow("a table of short cells") << Drawing{
            "AAAAAAAA     BB     CC     DD     EE",
            "FFFFFFF      GG     HH     II     JJ",
            "KKKKKKKK     LL     MM     NN     OO",
            "PPPPPP       QQ     RR     SS     TT"};
        QTest::newRow("a table whose rows are parted by rules") << Drawing{
            "===================================",
            " AAAAAA  |  BBBBBBBBBB             ",
            "===================================",
            "         |  DDDDDDDDDDDDDDDDDDDD   ",
            " CCCCCC  |  EEEEEEEEEEEEEEEEE      ",
            "         |  FFFFFFFFFFFF           ",
            "===================================",
            " GGGGG   |  IIIIIIIIIIIIIIIIIII    ",
            " HHHHH   |  JJJJJJJJJ              ",
            "===================================",
            " KKKKKKK |  LLLLLLLLLLLLLL         "};
        QTest::newRow("a table with rules about its head only") << Drawing{
            "===================================",
            " AAAAAA     BBBBBBBBBB    CCCCC    ",
            "===================================",
            " DDDDDD     EEEEEEEEEEEE  FFFF     ",
            " GGGG       HHHHHHHHHH    III      ",
            " JJJJJJJ    KKKKKKKKKK    LLLL     ",
            " MMMMM      NNNNNNN       OOOO     ",
            "==================================="};
        QTest::newRow("a bill whose sums are parted by rules") << Drawing{
            "AAAAAAAAAAAAAAAAA       BBBBBB",
            "                   ===========",
            "CCCCCCCCCCC             DDDDDD",
            "                   ===========",
            "EEEEEEEE                FFFFFF",
            "                   ===========",
            "GGGGGGGGGGGGGGG         HHHHHH",
            "                   ==========="};
        QTest::newRow("groups of sums between rules") << Drawing{
            "===================================",
            "   AAAAAAAAA       BB       CCCCC  ",
            "      DDDDDD                EEEEE  ",
            "===================================",
            "    FFFFFFFF                GGGGG  ",
            "HHHHHHHHHHHH                IIIII  ",
            " JJJJJJJJJJJ                KKKKK  ",
            "===================================",
            "LLLLLLLLLLLL                       ",
            "MMM   NNN          OOOOO    PPPPP  ",
            "QQQ   RRR          SSSSS    TTTTT  ",
            "==================================="};
        QTest::newRow("ruled tables beside each other, their titles at one height") << Drawing{
            "        AAAAAAA                     HHHHHHH          ",
            "=========================   =========================",
            " BBBBB  | CCCCCCCCCCCCCC     IIIII  | JJJJJJJJJJJJJJ ",
            "=========================           | KKKKKKKKK      ",
            " DDDDD  | EEEEEEEEEEEEEE    =========================",
            "        | FFFFFFF            LLLLL  | MMMMMMMMMM     ",
            "=========================   =========================",
            " GGGGG                       NNNNN                   ",
            "=========================   ========================="};
        QTest::newRow("wide-set print, whose words were taken for lines") << Drawing{
            "AAAAAA  BBBBBBBB  CCCCCCCCCC  DDDDDDDD",
            "EEEEEEEE  FFFFFF  GGGGGGGG  HHHHHHHHHH",
            "IIIIII  JJJJJJJJ  KKKKKKKKKKK  LLLLLLL",
            "MMMMMMMM  NNNNNN  OOOOOOOO  PPPPPPPPPP",
            "QQQQQQQQQ  RRRRR  SSSSSSSSS  TTTTTTTTT"};
        // clang-format on
    }

    void linesAreReadInOrder() {
        QFETCH(Drawing, drawing);
        const Page page = pageOf(drawing);
        QCOMPARE(orderOf(page), sorted(page.letters));
    }

    void aTableIsOneBlockAndATitleAnother() {
        const Page page =
            pageOf({"    AAAAAAAAAAAAA   ", "                    ",
                    "====================", " BBBB  CCCCCCCC     ",
                    "====================", " DDDD  EEEEEEE      ", "===================="});
        QVector<int> blocks;
        for (const app::OrderedLine& line : app::readingOrder(page.lines, page.rules)) {
            blocks.append(line.block);
        }
        QCOMPARE(blocks, (QVector<int>{0, 1, 1, 1, 1}));
    }

    void anEmptyPageHasNoLines() { QVERIFY(app::readingOrder({}, {QRect(0, 0, 100, 1)}).empty()); }
};

QTEST_APPLESS_MAIN(TestReadingOrder)
#include "tst_reading_order.moc"

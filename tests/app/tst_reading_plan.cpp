// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which pictures a model gets of a page: the page itself, or columns of packed rows with a second
// look at each, and more at some rows.
#include "app/reading/reading_plan.h"

#include <QPainter>
#include <QTest>

using namespace app;

namespace {

QImage page() {
    QImage picture(900, 600, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    QFont font(QStringLiteral("Liberation Sans"));
    font.setPixelSize(28);
    painter.setFont(font);
    for (int y = 100; y < 500; y += 50) {
        painter.drawText(60, y, QStringLiteral("A line of ordinary size"));
    }
    return picture;
}

ModelCard cardOf(ReadingMode mode, int secondLook) {
    ModelCard card;
    card.readingMode = mode;
    card.packedRows.secondLook = secondLook;
    return card;
}

// A look is the picture moved to the right, with white paper where it was.
void verifyMoved(const QImage& look, const QImage& picture, int pixels) {
    QCOMPARE(look.size(), picture.size());
    QCOMPARE(look.format(), picture.format());
    const QRect rest(pixels, 0, picture.width() - pixels, picture.height());
    QCOMPARE(look.copy(rest), picture.copy(rest.translated(-pixels, 0)));
    QImage margin(pixels, picture.height(), picture.format());
    margin.fill(Qt::white);
    QCOMPARE(look.copy(0, 0, pixels, picture.height()), margin);
}

} // namespace

class ReadingPlanTest final : public QObject {
    Q_OBJECT

private slots:
    void wholePages();
    void aSecondLookIsMoved();
    void oneLookIsEnough();
    void closerLookAtSomeRows();
    void closerLookThroughAllParts();
};

void ReadingPlanTest::wholePages() {
    const auto plan = makeReadingPlan(page(), cardOf(ReadingMode::WholePage, 7));
    QVERIFY(plan);
    QCOMPARE(plan->parts.size(), 1);
    QCOMPARE(plan->parts[0].picture, page());
    QVERIFY(plan->parts[0].secondLook.isNull());
}

void ReadingPlanTest::aSecondLookIsMoved() {
    const auto plan = makeReadingPlan(page(), cardOf(ReadingMode::PackedRows, 7));
    QVERIFY(plan);
    QCOMPARE(plan->parts.size(), 1);
    const auto& [picture, rows, secondLook] = plan->parts[0];
    QCOMPARE(rows.size(), 8);
    verifyMoved(secondLook, picture, 7);
}

void ReadingPlanTest::oneLookIsEnough() {
    const auto plan = makeReadingPlan(page(), cardOf(ReadingMode::PackedRows, 0));
    QVERIFY(plan);
    QVERIFY(plan->parts[0].secondLook.isNull());
}

void ReadingPlanTest::closerLookAtSomeRows() {
    const ModelCard card = cardOf(ReadingMode::PackedRows, 7);
    const PackedRowsRules& rules = card.packedRows;
    const auto plan = makeReadingPlan(page(), card);
    QVERIFY(plan);
    QVERIFY(closerLook(*plan, {}, rules).isEmpty());
    const QVector<ReadingPart> closer = closerLook(*plan, {1, 6}, rules);
    QCOMPARE(closer.size(), 1);
    const auto& [tile, rows, secondLook] = closer[0];
    QVERIFY(secondLook.isNull());
    QCOMPARE(tile.size(), QSize(384, 384));
    QCOMPARE(rows.size(), 8);
    const int moves[] = {0, 3, 7, 10};
    for (int i = 0; i < 8; ++i) {
        const int number = i < 4 ? 1 : 6;
        const PackedRow& before = plan->parts[0].rows[number];
        verifyMoved(tile.copy(bandOf(i, rules)), plan->parts[0].picture.copy(bandOf(number, rules)),
                    moves[i % 4]);
        QCOMPARE(rows[i].line, before.line);
        QCOMPARE(rows[i].source, before.source);
        QCOMPARE(rows[i].target,
                 before.target.translated(moves[i % 4], (i - number) * rules.rowHeight));
    }
    QImage rest(384, 384 - 8 * rules.rowHeight, tile.format());
    rest.fill(Qt::white);
    QCOMPARE(tile.copy(0, 8 * rules.rowHeight, 384, rest.height()), rest);
}

// Of 8 rows in columns of five, whose tiles have room for the looks at one row.
void ReadingPlanTest::closerLookThroughAllParts() {
    ModelCard card = cardOf(ReadingMode::PackedRows, 7);
    PackedRowsRules& rules = card.packedRows;
    rules.rowsPerTile = 5;
    rules.maxTiles = 1;
    const auto plan = makeReadingPlan(page(), card);
    QVERIFY(plan);
    QCOMPARE(plan->parts.size(), 2);
    const QVector<ReadingPart> closer = closerLook(*plan, {0, 4, 5, 7}, rules);
    QCOMPARE(closer.size(), 4);
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(closer[i].rows.size(), 4);
        const int part = i < 2 ? 0 : 1;
        const int number = QVector{0, 4, 0, 2}[i];
        QCOMPARE(closer[i].picture.copy(bandOf(0, rules)),
                 plan->parts[part].picture.copy(bandOf(number, rules)));
        QCOMPARE(closer[i].rows[3].line, plan->parts[part].rows[number].line);
    }
    rules.rowsPerTile = 3;
    QVERIFY(closerLook(*plan, {0}, rules).isEmpty());
}

QTEST_MAIN(ReadingPlanTest)
#include "tst_reading_plan.moc"

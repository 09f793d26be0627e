// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which pictures a model gets of a page: the page itself, or columns of packed rows with a second
// look at each.
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

} // namespace

class ReadingPlanTest final : public QObject {
    Q_OBJECT

private slots:
    void wholePages();
    void aSecondLookIsMoved();
    void oneLookIsEnough();
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
    QCOMPARE(secondLook.size(), picture.size());
    QCOMPARE(secondLook.format(), picture.format());
    const QRect rest(7, 0, picture.width() - 7, picture.height());
    QCOMPARE(secondLook.copy(rest), picture.copy(rest.translated(-7, 0)));
    QImage margin(7, picture.height(), picture.format());
    margin.fill(Qt::white);
    QCOMPARE(secondLook.copy(0, 0, 7, picture.height()), margin);
}

void ReadingPlanTest::oneLookIsEnough() {
    const auto plan = makeReadingPlan(page(), cardOf(ReadingMode::PackedRows, 0));
    QVERIFY(plan);
    QVERIFY(plan->parts[0].secondLook.isNull());
}

QTEST_MAIN(ReadingPlanTest)
#include "tst_reading_plan.moc"

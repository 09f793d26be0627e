// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/page_assembler.h"
#include "tests/app/printed_line.h"

#include <QJsonArray>
#include <QtTest>

#include <cmath>

using app::PageText;
using app::PartAnswer;
using app::ReadingPlan;

namespace {

ReadingPlan planOf(const app::TextLines& lines) {
    ReadingPlan plan;
    plan.mode = app::ReadingMode::PackedRows;
    plan.lines = lines;
    for (const app::PackedColumn& column : app::packRows(lines, {})) {
        plan.parts.append({column.picture, column.rows});
    }
    return plan;
}

// What a perfect reader writes: every row's words.
QVector<PartAnswer> perfectAnswers(const ReadingPlan& plan, const QStringList& texts,
                                   const QVector<QRect>& wordBoxes) {
    QStringList words = texts.join(u' ').split(u' ');
    QVector<PartAnswer> answers;
    int next = 0;
    for (const app::ReadingPart& part : plan.parts) {
        for (const app::PackedRow& row : part.rows) {
            QStringList inRow;
            while (next < words.size() && row.source.contains(wordBoxes[next].center())) {
                inRow.append(words[next++]);
            }
            answers.append({inRow.join(u' '), {}, true});
        }
    }
    return answers;
}

} // namespace

class TestPageText : public QObject {
    Q_OBJECT

private slots:

    void wordsStandOnTheirInk_data() {
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<int>("pixelSize");
        const QStringList prose{
            QStringLiteral("Thank you for showing us the nine harbour ledgers last Tuesday."),
            QStringLiteral(
                "We have now looked at each of them in the workshop, and the news is good:"),
            QStringLiteral("all of them can be saved, and seven need no more than a new spine.")};
        const QStringList figures{
            QStringLiteral("14 March 2025 Invoice 2025-0187 1,260.00 7 180.00"),
            QStringLiteral("I will, if it is ill, fill it in till 11:11"),
            QStringLiteral("MMMM WWW iii lll . , ; mmm www")};
        QTest::newRow("prose, large") << prose << 40;
        QTest::newRow("prose, small") << prose << 18;
        QTest::newRow("figures and thin letters") << figures << 32;
    }

    void wordsStandOnTheirInk() {
        QFETCH(QStringList, texts);
        QFETCH(int, pixelSize);
        QVector<QRect> boxes;
        const ReadingPlan plan = planOf(printed::page(texts, pixelSize, &boxes));
        const PageText page = app::assemblePageText(plan, perfectAnswers(plan, texts, boxes));
        QVERIFY(page.complete);
        QCOMPARE(page.plainText(), texts.join(u'\n'));
        const QSizeF size = plan.lines.grey.size();
        int next = 0;
        for (const app::ReadLine& line : page.lines) {
            for (const app::ReadWord& word : line.words) {
                const QRect ink = boxes[next++];
                const double left = word.box.left() * size.width();
                const double right = word.box.right() * size.width();
                QVERIFY2(std::abs(left - ink.left()) <= 2 &&
                             std::abs(right - ink.left() - ink.width()) <= 2,
                         qPrintable(word.text + QStringLiteral(": %1…%2 instead of %3…%4")
                                                    .arg(left)
                                                    .arg(right)
                                                    .arg(ink.left())
                                                    .arg(ink.left() + ink.width())));
                QVERIFY(word.box.top() * size.height() <= ink.top() + 1 &&
                        word.box.bottom() * size.height() >= ink.bottom());
            }
        }
        QCOMPARE(next, boxes.size());
    }

    void piecesOfAWordAreJoined() {
        QVector<QRect> boxes;
        const QStringList texts{QString(90, u'w')};
        const ReadingPlan plan = planOf(printed::page(texts, 30, &boxes));
        QVERIFY(plan.parts[0].rows.size() > 1);
        QStringList pieces;
        QVector<PartAnswer> answers;
        for (int i = 0; i < plan.parts[0].rows.size(); ++i) {
            pieces.append(QStringLiteral("part%1").arg(i));
            answers.append({pieces.last(), {}, true});
        }
        const PageText page = app::assemblePageText(plan, answers);
        QCOMPARE(page.lines.size(), 1);
        QCOMPARE(page.lines[0].words.size(), 1);
        QCOMPARE(page.lines[0].text, pieces.join(QString()));
        const double width = page.lines[0].words[0].box.width() * plan.lines.grey.width();
        QVERIFY(std::abs(width - boxes[0].width()) <= 2);
    }

    void missingRowsAreSaid() {
        QVector<QRect> boxes;
        const ReadingPlan plan =
            planOf(printed::page({QStringLiteral("one"), QStringLiteral("two")}, 30, &boxes));
        const PageText missing = app::assemblePageText(plan, {{QStringLiteral("one"), {}, true}});
        QVERIFY(!missing.complete);
        QCOMPARE(missing.lines.size(), 2);
        QCOMPARE(missing.lines[1].text, QString());
        QVERIFY(!app::assemblePageText(plan, {}).complete);
    }

    void aRowIsOneLine() {
        QVector<QRect> boxes;
        const ReadingPlan plan = planOf(printed::page({QStringLiteral("one two")}, 30, &boxes));
        const PageText page = app::assemblePageText(plan, {{QStringLiteral("one\ntwo"), {}, true}});
        QVERIFY(page.complete);
        QCOMPARE(page.plainText(), QStringLiteral("one two"));
    }

    void confidenceOfAWordIsItsWeakestCharacters() {
        QVector<QRect> boxes;
        const ReadingPlan plan = planOf(printed::page({QStringLiteral("ab cd")}, 30, &boxes));
        const PageText page = app::assemblePageText(
            plan, {{QStringLiteral("ab cd"), {0.9F, 0.5F, 1.0F, 0.8F, 0.7F}, true}});
        QCOMPARE(page.lines[0].words[0].confidence, 0.5F);
        QCOMPARE(page.lines[0].words[1].confidence, 0.7F);
    }

    void answerOfAWholePageHasNoBoxes() {
        ReadingPlan plan;
        plan.parts.append({QImage(10, 10, QImage::Format_RGB888), {}});
        const PageText page = app::assemblePageText(
            plan, {{QStringLiteral("Title\n\nBody of text\nmore"), {}, true}});
        QCOMPARE(page.lines.size(), 3);
        QVERIFY(page.lines[0].box.isNull());
        QCOMPARE(page.plainText(), QStringLiteral("Title\n\nBody of text\nmore"));
        const QJsonObject json = page.toJson();
        QCOMPARE(json[u"lines"].toArray().size(), 3);
        QVERIFY(json[u"lines"].toArray()[0].toObject()[u"box"].isNull());
    }

    void cellsBesideEachOtherStandOnOneLine() {
        PageText page;
        page.lines = {{QStringLiteral("Tea, pot"), QRectF(0.1, 0.1, 0.3, 0.02), 0, {}},
                      {QStringLiteral("8.40"), QRectF(0.8, 0.101, 0.1, 0.02), 0, {}},
                      {QStringLiteral("Scone"), QRectF(0.1, 0.13, 0.3, 0.02), 0, {}},
                      {QStringLiteral("Next"), QRectF(0.1, 0.3, 0.3, 0.02), 1, {}}};
        QCOMPARE(page.plainText(), QStringLiteral("Tea, pot 8.40\nScone\n\nNext"));
    }
};

QTEST_MAIN(TestPageText)
#include "tst_page_text.moc"

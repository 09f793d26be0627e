// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotating/annotations.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <limits>

namespace app {

namespace {

Box boxAt(const QRectF& place, const QString& label = QStringLiteral("seal"), int page = 0) {
    Box box;
    box.page = page;
    box.place = place;
    box.label = label;
    return box;
}

QStringList labels(const Annotations& annotations) {
    QStringList all;
    for (const Box& box : annotations.boxes().boxes()) {
        all.append(box.label);
    }
    return all;
}

ReadLine line(const QString& text, const QVector<float>& confidences) {
    ReadLine line{text, QRectF(0.1, 0.1, 0.5, 0.02), 0, {}};
    const QStringList words = text.split(QLatin1Char(' '));
    for (int i = 0; i < words.size(); ++i) {
        line.words.append({words[i], QRectF(0.1 + 0.1 * i, 0.1, 0.08, 0.02), confidences[i]});
    }
    return line;
}

PageText letter() {
    PageText text;
    text.lines = {line(QStringLiteral("the the old ledger"), {0.99F, 0.3F, 0.9F, 0.2F}),
                  line(QStringLiteral("for 1884"), {0.95F, 0.5F})};
    text.lines[1].box.translate(0, 0.1);
    return text;
}

} // namespace

class TestAnnotations : public QObject {
    Q_OBJECT

private slots:
    void labelsAreOneLineOfText_data();
    void labelsAreOneLineOfText();
    void onlyBoxesOnThePageAreKept_data();
    void onlyBoxesOnThePageAreKept();
    void everyStepIsUndone();
    void deletedBoxesComeBackInTheirRows();
    void aSeriesOfNudgesIsOneStep();
    void nothingChangedIsNoStep();
    void theTableFollows();
    void uncertainWordsAreFound();
    void correctionsKeepTheModelsText();
    void readingAgainCanBeUndone();
};

void TestAnnotations::labelsAreOneLineOfText_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("label");
    QTest::newRow("plain") << QStringLiteral("total due") << QStringLiteral("total due");
    QTest::newRow("lines") << QStringLiteral(" a\r\nb\tc\u2028d ") << QStringLiteral("a b c d");
    QTest::newRow("control") << QStringLiteral("a%1b\u001b[31mc\u0085").arg(QChar(0))
                             << QStringLiteral("a b [31mc");
    QTest::newRow("direction") << QStringLiteral("fdp.\u202Eexe\u2066x")
                               << QStringLiteral("fdp. exe x");
    QTest::newRow("formula") << QStringLiteral("=cmd|' /C calc'!A0")
                             << QStringLiteral("=cmd|' /C calc'!A0");
    QTest::newRow("markup") << QStringLiteral("<b>&amp;\"x'</b>")
                            << QStringLiteral("<b>&amp;\"x'</b>");
    QTest::newRow("Chinese") << QStringLiteral("发票 总额") << QStringLiteral("发票 总额");
    QTest::newRow("long") << QString(5000, QLatin1Char('x')) << QString(200, QLatin1Char('x'));
    const QString pair = QString::fromUcs4(U"\U0001F600");
    QTest::newRow("no half characters")
        << QString(199, QLatin1Char('x')) + pair << QString(199, QLatin1Char('x'));
}

void TestAnnotations::labelsAreOneLineOfText() {
    QFETCH(QString, text);
    QTEST(plainLabel(text), "label");
}

void TestAnnotations::onlyBoxesOnThePageAreKept_data() {
    QTest::addColumn<QRectF>("place");
    QTest::addColumn<QRectF>("kept"); // null: not at all
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("inside") << QRectF(0.1, 0.2, 0.3, 0.4) << QRectF(0.1, 0.2, 0.3, 0.4);
    QTest::newRow("partly") << QRectF(-0.5, 0.5, 1, 2) << QRectF(0, 0.5, 0.5, 0.5);
    QTest::newRow("turned") << QRectF(QPointF(0.5, 0.5), QPointF(0.25, 0.25))
                            << QRectF(0.25, 0.25, 0.25, 0.25);
    QTest::newRow("outside") << QRectF(1.5, 0, 1, 1) << QRectF();
    QTest::newRow("flat") << QRectF(0.5, 0.5, 0.2, 0) << QRectF();
    QTest::newRow("no number") << QRectF(nan, 0, 1, 1) << QRectF();
    QTest::newRow("endless") << QRectF(0, 0, std::numeric_limits<double>::infinity(), 1)
                             << QRectF();
}

void TestAnnotations::onlyBoxesOnThePageAreKept() {
    QFETCH(QRectF, place);
    QFETCH(QRectF, kept);
    Annotations annotations;
    const auto ids = annotations.addBoxes({boxAt(place)});
    QCOMPARE(ids.size(), kept.isNull() ? 0 : 1);
    QCOMPARE(annotations.history().count(), int(ids.size())); // nothing added is no step
    if (!ids.isEmpty()) {
        QCOMPARE(annotations.boxes().find(ids[0])->place, kept);
    }
}

void TestAnnotations::everyStepIsUndone() {
    Annotations annotations;
    const quint64 id = annotations.addBoxes({boxAt({0.1, 0.1, 0.2, 0.2})})[0];
    annotations.placeBox(id, {0.3, 0.3, 0.2, 0.2}, EditKind::MoveBox);
    annotations.placeBox(id, {0.3, 0.3, 0.4, 0.2}, EditKind::ResizeBox);
    annotations.renameBox(id, QStringLiteral("stamp"));
    annotations.deleteBoxes({id});

    using Kind = EditKind;
    for (const Kind kind : {Kind::DeleteBoxes, Kind::RenameBox, Kind::ResizeBox, Kind::MoveBox}) {
        QCOMPARE(annotations.nextUndo(), kind);
        annotations.history().undo();
    }
    QCOMPARE(annotations.boxes().find(id)->place, QRectF(0.1, 0.1, 0.2, 0.2));
    QCOMPARE(labels(annotations), QStringList{QStringLiteral("seal")});
    annotations.history().undo();
    QCOMPARE(annotations.boxes().rowCount(), 0);
    QVERIFY(!annotations.nextUndo());
    for (const Kind kind : {Kind::AddBoxes, Kind::MoveBox, Kind::ResizeBox, Kind::RenameBox}) {
        QCOMPARE(annotations.nextRedo(), kind);
        annotations.history().redo();
    }
    QCOMPARE(annotations.boxes().find(id)->place, QRectF(0.3, 0.3, 0.4, 0.2));
    QCOMPARE(labels(annotations), QStringList{QStringLiteral("stamp")});
}

void TestAnnotations::deletedBoxesComeBackInTheirRows() {
    Annotations annotations;
    QVector<Box> boxes;
    for (const char* label : {"a", "b", "c", "d", "e"}) {
        boxes.append(boxAt({0.1, 0.1, 0.2, 0.2}, QString::fromLatin1(label)));
    }
    const auto ids = annotations.addBoxes(boxes);
    annotations.deleteBoxes({ids[3], ids[0], ids[1]});
    QCOMPARE(labels(annotations).join(QString()), QStringLiteral("ce"));
    annotations.history().undo();
    QCOMPARE(labels(annotations).join(QString()), QStringLiteral("abcde"));
    annotations.history().redo();
    QCOMPARE(labels(annotations).join(QString()), QStringLiteral("ce"));
}

void TestAnnotations::aSeriesOfNudgesIsOneStep() {
    Annotations annotations;
    const auto ids = annotations.addBoxes({boxAt({0.1, 0.1, 0.2, 0.2}), boxAt({0, 0, 0.1, 0.1})});
    const auto nudge = [&](quint64 id, double x, int series) {
        annotations.placeBox(id, {x, 0.1, 0.2, 0.2}, EditKind::MoveBox, series);
    };
    nudge(ids[0], 0.11, 1);
    nudge(ids[0], 0.12, 1);
    nudge(ids[0], 0.13, 1);
    QCOMPARE(annotations.history().count(), 2);
    nudge(ids[0], 0.14, 2); // later
    nudge(ids[1], 0.15, 2); // another box
    QCOMPARE(annotations.history().count(), 4);
    annotations.history().undo();
    annotations.history().undo();
    QCOMPARE(annotations.boxes().find(ids[0])->place.left(), 0.13);
    annotations.history().undo();
    QCOMPARE(annotations.boxes().find(ids[0])->place.left(), 0.1);
}

void TestAnnotations::nothingChangedIsNoStep() {
    Annotations annotations;
    const quint64 id = annotations.addBoxes({boxAt({0.1, 0.1, 0.2, 0.2})})[0];
    annotations.placeBox(id, {0.1, 0.1, 0.2, 0.2}, EditKind::MoveBox);
    annotations.placeBox(id, {2, 2, 1, 1}, EditKind::MoveBox);
    annotations.placeBox(77, {0, 0, 1, 1}, EditKind::MoveBox);
    annotations.renameBox(id, QStringLiteral(" seal\n"));
    annotations.deleteBoxes({});
    annotations.checkLine(0, 0, QStringLiteral("not read"));
    QCOMPARE(annotations.history().count(), 1);
}

void TestAnnotations::theTableFollows() {
    Annotations annotations;
    BoxList& list = annotations.boxes();
    QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto ids = annotations.addBoxes(
        {boxAt({0, 0, 0.5, 0.5}), boxAt({0.5, 0, 0.5, 0.5}, QStringLiteral("date"), 3)});
    const auto shown = [&](int row, BoxList::Column column) {
        return list.index(row, column).data();
    };
    QCOMPARE(shown(1, BoxList::Label), QVariant(QStringLiteral("date")));
    QCOMPARE(shown(1, BoxList::Page), QVariant(4));
    QCOMPARE(shown(1, BoxList::Place), QVariant(QRectF(0.5, 0, 0.5, 0.5)));
    QCOMPARE(list.index(1, 0).data(BoxList::IdRole), QVariant(ids[1]));

    QSignalSpy changed(&list, &BoxList::dataChanged);
    annotations.renameBox(ids[1], QStringLiteral("day"));
    QCOMPARE(changed.size(), 1);
    annotations.deleteBoxes({ids[0]});
    QCOMPARE(shown(0, BoxList::Label), QVariant(QStringLiteral("day")));
    QCOMPARE(list.rowOf(ids[0]), -1);
    QVERIFY(list.find(ids[0]) == nullptr);
}

void TestAnnotations::uncertainWordsAreFound() {
    const ProofPage page = ProofPage::of(letter());
    QCOMPARE(page.uncertainCount(), 3);
    const auto spans = uncertainSpans(page.lines[0]);
    QCOMPARE(spans.size(), 2);
    QCOMPARE(spans[0].start, 4); // the second of two equal words
    QCOMPARE(spans[0].length, 3);
    QCOMPARE(spans[1].start, 12);
    QCOMPARE(placeOf(page.lines[0], spans[1]), QRectF(0.1 + 0.1 * 3, 0.1, 0.08, 0.02));
}

void TestAnnotations::correctionsKeepTheModelsText() {
    Annotations annotations;
    QSignalSpy changed(&annotations, &Annotations::lineChanged);
    annotations.setRead(2, letter());
    QCOMPARE(annotations.history().count(), 0); // the first reading is no step
    annotations.checkLine(2, 0, QStringLiteral("the old ledger"));
    annotations.checkLine(2, 1, QStringLiteral("for 1884")); // right as it is
    const ProofPage& page = *annotations.proof(2);
    QCOMPARE(page.asChecked().plainText(), QStringLiteral("the old ledger\nfor 1884"));
    QCOMPARE(page.asRead().plainText(), QStringLiteral("the the old ledger\nfor 1884"));
    QVERIFY(page.lines[0].isCorrected());
    QVERIFY(!page.lines[1].isCorrected());
    QCOMPARE(page.uncertainCount(), 0); // both were looked at
    QCOMPARE(page.asChecked().lines[1].words.size(), 2);
    QVERIFY(page.asChecked().lines[0].words.isEmpty());

    QCOMPARE(annotations.nextUndo(), EditKind::CorrectLine);
    annotations.history().undo();
    annotations.history().undo();
    QCOMPARE(annotations.proof(2)->uncertainCount(), 3);
    QCOMPARE(annotations.proof(2)->asChecked().plainText(), letter().plainText());
    QCOMPARE(changed.size(), 4);
}

void TestAnnotations::readingAgainCanBeUndone() {
    Annotations annotations;
    QSignalSpy read(&annotations, &Annotations::pageRead);
    QVERIFY(annotations.proof(0) == nullptr);
    annotations.setRead(0, letter());
    annotations.checkLine(0, 0, QStringLiteral("the old ledger"));
    PageText other;
    other.lines = {line(QStringLiteral("else"), {1.0F}), line(QString(), {1.0F})};
    annotations.setRead(0, other);
    QCOMPARE(annotations.proof(0)->lines.size(), 1); // rows without text are no lines
    annotations.history().undo();
    QCOMPARE(annotations.proof(0)->asChecked().lines[0].text, QStringLiteral("the old ledger"));
    QCOMPARE(read.size(), 3);
}

} // namespace app

QTEST_GUILESS_MAIN(app::TestAnnotations)
#include "tst_annotations.moc"

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Crafted answers on real packed pages: places stand on the ink of their words, what lies nowhere
// is dropped, parts are joined or chosen.
#include "app/analysis/engine_answers.h"
#include "tests/app/printed_line.h"

#include <QTest>

#include <cmath>

using namespace app;

namespace {

const QStringList kTexts{"Invoice of the third of May", "Total due 45.20", "Thank you for reading"};

// One column of the printed lines, and the ink box of every word on the page, in pixels.
Part packedPart(QVector<QRect>* words, int page = 0) {
    auto plan = std::make_shared<ReadingPlan>();
    plan->mode = ReadingMode::PackedRows;
    plan->lines = printed::page(kTexts, 40, words);
    for (PackedColumn& column : packRows(plan->lines, {})) {
        plan->parts.append({column.picture, column.rows});
    }
    return {{plan->parts.first().picture}, plan, 0, -1, page};
}

Part wholePage() {
    auto plan = std::make_shared<ReadingPlan>();
    plan->parts.append({QImage(800, 600, QImage::Format_RGB888), {}});
    return {{plan->parts.first().picture}, plan, 0, -1, 0};
}

engine::GenerationResult answer(const std::string& text, float probability = 0.5F) {
    engine::GenerationResult run;
    run.text = text;
    run.tokens = {1, 2};
    run.probabilities = {probability, probability};
    return run;
}

std::string grounded(const std::string& label, const QRectF& thousandths) {
    const QString box = QStringLiteral("[[%1, %2, %3, %4]]")
                            .arg(std::floor(thousandths.left()))
                            .arg(std::floor(thousandths.top()))
                            .arg(std::ceil(thousandths.right()))
                            .arg(std::ceil(thousandths.bottom()));
    return "<|ref|>" + label + "<|/ref|><|det|>" + box.toStdString() + "<|/det|>";
}

// Where a rectangle of the page's pixels, part of the row, stands in the column: 0 to 999.
QRectF inColumn(const Part& part, const PackedRow& row, const QRectF& pixels) {
    const QImage& picture = part.plan->parts[part.planPart].picture;
    const double scale = row.target.width() / row.source.width();
    const QRectF target(row.target.left() + (pixels.left() - row.source.left()) * scale,
                        row.target.top() + (pixels.top() - row.source.top()) * scale,
                        pixels.width() * scale, pixels.height() * scale);
    return QRectF(target.left() / picture.width() * 999, target.top() / picture.height() * 999,
                  target.width() / picture.width() * 999, target.height() / picture.height() * 999);
}

AnalysisRequest asking(Task task, const QString& text = {}) {
    AnalysisRequest request;
    request.task = task;
    request.text = text;
    return request;
}

AnalysisResult found(const Part& part, const QString& phrase, const std::string& text) {
    AnalysisResult result;
    const engine::GenerationResult run = answer(text);
    takeAnswers(result, {&part, 1}, {&run, 1}, asking(Task::Find, phrase));
    return result;
}

} // namespace

class EngineAnswersTest final : public QObject {
    Q_OBJECT

private slots:
    void placesStandOnTheirWords();
    void aBoxOverTwoRowsIsTwoPlaces();
    void whatLiesOnNoRowIsDropped();
    void wholePagesKeepTheirBoxes();
    void malformedBoxesAreCounted();
    void whatIsCalledOtherwiseIsNotBelieved();
    void partsOfAFindAreJoined();
    void theSurestPartAnswers();
    void readsLinesWithConfidences();
    void streamsAllParts();
};

void EngineAnswersTest::placesStandOnTheirWords() {
    QVector<QRect> words;
    const Part part = packedPart(&words, 3);
    const QStringList texts = kTexts.join(u' ').split(u' ');
    const QImage& page = part.plan->lines.grey;
    QCOMPARE(words.size(), texts.size());
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto& rows = part.plan->parts[0].rows;
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const PackedRow& candidate) {
            return candidate.source.contains(words[i].center());
        });
        QVERIFY(row != rows.end());
        const AnalysisResult result =
            found(part, texts[i], grounded(texts[i].toStdString(), inColumn(part, *row, words[i])));
        QCOMPARE(result.text, texts[i]);
        QCOMPARE(result.droppedPlaces, 0);
        QCOMPARE(result.places.size(), 1);
        const Place& place = result.places.first();
        QCOMPARE(place.label, texts[i]);
        QCOMPARE(place.page, 3);
        QCOMPARE(place.textOffset, 0);
        const QRectF box(place.box.x() * page.width(), place.box.y() * page.height(),
                         place.box.width() * page.width(), place.box.height() * page.height());
        // A thousandth of the column, rounded outwards, is about a pixel of this page.
        const QRectF ink(words[i]);
        const double tolerance = 1.2 * row->source.width() / row->target.width();
        QVERIFY2(std::abs(box.left() - ink.left()) <= tolerance &&
                     std::abs(box.right() - ink.right()) <= tolerance,
                 qPrintable(texts[i]));
        QVERIFY(box.adjusted(0, -1, 0, 1).contains(QRectF(ink.center().x(), ink.top(), 1, 1)));
        QVERIFY(box.bottom() >= ink.bottom() - 1 && box.height() <= row->source.height() + 1);
    }
}

void EngineAnswersTest::aBoxOverTwoRowsIsTwoPlaces() {
    QVector<QRect> words;
    const Part part = packedPart(&words);
    const auto& rows = part.plan->parts[0].rows;
    const QRectF both = inColumn(part, rows[0], QRectF(rows[0].source))
                            .united(inColumn(part, rows[1], QRectF(rows[1].source)));
    const AnalysisResult result = found(part, QStringLiteral("all"), grounded("all", both));
    QCOMPARE(result.places.size(), 2);
    QCOMPARE(result.droppedPlaces, 0);
    QVERIFY(result.places[0].box.bottom() <= result.places[1].box.top());
    QCOMPARE(result.places[0].label, result.places[1].label);
}

void EngineAnswersTest::whatLiesOnNoRowIsDropped() {
    QVector<QRect> words;
    const Part part = packedPart(&words);
    const AnalysisResult result =
        found(part, QStringLiteral("nowhere"), grounded("nowhere", QRectF(10, 900, 500, 90)));
    QCOMPARE(result.text, "nowhere");
    QVERIFY(result.places.isEmpty());
    QCOMPARE(result.droppedPlaces, 1);
}

void EngineAnswersTest::wholePagesKeepTheirBoxes() {
    const AnalysisResult result = found(wholePage(), QStringLiteral("car"),
                                        "A <|ref|>car<|/ref|><|det|>[[0, 333, 999, 666]]<|/det|>.");
    QCOMPARE(result.text, "A car.");
    QCOMPARE(result.places.size(), 1);
    QCOMPARE(result.places[0].box, QRectF(QPointF(0, 333 / 999.0), QPointF(1, 666 / 999.0)));
    QCOMPARE(result.places[0].textOffset, 2);
}

void EngineAnswersTest::malformedBoxesAreCounted() {
    const AnalysisResult result =
        found(wholePage(), QStringLiteral("a"),
              "<|ref|>a<|/ref|><|det|>[[1, 2, 3], [1, 2, 30, 40]]<|/det|>");
    QCOMPARE(result.places.size(), 1);
    QCOMPARE(result.droppedPlaces, 1);
}

void EngineAnswersTest::whatIsCalledOtherwiseIsNotBelieved() {
    const std::string det = "<|/ref|><|det|>[[1, 2, 30, 40]]<|/det|>";
    const auto dropped = [&](const QString& phrase, const std::string& label) {
        return found(wholePage(), phrase, "<|ref|>" + label + det).droppedPlaces;
    };
    const QString phrase = QStringLiteral("the lazy fox");
    QCOMPARE(dropped(phrase, "the lazy fox"), 0);
    QCOMPARE(dropped(phrase, "The 1azy f0x"), 0); // slips
    QCOMPARE(dropped(phrase, "thelazyfox"), 0);
    QCOMPARE(dropped(phrase, "The quick brown dog jumped"), 1);
    QCOMPARE(dropped(phrase, "dog"), 1);
    QCOMPARE(found(wholePage(), phrase, "<|ref|>dog" + det).places.size(), 0);
}

void EngineAnswersTest::partsOfAFindAreJoined() {
    const std::vector<Part> parts{wholePage(), wholePage(), wholePage()};
    const std::string box = "<|det|>[[1, 2, 30, 40]]<|/det|>";
    const std::vector runs{answer(QStringLiteral("é").toStdString()), answer(""),
                           answer("<|ref|>b<|/ref|>" + box)};
    AnalysisResult result;
    takeAnswers(result, parts, runs, asking(Task::Find, QStringLiteral("b")));
    QCOMPARE(result.text, QString::fromUtf8("é\nb"));
    QCOMPARE(result.places.size(), 1);
    QCOMPARE(result.places[0].textOffset, 2);
    QCOMPARE(result.tokens.size(), 6);
}

void EngineAnswersTest::theSurestPartAnswers() {
    const std::vector<Part> parts{wholePage(), wholePage(), wholePage()};
    engine::GenerationResult silent;
    const std::vector runs{answer("12.00", 0.4F), answer("45.20", 0.9F), silent};
    AnalysisResult result;
    takeAnswers(result, parts, runs, asking(Task::Ask));
    QCOMPARE(result.text, "45.20");
    QCOMPARE(result.tokens.size(), 2);
    AnalysisResult none;
    takeAnswers(none, {}, {}, asking(Task::Ask));
    QVERIFY(none.text.isEmpty());
}

// The model's own tokens: every character gets the probability of the token that wrote it.
void EngineAnswersTest::readsLinesWithConfidences() {
    const engine::Tokenizer tokenizer(TESSERA_SOURCE_DIR "/resources/models/nano");
    QVector<QRect> words;
    const Part part = packedPart(&words);
    engine::GenerationResult run;
    run.text = "Total due 45.20";
    run.tokens = tokenizer.encode(run.text, engine::SpecialText::AsData);
    run.probabilities.assign(run.tokens.size(), 0.9F);
    // Whatever the tokens are, those that touch "due" are doubtful.
    const std::size_t due = run.text.find("due");
    std::size_t start = 0;
    for (std::size_t i = 0; i < run.tokens.size(); ++i) {
        const std::size_t end = start + tokenizer.bytes(run.tokens[i]).size();
        if (start < due + 3 && end > due) {
            run.probabilities[i] = 0.3F;
        }
        start = end;
    }
    QCOMPARE(start, run.text.size());
    run.stopReason = engine::StopReason::EndOfText;
    std::vector<Part> rows(3, part);
    for (int row = 0; row < 3; ++row) {
        rows[std::size_t(row)].row = row;
    }
    std::vector runs{answer("Invoice of"), run, answer("Thank you")};
    AnalysisResult result;
    takeText(result, rows, runs, tokenizer);
    QVERIFY(result.pageText);
    QCOMPARE(result.pageText->lines.size(), 3);
    QVERIFY(result.pageText->complete);
    QCOMPARE(result.pageText->lines[1].text, "Total due 45.20");
    QCOMPARE(result.pageText->lines[1].words[0].confidence, 0.9F);
    QCOMPARE(result.pageText->lines[1].words[1].confidence, 0.3F);
    QVERIFY(result.text.contains("Total due 45.20"));

    runs.back().stopReason = engine::StopReason::Loop;
    AnalysisResult looped;
    takeText(looped, rows, runs, tokenizer);
    QVERIFY(!looped.pageText->complete);

    AnalysisResult blank;
    takeText(blank, {}, {}, tokenizer);
    QVERIFY(blank.text.isEmpty() && blank.pageText && blank.pageText->complete);
}

void EngineAnswersTest::streamsAllParts() {
    QStringList shown;
    const PartialText partial = [&](const QString& text) {
        shown.append(text);
    };
    AnswersSoFar soFar(2, partial);
    soFar.add(1, "b");
    soFar.add(0, "<|ref|>a");
    soFar.add(0, "<|/ref|>");
    soFar.add(1, "c");
    QCOMPARE(shown.last(), "a\nbc");
    QCOMPARE(shown.first(), "b");
}

QTEST_MAIN(EngineAnswersTest)
#include "tst_engine_answers.moc"

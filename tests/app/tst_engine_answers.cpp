// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Crafted answers: their text, their places, and what is not believed; rows joined to a page; what
// is found in pages that were read.
#include "app/analysis/engine_answers.h"
#include "tests/app/printed_line.h"
#include "tests/app/read_pages.h"

#include <QTest>

#include <cmath>

using namespace app;

namespace {

const QStringList kTexts{"Invoice of the third of May", "Total due 45.20", "Thank you for reading"};

// One column of the printed lines, and the ink box of every word on the page, in pixels.
Part packedPart(QVector<QRect>* words) {
    auto plan = std::make_shared<ReadingPlan>();
    plan->mode = ReadingMode::PackedRows;
    plan->lines = printed::page(kTexts, 40, words);
    for (PackedColumn& column : packRows(plan->lines, {})) {
        plan->parts.append({column.picture, column.rows});
    }
    return {{plan->parts.first().picture}, plan, -1};
}

engine::GenerationResult answer(const std::string& text, float probability = 0.5F) {
    engine::GenerationResult run;
    run.text = text;
    run.tokens = {1, 2};
    run.probabilities = {probability, probability};
    return run;
}

AnalysisRequest asking(Task task, const QString& text = {}) {
    AnalysisRequest request;
    request.task = task;
    request.text = text;
    return request;
}

AnalysisResult found(const QString& phrase, const std::string& text) {
    AnalysisResult result;
    takeAnswer(result, answer(text), asking(Task::Find, phrase));
    return result;
}

std::vector<const engine::GenerationResult*>
addressesOf(const std::vector<engine::GenerationResult>& runs) {
    std::vector<const engine::GenerationResult*> addresses;
    for (const engine::GenerationResult& run : runs) {
        addresses.push_back(&run);
    }
    return addresses;
}

} // namespace

class EngineAnswersTest final : public QObject {
    Q_OBJECT

private slots:
    void wholePagesKeepTheirBoxes();
    void malformedBoxesAreCounted();
    void whatIsCalledOtherwiseIsNotBelieved();
    void whatWasReadAnswers();
    void readsLinesWithConfidences();
    void streamsAllParts();
};

void EngineAnswersTest::wholePagesKeepTheirBoxes() {
    const AnalysisResult result =
        found(QStringLiteral("car"), "A <|ref|>car<|/ref|><|det|>[[0, 333, 999, 666]]<|/det|>.");
    QCOMPARE(result.text, "A car.");
    QCOMPARE(result.places.size(), 1);
    QCOMPARE(result.places[0].box, QRectF(QPointF(0, 333 / 999.0), QPointF(1, 666 / 999.0)));
    QCOMPARE(result.places[0].textOffset, 2);
}

void EngineAnswersTest::malformedBoxesAreCounted() {
    const AnalysisResult result =
        found(QStringLiteral("a"), "<|ref|>a<|/ref|><|det|>[[1, 2, 3], [1, 2, 30, 40]]<|/det|>");
    QCOMPARE(result.places.size(), 1);
    QCOMPARE(result.droppedPlaces, 1);
}

void EngineAnswersTest::whatIsCalledOtherwiseIsNotBelieved() {
    const std::string det = "<|/ref|><|det|>[[1, 2, 30, 40]]<|/det|>";
    const auto dropped = [&](const QString& phrase, const std::string& label) {
        return found(phrase, "<|ref|>" + label + det).droppedPlaces;
    };
    const QString phrase = QStringLiteral("the lazy fox");
    QCOMPARE(dropped(phrase, "the lazy fox"), 0);
    QCOMPARE(dropped(phrase, "The 1azy f0x"), 0); // slips
    QCOMPARE(dropped(phrase, "thelazyfox"), 0);
    QCOMPARE(dropped(phrase, "The quick brown dog jumped"), 1);
    QCOMPARE(dropped(phrase, "dog"), 1);
    QCOMPARE(found(phrase, "<|ref|>dog" + det).places.size(), 0);
}

void EngineAnswersTest::whatWasReadAnswers() {
    const QVector<PageText> read{{{pages::line("Total of all", {0.1, 0.1, 0.4, 0.02})}, true},
                                 {{pages::line("Total: 45.20", {0.1, 0.2, 0.4, 0.02}),
                                   pages::line("in total", {0.1, 0.3, 0.3, 0.02})},
                                  true}};
    ModelCard card;
    card.lookUpPrompt = "What is the {field}?";
    AnalysisResult places;
    takeAnswerFromText(places, read, asking(Task::Find, "total"), card);
    QCOMPARE(places.text, "Total\nTotal:\ntotal");
    QCOMPARE(places.places.size(), 3);
    QCOMPARE(places.places[2].label, "total");
    QCOMPARE(places.places[2].page, 1);
    QCOMPARE(places.places[2].textOffset, 13);
    QCOMPARE(places.places[2].box, read[1].lines[1].words[1].box);

    AnalysisResult value;
    takeAnswerFromText(value, read, asking(Task::Ask, "What is the total?"), card);
    QCOMPARE(value.text, "of all"); // of the first page that names it
    QCOMPARE(value.places.size(), 1);
    AnalysisResult nothing;
    takeAnswerFromText(nothing, read, asking(Task::Ask, "What is the date?"), card);
    QVERIFY(nothing.text.isEmpty() && nothing.places.isEmpty());
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
    takeText(result, rows, addressesOf(runs), tokenizer);
    QVERIFY(result.pageText);
    QCOMPARE(result.pageText->lines.size(), 3);
    QVERIFY(result.pageText->complete);
    QCOMPARE(result.pageText->lines[1].text, "Total due 45.20");
    QCOMPARE(result.pageText->lines[1].words[0].confidence, 0.9F);
    QCOMPARE(result.pageText->lines[1].words[1].confidence, 0.3F);
    QVERIFY(result.text.contains("Total due 45.20"));

    runs.back().stopReason = engine::StopReason::Loop;
    AnalysisResult looped;
    takeText(looped, rows, addressesOf(runs), tokenizer);
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

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling.h"
#include "engine/text/tokenizer.h"
#include "kernels/error.h"
#include "tests/engine/goldens.h"

#include <QTest>

#include <cmath>
#include <set>

using engine::RepetitionGuard;
using engine::Sampler;
using engine::SamplingOptions;
using engine::TokenId;

namespace {

constexpr int kDraws = 20'000;

// Logits whose softmax is 0.5, 0.3, 0.15, 0.05, shuffled: id 2 is the likeliest.
std::vector<float> fourLogits() {
    return {std::log(0.15f), std::log(0.05f), std::log(0.5f), std::log(0.3f)};
}

SamplingOptions plain() {
    return {.temperature = 1, .topK = 0, .topP = 1, .repetitionPenalty = 1, .seed = 1};
}

// How often each id is drawn.
std::vector<double> shares(const SamplingOptions& options, const std::vector<float>& logits) {
    Sampler sampler(options);
    std::vector<int> counts(logits.size());
    for (int i = 0; i < kDraws; ++i) {
        std::vector<float> copy = logits;
        ++counts[static_cast<std::size_t>(sampler.next(copy, {}))];
    }
    std::vector<double> share;
    for (const int count : counts) {
        share.push_back(static_cast<double>(count) / kDraws);
    }
    return share;
}

void compareShares(const std::vector<double>& found, const std::vector<double>& wanted) {
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        // Five standard deviations of so many draws; what must not be drawn never is.
        const double tolerance = 5 * std::sqrt(wanted[i] * (1 - wanted[i]) / kDraws);
        QVERIFY2(std::abs(found[i] - wanted[i]) <= tolerance,
                 qPrintable(QString("id %1: %2 for %3").arg(i).arg(found[i]).arg(wanted[i])));
    }
}

// The number of tokens after which the guard stops, or −1.
int stopsAfter(RepetitionGuard& guard, const std::vector<TokenId>& ids) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (guard.push(ids[i])) {
            return static_cast<int>(i) + 1;
        }
    }
    return -1;
}

std::vector<TokenId> counted(int first, int count) {
    std::vector<TokenId> ids(static_cast<std::size_t>(count));
    std::iota(ids.begin(), ids.end(), first);
    return ids;
}

} // namespace

class TestSampling : public QObject {
    Q_OBJECT

private slots:

    void greedyIgnoresEverythingElse() {
        Sampler sampler({.temperature = 0, .topK = 1, .topP = 0.1, .repetitionPenalty = 9});
        std::vector<float> logits = {1, 3, 3, -2};
        const std::vector<float> before = logits;
        QCOMPARE(sampler.next(logits, std::vector<TokenId>{1, 1}), 1); // the first of equals
        QCOMPARE(logits, before);
    }

    void penaltyCountsAnIdOnce() {
        SamplingOptions options = plain();
        options.repetitionPenalty = 2;
        std::vector<float> logits = {3, -1, 1, 0};
        Sampler(options).next(logits, std::vector<TokenId>{0, 1, 0, 3, 0});
        QCOMPARE(logits, (std::vector<float>{1.5, -2, 1, 0}));
    }

    // The penalty comes before top-k: here it takes the first place away.
    void penaltyComesFirst() {
        SamplingOptions options = plain();
        options.repetitionPenalty = 2;
        options.topK = 1;
        std::vector<float> logits = {3, 2, 1};
        QCOMPARE(Sampler(options).next(logits, std::vector<TokenId>{0}), 1);
    }

    void frequencies_data() {
        QTest::addColumn<double>("temperature");
        QTest::addColumn<int>("topK");
        QTest::addColumn<double>("topP");
        QTest::addColumn<QList<double>>("wanted"); // of ids 0 … 3
        const auto row = [](const char* name, double temperature, int k, double p,
                            const QList<double>& wanted) {
            QTest::newRow(name) << temperature << k << p << wanted;
        };
        row("all", 1, 0, 1, {0.15, 0.05, 0.5, 0.3});
        row("k above the vocabulary", 1, 50, 1, {0.15, 0.05, 0.5, 0.3});
        row("k 1", 1, 1, 1, {0, 0, 1, 0});
        row("k 2", 1, 2, 1, {0, 0, 0.625, 0.375});
        row("p just below two", 1, 0, 0.79, {0, 0, 0.625, 0.375});
        row("p just above two", 1, 0, 0.81, {0.15 / 0.95, 0, 0.5 / 0.95, 0.3 / 0.95});
        row("p below the first", 1, 0, 0.2, {0, 0, 1, 0});
        row("p 0 keeps one", 1, 0, 0, {0, 0, 1, 0});
        // Of the three that top-k leaves the first has 0.526, so p 0.52 keeps one.
        row("p counts what k left", 1, 3, 0.52, {0, 0, 1, 0});
        row("p counts the whole without k", 1, 0, 0.52, {0, 0, 0.625, 0.375});
        // Probabilities to the power of 1 / temperature: 0.25 : 0.09 : 0.0225 : 0.0025.
        row("cold", 0.5, 0, 1, {0.0225 / 0.365, 0.0025 / 0.365, 0.25 / 0.365, 0.09 / 0.365});
        // Temperature comes before top-p: 0.25 / 0.365 = 0.685 is enough for 0.6.
        row("cold, then p", 0.5, 0, 0.6, {0, 0, 1, 0});
    }

    void frequencies() {
        QFETCH(double, temperature);
        QFETCH(int, topK);
        QFETCH(double, topP);
        QFETCH(QList<double>, wanted);
        const SamplingOptions options = {.temperature = temperature,
                                         .topK = topK,
                                         .topP = topP,
                                         .repetitionPenalty = 1,
                                         .seed = 3};
        compareShares(shares(options, fourLogits()), {wanted.begin(), wanted.end()});
    }

    // As in the reference, which compares with the smallest of the k.
    void tiesOfTheLastOfKAreKept() {
        SamplingOptions options = plain();
        options.topK = 2;
        compareShares(shares(options, {1, 0, 1, 1}), {1.0 / 3, 0, 1.0 / 3, 1.0 / 3});
    }

    void aSeedDecides() {
        const auto sequence = [](std::uint64_t seed) {
            SamplingOptions options = {.temperature = 0.9, .seed = seed};
            Sampler sampler(options);
            std::vector<TokenId> ids;
            for (int i = 0; i < 200; ++i) {
                std::vector<float> logits(1000);
                for (std::size_t j = 0; j < logits.size(); ++j) {
                    logits[j] = std::sin(static_cast<float>(j * j + static_cast<std::size_t>(i)));
                }
                ids.push_back(sampler.next(logits, ids));
            }
            return ids;
        };
        QCOMPARE(sequence(5), sequence(5));
        QVERIFY(sequence(5) != sequence(6));
        const auto ids = sequence(5);
        QVERIFY(std::set(ids.begin(), ids.end()).size() > 20);
    }

    void brokenLogits_data() {
        QTest::addColumn<QList<float>>("logits");
        QTest::addColumn<double>("temperature");
        QTest::newRow("none") << QList<float>{} << 0.0;
        QTest::newRow("not a number, greedy") << QList<float>{1, NAN} << 0.0;
        QTest::newRow("not a number") << QList<float>{1, NAN} << 1.0;
        QTest::newRow("all impossible") << QList<float>{-INFINITY, -INFINITY} << 1.0;
        QTest::newRow("infinite") << QList<float>{1, INFINITY} << 1.0;
    }

    void brokenLogits() {
        QFETCH(QList<float>, logits);
        QFETCH(double, temperature);
        SamplingOptions options = plain();
        options.temperature = temperature;
        std::vector<float> copy(logits.begin(), logits.end());
        QVERIFY_EXCEPTION_THROWN(Sampler(options).next(copy, {}), kernels::Error);
    }

    void impossibleTokensAreNotDrawn() {
        compareShares(shares(plain(), {-INFINITY, 0, -INFINITY, 0}), {0, 0.5, 0, 0.5});
    }

    void loops_data() {
        QTest::addColumn<int>("period");
        for (const int period : {1, 2, 3, 5, 7, 12, 31, 32, 33, 64, 100, 255, 256}) {
            QTest::addRow("%d", period) << period;
        }
    }

    // Found as soon as the limits are reached, and cut to one round.
    void loops() {
        QFETCH(int, period);
        const std::vector<TokenId> start = counted(1000, 50);
        RepetitionGuard guard;
        QCOMPARE(stopsAfter(guard, start), -1);
        std::vector<TokenId> tail;
        for (int i = 0; i < 5000; ++i) {
            tail.push_back(i % period);
        }
        const int stopped = stopsAfter(guard, tail);
        QCOMPARE(stopped,
                 std::max(RepetitionGuard::kMinTokens, RepetitionGuard::kMinRepeats * period));
        QCOMPARE(stopped - guard.surplus(), period);
        QVERIFY(guard.push(tail[static_cast<std::size_t>(stopped)])); // it goes on to say so
    }

    void loopAfterALongText() {
        RepetitionGuard guard;
        QCOMPARE(stopsAfter(guard, counted(0, 8000)), -1);
        QCOMPARE(stopsAfter(guard, std::vector<TokenId>(500, 7)), RepetitionGuard::kMinTokens);
        QCOMPARE(guard.surplus(), RepetitionGuard::kMinTokens - 1);
        QVERIFY(!guard.push(8));
        QCOMPARE(guard.surplus(), 0);
    }

    void periodsAboveTheLimitAreNotSeen() {
        RepetitionGuard guard;
        for (int i = 0; i < 5000; ++i) {
            QVERIFY(!guard.push(i % (RepetitionGuard::kMaxPeriod + 1)));
        }
    }

    void legitimateText_data() {
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const QString& text) {
            QTest::newRow(name) << text;
        };
        const auto lines = [](int count, const auto& line) {
            QString text;
            for (int i = 0; i < count; ++i) {
                text += line(i) + "\n";
            }
            return text;
        };
        row("dot leader",
            "Contents\n1 Scope " + QString(90, '.') + " 3\n2 Terms " + QString(70, '.') + " 4\n");
        row("spaced dots", "Total " + QString(". ").repeated(45) + "12.50\n");
        row("rule of underscores",
            "Signature: " + QString(80, '_') + "\nDate: " + QString(40, '_') + "\n");
        row("a row of zeros", "Balance " + QString("0 ").repeated(50) + "\nnext\n");
        row("rows of zeros",
            lines(40, [](int i) { return QString("Row %1 | 0.00 | 0.00 | 0.00 | 0.00").arg(i); }));
        row("separator of a wide table", QString("| A ").repeated(20) + "|\n" +
                                             QString("|---").repeated(20) + "|\n" +
                                             QString("| 1 ").repeated(20) + "|\n");
        row("empty rows", "| Name | Date |\n|---|---|\n" + QString("| | |\n").repeated(10));
        row("the same item three times", QString("1 Coffee to go 2.50 A\n").repeated(3));
        row("numbered list", lines(60, [](int i) { return QString("%1. Item").arg(i + 1); }));
        row("years", lines(80, [](int i) { return QString("%1: 5 %").arg(1940 + i); }));
        row("refrain", QString("We will, we will rock you. ").repeated(3) + "Sing it!");
    }

    // With every vocabulary that is here: the smaller it is, the more tokens a line has.
    void legitimateText() {
        QFETCH(QString, text);
        for (const auto& folder :
             {goldens::folder() / "checkpoints/base-like", goldens::nanoFolder(),
              goldens::dataFolder() / "deepseek-tokenizer"}) {
            if (std::filesystem::exists(folder / "tokenizer.json")) {
                const engine::Tokenizer tokenizer(folder);
                RepetitionGuard guard;
                const auto ids = tokenizer.encode(text.toStdString(), engine::SpecialText::AsData);
                QCOMPARE(stopsAfter(guard, ids), -1);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSampling)
#include "tst_sampling.moc"

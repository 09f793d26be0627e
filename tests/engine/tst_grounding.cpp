// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/grounding.h"
#include "tests/engine/goldens.h"

#include <QTest>

#include <ctime>
#include <random>

using engine::GroundedAnswer;
using engine::GroundedBox;
using engine::PixelBox;
using nlohmann::json;

namespace {

std::string repeated(const std::string& unit, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) {
        text += unit;
    }
    return text;
}

bool isInside(const GroundedBox& box, const GroundedAnswer& answer) {
    return box.x1 >= 0 && box.y1 >= 0 && box.x1 <= box.x2 && box.y1 <= box.y2 && box.x2 <= 999 &&
           box.y2 <= 999 && box.textOffset <= answer.text.size() &&
           answer.text.compare(box.textOffset, box.label.size(), box.label) == 0;
}

} // namespace

class TestGrounding : public QObject {
    Q_OBJECT

private slots:

    void goldens_data() {
        QTest::addColumn<int>("index");
        const json table = goldens::readJson(goldens::folder() / "formats/grounding.json");
        for (std::size_t i = 0; i < table.at("cases").size(); ++i) {
            const std::string note = table.at("cases").at(i).at("note");
            QTest::addRow("%d %s", static_cast<int>(i), note.c_str()) << static_cast<int>(i);
        }
    }

    void goldens() {
        QFETCH(int, index);
        const json row = goldens::readJson(goldens::folder() / "formats/grounding.json")
                             .at("cases")
                             .at(static_cast<std::size_t>(index));
        const GroundedAnswer answer = engine::parseGrounding(row.at("raw").get<std::string>());
        const json& size = row.at("image_size");
        json boxes = json::array();
        for (const GroundedBox& box : answer.boxes) {
            const PixelBox p = engine::toPixels(box, size.at(0), size.at(1));
            boxes.push_back({box.label, p.x1, p.y1, p.x2, p.y2});
            QVERIFY(isInside(box, answer));
        }
        QCOMPARE(boxes.dump(), row.at("boxes").dump());
        QCOMPARE(answer.dropped, row.at("dropped").get<int>());
    }

    // Tags and numbers go, words stay, and a box knows where its label stands.
    void text_data() {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("offsets");
        const auto row = [](const char* raw, const char* text, const QList<int>& offsets) {
            QTest::newRow(raw) << QString(raw) << QString(text) << offsets;
        };
        row("A <|ref|>man<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|> and a "
            "<|ref|>dog<|/ref|><|det|>[[5, 6, 7, 8], [1, 1, 2, 2]]<|/det|>.",
            "A man and a dog.", {2, 12, 12});
        row("<|grounding|>x<|/det|>y<|/ref|>", "xy", {});
        row("a<|det|>[[1, 2, 3, 4]]<|/det|>b", "ab", {1});
        row("<|det|>[[1, 2, 3, 4]], [[5, 6, 7, 8]]. Two cats [1] sleep.", ". Two cats [1] sleep.",
            {0, 0});
        row("<|det|>[[1, 2, 3, 4]] 3 cats", " 3 cats", {0});
        row("<|det|>[[1, 2, 3, 4], [5, six", "six", {0});
        row("<|det|>nothing to see", "nothing to see", {});
        row("<|ref|>never closed", "never closed", {});
        row("<|re", "<|re", {});
        row("1 < 2 <|x|> [3, 4, 5, 6]", "1 < 2 <|x|> [3, 4, 5, 6]", {});
    }

    void text() {
        QFETCH(QString, raw);
        QFETCH(QString, text);
        QFETCH(QList<int>, offsets);
        const GroundedAnswer answer = engine::parseGrounding(raw.toStdString());
        QCOMPARE(QString::fromStdString(answer.text), text);
        QList<int> found;
        for (const GroundedBox& box : answer.boxes) {
            found += static_cast<int>(box.textOffset);
        }
        QCOMPARE(found, offsets);
    }

    void notNumbers_data() {
        QTest::addColumn<QString>("group");
        for (const char* group : {"nan, 1, 2, 3", "inf, 1, 2, 3", "1e2, 1, 2, 3", "0x1, 1, 2, 3",
                                  "1, 2, 3,", ",1, 2, 3", "1,, 2, 3", "1, 2, 3, 4,", "--1, 2, 3, 4",
                                  "1 2, 3, 4, 5", "-, 1, 2, 3", "., 1, 2, 3", "１, 2, 3, 4"}) {
            QTest::newRow(group) << QString(group);
        }
    }

    void notNumbers() {
        QFETCH(QString, group);
        const auto answer =
            engine::parseGrounding(("<|det|>[[" + group + "]]<|/det|>").toStdString());
        QVERIFY(answer.boxes.empty());
        QCOMPARE(answer.dropped, 1);
    }

    void hugeNumbers() {
        const std::string digits(400, '9');
        const auto answer = engine::parseGrounding("<|det|>[[-99999999999, 1, 99999999999, 2], [" +
                                                   digits + ", 1, 2, 3]]<|/det|>");
        QCOMPARE(answer.boxes.size(), std::size_t{1});
        QCOMPARE(engine::toPixels(answer.boxes[0], 500, 999), (PixelBox{0, 1, 500, 2}));
        QCOMPARE(answer.dropped, 1);
    }

    void longLabelsAreCutBetweenCharacters() {
        const auto answer = engine::parseGrounding("<|ref|>a" + repeated("中", 3000) +
                                                   "<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>");
        QCOMPARE(answer.boxes.at(0).label, "a" + repeated("中", 1023));
        QVERIFY(answer.text.size() > 3000);
    }

    void hostile_data() {
        QTest::addColumn<QByteArray>("unit");
        for (const char* unit :
             {"<|ref|>", "<|det|>", "<|det|>[", "[", "[[[[", "]", "<", "<|", "<|ref|", "[1,2,3,4]",
              "<|ref|>a<|det|>[[1,2,3,4]]", "1", "[1", ",", "\xFF", "<|det|>]["}) {
            QTest::newRow(unit) << QByteArray(unit);
        }
    }

    // One megabyte of one thing, as an answer and inside a list.
    void hostile() {
        QFETCH(QByteArray, unit);
        const std::string text = repeated(unit.toStdString(), 1'000'000);
        const std::string label(100'000, 'x');
        const std::clock_t start = std::clock();
        for (const std::string& raw :
             {text, "<|det|>[[" + text, "<|ref|>" + label + "<|/ref|><|det|>" + text}) {
            const GroundedAnswer answer = engine::parseGrounding(raw);
            QVERIFY(answer.text.size() <= raw.size());
            QVERIFY(std::all_of(answer.boxes.begin(), answer.boxes.end(),
                                [&](const auto& box) { return isInside(box, answer); }));
        }
        QVERIFY(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC < 5);
    }

    void randomAnswers() {
        const std::vector<std::string> parts = {
            "<|ref|>", "<|/ref|>", "<|det|>", "<|/det|>", "<|grounding|>", "[",  "]", ",", " ",
            "12",      "-7",       "999.5",   "1500",     "cat",           "中", "<", "|>"};
        std::mt19937 random(7);
        for (int i = 0; i < 50'000; ++i) {
            std::string raw;
            for (std::size_t n = random() % 40; n > 0; --n) {
                raw += parts[random() % parts.size()];
            }
            const GroundedAnswer answer = engine::parseGrounding(raw);
            for (const GroundedBox& box : answer.boxes) {
                QVERIFY2(isInside(box, answer), raw.c_str());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestGrounding)
#include "tst_grounding.moc"

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/pre_tokenizer.h"
#include "engine/text/tokenizer_file.h"
#include "engine/text/unicode.h"
#include "tests/engine/goldens.h"

#include <QTest>

#include <random>

using engine::Pattern;
using engine::PreTokenizer;
using engine::Span;
using engine::StepBudget;

namespace {

using Pieces = std::vector<std::string>;

std::vector<std::pair<std::size_t, std::size_t>> matches(const Pattern& pattern,
                                                         const std::string& text) {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    StepBudget budget;
    for (std::size_t from = 0; from < text.size();) {
        const std::optional<Span> match = pattern(text, from, budget);
        if (!match) {
            break;
        }
        found.emplace_back(match->begin, match->end);
        from = match->end;
    }
    return found;
}

// Not U+180E, which PCRE2 takes for white space and Unicode 14 does not, and nothing that Unicode
// 14 leaves open, which a newer PCRE2 may know more about.
bool isKnownAlike(char32_t c) {
    return c != 0x180E && (c < 0x80 || engine::categoriesOf(c) != 0);
}

std::string everyKnownCharacter() {
    std::string text;
    for (char32_t c = 0; c < 0x110000; ++c) {
        if (isKnownAlike(c)) {
            engine::appendUtf8(text, c);
        }
    }
    return text;
}

// Mostly characters that the published expressions tell apart, next to each other in every order.
std::string randomText(std::mt19937& random) {
    static const std::u32string telling = U"aZé "
                                          U"ß'’!.-_$+"
                                          U"€\t\n\r\u00a0\u3000\u2028\u0085\u0301\u093e0９½Ⅷ中龥龦"
                                          U"ぁヿ가퟿ࠀ一㐀Ωɐʔ、。　～！😀𐐀𞤀"
                                          U"𝟘";
    std::string text;
    const std::size_t length = random() % 24;
    while (text.size() < length) {
        const char32_t c = random() % 8 != 0 ? telling[random() % telling.size()]
                                             : static_cast<char32_t>(random() % 0x110000);
        const int times = random() % 4 == 0 ? 3 : 1;
        for (int i = 0; i < times && isKnownAlike(c); ++i) {
            engine::appendUtf8(text, c);
        }
    }
    return text;
}

std::vector<std::string> publishedExpressions() {
    std::vector<std::string> all = {R"(\p{N})", R"(\p{N}+)", R"(\s+$)", "[a-cx]", "\\s?[é中]{1,3}"};
    for (const char* folder : {"tokenizer/llm-style", "checkpoints/base-like"}) {
        const auto file = engine::readTokenizerFile(goldens::folder() / folder / "tokenizer.json");
        all.insert(all.end(), file.expressions.begin(), file.expressions.end());
    }
    return all;
}

// The byte alphabet of tokenizer files, undone for the characters that the tables below have.
std::string withoutAlphabet(const std::string& spelled) {
    std::string bytes;
    for (std::size_t at = 0; at < spelled.size();) {
        const engine::CodePoint c = engine::codePointAt(spelled, at);
        at += c.bytes;
        char32_t byte = c.value;
        if (c.value >= 0x100) {
            const char32_t moved = c.value - 0x100;
            byte = moved <= 0x20 ? moved : moved <= 0x42 ? moved - 0x21 + 0x7F : 0xAD;
        }
        bytes += static_cast<char>(byte);
    }
    return bytes;
}

} // namespace

class TestPreTokenizer : public QObject {
    Q_OBJECT

private slots:

    // Pieces as the reference cuts them, with the older style of section.
    void llmStylePieces() {
        const auto folder = goldens::folder() / "tokenizer/llm-style";
        const PreTokenizer preTokenizer(
            engine::readTokenizerFile(folder / "tokenizer.json").expressions, "test");
        const nlohmann::json table = goldens::readJson(folder / "cases.json");
        int compared = 0;
        for (const nlohmann::json& row : table.at("cases")) {
            const std::string text = row.at("text");
            if (text.find('<') != std::string::npos) {
                continue; // special tokens are cut out before
            }
            Pieces wanted;
            for (const std::string& piece : row.at("pieces").get<Pieces>()) {
                wanted.push_back(withoutAlphabet(piece));
            }
            StepBudget budget;
            const auto pieces = preTokenizer.split(text, budget);
            QCOMPARE(Pieces(pieces.begin(), pieces.end()), wanted);
            ++compared;
        }
        QVERIFY2(compared > 100, qPrintable(QString::number(compared)));
    }

    void v3Pieces_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("wanted");
        const auto row = [](const char* text, const QStringList& wanted) {
            QTest::newRow(text) << QString(text) << wanted;
        };
        row("Total: 12345.60 EUR", {"Total", ":", " ", "123", "45", ".", "60", " EUR"});
        row("a.b ,c  d", {"a", ".b", " ,", "c", " ", " d"});
        row("x \n\n  y\n", {"x", " \n\n", " ", " y", "\n"});
        row("图1中ab", {"图", "1", "中", "ab"});
        row("e\u0301t\u0301 \u0301", {"e\u0301t\u0301", " \u0301"});
        row("!!\r\n?", {"!!\r\n", "?"});
        row("tail  ", {"tail", "  "});
    }

    void v3Pieces() {
        QFETCH(QString, text);
        QFETCH(QStringList, wanted);
        const auto file =
            engine::readTokenizerFile(goldens::folder() / "checkpoints/base-like/tokenizer.json");
        StepBudget budget;
        const std::string utf8 = text.toStdString();
        QStringList pieces;
        for (const std::string_view piece :
             PreTokenizer(file.expressions, "test").split(utf8, budget)) {
            pieces += QString::fromUtf8(piece.data(), static_cast<qsizetype>(piece.size()));
        }
        QCOMPARE(pieces, wanted);
    }

    // What the reference library does with expressions that have no scanner.
    void otherExpressions_data() {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("wanted");
        const auto row = [](const char* expression, const char* text, const QStringList& wanted) {
            QTest::addRow("%s", expression) << QString(expression) << QString(text) << wanted;
        };
        row("x*", "abc", {"a", "b", "c"});
        row("x*", "axxb", {"a", "xx", "b"});
        row("b*", "abba", {"a", "bb", "a"});
        row("^", "ab\ncd", {"ab\n", "cd"});
        row("$", "ab\ncd\n", {"ab", "\ncd", "\n"});
        row("(?<=a)b", "abab b", {"a", "b", "a", "b", " b"});
        row("a|", "baa b", {"b", "a", "a", " ", "b"});
        row("(?=b)", "abab", {"a", "ba", "b"});
        row(R"(\s+$)", "a  \n b \n", {"a", "  ", "\n b", " \n"});
        row(R"(\s+$)", "x \n y", {"x", " ", "\n y"});
        row("中?", "a中中b", {"a", "中", "中", "b"});
        row(R"('s|'m| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)",
            "I'm  here's 12 cats!!\n\n ok",
            {"I", "'m", " ", " here", "'s", " 12", " cats", "!!", "\n\n", " ok"});
    }

    void otherExpressions() {
        QFETCH(QString, expression);
        QFETCH(QString, text);
        QFETCH(QStringList, wanted);
        const std::string utf8 = text.toStdString();
        StepBudget budget;
        QStringList pieces;
        for (const std::string_view piece :
             PreTokenizer({expression.toStdString()}, "test").split(utf8, budget)) {
            pieces += QString::fromUtf8(piece.data(), static_cast<qsizetype>(piece.size()));
        }
        QCOMPARE(pieces, wanted);
    }

    void categories_data() {
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<int>("category");
        QTest::newRow("letters") << QByteArray("\\p{L}") << int{engine::kCategoryLetter};
        QTest::newRow("marks") << QByteArray("\\p{M}") << int{engine::kCategoryMark};
        QTest::newRow("numbers") << QByteArray("\\p{N}") << int{engine::kCategoryNumber};
        QTest::newRow("punctuation") << QByteArray("\\p{P}") << int{engine::kCategoryPunctuation};
        QTest::newRow("symbols") << QByteArray("\\p{S}") << int{engine::kCategorySymbol};
        QTest::newRow("space") << QByteArray("\\s") << int{engine::kCategorySpace};
    }

    // The generated tables against PCRE2's own, for every character.
    void categories() {
        QFETCH(QByteArray, expression);
        QFETCH(int, category);
        const std::string text = everyKnownCharacter();
        std::vector<bool> isMatched(text.size());
        for (const auto& [begin, end] :
             matches(engine::regexPattern(expression.toStdString(), "test"), text)) {
            isMatched[begin] = true;
        }
        for (std::size_t at = 0; at < text.size();) {
            const engine::CodePoint c = engine::codePointAt(text, at);
            const bool isMember = (engine::categoriesOf(c.value) & category) != 0;
            QVERIFY2(isMatched[at] == isMember, qPrintable(QString::number(c.value, 16)));
            at += c.bytes;
        }
    }

    void scannersEqualTheLibrary() {
        std::mt19937 random(20260101);
        for (const std::string& expression : publishedExpressions()) {
            const std::optional<Pattern> scanner = engine::scannerPattern(expression);
            QVERIFY2(scanner.has_value(), expression.c_str());
            const Pattern library = engine::regexPattern(expression, "test");
            for (int i = 0; i < 20'000; ++i) {
                const std::string text = randomText(random);
                QVERIFY2(matches(*scanner, text) == matches(library, text),
                         (expression + " on " + text).c_str());
            }
        }
    }

    void classesWithAMeaningAreLeftToTheLibrary_data() {
        QTest::addColumn<QByteArray>("expression");
        for (const char* expression :
             {"[^a]", "[a&&b]", "[\\d]", "[a-]", "[[:alpha:]]", "[b-a]", "[a]*", "[a]{2}", "[a",
              "a+", "[]a]", "", "\\s?", "\\p{L}+"}) {
            QTest::newRow(expression) << QByteArray(expression);
        }
    }

    void classesWithAMeaningAreLeftToTheLibrary() {
        QFETCH(QByteArray, expression);
        QVERIFY(!engine::scannerPattern(expression.toStdString()));
    }
};

QTEST_GUILESS_MAIN(TestPreTokenizer)
#include "tst_pre_tokenizer.moc"

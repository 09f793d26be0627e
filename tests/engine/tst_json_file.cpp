// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/json_file.h"
#include "tests/engine/written_files.h"

#include <QtTest>

using engine::JsonLimits;
using engine::JsonObject;
using engine::parseJsonObject;
using kernels::ErrorCode;
using nlohmann::json;

class TestJsonFile : public QObject {
    Q_OBJECT

private slots:
    void refusesText_data();
    void refusesText();
    void refusesValue_data();
    void refusesValue();
    void acceptsLimitsThemselves();
    void readsFilesWithinTheLimit();
    void refusesWhatIsNoFile();
    void visitsMembersInTurn();
    void messagesStayShortAndPrintable();
};

void TestJsonFile::refusesText_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* name, const QByteArray& text, const char* reason) {
        QTest::newRow(name) << text << QByteArray(reason);
    };
    row("empty", "", "not valid JSON");
    row("cut off", R"({"a": 1)", "not valid JSON at byte");
    row("trailing", "{} x", "not valid JSON");
    row("zero and more", QByteArray("{}\0x", 4), "not valid JSON at byte 2");
    row("list", "[]", "not an object");
    row("number", "1", "not an object");
    row("comment", "{/* */}", "not valid JSON");
    row("NaN", R"({"a": NaN})", "not valid JSON");
    row("infinite", R"({"a": 1e999})", "too large");
    row("bad UTF-8", "{\"a\": \"\xff\"}", "not valid JSON");
    row("key twice", R"({"a": 1, "b": 2, "a": 3})", "\"a\" appears twice");
    row("key twice inside", R"({"x": [{"a": 1, "a": 1}]})", "\"a\" appears twice");
    row("same key after an inner object", R"({"a": {"b": 1}, "b": 1, "b": 2})", "appears twice");
    row("deep lists", R"({"a": )" + QByteArray(64, '[') + QByteArray(64, ']') + "}", "deeper");
    row("very deep", R"({"a": )" + QByteArray(3'000'000, '['), "deeper");
    row("deep objects", QByteArray(R"({"a": )").repeated(65) + "1" + QByteArray(65, '}'), "deeper");
    row("too long", QByteArray(4'000'001, ' '), "larger than 4000000");
    row("too many", R"({"a": [)" + QByteArray("1,").repeated(100'000) + "1]}", "JSON values");
    row("pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "Git LFS");
}

void TestJsonFile::refusesText() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, reason);
    const auto parse = [&] {
        parseJsonObject(text.toStdString(), "x.json", JsonLimits{});
    };
    QCOMPARE(unlessFails(parse, ErrorCode::BadFile, reason.toStdString()), std::string());
    QCOMPARE(unlessFails(parse, ErrorCode::BadFile, "x.json: "), std::string());
}

void TestJsonFile::refusesValue_data() {
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("type");
    for (const char* value :
         {"-1", "0", "11", "1.0", "1e1", "\"5\"", "true", "null", "[5]", "{}",
          "9223372036854775808", "18446744073709551616", "-9223372036854775809", "4294967301"}) {
        QTest::addRow("whole number %s", value) << QByteArray(value) << QByteArray("int");
    }
    for (const char* value : {"0", "10", "-0.5", "1e300", "\"5\"", "true", "null"}) {
        QTest::addRow("real number %s", value) << QByteArray(value) << QByteArray("double");
    }
    for (const char* value : {"0", "1", "\"true\"", "null"}) {
        QTest::addRow("truth %s", value) << QByteArray(value) << QByteArray("bool");
    }
    for (const char* value : {"0", "true", "[\"a\"]", "null"}) {
        QTest::addRow("string %s", value) << QByteArray(value) << QByteArray("string");
    }
    for (const char* value : {"0", "[1, 11]", "[1.0]", "[\"1\"]", "[[1]]", "null"}) {
        QTest::addRow("list %s", value) << QByteArray(value) << QByteArray("list");
    }
}

void TestJsonFile::refusesValue() {
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, type);
    const json content = json::parse("{\"outer\": {\"key\": " + value.toStdString() + "}}");
    const JsonObject object = JsonObject(content, "x.json", "").object("outer");
    int whole = 0;
    double real = 0.0;
    bool truth = false;
    std::string text;
    const auto read = [&] {
        if (type == "int") {
            object.read("key", whole, {1, 10});
        } else if (type == "double") {
            object.read("key", real, {0.0, 10.0});
        } else if (type == "bool") {
            object.read("key", truth);
        } else if (type == "string") {
            object.read("key", text);
        } else {
            object.integers("key", {1, 10});
        }
    };
    QCOMPARE(unlessFails(read, ErrorCode::BadFile, "x.json: outer.key is "), std::string());
}

void TestJsonFile::acceptsLimitsThemselves() {
    const std::string deep = R"({"a": )" + std::string(63, '[') + std::string(63, ']') + "}";
    QVERIFY(parseJsonObject(deep, "x.json", {}).contains("a"));
    const json content = json::parse(R"({"one": 1, "ten": 10, "none": null, "real": 3})");
    const JsonObject object(content, "x.json", "");
    int value = 5;
    object.read("one", value, {1, 10});
    QCOMPARE(value, 1);
    object.read("ten", value, {1, 10});
    QCOMPARE(value, 10);
    object.read("absent", value, {1, 3});
    QCOMPARE(value, 10);
    std::optional<int> optional = 5;
    object.read("absent", optional, {1, 3});
    QCOMPARE(optional, 5);
    object.read("none", optional, {1, 3});
    QVERIFY(!optional.has_value());
    double real = 0.0;
    object.read("real", real, {1.0, 4.0});
    QCOMPARE(real, 3.0);
    object.supportOnly("none", nullptr);
    object.supportOnly("absent", nullptr);
    const auto unsupported = [&] {
        object.supportOnly("one", nullptr);
    };
    QCOMPARE(unlessFails(unsupported, ErrorCode::Unsupported, "one is 1;"), std::string());
}

void TestJsonFile::readsFilesWithinTheLimit() {
    const WrittenFiles files;
    const auto file = files.write("a.json", "{\"a\":1}");
    QCOMPARE(engine::readTextFile(file, 7), std::string("{\"a\":1}"));
    const auto read = [&] {
        engine::readTextFile(file, 6);
    };
    QCOMPARE(unlessFails(read, ErrorCode::BadFile, "larger than 6 bytes"), std::string());
    QCOMPARE(engine::readJsonObject(file).at("a").get<int>(), 1);
}

void TestJsonFile::refusesWhatIsNoFile() {
    const WrittenFiles files;
    const auto read = [&](const char* name) {
        return [=, &files] {
            engine::readTextFile(files.folder() / name, 100);
        };
    };
    QCOMPARE(unlessFails(read("absent"), ErrorCode::BadFile, "no such file"), std::string());
    QCOMPARE(unlessFails(read("."), ErrorCode::BadFile, "not a regular file"), std::string());
}

void TestJsonFile::visitsMembersInTurn() {
    std::vector<std::string> seen;
    const auto visit = [&](const std::string& key, const json& value) {
        seen.push_back(key + "=" + value.dump());
    };
    const char* text = R"({"a": 1, "b": {"c": [2, {}]}, "d": [], "e": {}, "f": [3]})";
    engine::visitJsonMembers(text, "x.json", {}, visit);
    const std::vector<std::string> expected{"a=1", R"(b={"c":[2,{}]})", "d=[]", "e={}", "f=[3]"};
    QCOMPARE(seen, expected);
}

void TestJsonFile::messagesStayShortAndPrintable() {
    const std::string hostile = "\x1b[31m\n" + std::string(1'000'000, 'x');
    QVERIFY(engine::inQuotes(hostile).size() < 100);
    QVERIFY(engine::inQuotes(hostile).starts_with("\"?[31m?xx"));
    const json content{{"key", hostile}};
    try {
        int value = 0;
        JsonObject(content, "x.json", "").read("key", value, {1, 2});
        QFAIL("no error");
    } catch (const kernels::Error& error) {
        const std::string text = error.what();
        QVERIFY(text.size() < 250);
        QVERIFY(text.find('\x1b') == std::string::npos && text.find('\n') == std::string::npos);
    }
}

QTEST_GUILESS_MAIN(TestJsonFile)
#include "tst_json_file.moc"

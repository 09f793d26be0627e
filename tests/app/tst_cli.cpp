// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The built tessera-cli as its users meet it: exit codes, what goes to which stream, JSON, signals.
#include "app/exit_codes.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using app::ExitCode;

namespace {

struct Outcome {
    int exitCode = -1;
    QString out;
    QString err;

    QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

Outcome run(const QStringList& arguments, const QString& standardOutput = {}) {
    QProcess process;
    if (!standardOutput.isEmpty()) {
        process.setStandardOutputFile(standardOutput);
    }
    process.start(QStringLiteral(TESSERA_CLI), arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit) {
        return {};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QString sample(const QString& name) {
    return QFINDTESTDATA("../../resources/samples/" + name);
}

QString nano() {
    return QFINDTESTDATA("../../resources/models/nano");
}

void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

#define CHECK_EXIT(outcome, code)                                                                  \
    QVERIFY2(                                                                                      \
        (outcome).exitCode == static_cast<int>(code),                                              \
        qPrintable(QString::number((outcome).exitCode) + QStringLiteral(": ") + (outcome).err))

} // namespace

class CliTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_blank; // a page with nothing on it

private slots:
    void initTestCase();

    void helpBeginsWithExamples_data();
    void helpBeginsWithExamples();
    void tellsItsVersion();
    void refusesBadArguments_data();
    void refusesBadArguments();
    void explainsBadInput_data();
    void explainsBadInput();
    void explainsBadModels_data();
    void explainsBadModels();
    void asksForAPassword();
    void readsTheRestAfterABadFile();
    void readsFolders();
    void readsStandardInput();
    void readsABlankPage();
    void readsAsJson();
    void findsAsJson();
    void answersAsJson();
    void refusesWhatTheModelCannotDo();
    void showsTiles();
    void showsConfigAndTensors();
    void dumpsModules();
    void doctorListsTheModel();
    void measuresAPage();
    void computesNothingTwice();
    void searchesTheLibrary();
    void exportsWhatIsKept();
    void exportsTextOfTheFile();
    void makesTables();
    void refusesTables();
    void refusesToExport_data();
    void refusesToExport();
    void worksWithoutALibrary();
    void keepsQuiet();
    void noticesAFullDisk();
    void stopsOnSignals_data();
    void stopsOnSignals();
};

void CliTest::initTestCase() {
    // What the user has installed must not change what is tested.
    qputenv("XDG_DATA_HOME", m_dir.filePath("data").toUtf8());
    qputenv("HF_HOME", m_dir.filePath("hub").toUtf8());
    m_blank = m_dir.filePath("blank.png");
    QImage page(600, 800, QImage::Format_RGB32);
    page.fill(Qt::white);
    QVERIFY(page.save(m_blank));
}

void CliTest::helpBeginsWithExamples_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("program") << QStringList{"--help"};
    for (const char* command : {"read", "ask", "find", "search", "export", "bulk", "table",
                                "inspect", "doctor", "bench", "completion", "manual"}) {
        QTest::newRow(command) << QStringList{QString::fromLatin1(command), "--help"};
    }
}

void CliTest::helpBeginsWithExamples() {
    QFETCH(QStringList, arguments);
    const Outcome outcome = run(arguments);
    CHECK_EXIT(outcome, ExitCode::Done);
    QVERIFY2(outcome.out.startsWith("Examples:\n  tessera-cli "), qPrintable(outcome.out));
    QVERIFY(outcome.out.contains("Usage: "));
    QVERIFY(outcome.err.isEmpty());
}

void CliTest::tellsItsVersion() {
    const Outcome outcome = run({"--version"});
    CHECK_EXIT(outcome, ExitCode::Done);
    QVERIFY2(outcome.out.startsWith("tessera-cli " TESSERA_VERSION), qPrintable(outcome.out));
}

void CliTest::refusesBadArguments_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("none") << QStringList{};
    QTest::newRow("unknown command") << QStringList{"sing"};
    QTest::newRow("unknown option") << QStringList{"read", "--loud", m_blank};
    QTest::newRow("no file") << QStringList{"read"};
    QTest::newRow("no question") << QStringList{"ask", m_blank};
    QTest::newRow("tokens are no number") << QStringList{"read", "--max-tokens", "x", m_blank};
    QTest::newRow("no tokens") << QStringList{"read", "--max-tokens", "0", m_blank};
    QTest::newRow("quiet and verbose") << QStringList{"-q", "-v", "doctor"};
    QTest::newRow("nothing to inspect") << QStringList{"inspect"};
    QTest::newRow("two things to inspect") << QStringList{"inspect", "--config", "--tensors"};
    QTest::newRow("tiles of nothing") << QStringList{"inspect", "--tiles"};
    QTest::newRow("page that is not there") << QStringList{"read", "--pages", "9", m_blank};
    QTest::newRow("pages that make no sense") << QStringList{"read", "--pages", "3-1", m_blank};
    QTest::newRow("tiles of no page") << QStringList{"inspect", "--tiles", "--page", "0", m_blank};
    QTest::newRow("device that is none") << QStringList{"--device", "abacus", "ask", m_blank, "x?"};
}

void CliTest::refusesBadArguments() {
    QFETCH(QStringList, arguments);
    const Outcome outcome = run(arguments);
    CHECK_EXIT(outcome, ExitCode::BadArguments);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY(!outcome.err.isEmpty());
}

void CliTest::explainsBadInput_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes"); // null: no such file
    QTest::addColumn<ExitCode>("code");
    QTest::newRow("missing") << "missing.pdf" << QByteArray() << ExitCode::FileAccess;
    QTest::newRow("empty") << "empty.pdf" << QByteArray("") << ExitCode::InvalidInput;
    QTest::newRow("text") << "notes.pdf" << QByteArray("just some notes") << ExitCode::InvalidInput;
    QTest::newRow("cut off") << "cut.png" << QByteArray("\x89PNG\r\n\x1a\n", 8)
                             << ExitCode::InvalidInput;
    QTest::newRow("header only") << "header.pdf" << QByteArray("%PDF-1.7\n")
                                 << ExitCode::InvalidInput;
}

void CliTest::explainsBadInput() {
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(ExitCode, code);
    const QString path = m_dir.filePath(name);
    if (!bytes.isNull()) {
        write(path, bytes);
    }
    const QVector<QStringList> commands{
        {"read", path}, {"ask", path, "x?"}, {"find", path, "x"}, {"inspect", "--tiles", path}};
    for (const QStringList& command : commands) {
        const Outcome outcome = run(command);
        CHECK_EXIT(outcome, code);
        QVERIFY(outcome.out.isEmpty());
        QCOMPARE(outcome.err.count("Error: "), 1);
        QVERIFY2(outcome.err.contains(name), qPrintable(outcome.err));
    }
}

void CliTest::explainsBadModels_data() {
    QTest::addColumn<QString>("config"); // null: no folder
    QTest::addColumn<ExitCode>("code");
    QTest::newRow("no folder") << QString() << ExitCode::ModelMissing;
    QTest::newRow("no config") << "" << ExitCode::ModelMissing;
    QTest::newRow("damaged") << "{" << ExitCode::ModelDamaged;
    QTest::newRow("another") << R"({"model_type": "llama"})" << ExitCode::ModelMissing;
    QTest::newRow("no weights") << R"({"model_type": "deepseek_vl_v2"})" << ExitCode::ModelDamaged;
}

void CliTest::explainsBadModels() {
    QFETCH(QString, config);
    QFETCH(ExitCode, code);
    const QTemporaryDir folder;
    const QString model = config.isNull() ? folder.filePath("none") : folder.path();
    if (!config.isEmpty()) {
        write(folder.filePath("config.json"), config.toUtf8());
    }
    const Outcome outcome = run({"read", "--model", model, sample("receipt.png"), m_blank});
    CHECK_EXIT(outcome, code);
    QVERIFY(outcome.out.isEmpty());
    QCOMPARE(outcome.err.count("Error: "), 1); // once, not for every page
    QVERIFY2(outcome.err.contains(model), qPrintable(outcome.err));
}

void CliTest::asksForAPassword() {
    const QString locked = QFINDTESTDATA("../data/documents/aes256.pdf");
    const Outcome without = run({"inspect", "--tiles", locked});
    CHECK_EXIT(without, ExitCode::Encrypted);
    QVERIFY(without.err.contains("--password-file"));
    const QString password = m_dir.filePath("password.txt");
    write(password, "wrong\n");
    CHECK_EXIT(run({"inspect", "--tiles", "--password-file", password, locked}),
               ExitCode::Encrypted);
    write(password, "pässword\r\n");
    CHECK_EXIT(run({"inspect", "--tiles", "--password-file", password, locked}), ExitCode::Done);
    CHECK_EXIT(run({"read", "--password-file", m_dir.filePath("nowhere"), locked}),
               ExitCode::FileAccess);
}

void CliTest::readsTheRestAfterABadFile() {
    const QString bad = m_dir.filePath("bad.png");
    write(bad, "no picture");
    const Outcome outcome = run({"read", "--json", bad, m_blank, m_dir.filePath("gone.pdf")});
    CHECK_EXIT(outcome, ExitCode::SomeFailed);
    QCOMPARE(outcome.err.count("Error: "), 2);
    const QJsonArray files = outcome.json()["files"].toArray();
    QCOMPARE(files.size(), 3);
    QCOMPARE(files[0]["error"]["code"].toString(), "not-a-document");
    QCOMPARE(files[0]["error"]["exitCode"].toInt(), 2);
    QVERIFY(!files[1]["error"].isObject());
    QCOMPARE(files[1]["pages"].toArray().size(), 1);
    QCOMPARE(files[2]["error"]["code"].toString(), "file-not-found");
}

void CliTest::readsFolders() {
    const QTemporaryDir folder;
    const Outcome empty = run({"read", folder.path()});
    CHECK_EXIT(empty, ExitCode::InvalidInput);
    QVERIFY(empty.err.contains("no documents in this folder"));
    QVERIFY(QFile::copy(m_blank, folder.filePath("page10.png")));
    QVERIFY(QFile::copy(m_blank, folder.filePath("page2.png")));
    const Outcome outcome = run({"read", "--json", folder.path()});
    CHECK_EXIT(outcome, ExitCode::Done);
    const QJsonArray files = outcome.json()["files"].toArray();
    QCOMPARE(files.size(), 2);
    QVERIFY(files[0]["file"].toString().endsWith("page2.png"));
}

void CliTest::readsStandardInput() {
    QProcess process;
    process.setStandardInputFile(m_blank);
    process.start(QStringLiteral(TESSERA_CLI), {"read", "--json", "-"});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 0);
    const auto json = QJsonDocument::fromJson(process.readAllStandardOutput());
    QCOMPARE(json["files"][0]["pages"][0]["width"].toInt(), 600);
}

void CliTest::readsABlankPage() {
    const Outcome outcome = run({"read", m_blank});
    CHECK_EXIT(outcome, ExitCode::Done);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY(outcome.err.isEmpty());
}

void CliTest::readsAsJson() {
    const Outcome outcome = run({"read", "--json", "--max-tokens", "4", sample("receipt.png")});
    CHECK_EXIT(outcome, ExitCode::Done);
    const QJsonObject json = outcome.json();
    QCOMPARE(json["schema"].toInt(), 1);
    QCOMPARE(json["interrupted"].toBool(true), false);
    const QJsonValue page = json["files"][0]["pages"][0];
    QCOMPARE(page["page"].toInt(), 1);
    QVERIFY(page["width"].toInt() > 0 && page["height"].toInt() > 0);
    QVERIFY(page["text"].isString());
    QVERIFY(page["run"]["answerTokens"].toInt() > 0);
    QVERIFY(page["run"]["seconds"]["vision"].toDouble() > 0);
    const QJsonArray lines = page["lines"].toArray();
    QVERIFY(!lines.isEmpty());
    for (const QJsonValue& line : lines) {
        QVERIFY(line["text"].isString());
        for (const QJsonValue& word : line["words"].toArray()) {
            const QJsonArray box = word["box"].toArray();
            QCOMPARE(box.size(), 4);
            QVERIFY(box[0].toDouble() >= 0 && box[2].toDouble() <= 1);
            QVERIFY(box[0].toDouble() < box[2].toDouble());
            QVERIFY(box[1].toDouble() < box[3].toDouble());
        }
    }
    // Not read to its end: said in the data and on stderr.
    QCOMPARE(page["complete"].toBool(true), false);
    QCOMPARE(page["run"]["end"].toString(), "tokenLimit");
    QVERIFY2(outcome.err.contains("receipt.png, page 1"), qPrintable(outcome.err));
}

void CliTest::findsAsJson() {
    const Outcome outcome = run({"find", "--json", sample("receipt.png"), "TOTAL"});
    CHECK_EXIT(outcome, ExitCode::Done);
    const QJsonObject json = outcome.json();
    QCOMPARE(json["schema"].toInt(), 1);
    QCOMPARE(json["phrase"].toString(), "TOTAL");
    const QJsonValue page = json["pages"][0];
    QCOMPARE(page["page"].toInt(), 1);
    QVERIFY(page["places"].isArray());
    QVERIFY(page["droppedPlaces"].isDouble());
}

void CliTest::answersAsJson() {
    const Outcome outcome =
        run({"ask", "--json", "--max-tokens", "20", sample("receipt.png"), "What is the total?"});
    CHECK_EXIT(outcome, ExitCode::Done);
    const QJsonObject json = outcome.json();
    QCOMPARE(json["schema"].toInt(), 1);
    QCOMPARE(json["question"].toString(), "What is the total?");
    QVERIFY(json["answer"].isString());
    QVERIFY(json["places"].isArray());
    QVERIFY2(outcome.err.contains("only looks up named fields"), qPrintable(outcome.err));
}

void CliTest::refusesWhatTheModelCannotDo() {
    const Outcome outcome = run({"ask", "--places", m_blank, "What is the total?"});
    CHECK_EXIT(outcome, ExitCode::BadArguments);
    QVERIFY2(outcome.err.contains("Nano") && outcome.err.contains("find phrases"),
             qPrintable(outcome.err));
}

void CliTest::showsTiles() {
    const QString out = m_dir.filePath("tiles");
    const Outcome outcome = run({"inspect", "--tiles", "--out", out, sample("letter.pdf")});
    CHECK_EXIT(outcome, ExitCode::Done);
    const QJsonObject plan = outcome.json();
    QCOMPARE(plan["schema"].toInt(), 1);
    QCOMPARE(plan["tileEdge"].toInt(), 384);
    QCOMPARE(plan["readingMode"].toString(), "packedRows");
    int tokens = 0;
    int tiles = 0;
    for (const QJsonValue& picture : plan["pictures"].toArray()) {
        tokens += picture["tokens"].toInt();
        const QJsonArray grid = picture["grid"].toArray();
        QCOMPARE(picture["tiles"].toArray().size(), grid[0].toInt() * grid[1].toInt() + 1);
        QVERIFY(!picture["rows"].toArray().isEmpty());
        for (const QJsonValue& tile : picture["tiles"].toArray()) {
            const QImage image(out + u'/' + tile.toString());
            QCOMPARE(image.size(), QSize(384, 384));
            ++tiles;
        }
    }
    QVERIFY(tiles > 0);
    QCOMPARE(tokens, plan["visualTokens"].toInt());
}

void CliTest::showsConfigAndTensors() {
    const Outcome config = run({"inspect", "--config"});
    CHECK_EXIT(config, ExitCode::Done);
    const QJsonObject language = config.json().value("language").toObject();
    QCOMPARE(language["hidden_size"].toInt(), 256);
    const Outcome tensors = run({"inspect", "--tensors", "--model", nano()});
    CHECK_EXIT(tensors, ExitCode::Done);
    const QStringList lines = tensors.out.split('\n', Qt::SkipEmptyParts);
    QVERIFY(lines.size() > 100);
    QVERIFY(lines.contains("language.lm_head.weight\tbf16\t(2048, 256)\t1048576"));
}

void CliTest::dumpsModules() {
    const QString folder = m_dir.filePath("dump");
    const Outcome outcome = run({"inspect", "--dump", folder, sample("receipt.png")});
    CHECK_EXIT(outcome, ExitCode::Done);
    QFile index(folder + "/index.json");
    QVERIFY(index.open(QIODevice::ReadOnly));
    const QJsonArray outputs = QJsonDocument::fromJson(index.readAll())["outputs"].toArray();
    QVERIFY(outputs.size() > 10);
    for (const QJsonValue& output : outputs) {
        QVERIFY(QFile::exists(folder + u'/' + output["file"].toString()));
    }
}

void CliTest::doctorListsTheModel() {
    const Outcome outcome = run({"doctor"});
    CHECK_EXIT(outcome, ExitCode::Done);
    QVERIFY(outcome.out.contains("Tessera Nano"));
    QVERIFY(outcome.out.contains("Qt"));
    QVERIFY(outcome.out.contains("cpu (CPU"));
    QVERIFY(outcome.out.contains(m_dir.filePath("hub")));
}

void CliTest::measuresAPage() {
    const Outcome outcome = run({"bench", "--page", "--json"});
    CHECK_EXIT(outcome, ExitCode::Done);
    const QJsonObject json = outcome.json();
    QCOMPARE(json["schema"].toInt(), 1);
    QVERIFY(json["totalSeconds"].toDouble() > 0);
    QVERIFY(json["peakBytes"].toDouble() > 1e6);
    const QJsonValue seconds = json["seconds"];
    const double sum = json["renderSeconds"].toDouble() + seconds["layout"].toDouble() +
                       seconds["vision"].toDouble() + seconds["prefill"].toDouble() +
                       seconds["decode"].toDouble();
    // The stages are nearly all of the time; nothing is counted twice.
    QVERIFY2(sum <= json["totalSeconds"].toDouble() * 1.001 &&
                 sum > json["totalSeconds"].toDouble() * 0.8,
             qPrintable(outcome.out));
}

void CliTest::computesNothingTwice() {
    const QString library = m_dir.filePath("reuse");
    const auto read = [&](const QStringList& more) {
        return run(QStringList{"--library", library, "read", "--json", "--max-tokens", "40",
                               sample("receipt.png")} +
                   more);
    };
    const auto pageOf = [](const Outcome& outcome) {
        return outcome.json()[u"files"][0][u"pages"][0].toObject();
    };
    const QJsonObject first = pageOf(read({}));
    QVERIFY(first[u"run"][u"keptSince"].isNull());
    const QJsonObject second = pageOf(read({}));
    QVERIFY(second[u"run"][u"keptSince"].isString());
    for (const char16_t* key : {u"page", u"width", u"height", u"text", u"lines", u"complete"}) {
        QCOMPARE(second[key], first[key]);
    }
    // Another limit is another result; the same file elsewhere is not.
    QVERIFY(pageOf(read({"--recompute"}))[u"run"][u"keptSince"].isNull());
    const QString copy = m_dir.filePath("copy.png");
    QVERIFY(QFile::copy(sample("receipt.png"), copy));
    const Outcome elsewhere =
        run({"--library", library, "read", "--json", "--max-tokens", "40", copy});
    QVERIFY(pageOf(elsewhere)[u"run"][u"keptSince"].isString());
    const Outcome longer =
        run({"--library", library, "read", "--json", "--max-tokens", "41", copy});
    QVERIFY(pageOf(longer)[u"run"][u"keptSince"].isNull());
    // Questions and phrases too; a model need not even be there.
    const QStringList ask{"--library",    library, "ask", "--json",
                          "--max-tokens", "20",    copy,  "total"};
    QVERIFY(run(ask).json()[u"run"][u"keptSince"].isNull());
    QVERIFY(run(ask).json()[u"run"][u"keptSince"].isString());
}

void CliTest::searchesTheLibrary() {
    const QString library = m_dir.filePath("search");
    const Outcome nothing = run({"--library", library, "search", "anything"});
    CHECK_EXIT(nothing, ExitCode::Done);
    QVERIFY(nothing.out.isEmpty());
    QVERIFY2(nothing.err.contains("Nothing was found"), qPrintable(nothing.err));
    const QJsonValue read =
        run({"--library", library, "read", "--json", "--max-tokens", "60", sample("receipt.png")})
            .json()[u"files"][0][u"pages"][0];
    QString word; // whatever the model has read, find it again
    for (const QJsonValue& line : read[u"lines"].toArray()) {
        for (const QJsonValue& candidate : line[u"words"].toArray()) {
            const QString text = candidate[u"text"].toString();
            const bool plain =
                std::all_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
            word = plain && text.size() > word.size() ? text : word;
        }
    }
    QVERIFY(word.size() >= 3);
    const Outcome found = run({"--library", library, "search", word});
    CHECK_EXIT(found, ExitCode::Done);
    QVERIFY2(found.out.contains("/receipt.png\t1\t"), qPrintable(found.out));
    const QJsonObject json = run({"--library", library, "search", "--json", word}).json();
    QCOMPARE(json[u"schema"].toInt(), 1);
    QCOMPARE(json[u"total"].toInt(), 1);
    const QJsonValue hit = json[u"hits"][0];
    QCOMPARE(hit[u"kind"].toString(), "page");
    QCOMPARE(hit[u"page"].toInt(), 1);
    QVERIFY(hit[u"snippet"].toString().contains(word));
    QVERIFY(!hit[u"boxes"].toArray().isEmpty());
    CHECK_EXIT(run({"--library", library, "search", "--in", sample("letter.pdf"), word}),
               ExitCode::Done);
    QVERIFY(
        run({"--library", library, "search", "--in", sample("letter.pdf"), word}).out.isEmpty());
}

void CliTest::exportsWhatIsKept() {
    const QString library = m_dir.filePath("exports");
    const auto exported = [&](const QStringList& more) {
        return run(QStringList{"--library", library, "export", sample("receipt.png")} + more);
    };
    const QString out = m_dir.filePath("receipt.pdf");
    const Outcome early = exported({"-o", out});
    CHECK_EXIT(early, ExitCode::NotRead);
    QVERIFY2(early.err.contains("receipt.png") && early.err.contains("tessera-cli read"),
             qPrintable(early.err));
    QVERIFY(!QFile::exists(out));
    const Outcome read =
        run({"--library", library, "read", "--max-tokens", "40", sample("receipt.png")});
    CHECK_EXIT(read, ExitCode::Done);
    // Without a model now.
    const Outcome text = exported({"--to", "txt", "--model", m_dir.filePath("no model")});
    CHECK_EXIT(text, ExitCode::Done);
    QCOMPARE(text.out.simplified(), read.out.simplified());
    CHECK_EXIT(exported({"-o", out}), ExitCode::Done);
    QFile file(out);
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().startsWith("%PDF-"));
    const Outcome again = exported({"-o", out});
    CHECK_EXIT(again, ExitCode::FileAccess);
    QVERIFY2(again.err.contains("--overwrite"), qPrintable(again.err));
    CHECK_EXIT(exported({"-o", out, "--overwrite"}), ExitCode::Done);
    CHECK_EXIT(exported({"--to", "alto", "-o", m_dir.path()}), ExitCode::Done);
    QVERIFY(QFile::exists(m_dir.filePath("receipt.alto.xml")));
    const QString stdoutFile = m_dir.filePath("stdout.pdf");
    CHECK_EXIT(
        run({"--library", library, "export", "--to", "pdf", "-o", "-", sample("receipt.png")},
            stdoutFile),
        ExitCode::Done);
    QFile piped(stdoutFile);
    file.close();
    QVERIFY(piped.open(QIODevice::ReadOnly) && file.open(QIODevice::ReadOnly));
    QCOMPARE(piped.readAll(), file.readAll());
}

void CliTest::exportsTextOfTheFile() {
    const Outcome text = run({"--no-library", "export", "--to", "md", sample("letter.pdf")});
    CHECK_EXIT(text, ExitCode::Done);
    QVERIFY(text.out.size() > 100);
    // Never over the document itself.
    CHECK_EXIT(run({"--no-library", "export", "--overwrite", sample("letter.pdf"), "-o",
                    sample("letter.pdf")}),
               ExitCode::FileAccess);
    const QString out = m_dir.filePath("many");
    const Outcome many = run({"--no-library", "export", sample("letter.pdf"), sample("invoice.pdf"),
                              m_blank, "--to", "json", "-o", out});
    CHECK_EXIT(many, ExitCode::SomeFailed);
    QVERIFY2(many.err.contains("blank.png"), qPrintable(many.err));
    QCOMPARE(QDir(out).entryList(QDir::Files), (QStringList{"invoice.json", "letter.json"}));
}

void CliTest::makesTables() {
    const QString library = m_dir.filePath("tables");
    const QString out = m_dir.filePath("answers.csv");
    const QString questions = m_dir.filePath("questions.txt");
    write(questions, "date\n\nAuthor\tWho wrote it?\n");
    const auto table = [&](const QStringList& more) {
        return run(QStringList{"--library", library, "table", sample("receipt.png"),
                               m_dir.filePath("gone.pdf"), "-Q", "total", "--questions", questions,
                               "--max-tokens", "8"} +
                   more);
    };
    const Outcome first = table({"--out", out});
    CHECK_EXIT(first, ExitCode::SomeFailed);
    QVERIFY2(first.err.contains("gone.pdf"), qPrintable(first.err));
    QVERIFY(first.out.isEmpty());
    QFile file(out);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray csv = file.readAll();
    QVERIFY2(csv.startsWith("document,pages,total,total (place),total (flag),date,"), csv);
    QVERIFY2(csv.left(200).contains(",Author (flag)\n"), csv);
    QVERIFY2(csv.contains("receipt.png,1,") && csv.contains("gone.pdf,,,,file-not-found"), csv);
    const Outcome again = table({"--out", out});
    CHECK_EXIT(again, ExitCode::FileAccess);
    QVERIFY2(again.err.contains("--overwrite"), qPrintable(again.err));
    // All from the library: the same bytes, without the model.
    const Outcome piped = table({"--out", "-", "--to", "csv"});
    CHECK_EXIT(piped, ExitCode::SomeFailed);
    QCOMPARE(piped.out.toUtf8(), csv);
}

void CliTest::refusesTables() {
    const auto table = [&](const QStringList& more) {
        return run(QStringList{"--no-library", "table", m_blank} + more);
    };
    CHECK_EXIT(table({"--out", "a.csv"}), ExitCode::BadArguments); // no question
    CHECK_EXIT(table({"--out", "a.doc", "-Q", "x"}), ExitCode::BadArguments);
    CHECK_EXIT(table({"--out", "-", "-Q", "x"}), ExitCode::BadArguments); // which format?
    CHECK_EXIT(table({"-Q", "x"}), ExitCode::BadArguments);
    CHECK_EXIT(table({"--out", "a.csv", "--questions", m_dir.filePath("none.txt")}),
               ExitCode::FileAccess);
    CHECK_EXIT(table({"--out", m_dir.filePath("none/a.csv"), "-Q", "x", "--max-tokens", "2"}),
               ExitCode::FileAccess);
}

void CliTest::refusesToExport_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no format") << QStringList{sample("letter.pdf")};
    QTest::newRow("unknown format") << QStringList{sample("letter.pdf"), "--to", "docx"};
    QTest::newRow("unknown suffix") << QStringList{sample("letter.pdf"), "-o", "a.docx"};
    QTest::newRow("folder to stdout") << QStringList{sample("letter.pdf"), "--to", "coco"};
    QTest::newRow("two to stdout")
        << QStringList{sample("letter.pdf"), sample("invoice.pdf"), "--to", "txt"};
    QTest::newRow("no such page") << QStringList{sample("letter.pdf"), "--to", "txt", "--pages",
                                                 "9"};
}

void CliTest::refusesToExport() {
    QFETCH(QStringList, arguments);
    const Outcome outcome = run(QStringList{"--no-library", "export"} + arguments);
    CHECK_EXIT(outcome, ExitCode::BadArguments);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY(!outcome.err.isEmpty());
}

void CliTest::worksWithoutALibrary() {
    const QString blocked = m_dir.filePath("blocked");
    write(blocked, "a file where the folder should be");
    const Outcome outcome = run({"--library", blocked, "read", m_blank});
    CHECK_EXIT(outcome, ExitCode::Done);
    QCOMPARE(outcome.err.count("Not kept in the library"), 1);
    CHECK_EXIT(run({"--library", blocked, "search", "x"}), ExitCode::FileAccess);
    CHECK_EXIT(run({"--no-library", "search", "x"}), ExitCode::BadArguments);
    QVERIFY(run({"--no-library", "read", m_blank}).err.isEmpty());
}

void CliTest::keepsQuiet() {
    const Outcome outcome = run({"-q", "read", "--max-tokens", "4", sample("receipt.png")});
    CHECK_EXIT(outcome, ExitCode::Done);
    QVERIFY2(outcome.err.isEmpty(), qPrintable(outcome.err));
}

void CliTest::noticesAFullDisk() {
    const Outcome outcome = run({"inspect", "--config"}, "/dev/full");
    CHECK_EXIT(outcome, ExitCode::WriteFailed);
}

void CliTest::stopsOnSignals_data() {
    QTest::addColumn<int>("signal");
    QTest::addColumn<ExitCode>("code");
    QTest::newRow("SIGINT") << SIGINT << ExitCode::Interrupted;
    QTest::newRow("SIGTERM") << SIGTERM << ExitCode::Stopped;
}

// Enough pages that it is still busy when the signal comes; the page in hand is dropped.
void CliTest::stopsOnSignals() {
    QFETCH(int, signal);
    QFETCH(ExitCode, code);
    QStringList arguments{"--no-library", "read", "--json", "-v"};
    for (int i = 0; i < 200; ++i) {
        arguments.append(sample("letter.pdf"));
    }
    QProcess process;
    process.start(QStringLiteral(TESSERA_CLI), arguments);
    process.setReadChannel(QProcess::StandardError);
    QByteArray err;
    while (!err.contains("page 1: ")) { // the first page is done
        QVERIFY(process.waitForReadyRead(60'000));
        err += process.readAll();
    }
    ::kill(static_cast<pid_t>(process.processId()), signal);
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), static_cast<int>(code));
    const auto json = QJsonDocument::fromJson(process.readAllStandardOutput());
    QCOMPARE(json["interrupted"].toBool(), true);
    const QJsonArray files = json["files"].toArray();
    QVERIFY(!files.isEmpty() && files.size() < 200);
    QVERIFY(files[0]["pages"][0]["text"].isString()); // what was done is kept
}

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/library.h"
#include "app/library/library_file.h"
#include "app/library/packed_result.h"
#include "app/library/result_key.h"
#include "app/library/reusing_analyzer.h"
#include "app/library/schema.h"
#include "tests/app/scripted_analyzer.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

using namespace app;

namespace {

const QByteArray kLetter = QByteArray(32, 'l');
const QByteArray kReport = QByteArray(32, 'r');

PageText textOf(const QStringList& lines) {
    PageText text;
    double top = 0.1;
    for (const QString& line : lines) {
        ReadLine read{line, QRectF(0.1, top, 0.8, 0.02), 0, {}};
        double left = 0.1;
        for (const QString& word : line.split(u' ')) {
            read.words.append({word, QRectF(left, top, 0.05, 0.02), 0.75F});
            left += 0.06;
        }
        text.lines.append(read);
        top += 0.03;
    }
    return text;
}

ResultRecord readingOf(const QByteArray& document, int page, const QStringList& lines,
                       const QByteArray& key) {
    ResultRecord record;
    record.key = key;
    record.model = {QByteArray(32, 'm'), "Nano", "1", "/models/nano"};
    record.prompt = "Read the text.";
    record.settings = "{}";
    record.origins = {{document, page, 200, {}}};
    record.pictures = {{QByteArray(32, char('0' + page)), QSize(100, 141)}};
    record.result.task = Task::Read;
    record.result.pageText = textOf(lines);
    record.result.text = record.result.pageText->plainText();
    record.result.tokens = {3, 1, 4};
    record.result.places = {{"a", QRectF(0.1, 0.2, 0.3, 0.4), 0, 7}};
    record.result.droppedPlaces = 2;
    record.result.end = AnswerEnd::Loop;
    record.result.promptTokens = 11;
    record.result.visualTokens = 12;
    record.result.answerTokens = 13;
    record.result.times = {0.25, 0.5, 0.75, 1.0};
    return record;
}

KeptTurn turnOf(qint64 place, const QString& question, const QString& answer, int page = 0) {
    KeptTurn turn;
    turn.place = place;
    turn.asked = {
        Task::Ask, question, {{page, QRectF(0.25, 0, 0.5, 1)}, {7, {}}}, AnswerFormat::Plain, true};
    turn.model = "Nano";
    turn.when = QDateTime::currentDateTime();
    turn.result.text = answer;
    turn.result.answerTokens = 5;
    turn.result.places = {{"total", QRectF(0.5, 0.5, 0.25, 0.125), 0, 0}};
    return turn;
}

DocumentRecord documentOf(const QByteArray& hash, const QString& title) {
    return {hash, title, "/home/anna/" + title, 3, 4711, QDateTime::currentDateTime()};
}

AnalysisRequest requestFor(const QString& question, QRgb colour = qRgb(255, 255, 255)) {
    AnalysisRequest request;
    request.task = Task::Ask;
    request.text = question;
    QImage page(8, 8, QImage::Format_RGB888);
    page.fill(QColor(colour));
    request.pages = {page};
    request.origins = {{kLetter, 0, 200, {}}};
    return request;
}

QStringList titlesAndPages(const LibraryHits& results) {
    QStringList found;
    for (const LibraryHit& hit : results.hits) {
        found.append(QStringLiteral("%1 %2").arg(hit.title).arg(hit.page));
    }
    return found;
}

QStringList marked(const LibraryHit& hit) {
    QStringList words;
    for (const LibraryHit::Mark& mark : hit.marks) {
        words.append(hit.snippet.mid(mark.start, mark.length));
    }
    return words;
}

} // namespace

class LibraryTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    LibraryOptions options() const { return {m_folder->path(), qint64{1} << 30}; }

    QString file() const { return LibraryFile::pathIn(m_folder->path()); }

private slots:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void givesBackWhatWasKept();
    void keepsResultsAcrossRuns();
    void replacesAResultThatIsComputedAgain();
    void knowsDocuments();
    void keepsWhatAPersonMade();
    void bringsTheLatestConversationBack();
    void leavesWhatWasPutAway();

    void findsWordsPartsAndChinese_data();
    void findsWordsPartsAndChinese();
    void marksWhatWasFound();
    void findsTitlesAndConversations();
    void searchesOneDocument();
    void putsWordsBeforePartsOfWords();
    void survivesHostileQueries();
    void lightsWordsOnThePage();

    void distinguishesWhatDeterminesAResult();
    void computesNothingTwice();
    void computesAgainWhenAsked();
    void keepsNothingThatWasCancelled();
    void answersWithoutALibrary();

    void evictsResultsButNoConversation();
    void refusesALaterSchema();
    void replacesAFileWhoseVersionIsNone();
    void migratesWithACopy();
    void opensEveryShape_data();
    void opensEveryShape();
    void movesADamagedFileAside();
    void movesAForeignFileAside();
    void rescuesWhatCanBeRead();
    void saysWhenTheFolderCannotBeUsed();
    void twoShareOneFile();
    void packedBytesAreNotTrusted();
};

void LibraryTest::givesBackWhatWasKept() {
    Library library(options());
    const ResultRecord record = readingOf(kLetter, 0, {"Dear Anna", "second line"}, "key");
    QVERIFY(library.keep(record).get());
    const auto found = library.result("key");
    QVERIFY(found && *found);
    const AnalysisResult& result = **found;
    QCOMPARE(result.text, record.result.text);
    QCOMPARE(result.tokens, record.result.tokens);
    QCOMPARE(result.pageText->toJson(), record.result.pageText->toJson());
    QCOMPARE(result.places.size(), 1);
    QCOMPARE(result.places[0].box, QRectF(0.1, 0.2, 0.3, 0.4));
    QCOMPARE(result.places[0].textOffset, 7);
    QCOMPARE(result.droppedPlaces, 2);
    QCOMPARE(result.end, AnswerEnd::Loop);
    QCOMPARE(result.promptTokens, 11);
    QCOMPARE(result.visualTokens, 12);
    QCOMPARE(result.answerTokens, 13);
    QCOMPARE(result.times.prefill, 0.75);
    QVERIFY(result.keptSince.isValid());
    QVERIFY(!*library.result("another key"));
    const auto picture = library.picture({kLetter, 0, 200, {}});
    QCOMPARE(picture->size, QSize(100, 141));
    QVERIFY(library.picture({kLetter, 0, 300, {}})->hash.isEmpty());
    QCOMPARE((*library.pageText(kLetter, 0))->plainText(), record.result.text);
    QVERIFY(!*library.pageText(kLetter, 1));
}

void LibraryTest::keepsResultsAcrossRuns() {
    { Library(options()).keep(readingOf(kLetter, 0, {"text"}, "key")); }
    Library library(options());
    QVERIFY(*library.result("key"));
    QVERIFY(QFile::permissions(m_folder->path()) ==
            (QFile::permissions(m_folder->path()) & ~(QFile::ReadGroup | QFile::ReadOther)));
}

void LibraryTest::replacesAResultThatIsComputedAgain() {
    Library library(options());
    library.keep(readingOf(kLetter, 0, {"first"}, "key"));
    QVERIFY(library.keep(readingOf(kLetter, 0, {"second"}, "key")).get());
    QCOMPARE((*library.result("key"))->text, "second");
    QCOMPARE(library.search({"first"})->total, 0);
    QCOMPARE(library.search({"second"})->total, 1);
}

void LibraryTest::knowsDocuments() {
    Library library(options());
    library.keep(documentOf(kLetter, "letter.pdf"));
    DocumentRecord later = documentOf(kReport, "report.pdf");
    later.seen = later.seen.addSecs(60);
    QVERIFY(library.keep(later).get());
    const auto found = library.document(kLetter);
    QCOMPARE((*found)->title, "letter.pdf");
    QCOMPARE((*found)->path, "/home/anna/letter.pdf");
    QCOMPARE((*found)->pages, 3);
    QCOMPARE((*found)->bytes, 4711);
    QCOMPARE(library.recentDocuments(1)->first().title, "report.pdf");
    QVERIFY(!*library.document("unknown"));
}

void LibraryTest::keepsWhatAPersonMade() {
    Library library(options());
    library.keep(readingOf(kLetter, 0, {"Dear Anma", "second"}, "key"));
    ProofPage proof = ProofPage::of(textOf({"Dear Anma", "second"}));
    proof.lines[0].checked = "Dear Anna";
    const Box box{0, 2, QRectF(0.25, 0.5, 0.25, 0.125), "stamp", BoxSource::Find, "the stamp"};
    library.keepBoxes(kLetter, {box, box});
    library.keepBoxes(kLetter, {box});
    QVERIFY(library.keepProof(kLetter, 0, proof).get());
    QCOMPARE((*library.pageText(kLetter, 0))->lines[0].text, "Dear Anna");
    QCOMPARE(library.search({"Anna"})->total, 1);
    QCOMPARE(library.search({"Anma"})->total, 0);
    // Read again, a person's text stays.
    QVERIFY(library.keep(readingOf(kLetter, 0, {"Dear Annm", "second"}, "other key")).get());
    QCOMPARE(library.search({"Anna"})->total, 1);
    const auto proofs = library.proofs(kLetter);
    QCOMPARE(proofs->size(), 1);
    QCOMPARE(proofs->value(0).lines[0].read.text, "Dear Anma");
    QCOMPARE(*proofs->value(0).lines[0].checked, "Dear Anna");
    QVERIFY(!proofs->value(0).lines[1].checked);
    const auto boxes = library.boxes(kLetter);
    QCOMPARE(boxes->size(), 1);
    QCOMPARE(boxes->first().place, box.place);
    QCOMPARE(boxes->first().page, 2);
    QCOMPARE(boxes->first().label, "stamp");
    QCOMPARE(boxes->first().source, BoxSource::Find);
    QCOMPARE(boxes->first().origin, "the stamp");
    // Taken back: what was read last is there again.
    proof.lines[0].checked.reset();
    QVERIFY(library.keepProof(kLetter, 0, proof).get());
    QCOMPARE((*library.pageText(kLetter, 0))->lines[0].text, "Dear Annm");
    QCOMPARE(library.search({"Annm"})->total, 1);
}

void LibraryTest::bringsTheLatestConversationBack() {
    {
        Library library(options());
        library.keepTurn(kLetter, "older", turnOf(0, "q", "a"));
        library.keepTurn(kLetter, "newer", turnOf(0, "What is the total?", "$45.20"));
        library.keepTurn(kLetter, "newer", turnOf(1, "And the", "half"));
        library.keepTurn(kLetter, "newer", turnOf(1, "And the date?", "2 May", 2));
    }
    Library library(options());
    const auto kept = library.conversation(kLetter);
    QVERIFY(kept && *kept);
    QCOMPARE((*kept)->name, "newer");
    QCOMPARE((*kept)->turns.size(), 2);
    const KeptTurn& turn = (*kept)->turns[1];
    QCOMPARE(turn.asked.text, "And the date?");
    QCOMPARE(turn.asked.parts, turnOf(0, {}, {}, 2).asked.parts);
    QCOMPARE(turn.asked.format, AnswerFormat::Plain);
    QVERIFY(turn.asked.keepsHistory);
    QCOMPARE(turn.model, "Nano");
    QCOMPARE(turn.result.text, "2 May");
    QCOMPARE(turn.result.answerTokens, 5);
    QCOMPARE(turn.result.places[0].box, QRectF(0.5, 0.5, 0.25, 0.125));
    QVERIFY(!*library.conversation(kReport));
}

void LibraryTest::leavesWhatWasPutAway() {
    Library library(options());
    library.keepTurn(kLetter, "talk", turnOf(0, "What is the total?", "$45.20"));
    QVERIFY(library.putAway("talk").get());
    QVERIFY(!*library.conversation(kLetter));
    QCOMPARE((*library.conversationNamed("talk"))->turns.size(), 1);
    QCOMPARE(library.search({"total"})->total, 1);
    QVERIFY(library.dropTurn("talk", 0).get());
    QCOMPARE((*library.conversationNamed("talk"))->turns.size(), 0);
    QCOMPARE(library.search({"total"})->total, 0);
}

void LibraryTest::findsWordsPartsAndChinese_data() {
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("found");
    const QStringList none;
    const QStringList letter{"letter.pdf 0"};
    const QStringList chinese{"发票.pdf 1"};
    QTest::newRow("word") << "deadline" << letter;
    QTest::newRow("another case") << "DEADLINE" << letter;
    QTest::newRow("beginning") << "dead" << letter;
    QTest::newRow("part") << "eadlin" << letter;
    QTest::newRow("short beginning") << "de" << letter;
    QTest::newRow("accents") << "cafe" << letter;
    QTest::newRow("number with a point") << "45.20" << letter;
    QTest::newRow("all words") << "total cafe" << letter;
    QTest::newRow("one is missing") << "total nowhere" << none;
    QTest::newRow("together") << "\"the total\"" << letter;
    QTest::newRow("not together") << "\"total the\"" << none;
    QTest::newRow("typographic quotes") << "“the total”" << letter;
    QTest::newRow("two Chinese characters") << "金额" << chinese;
    QTest::newRow("one Chinese character") << "额" << chinese;
    QTest::newRow("many Chinese characters") << "合同总金额" << chinese;
    QTest::newRow("Chinese in another order") << "额金" << none;
    QTest::newRow("Chinese with a number") << "第12条" << chinese;
    QTest::newRow("beyond U+FFFF") << "𠮷" << chinese;
    QTest::newRow("Korean") << "계약" << chinese;
    QTest::newRow("Greek") << "συμβ" << letter;
    QTest::newRow("nothing") << "" << none;
    QTest::newRow("only signs") << "--" << none;
}

void LibraryTest::findsWordsPartsAndChinese() {
    QFETCH(QString, query);
    QFETCH(QStringList, found);
    Library library(options());
    library.keep(documentOf(kLetter, "letter.pdf"));
    library.keep(documentOf(kReport, "发票.pdf"));
    library.keep(
        readingOf(kLetter, 0, {"The deadline at the café: the total is $45.20", "Συμβόλαιο"}, "1"));
    library.keep(
        readingOf(kReport, 1, {"本合同总金额为三千元", "第12条 𠮷野家", "전자계약서"}, "2"));
    library.waitUntilMade();
    const auto results = library.search({query});
    QVERIFY(results);
    QCOMPARE(titlesAndPages(*results), found);
    QCOMPARE(results->total, found.size());
}

void LibraryTest::marksWhatWasFound() {
    Library library(options());
    library.keep(readingOf(kLetter, 0, {"The total of\nall totals", "合同总金额为三千元"}, "1"));
    library.waitUntilMade();
    QCOMPARE(marked(library.search({"total"})->hits[0]), (QStringList{"total", "totals"}));
    QCOMPARE(marked(library.search({"otal"})->hits[0]), (QStringList{"otal", "otal"}));
    const LibraryHit chinese = library.search({"总金额"})->hits[0];
    QCOMPARE(marked(chinese), QStringList{"总金额"});
    QVERIFY(!chinese.snippet.contains(QChar(0x200B)));
    QVERIFY(!chinese.snippet.contains(u'\n'));
}

void LibraryTest::findsTitlesAndConversations() {
    Library library(options());
    library.keep(documentOf(kLetter, "Anna's lease.pdf"));
    library.keepTurn(kLetter, "talk", turnOf(0, "Who pays the heating?", "The tenant does.", 2));
    library.waitUntilMade();
    const LibraryHit title = library.search({"lease"})->hits.at(0);
    QCOMPARE(title.kind, LibraryHit::Kind::Title);
    QCOMPARE(title.document, kLetter);
    QCOMPARE(title.path, "/home/anna/Anna's lease.pdf");
    const LibraryHit turn = library.search({"tenant heating"})->hits.at(0);
    QCOMPARE(turn.kind, LibraryHit::Kind::Turn);
    QCOMPARE(turn.conversation, "talk");
    QCOMPARE(turn.turn, 0);
    QCOMPARE(turn.page, 2);

    // What a finding answers are places, which nobody reads.
    KeptTurn finding = turnOf(1, "the deposit", "<|ref|>the deposit<|/ref|>[[1, 2, 3, 4]]");
    finding.asked.task = Task::Find;
    library.keepTurn(kLetter, "talk", finding);
    library.waitUntilMade();
    QCOMPARE(library.search({"deposit"})->hits.at(0).snippet, QStringLiteral("the deposit"));
    QVERIFY(library.search({"ref"})->hits.isEmpty());
}

void LibraryTest::searchesOneDocument() {
    Library library(options());
    library.keep(readingOf(kLetter, 0, {"apples"}, "1"));
    library.keep(readingOf(kReport, 0, {"apples"}, "2"));
    library.waitUntilMade();
    QCOMPARE(library.search({"apples"})->total, 2);
    const auto one = library.search({"apples", kReport});
    QCOMPARE(one->total, 1);
    QCOMPARE(one->hits[0].document, kReport);
    QCOMPARE(library.search({"ppl", kReport})->total, 1);
}

void LibraryTest::putsWordsBeforePartsOfWords() {
    Library library(options());
    library.keep(readingOf(kLetter, 0, {"heart heart heart heart"}, "1"));
    library.keep(readingOf(kLetter, 1, {"a long line about work of art and other things"}, "2"));
    library.waitUntilMade();
    const auto results = library.search({"art"});
    QCOMPARE(results->total, 2);
    QCOMPARE(results->hits[0].page, 1);
    QCOMPARE(library.search({"art", {}, 1})->hits.size(), 1);
    QCOMPARE(library.search({"art", {}, 1})->total, 2);
}

void LibraryTest::survivesHostileQueries() {
    Library library(options());
    library.keep(readingOf(kLetter, 0, {"plain text"}, "1"));
    library.waitUntilMade();
    for (const char* query :
         {"\"", "\"\"\"", "text OR", "NEAR(", "text*", "^text", "text:", "a' OR 1=1 --", "{text}",
          "-text", "text AND AND", "\\", "te\"xt", "%%%", "***"}) {
        const auto results = library.search({QString::fromUtf8(query)});
        QVERIFY2(results, query);
    }
    QVERIFY(library.search({QString(100'000, u'x')}));
    QVERIFY(library.search({QStringLiteral("ab ").repeated(500)}));
    QVERIFY(library.search({QString(QChar(0xD800)) + QChar(u'x')}));
}

void LibraryTest::lightsWordsOnThePage() {
    const PageText text = textOf({"The Total sum", "totals of café"});
    const QVector<QRectF> total = placesOfTerms(text, {"total"});
    QCOMPARE(total, (QVector<QRectF>{text.lines[0].words[1].box, text.lines[1].words[0].box}));
    QCOMPARE(placesOfTerms(text, {"total sum"}),
             (QVector<QRectF>{text.lines[0].words[1].box, text.lines[0].words[2].box}));
    QCOMPARE(placesOfTerms(text, {"CAFE"}), QVector<QRectF>{text.lines[1].words[2].box});
    PageText noWords;
    noWords.lines.append({"The total", QRectF(0, 0, 1, 0.1), 0, {}});
    QCOMPARE(placesOfTerms(noWords, {"total"}), QVector<QRectF>{QRectF(0, 0, 1, 0.1)});
    QVERIFY(placesOfTerms(noWords, {"sum"}).isEmpty());
}

void LibraryTest::distinguishesWhatDeterminesAResult() {
    ModelInUse model;
    model.identity.hash = "m";
    const QVector<KnownPicture> page{{"p", QSize(1, 1)}};
    const AnalysisRequest request = requestFor("q");
    const QByteArray key = *resultKey(request, page, model);
    QSet<QByteArray> keys{key};
    const auto other = [&](const AnalysisRequest& changed, const ModelInUse& changedModel,
                           const QVector<KnownPicture>& changedPage) {
        const QByteArray next = *resultKey(changed, changedPage, changedModel);
        const bool isNew = !keys.contains(next);
        keys.insert(next);
        return isNew;
    };
    AnalysisRequest changed = request;
    changed.task = Task::Find;
    QVERIFY(other(changed, model, page));
    changed = request;
    changed.text = "Q";
    QVERIFY(other(changed, model, page));
    changed = request;
    changed.lines = {QRectF(0, 0, 1, 1)};
    QVERIFY(other(changed, model, page));
    changed = request;
    changed.history = {{"before", "answer", {1}, Task::Ask}};
    QVERIFY(other(changed, model, page));
    changed = request;
    changed.maxNewTokens = 7;
    QVERIFY(other(changed, model, page));
    ModelInUse changedModel = model;
    changedModel.identity.hash = "n";
    QVERIFY(other(request, changedModel, page));
    changedModel = model;
    changedModel.card.readPrompt = "Read!";
    QVERIFY(other(request, changedModel, page));
    changedModel = model;
    changedModel.card.packedRows.rowHeight = 30;
    QVERIFY(other(request, changedModel, page));
    changedModel = model;
    changedModel.eighteenTiles = true;
    QVERIFY(other(request, changedModel, page));
    changedModel = model;
    changedModel.weights = WeightBits::Eight;
    QVERIFY(other(request, changedModel, page));
    changedModel.weights = WeightBits::Four;
    QVERIFY(other(request, changedModel, page));
    QVERIFY(other(request, model, {{"o", QSize(1, 1)}}));
    QVERIFY(other(request, model, {page[0], page[0]}));

    changed = request; // these say nothing about the result
    changed.id = 99;
    changed.origins.clear();
    changed.reuse = Reuse::Recompute;
    changed.maxNewTokens = model.card.maxNewTokens;
    QCOMPARE(*resultKey(changed, page, model), key);
    changed.temperature = 0.5;
    QVERIFY(!resultKey(changed, page, model));

    QImage picture(5, 3, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QCOMPARE(knownPicture(picture).hash,
             knownPicture(picture.convertToFormat(QImage::Format_RGB888)).hash);
    picture.setPixelColor(4, 2, Qt::blue);
    QVERIFY(knownPicture(picture).hash != knownPicture(picture.scaled(5, 3).mirrored()).hash);
}

// --- reuse ---

void LibraryTest::computesNothingTwice() {
    const auto script = std::make_shared<Script>();
    {
        Library library(options());
        ReusingAnalyzer analyzer(std::make_unique<ScriptedAnalyzer>(script), library);
        QVERIFY(analyzer.open({}));
        for (const QString& question : QStringList{"one", "two", "one", "two"}) {
            const auto result = analyzer.run(requestFor(question), [](const QString&) {}, {});
            QCOMPARE(result->text, question);
        }
        QCOMPARE(script->asked().size(), 2);
        analyzer.run(requestFor("one", qRgb(1, 2, 3)), [](const QString&) {}, {});
        QCOMPARE(script->asked().size(), 3);
    }
    Library library(options());
    ReusingAnalyzer analyzer(std::make_unique<ScriptedAnalyzer>(script), library);
    QVERIFY(analyzer.open({}));
    AnalysisRequest request = requestFor("two");
    request.id = 77;
    const auto result = analyzer.run(request, [](const QString&) {}, {});
    QCOMPARE(result->id, 77U);
    QVERIFY(result->keptSince.isValid());
    QCOMPARE(script->asked().size(), 3);
    request.pages.clear(); // known by its origin, whose latest picture is the coloured one
    request.text = "one";
    ResultReuse reuse(library);
    reuse.setModel(scriptedModel().card, {});
    const auto found = reuse.find(request);
    QVERIFY(found);
    QCOMPARE(found->text, "one");
}

void LibraryTest::computesAgainWhenAsked() {
    const auto script = std::make_shared<Script>();
    int count = 0;
    script->answer = [&](const AnalysisRequest&) {
        return ScriptedAnswer{QString::number(++count)};
    };
    Library library(options());
    ReusingAnalyzer analyzer(std::make_unique<ScriptedAnalyzer>(script), library);
    QVERIFY(analyzer.open({}));
    AnalysisRequest request = requestFor("q");
    const auto run = [&] {
        return analyzer.run(request, [](const QString&) {}, {})->text;
    };
    QCOMPARE(run(), "1");
    request.reuse = Reuse::Recompute;
    QCOMPARE(run(), "2");
    request.reuse = Reuse::Allowed;
    QCOMPARE(run(), "2"); // the new one is kept
    request.temperature = 1;
    QCOMPARE(run(), "3");
    QCOMPARE(run(), "4");
}

void LibraryTest::keepsNothingThatWasCancelled() {
    const auto script = std::make_shared<Script>();
    Library library(options());
    ReusingAnalyzer analyzer(std::make_unique<ScriptedAnalyzer>(script), library);
    QVERIFY(analyzer.open({}));
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(analyzer
                 .run(
                     requestFor("q"), [](const QString&) {}, stop.get_token())
                 ->end,
             AnswerEnd::Cancelled);
    QCOMPARE(analyzer.run(requestFor("q"), [](const QString&) {}, {})->end, AnswerEnd::Complete);
    QCOMPARE(script->asked().size(), 2);
}

void LibraryTest::answersWithoutALibrary() {
    const QString blocked = m_folder->filePath("file");
    QVERIFY(QFile(blocked).open(QIODevice::WriteOnly));
    const auto script = std::make_shared<Script>();
    Library library({blocked, 1 << 30});
    ReusingAnalyzer analyzer(std::make_unique<ScriptedAnalyzer>(script), library);
    QVERIFY(analyzer.open({}));
    QCOMPARE(analyzer.run(requestFor("q"), [](const QString&) {}, {})->text, "q");
}

// --- the file ---

void LibraryTest::evictsResultsButNoConversation() {
    LibraryOptions small = options();
    small.mostBytes = 600'000;
    {
        Library library(small);
        library.keepTurn(kLetter, "talk", turnOf(0, "precious question", "precious answer"));
        for (int page = 0; page < 400; ++page) {
            QStringList lines;
            for (int line = 0; line < 40; ++line) {
                lines.append(
                    QStringLiteral("page%1 line%2 filler%3").arg(page).arg(line).arg(line * page));
            }
            library.keep(readingOf(kReport, page, lines, "key" + QByteArray::number(page)));
        }
    }
    QVERIFY2(QFileInfo(file()).size() < 900'000,
             qPrintable(QString::number(QFileInfo(file()).size())));
    Library library(small);
    QVERIFY(!*library.result("key0"));
    QVERIFY(*library.result("key399"));
    QCOMPARE(library.search({"page0"})->total, 0);
    QVERIFY(library.search({"page399"})->total > 0);
    QCOMPARE((*library.conversation(kLetter))->turns.size(), 1);
    QCOMPARE(library.search({"precious"})->total, 1);
}

void LibraryTest::refusesALaterSchema() {
    { Library(options()).keep(readingOf(kLetter, 0, {"text"}, "key")); }
    { // which may have other tables
        Database(file(), Database::Access::Write)
            .script("ALTER TABLE model_files RENAME TO files_of_models; PRAGMA user_version=99");
    }
    Library library(options());
    QCOMPARE(library.opened().error().code, FailureCode::LibraryFromLater);
    QCOMPARE(library.result("key").error().code, FailureCode::LibraryFromLater);
    QCOMPARE(library.keep(documentOf(kLetter, "x")).get().error().code,
             FailureCode::LibraryFromLater);
    QCOMPARE(QDir(m_folder->path()).entryList({"*damaged*"}).size(), 0);
}

void LibraryTest::replacesAFileWhoseVersionIsNone() {
    for (const char* version : {"0", "1", "3", "67108866", "-2"}) {
        const QTemporaryDir folder;
        LibraryOptions here;
        here.folder = folder.path();
        { Library(here).keep(readingOf(kLetter, 0, {"text"}, "key")); }
        Database(LibraryFile::pathIn(here.folder), Database::Access::Write)
            .script(QByteArray("PRAGMA user_version=").append(version).constData());
        Library library(here);
        QVERIFY2(library.opened(), version);
        QVERIFY2(*library.result("key"), version);
        QCOMPARE(QDir(here.folder).entryList({"library.damaged-*.db"}).size(), 1);
    }
}

void LibraryTest::migratesWithACopy() {
    { // the first schema that there was, with a document in it
        Database old(file(), Database::Access::Write);
        old.script(schemaSteps()[0]);
        old.script("PRAGMA application_id=1415934835; PRAGMA user_version=1");
        old.run("INSERT INTO documents VALUES (1, ?, 'old.pdf', 1, 1, 1, 1)", kLetter);
    }
    Library library(options());
    QCOMPARE((*library.document(kLetter))->title, "old.pdf");
    QVERIFY(library.keep(readingOf(kLetter, 0, {"new text"}, "key")).get());
    QCOMPARE(library.search({"new"})->total, 1);
    Database copy(file() + ".before-2", Database::Access::Read);
    QCOMPARE(copy.number("PRAGMA user_version"), 1);
    QCOMPARE(copy.number("SELECT count(*) FROM documents"), 1);
}

void LibraryTest::opensEveryShape_data() {
    QTest::addColumn<QString>("shape");
    QTest::addColumn<bool>("isOfToday");
    QTest::newRow("the first") << "shape-1" << false;
    QTest::newRow("sizes of pictures, no triggers") << "shape-2" << false;
    QTest::newRow("today's") << "shape-3" << true;
}

// Every shape of the database that was in use: nothing that a person made and nothing that was
// computed is lost, and a file that is replaced is kept.
void LibraryTest::opensEveryShape() {
    QFETCH(const QString, shape);
    QFETCH(const bool, isOfToday);
    const ResultRecord record = readingOf(kLetter, 0, {"Dear Anna"}, "key");
    const KeptTurn turn = turnOf(0, "precious question", "precious answer");
    ProofPage proof = ProofPage::of(*record.result.pageText);
    proof.lines[0].checked = QStringLiteral("Dear Hannah");
    {
        QFile schema(QStringLiteral(TESSERA_SOURCE_DIR "/tests/data/library/%1.sql").arg(shape));
        QVERIFY(schema.open(QIODevice::ReadOnly));
        Database old(file(), Database::Access::Write);
        old.script(schema.readAll());
        old.run("INSERT INTO documents VALUES (1, ?, 'old.pdf', 1, 1, 1, 1)", kLetter);
        old.run("INSERT INTO models VALUES (1, 'm', 'Nano', '1', '/nano')");
        old.run("INSERT INTO prompts VALUES (1, 'Read.')");
        old.run("INSERT INTO results VALUES (1, ?, 1, 0, 1, '{}', ?, 0, 0, 1, 1, 1, 1, 1, 1, 1, ?, "
                "1, 1)",
                record.key, record.result.text, packed(record.result));
        old.run("INSERT INTO corrections VALUES (1, 0, ?, ?, 1)", packedText(proof.asChecked()),
                packedProof(proof));
        old.run("INSERT INTO boxes VALUES (1, 0, 0, 0.1, 0.1, 0.2, 0.2, 'total', 0, '')");
        old.run("INSERT INTO conversations VALUES (1, 'talk', 1, 0, 1, 1)");
        old.run("INSERT INTO turns VALUES (1, 1, 0, 1, ?, 0, ?, 'Nano', x'', 1)", turn.asked.text,
                turn.result.text);
    }
    Library library(options());
    QVERIFY(library.opened());
    QCOMPARE((*library.document(kLetter))->title, "old.pdf");
    const auto result = library.result(record.key);
    QVERIFY(result && *result);
    QCOMPARE((*result)->text, record.result.text);
    QCOMPARE(library.proofs(kLetter)->value(0).lines[0].text(), "Dear Hannah");
    QCOMPARE(library.boxes(kLetter)->value(0).label, "total");
    QCOMPARE((*library.conversation(kLetter))->turns.value(0).result.text, turn.result.text);
    QVERIFY(library.keep(readingOf(kReport, 3, {"new text"}, "new")).get());
    QCOMPARE(library.search({"new text"})->total, 1);
    QCOMPARE(QDir(m_folder->path()).entryList({"library.damaged-*.db"}).size(), isOfToday ? 0 : 1);
}

void LibraryTest::movesADamagedFileAside() {
    const QByteArray rubbish(10'000, '#');
    {
        QFile damaged(file());
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write(rubbish) == rubbish.size());
    }
    QVector<Failure> told;
    Library library(options(), [&](const Failure& failure) { told.append(failure); });
    QVERIFY(library.keep(readingOf(kLetter, 0, {"text"}, "key")).get());
    QVERIFY(*library.result("key"));
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0].code, FailureCode::LibraryDamaged);
    QFile aside(told[0].subject);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), rubbish);
}

void LibraryTest::movesAForeignFileAside() {
    { Database(file(), Database::Access::Write).script("CREATE TABLE bookmarks (url TEXT)"); }
    Library library(options());
    QVERIFY(library.opened());
    QCOMPARE(QDir(m_folder->path()).entryList({"library.damaged-*.db"}).size(), 1);
}

void LibraryTest::rescuesWhatCanBeRead() {
    {
        Library library(options());
        library.keep(documentOf(kLetter, "letter.pdf"));
        library.keepTurn(kLetter, "talk", turnOf(0, "precious question", "precious answer"));
        for (int page = 0; page < 50; ++page) {
            library.keep(readingOf(kReport, page, {QStringLiteral("page%1").arg(page)},
                                   "key" + QByteArray::number(page)));
        }
    }
    { // the index of keys is broken: a check finds that, rows can be read
        QFile damaged(file());
        Database look(file(), Database::Access::Read);
        const qint64 root = look.number(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_results_1'");
        QVERIFY(damaged.open(QIODevice::ReadWrite) && damaged.seek((root - 1) * 4096));
        damaged.write(QByteArray(4096, '\xff'));
    }
    Library library(options());
    QVERIFY(*library.result("key7")); // damage is noticed here, and made good
    QCOMPARE((*library.conversation(kLetter))->turns.size(), 1);
    QCOMPARE(library.search({"page49"})->total, 1);
    QCOMPARE(QDir(m_folder->path()).entryList({"library.damaged-*.db"}).size(), 1);
}

void LibraryTest::saysWhenTheFolderCannotBeUsed() {
    const QString blocked = m_folder->filePath("file");
    QVERIFY(QFile(blocked).open(QIODevice::WriteOnly));
    Library library({blocked, 1 << 30});
    QCOMPARE(library.opened().error().code, FailureCode::LibraryUnavailable);
    QCOMPARE(library.search({"x"}).error().code, FailureCode::LibraryUnavailable);
}

void LibraryTest::twoShareOneFile() {
    Library one(options());
    Library other(options());
    std::vector<Library::Made> made;
    for (int page = 0; page < 50; ++page) {
        made.push_back(
            one.keep(readingOf(kLetter, page, {"one"}, "1-" + QByteArray::number(page))));
        made.push_back(
            other.keep(readingOf(kReport, page, {"other"}, "2-" + QByteArray::number(page))));
    }
    for (Library::Made& change : made) {
        QVERIFY(change.get());
    }
    QCOMPARE(one.search({"other"})->total, 50);
    QCOMPARE(other.search({"one"})->total, 50);
}

void LibraryTest::packedBytesAreNotTrusted() {
    QLoggingCategory::setFilterRules("default.warning=false"); // zlib's, of every damaged byte
    const AnalysisResult result = readingOf(kLetter, 0, {"some text"}, "key").result;
    const QByteArray bytes = packed(result);
    AnalysisResult back;
    QVERIFY(unpack(bytes, &back));
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        QByteArray damaged = bytes;
        damaged[at] = char(damaged[at] ^ 0x10);
        AnalysisResult untouched;
        const bool accepted = unpack(damaged, &untouched);
        QVERIFY(!accepted || untouched.pageText.has_value());
        QVERIFY(accepted || untouched.tokens.isEmpty());
        unpack(bytes.left(at), &untouched);
        unpackedText(damaged);
    }
    QByteArray huge = bytes;
    huge.replace(4, 4, QByteArray(4, '\xff')); // claims four gigabytes
    QVERIFY(!unpack(huge, &back));
}

QTEST_GUILESS_MAIN(LibraryTest)
#include "tst_library.moc"

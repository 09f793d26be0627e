// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bulk jobs: what is written where, what is read and what is not, how a job ends and goes on.
#include "app/bulk/runner.h"
#include "app/documents/document_opener.h"
#include "tests/app/bulk_folder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace app;
using bulk::filesIn;
using pages::contentOf;

namespace {

QMap<QString, QJsonObject> reportIn(const QString& folder, const Shard& shard = {}) {
    QMap<QString, QJsonObject> documents;
    for (const QByteArray& line : contentOf(QDir(folder).filePath(reportName(shard))).split('\n')) {
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        if (!json.isEmpty()) {
            documents.insert(json[QStringLiteral("document")].toString(), json);
        }
    }
    return documents;
}

} // namespace

class BulkTest final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void writesEachDocumentAtItsPlace();
    void makesSearchablePdfs();
    void readsNothingTwice();
    void goesOnWhereItWasStopped();
    void goesOnAfterBadFilesAndPages();
    void flagsPagesThatDidNotEnd();
    void takesOwnTextAsTold();
    void takesWhatAPersonHasCorrected();
    void leavesOtherFilesAlone();
    void neverReplacesAnInput();
    void doesNotReadItsOwnOutputs();
    void takesRelativePaths();
    void twoFilesOfOnePlaceAreAFailure();
    void endsWhenTheModelIsMissing();
    void shardsMakeTheWhole();
    void mergingTellsWhatIsWrong();
    void understandsShards_data();
    void understandsShards();
    void estimatesTheTimeLeft();

private:
    QString in() const { return m_dir->filePath("in"); }

    QString out() const { return m_dir->filePath("out"); }

    BulkJob job() const {
        BulkJob job;
        job.inputs = {in()};
        job.folder = out();
        job.formats = {QStringLiteral("txt")};
        return job;
    }

    Result<BulkReport> run(const BulkJob& job) {
        RoomWait room(m_stop.get_token(), RoomWait::kUnattended, [](const auto&) {});
        BulkRunner runner(job,
                          bulk::means(m_library.get(),
                                      [this](const AnalysisRequest& request) {
                                          ++m_asked;
                                          return m_answer(request);
                                      }),
                          QStringLiteral("Model 1"),
                          {[this](const BulkProgress& progress) { m_progress.append(progress); },
                           [this](const BulkDocument& document) {
                               m_ended.append(document.place);
                           }},
                          room);
        return runner.run(m_stop.get_token());
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Library> m_library;
    std::function<Result<AnalysisResult>(const AnalysisRequest&)> m_answer;
    std::stop_source m_stop;
    int m_asked = 0;
    QVector<BulkProgress> m_progress;
    QStringList m_ended;
};

void BulkTest::init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_library = std::make_unique<Library>(LibraryOptions{m_dir->filePath("library")});
    m_answer = [](const AnalysisRequest& request) {
        return bulk::readingOf(request.pages.first());
    };
    m_stop = {};
    m_asked = 0;
    m_progress.clear();
    m_ended.clear();
    QVERIFY(QDir().mkpath(in()));
}

void BulkTest::cleanup() {
    m_library.reset();
}

void BulkTest::writesEachDocumentAtItsPlace() {
    bulk::fill(in(), 5);
    BulkJob two = job();
    two.formats = {QStringLiteral("txt"), QStringLiteral("json")};
    const auto report = run(two);
    QVERIFY(report);
    QCOMPARE(report->documents.size(), 5);
    QCOMPARE(report->left, 0);
    const auto files = filesIn(out());
    QCOMPARE(files.size(), 5 * 2 + 1);
    const QImage last = QImage::fromData(bulk::scan(4));
    QCOMPARE(files["more/scan-4.png.txt"], bulk::readingOf(last).text.toUtf8() + '\n');
    const QJsonObject json = QJsonDocument::fromJson(files["more/scan-4.png.json"]).object();
    QCOMPARE(json["model"].toString(), QStringLiteral("Model 1"));
    const QJsonObject line = reportIn(out())["scan-2.png"];
    QCOMPARE(line["status"].toString(), QStringLiteral("done"));
    QCOMPARE(line["outputs"].toArray(), (QJsonArray{"scan-2.png.txt", "scan-2.png.json"}));
    QCOMPARE(m_ended.size(), 5);
}

void BulkTest::makesSearchablePdfs() {
    bulk::fill(in(), 1);
    BulkJob pdf = job();
    pdf.formats = {QStringLiteral("pdf")};
    QVERIFY(run(pdf));
    const auto document = openDocument(out() + "/scan-0.png.pdf");
    QVERIFY(document);
    QCOMPARE((*document)->words(0).first().text, QStringLiteral("read"));
    const QJsonObject line = reportIn(out())["scan-0.png"];
    QCOMPARE(line["outputs"].toArray(), QJsonArray{"scan-0.png.pdf"});
    QCOMPARE(line["notes"].toArray(), QJsonArray());
}

void BulkTest::readsNothingTwice() {
    bulk::fill(in(), 4);
    QVERIFY(run(job()));
    QCOMPARE(m_asked, 4);
    const auto before = filesIn(out());
    const auto again = run(job());
    QVERIFY(again);
    QCOMPARE(m_asked, 4);
    QCOMPARE(again->documents[1].known, 1);
    QCOMPARE(again->documents[1].written, 0);
    QCOMPARE(filesIn(out()), before);
    // A lost output comes back without the model.
    QVERIFY(QFile::remove(out() + "/scan-1.png.txt"));
    QVERIFY(run(job()));
    QCOMPARE(m_asked, 4);
    QCOMPARE(filesIn(out()), before);
}

void BulkTest::goesOnWhereItWasStopped() {
    bulk::fill(in(), 6);
    BulkJob undisturbed = job();
    undisturbed.folder = m_dir->filePath("undisturbed");
    undisturbed.inputs = {in()};
    QVERIFY(run(undisturbed));
    m_library = std::make_unique<Library>(LibraryOptions{m_dir->filePath("another")});
    m_asked = 0;
    m_answer = [this](const AnalysisRequest& request) {
        AnalysisResult result = bulk::readingOf(request.pages.first());
        if (m_asked == 3) { // as an analyzer does that is stopped in the middle
            m_stop.request_stop();
            result.end = AnswerEnd::Cancelled;
        }
        return result;
    };
    const auto stopped = run(job());
    QVERIFY(stopped);
    QCOMPARE(stopped->documents.size(), 2);
    QCOMPARE(stopped->left, 4);
    m_stop = {};
    QVERIFY(run(job()));
    QCOMPARE(m_asked, 3 + 4);
    QCOMPARE(filesIn(out()), filesIn(undisturbed.folder));
}

void BulkTest::goesOnAfterBadFilesAndPages() {
    bulk::fill(in(), 3);
    QVERIFY(pages::write(in() + "/a.pdf", "%PDF-1.4 nothing more"));
    BulkJob more = job();
    more.inputs.append(in() + "/gone.pdf");
    m_answer = [this](const AnalysisRequest& request) -> Result<AnalysisResult> {
        if (m_asked == 2) {
            return failure(FailureCode::OutOfMemory, {}, QStringLiteral("for a test"));
        }
        return bulk::readingOf(request.pages.first());
    };
    const auto report = run(more);
    QVERIFY(report);
    QVERIFY(!report->end);
    const auto lines = reportIn(out());
    QCOMPARE(lines.size(), 5);
    const auto firstFailure = [&](const QString& place) {
        return lines[place]["failures"].toArray().first().toObject();
    };
    QCOMPARE(firstFailure("a.pdf")["code"].toString(), QStringLiteral("not-a-document"));
    QCOMPARE(firstFailure("gone.pdf")["code"].toString(), QStringLiteral("file-not-found"));
    QCOMPARE(firstFailure("scan-1.png")["page"].toInt(), 1);
    QCOMPARE(lines["scan-1.png"]["status"].toString(), QStringLiteral("failed"));
    QCOMPARE(lines["scan-2.png"]["status"].toString(), QStringLiteral("done"));
    QVERIFY(!QFile::exists(out() + "/scan-1.png.txt")); // nothing rather than an empty text
}

void BulkTest::flagsPagesThatDidNotEnd() {
    bulk::fill(in(), 2);
    m_answer = [this](const AnalysisRequest& request) {
        AnalysisResult result = bulk::readingOf(request.pages.first());
        result.end = m_asked == 1 ? AnswerEnd::Loop : AnswerEnd::Complete;
        return result;
    };
    QVERIFY(run(job()));
    QCOMPARE(reportIn(out())["scan-0.png"]["flagged"].toArray(), QJsonArray{1});
    QCOMPARE(reportIn(out())["scan-0.png"]["status"].toString(), QStringLiteral("flagged"));
    QCOMPARE(reportIn(out())["scan-1.png"]["flagged"].toArray(), QJsonArray());
    // It is still to be looked at when it comes from the library.
    QVERIFY(run(job()));
    QCOMPARE(m_asked, 2);
    QCOMPARE(reportIn(out())["scan-0.png"]["flagged"].toArray(), QJsonArray{1});
}

void BulkTest::takesOwnTextAsTold() {
    QVERIFY(pages::write(in() + "/own.pdf",
                         pages::pdf("/MediaBox[0 0 200 100]",
                                    "BT /F 12 Tf 20 50 Td (Own words) Tj 0 -40 Td (below) Tj ET")));
    QVERIFY(run(job()));
    QCOMPARE(m_asked, 0);
    QCOMPARE(contentOf(out() + "/own.pdf.txt"), QByteArray("Own words\n\nbelow\n"));
    QCOMPARE(reportIn(out())["own.pdf"]["ownText"].toInt(), 1);

    BulkJob ignore = job();
    ignore.ownText = OwnText::Ignore;
    ignore.existing = Existing::Replace;
    QVERIFY(run(ignore));
    QCOMPARE(m_asked, 1);
    QVERIFY(contentOf(out() + "/own.pdf.txt").startsWith("read "));

    BulkJob skip = job();
    skip.ownText = OwnText::Skip;
    skip.folder = m_dir->filePath("skipped");
    QVERIFY(run(skip));
    QCOMPARE(m_asked, 1);
    QCOMPARE(filesIn(skip.folder).keys(), QStringList{reportName({})});
    QCOMPARE(reportIn(skip.folder)["own.pdf"]["pages"].toInt(), 0);
}

// Once corrected, it is so in every output, with any model and also when all is to be read.
void BulkTest::takesWhatAPersonHasCorrected() {
    bulk::fill(in(), 2);
    QVERIFY(run(job()));
    const auto document = openDocument(in() + "/scan-0.png");
    QVERIFY(document);
    ProofPage proof = m_library->proofs((*document)->contentHash())->value(0);
    proof.lines[0].checked = QStringLiteral("read by a person");
    QVERIFY(m_library->keepProof((*document)->contentHash(), 0, proof).get());
    BulkJob again = job();
    again.ownText = OwnText::Ignore;
    again.existing = Existing::Replace;
    QVERIFY(run(again));
    QCOMPARE(m_asked, 2);
    QCOMPARE(contentOf(out() + "/scan-0.png.txt"), QByteArray("read by a person\n"));
    QVERIFY(contentOf(out() + "/scan-1.png.txt") != contentOf(out() + "/scan-0.png.txt"));
    const auto report = run(job()); // writes nothing
    QCOMPARE(report->documents[0].known, 1);
    QCOMPARE(report->documents[0].written, 0);
}

void BulkTest::leavesOtherFilesAlone() {
    bulk::fill(in(), 2);
    QVERIFY(QDir().mkpath(out()));
    QVERIFY(pages::write(out() + "/scan-0.png.txt", "mine"));
    QVERIFY(run(job()));
    QCOMPARE(contentOf(out() + "/scan-0.png.txt"), QByteArray("mine"));
    const QJsonObject failed =
        reportIn(out())["scan-0.png"]["failures"].toArray().first().toObject();
    QCOMPARE(failed["code"].toString(), QStringLiteral("file-exists"));
    QVERIFY(QFile::exists(out() + "/scan-1.png.txt"));
    BulkJob replacing = job();
    replacing.existing = Existing::Replace;
    QVERIFY(run(replacing));
    QVERIFY(contentOf(out() + "/scan-0.png.txt").startsWith("read "));
}

// Even where one is named as an output would be, and replacing is allowed.
void BulkTest::neverReplacesAnInput() {
    bulk::fill(in(), 1);
    QVERIFY(pages::write(in() + "/scan-0.png.txt", bulk::scan(7))); // a picture, whatever its name
    BulkJob same = job();
    same.folder = in();
    same.existing = Existing::Replace;
    QVERIFY(run(same));
    QCOMPARE(contentOf(in() + "/scan-0.png.txt"), bulk::scan(7));
    QCOMPARE(reportIn(in())["scan-0.png"]["status"].toString(), QStringLiteral("failed"));
}

void BulkTest::doesNotReadItsOwnOutputs() {
    bulk::fill(in(), 2);
    BulkJob below = job();
    below.folder = in() + "/out";
    QVERIFY(QDir().mkpath(below.folder));
    QVERIFY(pages::write(below.folder + "/earlier.png", bulk::scan(9)));
    const auto report = run(below);
    QVERIFY(report);
    QCOMPARE(report->documents.size(), 2);
}

void BulkTest::takesRelativePaths() {
    bulk::fill(in(), 5);
    BulkJob relative = job();
    for (const QString& input : {QDir().relativeFilePath(in()), in() + "/more/.."}) {
        relative.inputs = {input};
        QStringList places;
        for (const BulkItem& item : itemsOf(relative)) {
            places.append(item.place);
        }
        QCOMPARE(places, (QStringList{"more/scan-4.png", "scan-0.png", "scan-1.png", "scan-2.png",
                                      "scan-3.png"}));
    }
}

void BulkTest::twoFilesOfOnePlaceAreAFailure() {
    const QString other = m_dir->filePath("other");
    bulk::fill(in(), 1);
    QVERIFY(QDir().mkpath(other));
    QVERIFY(pages::write(other + "/scan-0.png", bulk::scan(3)));
    BulkJob both = job();
    both.inputs = {in(), other, in() + "/scan-0.png"}; // the last is there already
    const auto report = run(both);
    QVERIFY(report);
    QCOMPARE(report->documents.size(), 2);
    QVERIFY(report->documents[0].failures.isEmpty());
    QCOMPARE(report->documents[1].failures.first().failure.code, FailureCode::FileExists);
}

void BulkTest::endsWhenTheModelIsMissing() {
    bulk::fill(in(), 3);
    m_answer = [](const AnalysisRequest&) -> Result<AnalysisResult> {
        return failure(FailureCode::ModelMissing, QStringLiteral("/nowhere"), {});
    };
    const auto report = run(job());
    QVERIFY(report);
    QVERIFY(report->end);
    QCOMPARE(report->end->code, FailureCode::ModelMissing);
    QCOMPARE(report->left, 3);
    QCOMPARE(m_asked, 1);
}

void BulkTest::shardsMakeTheWhole() {
    bulk::fill(in(), 12);
    QVERIFY(run(job()));
    BulkJob part = job();
    part.folder = m_dir->filePath("parts");
    int documents = 0;
    for (int i = 0; i < 3; ++i) {
        part.shard = {i, 3};
        m_library = std::make_unique<Library>(
            LibraryOptions{m_dir->filePath(QStringLiteral("library-%1").arg(i))});
        for (int twice = 0; twice < 2; ++twice) { // harmless
            const auto report = run(part);
            QVERIFY(report);
            QVERIFY(report->documents.size() < 12);
            documents += twice == 0 ? int(report->documents.size()) : 0;
        }
    }
    QCOMPARE(documents, 12);
    const auto merged = mergeReports(part.folder);
    QVERIFY(merged);
    QVERIFY(merged->conflicts.isEmpty() && merged->missing.isEmpty());
    QCOMPARE(merged->text, contentOf(out() + u'/' + reportName({})));
    auto parts = filesIn(part.folder);
    auto whole = filesIn(out());
    for (int i = 0; i < 3; ++i) {
        parts.remove(reportName({i, 3}));
    }
    whole.remove(reportName({}));
    QCOMPARE(parts, whole);
}

void BulkTest::mergingTellsWhatIsWrong() {
    const auto merged = [this] {
        return mergeReports(out());
    };
    QVERIFY(QDir().mkpath(out()));
    QCOMPARE(merged().error().code, FailureCode::FileNotFound);
    QVERIFY(pages::write(out() + u'/' + reportName({0, 3}), "{\"document\":\"a\",\"pages\":1}\n"));
    QVERIFY(pages::write(out() + u'/' + reportName({2, 3}), "{\"document\":\"a\",\"pages\":2}\n"));
    const auto both = merged();
    QVERIFY(both);
    QCOMPARE(both->conflicts, QStringList{"a"});
    QCOMPARE(both->missing, QVector<int>{1});
    QVERIFY(pages::write(out() + u'/' + reportName({1, 2}), ""));
    QCOMPARE(merged().error().code, FailureCode::BadArguments);
    QVERIFY(QFile::remove(out() + u'/' + reportName({1, 2})));
    QVERIFY(pages::write(out() + u'/' + reportName({1, 3}), "{\"docum"));
    QCOMPARE(merged().error().code, FailureCode::NotADocument);
    QCOMPARE(merged().error().subject, out() + u'/' + reportName({1, 3}));
}

void BulkTest::understandsShards_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("index"); // −1: refused
    QTest::newRow("first") << "1/8" << 0;
    QTest::newRow("last") << "8/8" << 7;
    QTest::newRow("only") << "1/1" << 0;
    QTest::newRow("past the last") << "9/8" << -1;
    QTest::newRow("before the first") << "0/8" << -1;
    QTest::newRow("none") << "1/0" << -1;
    QTest::newRow("half") << "1/" << -1;
    QTest::newRow("words") << "one/two" << -1;
    QTest::newRow("more") << "1/8/9" << -1;
    QTest::newRow("negative") << "-1/8" << -1;
    QTest::newRow("nothing") << "" << -1;
}

void BulkTest::understandsShards() {
    QFETCH(const QString, text);
    QFETCH(const int, index);
    const Result<Shard> shard = parseShard(text);
    QCOMPARE(shard ? shard->index : -1, index);
    if (!shard) {
        QCOMPARE(shard.error().code, FailureCode::BadArguments);
    }
}

void BulkTest::estimatesTheTimeLeft() {
    bulk::fill(in(), 20);
    m_answer = [](const AnalysisRequest& request) {
        QTest::qSleep(5);
        return bulk::readingOf(request.pages.first());
    };
    QVERIFY(run(job()));
    QVERIFY(!m_progress.first().secondsLeft);
    const auto middle = std::find_if(m_progress.cbegin(), m_progress.cend(),
                                     [](const auto& now) { return now.documentsDone == 10; });
    QVERIFY(middle != m_progress.cend() && middle->secondsLeft);
    QVERIFY(*middle->secondsLeft >= 10 * 0.005); // no faster than the pages were
}

QTEST_GUILESS_MAIN(BulkTest)
#include "tst_bulk.moc"

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Documents by questions: which cells come about, what is asked and what is not asked again, and
// the files that come of it.
#include "app/bulk/table_runner.h"
#include "app/documents/document_opener.h"
#include "tests/app/bulk_folder.h"
#include "tests/app/json_schema.h"
#include "tests/app/zip_file.h"

#include <QTemporaryDir>
#include <QTest>

using namespace app;

class TableTest final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void asksEveryDocumentEveryQuestion();
    void asksAboutPages();
    void asksNothingTwice();
    void goesOnWhereItWasStopped();
    void tellsOfEveryAnswer();
    void judgesTheTimeThatIsLeft();
    void takesOnlySoManyPagesTogether();
    void takesQuestionsWithHeadings();
    void drawsAPageOnce();
    void asksForPlacesWherePossible();
    void goesOnAfterBadFilesAndAnswers();
    void setsAsideWhatTheProgramDiesOf();
    void endsWhenTheModelIsMissing();
    void needsAQuestion();
    void flagsWhatIsToBeLookedAt();
    void writesCsv();
    void writesXlsx();
    void writesJsonLines();

private:
    QString in() const { return m_dir->filePath("in"); }

    TableJob job() const {
        TableJob job;
        job.inputs = {in()};
        job.questions = {{QStringLiteral("total")}, {QStringLiteral("Who wrote it?")}};
        return job;
    }

    Result<TableOutcome> run(const TableJob& job) {
        AnswerMeans means = bulk::means(m_library.get(), [this](const AnalysisRequest& request) {
            m_asked.append(request.text);
            m_pictures.append(request.pages.size());
            m_tasks.append(request.task);
            return m_answer(request);
        });
        means.card = [this, card = means.card] {
            return card().map([this](ModelCard own) {
                if (m_givesPlaces) {
                    own.tasks.append(Task::AskWithPlaces);
                }
                return own;
            });
        };
        means.picture = [this, draw = means.picture](const Document& document, int page) {
            ++m_drawn;
            return draw(document, page);
        };
        m_rows.clear();
        TableRunner runner(job, means, [](const QString& path) { return openDocument(path); },
                           {[this](const TableProgress& progress) { m_progress.append(progress); },
                            [this](const TableRow& row) { m_rows.append(row); },
                            [this](const QVector<BulkItem>& items) {
                                m_items = items;
                            }});
        return runner.run(m_stop.get_token());
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Library> m_library;
    std::function<Result<AnalysisResult>(const AnalysisRequest&)> m_answer;
    std::stop_source m_stop;
    QStringList m_asked;
    QVector<qsizetype> m_pictures;
    QVector<Task> m_tasks;
    QVector<TableRow> m_rows; // as told, one after another
    QVector<TableProgress> m_progress;
    QVector<BulkItem> m_items;
    int m_drawn = 0;
    bool m_givesPlaces = false;
};

void TableTest::init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_library = std::make_unique<Library>(LibraryOptions{m_dir->filePath("library")});
    m_answer = [](const AnalysisRequest& request) {
        AnalysisResult result = bulk::readingOf(request.pages.first());
        result.text = request.text + u' ' + result.text;
        result.pageText.reset();
        return result;
    };
    m_stop = {};
    m_asked.clear();
    m_pictures.clear();
    m_tasks.clear();
    m_progress.clear();
    m_drawn = 0;
    m_givesPlaces = false;
    QVERIFY(QDir().mkpath(in()));
}

void TableTest::cleanup() {
    m_library.reset();
}

void TableTest::asksEveryDocumentEveryQuestion() {
    bulk::fill(in(), 3);
    TableJob twice = job();
    twice.inputs.append(in() + "/scan-1.png"); // is there already
    const auto outcome = run(twice);
    QVERIFY(outcome);
    QCOMPARE(outcome->left, 0);
    QCOMPARE(outcome->table.rows.size(), 3);
    QCOMPARE(m_asked.size(), 6);
    QCOMPARE(m_asked.mid(2, 2), (QStringList{"total", "Who wrote it?"}));
    const TableRow& row = outcome->table.rows[1];
    QCOMPARE(row.document, in() + "/scan-1.png");
    QCOMPARE(row.pages, QVector<int>{0});
    const QString read = bulk::readingOf(QImage::fromData(bulk::scan(1))).text;
    QCOMPARE(row.cells[0].answer, "total " + read);
    QCOMPARE(row.cells[1].answer, "Who wrote it? " + read);
    QCOMPARE(row.cells[0].flag(), QString());
}

void TableTest::asksAboutPages() {
    QVERIFY(pages::write(in() + "/three.pdf", pages::pdf("/MediaBox[0 0 200 100]", "", 3)));
    TableJob all = job();
    all.questions = {{"total"}};
    QCOMPARE(run(all)->table.rows.first().pages, (QVector<int>{0, 1, 2}));
    QCOMPARE(m_pictures, QVector<qsizetype>{3});
    all.rows = TableRows::Pages;
    all.pages = "2-3";
    const auto some = run(all);
    QCOMPARE(some->table.rows.size(), 2);
    QCOMPARE(some->table.rows[0].pages, QVector<int>{1});
    QCOMPARE(m_pictures, (QVector<qsizetype>{3, 1})); // the other one looks the same
    all.pages = "4";
    const auto none = run(all);
    QCOMPARE(none->table.rows.first().failure->code, FailureCode::BadArguments);
}

void TableTest::asksNothingTwice() {
    bulk::fill(in(), 3);
    const auto first = run(job());
    QCOMPARE(m_asked.size(), 6);
    TableJob more = job();
    more.questions.append({"When?"});
    const auto second = run(more);
    QCOMPARE(m_asked.size(), 6 + 3);
    QCOMPARE(second->table.rows[2].cells[1].answer, first->table.rows[2].cells[1].answer);
}

void TableTest::goesOnWhereItWasStopped() {
    bulk::fill(in(), 3);
    const auto answer = m_answer;
    m_answer = [&](const AnalysisRequest& request) {
        Result<AnalysisResult> result = answer(request);
        if (m_asked.size() == 4) { // as an analyzer does that is stopped in the middle
            m_stop.request_stop();
            result->end = AnswerEnd::Cancelled;
        }
        return result;
    };
    const auto stopped = run(job());
    QVERIFY(stopped);
    QCOMPARE(stopped->left, 2);
    QVERIFY(!stopped->end);
    QCOMPARE(stopped->table.rows.size(), 1); // none that is not whole
    m_stop = {};
    const auto whole = run(job());
    QCOMPARE(whole->left, 0);
    QCOMPARE(m_asked.size(), 4 + 3);
    m_library = std::make_unique<Library>(LibraryOptions{m_dir->filePath("another")});
    m_answer = answer;
    QCOMPARE(*tableFormat("jsonl")->write(whole->table),
             *tableFormat("jsonl")->write(run(job())->table));
}

void TableTest::tellsOfEveryAnswer() {
    bulk::fill(in(), 2);
    QVERIFY(pages::write(in() + "/a.pdf", "%PDF-1.4 nothing more"));
    const auto outcome = run(job());
    QCOMPARE(m_items.size(), 3);
    QCOMPARE(m_rows.size(), 1 + 2 * 2);
    QVERIFY(m_rows[0].failure);
    QCOMPARE(m_rows[1].document, in() + "/scan-0.png");
    QCOMPARE(m_rows[1].cells.size(), 1);
    QCOMPARE(m_rows[2].cells.size(), 2);
    QCOMPARE(m_rows[4].cells[1].answer, outcome->table.rows[2].cells[1].answer);
    QCOMPARE(m_progress.last().answers, 4);
}

// From what the model needs: neither what the library knows nor a pause in between counts.
void TableTest::judgesTheTimeThatIsLeft() {
    bulk::fill(in(), 10);
    const auto answer = m_answer;
    m_answer = [&](const AnalysisRequest& request) {
        Result<AnalysisResult> result = answer(request);
        result->times.decode = 60;
        if (m_asked.size() == 1) {
            QTest::qSleep(300); // as if somebody had paused it
        }
        return result;
    };
    QVERIFY(run(job()));
    QVERIFY(!m_progress[2].secondsLeft); // nothing to go by yet
    const auto half = std::find_if(m_progress.cbegin(), m_progress.cend(),
                                   [](const TableProgress& told) { return told.answers == 10; });
    QVERIFY(half->secondsLeft);
    QVERIFY2(*half->secondsLeft >= 600 && *half->secondsLeft < 603,
             qPrintable(QString::number(*half->secondsLeft)));
    QVERIFY(*m_progress.last().secondsLeft < 1);
    m_progress.clear();
    QVERIFY(run(job()));
    QVERIFY(!m_progress.last().secondsLeft); // all from the library
}

void TableTest::takesOnlySoManyPagesTogether() {
    constexpr int kPages = TableRunner::kMostPagesTogether + 1;
    QVERIFY(pages::write(in() + "/many.pdf", pages::pdf("/MediaBox[0 0 20 10]", "", kPages)));
    TableJob all = job();
    const auto refused = run(all);
    QCOMPARE(refused->table.rows.first().failure->code, FailureCode::PromptTooLong);
    QCOMPARE(m_drawn, 0);
    all.pages = QStringLiteral("2-%1").arg(kPages);
    QCOMPARE(run(all)->table.rows.first().pages.size(), kPages - 1);
    all.pages.clear();
    all.rows = TableRows::Pages;
    QCOMPARE(run(all)->table.rows.size(), kPages);
}

void TableTest::takesQuestionsWithHeadings() {
    const TableQuestion named = tableQuestion(QStringLiteral(" Total \tWhat is the total? "));
    QCOMPARE(named, (TableQuestion{"What is the total?", "Total"}));
    QCOMPARE(tableQuestion(lineOf(named)), named);
    const TableQuestion alone = tableQuestion(QStringLiteral("Who?"));
    QCOMPARE(alone.title(), QStringLiteral("Who?"));
    QCOMPARE(tableQuestion(lineOf(alone)), alone);
    QVERIFY(tableQuestion(QStringLiteral("Total\t ")).text.isEmpty());
}

void TableTest::drawsAPageOnce() {
    bulk::fill(in(), 2);
    QVERIFY(run(job()));
    QCOMPARE(m_drawn, 2);
    QVERIFY(run(job()));
    QCOMPARE(m_drawn, 2); // what is known needs no picture
}

void TableTest::asksForPlacesWherePossible() {
    QVERIFY(pages::write(in() + "/three.pdf", pages::pdf("/MediaBox[0 0 200 100]", "", 3)));
    m_answer = [](const AnalysisRequest&) {
        AnalysisResult result;
        result.text = QStringLiteral("12.50");
        result.places = {{"total", QRectF(0.1, 0.2, 0.3, 0.1), 1, 0},
                         {"nowhere", QRectF(0, 0, 1, 1), 7, 0}};
        return result;
    };
    TableJob some = job();
    some.questions = {{"total"}};
    some.pages = "2-3";
    QVERIFY(run(some));
    QCOMPARE(m_tasks.last(), Task::Ask); // the model cannot
    m_givesPlaces = true;
    const auto outcome = run(some);
    QCOMPARE(m_tasks.last(), Task::AskWithPlaces);
    const QVector<Place> places = outcome->table.rows.first().cells.first().places;
    QCOMPARE(places.size(), 1);
    QCOMPARE(places.first().page, 2); // of the document
    some.places = TablePlaces::None;
    some.questions = {{"date"}};
    QVERIFY(run(some));
    QCOMPARE(m_tasks.last(), Task::Ask);
}

void TableTest::goesOnAfterBadFilesAndAnswers() {
    bulk::fill(in(), 2);
    QVERIFY(pages::write(in() + "/a.pdf", "%PDF-1.4 nothing more"));
    TableJob more = job();
    more.inputs.append(in() + "/gone.pdf");
    const auto answer = m_answer;
    m_answer = [&](const AnalysisRequest& request) -> Result<AnalysisResult> {
        if (m_asked.size() == 2) {
            return failure(FailureCode::PromptTooLong, {}, QStringLiteral("for a test"));
        }
        return answer(request);
    };
    const auto outcome = run(more);
    QVERIFY(outcome && !outcome->end);
    const QVector<TableRow>& rows = outcome->table.rows;
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows[0].failure->code, FailureCode::NotADocument);
    QCOMPARE(rows[3].failure->code, FailureCode::FileNotFound);
    QVERIFY(!rows[1].cells[0].failure);
    QCOMPARE(rows[1].cells[1].flag(), QStringLiteral("prompt-too-long"));
    QVERIFY(!rows[2].cells[1].failure);
}

void TableTest::setsAsideWhatTheProgramDiesOf() {
    bulk::fill(in(), 3);
    TableJob risky = job();
    risky.journal = m_dir->filePath("answers.csv.crashes.txt");
    const auto path = [this](int scan) {
        return QStringLiteral("%1/scan-%2.png").arg(in()).arg(scan);
    };
    pages::write(risky.journal, "begin " + path(0).toUtf8() + "\ncrash\n");
    const auto again = run(risky);
    QCOMPARE(m_rows.first().document, path(1)); // the suspect comes last …
    QCOMPARE(m_rows.last().document, path(0));
    QCOMPARE(again->table.rows.first().document, path(0)); // … and has its place all the same
    QVERIFY(!again->table.rows.first().failure);
    QVERIFY(!QFileInfo::exists(risky.journal)); // nothing is under suspicion any more
    pages::write(risky.journal, "crashed 2 " + path(1).toUtf8() + '\n');
    const auto without = run(risky);
    QCOMPARE(without->left, 0);
    QCOMPARE(without->table.rows[1].failure->code, FailureCode::Internal);
    QVERIFY(without->table.rows[1].failure->detail.contains("answers.csv.crashes.txt"));
    QVERIFY(QFileInfo::exists(risky.journal));
}

void TableTest::endsWhenTheModelIsMissing() {
    bulk::fill(in(), 3);
    m_answer = [](const AnalysisRequest&) -> Result<AnalysisResult> {
        return failure(FailureCode::ModelMissing, QStringLiteral("/nowhere"), {});
    };
    const auto outcome = run(job());
    QVERIFY(outcome);
    QCOMPARE(outcome->end->code, FailureCode::ModelMissing);
    QCOMPARE(outcome->left, 3);
    QCOMPARE(m_asked.size(), 1);
}

void TableTest::needsAQuestion() {
    TableJob none = job();
    none.questions.clear();
    QCOMPARE(run(none).error().code, FailureCode::BadArguments);
}

void TableTest::flagsWhatIsToBeLookedAt() {
    const auto flag = [](const QString& answer, AnswerEnd end, int dropped) {
        return TableCell{answer, {}, end, dropped, {}}.flag();
    };
    QCOMPARE(flag("12", AnswerEnd::Complete, 0), QString());
    QCOMPARE(flag("12", AnswerEnd::Complete, 1), QStringLiteral("droppedPlaces"));
    QCOMPARE(flag(" ", AnswerEnd::Complete, 0), QStringLiteral("noAnswer"));
    QCOMPARE(flag("12 12 12", AnswerEnd::Loop, 0), QStringLiteral("loop"));
}

namespace {

Table sample() {
    TableRow good{QStringLiteral("a.pdf"), {0, 1}, {}, {}};
    good.cells = {{QStringLiteral("1,234.50"),
                   {{QStringLiteral("total"), QRectF(0.25, 0.5, 0.5, 0.25), 1, -1}},
                   AnswerEnd::Complete,
                   0,
                   {}},
                  {QStringLiteral("=1+1"), {}, AnswerEnd::TokenLimit, 0, {}}};
    TableRow bad{QStringLiteral("b.pdf"), {}, {}, Failure{FailureCode::NotADocument, {}, "cut"}};
    TableRow half{QStringLiteral("c.pdf"), {0}, {}, {}};
    half.cells = {{{}, {}, AnswerEnd::Complete, 0, Failure{FailureCode::OutOfMemory, {}, {}}},
                  {QStringLiteral("\x1b[31mred\x1b[0m"), {}, AnswerEnd::Complete, 0, {}}};
    return {{{QStringLiteral("What is the total?"), QStringLiteral("total")},
             {QStringLiteral("who, if any?")}},
            {good, bad, half}};
}

} // namespace

void TableTest::writesCsv() {
    QCOMPARE(*tableFormat("csv")->write(sample()),
             QByteArray("document,pages,total,total (place),total (flag),\"who, if any?\","
                        "\"who, if any? (place)\",\"who, if any? (flag)\"\n"
                        "a.pdf,1 2,\"1,234.50\",page 2: 0.2500 0.5000 0.7500 0.7500,,'=1+1,,"
                        "tokenLimit\n"
                        "b.pdf,,,,not-a-document,,,not-a-document\n"
                        "c.pdf,1,,,out-of-memory,[31mred[0m,,\n"));
}

void TableTest::writesXlsx() {
    const auto xlsx = tableFormat("xlsx")->write(sample());
    QVERIFY(xlsx);
    const QByteArray sheet = zip_file::entries(*xlsx)["xl/worksheets/sheet1.xml"];
    QVERIFY2(sheet.contains("<v>1234.5</v>"), sheet);
    QVERIFY(!sheet.contains("<f>"));
}

void TableTest::writesJsonLines() {
    const QList<QByteArray> lines = tableFormat("jsonl")->write(sample())->split('\n');
    QCOMPARE(lines.size(), 4); // the last is empty
    for (int i = 0; i < 3; ++i) {
        const QJsonDocument json = QJsonDocument::fromJson(lines[i]);
        QCOMPARE(json_schema::errors(json.object(), "table-1"), QString());
    }
    const QJsonDocument good = QJsonDocument::fromJson(lines[0]);
    QCOMPARE(good["pages"].toArray(), (QJsonArray{1, 2}));
    QCOMPARE(good["cells"][0]["question"].toString(), QStringLiteral("What is the total?"));
    QCOMPARE(good["cells"][0]["heading"].toString(), QStringLiteral("total"));
    QCOMPARE(good["cells"][0]["places"][0]["page"].toInt(), 2);
    QCOMPARE(good["cells"][0]["places"][0]["box"].toArray(), (QJsonArray{0.25, 0.5, 0.75, 0.75}));
    QCOMPARE(good["cells"][1]["flag"].toString(), QStringLiteral("tokenLimit"));
    const QJsonDocument bad = QJsonDocument::fromJson(lines[1]);
    QCOMPARE(bad["failure"]["code"].toString(), QStringLiteral("not-a-document"));
    QCOMPARE(bad["cells"].toArray(), QJsonArray());
}

QTEST_GUILESS_MAIN(TableTest)
#include "tst_table.moc"

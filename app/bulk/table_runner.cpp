// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bulk/table_runner.h"

#include "app/documents/page_ranges.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace app {

namespace {

constexpr int kLeastAnswersToJudgeBy = 5; // before the time that is left is estimated

// The places of an answer count the pictures that were asked about.
TableCell cellOf(const AnalysisResult& result, const QVector<int>& pages, Task task) {
    TableCell cell{result.text,          {}, result.end,
                   result.droppedPlaces, {}, task == Task::AskWithPlaces};
    for (Place place : result.places) {
        if (place.page >= 0 && place.page < pages.size()) {
            place.page = pages[place.page];
            cell.places.append(place);
        }
    }
    return cell;
}

// Which documents come first: those that an earlier run has died of, behind the others.
QVector<int> inOrder(const QVector<BulkItem>& documents,
                     const std::optional<CrashJournal>& journal) {
    QVector<int> order(documents.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_partition(order.begin(), order.end(), [&](int at) {
        return !journal || journal->crashesOf(documents[at].path) == 0;
    });
    return order;
}

Failure tooManyPages(const QString& path, int pages) {
    return {FailureCode::PromptTooLong, path,
            QStringLiteral("%1 pages cannot go along with one question, at most %2 can; choose "
                           "pages, or ask about each page by itself (--pages, --rows pages)")
                .arg(pages)
                .arg(TableRunner::kMostPagesTogether)};
}

} // namespace

TableRunner::TableRunner(TableJob job, AnswerMeans means, Open open, TableListener listener)
    : m_job(std::move(job))
    , m_means(takingTimes(drawingOnce(std::move(means))))
    , m_open(std::move(open))
    , m_listener(std::move(listener))
    , m_answers(m_means) {}

AnswerMeans TableRunner::drawingOnce(AnswerMeans means) {
    means.picture = [this, draw = std::move(means.picture)](const Document& document,
                                                            int page) -> Result<QImage> {
        if (const auto drawn = m_pictures.constFind(page); drawn != m_pictures.cend()) {
            return *drawn;
        }
        return draw(document, page).map([&](const QImage& picture) {
            m_pictures.insert(page, picture);
            return picture;
        });
    };
    return means;
}

AnswerMeans TableRunner::takingTimes(AnswerMeans means) {
    means.analyze = [this, analyze = std::move(means.analyze)](const AnalysisRequest& request,
                                                               const PartialText& partial) {
        QElapsedTimer timer;
        timer.start();
        Result<AnalysisResult> result = analyze(request, partial);
        m_waited += double(timer.nsecsElapsed()) / 1e9;
        if (result) {
            const StageTimes& times = result->times;
            m_computed += times.layout + times.vision + times.prefill + times.decode;
            ++m_computedAnswers;
        }
        return result;
    };
    return means;
}

Result<TableOutcome> TableRunner::run(std::stop_token stop) {
    if (m_job.questions.isEmpty()) {
        return failure(FailureCode::BadArguments, {}, QStringLiteral("there is no question"));
    }
    const Result<ModelCard> card = m_means.card();
    if (!card) {
        return tl::unexpected(card.error());
    }
    const bool namesPlaces =
        m_job.places == TablePlaces::WherePossible && card->tasks.contains(Task::AskWithPlaces);
    m_task = namesPlaces ? Task::AskWithPlaces : Task::Ask;
    m_stop = std::move(stop);
    const QVector<BulkItem> documents = documentsOf(m_job.inputs);
    m_progress.documents = int(documents.size());
    if (m_listener.begun) {
        m_listener.begun(documents);
    }
    m_clock.start();
    QVector<QVector<TableRow>> rows(documents.size());
    {
        const SignalStack stack;
        std::optional<CrashJournal> journal;
        if (!m_job.journal.isEmpty()) {
            journal.emplace(m_job.journal);
        }
        for (const int at : inOrder(documents, journal)) {
            if (!takeItem(documents[at], journal, rows[at])) {
                rows[at].clear();
                break;
            }
            ++m_progress.documentsDone;
        }
    }
    TableOutcome outcome{{m_job.questions, {}}};
    for (const QVector<TableRow>& ofDocument : std::as_const(rows)) {
        outcome.table.rows += ofDocument;
    }
    outcome.left = m_progress.documents - m_progress.documentsDone;
    outcome.end = m_end;
    return outcome;
}

// Each of these four is false when the job ends.
bool TableRunner::takeItem(const BulkItem& item, std::optional<CrashJournal>& journal,
                           QVector<TableRow>& rows) {
    const bool isSetAside = journal && journal->isSetAside(item.path);
    if (item.failure || isSetAside) {
        rows.append({item.path,
                     {},
                     {},
                     isSetAside ? journal->whySetAside(item.path, item.path) : item.failure});
        m_listener.row(rows.last());
        return true;
    }
    m_progress.document = item.path;
    if (m_stop.stop_requested()) {
        return false;
    }
    if (!journal) {
        return takeDocument(item.path, rows);
    }
    journal->begin(item.path);
    const bool goesOn = takeDocument(item.path, rows);
    journal->end(item.path);
    return goesOn;
}

bool TableRunner::takeDocument(const QString& path, QVector<TableRow>& rows) {
    tell();
    const auto document = m_open(path);
    const auto pages = document.and_then([&](const std::shared_ptr<const Document>& opened) {
        return parsePages(m_job.pages, opened->pageCount());
    });
    const bool areTogether = m_job.rows == TableRows::Documents;
    const bool areTooMany = pages && areTogether && pages->size() > kMostPagesTogether;
    if (!pages || areTooMany) {
        rows.append({path, {}, {}, pages ? tooManyPages(path, int(pages->size())) : pages.error()});
        m_listener.row(rows.last());
        return true;
    }
    m_answers.setDocument(*document, path);
    m_toAnswer += int(m_job.questions.size()) * (areTogether ? 1 : int(pages->size()));
    if (areTogether) {
        return takePages(path, *pages, rows);
    }
    for (const int page : *pages) {
        if (!takePages(path, {page}, rows)) {
            return false;
        }
    }
    return true;
}

bool TableRunner::takePages(const QString& path, const QVector<int>& pages,
                            QVector<TableRow>& rows) {
    m_pictures.clear();
    TableRow row{path, pages, {}, {}};
    for (const TableQuestion& question : m_job.questions) {
        if (!ask(question.text, row)) {
            return false;
        }
        m_listener.row(row);
        tell();
    }
    rows.append(std::move(row));
    return true;
}

bool TableRunner::ask(const QString& question, TableRow& row) {
    AnalysisRequest request;
    request.task = m_task;
    request.text = question;
    request.maxNewTokens = m_job.maxNewTokens;
    const Result<AnalysisResult> result =
        m_answers.run(std::move(request), row.pages, [](const QString&) {});
    const bool isCut = m_stop.stop_requested() && (!result || result->end == AnswerEnd::Cancelled);
    if (isCut) {
        return false;
    }
    if (!result && endsJob(result.error().code)) {
        m_end = result.error();
        return false;
    }
    row.cells.append(result ? cellOf(*result, row.pages, m_task)
                            : TableCell{{}, {}, AnswerEnd::Complete, 0, result.error()});
    ++m_progress.answers;
    return !m_stop.stop_requested();
}

// How many answers the documents need that were not come to can only be judged by the others.
std::optional<double> TableRunner::secondsLeft() const {
    if (m_computedAnswers < kLeastAnswersToJudgeBy) {
        return std::nullopt;
    }
    const double perAnswer =
        (double(m_clock.nsecsElapsed()) / 1e9 - m_waited + m_computed) / m_computedAnswers;
    const double perDocument = double(m_toAnswer) / (m_progress.documentsDone + 1);
    return std::max(0.0, perDocument * m_progress.documents - m_progress.answers) * perAnswer;
}

void TableRunner::tell() {
    m_progress.secondsLeft = secondsLeft();
    m_listener.progress(m_progress);
}

} // namespace app

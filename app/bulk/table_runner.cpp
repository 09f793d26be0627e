// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bulk/table_runner.h"

#include "app/bulk/job.h"
#include "app/documents/page_ranges.h"

#include <utility>

namespace app {

namespace {

// The places of an answer count the pictures that were asked about.
TableCell cellOf(const AnalysisResult& result, const QVector<int>& pages) {
    TableCell cell{result.text, {}, result.end, result.droppedPlaces, {}};
    for (Place place : result.places) {
        if (place.page >= 0 && place.page < pages.size()) {
            place.page = pages[place.page];
            cell.places.append(place);
        }
    }
    return cell;
}

} // namespace

TableRunner::TableRunner(TableJob job, AnswerMeans means, Open open, TableListener listener)
    : m_job(std::move(job))
    , m_means(drawingOnce(std::move(means)))
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
    TableOutcome outcome{{m_job.questions, {}}};
    for (const BulkItem& item : documents) {
        QVector<TableRow> rows;
        m_progress.document = item.path;
        if (item.failure) {
            rows.append({item.path, {}, {}, item.failure});
        } else if (m_stop.stop_requested() || !takeDocument(item.path, rows)) {
            break;
        }
        for (const TableRow& row : rows) {
            m_listener.row(row);
        }
        outcome.table.rows += rows;
        ++m_progress.documentsDone;
    }
    outcome.left = m_progress.documents - m_progress.documentsDone;
    outcome.end = m_end;
    return outcome;
}

// Each of these three is false when the job ends.
bool TableRunner::takeDocument(const QString& path, QVector<TableRow>& rows) {
    tell();
    const auto document = m_open(path);
    const auto pages = document.and_then([&](const std::shared_ptr<const Document>& opened) {
        return parsePages(m_job.pages, opened->pageCount());
    });
    if (!pages) {
        rows.append({path, {}, {}, pages.error()});
        return true;
    }
    m_answers.setDocument(*document, path);
    if (m_job.rows == TableRows::Documents) {
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
    for (const QString& question : m_job.questions) {
        if (!ask(question, row)) {
            return false;
        }
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
    row.cells.append(result ? cellOf(*result, row.pages)
                            : TableCell{{}, {}, AnswerEnd::Complete, 0, result.error()});
    ++m_progress.answers;
    return !m_stop.stop_requested();
}

void TableRunner::tell() {
    m_listener.progress(m_progress);
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bulk/runner.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

#include <algorithm>
#include <utility>

namespace app {

namespace {

constexpr int kLeastPagesToJudgeBy = 5; // before the time that is left is estimated

bool holds(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.size() == bytes.size() && file.readAll() == bytes;
}

// What work() gives; the seconds it takes are added.
template <typename Work>
auto timed(double& seconds, const Work& work) {
    QElapsedTimer timer;
    timer.start();
    const auto added = qScopeGuard([&] { seconds += double(timer.nsecsElapsed()) / 1e9; });
    return work();
}

// "a.pdf" as text becomes "a.pdf.txt", as PDF "a.pdf".
QString outputName(const QString& place, const ExportFormat& format) {
    const QString end = u'.' + QLatin1String(format.suffix);
    return place.endsWith(end, Qt::CaseInsensitive) ? place : place + end;
}

} // namespace

BulkRunner::BulkRunner(BulkJob job, AnswerMeans means, QString model, BulkListener listener,
                       RoomWait& room)
    : m_job(std::move(job))
    , m_means(std::move(means))
    , m_model(std::move(model))
    , m_listener(std::move(listener))
    , m_room(room)
    , m_answers(m_means) {}

Result<BulkReport> BulkRunner::run(std::stop_token stop) {
    m_stop = std::move(stop);
    if (const Result<void> ready = prepare(); !ready) {
        return tl::unexpected(ready.error());
    }
    BulkReport report;
    runAll(report);
    report.times = m_times;
    report.left = m_progress.documents - static_cast<int>(report.documents.size());
    report.end = m_end;
    const QString path = QDir(m_job.folder).filePath(reportName(m_job.shard));
    if (const auto kept = writeWithRoom(path, reportText(report), Existing::Replace); !kept) {
        report.end = report.end ? report.end : kept.error();
    }
    return report;
}

bool BulkRunner::runAll(BulkReport& report) {
    const SignalStack stack;
    m_journal.emplace(QDir(m_job.folder).filePath(journalName(m_job.shard)));
    const auto closed = qScopeGuard([this] { m_journal.reset(); });
    QVector<BulkItem> sound;
    QVector<BulkItem> suspects; // one of those that were in work when the program died
    for (const BulkItem& item : m_items) {
        if (m_journal->isSetAside(item.place)) {
            report.documents.append(setAside(item));
        } else {
            (m_journal->crashesOf(item.place) > 0 ? suspects : sound).append(item);
        }
    }
    return runItems(sound, report) &&
           std::all_of(suspects.begin(), suspects.end(), [&](const BulkItem& suspect) {
               return runItems({suspect}, report); // alone
           });
}

bool BulkRunner::runItems(const QVector<BulkItem>& items, BulkReport& report) {
    PageSource source(m_job, items, m_means, *m_journal);
    BulkDocument document;
    ReadDocument read;
    while (true) {
        const auto pages = timed(m_times.waiting, [&] { return source.next(); });
        if (pages.empty()) {
            return true;
        }
        Answers answers = ask(pages);
        for (std::size_t i = 0; i < pages.size(); ++i) {
            take(pages[i], std::move(answers[i]), document, read);
            if (m_stop.stop_requested() || m_end) {
                return false;
            }
            if (pages[i].page < 0) {
                m_journal->end(document.place);
                report.documents.append(std::exchange(document, {}));
                read = {};
            }
        }
    }
}

// Means that take one page at a time are asked when a page is taken.
BulkRunner::Answers BulkRunner::ask(const std::vector<PageInHand>& pages) {
    Answers answers;
    if (!m_means.analyzeTogether) {
        return answers;
    }
    QVector<AnalysisRequest> requests;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (pages[i].needsModel()) {
            requests.append(pages[i].prepared.request);
            places.push_back(i);
        }
    }
    if (requests.isEmpty()) {
        return answers;
    }
    tell(pages[places.front()]);
    startClock();
    m_means.analyzeTogether(requests, [&](qsizetype request, Result<AnalysisResult> answer) {
        const std::size_t place = places[std::size_t(request)];
        keep(pages[place], answer);
        answers.emplace(place, std::move(answer));
    });
    waitUntilKept();
    return answers;
}

void BulkRunner::startClock() {
    if (!m_reading.isValid()) {
        m_reading.start();
        m_waitedBefore = m_room.waited();
    }
}

// As soon as it is there; failures are for the document's report.
void BulkRunner::keep(const PageInHand& page, const Result<AnalysisResult>& answer) {
    if (answer && answer->end != AnswerEnd::Cancelled) {
        m_times.model += answer->times;
        timed(m_times.writing, [&] { m_answers.keep(page.prepared.request, *answer); });
        if (m_means.library != nullptr) { // else it is to be read again
            m_journal->advance(page.from->item.place);
        }
        ++m_pagesRead;
    }
    ++m_progress.pagesDone;
    tell(page);
}

// Nothing is read that could not be kept: a library without room makes the job wait.
void BulkRunner::waitUntilKept() {
    if (m_means.library != nullptr && m_means.keptBy == KeptBy::KeptAnswers) {
        timed(m_times.writing, [&] { m_means.library->waitUntilMade(); });
        if (const std::optional<Failure> missing = m_room.givenUp()) {
            m_end = missing;
        }
    }
}

BulkDocument BulkRunner::setAside(const BulkItem& item) {
    BulkDocument document;
    document.path = item.path;
    document.place = item.place;
    document.isSetAside = true;
    document.failures.append({-1, m_journal->whySetAside(item.place, item.path)});
    ++m_progress.documentsDone;
    m_listener.document(document);
    return document;
}

Result<void> BulkRunner::prepare() {
    for (const QString& format : m_job.formats) {
        const ExportFormat* known = exportFormat(format);
        if (known == nullptr || !known->isOfText()) {
            return failure(FailureCode::BadArguments, format,
                           QStringLiteral("there is no such format"));
        }
    }
    const auto made = m_room.untilThereIsRoom(0, [this] { return makeFolder(m_job.folder); });
    if (!made) {
        return made;
    }
    removeLeftovers(m_job.folder);
    m_items = itemsOf(m_job);
    for (const BulkItem& item : m_items) {
        if (!item.failure) { // else nothing is there
            m_inputs.insert(QFileInfo(item.path).canonicalFilePath());
        }
    }
    m_progress.documents = static_cast<int>(m_items.size());
    if (m_listener.begun) {
        m_listener.begun(m_items);
    }
    return {};
}

void BulkRunner::take(const PageInHand& page, std::optional<Result<AnalysisResult>> answer,
                      BulkDocument& document, ReadDocument& read) {
    if (document.path.isEmpty()) {
        document.path = page.from->item.path;
        document.place = page.from->item.place;
        read.name = QFileInfo(document.path).fileName();
        read.document = page.from->document;
    }
    tell(page);
    if (page.failure) {
        document.failures.append({page.page, *page.failure});
    }
    if (page.page < 0) {
        finish(document, read);
        return;
    }
    ++document.pages;
    if (page.text) {
        ++(page.text->source == TextSource::File ? document.own : document.known);
        read.pages.append(*page.text);
    } else if (!page.failure) {
        if (const std::optional<AnalysisResult> result =
                this->read(page, std::move(answer), document)) {
            read.model = m_model;
            read.pages.append({page.page, page.from->document->pageSize(page.page),
                               result->pageText.value_or(PageText()), TextSource::Model});
        }
    }
    if (!page.needsModel()) { // else counted when its answer was there
        ++m_progress.pagesDone;
    }
}

// Nothing when it failed or was stopped.
std::optional<AnalysisResult> BulkRunner::read(const PageInHand& page,
                                               std::optional<Result<AnalysisResult>> answer,
                                               BulkDocument& document) {
    const auto note = [&](const AnalysisResult& result) {
        if (result.end != AnswerEnd::Complete) {
            document.flagged.append(page.page);
        }
        return result;
    };
    if (page.prepared.known) {
        ++document.known;
        return note(*page.prepared.known);
    }
    if (!answer) {
        startClock();
        answer = m_means.analyze(page.prepared.request, [](const QString&) {});
        keep(page, *answer);
        waitUntilKept();
    }
    if (!*answer) {
        document.failures.append({page.page, answer->error()});
        if (endsJob(answer->error().code)) {
            m_end = answer->error();
        }
        return std::nullopt;
    }
    if ((*answer)->end == AnswerEnd::Cancelled) {
        return std::nullopt;
    }
    ++document.read;
    return note(**answer);
}

void BulkRunner::finish(BulkDocument& document, const ReadDocument& read) {
    for (const QString& format : read.pages.isEmpty() ? QStringList() : m_job.formats) {
        const Result<void> written =
            timed(m_times.writing, [&] { return write(*exportFormat(format), read, document); });
        if (written) {
            continue;
        }
        if (written.error().code == FailureCode::DiskFull && m_stop.stop_requested()) {
            return; // left for the next run
        }
        document.failures.append({-1, written.error()});
        if (endsJob(written.error().code)) {
            m_end = written.error();
            return;
        }
    }
    ++m_progress.documentsDone;
    m_listener.document(document);
}

Result<void> BulkRunner::write(const ExportFormat& format, const ReadDocument& read,
                               BulkDocument& document) {
    const QString name = outputName(document.place, format);
    const QString path = QDir(m_job.folder).filePath(name);
    if (QFileInfo::exists(path) && m_inputs.contains(QFileInfo(path).canonicalFilePath())) {
        return failure(FailureCode::FileExists, path,
                       QStringLiteral("it is one of the inputs, which are never changed; choose "
                                      "another folder"));
    }
    const Result<Exported> exported = format.writeText(read);
    if (!exported) {
        return tl::unexpected(exported.error());
    }
    document.notes += exported->notes;
    if (!holds(path, exported->bytes)) {
        const Result<void> written = writeWithRoom(path, exported->bytes, m_job.existing);
        if (!written && !holds(path, exported->bytes)) { // the same job at the same time was first
            return written;
        }
        ++document.written;
    }
    document.outputs.append(name);
    return {};
}

Result<void> BulkRunner::writeWithRoom(const QString& path, const QByteArray& bytes,
                                       Existing existing) {
    return m_room.untilThereIsRoom(bytes.size(), [&] {
        return makeFolder(QFileInfo(path).path()).and_then([&] {
            return writeFile(path, bytes, existing);
        });
    });
}

// How many pages the rest has can only be judged by the documents that are done.
std::optional<double> BulkRunner::secondsLeft() const {
    if (m_pagesRead < kLeastPagesToJudgeBy || m_progress.documentsDone == 0) {
        return std::nullopt;
    }
    const double perDocument = double(m_progress.pagesDone) / m_progress.documentsDone;
    const double pagesLeft = perDocument * m_progress.documents - m_progress.pagesDone;
    const auto waited = std::chrono::duration<double>(m_room.waited() - m_waitedBefore);
    const double perPage = (double(m_reading.elapsed()) / 1000 - waited.count()) / m_pagesRead;
    return std::max(0.0, pagesLeft * perPage);
}

void BulkRunner::tell(const PageInHand& page) {
    m_progress.document = page.from->item.place;
    m_progress.page = page.page;
    m_progress.secondsLeft = secondsLeft();
    m_listener.progress(m_progress);
}

} // namespace app

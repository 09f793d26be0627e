// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// BulkRunner: does a job. Each page is kept in the library as soon as it is read, each document
// written when its last page is there: whatever ends the program, no finished work is lost, and
// running the job again goes on from there. One bad page or file never stops the rest; one that
// ends the program is tried once more, alone, and then set aside (crash_journal.h). When a drive is
// full the job waits (room_wait.h). One thread, beside that of its PageSource.
#pragma once

#include "app/bulk/job.h"
#include "app/bulk/page_source.h"
#include "app/bulk/report.h"
#include "app/exporting/export_format.h"
#include "app/files/room_wait.h"

#include <QElapsedTimer>
#include <QSet>

#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <vector>

namespace app {

struct BulkProgress {
    int documents = 0; // of the job
    int documentsDone = 0;
    int pagesDone = 0;
    QString document;                       // in hand
    int page = 0;                           // in hand, from 0
    std::optional<double> secondsLeft = {}; // an estimate; not before there is something to go by
};

struct BulkListener {
    std::function<void(const BulkProgress&)> progress;
    std::function<void(const BulkDocument&)> document;        // has come to its end
    std::function<void(const QVector<BulkItem>&)> begun = {}; // with these; may be empty
};

class BulkRunner {
public:
    // The means' model reads; its picture function is called on another thread. model: its name,
    // for the outputs. room: where it waits, with the same stop as run(); it must outlive the
    // runner.
    BulkRunner(BulkJob job, AnswerMeans means, QString model, BulkListener listener,
               RoomWait& room);

    // BadArguments: an unknown format, a folder that holds an input. FileAccess and the like: the
    // folder cannot be made. Stopped: the page in hand is dropped, the rest is in the report.
    Result<BulkReport> run(std::stop_token stop);

private:
    using Answers = std::map<std::size_t, std::optional<Result<AnalysisResult>>>;

    Result<void> prepare();
    // Each false when the job ends.
    bool runAll(BulkReport& report);
    bool runItems(const QVector<BulkItem>& items, BulkReport& report);
    BulkDocument setAside(const BulkItem& item);
    // Asks the model about all that need it; by their places among the pages.
    Answers ask(const std::vector<PageInHand>& pages);
    void keep(const PageInHand& page, const Result<AnalysisResult>& answer);
    void waitUntilKept();
    // answer: of a page that the model was asked about already.
    void take(const PageInHand& page, std::optional<Result<AnalysisResult>> answer,
              BulkDocument& document, ReadDocument& read);
    std::optional<AnalysisResult> read(const PageInHand& page,
                                       std::optional<Result<AnalysisResult>> answer,
                                       BulkDocument& document);
    void startClock();
    void finish(BulkDocument& document, const ReadDocument& read);
    Result<void> write(const ExportFormat& format, const ReadDocument& read,
                       BulkDocument& document);
    Result<void> writeWithRoom(const QString& path, const QByteArray& bytes, Existing existing);
    std::optional<double> secondsLeft() const;
    void tell(const PageInHand& page);

    const BulkJob m_job;
    const AnswerMeans m_means;
    const QString m_model;
    const BulkListener m_listener;
    RoomWait& m_room;
    QVector<BulkItem> m_items;
    QSet<QString> m_inputs; // which no output may replace
    KeptAnswers m_answers;
    std::optional<CrashJournal> m_journal; // while it runs
    std::stop_token m_stop;
    BulkProgress m_progress;
    QElapsedTimer m_reading;                   // since the first page that the model had to read
    std::chrono::nanoseconds m_waitedBefore{}; // for room
    BulkTimes m_times;
    int m_pagesRead = 0;          // by the model; all others take no time
    std::optional<Failure> m_end; // what nothing can go on after
};

} // namespace app

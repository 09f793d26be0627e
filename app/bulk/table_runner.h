// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// TableRunner: asks every document of a job every question. Answers are kept in the library as they
// come, so a job that ended in any way is continued by running it again: nothing is asked twice. A
// bad document or answer never stops the rest; a document that ends the program is tried once more,
// behind the others, and then set aside (crash_journal.h). One thread.
#pragma once

#include "app/bulk/crash_journal.h"
#include "app/bulk/job.h"
#include "app/bulk/table.h"
#include "app/library/kept_answers.h"

#include <QElapsedTimer>

#include <functional>
#include <stop_token>

namespace app {

enum class TableRows {
    Documents, // all pages of one go along with a question
    Pages,
};

enum class TablePlaces {
    WherePossible, // answers name their places when the model can do that
    None,
};

struct TableJob {
    QStringList inputs; // files, folders with all that is below them
    QVector<TableQuestion> questions;
    TableRows rows = TableRows::Documents;
    TablePlaces places = TablePlaces::WherePossible;
    QString pages;        // "1-3,7"; empty: all
    int maxNewTokens = 0; // of an answer; 0: the model card's
    QString journal;      // file of the crash journal (crash_journal.h); empty: none is kept
};

struct TableProgress {
    int documents = 0; // of the job
    int documentsDone = 0;
    int answers = 0;
    QString document;                       // in hand
    std::optional<double> secondsLeft = {}; // an estimate; not before there is something to go by
};

struct TableListener {
    std::function<void(const TableProgress&)> progress;
    std::function<void(const TableRow&)> row;                 // has one more answer, or has failed
    std::function<void(const QVector<BulkItem>&)> begun = {}; // with these; may be empty
};

struct TableOutcome {
    Table table;
    int left = 0;                    // documents that were not come to, or not to their end
    std::optional<Failure> end = {}; // why the rest was not tried; else the job was stopped
};

class TableRunner {
public:
    // More pages than any model takes along with a question; they would fill the memory first.
    static constexpr int kMostPagesTogether = 32;

    using Open = std::function<Result<std::shared_ptr<const Document>>(const QString& path)>;

    TableRunner(TableJob job, AnswerMeans means, Open open, TableListener listener);

    // BadArguments: nothing to ask. ModelMissing and the like: there is no such model.
    Result<TableOutcome> run(std::stop_token stop);

private:
    bool takeItem(const BulkItem& item, std::optional<CrashJournal>& journal,
                  QVector<TableRow>& rows);
    bool takeDocument(const QString& path, QVector<TableRow>& rows);
    bool takePages(const QString& path, const QVector<int>& pages, QVector<TableRow>& rows);
    bool ask(const QString& question, TableRow& row);
    AnswerMeans drawingOnce(AnswerMeans means);
    AnswerMeans takingTimes(AnswerMeans means);
    std::optional<double> secondsLeft() const;
    void tell();

    const TableJob m_job;
    QHash<int, QImage> m_pictures; // of the row in hand: each question is about the same ones
    const AnswerMeans m_means;
    const Open m_open;
    const TableListener m_listener;
    KeptAnswers m_answers;
    Task m_task = Task::Ask;
    std::stop_token m_stop;
    TableProgress m_progress;
    int m_toAnswer = 0;           // in the documents that were come to
    QElapsedTimer m_clock;        // since the job began
    double m_waited = 0;          // seconds for the model, which may have had to pause
    double m_computed = 0;        // seconds in which it was at work
    int m_computedAnswers = 0;    // all others take no time
    std::optional<Failure> m_end; // what nothing can go on after
};

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What has become of a job's documents, and the report about it in the job's folder: JSON Lines,
// one document a line in the order of their places, the same bytes for the same results. Each shard
// writes its own; merged, they are that of the whole job. Values; any thread.
#pragma once

#include "app/analysis/analysis.h"
#include "app/bulk/job.h"
#include "app/exporting/export_format.h"

#include <QByteArray>

namespace app {

struct BulkPageFailure {
    int page = -1; // −1: the document
    Failure failure;
};

struct BulkDocument {
    QString path;
    QString place;
    int pages = 0;             // that were to be done
    int read = 0;              // by the model, now
    int known = 0;             // from the library
    int own = 0;               // with their own text
    QVector<int> flagged;      // not read to their end: look at them
    QStringList outputs;       // relative to the folder, whether written now or before
    int written = 0;           // of them, now
    QVector<ExportNote> notes; // of its outputs
    QVector<BulkPageFailure> failures;
    bool isSetAside = false; // it has ended the program before, so it was not tried

    // A person should look at it: it is not all there.
    bool isToLookAt() const { return !flagged.isEmpty() || !failures.isEmpty(); }
};

// Where the time of a run went, in seconds. What a page needs before the model is done meanwhile,
// so only waiting for it counts.
struct BulkTimes {
    double waiting = 0;
    StageTimes model;
    double writing = 0; // exports, and the library
};

struct BulkReport {
    QVector<BulkDocument> documents;
    BulkTimes times;
    int left = 0;                    // documents that were not come to, or not to their end
    std::optional<Failure> end = {}; // why the rest was not tried; else the job was stopped
};

// "tessera-report.jsonl", of a shard "tessera-report-2-of-8.jsonl"
QString reportName(const Shard& shard);
// "tessera-crashes.txt", of a shard likewise: the journal (crash_journal.h)
QString journalName(const Shard& shard);
QByteArray reportText(const BulkReport& report);

struct MergedReport {
    QByteArray text;
    int documents = 0;
    QStringList conflicts; // places of which two reports say different things
    QVector<int> missing;  // shards without a report, from 0
};

// Of all shards' reports in the folder. FileNotFound when there is none; NotADocument when a file
// is no report.
Result<MergedReport> mergeReports(const QString& folder);

} // namespace app

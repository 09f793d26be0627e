// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// BulkJob: many documents, and what to make of each. A value. What a job has done is nowhere but in
// the library (what was read) and in its folder (what was written), so a job that ended in any way
// is continued by running it again: nothing is read twice, and what is written stays.
#pragma once

#include "app/files/file_writer.h"
#include "app/result.h"

#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace app {

// Pages that have text in their file already.
enum class OwnText {
    Keep,   // is taken as it is; pages without are read
    Ignore, // every page is read
    Skip,   // pages that have it are left out
};

// The share of a job that one of several processes does: documents by the hash of their place, so
// that all agree without talking.
struct Shard {
    int index = 0; // 0 … count−1
    int count = 1;
};

struct BulkJob {
    QStringList inputs; // files, and folders with all that is below them
    QString folder;     // where the outputs go; made when it is not there
    QStringList formats = {QStringLiteral("pdf")}; // names in exportFormats
    QString pages;                                 // "1-3,7"; empty: all
    OwnText ownText = OwnText::Keep;
    Existing existing = Existing::Refuse; // other files where outputs go
    Shard shard;
    int maxNewTokens = 0; // of a page's part; 0: the model card's
};

// A document of a job. Its outputs lie under the job's folder as it lies under the input that
// brought it in: scans/2024/a.png becomes 2024/a.png.txt and 2024/a.png.pdf, scans/2024/a.pdf
// becomes 2024/a.pdf.
struct BulkItem {
    QString path;
    QString place; // relative, without a format's suffix
    std::optional<Failure> failure =
        {}; // an input that is not there, or a folder without documents
};

// All that the inputs bring in, in their order, each file once; those below the folder of outputs
// only where an input lies in it too.
QVector<BulkItem> documentsOf(const QStringList& inputs, const QString& outputFolder = {});
// Those of the job's shard, each place once: a second file of the same place is a failure.
QVector<BulkItem> itemsOf(const BulkJob& job);

// Whether this would befall every other page and document too.
bool endsJob(FailureCode code);

// "2/8": the second of eight, as people count. BadArguments for anything else.
Result<Shard> parseShard(const QString& text);

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bulk/report.h"

#include "app/failure_message.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace app {

namespace {

constexpr int kSchema = 1;

QString statusOf(const BulkDocument& document) {
    if (document.isSetAside) {
        return QStringLiteral("set-aside");
    }
    if (!document.failures.isEmpty()) {
        return document.outputs.isEmpty() ? QStringLiteral("failed") : QStringLiteral("partly");
    }
    return document.flagged.isEmpty() ? QStringLiteral("done") : QStringLiteral("flagged");
}

// "-2-of-8"; empty when it is the whole job.
QString nameOf(const Shard& shard) {
    return shard.count == 1 ? QString()
                            : QStringLiteral("-%1-of-%2").arg(shard.index + 1).arg(shard.count);
}

QJsonValue pageJson(int page) {
    return page < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(page + 1);
}

QString noteName(ExportNote::Kind kind) {
    switch (kind) {
    case ExportNote::Kind::KeptOwnText:
        return QStringLiteral("kept-own-text");
    case ExportNote::Kind::NoPlaces:
        return QStringLiteral("no-places");
    case ExportNote::Kind::NotArchival:
        break;
    }
    return QStringLiteral("not-archival");
}

// Nothing of when and how fast: a job done twice has one report.
QJsonObject documentJson(const BulkDocument& document) {
    QJsonArray flagged;
    for (const int page : document.flagged) {
        flagged.append(page + 1);
    }
    QJsonArray failures;
    for (const BulkPageFailure& failed : document.failures) {
        failures.append(QJsonObject{{QStringLiteral("page"), pageJson(failed.page)},
                                    {QStringLiteral("code"), failureName(failed.failure.code)},
                                    {QStringLiteral("detail"), failed.failure.detail}});
    }
    QJsonArray notes;
    for (const ExportNote& note : document.notes) {
        notes.append(QJsonObject{{QStringLiteral("page"), pageJson(note.page)},
                                 {QStringLiteral("kind"), noteName(note.kind)},
                                 {QStringLiteral("reason"), note.reason}});
    }
    return {{QStringLiteral("schema"), kSchema},
            {QStringLiteral("document"), document.place},
            {QStringLiteral("status"), statusOf(document)},
            {QStringLiteral("pages"), document.pages},
            {QStringLiteral("ownText"), document.own},
            {QStringLiteral("flagged"), flagged},
            {QStringLiteral("outputs"), QJsonArray::fromStringList(document.outputs)},
            {QStringLiteral("notes"), notes},
            {QStringLiteral("failures"), failures}};
}

QByteArray joined(const QMap<QString, QByteArray>& lines) {
    QByteArray text;
    for (const QByteArray& line : lines) {
        text += line + '\n';
    }
    return text;
}

Result<QByteArray> contentOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(FailureCode::FileAccess, path, file.errorString());
    }
    return file.readAll();
}

// Takes a shard's lines over; a place that is there with other words is a conflict.
Result<void> mergeLines(const QString& path, const QByteArray& text,
                        QMap<QString, QByteArray>& lines, QStringList& conflicts) {
    for (const QByteArray& line : text.split('\n')) {
        if (line.isEmpty()) {
            continue;
        }
        const QString place = QJsonDocument::fromJson(line)[QStringLiteral("document")].toString();
        if (place.isEmpty()) {
            return failure(FailureCode::NotADocument, path,
                           QStringLiteral("a line of it is not of a report; run its shard again"));
        }
        const auto known = lines.constFind(place);
        if (known != lines.cend() && *known != line) {
            conflicts.append(place);
        }
        lines.insert(place, line);
    }
    return {};
}

} // namespace

QString reportName(const Shard& shard) {
    return QStringLiteral("tessera-report%1.jsonl").arg(nameOf(shard));
}

QString journalName(const Shard& shard) {
    return QStringLiteral("tessera-crashes%1.txt").arg(nameOf(shard));
}

QByteArray reportText(const BulkReport& report) {
    QMap<QString, QByteArray> lines;
    for (const BulkDocument& document : report.documents) {
        const QJsonDocument json(documentJson(document));
        QByteArray& line = lines[document.place];
        line += (line.isEmpty() ? "" : "\n") + json.toJson(QJsonDocument::Compact);
    }
    return joined(lines);
}

Result<MergedReport> mergeReports(const QString& folder) {
    static const QRegularExpression form(
        QStringLiteral("^tessera-report-([0-9]+)-of-([0-9]+)\\.jsonl$"));
    MergedReport merged;
    QMap<QString, QByteArray> lines;
    QVector<int> found;
    int count = 0;
    const QStringList names = QDir(folder).entryList(QDir::Files, QDir::Name);
    for (const QString& name : names) {
        const QRegularExpressionMatch match = form.match(name);
        if (!match.hasMatch()) {
            continue;
        }
        const int ofCount = match.captured(2).toInt();
        if (count != 0 && ofCount != count) {
            return failure(FailureCode::BadArguments, QDir(folder).filePath(name),
                           QStringLiteral("the folder has reports of %1 and of %2 shards; remove "
                                          "those of the job that is not meant")
                               .arg(count)
                               .arg(ofCount));
        }
        count = ofCount;
        found.append(match.captured(1).toInt() - 1);
        const QString path = QDir(folder).filePath(name);
        const Result<void> taken = contentOf(path).and_then([&](const QByteArray& text) {
            return mergeLines(path, text, lines, merged.conflicts);
        });
        if (!taken) {
            return tl::unexpected(taken.error());
        }
    }
    if (found.isEmpty()) {
        return failure(FailureCode::FileNotFound, folder,
                       QStringLiteral("no shard has left a report in this folder"));
    }
    for (int shard = 0; shard < count; ++shard) {
        if (!found.contains(shard)) {
            merged.missing.append(shard);
        }
    }
    merged.text = joined(lines);
    merged.documents = static_cast<int>(lines.size());
    return merged;
}

} // namespace app

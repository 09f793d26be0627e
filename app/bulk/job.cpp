// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bulk/job.h"

#include "app/documents/document_opener.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

namespace app {

namespace {

bool isOf(const Shard& shard, const QString& place) {
    if (shard.count == 1) {
        return true;
    }
    // A hash that is the same on every machine and in every version.
    const QByteArray hash = QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256);
    quint32 number = 0;
    for (int i = 0; i < 4; ++i) {
        number = number << 8 | static_cast<quint8>(hash[i]);
    }
    return number % static_cast<quint32>(shard.count) == static_cast<quint32>(shard.index);
}

bool isBelow(const QString& folder, const QString& path) {
    return !folder.isEmpty() && (path + u'/').startsWith(folder + u'/');
}

QVector<BulkItem> itemsNamed(const QString& input) {
    const QFileInfo about(input);
    if (!about.isDir()) {
        return {{input, about.fileName()}};
    }
    const Result<QStringList> documents = documentsIn(input);
    if (!documents) {
        return {{input, about.fileName(), documents.error()}};
    }
    const QDir folder(about.absoluteFilePath()); // paths relative to a relative folder are not
    QVector<BulkItem> items;
    for (const QString& document : *documents) {
        items.append({document, folder.relativeFilePath(QFileInfo(document).absoluteFilePath())});
    }
    return items;
}

} // namespace

QVector<BulkItem> documentsOf(const QStringList& inputs, const QString& outputFolder) {
    QVector<BulkItem> documents;
    QSet<QString> files;
    const QString outputs = QFileInfo(outputFolder).canonicalFilePath();
    for (const QString& input : inputs) {
        const bool mayBeOutputs = isBelow(outputs, QFileInfo(input).canonicalFilePath());
        for (BulkItem& item : itemsNamed(input)) {
            const QString file = QFileInfo(item.path).canonicalFilePath(); // empty: not there
            const bool isNew = file.isEmpty() || !files.contains(file);
            if (isNew && (mayBeOutputs || !isBelow(outputs, file))) {
                files.insert(file);
                documents.append(std::move(item));
            }
        }
    }
    return documents;
}

QVector<BulkItem> itemsOf(const BulkJob& job) {
    QVector<BulkItem> items;
    QSet<QString> places;
    for (BulkItem& item : documentsOf(job.inputs, job.folder)) {
        if (!isOf(job.shard, item.place)) {
            continue;
        }
        if (places.contains(item.place) && !item.failure) {
            item.failure = Failure{FailureCode::FileExists, item.path,
                                   QStringLiteral("another file of this job has its outputs at "
                                                  "“%1” too; read it into another folder")
                                       .arg(item.place)};
        }
        places.insert(item.place);
        items.append(std::move(item));
    }
    return items;
}

bool endsJob(FailureCode code) {
    switch (code) {
    case FailureCode::ModelMissing:
    case FailureCode::ModelDamaged:
    case FailureCode::ModelUnsupported:
    case FailureCode::DeviceUnavailable:
    case FailureCode::WriteFailed:
    case FailureCode::DiskFull:
        return true;
    default:
        return false;
    }
}

Result<Shard> parseShard(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,6})/([0-9]{1,6})$"));
    const QRegularExpressionMatch match = form.match(text);
    const int number = match.captured(1).toInt();
    const int count = match.captured(2).toInt();
    if (!match.hasMatch() || number < 1 || number > count) {
        return failure(FailureCode::BadArguments, text,
                       QStringLiteral("a share of a job is written 2/8: the second of eight"));
    }
    return Shard{number - 1, count};
}

} // namespace app

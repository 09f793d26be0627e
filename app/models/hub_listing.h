// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a model hub says about a published checkpoint: which commit, which files with which sizes
// and hashes, under which licence. Sizes and hashes always come from the hub; nothing about them is
// known here. Its answers are untrusted: only plain file names that a model consists of are taken,
// only with a size and a hash. Pure, any thread.
#pragma once

#include "app/result.h"

#include <QByteArray>
#include <QUrl>
#include <QVector>

namespace app {

// The checkpoints that the program knows how to run: "deepseek-ai/deepseek-vl2-tiny", …
QStringList publishedRepositories();
// "deepseek-vl2-tiny"
QString nameOfRepository(const QString& repository);

struct RemoteFile {
    QString name;
    qint64 bytes = 0;
    QByteArray sha256; // hexadecimal; of large files
    QByteArray gitId;  // hexadecimal SHA-1 of a Git blob; of small files, which have nothing else
};

struct ModelOffer {
    QString repository;
    QString commit; // the files of one moment belong together
    QVector<RemoteFile> files;
    QString licenseName;
    QString licenseLink; // a page about it, may be empty
    QString licenseText; // what the repository holds as LICENSE, may be empty

    qint64 bytes() const;
};

QUrl revisionUrl(const QUrl& hub, const QString& repository, const QString& revision);
QUrl treeUrl(const QUrl& hub, const QString& repository, const QString& commit);
QUrl fileUrl(const QUrl& hub, const QString& repository, const QString& commit,
             const QString& name);

// The answer of revisionUrl: fills in commit and licence.
Result<ModelOffer> readRevision(const QString& repository, const QByteArray& json);
// The answer of treeUrl.
Result<QVector<RemoteFile>> readTree(const QString& repository, const QByteArray& json);
// The file of the list that holds the licence; empty when there is none.
QString licenseFileOf(const QVector<RemoteFile>& files);

} // namespace app

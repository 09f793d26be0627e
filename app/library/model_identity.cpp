// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/model_identity.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace app {

namespace {

constexpr auto kHash = QCryptographicHash::Blake2b_256;

bool isHash(const QString& name) {
    constexpr int kDigits = 64;
    return name.size() == kDigits && std::all_of(name.cbegin(), name.cend(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

Result<QByteArray> hashOf(const QFileInfo& about, Library& library) {
    const QString path = about.canonicalFilePath();
    // The hub's cache is made of links to files that are named by their hash.
    if (const QString name = QFileInfo(path).fileName(); isHash(name)) {
        return name.toLatin1();
    }
    const QDateTime modified = about.lastModified();
    if (const auto known = library.fileHash(path, about.size(), modified);
        known && !known->isEmpty()) {
        return *known;
    }
    QFile file(path);
    QCryptographicHash hash(kHash);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) {
        return failure(FailureCode::FileAccess, about.filePath(), file.errorString());
    }
    library.keepFileHash(path, about.size(), modified, hash.result());
    return hash.result();
}

} // namespace

Result<ModelIdentity> identityOf(const ModelCard& card, Library& library) {
    const QDir folder(card.folder);
    QCryptographicHash hash(kHash);
    const QFileInfoList files =
        folder.entryInfoList({QStringLiteral("*.json"), QStringLiteral("*.safetensors")},
                             QDir::Files | QDir::Readable, QDir::Name);
    for (const QFileInfo& file : files) {
        const Result<QByteArray> content = hashOf(file, library);
        if (!content) {
            return tl::unexpected(content.error());
        }
        hash.addData(file.fileName().toUtf8() + '\0' + *content);
    }
    return ModelIdentity{hash.result(), card.name, card.version, card.folder};
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/hub_listing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace app {

namespace {

constexpr double kMostBytes = 1e12;
constexpr qsizetype kMostFiles = 200;

bool isHex(const QString& text, int digits) {
    static const QRegularExpression pattern(QStringLiteral("^[0-9a-f]+$"));
    return text.size() == digits && pattern.match(text).hasMatch();
}

// What a checkpoint consists of, and what a person may want to read beside it.
bool belongsToModel(const QString& name) {
    static const QRegularExpression pattern(QStringLiteral(
        "^(config|processor_config|tokenizer|tokenizer_config|special_tokens_map|tessera)\\.json$|"
        "^model(-[0-9]{5}-of-[0-9]{5,6})?\\.safetensors$|^model\\.safetensors\\.index\\.json$|"
        "^LICENSE[A-Za-z0-9._-]{0,40}$|^README\\.md$"));
    return pattern.match(name).hasMatch();
}

Failure unexpectedAnswer(const QString& repository, const QString& why) {
    return {FailureCode::DownloadFailed, repository,
            QStringLiteral("the hub's answer is not what was expected: %1").arg(why)};
}

Result<RemoteFile> fileOf(const QString& repository, const QJsonObject& entry) {
    const QJsonObject large = entry.value(QLatin1String("lfs")).toObject();
    RemoteFile file;
    file.name = entry.value(QLatin1String("path")).toString();
    const QJsonValue size =
        large.isEmpty() ? entry.value(QLatin1String("size")) : large.value(QLatin1String("size"));
    const double bytes = size.toDouble(-1);
    if (!(bytes >= 0 && bytes <= kMostBytes) || std::trunc(bytes) != bytes) {
        return tl::unexpected(
            unexpectedAnswer(repository, QStringLiteral("no size of %1").arg(file.name)));
    }
    file.bytes = qint64(bytes);
    const QString sha256 = large.value(QLatin1String("oid")).toString();
    const QString gitId = entry.value(QLatin1String("oid")).toString();
    if (isHex(sha256, 64)) {
        file.sha256 = sha256.toLatin1();
    } else if (large.isEmpty() && isHex(gitId, 40)) {
        file.gitId = gitId.toLatin1();
    } else {
        return tl::unexpected(
            unexpectedAnswer(repository, QStringLiteral("no hash of %1").arg(file.name)));
    }
    return file;
}

QString textIn(const QJsonObject& object, const char* key) {
    return object.value(QLatin1String(key)).toString().left(200);
}

QUrl under(const QUrl& hub, const QString& path) {
    QUrl url = hub;
    url.setPath(path);
    return url;
}

} // namespace

QStringList publishedRepositories() {
    return {QStringLiteral("deepseek-ai/deepseek-vl2-tiny"),
            QStringLiteral("deepseek-ai/deepseek-vl2-small"),
            QStringLiteral("deepseek-ai/deepseek-vl2")};
}

QString nameOfRepository(const QString& repository) {
    return repository.section(u'/', -1);
}

qint64 ModelOffer::bytes() const {
    return std::accumulate(files.begin(), files.end(), qint64{0},
                           [](qint64 sum, const RemoteFile& file) { return sum + file.bytes; });
}

QUrl revisionUrl(const QUrl& hub, const QString& repository, const QString& revision) {
    return under(hub, QStringLiteral("/api/models/%1/revision/%2").arg(repository, revision));
}

QUrl treeUrl(const QUrl& hub, const QString& repository, const QString& commit) {
    return under(hub, QStringLiteral("/api/models/%1/tree/%2").arg(repository, commit));
}

QUrl fileUrl(const QUrl& hub, const QString& repository, const QString& commit,
             const QString& name) {
    return under(hub, QStringLiteral("/%1/resolve/%2/%3").arg(repository, commit, name));
}

Result<ModelOffer> readRevision(const QString& repository, const QByteArray& json) {
    const QJsonObject answer = QJsonDocument::fromJson(json).object();
    const QJsonObject card = answer.value(QLatin1String("cardData")).toObject();
    ModelOffer offer;
    offer.repository = repository;
    offer.commit = answer.value(QLatin1String("sha")).toString();
    if (!isHex(offer.commit, 40)) {
        return tl::unexpected(unexpectedAnswer(repository, QStringLiteral("it names no commit")));
    }
    const QString name = textIn(card, "license_name");
    offer.licenseName = name.isEmpty() ? textIn(card, "license") : name;
    const QUrl link(textIn(card, "license_link"), QUrl::StrictMode);
    if (link.scheme() == QLatin1String("https")) {
        offer.licenseLink = link.toString();
    }
    return offer;
}

Result<QVector<RemoteFile>> readTree(const QString& repository, const QByteArray& json) {
    const QJsonDocument document = QJsonDocument::fromJson(json);
    QVector<RemoteFile> files;
    for (const QJsonValue& entry : document.array()) {
        const QJsonObject object = entry.toObject();
        if (object.value(QLatin1String("type")).toString() != u"file" ||
            !belongsToModel(object.value(QLatin1String("path")).toString())) {
            continue;
        }
        Result<RemoteFile> file = fileOf(repository, object);
        if (!file) {
            return tl::unexpected(file.error());
        }
        files.append(*file);
    }
    const auto holds = [&](const QString& name) {
        return std::any_of(files.begin(), files.end(),
                           [&](const RemoteFile& file) { return file.name == name; });
    };
    const bool hasWeights = std::any_of(files.begin(), files.end(), [](const RemoteFile& file) {
        return file.name.endsWith(QLatin1String(".safetensors"));
    });
    if (!hasWeights || !holds(QStringLiteral("config.json")) || files.size() > kMostFiles) {
        return tl::unexpected(
            unexpectedAnswer(repository, QStringLiteral("its list of files is not a model's")));
    }
    return files;
}

QString licenseFileOf(const QVector<RemoteFile>& files) {
    constexpr qint64 kMostLicenseBytes = 1 << 20;
    for (const RemoteFile& file : files) {
        if (file.name.startsWith(QLatin1String("LICENSE")) && file.bytes <= kMostLicenseBytes) {
            return file.name;
        }
    }
    return {};
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/model_catalog.h"

#include "app/models/model_card.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <utility>

namespace app {

namespace {

constexpr int kMaxFolders = 1000; // per place; a wrong setting must not walk a whole disk

QStringList subfolders(const QString& folder) {
    QStringList paths;
    if (folder.isEmpty()) {
        return paths;
    }
    const QDir directory(folder);
    for (const QString& name : directory.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (paths.size() < kMaxFolders) {
            paths.append(directory.filePath(name));
        }
    }
    return paths;
}

// models--<owner>--<name>/snapshots/<revision>: every revision that was downloaded.
QStringList hubSnapshots(const QString& hubCache) {
    QStringList paths;
    for (const QString& repository : subfolders(hubCache)) {
        if (QFileInfo(repository).fileName().startsWith(u"models--deepseek-ai--deepseek-vl2")) {
            paths += subfolders(repository + QStringLiteral("/snapshots"));
        }
    }
    return paths;
}

qint64 weightBytes(const QString& folder) {
    qint64 bytes = 0;
    for (const QFileInfo& file :
         QDir(folder).entryInfoList({QStringLiteral("*.safetensors")}, QDir::Files)) {
        bytes += file.size();
    }
    return bytes;
}

void add(ModelListing& listing, const QString& folder, ModelOrigin origin) {
    if (!QFileInfo::exists(folder + QStringLiteral("/config.json"))) {
        return; // not a model, or one whose download has not begun
    }
    Result<ModelCard> card = readModelCard(folder);
    if (!card) {
        listing.unreadable.append(card.error());
        return;
    }
    listing.models.append({std::move(*card), origin, weightBytes(folder)});
}

QString environmentPath(const char* variable, const QString& otherwise) {
    const QString value = qEnvironmentVariable(variable);
    return value.isEmpty() ? otherwise : value;
}

} // namespace

ModelPlaces ModelPlaces::ofThisUser() {
    ModelPlaces places;
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    places.ownFolder = data + QStringLiteral("/tessera/models");
    const QString hub = environmentPath("HF_HOME", cache + QStringLiteral("/huggingface"));
    places.hubCache = environmentPath("HF_HUB_CACHE", hub + QStringLiteral("/hub"));
    places.hub = QUrl(QStringLiteral("https://huggingface.co"));
    const QDir program(QCoreApplication::applicationDirPath());
    places.shipped = {QDir::cleanPath(program.filePath(QStringLiteral("../share/tessera/models"))),
                      QStringLiteral(TESSERA_SOURCE_MODELS)};
    return places;
}

ModelCatalog::ModelCatalog(ModelPlaces places)
    : m_places(std::move(places)) {}

ModelListing ModelCatalog::list() const {
    ModelListing listing;
    for (const QString& place : m_places.shipped) {
        for (const QString& folder : subfolders(place)) {
            add(listing, folder, ModelOrigin::Shipped);
        }
        if (!listing.models.isEmpty()) {
            break; // an installed program does not also list the sources it was built from
        }
    }
    for (const QString& folder : subfolders(m_places.ownFolder)) {
        add(listing, folder, ModelOrigin::OwnFolder);
    }
    for (const QString& folder : m_places.chosen) {
        const bool isModel = QFileInfo::exists(folder + QStringLiteral("/config.json"));
        for (const QString& model : isModel ? QStringList{folder} : subfolders(folder)) {
            add(listing, model, ModelOrigin::Chosen);
        }
    }
    for (const QString& folder : hubSnapshots(m_places.hubCache)) {
        add(listing, folder, ModelOrigin::HubCache);
    }
    return listing;
}

Result<ModelCard> ModelCatalog::find(const QString& wish) const {
    if (QFileInfo(wish).isDir()) {
        return readModelCard(wish);
    }
    const ModelListing listing = list();
    QStringList names;
    for (const FoundModel& model : listing.models) {
        const QString folderName = QFileInfo(model.card.folder).fileName();
        if (wish.isEmpty() || model.card.name.compare(wish, Qt::CaseInsensitive) == 0 ||
            folderName.compare(wish, Qt::CaseInsensitive) == 0) {
            return model.card;
        }
        names.append(model.card.name);
    }
    const QString found = names.isEmpty() ? QStringLiteral("no models were found")
                                          : QStringLiteral("found: ") + names.join(u", ");
    return failure(FailureCode::ModelMissing, wish,
                   QStringLiteral("neither a folder nor the name of a model; %1").arg(found));
}

} // namespace app

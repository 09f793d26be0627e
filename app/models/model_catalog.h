// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ModelCatalog: which models are on this machine: the one that ships, the user's own folder and the
// hub cache. Reads small files only, each time it is asked. Immutable, usable from any thread.
#pragma once

#include "app/analysis/analysis.h"
#include "app/result.h"

#include <QStringList>
#include <QUrl>
#include <QVector>

namespace app {

struct ModelPlaces {
    QStringList shipped; // folders of model folders, installed beside the program or in its sources
    QString ownFolder;   // $XDG_DATA_HOME/tessera/models, a folder of model folders
    QString hubCache;    // $HF_HOME/hub or ~/.cache/huggingface/hub
    QStringList chosen;  // model folders, or folders of them, that the user added
    QUrl hub = {};       // where those that are published can be downloaded from

    static ModelPlaces ofThisUser();
};

enum class ModelOrigin { Shipped, OwnFolder, Chosen, HubCache };

struct FoundModel {
    ModelCard card;
    ModelOrigin origin = ModelOrigin::Shipped;
    qint64 weightBytes = 0; // of the safetensors files that are there
};

struct ModelListing {
    QVector<FoundModel> models;
    QVector<Failure> unreadable; // folders that look like models but cannot be used, and why
};

class ModelCatalog {
public:
    explicit ModelCatalog(ModelPlaces places = ModelPlaces::ofThisUser());

    const ModelPlaces& places() const { return m_places; }

    ModelListing list() const;
    // wish: a model folder, the name of a model in the list, or empty for the one that ships.
    Result<ModelCard> find(const QString& wish) const;

private:
    ModelPlaces m_places;
};

} // namespace app

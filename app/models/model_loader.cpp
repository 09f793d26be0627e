// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/model_loader.h"

#include "app/models/model_card.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

const Setting<QStringList> kChosen{"models/folders", {}};
const Setting<QString> kOwnFolder{"models/ownFolder", {}};
const Setting<bool> kEighteenTiles{"reading/eighteenTiles", false};
const Setting<QString> kFolder{"models/folder", {}};
const Setting<QString> kDevice{"models/device", QStringLiteral("cpu")};
const Setting<int> kThreads{"models/threads", 0};
const Setting<QString> kWeights{"models/weights", QStringLiteral("bf16")};
// Set while a model is being opened: still there at the start, that ended the program.
const Setting<QString> kOpening{"models/opening", {}};

constexpr int kMostThreads = 1024;

} // namespace

ModelLoader::ModelLoader(ModelCatalog catalog, Settings& settings, AnalysisQueue& queue)
    : m_catalog(std::move(catalog))
    , m_settings(settings)
    , m_queue(queue) {
    takePlaces();
    connect(&queue, &AnalysisQueue::modelOpened, this, [this](const ModelDescription& model) {
        m_model = model;
        m_folder = model.card.folder;
        settle(State::Loaded);
    });
    connect(&queue, &AnalysisQueue::modelFailed, this, [this](const Failure& failure) {
        settle(State::Empty);
        emit failed(failure);
    });
    connect(&queue, &AnalysisQueue::modelClosed, this, [this] { settle(State::Empty); });
    connect(&queue, &AnalysisQueue::modelLoading, this, [this](double share) {
        m_progress = share;
        emit changed();
    });
}

void ModelLoader::takePlaces() {
    ModelPlaces places = m_catalog.places();
    const QString own = m_settings.value(kOwnFolder);
    places.ownFolder = own.isEmpty() ? places.ownFolder : own;
    places.chosen = m_settings.value(kChosen);
    m_catalog = ModelCatalog(places);
}

void ModelLoader::setOwnFolder(const QString& folder) {
    m_settings.set(kOwnFolder, folder);
    takePlaces();
}

Result<ModelCard> ModelLoader::addFolder(const QString& folder) {
    ModelPlaces only;
    only.chosen = {folder};
    const ModelListing there = ModelCatalog(only).list();
    if (there.models.isEmpty()) {
        return there.unreadable.isEmpty()
                   ? readModelCard(folder) // says what is missing
                   : Result<ModelCard>(tl::unexpected(there.unreadable.first()));
    }
    QStringList folders = m_settings.value(kChosen);
    if (!folders.contains(folder)) {
        folders.append(folder);
    }
    m_settings.set(kChosen, folders);
    takePlaces();
    return there.models.first().card;
}

void ModelLoader::forgetFolder(const QString& folder) {
    QStringList folders = m_settings.value(kChosen);
    folders.removeIf([&](const QString& chosen) {
        return folder == chosen || folder.startsWith(chosen + QLatin1Char('/'));
    });
    m_settings.set(kChosen, folders);
    takePlaces();
}

ModelChoice ModelLoader::preference() const {
    ModelChoice choice;
    choice.device = m_settings.value(kDevice);
    choice.threads = std::clamp(m_settings.value(kThreads), 0, kMostThreads);
    choice.eighteenTiles = m_settings.value(kEighteenTiles);
    choice.weights = weightBitsNamed(m_settings.value(kWeights)).value_or(WeightBits::Stored);
    choice.mustFit = true;
    return choice;
}

void ModelLoader::prefer(const ModelChoice& choice) {
    m_settings.set(kDevice, choice.device);
    m_settings.set(kThreads, choice.threads);
    m_settings.set(kEighteenTiles, choice.eighteenTiles);
    m_settings.set(kWeights, weightBitsName(choice.weights));
}

Result<ModelCard> ModelLoader::lastOrShipped() {
    const QString last = m_settings.value(kFolder);
    const QString broken = m_settings.value(kOpening);
    if (last.isEmpty()) {
        return m_catalog.find({});
    }
    if (!broken.isEmpty() && broken == last) {
        m_settings.set(kOpening, {});
        m_settings.set(kFolder, {});
        m_trouble = Failure{FailureCode::OutOfMemory, last,
                            QStringLiteral("the program ended while it opened this model")};
        return m_catalog.find({});
    }
    Result<ModelCard> card = m_catalog.find(last);
    if (card) {
        return card;
    }
    m_trouble = card.error();
    return m_catalog.find({});
}

Result<ModelCard> ModelLoader::start(const QString& wish, const QString& device,
                                     std::optional<int> threads) {
    Result<ModelCard> card = wish.isEmpty() ? lastOrShipped() : m_catalog.find(wish);
    if (card) {
        ModelChoice choice = preference();
        choice.folder = card->folder;
        choice.device = device.isEmpty() ? choice.device : device;
        choice.threads = threads.value_or(choice.threads);
        open(choice);
    }
    return card;
}

void ModelLoader::load(const ModelChoice& choice) {
    m_settings.set(kFolder, choice.folder);
    prefer(choice);
    m_queue.cancelAll();
    open(choice);
}

void ModelLoader::open(const ModelChoice& choice) {
    m_settings.set(kOpening, choice.folder);
    // On the disk before the opening begins, or it would say nothing after a sudden end.
    static_cast<void>(m_settings.sync());
    m_folder = choice.folder;
    m_model.reset();
    m_progress = 0;
    m_state = State::Loading;
    ++m_expected;
    m_queue.openModel(choice);
    emit changed();
}

void ModelLoader::cancel() {
    if (m_state == State::Loading) {
        m_queue.cancelLoading();
    }
}

void ModelLoader::unload() {
    if (m_state == State::Loaded) {
        m_queue.cancelAll();
        ++m_expected;
        m_queue.closeModel();
    }
}

void ModelLoader::settle(State state) {
    m_expected = std::max(0, m_expected - 1);
    if (m_expected > 0) {
        return; // another opening waits: still loading
    }
    m_settings.set(kOpening, {});
    m_state = state;
    if (state == State::Empty) {
        m_model.reset();
        m_folder.clear();
    }
    emit changed();
}

} // namespace app

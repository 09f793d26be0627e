// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ModelLoader: which model is open or being opened, on which device, and what the next start opens.
// A model whose opening ended the program (the system may do that when memory runs out) is not
// tried again by itself. GUI thread; settings and queue must outlive it.
#pragma once

#include "app/analysis/analysis_queue.h"
#include "app/models/model_catalog.h"
#include "app/settings.h"

#include <QObject>

#include <optional>

namespace app {

class ModelLoader final : public QObject {
    Q_OBJECT
public:
    enum class State { Empty, Loading, Loaded };

    ModelLoader(ModelCatalog catalog, Settings& settings, AnalysisQueue& queue);

    const ModelCatalog& catalog() const { return m_catalog; }

    // A model folder, or a folder of them, that is listed from now on. Fails when there is no
    // model.
    Result<ModelCard> addFolder(const QString& folder);
    // Out of the list; the files stay.
    void forgetFolder(const QString& folder);

    State state() const { return m_state; }

    // Of the model that is being loaded, 0…1.
    double progress() const { return m_progress; }

    // The folder of the model that is open or being opened; empty when there is none.
    const QString& folder() const { return m_folder; }

    // The model that is open.
    const std::optional<ModelDescription>& model() const { return m_model; }

    // Where the user wants models to run; the folder says nothing.
    ModelChoice preference() const;
    // From the next load on; the folder is of no interest.
    void prefer(const ModelChoice& choice);

    // Where downloads go from now on.
    void setOwnFolder(const QString& folder);

    // At the start of the program. wish: a folder or a name, empty for the model of the last time
    // or else the one that ships. Of device and threads what is set here goes before the
    // preference, this time. Fails when the wished model is not there; when only the last one is
    // not there, or ended the program, the shipped one is opened and the reason returned by
    // trouble().
    Result<ModelCard> start(const QString& wish, const QString& device, std::optional<int> threads);

    const std::optional<Failure>& trouble() const { return m_trouble; }

    // Answers that are being written end where they are. Remembers all of the choice.
    void load(const ModelChoice& choice);
    void cancel();
    void unload();

signals:
    void changed();
    void failed(const app::Failure& failure);

private:
    void takePlaces();
    void open(const ModelChoice& choice);
    void settle(State state);
    Result<ModelCard> lastOrShipped();

    ModelCatalog m_catalog;
    Settings& m_settings;
    AnalysisQueue& m_queue;
    State m_state = State::Empty;
    double m_progress = 0;
    QString m_folder;
    int m_expected = 0; // endings of openings and closings that are still to come
    std::optional<ModelDescription> m_model;
    std::optional<Failure> m_trouble;
};

} // namespace app

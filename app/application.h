// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Application: owns the services of the program without a window, as members in dependency order,
// so that they go in the reverse. Made by the composition root and handed on from there; there is
// no global access. GUI thread.
#pragma once

#include "app/analysis/analysis_queue.h"
#include "app/models/model_catalog.h"
#include "app/settings.h"

#include <QString>

#include <functional>
#include <memory>

namespace app {

struct ApplicationOptions {
    QString device = QStringLiteral("cpu");
    int threads = 0; // 0: one per core
    QString settingsFile = Settings::standardFile();
    ModelPlaces modelPlaces = ModelPlaces::ofThisUser();
    // Tests put another analyzer here; empty: the engine.
    std::function<std::unique_ptr<Analyzer>()> makeAnalyzer;
};

class Application {
public:
    explicit Application(const ApplicationOptions& options);

    Settings& settings() { return m_settings; }

    const ModelCatalog& catalog() const { return m_catalog; }

    AnalysisQueue& analysis() { return m_analysis; }

    // Looks the model up (ModelCatalog::find) and has the queue open it on the chosen device; how
    // that ended comes as the queue's signal. A failure here means that there is no such model.
    Result<ModelCard> openModel(const QString& wish);

private:
    Settings m_settings;
    ModelChoice m_choice; // folder not set: device and threads
    ModelCatalog m_catalog;
    AnalysisQueue m_analysis;
};

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/analysis/engine_analyzer.h"

namespace app {

namespace {

std::unique_ptr<Analyzer> makeEngineAnalyzer() {
    return std::make_unique<EngineAnalyzer>();
}

} // namespace

Application::Application(const ApplicationOptions& options)
    : m_settings(options.settingsFile)
    , m_catalog(options.modelPlaces)
    , m_analysis(options.makeAnalyzer ? options.makeAnalyzer : makeEngineAnalyzer) {
    m_choice.device = options.device;
    m_choice.threads = options.threads;
}

Result<ModelCard> Application::openModel(const QString& wish) {
    Result<ModelCard> card = m_catalog.find(wish);
    if (card) {
        ModelChoice choice = m_choice;
        choice.folder = card->folder;
        m_analysis.openModel(choice);
    }
    return card;
}

} // namespace app

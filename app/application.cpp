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
    , m_analysis(options.makeAnalyzer ? options.makeAnalyzer : makeEngineAnalyzer)
    , m_models(ModelCatalog(options.modelPlaces), m_settings, m_analysis) {}

} // namespace app

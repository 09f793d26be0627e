// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/analysis/engine_analyzer.h"
#include "app/library/reusing_analyzer.h"

#include <QThreadPool>

#include <utility>

namespace app {

namespace {

std::unique_ptr<Analyzer> makeEngineAnalyzer() {
    return std::make_unique<EngineAnalyzer>();
}

// On the engine thread, each time.
std::function<std::unique_ptr<Analyzer>()> reusing(std::function<std::unique_ptr<Analyzer>()> make,
                                                   Library& library) {
    return [make = std::move(make), &library] {
        return std::make_unique<ReusingAnalyzer>(make(), library);
    };
}

} // namespace

Application::Application(const ApplicationOptions& options)
    : m_settings(options.settingsFile)
    , m_library(options.library, m_libraryNews.listener())
    , m_analysis(
          reusing(options.makeAnalyzer ? options.makeAnalyzer : makeEngineAnalyzer, m_library))
    , m_models(ModelCatalog(options.modelPlaces), m_settings, m_analysis) {}

Application::~Application() {
    QThreadPool::globalInstance()->waitForDone(); // what was asked there of the library
}

} // namespace app

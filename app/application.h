// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Application: owns the services of the program without a window, as members in dependency order,
// so that they go in the reverse. Made by the composition root and handed on from there; there is
// no global access. GUI thread.
#pragma once

#include "app/analysis/analysis_queue.h"
#include "app/library/library.h"
#include "app/library/library_news.h"
#include "app/models/model_loader.h"
#include "app/settings.h"

#include <QString>

#include <functional>
#include <memory>

namespace app {

struct ApplicationOptions {
    QString settingsFile = Settings::standardFile();
    ModelPlaces modelPlaces = ModelPlaces::ofThisUser();
    LibraryOptions library;
    // Tests put another analyzer here; empty: the engine.
    std::function<std::unique_ptr<Analyzer>()> makeAnalyzer;
};

class Application {
public:
    explicit Application(const ApplicationOptions& options = {});
    ~Application();

    Settings& settings() { return m_settings; }

    Library& library() { return m_library; }

    LibraryNews& libraryNews() { return m_libraryNews; }

    // What was answered before is answered from the library.
    AnalysisQueue& analysis() { return m_analysis; }

    ModelLoader& models() { return m_models; }

private:
    Settings m_settings;
    LibraryNews m_libraryNews;
    Library m_library;
    AnalysisQueue m_analysis;
    ModelLoader m_models;
};

} // namespace app

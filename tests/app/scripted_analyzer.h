// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ScriptedAnalyzer: an Analyzer that answers from a script instead of a model, so that queue,
// window and command line are tested without one. The Script is shared with the test, which may
// read what was asked from any thread; its functions run on the engine thread.
#pragma once

#include "app/analysis/analyzer.h"

#include <QVector>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace app {

// All members have initialisers, so that a test names only those it cares about.
struct ScriptedAnswer {
    QString text = {}; // streamed one character at a time
    std::chrono::milliseconds perCharacter{0};
    std::chrono::milliseconds before{0}; // prefill: nothing streams, but it can be cancelled
    bool endless = false;                // text over and over until cancelled
    bool held = false;                   // its end waits for Script::release(), or to be cancelled
    std::optional<Failure> failure = {}; // instead of an answer, after the text
    QVector<Place> places = {};
    int droppedPlaces = 0;
    std::optional<PageText> pageText = {};
    AnswerEnd end = AnswerEnd::Complete;
};

// Any name, whole-page reading, all tasks, 4,096 tokens of context; the planner cuts pictures into
// at most 3×3 tiles of 384.
ModelDescription scriptedModel();

class Script {
public:
    // Set these before the analyzer runs. Unset: echoes the question; opens scriptedModel().
    std::function<ScriptedAnswer(const AnalysisRequest&)> answer;
    std::function<Result<ModelDescription>(const ModelChoice&)> open;
    // How long opening takes; progress is reported meanwhile, and it can be stopped.
    std::chrono::milliseconds loading{0};

    QVector<AnalysisRequest> asked() const;
    QVector<ModelChoice> opened() const;
    int closed() const;
    // Answers that are held, and all that come later, come to their end.
    void release();

private:
    friend class ScriptedAnalyzer;
    // False: stopped before.
    bool waitForRelease(const std::stop_token& stop);

    mutable std::mutex m_mutex;
    QVector<AnalysisRequest> m_asked;
    QVector<ModelChoice> m_opened;
    int m_closed = 0;
    bool m_isReleased = false;
    std::condition_variable_any m_released;
};

class ScriptedAnalyzer final : public Analyzer {
public:
    explicit ScriptedAnalyzer(std::shared_ptr<Script> script);

    Result<ModelDescription> open(const ModelChoice& choice, const LoadProgress& progress = {},
                                  std::stop_token stop = {}) override;
    void close() override;
    Result<AnalysisResult> run(const AnalysisRequest& request, const PartialText& partial,
                               std::stop_token stop) override;

private:
    std::shared_ptr<Script> m_script;
};

// For AnalysisQueue: makes one analyzer on the engine thread that follows the script.
std::function<std::unique_ptr<Analyzer>()> scripted(std::shared_ptr<Script> script);

} // namespace app

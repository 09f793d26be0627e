// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From what the engine generated to what the application shows: text, confidences, and places in
// answers as places on the page. A request is asked in parts, one conversation each. Pure but for
// the callback; any thread.
#pragma once

#include "app/analysis/analyzer.h"
#include "app/reading/reading_plan.h"
#include "engine/session.h"

#include <QStringList>

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace app {

// One conversation of a request: its pictures, and the part of a page's reading plan they are.
struct Part {
    QVector<QImage> pictures; // RGB888; several only of whole pages
    std::shared_ptr<const ReadingPlan> plan;
    int planPart = 0;
    int row = -1; // of the plan's part, that is to be read; -1: the picture as a whole
    int page = 0; // index into AnalysisRequest::pages
};

// Joins the answers of all parts as they grow.
class AnswersSoFar {
public:
    AnswersSoFar(std::size_t parts, const PartialText& partial);

    void add(std::size_t part, std::string_view text);

private:
    std::vector<std::string> m_texts; // as generated
    QStringList m_shown;              // the same without tags
    const PartialText& m_partial;
};

// The parts of one page as its text.
void takeText(AnalysisResult& result, std::span<const Part> parts,
              std::span<const engine::GenerationResult> runs, const engine::Tokenizer& tokenizer);

// Text and places of the answers. A phrase may be found in any part, but a place that the model
// calls by quite another name is not believed. A question is answered by the part whose answer the
// model was surest of, since the others do not hold it.
void takeAnswers(AnalysisResult& result, std::span<const Part> parts,
                 std::span<const engine::GenerationResult> runs, const AnalysisRequest& request);

} // namespace app

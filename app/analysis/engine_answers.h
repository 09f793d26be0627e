// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From what the engine generated to what the application shows: text, confidences, and places in
// answers as places on the page. A page is read in parts, one conversation each. Pure but for
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

// A further look at what a part shows.
struct PartLook {
    QImage picture; // RGB888
    int row = -1;   // of the picture, as a part's
};

// One conversation of a request: its pictures, and the part of a page's reading plan they are.
struct Part {
    QVector<QImage> pictures; // RGB888; several only of whole pages
    std::shared_ptr<const ReadingPlan> plan;
    int row = -1; // of the picture, that is to be read; -1: the picture as a whole
    QVector<PartLook> furtherLooks = {};
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
              std::span<const engine::GenerationResult* const> runs,
              const engine::Tokenizer& tokenizer);

// Text and places of an answer about whole pages. Where a phrase was to be found, a place that the
// model calls by quite another name is not believed.
void takeAnswer(AnalysisResult& result, const engine::GenerationResult& run,
                const AnalysisRequest& request);

// The same from what was read of the request's pages, for models that only read.
void takeAnswerFromText(AnalysisResult& result, const QVector<PageText>& pages,
                        const AnalysisRequest& request, const ModelCard& card);

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/reusing_analyzer.h"

#include <utility>

namespace app {

ReusingAnalyzer::ReusingAnalyzer(std::unique_ptr<Analyzer> analyzer, Library& library)
    : m_analyzer(std::move(analyzer))
    , m_reuse(library) {}

Result<ModelDescription> ReusingAnalyzer::open(const ModelChoice& choice,
                                               const LoadProgress& progress, std::stop_token stop) {
    m_reuse.clearModel();
    Result<ModelDescription> model = m_analyzer->open(choice, progress, std::move(stop));
    if (model) {
        m_reuse.setModel(model->card, choice);
    }
    return model;
}

void ReusingAnalyzer::close() {
    m_reuse.clearModel();
    m_analyzer->close();
}

Result<AnalysisResult> ReusingAnalyzer::run(const AnalysisRequest& request,
                                            const PartialText& partial, std::stop_token stop) {
    if (auto known = m_reuse.find(request)) {
        return std::move(*known);
    }
    Result<AnalysisResult> result = m_analyzer->run(request, partial, std::move(stop));
    if (result) {
        m_reuse.keep(request, *result);
    }
    return result;
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ReusingAnalyzer: an Analyzer before another one: a request that was answered before is answered
// from the library, every other answer is kept there. Used on one thread; the library must outlive
// it.
#pragma once

#include "app/analysis/analyzer.h"
#include "app/library/result_reuse.h"

#include <memory>

namespace app {

class ReusingAnalyzer final : public Analyzer {
public:
    ReusingAnalyzer(std::unique_ptr<Analyzer> analyzer, Library& library);

    Result<ModelDescription> open(const ModelChoice& choice, const LoadProgress& progress = {},
                                  std::stop_token stop = {}) override;
    void close() override;
    Result<AnalysisResult> run(const AnalysisRequest& request, const PartialText& partial,
                               std::stop_token stop) override;

private:
    std::unique_ptr<Analyzer> m_analyzer;
    ResultReuse m_reuse;
};

} // namespace app

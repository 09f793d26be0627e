// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// KeptAnswers: the model with the library before it: what was computed before is taken from there,
// without drawing a page or loading the model; what is computed now is kept. One thread.
#pragma once

#include "app/cli/command_library.h"
#include "app/cli/model_on_demand.h"
#include "app/documents/document.h"
#include "app/library/result_reuse.h"

#include <functional>
#include <memory>
#include <optional>

namespace app {

class KeptAnswers {
public:
    KeptAnswers(ModelOnDemand& model, CommandContext& context);

    // From now on requests are about this document.
    void setDocument(std::shared_ptr<const Document> document, const QString& path);

    // The request about these pages, whose pictures are drawn when that is needed.
    Result<AnalysisResult> run(AnalysisRequest request, const QVector<int>& pages,
                               const PartialText& partial);
    // Of a page that a request was about; null: not known.
    QSize pictureSize(int page);

private:
    bool isDrawnAsAsked(int page) const;
    std::optional<AnalysisResult> find(const AnalysisRequest& request);

    ModelOnDemand& m_model;
    CommandContext& m_context;
    CommandLibrary m_library;
    std::optional<ResultReuse> m_reuse;
    bool m_hasModel = false;
    std::shared_ptr<const Document> m_document;
    QHash<int, QSize> m_sizes; // of pages drawn
};

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ResultReuse: finds what was computed before for a request to the model in use, and keeps what has
// been computed now. A library that cannot be used never stops an answer: nothing is found then.
// One thread; the library must outlive it.
#pragma once

#include "app/library/library.h"
#include "app/library/result_key.h"

#include <optional>

namespace app {

class ResultReuse {
public:
    explicit ResultReuse(Library& library)
        : m_library(library) {}

    // From now on requests are to this model.
    void setModel(const ModelCard& card, const ModelChoice& choice);

    void clearModel() { m_model.reset(); }

    // A request may name the origins of its pages instead of holding them: then it is found when
    // their pixels are known from before.
    std::optional<AnalysisResult> find(const AnalysisRequest& request);
    // Not what was cancelled, and not what a temperature made.
    void keep(const AnalysisRequest& request, const AnalysisResult& result);

private:
    bool knowsModel();
    std::optional<QVector<KnownPicture>> picturesOf(const AnalysisRequest& request);

    Library& m_library;
    std::optional<ModelInUse> m_model; // its identity is found out at the first request
    bool m_isUnknowable = false;
};

} // namespace app

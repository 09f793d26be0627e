// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/result_reuse.h"

#include "app/library/model_identity.h"

namespace app {

void ResultReuse::setModel(const ModelCard& card, const ModelChoice& choice) {
    m_model = ModelInUse{{}, card, choice.eighteenTiles, choice.weights};
    m_isUnknowable = false;
}

bool ResultReuse::knowsModel() {
    if (!m_model || m_isUnknowable) {
        return false;
    }
    if (m_model->identity.hash.isEmpty()) {
        Result<ModelIdentity> identity = identityOf(m_model->card, m_library);
        m_isUnknowable = !identity;
        if (identity) {
            m_model->identity = std::move(*identity);
        }
    }
    return !m_isUnknowable;
}

std::optional<QVector<KnownPicture>> ResultReuse::picturesOf(const AnalysisRequest& request) {
    QVector<KnownPicture> pictures;
    for (const QImage& page : request.pages) {
        pictures.append(knownPicture(page));
    }
    if (!pictures.isEmpty()) {
        return pictures;
    }
    for (const PageOrigin& origin : request.origins) {
        const Result<KnownPicture> known = m_library.picture(origin);
        if (!known || known->hash.isEmpty() || !origin.region.isNull()) {
            return std::nullopt;
        }
        pictures.append(*known);
    }
    return pictures.isEmpty() ? std::nullopt : std::optional(pictures);
}

std::optional<AnalysisResult> ResultReuse::find(const AnalysisRequest& request) {
    if (request.reuse == Reuse::Recompute || !knowsModel()) {
        return std::nullopt;
    }
    const auto pictures = picturesOf(request);
    const auto key = pictures ? resultKey(request, *pictures, *m_model) : std::nullopt;
    if (!key) {
        return std::nullopt;
    }
    Result<std::optional<AnalysisResult>> found = m_library.result(*key);
    if (!found || !*found) {
        return std::nullopt;
    }
    (*found)->id = request.id;
    return std::move(*found);
}

void ResultReuse::keep(const AnalysisRequest& request, const AnalysisResult& result) {
    const bool isNew = result.end != AnswerEnd::Cancelled && !result.keptSince.isValid();
    if (!isNew || !knowsModel()) {
        return;
    }
    const auto pictures = picturesOf(request);
    const auto key = pictures ? resultKey(request, *pictures, *m_model) : std::nullopt;
    if (!key) {
        return;
    }
    ResultRecord record;
    record.key = *key;
    record.model = m_model->identity;
    record.prompt = request.task == Task::Read ? m_model->card.readPrompt : request.text;
    record.settings = settingsText(request, *m_model);
    record.origins = request.origins;
    record.pictures = *pictures;
    record.result = result;
    record.result.task = request.task; // an analyzer leaves it to the queue
    m_library.keep(record).wait();     // the next request may be the same
}

} // namespace app

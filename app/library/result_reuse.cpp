// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/result_reuse.h"

#include "app/library/model_identity.h"

namespace app {

void ResultReuse::setModel(const ModelCard& card, const ModelChoice& choice) {
    m_model.reset();
    if (Result<ModelIdentity> identity = identityOf(card, m_library)) {
        m_model = ModelInUse{std::move(*identity), card, choice.eighteenTiles};
    }
}

std::optional<QVector<QByteArray>> ResultReuse::picturesOf(const AnalysisRequest& request) {
    QVector<QByteArray> pictures;
    for (const QImage& page : request.pages) {
        pictures.append(pictureHash(page));
    }
    if (!pictures.isEmpty()) {
        return pictures;
    }
    for (const PageOrigin& origin : request.origins) {
        const Result<QByteArray> known = m_library.picture(origin);
        if (!known || known->isEmpty()) {
            return std::nullopt;
        }
        pictures.append(*known);
    }
    return pictures.isEmpty() ? std::nullopt : std::optional(pictures);
}

std::optional<AnalysisResult> ResultReuse::find(const AnalysisRequest& request) {
    if (!m_model || request.reuse == Reuse::Recompute) {
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
    if (!m_model || result.end == AnswerEnd::Cancelled || result.keptSince.isValid()) {
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
    m_library.keep(record);
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/kept_answers.h"

#include "app/documents/page_picture.h"
#include "app/documents/render_limits.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace app {

KeptAnswers::KeptAnswers(AnswerMeans means)
    : m_means(std::move(means)) {
    if (m_means.library) {
        m_reuse.emplace(*m_means.library);
    }
}

void KeptAnswers::setDocument(std::shared_ptr<const Document> document, const QString& path) {
    m_document = std::move(document);
    m_sizes.clear();
    if (!m_means.library) {
        return;
    }
    const QFileInfo file(path);
    const bool isFile = path != u"-";
    DocumentRecord record;
    record.hash = m_document->contentHash();
    record.title = m_document->title();
    record.path = isFile ? file.absoluteFilePath() : QString();
    record.pages = m_document->pageCount();
    record.bytes = isFile ? file.size() : 0;
    record.seen = QDateTime::currentDateTime();
    m_means.library->keep(record);
}

// A page that had to be drawn smaller is drawn again, because that is said when it is.
bool KeptAnswers::isDrawnAsAsked(int page) const {
    return m_document->hasOwnPixels() ||
           dpiWithin(m_document->pageSize(page), kReadingDpi) >= kReadingDpi;
}

// What is wrong with a model is said when it is loaded.
bool KeptAnswers::knowsModel() {
    if (m_reuse && !m_hasModel) {
        const Result<ModelCard> card = m_means.card();
        if (card) {
            m_reuse->setModel(*card, m_means.choice);
        }
        m_hasModel = card.has_value();
    }
    return m_hasModel;
}

std::optional<AnalysisResult> KeptAnswers::find(const AnalysisRequest& request) {
    return knowsModel() ? m_reuse->find(request) : std::nullopt;
}

Result<PreparedRequest> KeptAnswers::prepare(AnalysisRequest request, const QVector<int>& pages) {
    for (const int page : pages) {
        request.origins.append(originOf(*m_document, page));
    }
    const bool maySkipDrawing =
        std::all_of(pages.begin(), pages.end(), [this](int page) { return isDrawnAsAsked(page); });
    if (maySkipDrawing) {
        if (auto known = find(request)) {
            return PreparedRequest{std::move(request), std::move(known)};
        }
    }
    for (const int page : pages) {
        const Result<QImage> picture = m_means.picture(*m_document, page);
        if (!picture) {
            return tl::unexpected(picture.error());
        }
        m_sizes.insert(page, picture->size());
        request.pages.append(*picture);
    }
    auto known = find(request);
    return PreparedRequest{std::move(request), std::move(known)};
}

void KeptAnswers::keep(const AnalysisRequest& request, const AnalysisResult& result) {
    if (m_means.keptBy == KeptBy::KeptAnswers && knowsModel()) {
        m_reuse->keep(request, result);
    }
}

Result<AnalysisResult> KeptAnswers::run(AnalysisRequest request, const QVector<int>& pages,
                                        const PartialText& partial) {
    Result<PreparedRequest> prepared = prepare(std::move(request), pages);
    if (!prepared) {
        return tl::unexpected(prepared.error());
    }
    if (prepared->known) {
        return std::move(*prepared->known);
    }
    Result<AnalysisResult> result = m_means.analyze(prepared->request, partial);
    if (result) {
        keep(prepared->request, *result);
    }
    return result;
}

QSize KeptAnswers::pictureSize(int page) {
    if (const auto known = m_sizes.constFind(page); known != m_sizes.cend() || !m_means.library) {
        return known != m_sizes.cend() ? *known : QSize();
    }
    const Result<KnownPicture> picture = m_means.library->picture(originOf(*m_document, page));
    return picture ? picture->size : QSize();
}

std::optional<PageText> KeptAnswers::checkedText(int page) {
    return m_means.library ? m_means.library->checkedText(m_document->contentHash(), page)
                                 .value_or(std::nullopt)
                           : std::nullopt;
}

} // namespace app

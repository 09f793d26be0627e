// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/kept_answers.h"

#include "app/cli/inputs.h"
#include "app/documents/page_picture.h"
#include "app/documents/render_limits.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace app {

KeptAnswers::KeptAnswers(ModelOnDemand& model, CommandContext& context)
    : m_model(model)
    , m_context(context)
    , m_library(context) {
    if (m_library.get()) {
        m_reuse.emplace(*m_library.get());
    }
}

void KeptAnswers::setDocument(std::shared_ptr<const Document> document, const QString& path) {
    m_document = std::move(document);
    m_sizes.clear();
    if (!m_library.get()) {
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
    m_library.get()->keep(record);
}

// A page that had to be drawn smaller is drawn again, because that is said when it is.
bool KeptAnswers::isDrawnAsAsked(int page) const {
    return m_document->hasOwnPixels() ||
           dpiWithin(m_document->pageSize(page), kReadingDpi) >= kReadingDpi;
}

std::optional<AnalysisResult> KeptAnswers::find(const AnalysisRequest& request) {
    if (!m_reuse) {
        return std::nullopt;
    }
    if (!m_hasModel) {
        const Result<ModelCard> card = m_model.card();
        if (!card) {
            return std::nullopt; // what is wrong with it is said when it is loaded
        }
        m_reuse->setModel(*card, {});
        m_hasModel = true;
    }
    std::optional<AnalysisResult> found = m_reuse->find(request);
    if (found) {
        m_context.console.detail(
            QStringLiteral("%1: from the library, kept since %2")
                .arg(m_document->title(), found->keptSince.toString(Qt::ISODate)));
    }
    return found;
}

Result<AnalysisResult> KeptAnswers::run(AnalysisRequest request, const QVector<int>& pages,
                                        const PartialText& partial) {
    for (const int page : pages) {
        request.origins.append(originOf(*m_document, page));
    }
    const bool maySkipDrawing =
        std::all_of(pages.begin(), pages.end(), [this](int page) { return isDrawnAsAsked(page); });
    if (maySkipDrawing) {
        if (auto known = find(request)) {
            return std::move(*known);
        }
    }
    for (const int page : pages) {
        const Result<QImage> picture = pictureOf(*m_document, page, m_context);
        if (!picture) {
            return tl::unexpected(picture.error());
        }
        m_sizes.insert(page, picture->size());
        request.pages.append(*picture);
    }
    if (auto known = find(request)) {
        return std::move(*known);
    }
    Result<AnalysisResult> result = m_model.run(request, partial);
    if (result && m_reuse) {
        m_reuse->keep(request, *result);
    }
    return result;
}

QSize KeptAnswers::pictureSize(int page) {
    if (const auto known = m_sizes.constFind(page); known != m_sizes.cend() || !m_library.get()) {
        return known != m_sizes.cend() ? *known : QSize();
    }
    const Result<KnownPicture> picture = m_library.get()->picture(originOf(*m_document, page));
    return picture ? picture->size : QSize();
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// KeptAnswers: a model with the library before it, for programs that go through documents: what was
// computed before is taken from there, without drawing a page or loading the model; what is
// computed now is kept. One thread; what its means refer to must outlive it.
#pragma once

#include "app/analysis/analyzer.h"
#include "app/documents/document.h"
#include "app/library/result_reuse.h"

#include <QHash>

#include <functional>
#include <memory>
#include <optional>

namespace app {

// Who puts what is computed into the library: this class, or analyze itself.
enum class KeptBy { KeptAnswers, Model };

// What it works with. The functions are called only when the library has no answer, card() before.
// analyze may be empty where run() is not called.
struct AnswerMeans {
    Library* library = nullptr; // null: nothing is looked up, nothing kept
    std::function<Result<ModelCard>()> card;
    std::function<Result<QImage>(const Document& document, int page)> picture;
    std::function<Result<AnalysisResult>(const AnalysisRequest&, const PartialText&)> analyze;
    ModelChoice choice = {}; // how the card's model is opened, as far as that decides answers
    KeptBy keptBy = KeptBy::KeptAnswers;
    // Several that do not wait for each other; empty: one after another.
    std::function<void(const QVector<AnalysisRequest>&, const AnswerEnded&)> analyzeTogether = {};
};

// A request on its way: answered already, or with the pictures that the model needs.
struct PreparedRequest {
    AnalysisRequest request;
    std::optional<AnalysisResult> known;
};

class KeptAnswers {
public:
    explicit KeptAnswers(AnswerMeans means);

    // From now on requests are about this document, which was opened from path ("-": from nowhere).
    void setDocument(std::shared_ptr<const Document> document, const QString& path);

    // The request about these pages, whose pictures are drawn when that is needed. From the library
    // when the result's keptSince is valid.
    Result<AnalysisResult> run(AnalysisRequest request, const QVector<int>& pages,
                               const PartialText& partial);
    // The two halves of run(), for programs that have the model elsewhere.
    Result<PreparedRequest> prepare(AnalysisRequest request, const QVector<int>& pages);
    void keep(const AnalysisRequest& request, const AnalysisResult& result);
    // Of a page that a request was about; null: not known.
    QSize pictureSize(int page);
    // The page's text where a person has checked it, which no model needs to read again.
    std::optional<PageText> checkedText(int page);

private:
    bool isDrawnAsAsked(int page) const;
    bool knowsModel();
    std::optional<AnalysisResult> find(const AnalysisRequest& request);

    const AnswerMeans m_means;
    std::optional<ResultReuse> m_reuse;
    bool m_hasModel = false;
    std::shared_ptr<const Document> m_document;
    QHash<int, QSize> m_sizes; // of pages drawn
};

} // namespace app

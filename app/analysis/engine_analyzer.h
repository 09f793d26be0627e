// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// EngineAnalyzer: the one bridge from app to engine. Exceptions of the engine become Failure here.
// Used on one thread.
#pragma once

#include "app/analysis/analyzer.h"

#include <QByteArray>

#include <memory>

namespace app {

// One tensor of a checkpoint, for people.
struct TensorListing {
    QString name;
    QString type;  // "bf16"
    QString shape; // "(3456, 1152)"
    qint64 bytes = 0;
};

class EngineAnalyzer final : public Analyzer {
public:
    EngineAnalyzer();
    ~EngineAnalyzer() override;

    Result<ModelDescription> open(const ModelChoice& choice, const LoadProgress& progress = {},
                                  std::stop_token stop = {}) override;
    void close() override;
    Result<AnalysisResult> run(const AnalysisRequest& request, const PartialText& partial,
                               std::stop_token stop) override;
    // Several requests, for programs that go through many pages: their answers are generated
    // together, a few at a time. Each is told of once, as soon as it has ended, in any order.
    void runTogether(const QVector<AnalysisRequest>& requests, const AnswerEnded& ended,
                     std::stop_token stop);

    // --- for `tessera-cli inspect`; a model must be open for the last three ---

    // The configuration with all defaults filled in, and the tensors, without loading weights.
    static Result<QByteArray> describeConfig(const QString& folder); // JSON
    static Result<QVector<TensorListing>> listTensors(const QString& folder);
    // The pictures that the vision tower gets: overview first, then the tiles row by row.
    Result<QVector<QImage>> tilePictures(const QVector<QImage>& images) const;
    // From now on every module's output of the prompt pass is written to folder as
    // <module>.safetensors-like .f32 files with a JSON index; empty switches it off.
    void dumpTo(const QString& folder);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace app

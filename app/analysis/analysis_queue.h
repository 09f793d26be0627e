// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// AnalysisQueue: the window's way to the model. Runs requests one after another on the engine
// thread (an AnalysisWorker around an Analyzer), drops late signals of cancelled ids here and
// nowhere else. GUI thread only; no call blocks. Destruction cancels, stops and joins the thread.
#pragma once

#include "app/analysis/analysis.h"
#include "app/analysis/analyzer.h"

#include <QObject>

#include <functional>
#include <memory>

namespace app {

class AnalysisQueue final : public QObject {
    Q_OBJECT
public:
    // makeAnalyzer runs on the engine thread; what it makes is used and destroyed there.
    explicit AnalysisQueue(std::function<std::unique_ptr<Analyzer>()> makeAnalyzer,
                           QObject* parent = nullptr);
    ~AnalysisQueue() override;

    // Replaces the model once the requests before are done; emits modelOpened, modelFailed or, when
    // cancelLoading came in between, modelClosed.
    void openModel(const ModelChoice& choice);
    // Ends every opening that has not ended; no model is open then.
    void cancelLoading();
    // Gives the model's memory back once the requests before are done; emits modelClosed.
    void closeModel();
    // Returns the request's id (the field in the argument is ignored).
    quint64 submit(AnalysisRequest request);
    // The running request ends within one layer or token and is reported as finished with
    // AnswerEnd::Cancelled; a waiting one likewise, with an empty answer.
    void cancel(quint64 id);
    void cancelAll();
    bool isBusy() const;
    // Requests submitted and not yet reported.
    int pending() const;

signals:
    void modelOpened(const app::ModelDescription& model);
    void modelFailed(const app::Failure& failure);
    // The share that is loaded, at most every 30 ms.
    void modelLoading(double share);
    void modelClosed();
    void started(quint64 id);
    // The answer so far, at most every 30 ms.
    void partialText(quint64 id, const QString& textSoFar);
    void finished(const app::AnalysisResult& result);
    void failed(quint64 id, const app::Failure& failure);
    void busyChanged(bool busy);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace app

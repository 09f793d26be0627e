// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bulk/bulk_run.h"

#include <utility>

namespace app {

BulkRun::BulkRun(BulkJob job, const ModelDescription& model, AnalysisQueue& queue, Library* library,
                 QObject* parent)
    : QObject(parent)
    , m_model(model, queue) {
    m_thread = std::thread([this, job = std::move(job), with = m_model.means(library),
                            name = m_model.name(), stop = m_model.stopToken()] {
        BulkRunner runner(job, with, name, listener());
        const BulkReport report = runner.run(stop)
                                      .or_else([](const Failure& failure) {
                                          BulkReport none;
                                          none.end = failure;
                                          return Result<BulkReport>(none);
                                      })
                                      .value();
        QMetaObject::invokeMethod(
            this, [this, report] { emit ended(report); }, Qt::QueuedConnection);
    });
}

BulkRun::~BulkRun() {
    stop();
    m_thread.join(); // what it still wanted to tell goes with this object
}

// From the thread of the run, told on the GUI thread.
BulkListener BulkRun::listener() {
    const auto tell = [this](auto signal) {
        return [this, signal](const auto& news) {
            QMetaObject::invokeMethod(
                this, [this, signal, news] { emit(this->*signal)(news); }, Qt::QueuedConnection);
        };
    };
    return {tell(&BulkRun::progressed), tell(&BulkRun::documentDone), tell(&BulkRun::begun)};
}

} // namespace app

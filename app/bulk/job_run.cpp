// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bulk/job_run.h"

#include <utility>

namespace app {

JobRun::JobRun(const ModelDescription& model, AnalysisQueue& queue, QObject* parent)
    : QObject(parent)
    , m_model(model, queue) {}

JobRun::~JobRun() {
    finish();
}

void JobRun::start(std::function<void()> work) {
    m_thread = std::thread(std::move(work));
}

void JobRun::finish() {
    stop();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

} // namespace app

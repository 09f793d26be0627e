// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bulk/bulk_run.h"

#include <utility>

namespace app {

BulkRun::BulkRun(BulkJob job, const ModelDescription& model, AnalysisQueue& queue, Library* library,
                 QObject* parent)
    : JobRun(model, queue, parent) {
    const BulkListener listener{telling(&BulkRun::progressed), telling(&BulkRun::documentDone),
                                telling(&BulkRun::begun)};
    start([job = std::move(job), with = means(library), name = this->model().name(), listener,
           stop = this->model().stopToken(), tell = telling(&BulkRun::waits),
           end = telling(&BulkRun::ended)] {
        RoomWait room(stop, RoomWait::kAttended, tell);
        BulkRunner runner(job, with, name, listener, room);
        end(withEnd(runner.run(stop)));
    });
}

BulkRun::~BulkRun() {
    finish();
}

} // namespace app

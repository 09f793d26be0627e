// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bulk/table_run.h"

#include "app/documents/document_opener.h"

#include <utility>

namespace app {

TableRun::TableRun(TableJob job, const ModelDescription& model, AnalysisQueue& queue,
                   Library* library, QObject* parent)
    : JobRun(model, queue, parent) {
    const TableListener listener{telling(&TableRun::progressed), telling(&TableRun::rowGrown),
                                 telling(&TableRun::begun)};
    start([job = std::move(job), with = means(library), listener, stop = this->model().stopToken(),
           end = telling(&TableRun::ended)] {
        TableRunner runner(
            job, with, [](const QString& path) { return openDocument(path); }, listener);
        end(withEnd(runner.run(stop)));
    });
}

TableRun::~TableRun() {
    finish();
}

} // namespace app

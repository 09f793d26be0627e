// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bulk_probe IN OUT LIBRARY MILLISECONDS: does a bulk job with a reading that is a function of the
// pixels and takes so long, and says "read" for each page that it had to read. Ends with 0 when all
// documents are done; with 20 when some failed; with 75 when the job ended early; with 3 for a
// fault of the program.
#include "app/bulk/runner.h"
#include "tests/app/bulk_folder.h"

#include <QCoreApplication>
#include <QThread>

#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv) {
    if (argc != 5) {
        return 1;
    }
    const QCoreApplication application(argc, argv);
    app::BulkJob job;
    job.inputs = {QString::fromLocal8Bit(argv[1])};
    job.folder = QString::fromLocal8Bit(argv[2]);
    job.formats = {QStringLiteral("txt"), QStringLiteral("json")};
    app::Library library({QString::fromLocal8Bit(argv[3])});
    const auto analyze = [&](const app::AnalysisRequest& request) {
        QThread::msleep(static_cast<unsigned long>(std::atoi(argv[4])));
        std::printf("read\n");
        std::fflush(stdout);
        return bulk::readingOf(request.pages.first());
    };
    app::BulkRunner runner(job, bulk::means(&library, analyze), QStringLiteral("Model 1"),
                           {[](const app::BulkProgress&) {},
                            [](const app::BulkDocument&) {
                            }});
    const auto report = runner.run({});
    const auto isFault = [](const app::Failure& failure) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(failure.subject), qPrintable(failure.detail));
        return failure.code == app::FailureCode::Internal;
    };
    if (!report) {
        return isFault(report.error()) ? 3 : 75;
    }
    bool someFailed = false;
    for (const app::BulkDocument& document : report->documents) {
        for (const app::BulkPageFailure& failed : document.failures) {
            someFailed = true;
            if (isFault(failed.failure)) {
                return 3;
            }
        }
    }
    if (report->end) {
        return isFault(*report->end) ? 3 : 75;
    }
    return someFailed ? 20 : 0;
}

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bulk_probe IN OUT LIBRARY MILLISECONDS: does a bulk job with a reading that is a function of the
// pixels and takes so long, and says "read" for each page that it had to read. Ends with 0 when all
// documents are done; with 20 when some failed; with 75 when the job ended early; with 3 for a
// fault of the program. Where there is no room it says "full", and "room" when there is some again.
// Environment: PROBE_LOOKS: how often it looks for room before it gives up, every millisecond; 0:
// for ever. PROBE_DIES_OF (a word of a reading): when it comes to that page, it dies as of a bad
// pointer; PROBE_DIES_BY: "stack": with its stack used up; "memory": taking more and more of it.
#include "app/bulk/runner.h"
#include "tests/app/bulk_folder.h"

#include <QCoreApplication>
#include <QThread>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

// Until there is no stack left.
int dieDeeply(int depth) { // NOLINT(misc-no-recursion)
    volatile char room[4096];
    room[depth % 4096] = char(depth);
    return depth > 1'000'000'000 ? 0 : dieDeeply(depth + 1) + room[0];
}

// Until the system ends it; or not, where nobody has set a limit.
void dieOfHunger() {
    constexpr int kMegabytes = 1000;
    std::vector<std::vector<char>> taken;
    for (int i = 0; i < kMegabytes; ++i) {
        taken.emplace_back(1 << 20, char(i));
    }
}

void dieOf(const app::AnalysisResult& reading) {
    const QString word = qEnvironmentVariable("PROBE_DIES_OF");
    if (!word.isEmpty() && reading.text.contains(word)) {
        const QString by = qEnvironmentVariable("PROBE_DIES_BY");
        if (by == u"stack") {
            dieDeeply(0);
        } else if (by == u"memory") {
            dieOfHunger();
        } else {
            std::raise(SIGSEGV);
        }
    }
}

void say(const char* word) {
    std::printf("%s\n", word);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 5) {
        return 1;
    }
    const QCoreApplication application(argc, argv);
    app::BulkJob job;
    job.inputs = {QString::fromLocal8Bit(argv[1])};
    job.folder = QString::fromLocal8Bit(argv[2]);
    job.formats = {QStringLiteral("txt"), QStringLiteral("json")};
    app::RoomWait room({},
                       {std::chrono::milliseconds(1), qEnvironmentVariableIntValue("PROBE_LOOKS")},
                       [](const auto& shortage) { say(shortage ? "full" : "room"); });
    app::Library library({QString::fromLocal8Bit(argv[3])}, {}, &room);
    const auto analyze = [&](const app::AnalysisRequest& request) {
        QThread::msleep(static_cast<unsigned long>(std::atoi(argv[4])));
        say("read");
        const app::AnalysisResult reading = bulk::readingOf(request.pages.first());
        dieOf(reading);
        return reading;
    };
    app::BulkRunner runner(job, bulk::means(&library, analyze), QStringLiteral("Model 1"),
                           {[](const app::BulkProgress&) {},
                            [](const app::BulkDocument&) {
                            }},
                           room);
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
            if (!document.isSetAside && isFault(failed.failure)) {
                return 3;
            }
        }
    }
    if (report->end) {
        return isFault(*report->end) ? 3 : 75;
    }
    return someFailed ? 20 : 0;
}

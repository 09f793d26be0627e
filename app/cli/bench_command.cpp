// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tessera-cli bench: how long a page takes from file to text, and where the time goes. Every number
// is measured in this run.
#include "app/cli/bench_page.h"
#include "app/cli/inputs.h"
#include "app/cli/model_on_demand.h"
#include "app/machine.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <CLI/CLI.hpp>

namespace app {

namespace {

constexpr const char* kExamples = R"(Examples:
  tessera-cli bench --page           an A4 scan of 3,000 characters made for this
  tessera-cli bench scan.png         a page of your own
  tessera-cli bench --page --json --threads 2)";

struct Arguments {
    std::string file;
    int pageNumber = 1;
    bool page = false;
    bool json = false;
};

struct Measurement {
    QString page;
    QString model;
    QString weights;
    QString device;
    double loadSeconds = 0;   // the model, once per program
    double renderSeconds = 0; // file opened, decoded or rendered
    double totalSeconds = 0;  // from the file to the text, without loading the model
    qint64 peakBytes = 0;     // of the process, the model's mapped file included
    AnalysisResult result;
};

double secondsOf(QElapsedTimer& timer) {
    return static_cast<double>(timer.nsecsElapsed()) * 1e-9;
}

Result<Measurement> measure(const QString& path, int page, CommandContext& context) {
    Measurement measurement;
    QElapsedTimer timer;
    timer.start();
    ModelOnDemand model(context);
    const auto description = model.description();
    if (!description) {
        return tl::unexpected(description.error());
    }
    measurement.loadSeconds = secondsOf(timer);
    measurement.model = (*description)->card.name;
    measurement.weights = weightBitsName((*description)->choice.weights);
    measurement.device = (*description)->device;

    timer.start();
    const Result<QImage> picture =
        openInput(path, {}).and_then([&](const std::shared_ptr<const Document>& document) {
            return pictureOf(*document, page, context);
        });
    if (!picture) {
        return tl::unexpected(picture.error());
    }
    measurement.renderSeconds = secondsOf(timer);
    measurement.page =
        QStringLiteral("%1 × %2 pixels").arg(picture->width()).arg(picture->height());
    AnalysisRequest request;
    request.task = Task::Read;
    request.pages = {*picture};
    const Result<AnalysisResult> result = model.run(request, [](const QString&) {});
    if (!result) {
        return tl::unexpected(result.error());
    }
    measurement.totalSeconds = secondsOf(timer);
    measurement.peakBytes = peakResidentBytes();
    measurement.result = *result;
    return measurement;
}

// The page is a file like any other, so that opening it is measured too.
Result<Measurement> measureMadePage(CommandContext& context) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("page.png"));
    if (!folder.isValid() || !makeBenchPage().save(path)) {
        return failure(FailureCode::FileAccess, QDir::tempPath(),
                       QStringLiteral("the page to measure with cannot be written"));
    }
    resetPeakResidentBytes(); // making the page does not count
    return measure(path, 0, context);
}

double answerRate(const AnalysisResult& result) {
    return result.times.decode > 0 ? result.answerTokens / result.times.decode : 0;
}

void printTable(const Measurement& measurement, Console& console) {
    const AnalysisResult& result = measurement.result;
    const auto row = [&](const char* label, double seconds, const QString& remark = {}) {
        console.data(QStringLiteral("%1 %2 s  %3\n")
                         .arg(QLatin1String(label), -16)
                         .arg(seconds, 8, 'f', 3)
                         .arg(remark));
    };
    console.data(
        QStringLiteral("%1, %2 with %3 weights on %4\n")
            .arg(measurement.page, measurement.model, measurement.weights, measurement.device));
    row("open and render", measurement.renderSeconds);
    row("layout", result.times.layout);
    row("vision", result.times.vision, QStringLiteral("%1 visual tokens").arg(result.visualTokens));
    row("prefill", result.times.prefill, QStringLiteral("%1 tokens").arg(result.promptTokens));
    row("decode", result.times.decode,
        QStringLiteral("%1 tokens, %2 per second")
            .arg(result.answerTokens)
            .arg(answerRate(result), 0, 'f', 0));
    row("file to text", measurement.totalSeconds,
        QStringLiteral("%1 characters").arg(result.text.size()));
    row("loading before", measurement.loadSeconds);
    console.data(QStringLiteral("%1 %2 MB\n")
                     .arg(QLatin1String("peak memory"), -16)
                     .arg(static_cast<double>(measurement.peakBytes) / 1e6, 8, 'f', 1));
}

void printMeasurement(const Measurement& measurement, Console& console) {
    QJsonObject json = runJson(measurement.result);
    json[QStringLiteral("schema")] = kJsonSchema;
    json[QStringLiteral("model")] = measurement.model;
    json[QStringLiteral("weights")] = measurement.weights;
    json[QStringLiteral("device")] = measurement.device;
    json[QStringLiteral("characters")] = measurement.result.text.size();
    json[QStringLiteral("loadSeconds")] = measurement.loadSeconds;
    json[QStringLiteral("renderSeconds")] = measurement.renderSeconds;
    json[QStringLiteral("totalSeconds")] = measurement.totalSeconds;
    json[QStringLiteral("peakBytes")] = measurement.peakBytes;
    printJson(console, json);
}

ExitCode bench(const Arguments& arguments, CommandContext& context) {
    const Result<Measurement> measurement =
        arguments.file.empty()
            ? measureMadePage(context)
            : measure(QFile::decodeName(arguments.file.c_str()), arguments.pageNumber - 1, context);
    if (!measurement) {
        return reportFailure(measurement.error(), context.console);
    }
    if (arguments.json) {
        printMeasurement(*measurement, context.console);
    } else {
        printTable(*measurement, context.console);
    }
    if (const QString reason = incompleteness(measurement->result.end); !reason.isEmpty()) {
        context.console.warning(QStringLiteral("Not read to its end: %1.").arg(reason));
    }
    return ExitCode::Done;
}

} // namespace

void addBenchCommand(CLI::App& program, Command* chosen) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = program.add_subcommand("bench", "How long a page takes from file to text");
    command->footer(kExamples);
    command->fallthrough();
    CLI::Option* file = command->add_option("FILE", arguments->file, "Page to measure with");
    command->add_option("--number", arguments->pageNumber, "Which page of FILE")
        ->capture_default_str()
        ->needs(file);
    command->add_flag("--page", arguments->page, "Measure with a page made for this (the default)")
        ->excludes(file);
    command->add_flag("--json", arguments->json, "The numbers as one JSON object");
    command->callback([=] {
        *chosen = [=](CommandContext& context) {
            return bench(*arguments, context);
        };
    });
}

} // namespace app

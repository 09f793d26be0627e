// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// memory_use MODEL [--threads N] [--answer N] [--weights bf16|8-bit|4-bit]: what the estimate says
// that a model will take for one question about a picture, and what it then takes: the peak of
// resident memory over what the process had before it opened the model.
#include "app/analysis/engine_analyzer.h"
#include "app/analysis/engine_facts.h"
#include "app/machine.h"

#include <QGuiApplication>
#include <QPainter>

#include <CLI/CLI.hpp>

#include <cstdio>

namespace {

struct Options {
    std::string model;
    int threads = 0;
    int answer = 16;
    std::string weights = "bf16";
    int width = 1200;
    int height = 1200;
};

QImage picture(const Options& options) {
    QImage image(options.width, options.height, QImage::Format_RGB888);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(QFont(QStringLiteral("sans"), 20));
    for (int y = 40; y < options.height; y += 40) {
        painter.drawText(40, y, QStringLiteral("a line of words to be read, and another one"));
    }
    return image;
}

void row(const char* name, qint64 bytes) {
    std::printf("%-28s %10.1f MB\n", name, double(bytes) / 1e6);
}

int run(const Options& options) {
    const QString folder = QString::fromStdString(options.model);
    const auto facts = app::readModelFacts(folder);
    if (!facts) {
        std::fprintf(stderr, "%s\n", qPrintable(facts.error().detail));
        return 1;
    }
    app::AnalysisRequest request;
    request.task = app::Task::Ask;
    request.text = QStringLiteral("What is written here?");
    request.pages = {picture(options)};
    request.maxNewTokens = options.answer;

    app::EngineAnalyzer analyzer;
    app::ModelChoice choice;
    choice.folder = folder;
    choice.threads = options.threads;
    choice.weights = app::weightBitsNamed(QString::fromStdString(options.weights))
                         .value_or(app::WeightBits::Stored);
    app::resetPeakResidentBytes();
    const qint64 before = app::residentBytes();
    const auto model = analyzer.open(choice);
    if (!model) {
        std::fprintf(stderr, "%s\n", qPrintable(model.error().detail));
        return 1;
    }
    const qint64 opened = app::residentBytes();
    const auto result = analyzer.run(request, [](const QString&) {}, {});
    if (!result) {
        std::fprintf(stderr, "%s\n", qPrintable(result.error().detail));
        return 1;
    }
    const qint64 used = app::peakResidentBytes() - before;
    app::Workload work;
    work.visualTokens = result->visualTokens;
    work.tiles = std::max(1, int(result->visualTokens / facts->memory.tokensPerTile));
    work.tokens = result->promptTokens + result->answerTokens;
    work.weights = choice.weights;
    const app::MemoryUse estimate = app::estimateMemory(facts->memory, work);
    std::printf("%s, %d visual tokens, %d tokens in all\n", qPrintable(facts->variant),
                work.visualTokens, work.tokens);
    row("weights (estimate)", estimate.weights);
    row("cache (estimate)", estimate.cache);
    row("scratch (estimate)", estimate.scratch);
    row("in all (estimate)", estimate.total());
    row("opened (measured)", opened - before);
    row("peak (measured)", used);
    std::printf("%-28s %10.3f\n", "estimate / measured", double(estimate.total()) / double(used));
    row("shown in the dialog",
        app::estimateMemory(facts->memory, {.weights = choice.weights}).total());
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    Options options;
    CLI::App program("Memory that a model takes, estimated and measured");
    program.add_option("model", options.model, "Model folder")->required();
    program.add_option("--threads", options.threads, "Threads; 0: one per core");
    program.add_option("--weights", options.weights, "bf16, 8-bit or 4-bit");
    program.add_option("--answer", options.answer, "Tokens of the answer");
    program.add_option("--width", options.width, "Width of the picture");
    program.add_option("--height", options.height, "Height of the picture");
    CLI11_PARSE(program, argc, argv);
    return run(options);
}

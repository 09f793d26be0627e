// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tessera-cli models: what is done with models beside reading with them.
#include "app/analysis/engine_quantising.h"
#include "app/cli/inputs.h"
#include "app/cli/model_on_demand.h"

#include <QElapsedTimer>
#include <QLocale>

#include <CLI/CLI.hpp>

#include <cmath>

namespace app {

namespace {

constexpr const char* kExamples = R"(Examples:
  tessera-cli models quantize --model DIR --weights 4-bit
  tessera-cli read --model DIR --weights 4-bit page.png   uses what was made)";

constexpr const char* kQuantizeExamples = R"(Examples:
  tessera-cli models quantize --model DIR --weights 4-bit   least memory, most speed
  tessera-cli models quantize --model DIR --weights 8-bit   hardly another answer than bf16's

The first use of such weights makes them too; this does it beforehand. They are kept in the cache
folder of the user, and made again when the model's files change or somebody deletes them.)";

Result<ExitCode> quantize(CommandContext& context) {
    const ModelOnDemand model(context);
    ModelChoice choice = model.choice();
    if (choice.weights == WeightBits::Stored) {
        return failure(FailureCode::BadArguments, QStringLiteral("models quantize"),
                       QStringLiteral("say --weights 8-bit or --weights 4-bit"));
    }
    return model.card().and_then([&](const ModelCard& card) {
        choice.folder = card.folder;
        QElapsedTimer timer;
        timer.start();
        const auto progress = [&](double share) {
            context.console.progress(QStringLiteral("%1 %").arg(std::lround(100 * share)));
        };
        return keepQuantised(choice, progress, context.stop).map([&](const KeptWeights& kept) {
            context.console.detail(QStringLiteral("%1 s").arg(double(timer.elapsed()) / 1e3));
            context.console.data(
                QStringLiteral("%1, %2: %3 in %4\n")
                    .arg(card.name, weightBitsName(choice.weights),
                         QLocale::c().formattedDataSize(kept.bytes, 2, QLocale::DataSizeSIFormat),
                         kept.file));
            return ExitCode::Done;
        });
    });
}

} // namespace

void addModelsCommand(CLI::App& program, Command* chosen) {
    CLI::App* models = program.add_subcommand("models", "Models made ready for use");
    models->footer(kExamples);
    models->fallthrough();
    models->require_subcommand(1);
    CLI::App* command = models->add_subcommand("quantize", "Weights of 8 or 4 bits, made and kept");
    command->footer(kQuantizeExamples);
    command->fallthrough();
    command->callback([=] {
        *chosen = [](CommandContext& context) {
            const Result<ExitCode> code = quantize(context);
            return code ? *code : reportFailure(code.error(), context.console);
        };
    });
}

} // namespace app

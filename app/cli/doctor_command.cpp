// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tessera-cli doctor: what is here and what is missing, for people and for bug reports.
#include "app/cli/command.h"
#include "app/diagnostics.h"
#include "app/exit_codes.h"
#include "app/failure_message.h"

#include <CLI/CLI.hpp>

namespace app {

namespace {

constexpr const char* kExamples = R"(Examples:
  tessera-cli doctor              versions, processor, memory, models found
  tessera-cli doctor > report.txt for a bug report; no document text is in it)";

// Without any model the program can do nothing: that is a failure.
ExitCode tell(Console& console) {
    const Diagnostics found = diagnose(ModelCatalog());
    console.data(found.text());
    for (const Failure& failure : found.problems) {
        console.error(failureMessage(failure));
    }
    if (found.models == 0) {
        console.error(QStringLiteral("No model was found. Name a folder with --model."));
        return ExitCode::ModelMissing;
    }
    return ExitCode::Done;
}

} // namespace

void addDoctorCommand(CLI::App& program, Command* chosen) {
    CLI::App* command = program.add_subcommand("doctor", "What is here, and what is missing");
    command->footer(kExamples);
    command->fallthrough();
    command->callback([=] {
        *chosen = [](CommandContext& context) {
            return tell(context.console);
        };
    });
}

} // namespace app

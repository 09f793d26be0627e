// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tessera-cli: the program without a window. The composition root: options, console, signals, one
// sub-command.
#include "app/cli/command.h"
#include "app/cli/examples_first.h"
#include "app/cli/stop_signals.h"

#include <QGuiApplication>

#include <CLI/CLI.hpp>

#include <exception>
#include <new>

namespace {

constexpr const char* kExamples = R"(Examples:
  tessera-cli read letter.pdf                     print the text
  tessera-cli read --json --pages 1-3,7 book.pdf  text, words and boxes as JSON
  tessera-cli ask receipt.png "What is the total?"
  tessera-cli find invoice.pdf "due date"         where it stands on the pages
  tessera-cli doctor                              what is here, and what is missing)";

void addOptions(CLI::App& program, app::Options& options) {
    program.formatter(std::make_shared<app::ExamplesFirst>());
    program.footer(kExamples);
    program.require_subcommand(1);
    program.set_version_flag("--version", "tessera-cli " TESSERA_VERSION);
    program.add_option("--model", options.model, "Model folder, or the name of one that is found");
    program.add_option("--device", options.device, "cpu, cuda or cuda:1")->capture_default_str();
    program.add_option("--threads", options.threads, "Threads of the CPU; 0: one per core")
        ->check(CLI::Range(0, 1024));
    CLI::Option* quiet = program.add_flag("-q,--quiet", options.quiet, "Errors only on stderr");
    program.add_flag("-v,--verbose", options.verbose, "More on stderr")->excludes(quiet);
}

app::ExitCode run(const app::Command& command, const app::Options& options) {
    using app::Verbosity;
    const app::StopSignals stopSignals;
    app::Console console(options.quiet     ? Verbosity::Quiet
                         : options.verbose ? Verbosity::Verbose
                                           : Verbosity::Normal);
    app::ExitCode code = app::ExitCode::Other;
    try {
        app::CommandContext context{options, console, stopSignals.token()};
        code = command(context);
    } catch (const std::bad_alloc&) {
        console.error(QStringLiteral("There is not enough memory. Close other programs."));
        code = app::ExitCode::OutOfMemory;
    } catch (const std::exception& error) {
        console.error(QStringLiteral("A fault of the program (%1). Please report it.")
                          .arg(QString::fromUtf8(error.what())));
    }
    if (!console.finish()) {
        console.error(QStringLiteral("The output could not be written. Is the disk full?"));
        return app::ExitCode::WriteFailed;
    }
    return stopSignals.exitCode().value_or(code);
}

} // namespace

int main(int argc, char* argv[]) {
    CLI::App program("Reads documents with a DeepSeek-VL2 model on this machine.", "tessera-cli");
    app::Options options;
    app::Command command;
    addOptions(program, options);
    for (const auto add : {app::addReadCommand, app::addAskCommand, app::addFindCommand,
                           app::addInspectCommand, app::addDoctorCommand, app::addBenchCommand}) {
        add(program, &command);
    }
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? 0 : static_cast<int>(app::ExitCode::BadArguments);
    }
    qputenv("QT_QPA_PLATFORM", "offscreen"); // it must never need a display
    const QGuiApplication application(argc, argv);
    return static_cast<int>(run(command, options));
}

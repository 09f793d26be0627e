// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tessera-cli: the program without a window. The composition root: options, console, signals, one
// sub-command.
#include "app/cli/command.h"
#include "app/cli/stop_signals.h"

#include <QGuiApplication>

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <new>

namespace {

// What libraries have to say is for developers: the user hears of failures as values.
void keepLibrariesQuiet(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtFatalMsg) {
        std::fprintf(stderr, "%s\n", qPrintable(message));
    }
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
    app::describeProgram(program, &options, &command);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? 0 : static_cast<int>(app::ExitCode::BadArguments);
    }
    if (!options.verbose) {
        qInstallMessageHandler(keepLibrariesQuiet);
    }
    qputenv("QT_QPA_PLATFORM", "offscreen"); // it must never need a display
    const QGuiApplication application(argc, argv);
    return static_cast<int>(run(command, options));
}

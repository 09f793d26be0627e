// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What all sub-commands share: the options that any of them takes, and how a chosen one is run.
#pragma once

#include "app/cli/console.h"
#include "app/exit_codes.h"
#include "app/models/weight_bits.h"

#include <functional>
#include <stop_token>
#include <string>

namespace CLI {
class App;
} // namespace CLI

namespace app {

struct Options {
    std::string model; // empty: the model that ships
    std::string device = "cpu";
    int threads = 0;
    WeightBits weights = WeightBits::Stored;
    std::string library;    // its folder; empty: the user's
    bool noLibrary = false; // nothing is looked up there, nothing kept
    bool quiet = false;
    bool verbose = false;
};

struct CommandContext {
    const Options& options;
    Console& console;
    std::stop_token stop;
};

using Command = std::function<ExitCode(CommandContext&)>;

// All options and sub-commands; parsing fills *options and *chosen.
void describeProgram(CLI::App& program, Options* options, Command* chosen);

// Each adds its sub-command to the program; when that is the one asked for, *chosen runs it.
void addReadCommand(CLI::App& program, Command* chosen);
void addAskCommand(CLI::App& program, Command* chosen);
void addFindCommand(CLI::App& program, Command* chosen);
void addSearchCommand(CLI::App& program, Command* chosen);
void addExportCommand(CLI::App& program, Command* chosen);
void addBulkCommand(CLI::App& program, Command* chosen);
void addTableCommand(CLI::App& program, Command* chosen);
void addInspectCommand(CLI::App& program, Command* chosen);
void addModelsCommand(CLI::App& program, Command* chosen);
void addDoctorCommand(CLI::App& program, Command* chosen);
void addBenchCommand(CLI::App& program, Command* chosen);
// Two, which describe the program itself: it has to outlive what runs them.
void addShellCommands(CLI::App& program, Command* chosen);

} // namespace app

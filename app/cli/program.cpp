// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/examples_first.h"
#include "app/cli/option_values.h"

#include <CLI/CLI.hpp>

namespace app {

namespace {

constexpr const char* kExamples = R"(Examples:
  tessera-cli read letter.pdf                     print the text
  tessera-cli read --json --pages 1-3,7 book.pdf  text, words and boxes as JSON
  tessera-cli ask receipt.png "What is the total?"
  tessera-cli find invoice.pdf "due date"         where it stands on the pages
  tessera-cli bulk scans/ --out read/             a folder as searchable PDFs
  tessera-cli table invoices/ -Q total --out invoices.xlsx
  tessera-cli export scan.pdf -o searchable.pdf   what was read, over its ink
  tessera-cli search deadline                     in all that was read or asked
  tessera-cli models quantize --weights 4-bit     less memory from now on, more speed
  tessera-cli doctor                              what is here, and what is missing)";

std::vector<std::string> weightNames() {
    std::vector<std::string> names;
    for (const WeightBits bits : kWeightBits) {
        names.push_back(weightBitsName(bits).toStdString());
    }
    return names;
}

} // namespace

void describeProgram(CLI::App& program, Options* options, Command* chosen) {
    program.formatter(std::make_shared<ExamplesFirst>());
    program.footer(kExamples);
    program.require_subcommand(1);
    program.set_version_flag("--version", "tessera-cli " TESSERA_VERSION);
    program.add_option("--model", options->model, "Model folder, or the name of one that is found")
        ->type_name("FOLDER");
    program.add_option("--device", options->device, "cpu, cuda or cuda:1")->capture_default_str();
    program.add_option("--threads", options->threads, "Threads of the CPU; 0: one per core")
        ->check(CLI::Range(0, 1024));
    program
        .add_option_function<std::string>(
            "--weights",
            [options](const std::string& name) {
                options->weights = *weightBitsNamed(QString::fromStdString(name));
            },
            "The model's weights: as stored, or fewer bits for less memory and more speed")
        ->type_name(choicesText(weightNames()))
        ->check(CLI::IsMember(weightNames()).description({}))
        ->default_str(weightNames().front());
    CLI::Option* library = program
                               .add_option("--library", options->library,
                                           "Folder of the library, where results are kept")
                               ->type_name("FOLDER");
    program.add_flag("--no-library", options->noLibrary, "Look nothing up there, keep nothing")
        ->excludes(library);
    CLI::Option* quiet = program.add_flag("-q,--quiet", options->quiet, "Errors only on stderr");
    program.add_flag("-v,--verbose", options->verbose, "More on stderr")->excludes(quiet);
    for (const auto add : {addReadCommand, addAskCommand, addFindCommand, addSearchCommand,
                           addExportCommand, addBulkCommand, addTableCommand, addInspectCommand,
                           addModelsCommand, addDoctorCommand, addBenchCommand, addShellCommands}) {
        add(program, chosen);
    }
}

} // namespace app

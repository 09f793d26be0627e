// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tessera-cli completion and tessera-cli manual: what the program says about itself to shells and
// to man.
#include "app/cli/command.h"
#include "app/cli/completion_scripts.h"
#include "app/cli/inputs.h"
#include "app/cli/manual_pages.h"
#include "app/cli/option_values.h"
#include "app/files/file_writer.h"

#include <QDir>
#include <QFile>

#include <CLI/CLI.hpp>

namespace app {

namespace {

constexpr const char* kCompletionExamples = R"(Examples:
  tessera-cli completion bash > ~/.local/share/bash-completion/completions/tessera-cli
  tessera-cli completion zsh > ~/.zfunc/_tessera-cli
  tessera-cli completion fish > ~/.config/fish/completions/tessera-cli.fish)";

constexpr const char* kManualExamples = R"(Examples:
  tessera-cli manual | man -l -
  tessera-cli manual bulk | man -l -
  tessera-cli manual --out man1/                  a file for every command

An installed program has these pages where man finds them: man tessera-cli-bulk.)";

std::vector<std::string> shells() {
    std::vector<std::string> names;
    for (const CompletionScript& script : completionScripts()) {
        names.emplace_back(script.shell);
    }
    return names;
}

void addCompletionCommand(CLI::App& program, Command* chosen) {
    auto shell = std::make_shared<std::string>();
    CLI::App* command = program.add_subcommand("completion", "Completion of this for a shell");
    command->footer(kCompletionExamples);
    command->fallthrough();
    command->add_option("SHELL", *shell, "Which shell: " + choicesText(shells()))
        ->type_name(choicesText(shells()))
        ->check(CLI::IsMember(shells()).description({}))
        ->required();
    command->callback([=, &program] {
        *chosen = [=, &program](CommandContext& context) {
            for (const CompletionScript& script : completionScripts()) {
                if (*shell == script.shell) {
                    context.console.data(script.write(describe(program)));
                }
            }
            return ExitCode::Done;
        };
    });
}

Result<void> writePages(const CommandDescription& command, const CommandDescription& program,
                        const QDir& folder) {
    const QString path = folder.filePath(manualName(command) + QStringLiteral(".1"));
    Result<void> written =
        writeFile(path, manualPage(command, program).toUtf8(), Existing::Replace);
    for (qsizetype i = 0; written && i < command.commands.size(); ++i) {
        written = writePages(command.commands[i], program, folder);
    }
    return written;
}

const CommandDescription* commandAt(const CommandDescription& program, const QStringList& path) {
    const CommandDescription* command = &program;
    for (const QString& name : path) {
        const auto below =
            std::find_if(command->commands.cbegin(), command->commands.cend(),
                         [&](const CommandDescription& each) { return each.name() == name; });
        if (below == command->commands.cend()) {
            return nullptr;
        }
        command = &*below;
    }
    return command;
}

ExitCode writeManual(const CLI::App& app, const std::vector<std::string>& names,
                     const std::string& folder, CommandContext& context) {
    const CommandDescription program = describe(app);
    if (!folder.empty()) {
        const auto written = writePages(program, program, QFile::decodeName(folder.c_str()));
        return written ? ExitCode::Done : reportFailure(written.error(), context.console);
    }
    QStringList path;
    for (const std::string& name : names) {
        path.append(QString::fromStdString(name));
    }
    const CommandDescription* command = commandAt(program, path);
    if (command == nullptr) {
        return reportFailure({FailureCode::BadArguments, path.join(u' '),
                              QStringLiteral("there is no such command")},
                             context.console);
    }
    context.console.data(manualPage(*command, program));
    return ExitCode::Done;
}

void addManualCommand(CLI::App& program, Command* chosen) {
    auto names = std::make_shared<std::vector<std::string>>();
    auto folder = std::make_shared<std::string>();
    CLI::App* command = program.add_subcommand("manual", "The manual page of a command");
    command->footer(kManualExamples);
    command->fallthrough();
    auto* which = command->add_option("COMMAND", *names, "Which command; none: all of the program");
    command->add_option("-o,--out", *folder, "Folder to write the pages of all commands into")
        ->type_name("FOLDER")
        ->excludes(which);
    command->callback([=, &program] {
        *chosen = [=, &program](CommandContext& context) {
            return writeManual(program, *names, *folder, context);
        };
    });
}

} // namespace

void addShellCommands(CLI::App& program, Command* chosen) {
    addCompletionCommand(program, chosen);
    addManualCommand(program, chosen);
}

} // namespace app

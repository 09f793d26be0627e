// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_description.h"

#include "app/cli/option_values.h"

#include <CLI/CLI.hpp>

namespace app {

namespace {

OptionDescription describe(const CLI::Option& option) {
    OptionDescription description;
    if (option.get_positional()) {
        description.names = {QString::fromStdString(option.get_name(true))};
    }
    for (const std::string& name : option.get_snames()) {
        description.names.append(u'-' + QString::fromStdString(name));
    }
    for (const std::string& name : option.get_lnames()) {
        description.names.append(QStringLiteral("--") + QString::fromStdString(name));
    }
    description.text = QString::fromStdString(option.get_description());
    description.isPositional = option.get_positional();
    description.isRequired = option.get_required();
    description.isRepeated = option.get_items_expected_max() > 1;
    if (option.get_items_expected_max() > 0) {
        description.value = QString::fromStdString(option.get_type_name()).section(u':', 0, 0);
        if (description.value.contains(QLatin1Char(kChoiceMark))) {
            description.choices = description.value.split(QLatin1Char(kChoiceMark));
        }
    }
    return description;
}

void add(const CLI::App& app, CommandDescription& description) {
    for (const CLI::Option* option : app.get_options()) {
        description.options.append(describe(*option));
    }
    for (const CLI::App* below : app.get_subcommands(std::function<bool(const CLI::App*)>())) {
        if (below->get_name().empty()) { // a group of options
            add(*below, description);
            continue;
        }
        CommandDescription command;
        command.path = description.path + QStringList(QString::fromStdString(below->get_name()));
        command.text = QString::fromStdString(below->get_description());
        command.examples = QString::fromStdString(below->get_footer());
        add(*below, command);
        description.commands.append(command);
    }
}

} // namespace

CommandDescription describe(const CLI::App& program) {
    CommandDescription description;
    description.path = {QString::fromStdString(program.get_name())};
    description.text = QString::fromStdString(program.get_description());
    description.examples = QString::fromStdString(program.get_footer());
    add(program, description);
    return description;
}

} // namespace app

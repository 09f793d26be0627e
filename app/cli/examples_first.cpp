// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/examples_first.h"

namespace app {

std::string ExamplesFirst::make_help(const CLI::App* program, std::string name,
                                     CLI::AppFormatMode mode) const {
    const std::string help = Formatter::make_help(program, std::move(name), mode);
    // Inside the program's own help, sub-commands are one line each.
    return mode == CLI::AppFormatMode::Sub ? help : program->get_footer() + "\n\n" + help;
}

std::string ExamplesFirst::make_footer(const CLI::App*) const {
    return {};
}

} // namespace app

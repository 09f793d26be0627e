// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Help texts that begin with what people look for: examples. A sub-command's examples are its
// footer.
#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace app {

class ExamplesFirst final : public CLI::Formatter {
public:
    std::string make_help(const CLI::App* program, std::string name,
                          CLI::AppFormatMode mode) const override;
    std::string make_footer(const CLI::App* program) const override;
};

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the values of options are, as their type names say it to people, completions and manual
// pages: FILE, FOLDER, PAGES, or the choices themselves.
#pragma once

#include <string>
#include <vector>

namespace app {

inline constexpr char kChoiceMark = '|';

// "pdf|txt": the type name of an option that takes one of these.
inline std::string choicesText(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : std::string(1, kChoiceMark)) + name;
    }
    return text;
}

} // namespace app

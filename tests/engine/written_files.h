// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A temporary folder that tests fill with files, and a check of what an action throws.
#pragma once

#include "kernels/error.h"

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>

class WrittenFiles {
public:
    std::filesystem::path folder() const { return m_folder.path().toStdString(); }

    std::filesystem::path write(const std::string& name, std::string_view content) const {
        const auto file = folder() / name;
        std::ofstream(file, std::ios::binary) << content;
        return file;
    }

private:
    QTemporaryDir m_folder;
};

// "" when the action throws an Error of that code whose text contains the part; else what happened.
inline std::string unlessFails(const std::function<void()>& action, kernels::ErrorCode code,
                               std::string_view part) {
    try {
        action();
    } catch (const kernels::Error& error) {
        const std::string text = error.what();
        const bool expected = error.code() == code && text.find(part) != std::string::npos;
        return expected ? "" : "other error: " + text;
    }
    return "no error";
}

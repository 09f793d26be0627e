// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the engine's tests find their reference vectors, documents and the built-in model, and how
// they read the JSON tables. The goldens are always there (a small copy is kept in the tree); the
// data folder is not, and tests that need it skip.
#pragma once

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

namespace goldens {

inline std::filesystem::path sourceFolder() {
    return TESSERA_SOURCE_DIR;
}

// $TESSERA_GOLDENS, else the shared folder beside the checkout, else the copy in the tree, which
// has the same layout with fewer files and rows.
inline std::filesystem::path folder() {
    if (const char* chosen = std::getenv("TESSERA_GOLDENS")) {
        return chosen;
    }
    const auto shared = sourceFolder() / "../shared/goldens";
    return std::filesystem::is_directory(shared) ? shared : sourceFolder() / "tests/data/goldens";
}

// The shared documents and the full vocabulary; may not exist.
inline std::filesystem::path dataFolder() {
    return sourceFolder() / "../shared/data";
}

inline std::filesystem::path nanoFolder() {
    return sourceFolder() / "resources/models/nano";
}

inline std::string readFile(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw std::runtime_error("cannot open " + path.string());
    }
    return {std::istreambuf_iterator<char>(file), {}};
}

inline nlohmann::json readJson(const std::filesystem::path& path) {
    return nlohmann::json::parse(readFile(path));
}

} // namespace goldens

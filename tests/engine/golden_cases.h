// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A case of the golden checkpoints: a conversation with its pictures, and what the published
// implementation makes of it.
#pragma once

#include "engine/session.h"
#include "tests/engine/golden_tensors.h"
#include "tests/engine/pictures.h"

#include <algorithm>

namespace goldens {

struct Case {
    std::filesystem::path checkpoint;
    nlohmann::json description;
    std::map<std::string, Values> expected;
    std::vector<engine::Message> conversation;
    std::vector<engine::Pixels> pictures;
    std::vector<engine::Image> images;
};

inline Case loadCase(const std::filesystem::path& path) {
    const auto root = folder();
    Case loaded;
    loaded.description = readJson(path);
    loaded.checkpoint = root / "checkpoints" / loaded.description["checkpoint"].get<std::string>();
    loaded.expected = readTensors(std::filesystem::path(path).replace_extension(".safetensors"));
    for (const nlohmann::json& turn : loaded.description["conversation"]) {
        const auto content = turn["content"].get<std::string>();
        const bool isUser = turn["role"] == "<|User|>";
        if (isUser || !content.empty()) {
            loaded.conversation.push_back(engine::messageFromTagged(
                isUser ? engine::Role::User : engine::Role::Assistant, content));
        }
    }
    for (const nlohmann::json& name : loaded.description["images"]) {
        loaded.pictures.push_back(pictures::load(root / "images" / name.get<std::string>()));
    }
    for (const engine::Pixels& picture : loaded.pictures) {
        loaded.images.push_back(picture.view());
    }
    return loaded;
}

// The cases' JSON files, those of a checkpoint one after another.
inline std::vector<std::filesystem::path> caseFiles() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder() / "expected")) {
        if (entry.path().extension() == ".json") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace goldens

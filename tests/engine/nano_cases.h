// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The questions whose answers ship with Nano: a picture, a prompt, and what the published
// implementation answers.
#pragma once

#include "engine/session.h"
#include "tests/engine/goldens.h"
#include "tests/engine/pictures.h"

namespace nano {

inline std::filesystem::path expectedFolder() {
    return goldens::nanoFolder() / "expected";
}

inline nlohmann::json cases() {
    return goldens::readJson(expectedFolder() / "cases.json");
}

// The conversation of one question about one picture, which it keeps alive.
struct Question {
    engine::Pixels picture;
    std::vector<engine::Image> images;
    std::vector<engine::Message> conversation;

    Question(const std::filesystem::path& image, const std::string& prompt)
        : picture(pictures::load(image))
        , images{picture.view()}
        , conversation{engine::messageFromTagged(engine::Role::User, "<image>\n" + prompt)} {}

    explicit Question(const nlohmann::json& expected)
        : Question(expectedFolder() / expected["image"].get<std::string>(), expected["prompt"]) {}

    engine::GenerationRequest request(const engine::GenerationOptions& options) const {
        return {conversation, images, options, {}};
    }
};

inline engine::GenerationOptions unguarded(int maxNewTokens) {
    engine::GenerationOptions options;
    options.maxNewTokens = maxNewTokens;
    options.guardAgainstLoops = false;
    return options;
}

inline std::vector<engine::TokenId> withEos(const engine::GenerationResult& result,
                                            const engine::Tokenizer& tokenizer) {
    std::vector<engine::TokenId> ids = result.tokens;
    if (result.stopReason == engine::StopReason::EndOfText) {
        ids.push_back(tokenizer.specials().eos);
    }
    return ids;
}

} // namespace nano

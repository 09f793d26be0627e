// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The config.json of the three published models as sparse as they are: keys that equal the default
// of their class are left out. For tests and for the generator of random checkpoints.
#pragma once

#include "engine/vision/tiling.h"

#include <nlohmann/json.hpp>

namespace published {

inline nlohmann::json candidateResolutions() {
    nlohmann::json list = nlohmann::json::array();
    for (const auto& canvas : engine::candidateCanvases(engine::TileBudget::Nine, 384)) {
        list.push_back({canvas.width, canvas.height});
    }
    return list;
}

// What the three have in common.
inline nlohmann::json commonConfig() {
    return {{"candidate_resolutions", candidateResolutions()},
            {"global_view_pos", "head"},
            {"model_type", "deepseek_vl_v2"},
            {"tile_tag", "2D"},
            {"torch_dtype", "bfloat16"},
            {"transformers_version", "4.38.2"},
            {"projector_config", {{"model_type", "mlp_projector"}}},
            {"vision_config",
             {{"layers", 27},
              {"mlp_ratio", 3.7362},
              {"model_name", "siglip_so400m_patch14_384"},
              {"model_type", "vision"},
              {"patch_size", 14},
              {"width", 1152}}},
            {"language_config",
             {{"architectures", {"DeepseekV2ForCausalLM"}},
              {"first_k_dense_replace", 1},
              {"lm_head", true},
              {"max_position_embeddings", 4096},
              {"model_type", "deepseek_v2"},
              {"n_group", 1},
              {"n_shared_experts", 2},
              {"num_experts_per_tok", 6},
              {"q_lora_rank", nullptr},
              {"rm_head", false},
              {"topk_group", 1},
              {"torch_dtype", "bfloat16"}}}};
}

inline nlohmann::json tinyConfig() {
    nlohmann::json config = commonConfig();
    config["projector_config"]["n_embed"] = 1280;
    config["language_config"].update({{"bos_token_id", 0},
                                      {"eos_token_id", 1},
                                      {"hidden_size", 1280},
                                      {"intermediate_size", 6848},
                                      {"kv_lora_rank", nullptr},
                                      {"moe_intermediate_size", 896},
                                      {"n_routed_experts", 64},
                                      {"num_attention_heads", 10},
                                      {"num_hidden_layers", 12},
                                      {"num_key_value_heads", 10},
                                      {"qk_nope_head_dim", 0},
                                      {"qk_rope_head_dim", 0},
                                      {"topk_method", "greedy"},
                                      {"use_mla", false},
                                      {"v_head_dim", 0},
                                      {"vocab_size", 129280}});
    return config;
}

inline nlohmann::json smallConfig() {
    nlohmann::json config = commonConfig();
    config["language_config"].update({{"hidden_size", 2048},
                                      {"intermediate_size", 10944},
                                      {"moe_intermediate_size", 1408},
                                      {"n_routed_experts", 64},
                                      {"num_attention_heads", 16},
                                      {"num_hidden_layers", 27},
                                      {"num_key_value_heads", 16},
                                      {"topk_method", "greedy"}});
    return config;
}

inline nlohmann::json baseConfig() {
    nlohmann::json config = commonConfig();
    config["projector_config"]["n_embed"] = 2560;
    config["language_config"].update({{"bos_token_id", 0},
                                      {"eos_token_id", 1},
                                      {"hidden_size", 2560},
                                      {"intermediate_size", 12288},
                                      {"moe_intermediate_size", 1536},
                                      {"n_routed_experts", 72},
                                      {"norm_topk_prob", true},
                                      {"routed_scaling_factor", 2.0},
                                      {"scoring_func", "sigmoid"},
                                      {"topk_method", "noaux_tc"},
                                      {"vocab_size", 129280}});
    return config;
}

inline nlohmann::json processorConfig() {
    return {{"add_special_token", false},
            {"candidate_resolutions", candidateResolutions()},
            {"downsample_ratio", 2},
            {"ignore_id", -100},
            {"image_mean", {0.5, 0.5, 0.5}},
            {"image_std", {0.5, 0.5, 0.5}},
            {"image_token", "<image>"},
            {"mask_prompt", false},
            {"normalize", true},
            {"pad_token", "<｜▁pad▁｜>"},
            {"patch_size", 14},
            {"processor_class", "DeepseekVLV2Processor"},
            {"sft_format", "deepseek"}};
}

} // namespace published

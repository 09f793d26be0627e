// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checkpoint.h"
#include "engine/model_config.h"
#include "tests/engine/goldens.h"
#include "tests/engine/written_files.h"
#include "tests/published_configs.h"

#include <QtTest>

#include <limits>

using engine::LanguageConfig;
using engine::ModelConfig;
using kernels::ErrorCode;
using nlohmann::json;

namespace {

ModelConfig load(const json& config, const json& processor) {
    const WrittenFiles files;
    files.write("config.json", config.dump());
    if (!processor.is_null()) {
        files.write("processor_config.json", processor.dump());
    }
    return engine::loadModelConfig(files.folder());
}

ModelConfig load(const json& config) {
    return load(config, published::processorConfig());
}

json variant(const QString& name) {
    return name == "tiny"    ? published::tinyConfig()
           : name == "small" ? published::smallConfig()
                             : published::baseConfig();
}

// The tensors that the vision tower stores and the engine never uses.
bool isUnused(const std::string& tensor) {
    return tensor.starts_with("vision.attn_pool.");
}

} // namespace

class TestModelConfig : public QObject {
    Q_OBJECT

private slots:
    void publishedSizes_data();
    void publishedSizes();
    void tinyValues();
    void smallValues();
    void baseValues();
    void checkpointsHaveTheCountedParameters_data();
    void checkpointsHaveTheCountedParameters();
    void groupsOfExperts();
    void refusesChangedValue_data();
    void refusesChangedValue();
    void refusesProcessorValue_data();
    void refusesProcessorValue();
    void absentKeysTakeDefaults();
    void processorDecidesCanvases();
    void largestValuesDoNotOverflow();
    void refusesFolderWithoutConfig();
};

void TestModelConfig::publishedSizes_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("parameters");
    // As published, less the pooling head of the vision tower.
    constexpr qint64 kPoolingHead = 428'225'600 - 412'987'248;
    QTest::newRow("DeepSeek-VL2-Tiny") << "tiny" << 3'370'501'440 - kPoolingHead;
    QTest::newRow("DeepSeek-VL2-Small") << "small" << 16'148'349'504 - kPoolingHead;
    QTest::newRow("DeepSeek-VL2-Base") << "base" << 27'480'134'248 - kPoolingHead;
}

void TestModelConfig::publishedSizes() {
    QFETCH(QString, name);
    QFETCH(qint64, parameters);
    const ModelConfig config = load(variant(name));
    QCOMPARE(qint64{config.parameterCount()}, parameters);
    QCOMPARE(config.variantName(), std::string(QTest::currentDataTag()));
    QCOMPARE(config.vision.mlpWidth, 4304);
    QCOMPARE(config.vision.heads, 16);
    QCOMPARE(config.vision.headSize(), 72);
    QCOMPARE(config.vision.patches(), 729);
    QCOMPARE(config.projector.inputDim, 1152);
    QCOMPARE(config.projector.nEmbed, config.language.hiddenSize);
    QCOMPARE(config.candidateResolutions.size(), std::size_t{23});
    QCOMPARE(config.language.maxPositionEmbeddings, 4096);
    QVERIFY(config.globalViewFirst);
    QVERIFY(!config.language.isMoeLayer(0) && config.language.isMoeLayer(1));
}

void TestModelConfig::tinyValues() {
    const LanguageConfig tiny = load(published::tinyConfig()).language;
    QVERIFY(!tiny.useMla);
    QCOMPARE(tiny.qkHeadDim(), 128);
    QCOMPARE(tiny.valueHeadDim(), 128);
    QCOMPARE(tiny.numKeyValueHeads, 10);
    QCOMPARE(tiny.vocabSize, 129280);
    QCOMPARE(tiny.eosTokenId, 1);
    QVERIFY(tiny.scoringFunc == engine::ScoringFunc::Softmax);
    QVERIFY(tiny.topkMethod == engine::TopkMethod::Greedy);
    QVERIFY(!tiny.normTopkProb);
    QCOMPARE(tiny.rmsNormEps, 1e-6);
    QCOMPARE(tiny.ropeTheta, 10000.0);
}

void TestModelConfig::smallValues() {
    const LanguageConfig small = load(published::smallConfig()).language;
    QVERIFY(small.useMla);
    QCOMPARE(small.qkHeadDim(), 192);
    QCOMPARE(small.valueHeadDim(), 128);
    QCOMPARE(small.kvLoraRank, 512);
    QCOMPARE(small.vocabSize, 102400);
    QCOMPARE(small.bosTokenId, 100000);
    QCOMPARE(small.eosTokenId, 100001);
    QCOMPARE(small.routedScalingFactor, 1.0);
}

void TestModelConfig::baseValues() {
    const LanguageConfig base = load(published::baseConfig()).language;
    QCOMPARE(base.numHiddenLayers, 30);
    QCOMPARE(base.numAttentionHeads, 32);
    QCOMPARE(base.nRoutedExperts, 72);
    QCOMPARE(base.numExpertsPerTok, 6);
    QCOMPARE(base.routedScalingFactor, 2.0);
    QVERIFY(base.normTopkProb);
    QVERIFY(base.scoringFunc == engine::ScoringFunc::Sigmoid);
    QVERIFY(base.topkMethod == engine::TopkMethod::NoauxTc);
    QCOMPARE(base.nGroup, 1);
    QCOMPARE(base.topkGroup, 1);
}

void TestModelConfig::checkpointsHaveTheCountedParameters_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("name");
    const auto row = [](const std::filesystem::path& folder, const char* name) {
        QTest::newRow(folder.filename().c_str())
            << QString::fromStdString(folder.string()) << QString(name);
    };
    const auto checkpoints = goldens::folder() / "checkpoints";
    row(checkpoints / "tiny-like", "DeepSeek-VL2 (3 layers × 96)");
    row(checkpoints / "small-like", "DeepSeek-VL2 (4 layers × 80)");
    row(checkpoints / "base-like", "DeepSeek-VL2 (4 layers × 112)");
    row(checkpoints / "base-grouped", "DeepSeek-VL2 (3 layers × 64)");
    row(goldens::nanoFolder(), "DeepSeek-VL2 (4 layers × 256)");
}

void TestModelConfig::checkpointsHaveTheCountedParameters() {
    QFETCH(QString, folder);
    QFETCH(QString, name);
    const ModelConfig config = engine::loadModelConfig(folder.toStdString());
    QCOMPARE(QString::fromStdString(config.variantName()), name);
    if (!std::filesystem::exists(folder.toStdString() + "/model.safetensors.index.json")) {
        QSKIP("the weights are not part of the small copy of the goldens");
    }
    const engine::Checkpoint checkpoint(folder.toStdString());
    std::int64_t stored = 0;
    for (const auto& [tensor, entry] : checkpoint.tensors()) {
        if (!isUnused(tensor)) {
            stored += static_cast<std::int64_t>(entry.bytes / kernels::sizeOf(entry.dtype));
        }
    }
    QCOMPARE(config.parameterCount(), stored);
}

void TestModelConfig::groupsOfExperts() {
    const auto folder = goldens::folder() / "checkpoints/base-grouped";
    const LanguageConfig language = engine::loadModelConfig(folder).language;
    QCOMPARE(language.nGroup, 4);
    QCOMPARE(language.topkGroup, 2);
    QCOMPARE(language.numExpertsPerTok, 4);
}

void TestModelConfig::refusesChangedValue_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("unsupported");
    const auto row = [](const char* model, const char* pointer, const char* value) {
        QTest::addRow("%s %s %s", model, pointer, value) << model << pointer << value << false;
    };
    const auto unsupported = [](const char* model, const char* pointer, const char* value) {
        QTest::addRow("%s %s %s", model, pointer, value) << model << pointer << value << true;
    };
    for (const char* key :
         {"vocab_size", "hidden_size", "intermediate_size", "moe_intermediate_size",
          "num_hidden_layers", "num_attention_heads", "num_key_value_heads", "n_routed_experts",
          "n_shared_experts", "num_experts_per_tok", "moe_layer_freq", "first_k_dense_replace",
          "max_position_embeddings", "bos_token_id", "eos_token_id"}) {
        const QByteArray pointer = QByteArray("/language_config/") + key;
        for (const char* value :
             {"-1", "2147483648", "18446744073709551615", "1.5", "\"8\"", "[]"}) {
            row("tiny", pointer, value);
        }
    }
    for (const char* key : {"kv_lora_rank", "qk_rope_head_dim", "qk_nope_head_dim", "v_head_dim"}) {
        const QByteArray pointer = QByteArray("/language_config/") + key;
        for (const char* value : {"0", "-1", "1000000", "null", "1e2"}) {
            row("small", pointer, value);
        }
    }
    for (const char* key : {"image_size", "patch_size", "width", "layers", "heads"}) {
        const QByteArray pointer = QByteArray("/vision_config/") + key;
        for (const char* value : {"0", "-1", "2147483647", "1e2", "null"}) {
            row("tiny", pointer, value);
        }
    }
    row("small", "/language_config/qk_rope_head_dim", "63");
    row("tiny", "/language_config/num_attention_heads", "7");
    row("tiny", "/language_config/num_attention_heads", "1");
    row("tiny", "/language_config/num_attention_heads", "256");
    row("tiny", "/language_config/num_key_value_heads", "3");
    row("tiny", "/language_config/num_experts_per_tok", "65");
    row("tiny", "/language_config/vocab_size", "1");
    row("small", "/language_config/vocab_size", "100001");
    row("tiny", "/language_config/rms_norm_eps", "0");
    row("tiny", "/language_config/rms_norm_eps", "\"1e-6\"");
    row("tiny", "/language_config/rope_theta", "-10000");
    row("tiny", "/language_config/routed_scaling_factor", "1e300");
    row("tiny", "/language_config/norm_topk_prob", "1");
    row("tiny", "/language_config/use_mla", "null");
    row("base", "/language_config/n_group", "5");
    row("base", "/language_config/n_group", "72");
    row("base", "/language_config/topk_group", "2");
    row("base", "/language_config/topk_group", "0");
    row("tiny", "/language_config", "null");
    row("tiny", "/vision_config", "7");
    row("tiny", "/vision_config/heads", "7");
    row("tiny", "/vision_config/mlp_ratio", "0");
    row("tiny", "/vision_config/mlp_ratio", "0.0001");
    row("tiny", "/vision_config/patch_size", "385");
    row("tiny", "/projector_config/n_embed", "2048");
    row("tiny", "/projector_config/input_dim", "1024");
    row("tiny", "/projector_config/depth", "9");
    row("tiny", "/projector_config/mlp_ratio", "0");
    row("tiny", "/global_view_pos", "\"left\"");
    row("tiny", "/candidate_resolutions", "[]");
    row("tiny", "/candidate_resolutions", "[[384]]");
    row("tiny", "/candidate_resolutions", "[[384, 385]]");
    row("tiny", "/candidate_resolutions", "[[384, 0]]");
    row("tiny", "/candidate_resolutions", "[[384, -384]]");
    row("tiny", "/candidate_resolutions", "[[384, 18446744073709551232]]");
    row("tiny", "/candidate_resolutions", "[[384.0, 384.0]]");
    row("tiny", "/candidate_resolutions", "{}");
    row("tiny", "/model_type", "3");
    unsupported("tiny", "/candidate_resolutions", "[[768, 384]]");
    unsupported("tiny", "/model_type", "\"deepseek_vl\"");
    unsupported("tiny", "/tile_tag", "\"1D\"");
    unsupported("tiny", "/quantization_config", "{\"bits\": 4}");
    unsupported("tiny", "/vision_config/model_name", "\"deeplip_b_l\"");
    unsupported("tiny", "/vision_config/width", "{\"clip-l-14-224\": {}}");
    unsupported("tiny", "/vision_config/class_token", "true");
    unsupported("tiny", "/projector_config/downsample_ratio", "4");
    unsupported("tiny", "/projector_config/projector_type", "\"linear\"");
    unsupported("tiny", "/projector_config/token_pooling", "true");
    unsupported("tiny", "/language_config/model_type", "\"llama\"");
    unsupported("tiny", "/language_config/hidden_act", "\"gelu\"");
    unsupported("tiny", "/language_config/tie_word_embeddings", "true");
    unsupported("tiny", "/language_config/attention_bias", "true");
    unsupported("tiny", "/language_config/rope_scaling", "{\"type\": \"yarn\", \"factor\": 40}");
    unsupported("small", "/language_config/q_lora_rank", "1536");
    unsupported("tiny", "/language_config/topk_method", "\"group_limited_greedy\"");
    unsupported("tiny", "/language_config/scoring_func", "\"tanh\"");
}

void TestModelConfig::refusesChangedValue() {
    QFETCH(QString, model);
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    QFETCH(bool, unsupported);
    json config = variant(model);
    config[json::json_pointer(pointer.toStdString())] = json::parse(value.toStdString());
    const auto code = unsupported ? ErrorCode::Unsupported : ErrorCode::BadFile;
    QCOMPARE(unlessFails([&] { load(config); }, code, "config.json: "), std::string());
}

void TestModelConfig::refusesProcessorValue_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    const auto row = [](const char* key, const char* value) {
        QTest::addRow("%s %s", key, value) << key << value;
    };
    row("processor_class", "\"VLChatProcessor\"");
    row("sft_format", "\"alpaca\"");
    row("image_token", "\"<img>\"");
    row("normalize", "false");
    row("image_mean", "[0.48, 0.45, 0.4]");
    row("image_std", "[0.5, 0.5, 0.4]");
    row("image_std", "[0, 0, 0]");
    row("image_std", "[0.5, 0.5]");
    row("image_std", "0.5");
    row("patch_size", "16");
    row("downsample_ratio", "1");
}

void TestModelConfig::refusesProcessorValue() {
    QFETCH(QString, key);
    QFETCH(QString, value);
    json processor = published::processorConfig();
    processor[key.toStdString()] = json::parse(value.toStdString());
    const auto read = [&] {
        load(published::tinyConfig(), processor);
    };
    const std::string part = "processor_config.json: " + key.toStdString();
    QCOMPARE(unlessFails(read, ErrorCode::Unsupported, part), std::string());
}

void TestModelConfig::absentKeysTakeDefaults() {
    json config = published::smallConfig();
    config.erase("tile_tag");
    config.erase("global_view_pos");
    config.erase("candidate_resolutions");
    config["language_config"].erase("num_key_value_heads");
    const ModelConfig loaded = load(config, nullptr);
    QCOMPARE(loaded.candidateResolutions.size(), std::size_t{23});
    QCOMPARE(loaded.variantName(), std::string("DeepSeek-VL2-Small"));
    QCOMPARE(loaded.imageStd, 0.5F);
    config["language_config"].erase("q_lora_rank"); // the class default is 1536
    const auto latent = [&] {
        load(config);
    };
    QCOMPARE(unlessFails(latent, ErrorCode::Unsupported, "q_lora_rank"), std::string());
    config = published::tinyConfig();
    config["language_config"]["num_key_value_heads"] = nullptr;
    QCOMPARE(load(config).language.numKeyValueHeads, 10);
    for (const char* key : {"topk_method", "num_experts_per_tok"}) {
        config = published::tinyConfig();
        config["language_config"].erase(key);
        const auto read = [&] {
            load(config);
        };
        QCOMPARE(unlessFails(read, ErrorCode::BadFile, "is missing"), std::string());
    }
}

void TestModelConfig::processorDecidesCanvases() {
    json processor = published::processorConfig();
    processor["candidate_resolutions"] = {{384, 384}, {768, 384}};
    QCOMPARE(load(published::tinyConfig(), processor).candidateResolutions.size(), std::size_t{2});
    processor.erase("candidate_resolutions");
    QCOMPARE(load(published::tinyConfig(), processor).candidateResolutions.size(), std::size_t{23});
}

void TestModelConfig::largestValuesDoNotOverflow() {
    json config = published::smallConfig();
    config["vision_config"].update({{"image_size", 4096},
                                    {"patch_size", 1},
                                    {"width", 65536},
                                    {"layers", 512},
                                    {"mlp_ratio", 63.9}});
    config["candidate_resolutions"] = {{4096, 4096}};
    config["projector_config"].update(
        {{"input_dim", 65536}, {"n_embed", 65536}, {"depth", 8}, {"mlp_ratio", 16}});
    config["language_config"].update({{"vocab_size", 1 << 20},
                                      {"hidden_size", 65536},
                                      {"intermediate_size", 1 << 18},
                                      {"moe_intermediate_size", 1 << 18},
                                      {"num_hidden_layers", 512},
                                      {"num_attention_heads", 1024},
                                      {"kv_lora_rank", 65536},
                                      {"qk_rope_head_dim", 1024},
                                      {"qk_nope_head_dim", 1024},
                                      {"v_head_dim", 1024},
                                      {"n_routed_experts", 1024},
                                      {"n_shared_experts", 64}});
    const double parameters = static_cast<double>(load(config, nullptr).parameterCount());
    const double experts = 511.0 * (1024 + 64) * 3 * 65536 * (1 << 18);
    QVERIFY(parameters > experts && parameters < 1.05 * experts);
}

void TestModelConfig::refusesFolderWithoutConfig() {
    const WrittenFiles files;
    const auto read = [&] {
        engine::loadModelConfig(files.folder());
    };
    QCOMPARE(unlessFails(read, ErrorCode::BadFile, "config.json: no such file"), std::string());
}

QTEST_GUILESS_MAIN(TestModelConfig)
#include "tst_model_config.moc"

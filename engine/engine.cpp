// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"

namespace engine {

namespace {

std::unique_ptr<kernels::Backend> makeBackend(const EngineOptions& options) {
    return options.device == Device::Cuda
               ? kernels::makeCudaBackend(options.deviceIndex, options.activations)
               : kernels::makeCpuBackend(options.threads);
}

Tiling makeTiling(const ModelConfig& config, TileBudget budget) {
    std::vector<ImageSize> candidates = budget == TileBudget::Nine
                                            ? config.candidateResolutions
                                            : candidateCanvases(budget, config.vision.imageSize);
    return {std::move(candidates), config.vision.patchSize, config.projector.downsampleRatio};
}

// Ids of the tokenizer index the embedding table, so they must all have a row there.
void checkVocabulary(const Tokenizer& tokenizer, const LanguageConfig& config,
                     const std::filesystem::path& folder) {
    if (tokenizer.size() > static_cast<std::size_t>(config.vocabSize)) {
        throw Error(ErrorCode::BadFile, (folder / "tokenizer.json").string() + " has " +
                                            std::to_string(tokenizer.size()) +
                                            " ids, but config.json's vocab_size is " +
                                            std::to_string(config.vocabSize));
    }
}

// Null where there is room for experts beside everything else.
std::unique_ptr<kernels::Backend> makeExpertBackend(const EngineOptions& options,
                                                    const kernels::Backend& backend,
                                                    const Checkpoint& checkpoint,
                                                    const ModelConfig& config) {
    if (options.device == Device::Cpu) { // which need not look at all weights for that
        return nullptr;
    }
    const std::uint64_t free = backend.freeMemory();
    const bool isRoom =
        options.workingBytes <= free &&
        weightBytes(checkpoint, config, options.quantisation) <= free - options.workingBytes;
    return isRoom ? nullptr : kernels::makeCpuBackend(options.threads);
}

} // namespace

kernels::DType cacheType(const LanguageConfig& config, const EngineOptions& options) {
    if (options.device == Device::Cuda) {
        return options.activations;
    }
    const bool isHalved = !config.useMla && options.quantisation != Quantisation::None;
    return isHalved ? kernels::DType::BF16 : kernels::DType::F32;
}

PassSize passSize(Device device) {
    // Two tiles of the published tower, or fourteen of Nano's; on a GPU all of a picture.
    return device == Device::Cuda ? PassSize{4096, std::int64_t{256} << 20}
                                  : PassSize{512, std::int64_t{64} << 20};
}

std::vector<std::string> gpuNames() {
    return kernels::cudaDevices();
}

Engine::Engine(const std::filesystem::path& folder, const EngineOptions& options,
               const Waiting& waiting)
    : m_backend(makeBackend(options))
    , m_config(loadModelConfig(folder))
    , m_tokenizer(std::make_shared<const Tokenizer>(folder))
    , m_tiling(makeTiling(m_config, options.tileBudget))
    , m_checkpoint(folder)
    , m_expertBackend(makeExpertBackend(options, *m_backend, m_checkpoint, m_config))
    , m_weights(loadWeights(m_checkpoint, m_config,
                            {options.quantisation, options.cacheFolder, options.threads, waiting},
                            *m_backend, expertBackend()))
    , m_cacheType(engine::cacheType(m_config.language, options))
    , m_passSize(engine::passSize(options.device)) {
    checkVocabulary(*m_tokenizer, m_config.language, folder);
}

Engine::~Engine() = default;

std::string Engine::description() const {
    return m_backend->description() +
           (m_expertBackend == nullptr ? "" : ", experts on " + m_expertBackend->description());
}

} // namespace engine

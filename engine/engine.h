// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Engine: one loaded model, immutable after construction and shareable between threads for reading.
// It owns its backend; sessions run on it one at a time per backend.
#pragma once

#include "engine/checkpoint.h"
#include "engine/model_config.h"
#include "engine/text/tokenizer.h"
#include "engine/vision/tiling.h"
#include "engine/weights.h"
#include "kernels/backend.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace engine {

using kernels::Error;
using kernels::ErrorCode;

enum class Device { Cpu, Cuda };

struct EngineOptions {
    Device device = Device::Cpu;
    int deviceIndex = 0; // in gpuNames()
    // Of a GPU. F32: as exact as the CPU, several times slower.
    kernels::DType activations = kernels::DType::BF16;
    int threads = 0; // 0: one per core this process may use
    TileBudget tileBudget = TileBudget::Nine;
    Quantisation quantisation = Quantisation::None;
    std::filesystem::path cacheFolder; // of quantised weights; empty: they are not kept
    // What answers take of a GPU's memory beside weights. With less left, experts go to the CPU.
    std::uint64_t workingBytes = 0;
};

// What a session keeps of a token for attention. On the CPU that is BF16 where it is much, in
// multi-head attention, and beside weights that are quantised; else it is what the backend computes
// in.
kernels::DType cacheType(const LanguageConfig& config, const EngineOptions& options);

// What goes through the model in one pass. A CPU is at its full speed with little, which takes less
// memory and is sooner stopped; a GPU takes a page, or it would read all experts once more.
struct PassSize {
    std::int64_t promptRows;
    std::int64_t towerBytes; // of scratch memory for tiles
};

PassSize passSize(Device device);

// The GPUs that EngineOptions::deviceIndex counts, by name; none where the program was built
// without CUDA or has no driver. May take a second when asked first.
std::vector<std::string> gpuNames();

class Engine {
public:
    // Throws BadFile, Unsupported, OutOfMemory or DeviceUnavailable; a checkpoint is checked whole
    // (config, tokenizer, every tensor's type and shape) before memory is taken for it. Somebody
    // has to wait only where weights are quantised; Internal when they stopped it.
    Engine(const std::filesystem::path& folder, const EngineOptions& options,
           const Waiting& waiting = {});
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    // Exactly what generation will use, without running anything.
    Plan plan(std::span<const ImageSize> images) const { return m_tiling.plan(images); }

    const ModelConfig& config() const { return m_config; }

    const Tokenizer& tokenizer() const { return *m_tokenizer; }

    // For those who may outlive the engine.
    std::shared_ptr<const Tokenizer> sharedTokenizer() const { return m_tokenizer; }

    const Tiling& tiling() const { return m_tiling; }

    const Checkpoint& checkpoint() const { return m_checkpoint; }

    const Weights& weights() const { return m_weights; }

    kernels::Backend& backend() const { return *m_backend; }

    // The one that routed experts run on: the same, or the CPU's where a GPU is too small for them,
    // which take most of the memory and are the cheapest to run elsewhere.
    kernels::Backend& expertBackend() const {
        return m_expertBackend != nullptr ? *m_expertBackend : *m_backend;
    }

    // "CPU, 2 threads (AVX2)", or of a GPU without room ", experts on CPU, …" too: for people.
    std::string description() const;

    kernels::DType cacheType() const { return m_cacheType; }

    const PassSize& passSize() const { return m_passSize; }

private:
    std::unique_ptr<kernels::Backend> m_backend; // first: everything below lives in its memory
    ModelConfig m_config;
    std::shared_ptr<const Tokenizer> m_tokenizer;
    Tiling m_tiling;
    Checkpoint m_checkpoint;
    std::unique_ptr<kernels::Backend> m_expertBackend; // null: experts run with everything else
    Weights m_weights;
    kernels::DType m_cacheType;
    PassSize m_passSize;
};

} // namespace engine

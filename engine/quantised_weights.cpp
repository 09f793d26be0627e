// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/quantised_weights.h"

#include "engine/quantised_file.h"
#include "kernels/quantise.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <utility>

namespace engine {

using kernels::Error;
using kernels::ErrorCode;
using kernels::Tensor;

namespace {

constexpr std::size_t kAlignment = 64;
// Weights that a thread quantises in one go: some milliseconds.
constexpr std::int64_t kWeightsAtOnce = std::int64_t{256} << 10;

// Rows of a tensor that one thread quantises in one go.
struct Piece {
    std::size_t tensor;
    std::int64_t row;
    std::int64_t rows;
};

std::vector<Piece> piecesOf(const std::vector<QuantisedTensor>& tensors) {
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        const std::int64_t rows = tensors[i].outputs;
        const std::int64_t step = std::max<std::int64_t>(
            1, kWeightsAtOnce / std::max<std::int64_t>(1, tensors[i].inputs));
        for (std::int64_t row = 0; row < rows; row += step) {
            pieces.push_back({i, row, std::min(step, rows - row)});
        }
    }
    return pieces;
}

// Whole pages of a mapped file that are not needed any more: their memory is free again.
void forget(const std::byte* memory, std::size_t bytes) {
    const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    const auto first = (reinterpret_cast<std::uintptr_t>(memory) + page - 1) / page * page;
    const auto end = (reinterpret_cast<std::uintptr_t>(memory) + bytes) / page * page;
    if (first < end) {
        ::madvise(reinterpret_cast<void*>(first), end - first, MADV_DONTNEED);
    }
}

void quantisePiece(std::byte* to, const QuantisedTensor& tensor, const Piece& piece) {
    const auto fromRow = static_cast<std::size_t>(tensor.inputs) * sizeOf(tensor.from->dtype);
    const auto row = static_cast<std::size_t>(piece.row);
    const std::byte* from = tensor.from->data + row * fromRow;
    Tensor whole(to, tensor.type, {tensor.outputs, tensor.inputs});
    // Tensors are views of memory that may be written; this one is only read.
    kernels::quantise(
        whole.slice(0, piece.row, piece.rows),
        {const_cast<std::byte*>(from), tensor.from->dtype, {piece.rows, tensor.inputs}});
    forget(from, static_cast<std::size_t>(piece.rows) * fromRow);
}

std::filesystem::path folderOf(const Checkpoint& checkpoint) {
    return checkpoint.shards().front().file.parent_path();
}

QuantisedSource sourceOf(const Checkpoint& checkpoint, Quantisation quantisation,
                         std::size_t bytes) {
    return {checkpointHash(checkpoint), quantisation == Quantisation::FourBits ? 4U : 8U, bytes};
}

} // namespace

QuantisedWeights::QuantisedWeights(const Checkpoint& checkpoint,
                                   std::vector<QuantisedTensor> tensors, const LoadOptions& options)
    : m_tensors(std::move(tensors))
    , m_offsets{0} {
    for (const QuantisedTensor& tensor : m_tensors) {
        const Tensor shape(nullptr, tensor.type, {tensor.outputs, tensor.inputs});
        const std::size_t end = m_offsets.back() + shape.denseBytes();
        m_offsets.push_back((end + kAlignment - 1) / kAlignment * kAlignment);
    }
    if (!options.cacheFolder.empty()) {
        m_file = quantisedFile(options.cacheFolder, folderOf(checkpoint), options.quantisation);
        mapFile(checkpoint, options);
    }
    if (m_mapped) {
        m_memory = m_mapped->memory() + kQuantisedFileHeader;
        return;
    }
    if (m_block.memory() == nullptr) {
        m_block = MemoryBlock(std::max<std::size_t>(bytes(), 1));
        if (!quantiseInto(m_block.memory(), options)) {
            throw Error(ErrorCode::Internal, "loading was stopped");
        }
    }
    m_memory = m_block.memory();
}

// Opens the cache file, made first if need be; nothing is mapped when there can be none.
void QuantisedWeights::mapFile(const Checkpoint& checkpoint, const LoadOptions& options) {
    const QuantisedSource source = sourceOf(checkpoint, options.quantisation, bytes());
    m_mapped = openQuantisedFile(m_file, source, options.threads, options.waiting);
    if (m_mapped) {
        return;
    }
    NewQuantisedFile made(m_file, bytes());
    if (made.memory() == nullptr) {
        return;
    }
    if (!quantiseInto(made.memory(), options)) {
        throw Error(ErrorCode::Internal, "loading was stopped");
    }
    if (made.finish(source, options.threads)) {
        m_mapped.emplace(m_file);
    }
}

bool QuantisedWeights::quantiseInto(std::byte* memory, const LoadOptions& options) {
    const std::vector<Piece> pieces = piecesOf(m_tensors);
    return shareWork(options.threads, pieces.size(), options.waiting, [&](std::size_t index) {
        const Piece& piece = pieces[index];
        quantisePiece(memory + m_offsets[piece.tensor], m_tensors[piece.tensor], piece);
    });
}

std::filesystem::path quantisedFile(const std::filesystem::path& cacheFolder,
                                    const std::filesystem::path& modelFolder,
                                    Quantisation quantisation) {
    std::error_code ignored;
    const std::filesystem::path whole = std::filesystem::weakly_canonical(modelFolder, ignored);
    // FNV-1a: tells the folders of one user apart.
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char letter : whole.string()) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3;
    }
    std::array<char, 17> digits{};
    std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(hash));
    return cacheFolder /
           (whole.filename().string() + "-" + digits.data() +
            (quantisation == Quantisation::FourBits ? "-4-bit" : "-8-bit") + ".weights");
}

} // namespace engine

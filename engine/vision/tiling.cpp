// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/vision/tiling.h"

#include <algorithm>
#include <array>
#include <utility>

namespace engine {

namespace {

constexpr int kChannels = 3;

// How well a picture uses a canvas: pixels of it that survive, then pixels that are only padding.
struct Fit {
    std::int64_t effective = 0;
    std::int64_t waste = 0;

    bool betterThan(const Fit& other) const {
        return effective > other.effective || (effective == other.effective && waste < other.waste);
    }
};

Fit fitOf(ImageSize image, ImageSize canvas) {
    const double scale = std::min(static_cast<double>(canvas.width) / image.width,
                                  static_cast<double>(canvas.height) / image.height);
    const auto width = static_cast<std::int64_t>(image.width * scale);
    const auto height = static_cast<std::int64_t>(image.height * scale);
    const std::int64_t effective =
        std::min(width * height, std::int64_t{image.width} * image.height);
    return {effective, std::int64_t{canvas.width} * canvas.height - effective};
}

} // namespace

std::vector<ImageSize> candidateCanvases(TileBudget budget, int tileEdge) {
    std::vector<ImageSize> canvases;
    for (int tiles = 1; tiles <= static_cast<int>(budget); ++tiles) {
        for (int side = 1; side * side <= tiles; ++side) {
            if (tiles % side != 0) {
                continue;
            }
            const int other = tiles / side;
            canvases.push_back({side * tileEdge, other * tileEdge});
            if (side != other) {
                canvases.push_back({other * tileEdge, side * tileEdge});
            }
        }
    }
    return canvases;
}

Tiling::Tiling(std::vector<ImageSize> candidates, int patchSize, int downsampleRatio)
    : m_candidates(std::move(candidates)) {
    kernels::check(!m_candidates.empty() && patchSize > 0 && downsampleRatio > 0,
                   "Tiling: no canvas, patch size or downsampling");
    m_tileEdge = m_candidates.front().width;
    m_patchSize = patchSize;
    m_tokensPerSide = (m_tileEdge / patchSize + downsampleRatio - 1) / downsampleRatio;
    for (const ImageSize canvas : m_candidates) {
        kernels::check(canvas.width > 0 && canvas.width % m_tileEdge == 0 && canvas.height > 0 &&
                           canvas.height % m_tileEdge == 0,
                       "Tiling: a canvas is not made of whole tiles");
    }
}

Plan Tiling::plan(std::span<const ImageSize> images) const {
    const ImageSize tile{m_tileEdge, m_tileEdge};
    Plan plan;
    plan.tileEdge = m_tileEdge;
    plan.patchSize = m_patchSize;
    for (const ImageSize image : images) {
        ImagePlan part;
        part.image = image;
        part.tiled = images.size() <= kMaxTiledImages;
        part.global = fitInto(image, tile);
        part.canvas = part.tiled ? bestCanvas(image) : tile;
        part.grid = {part.canvas.width / m_tileEdge, part.canvas.height / m_tileEdge};
        part.local = fitInto(image, part.canvas);
        part.tokens = tokenCount(part.grid);
        plan.tokens += part.tokens;
        plan.images.push_back(part);
    }
    return plan;
}

void Tiling::cut(Pass& pass, const Image& image, const ImagePlan& plan,
                 const kernels::Tensor& tiles) const {
    const kernels::Tensor overview =
        tiles.slice(0, 0, 1).reshaped({m_tileEdge, m_tileEdge, kChannels});
    if (tiles.size(0) == 1) {
        return fitAndPad(pass, image, {&overview, 1});
    }
    const Workspace::Scope scope(pass.workspace);
    const kernels::Tensor canvas =
        pass.workspace.take(kernels::DType::U8, {plan.canvas.height, plan.canvas.width, kChannels});
    fitAndPad(pass, image, std::array{overview, canvas});
    for (int tile = 0; tile < plan.grid.count(); ++tile) {
        const int y = tile / plan.grid.across * m_tileEdge;
        const int x = tile % plan.grid.across * m_tileEdge;
        pass.backend.copy(tiles.slice(0, 1 + tile, 1).reshaped({m_tileEdge, m_tileEdge, kChannels}),
                          canvas.slice(0, y, m_tileEdge).slice(1, x, m_tileEdge));
    }
}

std::vector<std::uint8_t> Tiling::cut(const Image& image, const ImagePlan& plan) const {
    const auto backend = kernels::makeCpuBackend(1);
    Workspace workspace(*backend);
    const Probe nobody;
    Pass pass{*backend, *backend, workspace, nobody, {}};
    const kernels::Tensor tiles = workspace.take(
        kernels::DType::U8, {plan.distinctTiles(), m_tileEdge, m_tileEdge, kChannels});
    cut(pass, image, plan, tiles);
    std::vector<std::uint8_t> bytes(tiles.denseBytes());
    backend->download(bytes.data(), tiles);
    if (plan.distinctTiles() == 1) {
        const std::vector<std::uint8_t> local = bytes;
        bytes.insert(bytes.end(), local.begin(), local.end());
    }
    return bytes;
}

ImageSize Tiling::bestCanvas(ImageSize image) const {
    ImageSize best = m_candidates.front();
    Fit bestFit = fitOf(image, best);
    for (const ImageSize canvas : m_candidates) {
        const Fit fit = fitOf(image, canvas);
        if (fit.betterThan(bestFit)) {
            best = canvas;
            bestFit = fit;
        }
    }
    return best;
}

// The overview with its line ends, the separator, and the mosaic of local tiles with its line ends.
int Tiling::tokenCount(TileGrid grid) const {
    const int side = m_tokensPerSide;
    return side * (side + 1) + 1 + side * grid.down * (side * grid.across + 1);
}

} // namespace engine

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/vision/tiling.h"

#include "kernels/error.h"

#include <algorithm>
#include <cstring>
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

void appendTile(std::vector<std::uint8_t>& tiles, const Pixels& canvas, int x, int y, int edge) {
    const Image view = canvas.view();
    for (int row = y; row < y + edge; ++row) {
        const std::uint8_t* from = view.pixels + view.stride * row + std::ptrdiff_t{x} * kChannels;
        tiles.insert(tiles.end(), from, from + std::ptrdiff_t{edge} * kChannels);
    }
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

std::vector<std::uint8_t> Tiling::cut(const Image& image, const ImagePlan& plan) const {
    const auto tileBytes =
        static_cast<std::size_t>(m_tileEdge) * static_cast<std::size_t>(m_tileEdge) * kChannels;
    std::vector<std::uint8_t> tiles;
    tiles.reserve(tileBytes * static_cast<std::size_t>(1 + plan.grid.count()));
    const Pixels overview = fitAndPad(image, {m_tileEdge, m_tileEdge});
    appendTile(tiles, overview, 0, 0, m_tileEdge);
    if (plan.canvas == overview.size) {
        appendTile(tiles, overview, 0, 0, m_tileEdge);
        return tiles;
    }
    const Pixels canvas = fitAndPad(image, plan.canvas);
    for (int y = 0; y < plan.canvas.height; y += m_tileEdge) {
        for (int x = 0; x < plan.canvas.width; x += m_tileEdge) {
            appendTile(tiles, canvas, x, y, m_tileEdge);
        }
    }
    return tiles;
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

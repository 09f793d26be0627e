// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How pictures are cut into the tiles that the vision tower sees: canvas choice, tile grid, landing
// places and token counts. A plan is made from sizes alone, without touching pixels; it is exactly
// what generation uses. Immutable values, usable from any thread.
// processing_deepseek_vl_v2.py: select_best_resolution, tokenize_with_images
#pragma once

#include "engine/pass.h"
#include "engine/vision/image.h"
#include "engine/vision/resample.h"

#include <span>
#include <vector>

namespace engine {

struct TileGrid {
    int across = 0;
    int down = 0;

    int count() const { return across * down; }

    bool operator==(const TileGrid&) const = default;
};

struct ImagePlan {
    ImageSize image;
    ImageSize canvas;  // grid × tile edge
    TileGrid grid;     // local tiles; the global view comes on top
    Placement local;   // the picture inside the canvas; the rest is padding
    Placement global;  // the picture inside the single-tile overview
    int tokens = 0;    // visual tokens, line ends and separator included
    bool tiled = true; // false: three or more pictures, so one tile each

    // How many of its tiles differ: a grid of one tile is its own overview.
    int distinctTiles() const { return grid.count() == 1 ? 1 : 1 + grid.count(); }
};

struct Plan {
    std::vector<ImagePlan> images;
    int tileEdge = 0;  // 384
    int patchSize = 0; // 14: the last (tileEdge % patchSize) pixels of every tile are not seen
    int tokens = 0;    // sum over the pictures
};

// Candidate canvases: all a×b tiles with a·b ≤ budget, in the published order for 9.
enum class TileBudget { Nine = 9, Eighteen = 18 };

std::vector<ImageSize> candidateCanvases(TileBudget budget, int tileEdge);

class Tiling {
public:
    // Pictures beyond this many in one conversation switch tiling off for all of them.
    static constexpr int kMaxTiledImages = 2;

    Tiling() = default;
    Tiling(std::vector<ImageSize> candidates, int patchSize, int downsampleRatio);

    // All pictures of one conversation, earlier turns included.
    Plan plan(std::span<const ImageSize> images) const;

    // tiles (plan.distinctTiles(), edge, edge, 3) U8: the overview, then the local ones row by row.
    // The global and the local view are both made from the original picture.
    void cut(Pass& pass, const Image& image, const ImagePlan& plan,
             const kernels::Tensor& tiles) const;
    // The same on the calling thread's CPU, and of a grid of one tile that tile too.
    std::vector<std::uint8_t> cut(const Image& image, const ImagePlan& plan) const;

    int tileEdge() const { return m_tileEdge; }

    int patchSize() const { return m_patchSize; }

    // Visual vectors along one side of a tile after the adaptor: 14.
    int tokensPerSide() const { return m_tokensPerSide; }

private:
    ImageSize bestCanvas(ImageSize image) const;
    int tokenCount(TileGrid grid) const;

    std::vector<ImageSize> m_candidates;
    int m_tileEdge = 0;
    int m_patchSize = 0;
    int m_tokensPerSide = 0;
};

} // namespace engine

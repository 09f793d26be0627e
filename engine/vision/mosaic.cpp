// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/vision/mosaic.h"

#include "engine/vision/projector.h"
#include "engine/vision/siglip.h"

#include <algorithm>
#include <cmath>

namespace engine {

using kernels::DType;
using kernels::Tensor;

namespace {

std::int64_t tilesPerPass(const VisionConfig& config, DType type, std::int64_t scratchBytes) {
    const std::int64_t widest = config.mlpWidth + std::int64_t{4} * config.width;
    const auto perTile = static_cast<std::int64_t>(sizeOf(type)) * config.patches() * widest;
    return std::max<std::int64_t>(1, scratchBytes / perTile);
}

// The same row again and again: (rows, columns, D) over one vector (D).
Tensor repeated(const Tensor& vector, std::int64_t rows) {
    Tensor view = vector.reshaped({1, 1, vector.size(0)});
    view.shape[0] = rows;
    view.strides[0] = 0;
    return view;
}

} // namespace

bool embedTiles(Pass& pass, const ModelConfig& config, const Weights& weights,
                std::int64_t scratchBytes, const Tensor& tiles, const Tensor& vectors) {
    const std::int64_t step =
        tilesPerPass(config.vision, pass.backend.activationType(), scratchBytes);
    for (std::int64_t first = 0; first < vectors.size(0); first += step) {
        const Workspace::Scope scope(pass.workspace);
        const std::int64_t count = std::min(step, vectors.size(0) - first);
        const Tensor features =
            pass.workspace.take({count, config.vision.patches(), config.vision.width});
        if (!encodeTiles(pass, config, weights.vision, tiles.slice(0, first, count), features)) {
            return false;
        }
        project(pass, weights.projector, features, vectors.slice(0, first, count));
    }
    return true;
}

void layOutMosaic(Pass& pass, const ModelConfig& config, const Weights& weights,
                  const ImagePlan& plan, const Tensor& vectors, const Tensor& rows) {
    const std::int64_t width = vectors.size(2);
    const auto side = static_cast<std::int64_t>(std::lround(std::sqrt(vectors.size(1))));
    const std::int64_t globalRows = side * (side + 1);
    const std::int64_t localRows = rows.size(0) - globalRows - 1;
    const std::int64_t globalFirst = config.globalViewFirst ? 0 : localRows + 1;
    const std::int64_t localFirst = config.globalViewFirst ? globalRows + 1 : 0;
    const std::int64_t separator = config.globalViewFirst ? globalRows : localRows;

    // One view as lines (lines, vectors and line end, D).
    const auto linesAt = [&](std::int64_t first, std::int64_t lines, std::int64_t columns) {
        return rows.slice(0, first, lines * columns).reshaped({lines, columns, width});
    };
    const auto place = [&](std::int64_t tile, const Tensor& at) {
        pass.backend.copy(at, vectors.slice(0, tile, 1).reshaped({side, side, width}));
    };
    const auto endLines = [&](const Tensor& lines) {
        pass.backend.copy(lines.slice(1, lines.size(1) - 1, 1),
                          repeated(weights.imageNewline, lines.size(0)));
    };

    const Tensor global = linesAt(globalFirst, side, side + 1);
    place(0, global.slice(1, 0, side));
    endLines(global);
    pass.backend.copy(rows.slice(0, separator, 1), weights.viewSeparator.reshaped({1, width}));
    const std::int64_t firstTile = plan.distinctTiles() == 1 ? 0 : 1;
    const Tensor local = linesAt(localFirst, side * plan.grid.down, side * plan.grid.across + 1);
    for (int y = 0; y < plan.grid.down; ++y) {
        for (int x = 0; x < plan.grid.across; ++x) {
            place(firstTile + y * plan.grid.across + x,
                  local.slice(0, y * side, side).slice(1, x * side, side));
        }
    }
    endLines(local);
}

} // namespace engine

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis/engine_preview.h"

#include "app/analysis/engine_prompt.h"

#include <exception>
#include <vector>

namespace app {

namespace {

QRectF toRectF(const engine::Placement& placement) {
    return QRectF(placement.x, placement.y, placement.width, placement.height);
}

QSize toQSize(engine::ImageSize size) {
    return {size.width, size.height};
}

engine::Plan planOf(const engine::Tiling& tiling, const QVector<QSize>& images) {
    std::vector<engine::ImageSize> sizes;
    for (const QSize& size : images) {
        sizes.push_back({size.width(), size.height()});
    }
    return tiling.plan(sizes);
}

// pixels: whole tiles one after another, as Tiling::cut makes them.
QVector<QImage> tilesOf(const std::vector<std::uint8_t>& pixels, int edge) {
    QVector<QImage> tiles;
    const auto tileBytes = static_cast<std::size_t>(edge) * static_cast<std::size_t>(edge) * 3;
    for (std::size_t first = 0; first + tileBytes <= pixels.size(); first += tileBytes) {
        const QImage view(pixels.data() + first, edge, edge, qsizetype{3} * edge,
                          QImage::Format_RGB888);
        tiles.append(view.copy());
    }
    return tiles;
}

} // namespace

TilePlan planTiles(const engine::Tiling& tiling, const QVector<QSize>& images) {
    const engine::Plan plan = planOf(tiling, images);
    TilePlan tiles;
    tiles.tileEdge = plan.tileEdge;
    tiles.patchSize = plan.patchSize;
    tiles.visualTokens = plan.tokens;
    for (const engine::ImagePlan& image : plan.images) {
        tiles.images.append({toQSize(image.image), toQSize(image.canvas),
                             QSize(image.grid.across, image.grid.down), toRectF(image.local),
                             toRectF(image.global), image.tokens, image.tiled});
    }
    return tiles;
}

TilePlanner plannerOf(const engine::Engine& engine) {
    return [tiling = engine.tiling()](const QVector<QSize>& images) {
        return planTiles(tiling, images);
    };
}

TileCutter cutterOf(const engine::Engine& engine) {
    return [tiling = engine.tiling()](const QImage& picture, const QVector<QSize>& company) {
        const QImage rgb = picture.convertToFormat(QImage::Format_RGB888);
        QVector<QSize> sizes{rgb.size()};
        const engine::Plan plan = planOf(tiling, sizes + company);
        const engine::Image image{rgb.constBits(), {rgb.width(), rgb.height()}, rgb.bytesPerLine()};
        return tilesOf(tiling.cut(image, plan.images.front()), tiling.tileEdge());
    };
}

PromptCounter counterOf(const engine::Engine& engine, const ModelCard& card) {
    return [tokenizer = engine.sharedTokenizer(), card](
               const AnalysisRequest& request, const QVector<int>& visual) -> std::optional<int> {
        try {
            AnalysisRequest asked = request;
            if (isAnsweredFromText(card, request)) {
                asked.task = Task::Read;
            }
            const auto messages = conversationOf(card, asked, visual.size(), 0);
            const std::vector<int> pictures(visual.begin(), visual.end());
            return static_cast<int>(
                engine::encodeConversation(*tokenizer, messages, pictures).ids.size());
        } catch (const std::exception&) {
            return std::nullopt; // asking will tell why
        }
    };
}

} // namespace app

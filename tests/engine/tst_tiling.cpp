// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/vision/tiling.h"
#include "kernels/error.h"
#include "tests/engine/goldens.h"

#include <QtTest>

#include <algorithm>

using engine::candidateCanvases;
using engine::ImageSize;
using engine::Placement;
using engine::TileBudget;
using engine::Tiling;
using nlohmann::json;

namespace {

constexpr int kEdge = 384;

ImageSize sizeFrom(const json& pair) {
    return {pair.at(0).get<int>(), pair.at(1).get<int>()};
}

Tiling tilingOf(TileBudget budget) {
    return {candidateCanvases(budget, kEdge), 14, 2};
}

engine::ImagePlan planOf(const Tiling& tiling, ImageSize image) {
    return tiling.plan(std::span(&image, 1)).images.at(0);
}

// The reference refuses a picture with a side that rounds to nothing; ours covers one pixel there.
bool landsAt(const Placement& place, const json& box, ImageSize canvas) {
    if (box.is_object()) {
        const bool flat = place == Placement{0, canvas.height / 2, canvas.width, 1};
        return flat || place == Placement{canvas.width / 2, 0, 1, canvas.height};
    }
    return place == Placement{box.at(0), box.at(1), box.at(2), box.at(3)};
}

} // namespace

class TestTiling : public QObject {
    Q_OBJECT

private slots:
    void matchesReference();
    void nineCanvasesInPublishedOrder();
    void eighteenCanvasesAreAllPairs();
    void orderOfCanvasesDoesNotMatter();
    void threePicturesAreNotTiled();
    void hugePicturesDoNotOverflow_data();
    void hugePicturesDoNotOverflow();
    void tilesOfThePadding();
    void refusesEmptyPictures();
};

void TestTiling::matchesReference() {
    const json table = goldens::readJson(goldens::folder() / "preprocess/geometry.json");
    const Tiling nine = tilingOf(TileBudget::Nine);
    const Tiling eighteen = tilingOf(TileBudget::Eighteen);
    QVERIFY(table.at("cases").size() >= 30);
    for (const json& row : table.at("cases")) {
        const std::string text = row.dump();
        const engine::ImagePlan plan = planOf(nine, sizeFrom(row.at("size")));
        QVERIFY2(plan.canvas == sizeFrom(row.at("canvas")), text.c_str());
        QVERIFY2(plan.grid.across == row.at("tiles").at(0), text.c_str());
        QVERIFY2(plan.grid.down == row.at("tiles").at(1), text.c_str());
        QVERIFY2(plan.tokens == row.at("tokens"), text.c_str());
        QVERIFY2(plan.tiled, text.c_str());
        QVERIFY2(landsAt(plan.global, row.at("global_box"), {kEdge, kEdge}), text.c_str());
        QVERIFY2(landsAt(plan.local, row.at("canvas_box"), plan.canvas), text.c_str());
        const engine::ImagePlan wide = planOf(eighteen, plan.image);
        QVERIFY2(wide.canvas == sizeFrom(row.at("canvas_18")), text.c_str());
    }
}

void TestTiling::nineCanvasesInPublishedOrder() {
    const json config = goldens::readJson(goldens::folder() / "checkpoints/tiny-like/config.json");
    std::vector<ImageSize> published;
    for (const json& pair : config.at("candidate_resolutions")) {
        published.push_back(sizeFrom(pair));
    }
    QVERIFY(candidateCanvases(TileBudget::Nine, kEdge) == published);
}

void TestTiling::eighteenCanvasesAreAllPairs() {
    const auto canvases = candidateCanvases(TileBudget::Eighteen, 10);
    QCOMPARE(canvases.size(), std::size_t{58});
    for (int across = 1; across <= 18; ++across) {
        for (int down = 1; across * down <= 18; ++down) {
            QCOMPARE(std::ranges::count(canvases, ImageSize{10 * across, 10 * down}), 1);
        }
    }
}

void TestTiling::orderOfCanvasesDoesNotMatter() {
    auto reversed = candidateCanvases(TileBudget::Nine, kEdge);
    std::ranges::reverse(reversed);
    const Tiling usual = tilingOf(TileBudget::Nine);
    // The tile edge is the width of the first canvas, which is one tile wide in this order too.
    std::ranges::stable_partition(reversed, [](ImageSize s) { return s.width == kEdge; });
    const Tiling backwards(reversed, 14, 2);
    for (int width = 1; width < 3000; width += 37) {
        for (int height = 1; height < 3000; height += 41) {
            QVERIFY(planOf(usual, {width, height}).canvas ==
                    planOf(backwards, {width, height}).canvas);
        }
    }
}

void TestTiling::threePicturesAreNotTiled() {
    const Tiling tiling = tilingOf(TileBudget::Nine);
    const std::vector<ImageSize> two(2, {1240, 1754});
    const std::vector<ImageSize> three(3, {1240, 1754});
    QCOMPARE(tiling.plan(two).tokens, 2 * 2017);
    const engine::Plan plan = tiling.plan(three);
    QCOMPARE(plan.tokens, 3 * 421);
    for (const engine::ImagePlan& part : plan.images) {
        QVERIFY(!part.tiled);
        QVERIFY((part.canvas == ImageSize{kEdge, kEdge}));
        QVERIFY((part.grid == engine::TileGrid{1, 1}));
        QVERIFY(part.local == part.global);
    }
    QCOMPARE(plan.tileEdge, kEdge);
    QCOMPARE(plan.patchSize, 14);
    QCOMPARE(tiling.plan({}).tokens, 0);
}

void TestTiling::hugePicturesDoNotOverflow_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("across");
    QTest::addColumn<int>("down");
    QTest::newRow("square") << 40'000 << 40'000 << 3 << 3;
    QTest::newRow("largest square") << 2'147'483'647 << 2'147'483'647 << 3 << 3;
    QTest::newRow("longest row") << 2'147'483'647 << 1 << 1 << 1;
    QTest::newRow("longest column") << 1 << 2'147'483'647 << 1 << 1;
    QTest::newRow("A4 at 4800 dpi") << 39'683 << 56'126 << 3 << 3;
}

void TestTiling::hugePicturesDoNotOverflow() {
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(int, across);
    QFETCH(int, down);
    const engine::ImagePlan plan = planOf(tilingOf(TileBudget::Nine), {width, height});
    QCOMPARE(plan.grid.across, across);
    QCOMPARE(plan.grid.down, down);
    QVERIFY(plan.local.width >= 1 && plan.local.height >= 1);
    QVERIFY(plan.local.x + plan.local.width <= plan.canvas.width);
    QVERIFY(plan.local.y + plan.local.height <= plan.canvas.height);
}

// A red picture of 768 × 384 lies in a canvas of the same size, so every local tile is red, and the
// overview is grey above and below.
void TestTiling::tilesOfThePadding() {
    engine::Pixels red{{2 * kEdge, kEdge}, {}};
    for (int i = 0; i < 2 * kEdge * kEdge; ++i) {
        red.rgb.insert(red.rgb.end(), {255, 0, 0});
    }
    const Tiling tiling = tilingOf(TileBudget::Nine);
    const engine::ImagePlan plan = planOf(tiling, red.size);
    const std::vector<std::uint8_t> tiles = tiling.cut(red.view(), plan);
    const auto pixel = [&](int tile, int x, int y) {
        const auto at = static_cast<std::size_t>(((tile * kEdge + y) * kEdge + x) * 3);
        return std::array{tiles[at], tiles[at + 1], tiles[at + 2]};
    };
    constexpr std::array<std::uint8_t, 3> kRed{255, 0, 0};
    constexpr std::array<std::uint8_t, 3> kGrey{127, 127, 127};
    QCOMPARE(tiles.size(), std::size_t{3} * kEdge * kEdge * 3);
    QVERIFY(pixel(0, 200, 95) == kGrey && pixel(0, 200, 96) == kRed);
    QVERIFY(pixel(0, 200, 287) == kRed && pixel(0, 200, 288) == kGrey);
    QVERIFY(pixel(1, 0, 0) == kRed && pixel(2, kEdge - 1, kEdge - 1) == kRed);
}

void TestTiling::refusesEmptyPictures() {
    const Tiling tiling = tilingOf(TileBudget::Nine);
    QVERIFY_EXCEPTION_THROWN(planOf(tiling, ImageSize{0, 10}), kernels::Error);
    QVERIFY_EXCEPTION_THROWN(planOf(tiling, ImageSize{10, -1}), kernels::Error);
}

QTEST_GUILESS_MAIN(TestTiling)
#include "tst_tiling.moc"

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/vision/resample.h"
#include "engine/vision/tiling.h"
#include "tests/engine/goldens.h"
#include "tests/engine/pictures.h"

#include <QtTest>

#include <cmath>
#include <fstream>
#include <numeric>

using engine::Image;
using engine::ImageSize;
using engine::Pixels;
using engine::Tiling;
using nlohmann::json;

namespace {

constexpr int kEdge = 384;
constexpr std::size_t kTileBytes = std::size_t{3} * kEdge * kEdge;

Tiling tiling() {
    return {candidateCanvases(engine::TileBudget::Nine, kEdge), 14, 2};
}

std::vector<std::uint8_t> tilesOf(const Pixels& picture) {
    const Tiling tiles = tiling();
    return tiles.cut(picture.view(), tiles.plan(std::span(&picture.size, 1)).images.at(0));
}

// What the engine makes of a picture, on the CPU: fitAndPad or resize.
using Make = void (*)(engine::Pass& pass, const Image& image,
                      std::span<const kernels::Tensor> outs);

Pixels made(Make make, const Image& image, ImageSize size) {
    const auto backend = kernels::makeCpuBackend(2);
    engine::Workspace workspace(*backend);
    const engine::Probe nobody;
    engine::Pass pass{*backend, *backend, workspace, nobody, {}};
    const kernels::Tensor out = workspace.take(kernels::DType::U8, {size.height, size.width, 3});
    make(pass, image, {&out, 1});
    Pixels pixels{size, std::vector<std::uint8_t>(out.denseBytes())};
    backend->download(pixels.rgb.data(), out);
    return pixels;
}

// Grey mean of a 96 × 96 block of a tile, all channels together.
double blockMean(std::span<const std::uint8_t> tile, int column, int row) {
    constexpr int kBlock = kEdge / 4;
    double sum = 0.0;
    for (int y = row * kBlock; y < (row + 1) * kBlock; ++y) {
        const auto from = tile.begin() + (y * kEdge + column * kBlock) * 3;
        sum = std::accumulate(from, from + kBlock * 3, sum);
    }
    return sum / (kBlock * kBlock * 3);
}

// A tile of a picture that another JPEG decoder read: equal up to about one grey level.
bool nearlyEqual(std::span<const std::uint8_t> tile, const json& expected) {
    for (int row = 0; row < 4; ++row) {
        for (int column = 0; column < 4; ++column) {
            const double mean = expected.at("block_mean_4x4").at(row).at(column);
            if (std::abs(blockMean(tile, column, row) - mean) > 1.0) {
                return false;
            }
        }
    }
    return true;
}

Pixels striped(ImageSize size) {
    Pixels picture{size, {}};
    for (int i = 0; i < size.width * size.height * 3; ++i) {
        picture.rgb.push_back(static_cast<std::uint8_t>(i * 37 % 251));
    }
    return picture;
}

} // namespace

class TestResample : public QObject {
    Q_OBJECT

private slots:
    void tilesMatchReference_data();
    void tilesMatchReference();
    void viewsMatchReference_data();
    void viewsMatchReference();
    void pixelValuesMatchReference();
    void constantStaysConstant_data();
    void constantStaysConstant();
    void readsStridedRows();
    void sameSizeIsACopy();
    void largePicturesGoInBands();
    void page();
};

void TestResample::tilesMatchReference_data() {
    QTest::addColumn<QString>("row");
    const json table = goldens::readJson(goldens::folder() / "preprocess/tiles.json");
    for (const json& row : table.at("cases")) {
        QTest::newRow(row.at("image").get<std::string>().c_str())
            << QString::fromStdString(row.dump());
    }
}

void TestResample::tilesMatchReference() {
    QFETCH(QString, row);
    const json expected = json::parse(row.toStdString());
    const auto root = expected.at("where") == "data" ? goldens::dataFolder() : goldens::folder();
    const auto path = root / expected.at("image").get<std::string>();
    if (!std::filesystem::exists(path)) {
        QSKIP("the shared documents are not here");
    }
    const Pixels picture = pictures::load(path);
    QVERIFY((picture.size == ImageSize{expected.at("size").at(0), expected.at("size").at(1)}));
    const bool sameDecoding = pictures::sha256(picture.rgb) == expected.at("rgb_sha256");
    QVERIFY2(sameDecoding || expected.at("format") == "JPEG", "decoded to other pixels");
    const std::vector<std::uint8_t> tiles = tilesOf(picture);
    QCOMPARE(tiles.size(), expected.at("tiles").size() * kTileBytes);
    for (std::size_t i = 0; i < expected.at("tiles").size(); ++i) {
        const std::span tile(tiles.data() + i * kTileBytes, kTileBytes);
        const json& wanted = expected.at("tiles").at(i);
        QVERIFY2(nearlyEqual(tile, wanted), std::to_string(i).c_str());
        if (sameDecoding) {
            QCOMPARE(pictures::sha256(tile), wanted.at("u8_sha256").get<std::string>());
        }
    }
}

void TestResample::viewsMatchReference_data() {
    QTest::addColumn<QString>("file");
    for (const char* name : {"a_300x280", "d_500x300_rgba", "e_200x640_grey", "g_97x61"}) {
        QTest::newRow(name) << QString(name);
    }
}

void TestResample::viewsMatchReference() {
    QFETCH(QString, file);
    const auto folder = goldens::folder();
    const std::string name = file.toStdString();
    const Pixels picture = pictures::load(folder / "images" / (name + ".png"));
    for (const char* view : {"global", "canvas"}) {
        const auto path = folder / "preprocess/canvas" / (name + "." + view + ".png");
        if (!std::filesystem::exists(path)) {
            QSKIP("not part of the small copy of the goldens");
        }
        const Pixels expected = pictures::load(path);
        QVERIFY2(made(engine::fitAndPad, picture.view(), expected.size).rgb == expected.rgb, view);
    }
}

// Rows and columns 184…199 of the first tiles, as the values that the vision tower gets.
void TestResample::pixelValuesMatchReference() {
    const auto folder = goldens::folder();
    const std::string file = goldens::readFile(folder / "preprocess/pixel_samples.safetensors");
    std::uint64_t headerBytes = 0;
    std::memcpy(&headerBytes, file.data(), sizeof headerBytes);
    const json header = json::parse(file.substr(8, headerBytes));
    int compared = 0;
    for (const auto& [name, entry] : header.items()) {
        const std::size_t dot = name.rfind(".tile");
        const auto path = folder / "images" / name.substr(0, dot);
        if (dot == std::string::npos || !std::filesystem::exists(path)) {
            continue;
        }
        const std::vector<std::uint8_t> tiles = tilesOf(pictures::load(path));
        const std::size_t tile = std::stoul(name.substr(dot + 5));
        std::array<float, std::size_t{3} * 16 * 16> expected;
        const std::size_t offset = entry.at("data_offsets").at(0);
        std::memcpy(expected.data(), file.data() + 8 + headerBytes + offset, sizeof expected);
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const std::size_t y = 184 + i / 16 % 16;
            const std::size_t x = 184 + i % 16;
            const std::size_t at = tile * kTileBytes + (y * kEdge + x) * 3 + i / 256;
            const float value = (static_cast<float>(tiles[at]) / 255.0F - 0.5F) / 0.5F;
            QVERIFY2(value == expected[i], name.c_str());
        }
        ++compared;
    }
    QVERIFY(compared > 0);
}

void TestResample::constantStaysConstant_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("toWidth");
    QTest::addColumn<int>("toHeight");
    QTest::newRow("one pixel enlarged") << 1 << 1 << 384 << 384;
    QTest::newRow("to one pixel") << 333 << 777 << 1 << 1;
    QTest::newRow("one column") << 1 << 30'000 << 1 << 384;
    QTest::newRow("long rows") << 20'000 << 3 << 384 << 1;
    QTest::newRow("long rows kept high") << 20'000 << 3 << 3456 << 3;
    QTest::newRow("width less than a vector") << 5 << 40 << 5 << 17;
    QTest::newRow("rows less than a block") << 40 << 15 << 17 << 15;
    QTest::newRow("rows just above a block") << 40 << 17 << 17 << 33;
}

void TestResample::constantStaysConstant() {
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(int, toWidth);
    QFETCH(int, toHeight);
    for (const std::uint8_t level : {0, 1, 128, 255}) {
        Pixels picture{{width, height}, {}};
        picture.rgb.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3,
                           level);
        const Pixels result = made(engine::resize, picture.view(), {toWidth, toHeight});
        QVERIFY((result.size == ImageSize{toWidth, toHeight}));
        QVERIFY(result.rgb == std::vector<std::uint8_t>(result.rgb.size(), level));
        QCOMPARE(result.rgb.size(), static_cast<std::size_t>(toWidth * toHeight * 3));
    }
}

void TestResample::readsStridedRows() {
    const Pixels whole = striped({61, 50});
    const Image part{whole.rgb.data() + 7 * 3, {40, 50}, whole.view().stride};
    const Pixels dense = made(engine::resize, part, part.size);
    QVERIFY(made(engine::resize, part, {23, 50}).rgb ==
            made(engine::resize, dense.view(), {23, 50}).rgb);
    QVERIFY(made(engine::resize, part, {40, 77}).rgb ==
            made(engine::resize, dense.view(), {40, 77}).rgb);
    QVERIFY(made(engine::resize, part, {99, 21}).rgb ==
            made(engine::resize, dense.view(), {99, 21}).rgb);
}

void TestResample::sameSizeIsACopy() {
    const Pixels picture = striped({31, 18});
    QVERIFY(made(engine::resize, picture.view(), picture.size).rgb == picture.rgb);
}

// More than the backend gets at a time; each row is the same.
void TestResample::largePicturesGoInBands() {
    const Pixels row = striped({5600, 1});
    Pixels picture{{5600, 1100}, {}};
    for (int y = 0; y < picture.size.height; ++y) {
        picture.rgb.insert(picture.rgb.end(), row.rgb.begin(), row.rgb.end());
    }
    const Pixels narrow = made(engine::resize, row.view(), {80, 1});
    const Pixels result = made(engine::resize, picture.view(), {80, 1100});
    for (std::size_t y = 0; y < 1100; ++y) {
        QVERIFY(std::equal(narrow.rgb.begin(), narrow.rgb.end(),
                           result.rgb.begin() + static_cast<std::ptrdiff_t>(y * 240)));
    }
}

// The overview and nine tiles of an A4 page scanned with 200 dpi.
void TestResample::page() {
    const Pixels scan = striped({1654, 2339});
    QBENCHMARK {
        QCOMPARE(tilesOf(scan).size(), 10 * kTileBytes);
    }
}

QTEST_GUILESS_MAIN(TestResample)
#include "tst_resample.moc"

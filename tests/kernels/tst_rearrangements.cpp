// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The verbs that move values without computing: copy, embed, argmax, resample,
// patchify and unshuffle2x2. All are exact but the probability that comes with argmax.
#include "tests/kernels/verb_rows.h"

#include <QTest>

#include <algorithm>

using kernels::Backend;
using kernels::DType;
using kernels::Tensor;
using verbs::Layout;
using verbs::Operand;
using verbs::Tensors;

Q_DECLARE_METATYPE(kernels::DType)
Q_DECLARE_METATYPE(verbs::Operand::Shape)

namespace {

constexpr verbs::Limits kExact{0.0};

const std::vector<std::pair<const char*, DType>>& floatTypes() {
    static const std::vector<std::pair<const char*, DType>> types{
        {"F32", DType::F32}, {"BF16", DType::BF16}, {"F16", DType::F16}};
    return types;
}

Tensor swapped(Tensor tensor, std::size_t a, std::size_t b) {
    std::swap(tensor.shape[a], tensor.shape[b]);
    std::swap(tensor.strides[a], tensor.strides[b]);
    return tensor;
}

Tensor repeated(Tensor tensor, std::size_t dimension, std::int64_t times) {
    tensor.shape[dimension] = times;
    tensor.strides[dimension] = 0;
    return tensor;
}

} // namespace

class TestRearrangements : public QObject {
    Q_OBJECT

private slots:

    void copy_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<DType>("to");
        QTest::addColumn<DType>("from");
        QTest::addColumn<Operand::Shape>("shape");
        const Operand::Shape shapes[] = {{0},       {1},          {17},       {5, 0, 3},
                                         {3, 1, 7}, {2, 3, 4, 5}, {70, 1000}, {1, 40000}};
        for (const QString& backend : verbs::backendNames()) {
            for (const Operand::Shape& shape : shapes) {
                const QByteArray text =
                    kernels::shapeText(Operand::zeros(DType::U8, shape).at(nullptr)).c_str();
                for (const auto& [toName, to] : floatTypes()) {
                    for (const auto& [fromName, from] : floatTypes()) {
                        QTest::addRow("%s, %s from %s, %s", qPrintable(backend), toName, fromName,
                                      text.data())
                            << backend << to << from << shape;
                    }
                }
                for (const auto& [name, type] : {std::pair{"I32", DType::I32}, {"U8", DType::U8}}) {
                    QTest::addRow("%s, %s, %s", qPrintable(backend), name, text.data())
                        << backend << type << type << shape;
                }
            }
        }
    }

    void copy() {
        QFETCH(QString, backend);
        QFETCH(DType, to);
        QFETCH(DType, from);
        QFETCH(Operand::Shape, shape);
        const auto call = [](Backend& b, Tensors t) {
            b.copy(t[0], t[1]);
        };
        for (const Layout toLayout : {Layout::Dense, Layout::Padded}) {
            for (const Layout fromLayout : {Layout::Dense, Layout::Padded}) {
                const std::vector<Operand> operands{
                    Operand::zeros(to, shape, toLayout),
                    Operand::random(from, shape, fromLayout).scaled(100.0)};
                QCOMPARE(verbs::difference(backend, operands, call, kExact), QString());
            }
        }
    }

    void stridedCopy_data() {
        QTest::addColumn<QString>("backend");
        for (const QString& backend : verbs::backendNames()) {
            QTest::addRow("%s", qPrintable(backend)) << backend;
        }
    }

    void stridedCopy() {
        QFETCH(QString, backend);
        const std::vector<Operand> heads{Operand::zeros(DType::BF16, {5, 3, 17}, Layout::Padded),
                                         Operand::random(DType::F32, {3, 17, 5})};
        const auto transpose = [](Backend& b, Tensors t) {
            b.copy(swapped(t[0], 0, 1), swapped(t[1], 1, 2));
        };
        QCOMPARE(verbs::difference(backend, heads, transpose, kExact), QString());

        const std::vector<Operand> rows{Operand::zeros(DType::F32, {4, 6, 33}),
                                        Operand::random(DType::BF16, {1, 6, 33}),
                                        Operand::random(DType::F32, {4, 6, 1}, Layout::Padded)};
        const auto repeatOuter = [](Backend& b, Tensors t) {
            b.copy(t[0], repeated(t[1], 0, 4));
        };
        QCOMPARE(verbs::difference(backend, rows, repeatOuter, kExact), QString());
        const auto repeatInner = [](Backend& b, Tensors t) {
            b.copy(t[0], repeated(t[2], 2, 33));
        };
        QCOMPARE(verbs::difference(backend, rows, repeatInner, kExact), QString());
        const auto slices = [](Backend& b, Tensors t) {
            b.copy(t[0].slice(1, 2, 3), repeated(t[1], 0, 4).slice(1, 3, 3));
        };
        QCOMPARE(verbs::difference(backend, rows, slices, kExact), QString());
    }

    void embed_data() { copyTypes(); }

    void embed() {
        QFETCH(QString, backend);
        QFETCH(DType, type);
        for (const int width : {1, 15, 16, 33, 256}) {
            const std::vector<Operand> operands{
                Operand::zeros(verbs::activationType(backend), {6, width}, Layout::Padded),
                Operand::random(type, {11, width}, Layout::Padded),
                Operand::ofValues(DType::I32, {6}, {10, 0, 3, 3, 9, 1})};
            const auto call = [](Backend& b, Tensors t) {
                b.embed(t[0], t[1], t[2]);
            };
            QCOMPARE(verbs::difference(backend, operands, call, kExact), QString());
            const auto none = [](Backend& b, Tensors t) {
                b.embed(t[0].slice(0, 0, 0), t[1], t[2].slice(0, 0, 0));
            };
            QCOMPARE(verbs::difference(backend, operands, none, kExact), QString());
        }
    }

    void argmax_data() { stridedCopy_data(); }

    void argmax() {
        QFETCH(QString, backend);
        const auto call = [](Backend& b, Tensors t) {
            b.argmax(t[0], t[1], t[2]);
        };
        const verbs::Limits limits{2e-6, 2};
        for (const int width : {1, 2, 31, 32, 33, 64, 65, 2048, 102400}) {
            for (const int rows : {0, 1, 3}) {
                const std::vector<Operand> operands{
                    Operand::zeros(DType::I32, {rows}), Operand::zeros(DType::F32, {rows}),
                    Operand::random(DType::F32, {rows, width}, Layout::Padded)};
                QCOMPARE(verbs::difference(backend, operands, call, limits), QString());
            }
        }
        // Equal values: the first wins, wherever the two lie.
        for (const std::size_t first : {0U, 1U, 31U, 40U, 95U}) {
            for (const std::size_t second : {32U, 64U, 96U, 99U, 2047U, 2500U}) {
                std::vector<double> values(std::max<std::size_t>(100, second + 1), -1.0);
                values[first] = values[second] = -0.5;
                const std::vector<Operand> operands{
                    Operand::zeros(DType::I32, {1}), Operand::zeros(DType::F32, {1}),
                    Operand::ofValues(DType::F32, {1, int(values.size())}, values)};
                QCOMPARE(verbs::difference(backend, operands, call, limits), QString());
            }
        }
        // Tokens that are all but ruled out, and all of a stretch.
        std::vector<double> values(6000, -1e30);
        values[5000] = 1.5;
        values[5001] = 0.5;
        const std::vector<Operand> operands{Operand::zeros(DType::I32, {1}),
                                            Operand::zeros(DType::F32, {1}),
                                            Operand::ofValues(DType::F32, {1, 6000}, values)};
        QCOMPARE(verbs::difference(backend, operands, call, limits), QString());
    }

    void patchify_data() { stridedCopy_data(); }

    void patchify() {
        QFETCH(QString, backend);

        const struct {
            int tiles;
            int edge;
            int patch;
        } shapes[] = {{0, 28, 14}, {1, 1, 1},   {1, 5, 2},   {2, 14, 14},
                      {3, 30, 7},  {1, 13, 14}, {2, 384, 14}};

        // The published steps in fp32 round twice; the largest value is 1.
        const verbs::Limits twoRoundings{6e-8};
        for (const auto& [tiles, edge, patch] : shapes) {
            const int rows = tiles * (edge / patch) * (edge / patch);
            std::vector<double> pixels;
            for (int i = 0; i < tiles * edge * edge * 3; ++i) {
                pixels.push_back(255 - i * 37 % 256);
            }
            const std::vector<Operand> operands{
                Operand::zeros(verbs::activationType(backend), {rows, 3 * patch * patch},
                               Layout::Padded),
                Operand::ofValues(DType::U8, {tiles, edge, edge, 3}, pixels)};
            const auto call = [](Backend& b, Tensors t) {
                b.patchify(t[0], t[1], 0.5F, 0.5F);
            };
            QCOMPARE(verbs::difference(backend, operands, call, twoRoundings), QString());
        }
    }

    void resample_data() { stridedCopy_data(); }

    // Windows of all lengths, some of weights that leave the range of a byte, in pictures as they
    // lie and turned on their side.
    void resample() {
        QFETCH(QString, backend);

        const struct {
            int out;
            int in;
            int lines;
        } shapes[] = {{1, 1, 1}, {3, 7, 5}, {40, 9, 33}, {9, 700, 16}, {700, 9, 17}, {5, 5, 0}};

        for (const auto& [out, in, lines] : shapes) {
            std::vector<double> pixels;
            for (int i = 0; i < in * lines * 3; ++i) {
                pixels.push_back(255 - i * 37 % 256);
            }
            const int most = std::min(in, 9);
            std::vector<double> windows;
            for (int n = 0; n < out; ++n) {
                const int count = n % most + 1;
                windows.push_back((in - count) * n / out);
                windows.push_back(count);
                for (int k = 0; k < most; ++k) {
                    const int share = (1 << kernels::kWindowBits) / count;
                    windows.push_back(k == n % count ? share + 3'000'000 : share - 12'345 * k);
                }
            }
            const Operand table = Operand::ofValues(DType::I32, {out, 2 + most}, windows);
            const std::vector<Operand> lying{
                Operand::zeros(DType::U8, {out, lines * 3}, Layout::Padded),
                Operand::ofValues(DType::U8, {in, lines, 3}, pixels), table};
            const auto call = [](Backend& b, Tensors t) {
                b.resample(t[0].split(1, 3), t[1], t[2]);
            };
            QCOMPARE(verbs::difference(backend, lying, call, kExact), QString());
            const std::vector<Operand> turned{
                Operand::zeros(DType::U8, {lines, out * 3}, Layout::Padded),
                Operand::ofValues(DType::U8, {lines, in, 3}, pixels), table};
            const auto callTurned = [](Backend& b, Tensors t) {
                b.resample(swapped(t[0].split(1, 3), 0, 1), swapped(t[1], 0, 1), t[2]);
            };
            QCOMPARE(verbs::difference(backend, turned, callTurned, kExact), QString());
        }
    }

    void unshuffle2x2_data() { stridedCopy_data(); }

    void unshuffle2x2() {
        QFETCH(QString, backend);
        const DType type = verbs::activationType(backend);
        for (const int edge : {0, 1, 2, 3, 4, 27}) {
            for (const int channels : {1, 2, 17, 64}) {
                const int m = (edge + 1) / 2;
                const std::vector<Operand> operands{
                    Operand::zeros(type, {2, m * m, 4 * channels}, Layout::Padded),
                    Operand::random(type, {2, edge * edge, channels}, Layout::Padded)};
                const auto call = [](Backend& b, Tensors t) {
                    b.unshuffle2x2(t[0], t[1]);
                };
                QCOMPARE(verbs::difference(backend, operands, call, kExact), QString());
            }
        }
    }

    // The order printed in the specification (10.1): a 4×4 grid of two channels, values
    // 16c + 4y + x.
    void unshuffleOrder() {
        std::vector<double> grid;
        for (int place = 0; place < 16; ++place) {
            grid.push_back(place);
            grid.push_back(16 + place);
        }
        const std::vector<float> expected{0, 1, 4, 5, 16, 17, 20, 21, 2, 3, 6, 7, 18, 19, 22, 23};
        const Operand in = Operand::ofValues(DType::F32, {1, 16, 2}, grid);
        for (const QString& name : verbs::backendNames()) {
            Backend& backend = verbs::backendNamed(name);
            const kernels::Buffer inMemory = backend.allocate(in.bytes());
            const kernels::Buffer outMemory = backend.allocate(in.bytes());
            const Tensor pixels = inMemory.view(DType::F32, {1, 16, 2});
            const Tensor rows = outMemory.view(DType::F32, {1, 4, 8});
            backend.upload(pixels, in.contents());
            backend.unshuffle2x2(rows, pixels);
            std::vector<float> out(32);
            backend.download(out.data(), rows);
            out.resize(expected.size());
            QCOMPARE(out, expected);
        }
    }

private:
    static void copyTypes() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<DType>("type");
        for (const QString& backend : verbs::backendNames()) {
            for (const auto& [name, type] : floatTypes()) {
                QTest::addRow("%s, %s", qPrintable(backend), name) << backend << type;
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestRearrangements)
#include "tst_rearrangements.moc"

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// attention against the reference: masks, head sizes, shared keys, views, and lengths around every
// block size that a backend may use.
#include "tests/kernels/verb_rows.h"

#include <QTest>

#include <cmath>

using kernels::AttentionMask;
using kernels::Backend;
using kernels::DType;
using kernels::Tensor;
using verbs::Layout;
using verbs::Operand;
using verbs::Tensors;

namespace {

struct Shape {
    int pictures; // B
    int queries;  // T
    int cached;   // S
    int heads;    // H
    int groups;   // G
    int keySize;  // C
    int valueSize;
};

QString shapeName(const Shape& s) {
    return QString("B %1, T %2, S %3, H %4, G %5, C %6, Cv %7")
        .arg(s.pictures)
        .arg(s.queries)
        .arg(s.cached)
        .arg(s.heads)
        .arg(s.groups)
        .arg(s.keySize)
        .arg(s.valueSize);
}

// Keys and values of a type of their own.
std::vector<Operand> operandsOf(const QString& backend, const Shape& s, DType cached,
                                Layout layout) {
    const DType type = verbs::activationType(backend);
    return {Operand::zeros(type, {s.pictures, s.queries, s.heads, s.valueSize}, layout),
            Operand::random(type, {s.pictures, s.queries, s.heads, s.keySize}, layout),
            Operand::random(cached, {s.pictures, s.cached, s.groups, s.keySize}, layout),
            Operand::random(cached, {s.pictures, s.cached, s.groups, s.valueSize}, layout)};
}

std::vector<Operand> operandsOf(const QString& backend, const Shape& s, Layout layout) {
    return operandsOf(backend, s, verbs::activationType(backend), layout);
}

// The types that a backend takes keys and values in. Wide ones are those of latent attention, whose
// cache is never of another type than the rest.
std::vector<DType> cacheTypes(const QString& backend, const Shape& shape) {
    std::vector<DType> types{verbs::activationType(backend)};
    if (verbs::isOnHost(backend) && shape.keySize < 256) {
        types.push_back(DType::BF16);
    }
    return types;
}

void addRows(const std::vector<Shape>& shapes) {
    QTest::addColumn<QString>("backend");
    QTest::addColumn<Shape>("shape");
    for (const QString& backend : verbs::backendNames()) {
        for (const Shape& shape : shapes) {
            QTest::addRow("%s, %s", qPrintable(backend), qPrintable(shapeName(shape)))
                << backend << shape;
        }
    }
}

// With every type of keys and values.
void addCachedRows(const std::vector<Shape>& shapes) {
    QTest::addColumn<QString>("backend");
    QTest::addColumn<DType>("cached");
    QTest::addColumn<Shape>("shape");
    for (const QString& backend : verbs::backendNames()) {
        for (const Shape& shape : shapes) {
            for (const DType cached : cacheTypes(backend, shape)) {
                QTest::addRow("%s, %d bytes, %s", qPrintable(backend), int(sizeOf(cached)),
                              qPrintable(shapeName(shape)))
                    << backend << cached << shape;
            }
        }
    }
}

verbs::Call attend(AttentionMask mask, float scale) {
    return [=](Backend& b, Tensors t) {
        b.attention(t[0], t[1], t[2], t[3], {mask, scale});
    };
}

} // namespace

Q_DECLARE_METATYPE(Shape)
Q_DECLARE_METATYPE(kernels::DType)

class TestAttention : public QObject {
    Q_OBJECT

private slots:

    void full_data() {
        addRows({{0, 3, 3, 2, 2, 16, 16},
                 {2, 0, 3, 2, 2, 16, 16},
                 {1, 1, 1, 1, 1, 1, 1},
                 {1, 1, 1, 4, 4, 16, 16},
                 {2, 7, 7, 3, 3, 16, 16},
                 {1, 47, 47, 2, 2, 24, 24},
                 {1, 48, 48, 2, 2, 40, 40},
                 {3, 49, 49, 3, 3, 64, 64},
                 {1, 95, 97, 2, 2, 72, 72},
                 {1, 200, 193, 2, 1, 72, 72},
                 {2, 64, 300, 4, 2, 128, 128},
                 {1, 33, 129, 2, 2, 192, 128},
                 {1, 30, 150, 4, 1, 576, 512},
                 {1, 729, 729, 1, 1, 72, 72},
                 {2, 365, 365, 3, 3, 64, 64},
                 {1, 5, 1000, 2, 2, 17, 9}});
    }

    void full() {
        QFETCH(QString, backend);
        QFETCH(Shape, shape);
        const float scale = 1.0F / std::sqrt(static_cast<float>(shape.keySize));
        const auto operands = operandsOf(backend, shape, Layout::Padded);
        QCOMPARE(verbs::difference(backend, operands, attend(AttentionMask::Full, scale)),
                 QString());
    }

    void causal_data() {
        addCachedRows({{1, 1, 1, 2, 2, 16, 16},
                       {2, 5, 5, 2, 2, 24, 24},
                       {1, 48, 48, 2, 2, 40, 40},
                       {1, 97, 97, 4, 2, 64, 64},
                       {1, 512, 512, 2, 2, 128, 128},
                       {1, 100, 613, 4, 4, 64, 64},
                       {1, 61, 300, 3, 3, 192, 128},
                       {1, 513, 700, 2, 1, 48, 24},
                       {1, 2, 400, 10, 10, 128, 128},
                       {1, 7, 500, 16, 1, 576, 512},
                       {2, 9, 70, 4, 1, 160, 128},
                       {1, 64, 2500, 1, 1, 16, 16}});
    }

    void causal() {
        QFETCH(QString, backend);
        QFETCH(DType, cached);
        QFETCH(Shape, shape);
        const float scale = 1.0F / std::sqrt(static_cast<float>(shape.keySize));
        for (const Layout layout : {Layout::Dense, Layout::Padded}) {
            const auto operands = operandsOf(backend, shape, cached, layout);
            QCOMPARE(verbs::difference(backend, operands, attend(AttentionMask::Causal, scale)),
                     QString());
        }
    }

    // One new token on a cache.
    void decode_data() {
        addCachedRows({{1, 1, 1, 10, 10, 128, 128},
                       {1, 1, 2, 10, 10, 128, 128},
                       {1, 1, 33, 10, 10, 128, 128},
                       {1, 1, 1000, 10, 10, 128, 128},
                       {1, 1, 4096, 10, 10, 128, 128},
                       {1, 1, 511, 16, 1, 576, 512},
                       {1, 1, 2049, 32, 1, 576, 512},
                       {1, 1, 1, 4, 1, 160, 128},
                       {1, 1, 63, 4, 1, 160, 128},
                       {1, 1, 2500, 4, 1, 160, 128},
                       {1, 1, 777, 6, 6, 16, 16},
                       {1, 1, 777, 6, 2, 40, 24},
                       {3, 1, 100, 5, 1, 56, 40},
                       {1, 1, 300, 3, 1, 13, 7}});
    }

    void decode() {
        QFETCH(QString, backend);
        QFETCH(DType, cached);
        QFETCH(Shape, shape);
        const float scale = 1.0F / std::sqrt(static_cast<float>(shape.keySize));
        const auto operands = operandsOf(backend, shape, cached, Layout::Padded);
        QCOMPARE(verbs::difference(backend, operands, attend(AttentionMask::Causal, scale)),
                 QString());
    }

    // Absorbed latent attention: v is the first columns of k.
    void valuesInsideKeys_data() {
        addRows({{1, 1, 900, 16, 1, 576, 512},
                 {1, 40, 200, 16, 1, 576, 512},
                 {1, 1, 1200, 4, 1, 160, 128},
                 {2, 3, 50, 5, 1, 56, 40}});
    }

    void valuesInsideKeys() {
        QFETCH(QString, backend);
        QFETCH(Shape, shape);
        std::vector<Operand> operands = operandsOf(backend, shape, Layout::Padded);
        operands.pop_back();
        const auto call = [&](Backend& b, Tensors t) {
            b.attention(t[0], t[1], t[2], t[2].slice(3, 0, shape.valueSize),
                        {AttentionMask::Causal, 0.07F});
        };
        QCOMPARE(verbs::difference(backend, operands, call), QString());
    }

    // Timelines of different lengths, whose first keys and values are the same. There is room for
    // more of them.
    void timelines_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<DType>("cached");
        QTest::addColumn<Shape>("shape"); // of each: pictures are timelines
        QTest::addColumn<int>("common");
        const std::pair<Shape, int> shapes[] = {
            {{0, 1, 10, 2, 2, 16, 16}, 3},        {{1, 1, 1, 4, 1, 160, 128}, 0},
            {{1, 1, 300, 4, 1, 160, 128}, 7},     {{2, 1, 3, 2, 1, 17, 9}, 1},
            {{3, 1, 100, 5, 1, 56, 40}, 90},      {{5, 1, 500, 4, 1, 160, 128}, 0},
            {{8, 1, 480, 4, 1, 160, 128}, 430},   {{16, 1, 700, 4, 1, 160, 128}, 600},
            {{4, 1, 300, 10, 10, 128, 128}, 256}, {{9, 1, 260, 6, 2, 40, 24}, 200},
            {{3, 1, 1100, 16, 1, 576, 512}, 1000}};
        for (const QString& backend : verbs::backendNames()) {
            for (const auto& [shape, common] : shapes) {
                for (const DType cached : cacheTypes(backend, shape)) {
                    QTest::addRow("%s, %d bytes, %s, common %d", qPrintable(backend),
                                  int(sizeOf(cached)), qPrintable(shapeName(shape)), common)
                        << backend << cached << shape << common;
                }
            }
        }
    }

    void timelines() {
        QFETCH(QString, backend);
        QFETCH(DType, cached);
        QFETCH(Shape, shape);
        QFETCH(int, common);
        std::vector<Operand> operands = operandsOf(backend, shape, cached, Layout::Padded);
        std::vector<double> positions;
        for (int n = 0; n < shape.pictures; ++n) {
            positions.push_back(shape.cached - 1 - n % (shape.cached - common + 1));
        }
        operands.push_back(Operand::ofValues(DType::I32, {shape.pictures}, positions));
        const auto call = [&](Backend& b, Tensors t) {
            const auto rowsOf = [](const Tensor& all) { // (N, 1, H, C) → (N, H, C)
                Tensor rows = all;
                rows.rank = 3;
                rows.shape = {all.size(0), all.size(2), all.size(3)};
                rows.strides = {all.stride(0), all.stride(2), all.stride(3)};
                return rows;
            };
            std::vector<kernels::Timeline> timelines;
            for (int n = 0; n < shape.pictures; ++n) {
                timelines.push_back(
                    {verbs::elementOf(t[2], n), verbs::elementOf(t[3], n), n > 0 ? common : 0});
                b.copy(timelines[n].k.slice(0, 0, common), timelines[0].k.slice(0, 0, common));
                b.copy(timelines[n].v.slice(0, 0, common), timelines[0].v.slice(0, 0, common));
            }
            b.attentionOfTimelines(rowsOf(t[0]), rowsOf(t[1]), timelines, t[4], 0.07F);
        };
        QCOMPARE(verbs::difference(backend, operands, call), QString());
    }

    // Companies of timelines that begin alike, beside some that do not.
    void companies_data() {
        QTest::addColumn<QString>("backend");
        for (const QString& backend : verbs::backendNames()) {
            QTest::addRow("%s", qPrintable(backend)) << backend;
        }
    }

    void companies() {
        QFETCH(QString, backend);
        const DType type = verbs::activationType(backend);
        constexpr int kTimelines = 7;
        constexpr int kKeys = 400;
        const int common[kTimelines] = {0, 300, 140, 0, 20, 390, 399};
        std::vector<Operand> operands{
            Operand::zeros(type, {kTimelines, 4, 24}), Operand::random(type, {kTimelines, 4, 40}),
            Operand::random(type, {kTimelines, kKeys, 2, 40}),
            Operand::ofValues(DType::I32, {kTimelines}, {399, 310, 200, 7, 399, 395, 398})};
        const auto call = [&](Backend& b, Tensors t) {
            std::vector<kernels::Timeline> timelines;
            for (int n = 0; n < kTimelines; ++n) {
                const Tensor own = verbs::elementOf(t[2], n);
                if (n > 0) {
                    b.copy(own.slice(0, 0, common[n]), timelines[n - 1].k.slice(0, 0, common[n]));
                }
                timelines.push_back({own, own.slice(2, 0, 24), common[n]});
            }
            b.attentionOfTimelines(t[0], t[1], timelines, t[3], 0.07F);
        };
        QCOMPARE(verbs::difference(backend, operands, call), QString());
    }

    // q, k and v as the three parts of one matrix, the way a fused product leaves them.
    void partsOfOneMatrix_data() {
        addRows({{2, 200, 200, 3, 3, 64, 64}, {1, 50, 50, 4, 4, 12, 12}});
    }

    void partsOfOneMatrix() {
        QFETCH(QString, backend);
        QFETCH(Shape, shape);
        const DType type = verbs::activationType(backend);
        const std::vector<Operand> operands{
            Operand::zeros(type, {shape.pictures, shape.queries, shape.heads, shape.keySize}),
            Operand::random(type,
                            {shape.pictures, shape.queries, 3 * shape.heads * shape.keySize})};
        const auto call = [&](Backend& b, Tensors t) {
            const int width = shape.heads * shape.keySize;
            const auto part = [&](int index) {
                return t[1].slice(2, index * width, width).split(2, shape.keySize);
            };
            b.attention(t[0], part(0), part(1), part(2), {AttentionMask::Full, 0.125F});
        };
        QCOMPARE(verbs::difference(backend, operands, call), QString());
    }

    // Scores far apart: one key takes everything, and no power overflows.
    void extremeScores_data() { addRows({{1, 1, 300, 2, 2, 64, 64}, {1, 100, 300, 2, 2, 64, 64}}); }

    void extremeScores() {
        QFETCH(QString, backend);
        QFETCH(Shape, shape);
        for (const double factor : {0.0, 1e-20, 30.0, 1e4}) {
            std::vector<Operand> operands = operandsOf(backend, shape, Layout::Dense);
            operands[1] = operands[1].scaled(factor);
            // The digits that a score of this size has left in fp32.
            const double tolerance = std::max(2e-5, 1e-5 * factor);
            QCOMPARE(verbs::difference(backend, operands, attend(AttentionMask::Full, 1.0F),
                                       {std::min(tolerance, 0.5)}),
                     QString());
        }
    }
};

QTEST_GUILESS_MAIN(TestAttention)
#include "tst_attention.moc"

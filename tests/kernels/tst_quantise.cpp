// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// quantise: where values and scales lie, how far they are from the weights, and that every
// instruction set makes the same bytes.
#include "kernels/bfloat16.h"
#include "kernels/quantise.h"
#include "tests/kernels/verb_rows.h"
#include "tests/reference/values.h"

#include <QTest>

#include <cmath>
#include <cstring>
#include <random>

using kernels::DType;
using kernels::Tensor;
using reference::Values;

Q_DECLARE_METATYPE(kernels::DType)

namespace {

Tensor matrix(std::vector<float>& values, std::int64_t rows, std::int64_t columns) {
    return {values.data(), DType::F32, {rows, columns}};
}

std::vector<float> randomWeights(std::size_t count) {
    std::mt19937 generator(5);
    std::normal_distribution<float> normal(0.0F, 0.02F);
    std::vector<float> values(count);
    for (float& value : values) {
        value = normal(generator);
    }
    return values;
}

// A quantised matrix with its memory.
struct Quantised {
    Quantised(DType type, const Tensor& from)
        : bytes(Tensor(nullptr, type, {from.size(0), from.size(1)}).denseBytes(), 0x5a)
        , tensor(bytes.data(), type, {from.size(0), from.size(1)}) {
        kernels::quantise(tensor, from);
    }

    float scale(std::size_t group) const {
        kernels::BFloat16 scale;
        std::memcpy(&scale, bytes.data() + 2 * group, sizeof scale);
        return toFloat(scale);
    }

    std::vector<std::uint8_t> bytes;
    Tensor tensor;
};

constexpr std::size_t kGroup = 64;

// Σ (weight − value)² over a group when its largest magnitude becomes 7.
double errorOfPlainRounding(const float* weights) {
    float largest = 0;
    for (std::size_t i = 0; i < kGroup; ++i) {
        largest = std::max(largest, std::abs(weights[i]));
    }
    const float scale = largest / 7;
    double sum = 0;
    for (std::size_t i = 0; i < kGroup; ++i) {
        sum += std::pow(weights[i] - scale * std::round(weights[i] / scale), 2);
    }
    return sum;
}

} // namespace

class TestQuantise : public QObject {
    Q_OBJECT

private slots:

    void eightBitsLieInOrder() {
        std::vector<float> weights(65);
        for (std::size_t k = 0; k < 64; ++k) {
            weights[k] = static_cast<float>(k) - 32;
        }
        weights[5] = -127;
        weights[64] = 254;
        const Quantised row(DType::Q8, matrix(weights, 1, 65));
        QCOMPARE(row.bytes.size(), std::size_t{16 + 128});
        QCOMPARE(row.scale(0), 1.0F);
        QCOMPARE(row.scale(1), 2.0F);
        for (std::size_t k = 0; k < 65; ++k) {
            const auto value = static_cast<std::int8_t>(row.bytes[16 + k]);
            QCOMPARE(float(value) * row.scale(k / kGroup), weights[k]);
        }
        const std::vector<std::uint8_t> padding(row.bytes.begin() + 16 + 65, row.bytes.end());
        QCOMPARE(padding, std::vector<std::uint8_t>(63));
        QCOMPARE(row.scale(2), 0.0F); // what fills the scales up to 16 bytes
        QCOMPARE(row.scale(7), 0.0F);
    }

    void fourBitsLieInHalves() {
        std::vector<float> weights(128);
        for (std::size_t k = 0; k < 128; ++k) {
            const float scale = k < kGroup ? 0.5F : 0.25F;
            weights[k] = scale * (static_cast<float>(k * 5 % 16) - 8);
        }
        const Quantised row(DType::Q4, matrix(weights, 1, 128));
        QCOMPARE(row.bytes.size(), std::size_t{16 + 64});
        QCOMPARE(row.scale(0), 0.5F);
        QCOMPARE(row.scale(1), 0.25F);
        for (std::size_t k = 0; k < 128; ++k) {
            const int both = row.bytes[16 + k / 32 * 16 + k % 16];
            const int value = k % 32 < 16 ? both & 15 : both >> 4;
            QCOMPARE(row.scale(k / kGroup) * float(value < 8 ? value : value - 16), weights[k]);
        }
    }

    void errorsAreSmall() {
        std::vector<float> weights = randomWeights(64 * 320);
        const Quantised eight(DType::Q8, matrix(weights, 64, 320));
        const Values values = reference::valuesOf(eight.tensor);
        const Quantised four(DType::Q4, matrix(weights, 64, 320));
        const Values coarse = reference::valuesOf(four.tensor);
        double plain = 0;
        double fitted = 0;
        for (std::size_t group = 0; group < weights.size(); group += kGroup) {
            float largest = 0;
            for (std::size_t i = group; i < group + kGroup; ++i) {
                largest = std::max(largest, std::abs(weights[i]));
            }
            for (std::size_t i = group; i < group + kGroup; ++i) {
                // Half a step; BF16 rounds the step by 2^-9, which cuts the largest.
                QVERIFY(std::abs(values[i] - weights[i]) <= 0.75 * largest / 127);
                fitted += std::pow(coarse[i] - weights[i], 2);
            }
            plain += errorOfPlainRounding(weights.data() + group);
        }
        QVERIFY2(fitted < 0.8 * plain, qPrintable(QString::number(fitted / plain)));
    }

    void hardGroups_data() {
        QTest::addColumn<DType>("type");
        QTest::addRow("Q8") << DType::Q8;
        QTest::addRow("Q4") << DType::Q4;
    }

    void hardGroups() {
        QFETCH(DType, type);
        for (const float value : {0.0F, 1e-44F, -1e-38F, 1e15F, INFINITY, NAN}) {
            std::vector<float> weights(kGroup, value);
            const Quantised row(type, matrix(weights, 1, kGroup));
            const Values values = reference::valuesOf(row.tensor);
            for (const double each : values) {
                QVERIFY(std::isfinite(each));
                QVERIFY(!(std::abs(value) < 1e-30F) || std::abs(each) <= 1e-30);
                QVERIFY(value != 1e15F || std::abs(each / 1e15 - 1) < 0.05);
            }
        }
    }

    void everySourceIsTheSame_data() { hardGroups_data(); }

    // Any float type and rows apart: their values decide.
    void everySourceIsTheSame() {
        QFETCH(DType, type);
        std::vector<float> weights = randomWeights(4 * 100);
        std::vector<kernels::BFloat16> halves;
        std::vector<float> apart(4 * 107);
        for (std::size_t i = 0; i < weights.size(); ++i) {
            halves.push_back(kernels::toBFloat16(weights[i]));
            weights[i] = toFloat(halves.back());
            apart[i / 100 * 107 + i % 100] = weights[i];
        }
        const Quantised expected(type, matrix(weights, 4, 100));
        const Quantised fromHalves(type, {halves.data(), DType::BF16, {4, 100}});
        QCOMPARE(fromHalves.bytes, expected.bytes);
        const Quantised fromApart(type, matrix(apart, 4, 107).slice(1, 0, 100));
        QCOMPARE(fromApart.bytes, expected.bytes);
    }

    void everyInstructionSetIsTheSame_data() { hardGroups_data(); }

    void everyInstructionSetIsTheSame() {
        QFETCH(DType, type);
        std::vector<float> weights = randomWeights(200 * 96);
        std::vector<std::uint8_t> expected;
        for (const QString& name : verbs::backendNames()) {
            verbs::backendNamed(name); // chooses the set
            const Quantised got(type, matrix(weights, 200, 96));
            expected = expected.empty() ? got.bytes : expected;
            QVERIFY2(got.bytes == expected, qPrintable(name));
        }
    }

    void refusesOtherShapes() {
        std::vector<float> weights(64);
        std::vector<std::uint8_t> memory(1024);
        const Tensor to(memory.data(), DType::Q4, {2, 32});
        QVERIFY_EXCEPTION_THROWN(kernels::quantise(to, matrix(weights, 1, 64)), kernels::Error);
        QVERIFY_EXCEPTION_THROWN(kernels::quantise(to, to), kernels::Error);
        QVERIFY_EXCEPTION_THROWN(
            kernels::quantise({memory.data(), DType::U8, {2, 32}}, matrix(weights, 2, 32)),
            kernels::Error);
    }
};

QTEST_GUILESS_MAIN(TestQuantise)
#include "tst_quantise.moc"

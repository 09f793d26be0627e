// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every kernel for bytes that this processor runs, also those that a better one keeps from being
// chosen, against sums of whole numbers: the largest factors of either sign, and any.
#include "kernels/bfloat16.h"
#include "kernels/cpu/byte_products.h"
#include "kernels/cpu/product.h"

#include <QTest>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <random>
#include <vector>

using namespace kernels;

namespace {

constexpr std::int64_t kGroups = 10;
constexpr std::int64_t kRows = 8;

struct Values {
    std::vector<int> weights; // (kPanelColumns, inputs)
    std::vector<int> rows;    // (kRows, inputs)

    static constexpr std::int64_t kInputs = kGroups * kGroupInputs;

    int weight(std::int64_t column, std::int64_t input) const {
        return weights[std::size_t(column * kInputs + input)];
    }

    int value(std::int64_t row, std::int64_t input) const {
        return rows[std::size_t(row * kInputs + input)];
    }

    std::int64_t sum(std::int64_t row, std::int64_t column, std::int64_t group) const {
        std::int64_t total = 0;
        for (std::int64_t i = group * kGroupInputs; i < (group + 1) * kGroupInputs; ++i) {
            total += value(row, i) * weight(column, i);
        }
        return total;
    }
};

Values extreme(int weight, int row) {
    return {std::vector<int>(std::size_t(kPanelColumns * Values::kInputs), weight),
            std::vector<int>(std::size_t(kRows * Values::kInputs), row)};
}

Values random(int least, int most) {
    std::minstd_rand generator(3);
    std::uniform_int_distribution<int> weight(least, most);
    std::uniform_int_distribution<int> row(-127, 127);
    Values values = extreme(0, 0);
    for (int& value : values.weights) {
        value = weight(generator);
    }
    for (int& value : values.rows) {
        value = row(generator);
    }
    return values;
}

float weightScale(std::int64_t group, std::int64_t column) {
    return 0.5F + float((3 * group + column) % 8) / 8; // what BF16 holds
}

float rowScale(std::int64_t row, std::int64_t group) {
    return 2.0F - float(row) / 16 + float(group) / 4;
}

std::uint8_t coded(int weight, int bits, ByteCoding coding) {
    if (coding == ByteCoding::Raised) {
        return std::uint8_t((bits == 4 ? 16 * weight : weight) + 128);
    }
    return std::uint8_t(bits == 4 ? weight + 8 : weight);
}

struct Row {
    std::int8_t values[Values::kInputs];
    float scales[16];
    std::int32_t sums[16];
};

std::vector<Row> rowsOf(const Values& values) {
    std::vector<Row> rows(kRows);
    for (std::int64_t r = 0; r < kRows; ++r) {
        Row& row = rows[std::size_t(r)];
        row = {};
        for (std::int64_t i = 0; i < Values::kInputs; ++i) {
            row.values[i] = std::int8_t(values.value(r, i));
            row.sums[i / kGroupInputs] += row.values[i];
            row.scales[i / kGroupInputs] = rowScale(r, i / kGroupInputs);
        }
    }
    return rows;
}

ByteRows byteRows(const std::vector<Row>& rows, std::int64_t count) {
    return {rows[0].values, rows[0].scales, rows[0].sums, sizeof(Row), count};
}

// As quantised_row.h says.
void storeWeights(std::uint8_t* to, const Values& values, std::int64_t column, int bits) {
    for (std::int64_t group = 0; group < kGroups; ++group) {
        const BFloat16 scale = toBFloat16(weightScale(group, column));
        std::memcpy(to + 2 * group, &scale, 2);
    }
    to += quantisedScaleBytes(Values::kInputs);
    for (std::int64_t i = 0; i < Values::kInputs; ++i) {
        const auto value = std::uint8_t(values.weight(column, i));
        if (bits == 8) {
            to[i] = value;
        } else {
            const std::int64_t half = i % kPairedInputs / (kPairedInputs / 2);
            const std::int64_t at = i / kPairedInputs * 16 + i % (kPairedInputs / 2);
            to[at] = std::uint8_t(to[at] | ((value & 15) << (4 * half)));
        }
    }
}

struct Size {
    std::int64_t rows;
    std::int64_t columns;
};

// Of sums (kRows, kPanelColumns) from what they should be: `before` more than the products within
// the size, and 1000 outside.
QString difference(const Values& values, const std::vector<float>& sums, Size size, double before) {
    for (std::int64_t row = 0; row < kRows; ++row) {
        for (std::int64_t column = 0; column < kPanelColumns; ++column) {
            const bool isInside = row < size.rows && column < size.columns;
            double expected = isInside ? before : 1000;
            double magnitude = 1000;
            for (std::int64_t group = 0; isInside && group < kGroups; ++group) {
                const double part = double(values.sum(row, column, group)) *
                                    double(weightScale(group, column)) *
                                    double(rowScale(row, group));
                expected += part;
                magnitude += std::abs(part);
            }
            const double got = double(sums[std::size_t(row * kPanelColumns + column)]);
            if (!(std::abs(got - expected) <= 1e-6 * magnitude)) {
                return QStringLiteral("row %1 of %2, column %3 of %4: %5, not %6")
                    .arg(row)
                    .arg(size.rows)
                    .arg(column)
                    .arg(size.columns)
                    .arg(got)
                    .arg(expected);
            }
        }
    }
    return {};
}

} // namespace

class ByteProductsTest final : public QObject {
    Q_OBJECT

private slots:

    void manyRowsTimesAPanel_data() { addRows(); }

    void manyRowsTimesAPanel();

    void fewRowsTimesWeightsAsTheyLie_data() { addRows(); }

    void fewRowsTimesWeightsAsTheyLie();

private:
    static void addRows();
};

void ByteProductsTest::addRows() {
    QTest::addColumn<const ByteKernel*>("kernel");
    QTest::addColumn<int>("bits");
    QTest::addColumn<Values>("values");
    if (byteKernels().empty()) {
        QSKIP("this processor has no kernel for bytes");
    }
    for (const ByteKernel& kernel : byteKernels()) {
        for (const int bits : {8, 4}) {
            const int most = bits == 8 ? 127 : 7;
            const int least = bits == 8 ? -127 : -8;
            const auto row = [&](const char* what, const Values& values) {
                QTest::addRow("%s, %d bits, %s", kernel.name, bits, what)
                    << &kernel << bits << values;
            };
            row("largest", extreme(most, 127));
            row("most negative weight", extreme(least, 127));
            row("most negative row", extreme(most, -127));
            row("both negative", extreme(least, -127));
            row("any", random(least, most));
        }
    }
}

void ByteProductsTest::manyRowsTimesAPanel() {
    QFETCH(const ByteKernel*, kernel);
    QFETCH(int, bits);
    QFETCH(Values, values);
    std::vector<std::uint8_t> panel(std::size_t(Values::kInputs * kPanelColumns));
    std::vector<float> weightScales;
    for (std::int64_t i = 0; i < Values::kInputs; ++i) {
        for (std::int64_t column = 0; column < kPanelColumns; ++column) {
            panel[std::size_t(((i / 4) * kPanelColumns + column) * 4 + i % 4)] =
                coded(values.weight(column, i), bits, kernel->coding);
        }
    }
    const float unit = bits == 4 && kernel->coding == ByteCoding::Raised ? 1.0F / 16 : 1.0F;
    for (std::int64_t group = 0; group < kGroups; ++group) {
        for (std::int64_t column = 0; column < kPanelColumns; ++column) {
            weightScales.push_back(unit * weightScale(group, column));
        }
    }
    const std::vector<Row> rows = rowsOf(values);
    const auto multiply = bits == 8 ? kernel->multiply8 : kernel->multiply4;
    for (const std::int64_t columns : {16, 32, 48}) {
        for (const double before : {0.0, 1000.0}) {
            std::vector<float> sums(std::size_t(kRows * kPanelColumns), 1000.0F);
            multiply({panel.data(), weightScales.data(), byteRows(rows, kRows), kGroups, columns,
                      sums.data(), kPanelColumns, before == 0});
            QCOMPARE(difference(values, sums, {kRows, columns}, before), QString());
        }
    }
}

void ByteProductsTest::fewRowsTimesWeightsAsTheyLie() {
    QFETCH(const ByteKernel*, kernel);
    QFETCH(int, bits);
    QFETCH(Values, values);
    const std::int64_t stride = quantisedRowBytes(bits, Values::kInputs);
    std::vector<std::uint8_t> weights(std::size_t(kPanelColumns * stride));
    for (std::int64_t column = 0; column < kPanelColumns; ++column) {
        storeWeights(weights.data() + column * stride, values, column, bits);
    }
    const std::vector<Row> rows = rowsOf(values);
    const auto multiply = bits == 8 ? kernel->multiplyFew8 : kernel->multiplyFew4;
    for (const std::int64_t count : {0, 1, 2, 3, 4, 5, 7}) {
        for (const std::int64_t outputs : {1, 3, 8, 21, 48}) {
            std::vector<float> sums(std::size_t(kRows * kPanelColumns), 1000.0F);
            multiply({weights.data(), stride, quantisedScaleBytes(Values::kInputs), outputs,
                      byteRows(rows, count), kGroups, sums.data(), kPanelColumns, bytesAhead()});
            QCOMPARE(difference(values, sums, {count, outputs}, 0), QString());
        }
    }
}

QTEST_GUILESS_MAIN(ByteProductsTest)
#include "tst_byte_products.moc"

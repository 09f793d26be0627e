// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every kernel for bytes that this processor runs, also those that a better one keeps from being
// chosen, against sums of whole numbers: the largest factors of either sign, and any.
#include "kernels/cpu/byte_products.h"
#include "kernels/cpu/product.h"

#include <QTest>

#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

using namespace kernels;

namespace {

constexpr std::int64_t kGroups = 3;
constexpr std::int64_t kRows = 8;

struct Values {
    std::vector<int> weights; // (kPanelColumns, inputs)
    std::vector<int> rows;    // (kRows, inputs)

    static constexpr std::int64_t kInputs = kGroups * kGroupInputs;

    std::int64_t sum(std::int64_t row, std::int64_t column, std::int64_t group) const {
        std::int64_t total = 0;
        for (std::int64_t i = group * kGroupInputs; i < (group + 1) * kGroupInputs; ++i) {
            total +=
                rows[std::size_t(row * kInputs + i)] * weights[std::size_t(column * kInputs + i)];
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
    return 0.5F + float(group) + float(column) / 64;
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

} // namespace

class ByteProductsTest final : public QObject {
    Q_OBJECT

private slots:
    void sumsEqualThoseOfWholeNumbers_data();
    void sumsEqualThoseOfWholeNumbers();
};

void ByteProductsTest::sumsEqualThoseOfWholeNumbers_data() {
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

void ByteProductsTest::sumsEqualThoseOfWholeNumbers() {
    QFETCH(const ByteKernel*, kernel);
    QFETCH(int, bits);
    QFETCH(Values, values);
    constexpr std::int64_t kInputs = Values::kInputs;
    std::vector<std::uint8_t> panel(std::size_t(kInputs * kPanelColumns));
    std::vector<float> weightScales;
    for (std::int64_t i = 0; i < kInputs; ++i) {
        for (std::int64_t column = 0; column < kPanelColumns; ++column) {
            panel[std::size_t(((i / 4) * kPanelColumns + column) * 4 + i % 4)] =
                coded(values.weights[std::size_t(column * kInputs + i)], bits, kernel->coding);
        }
    }
    for (std::int64_t group = 0; group < kGroups; ++group) {
        for (std::int64_t column = 0; column < kPanelColumns; ++column) {
            weightScales.push_back(weightScale(group, column));
        }
    }

    struct Row {
        std::int8_t values[kInputs];
        float scales[kGroups];
        std::int32_t sums[kGroups];
    };

    std::vector<Row> rows(kRows);
    for (std::int64_t r = 0; r < kRows; ++r) {
        Row& row = rows[std::size_t(r)];
        for (std::int64_t i = 0; i < kInputs; ++i) {
            row.values[i] = std::int8_t(values.rows[std::size_t(r * kInputs + i)]);
            row.sums[i / kGroupInputs] =
                (i % kGroupInputs == 0 ? 0 : row.sums[i / kGroupInputs]) + row.values[i];
            row.scales[i / kGroupInputs] = rowScale(r, i / kGroupInputs);
        }
    }

    const auto multiply = bits == 8 ? kernel->multiply8 : kernel->multiply4;
    for (const std::int64_t columns : {16, 32, 48}) {
        for (const bool isFirst : {true, false}) {
            std::vector<float> sums(std::size_t(kRows * kPanelColumns), 1000.0F);
            multiply({panel.data(), weightScales.data(), rows[0].values, rows[0].scales,
                      rows[0].sums, sizeof(Row), kRows, kGroups, columns, sums.data(),
                      kPanelColumns, isFirst});
            for (std::int64_t r = 0; r < kRows; ++r) {
                for (std::int64_t column = 0; column < kPanelColumns; ++column) {
                    double expected = isFirst && column < columns ? 0 : 1000;
                    double size = 1000;
                    for (std::int64_t group = 0; column < columns && group < kGroups; ++group) {
                        const double part = double(values.sum(r, column, group)) *
                                            double(weightScale(group, column)) *
                                            double(rowScale(r, group));
                        expected += part;
                        size += std::abs(part);
                    }
                    const double got = double(sums[std::size_t(r * kPanelColumns + column)]);
                    QVERIFY2(std::abs(got - expected) <= 1e-6 * size,
                             qPrintable(QStringLiteral("row %1, column %2 of %3: %4, not %5")
                                            .arg(r)
                                            .arg(column)
                                            .arg(columns)
                                            .arg(got)
                                            .arg(expected)));
                }
            }
        }
    }
}

QTEST_GUILESS_MAIN(ByteProductsTest)
#include "tst_byte_products.moc"

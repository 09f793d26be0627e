// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bfloat16.h: every half value, and every way of rounding to one, against arithmetic in double.
#include "kernels/bfloat16.h"

#include <QTest>

#include <cmath>
#include <limits>

using kernels::BFloat16;
using kernels::Float16;

namespace {

// The value that IEEE 754 gives to the bits, from its definition.
double meaning(std::uint16_t bits, int exponentBits) {
    const int fractionBits = 15 - exponentBits;
    const int bias = (1 << (exponentBits - 1)) - 1;
    const int exponent = (bits >> fractionBits) & ((1 << exponentBits) - 1);
    const int fraction = bits & ((1 << fractionBits) - 1);
    const double sign = (bits & 0x8000U) != 0 ? -1.0 : 1.0;
    if (exponent == (1 << exponentBits) - 1) {
        return fraction != 0 ? std::numeric_limits<double>::quiet_NaN()
                             : sign * std::numeric_limits<double>::infinity();
    }
    const double significand = std::ldexp(fraction, -fractionBits) + (exponent == 0 ? 0.0 : 1.0);
    return sign * std::ldexp(significand, std::max(exponent, 1) - bias);
}

// Every finite half value above zero, what lies halfway to the next, and the floats around both.
template <class Half, class Round>
void checkRounding(int exponentBits, const Round& round) {
    const auto largest =
        static_cast<std::uint16_t>(((1 << exponentBits) - 1) << (15 - exponentBits));
    for (std::uint16_t bits = 0; bits < largest; ++bits) {
        const double here = meaning(bits, exponentBits);
        // Past the last finite value the next one is what infinity stands for when rounding.
        const double below =
            bits == 0 ? 0.0 : meaning(static_cast<std::uint16_t>(bits - 1), exponentBits);
        const bool isLast = bits + 1 == largest;
        const double next = isLast ? 2.0 * here - below
                                   : meaning(static_cast<std::uint16_t>(bits + 1), exponentBits);
        const auto half = static_cast<float>((here + next) / 2.0);
        const auto upper = static_cast<std::uint16_t>(bits + 1);
        const std::uint16_t even = (bits & 1U) == 0 ? bits : upper;
        const float infinity = std::numeric_limits<float>::infinity();
        QCOMPARE(round(static_cast<float>(here)).bits, bits);
        QCOMPARE(round(half).bits, even);
        QCOMPARE(round(std::nextafter(half, 0.0F)).bits, bits);
        QCOMPARE(round(std::nextafter(half, infinity)).bits, upper);
        QCOMPARE(round(-half).bits, static_cast<std::uint16_t>(even | 0x8000U));
    }
    QCOMPARE(round(std::numeric_limits<float>::infinity()).bits, largest);
    QVERIFY(std::isnan(toFloat(round(std::numeric_limits<float>::quiet_NaN()))));
}

} // namespace

class TestHalfFloats : public QObject {
    Q_OBJECT

private slots:

    void everyValue() {
        for (int bits = 0; bits < 0x10000; ++bits) {
            const auto word = static_cast<std::uint16_t>(bits);
            const double brain = meaning(word, 8);
            const double half = meaning(word, 5);
            QVERIFY(std::isnan(brain) ? std::isnan(toFloat(BFloat16{word}))
                                      : static_cast<double>(toFloat(BFloat16{word})) == brain);
            QVERIFY(std::isnan(half) ? std::isnan(toFloat(Float16{word}))
                                     : static_cast<double>(toFloat(Float16{word})) == half);
        }
    }

    void roundToBFloat16() {
        checkRounding<BFloat16>(8, [](float value) { return kernels::toBFloat16(value); });
    }

    void roundToFloat16() {
        checkRounding<Float16>(5, [](float value) { return kernels::toFloat16(value); });
        QCOMPARE(kernels::toFloat16(1e30F).bits, std::uint16_t(0x7c00));
        QCOMPARE(kernels::toFloat16(-1e-30F).bits, std::uint16_t(0x8000));
    }
};

QTEST_GUILESS_MAIN(TestHalfFloats)
#include "tst_half_floats.moc"

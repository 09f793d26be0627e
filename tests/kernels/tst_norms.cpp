// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// rmsNorm, layerNorm and rope against the reference.
#include "tests/kernels/verb_rows.h"

#include <QTest>

using kernels::Backend;
using kernels::DType;
using verbs::Layout;
using verbs::Operand;
using verbs::Tensors;

Q_DECLARE_METATYPE(kernels::DType)
Q_DECLARE_METATYPE(kernels::RopePairs)

namespace {

constexpr float kEps = 1e-6F;

const std::vector<std::pair<const char*, DType>>& weightTypes() {
    static const std::vector<std::pair<const char*, DType>> types{
        {"F32", DType::F32}, {"BF16", DType::BF16}, {"F16", DType::F16}};
    return types;
}

void addNormRows() {
    QTest::addColumn<QString>("backend");
    QTest::addColumn<DType>("type");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("width");
    for (const QString& backend : verbs::backendNames()) {
        for (const auto& [name, type] : weightTypes()) {
            for (const int width : {1, 3, 15, 16, 17, 63, 64, 65, 112, 127, 1152}) {
                QTest::addRow("%s, %s, 3 x %d", qPrintable(backend), name, width)
                    << backend << type << 3 << width;
            }
        }
        for (const int rows : {0, 1, 2, 729}) {
            QTest::addRow("%s, %d x 200", qPrintable(backend), rows)
                << backend << DType::BF16 << rows << 200;
        }
    }
}

} // namespace

class TestNorms : public QObject {
    Q_OBJECT

private slots:

    void rmsNorm_data() { addNormRows(); }

    void rmsNorm() {
        QFETCH(QString, backend);
        QFETCH(DType, type);
        QFETCH(int, rows);
        QFETCH(int, width);
        const DType activation = verbs::activationType(backend);
        const std::vector<Operand> operands{
            Operand::zeros(activation, {rows, width}, Layout::Padded),
            Operand::random(activation, {rows, width}, Layout::Padded),
            Operand::random(type, {width})};
        const auto call = [](Backend& b, Tensors t) {
            b.rmsNorm(t[0], t[1], t[2], kEps);
        };
        QCOMPARE(verbs::difference(backend, operands, call, {2e-6}), QString());
        const auto inPlace = [](Backend& b, Tensors t) {
            b.rmsNorm(t[0], t[0], t[1], kEps);
        };
        QCOMPARE(verbs::difference(backend, {operands[1], operands[2]}, inPlace, {2e-6}),
                 QString());
    }

    void layerNorm_data() { addNormRows(); }

    void layerNorm() {
        QFETCH(QString, backend);
        QFETCH(DType, type);
        QFETCH(int, rows);
        QFETCH(int, width);
        const DType activation = verbs::activationType(backend);
        const std::vector<Operand> operands{
            Operand::zeros(activation, {rows, width}, Layout::Padded),
            Operand::random(activation, {rows, width}, Layout::Padded),
            Operand::random(type, {width}), Operand::random(type, {width})};
        const auto call = [](Backend& b, Tensors t) {
            b.layerNorm(t[0], t[1], t[2], t[3], kEps);
        };
        QCOMPARE(verbs::difference(backend, operands, call, {4e-6}), QString());
        const auto inPlace = [](Backend& b, Tensors t) {
            b.layerNorm(t[0], t[0], t[1], t[2], kEps);
        };
        QCOMPARE(
            verbs::difference(backend, {operands[1], operands[2], operands[3]}, inPlace, {4e-6}),
            QString());
    }

    // A mean far from zero must not eat the variance's digits.
    void layerNormOfLargeMean() {
        std::vector<double> values(1000);
        for (std::size_t i = 0; i < values.size(); ++i) {
            values[i] = 300.0 + static_cast<double>(i % 7);
        }
        const auto call = [](Backend& b, Tensors t) {
            b.layerNorm(t[0], t[1], t[2], t[3], kEps);
        };
        for (const QString& backend : verbs::backendNames()) {
            const DType activation = verbs::activationType(backend);
            const std::vector<Operand> operands{Operand::zeros(activation, {1, 1000}),
                                                Operand::ofValues(activation, {1, 1000}, values),
                                                Operand::random(DType::F32, {1000}),
                                                Operand::random(DType::F32, {1000})};
            QCOMPARE(verbs::difference(backend, operands, call, {5e-5}), QString());
        }
    }

    void rope_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<kernels::RopePairs>("pairs");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("heads");
        QTest::addColumn<int>("size");

        const struct {
            int rows;
            int heads;
            int size;
        } shapes[] = {{0, 2, 8},  {1, 1, 2},   {1, 10, 128}, {3, 4, 16},
                      {5, 3, 34}, {7, 16, 64}, {513, 5, 32}, {300, 1, 64}};

        for (const QString& backend : verbs::backendNames()) {
            for (const auto& [rows, heads, size] : shapes) {
                QTest::addRow("%s, half split, %d x %d x %d", qPrintable(backend), rows, heads,
                              size)
                    << backend << kernels::RopePairs::HalfSplit << rows << heads << size;
                QTest::addRow("%s, interleaved, %d x %d x %d", qPrintable(backend), rows, heads,
                              size)
                    << backend << kernels::RopePairs::Interleaved << rows << heads << size;
            }
        }
    }

    void rope() {
        QFETCH(QString, backend);
        QFETCH(kernels::RopePairs, pairs);
        QFETCH(int, rows);
        QFETCH(int, heads);
        QFETCH(int, size);
        std::vector<double> positions(static_cast<std::size_t>(rows));
        for (std::size_t t = 0; t < positions.size(); ++t) {
            positions[t] = t % 3 == 2 ? 163840.0 - static_cast<double>(t) : static_cast<double>(t);
        }
        // Heads wider than what is turned, as in q of latent attention.
        const std::vector<Operand> operands{
            Operand::random(verbs::activationType(backend), {rows, heads, size}, Layout::Padded),
            Operand::ofValues(DType::I32, {rows}, positions)};
        const auto call = [pairs = pairs](Backend& b, Tensors t) {
            b.rope(t[0], t[1], {pairs, 10000.0});
        };
        QCOMPARE(verbs::difference(backend, operands, call, {3e-7}), QString());
    }
};

QTEST_GUILESS_MAIN(TestNorms)
#include "tst_norms.moc"

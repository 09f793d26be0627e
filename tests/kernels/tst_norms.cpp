// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// rmsNorm, layerNorm and keepRows against the reference.
#include "tests/kernels/verb_rows.h"

#include <QTest>

using kernels::Backend;
using kernels::DType;
using kernels::Tensor;
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

// What a row keeps: latents, keys and others; beside them its queries.
struct Keeping {
    int rows;
    int heads;
    int keyHeads;
    int size;
    int latents;
    int others;
};

} // namespace

Q_DECLARE_METATYPE(Keeping)

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

    void keepRows_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<kernels::RopePairs>("pairs");
        QTest::addColumn<Keeping>("keeping");
        const Keeping keepings[] = {
            {0, 2, 1, 8, 0, 0},     {1, 1, 1, 2, 0, 1},     {1, 10, 10, 128, 0, 1280},
            {3, 4, 2, 16, 0, 5},    {5, 3, 1, 34, 17, 0},   {7, 16, 1, 64, 512, 0},
            {513, 5, 3, 32, 0, 96}, {300, 1, 1, 64, 33, 0}, {2, 3, 0, 4, 8, 3},
        };
        for (const QString& backend : verbs::backendNames()) {
            for (const Keeping& k : keepings) {
                for (const auto& [name, pairs] :
                     {std::pair{"half split", kernels::RopePairs::HalfSplit},
                      {"interleaved", kernels::RopePairs::Interleaved}}) {
                    QTest::addRow("%s, %s, %d x %d x %d, %d latents, %d keys, %d others",
                                  qPrintable(backend), name, k.rows, k.heads, k.size, k.latents,
                                  k.keyHeads, k.others)
                        << backend << pairs << k;
                }
            }
        }
    }

    // Where queries are, and elsewhere; into one cache, and into one for each row.
    void keepRows() {
        QFETCH(QString, backend);
        QFETCH(kernels::RopePairs, pairs);
        QFETCH(Keeping, keeping);
        const auto& [rows, heads, keyHeads, size, latents, others] = keeping;
        const int width = latents + keyHeads * size + others;
        std::vector<double> positions; // each once
        for (int t = 0; t < rows; ++t) {
            positions.push_back(rows + 2 - t);
        }
        const DType activation = verbs::activationType(backend);
        // Heads wider than what is turned, as in q of latent attention.
        const std::vector<Operand> operands{
            Operand::random(activation, {rows, heads, size}, Layout::Padded),
            Operand::random(activation, {rows, width}, Layout::Padded),
            Operand::zeros(activation, {1, rows + 3, width}, Layout::Padded),
            Operand::random(activation, {rows, heads, size}, Layout::Padded),
            Operand::random(DType::BF16, {latents}),
            Operand::ofValues(DType::I32, {rows}, positions)};
        for (const bool isInPlace : {false, true}) {
            const auto call = [&, pairs = pairs](Backend& b, Tensors t) {
                b.keepRows(std::vector{verbs::elementOf(t[2], 0)},
                           {t[1], latents > 0 ? &t[4] : nullptr, kEps, keyHeads},
                           {t[0], isInPlace ? t[0] : t[3]}, t[5], {pairs, 10000.0});
            };
            QCOMPARE(verbs::difference(backend, operands, call, {2e-6, 3}), QString());
        }
    }

    // 300 caches are more than one launch of a GPU takes.
    void keepRowsByType_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<DType>("type");
        QTest::addColumn<int>("rows");
        for (const QString& backend : verbs::backendNames()) {
            for (const auto& [name, type] : weightTypes()) {
                for (const int rows : {1, 5, 300}) {
                    QTest::addRow("%s, %s, T %d", qPrintable(backend), name, rows)
                        << backend << type << rows;
                }
            }
        }
    }

    // Far positions, of caches for each row, of any type.
    void keepRowsByType() {
        QFETCH(QString, backend);
        QFETCH(DType, type);
        QFETCH(int, rows);
        constexpr int kPlaces = 40;
        std::vector<double> positions;
        for (int t = 0; t < rows; ++t) {
            positions.push_back(t * 7 % kPlaces);
        }
        const DType activation = verbs::activationType(backend);
        const std::vector<Operand> operands{
            Operand::random(activation, {rows, 2, 6}, Layout::Padded),
            Operand::random(activation, {rows, 37}, Layout::Padded),
            Operand::random(type, {rows, kPlaces, 37}, Layout::Padded),
            Operand::ofValues(DType::I32, {rows}, positions)};
        const auto call = [rows = rows](Backend& b, Tensors t) {
            std::vector<Tensor> caches;
            for (int n = 0; n < rows; ++n) {
                caches.push_back(verbs::elementOf(t[2], n));
            }
            b.keepRows(caches, {.rows = t[1], .keyHeads = 3}, {t[0], t[0]}, t[3],
                       {kernels::RopePairs::HalfSplit, 1.5});
        };
        QCOMPARE(verbs::difference(backend, operands, call, {2e-6, 3}), QString());
    }

    // Angles are exact where fp32 would have lost them.
    void keepRowsFarAway() {
        for (const QString& backend : verbs::backendNames()) {
            const DType activation = verbs::activationType(backend);
            const std::vector<Operand> operands{Operand::random(activation, {1, 3, 16}),
                                                Operand::random(activation, {1, 16}),
                                                Operand::zeros(DType::BF16, {163841, 16}),
                                                Operand::ofValues(DType::I32, {1}, {163840.0})};
            const auto call = [](Backend& b, Tensors t) {
                b.keepRows(t.subspan(2, 1), {.rows = t[1], .keyHeads = 1}, {t[0], t[0]}, t[3], {});
            };
            QCOMPARE(verbs::difference(backend, operands, call, {3e-7, 2}), QString());
        }
    }
};

QTEST_GUILESS_MAIN(TestNorms)
#include "tst_norms.moc"

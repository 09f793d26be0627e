// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// routeExperts and expertFfn against the reference.
#include "tests/kernels/verb_rows.h"

#include <QTest>

#include <cmath>

using kernels::Backend;
using kernels::DType;
using kernels::RoutingParams;
using kernels::Scoring;
using kernels::Tensor;
using verbs::Layout;
using verbs::Operand;
using verbs::Tensors;

Q_DECLARE_METATYPE(kernels::DType)

namespace {

struct Routing {
    const char* name;
    int experts;
    int chosen;
    Scoring scoring;
    int groups;
    int chosenGroups;
    bool normalise;
    float scale;
    double biasScale; // 0: no bias
};

// The published variants, the groups of the reference vectors, and corners.
const std::vector<Routing> kRoutings{
    {"Tiny", 64, 6, Scoring::Softmax, 1, 1, false, 1.0F, 0.0},
    {"Base", 72, 6, Scoring::Sigmoid, 1, 1, true, 2.0F, 0.1},
    {"grouped", 12, 4, Scoring::Sigmoid, 4, 2, true, 2.0F, 0.1},
    {"one of one", 1, 1, Scoring::Softmax, 1, 1, false, 1.0F, 0.0},
    {"all", 9, 9, Scoring::Sigmoid, 1, 1, true, 1.0F, 0.0},
    {"softmax normalised", 17, 3, Scoring::Softmax, 1, 1, true, 0.5F, 0.0},
    {"groups of one", 8, 2, Scoring::Softmax, 8, 3, false, 1.0F, 0.0},
    {"a large bias decides", 16, 2, Scoring::Sigmoid, 1, 1, true, 2.0F, 10.0},
    {"below the masked", 12, 6, Scoring::Sigmoid, 4, 1, true, 1.0F, 3.0},
};

// Expert e's matrix of a tensor (E, rows, columns), in the opposite order of memory.
std::vector<Tensor> matrices(const Tensor& all) {
    std::vector<Tensor> result;
    for (std::int64_t e = all.size(0); e-- > 0;) {
        result.push_back(verbs::elementOf(all, e));
    }
    return result;
}

// operands: out, in, ids, weights, gates, ups, downs, and maybe the three of the shared network
void runExperts(Backend& backend, Tensors t) {
    const std::vector<Tensor> gates = matrices(t[4]);
    const std::vector<Tensor> ups = matrices(t[5]);
    const std::vector<Tensor> downs = matrices(t[6]);
    kernels::ExpertWeights experts{gates.data(), ups.data(), downs.data(),
                                   static_cast<int>(gates.size())};
    kernels::GatedMlpWeights shared;
    if (t.size() > 7) {
        shared = {t[7], t[8], t[9]};
        experts.shared = &shared;
    }
    backend.expertFfn(t[0], t[1], t[2], t[3], experts);
}

struct ExpertShape {
    int rows;
    int chosen;
    int experts;
    int width;
    int inner;
};

Operand scaledWeights(DType type, const Operand::Shape& shape) {
    const double inputs = static_cast<double>(shape.back());
    return Operand::random(type, shape, Layout::Padded).scaled(1.0 / std::sqrt(inputs));
}

std::vector<Operand> expertOperands(const ExpertShape& s, DType activation, DType type,
                                    const std::vector<double>& ids) {
    return {Operand::random(activation, {s.rows, s.width}, Layout::Padded),
            Operand::random(activation, {s.rows, s.width}, Layout::Padded),
            Operand::ofValues(DType::I32, {s.rows, s.chosen}, ids),
            Operand::random(DType::F32, {s.rows, s.chosen}),
            scaledWeights(type, {s.experts, s.inner, s.width}),
            scaledWeights(type, {s.experts, s.inner, s.width}),
            scaledWeights(type, {s.experts, s.width, s.inner})};
}

std::vector<double> spreadIds(const ExpertShape& shape) {
    std::vector<double> ids;
    for (int i = 0; i < shape.rows * shape.chosen; ++i) {
        const int token = i / shape.chosen;
        ids.push_back((7 * token + token / 3 + i % shape.chosen) % shape.experts);
    }
    return ids;
}

} // namespace

Q_DECLARE_METATYPE(ExpertShape)

class TestExperts : public QObject {
    Q_OBJECT

private slots:

    void routing_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<int>("routing");
        QTest::addColumn<DType>("type");
        QTest::addColumn<int>("rows");
        for (const QString& backend : verbs::backendNames()) {
            for (std::size_t i = 0; i < kRoutings.size(); ++i) {
                for (const auto& [name, type] :
                     {std::pair{"F32", DType::F32}, {"BF16", DType::BF16}, {"F16", DType::F16}}) {
                    for (const int rows : {0, 1, 9, 150}) {
                        QTest::addRow("%s, %s, %s, T %d", qPrintable(backend), kRoutings[i].name,
                                      name, rows)
                            << backend << int(i) << type << rows;
                    }
                }
            }
        }
    }

    void routing() {
        QFETCH(QString, backend);
        QFETCH(int, routing);
        QFETCH(DType, type);
        QFETCH(int, rows);
        const Routing& r = kRoutings[static_cast<std::size_t>(routing)];
        const std::vector<Operand> operands{
            Operand::zeros(DType::I32, {rows, r.chosen}),
            Operand::zeros(DType::F32, {rows, r.chosen}),
            Operand::zeros(verbs::activationType(backend), {rows, 100}, Layout::Padded),
            Operand::random(verbs::activationType(backend), {rows, 100}, Layout::Padded),
            Operand::random(type, {100}),
            scaledWeights(type, {r.experts, 100}),
            Operand::random(type, {r.experts}).scaled(r.biasScale)};
        const auto call = [&](Backend& b, Tensors t) {
            const Tensor* bias = r.biasScale != 0.0 ? &t[6] : nullptr;
            b.routeExperts(t[0], t[1], t[2], {t[3], t[4], 1e-6F}, t[5],
                           {r.scoring, bias, r.groups, r.chosenGroups, r.normalise, r.scale});
        };
        // What is scored may be rounded to BF16 one way or the other.
        const bool isRounded = verbs::activationType(backend) == DType::BF16;
        QCOMPARE(verbs::difference(backend, operands, call, {isRounded ? 2e-4 : 1e-5, 3}),
                 QString());
    }

    void routingTies_data() {
        QTest::addColumn<QString>("backend");
        for (const QString& backend : verbs::backendNames()) {
            QTest::addRow("%s", qPrintable(backend)) << backend;
        }
    }

    // Experts in threes with the same gate row, and tokens of zeros, where all are equal.
    void routingTies() {
        QFETCH(QString, backend);
        const DType activation = verbs::activationType(backend);
        for (const int rows : {1, 40}) {
            const std::vector<Operand> operands{
                Operand::zeros(DType::I32, {rows, 7}),  Operand::zeros(DType::F32, {rows, 7}),
                Operand::zeros(activation, {rows, 50}), Operand::random(activation, {rows, 50}),
                Operand::random(DType::BF16, {50}),     scaledWeights(DType::BF16, {8, 1, 50}),
                Operand::zeros(DType::BF16, {8, 3, 50})};
            for (const Scoring scoring : {Scoring::Softmax, Scoring::Sigmoid}) {
                const auto call = [&](Backend& b, Tensors t) {
                    Tensor repeated = t[5];
                    repeated.shape[1] = 3;
                    repeated.strides[1] = 0;
                    b.copy(t[6], repeated);
                    b.routeExperts(t[0], t[1], t[2], {t[3], t[4], 1e-6F}, t[6].reshaped({24, 50}),
                                   {scoring});
                };
                QCOMPARE(verbs::difference(backend, operands, call, {1e-5, 3}), QString());
                std::vector<Operand> zeros = operands;
                zeros[3] = zeros[3].scaled(0.0);
                QCOMPARE(verbs::difference(backend, zeros, call, {1e-5, 3}), QString());
            }
        }
    }

    void expertFfn_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<DType>("type");
        QTest::addColumn<ExpertShape>("shape");
        const ExpertShape shapes[] = {
            {0, 2, 4, 16, 8},    {1, 1, 1, 1, 1},       {1, 2, 16, 256, 192}, {1, 6, 64, 40, 24},
            {2, 6, 8, 33, 17},   {3, 2, 5, 96, 56},     {8, 3, 8, 64, 48},    {9, 3, 8, 65, 49},
            {40, 4, 10, 80, 48}, {100, 6, 12, 112, 40}, {300, 2, 16, 31, 15}};
        for (const QString& backend : verbs::backendNames()) {
            for (const auto& [name, type] :
                 {std::pair{"F32", DType::F32}, {"BF16", DType::BF16}, {"F16", DType::F16}}) {
                for (const ExpertShape& s : shapes) {
                    QTest::addRow("%s, %s, T %d, k %d, E %d, D %d, I %d", qPrintable(backend), name,
                                  s.rows, s.chosen, s.experts, s.width, s.inner)
                        << backend << type << s;
                }
            }
        }
    }

    void expertFfn() {
        QFETCH(QString, backend);
        QFETCH(DType, type);
        QFETCH(ExpertShape, shape);
        const DType activation = verbs::activationType(backend);
        std::vector<double> lastOnes; // the other experts have no token
        for (int i = 0; i < shape.rows * shape.chosen; ++i) {
            lastOnes.push_back(shape.experts - 1 - i % shape.chosen);
        }
        for (const std::vector<double>& ids : {spreadIds(shape), lastOnes}) {
            QCOMPARE(verbs::difference(backend, expertOperands(shape, activation, type, ids),
                                       runExperts),
                     QString());
        }
    }

    void quantisedExperts_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<DType>("type");
        QTest::addColumn<ExpertShape>("shape");
        const ExpertShape shapes[] = {{1, 6, 64, 40, 24},
                                      {2, 6, 8, 33, 17},
                                      {9, 3, 8, 130, 96},
                                      {33, 1, 2, 65, 49},
                                      {100, 6, 12, 112, 40}};
        for (const QString& backend : verbs::backendNames()) {
            for (const auto& [name, type] : {std::pair{"Q8", DType::Q8}, {"Q4", DType::Q4}}) {
                for (const ExpertShape& s : shapes) {
                    QTest::addRow("%s, %s, T %d, k %d, E %d, D %d, I %d", qPrintable(backend), name,
                                  s.rows, s.chosen, s.experts, s.width, s.inner)
                        << backend << type << s;
                }
            }
        }
    }

    // Rows may be rounded to 8 bits, twice.
    void quantisedExperts() {
        QFETCH(QString, backend);
        QFETCH(DType, type);
        QFETCH(ExpertShape, shape);
        const DType activation = verbs::activationType(backend);
        const auto operands = expertOperands(shape, activation, type, spreadIds(shape));
        QCOMPARE(verbs::difference(backend, operands, runExperts, {3e-2}), QString());
    }

    void besideShared_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<DType>("type");
        QTest::addColumn<ExpertShape>("shape");
        QTest::addColumn<int>("inner");
        const std::pair<ExpertShape, int> shapes[] = {
            {{0, 2, 4, 16, 8}, 16},     {{1, 2, 16, 256, 192}, 192}, {{1, 6, 64, 40, 24}, 48},
            {{3, 2, 5, 96, 56}, 8},     {{8, 3, 8, 64, 48}, 100},    {{9, 3, 8, 65, 49}, 98},
            {{40, 4, 10, 80, 48}, 96},  {{24, 1, 3, 72, 40}, 130},   {{25, 1, 3, 72, 40}, 1},
            {{900, 2, 16, 31, 15}, 30}, {{2500, 1, 4, 20, 12}, 24}};
        for (const QString& backend : verbs::backendNames()) {
            for (const auto& [name, type] : {std::pair{"F32", DType::F32},
                                             {"BF16", DType::BF16},
                                             {"Q8", DType::Q8},
                                             {"Q4", DType::Q4}}) {
                for (const auto& [s, inner] : shapes) {
                    QTest::addRow("%s, %s, T %d, k %d, E %d, D %d, I %d, J %d", qPrintable(backend),
                                  name, s.rows, s.chosen, s.experts, s.width, s.inner, inner)
                        << backend << type << s << inner;
                }
            }
        }
    }

    // A network that all rows go through, wider or narrower than the experts.
    void besideShared() {
        QFETCH(QString, backend);
        QFETCH(DType, type);
        QFETCH(ExpertShape, shape);
        QFETCH(int, inner);
        const DType activation = verbs::activationType(backend);
        std::vector<Operand> operands = expertOperands(shape, activation, type, spreadIds(shape));
        operands.push_back(scaledWeights(type, {inner, shape.width}));
        operands.push_back(scaledWeights(type, {inner, shape.width}));
        operands.push_back(scaledWeights(type, {shape.width, inner}));
        // Of many rows, a GPU rounds what the experts make before it adds the shared network's.
        const double exact = activation == DType::BF16 ? 0x1p-6 : 2e-5;
        const double tolerance = kernels::isQuantised(type) ? 3e-2 : exact;
        QCOMPARE(verbs::difference(backend, operands, runExperts, {tolerance}), QString());
    }

    void allOnOneExpert_data() { routingTies_data(); }

    void allOnOneExpert() {
        QFETCH(QString, backend);
        const DType activation = verbs::activationType(backend);
        for (const int rows : {50, 2500}) {
            const ExpertShape shape{rows, 1, 6, 48, 32};
            const std::vector<double> ids(static_cast<std::size_t>(rows), 4.0);
            const auto operands = expertOperands(shape, activation, DType::BF16, ids);
            QCOMPARE(verbs::difference(backend, operands, runExperts), QString());
        }
    }

    void manyRowsBesideFew_data() { allOnOneExpert_data(); }

    // Rows of the first expert are laid out otherwise than those of the second, right behind them.
    void manyRowsBesideFew() {
        QFETCH(QString, backend);
        std::vector<double> ids(28, 0.0);
        ids.resize(33, 1.0);
        const auto operands =
            expertOperands({33, 1, 2, 33, 17}, verbs::activationType(backend), DType::BF16, ids);
        QCOMPARE(verbs::difference(backend, operands, runExperts), QString());
    }
};

QTEST_GUILESS_MAIN(TestExperts)
#include "tst_experts.moc"

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// linear with its epilogues, project, linearPerHead and swiGlu against the reference.
#include "tests/kernels/verb_rows.h"

#include <QTest>

#include <cmath>

using kernels::Activation;
using kernels::Backend;
using kernels::DType;
using kernels::Tensor;
using verbs::Layout;
using verbs::Operand;
using verbs::Tensors;

Q_DECLARE_METATYPE(kernels::DType)
Q_DECLARE_METATYPE(kernels::Activation)

namespace {

struct Shape {
    int rows;
    int outputs;
    int inputs;
};

const std::vector<std::pair<const char*, DType>>& weightTypes() {
    static const std::vector<std::pair<const char*, DType>> types{
        {"F32", DType::F32}, {"BF16", DType::BF16}, {"F16", DType::F16}};
    return types;
}

std::vector<Shape> productShapes() {
    std::vector<Shape> shapes;
    for (const int rows : {0, 1, 2, 3, 4, 5, 7, 8, 9, 12, 17, 33, 100}) {
        for (const auto& [outputs, inputs] : {std::pair{1, 1},
                                              {2, 15},
                                              {15, 16},
                                              {16, 17},
                                              {17, 31},
                                              {31, 32},
                                              {47, 33},
                                              {48, 64},
                                              {49, 100},
                                              {130, 65},
                                              {20, 1535},
                                              {64, 1537}}) {
            shapes.push_back({rows, outputs, inputs});
        }
    }
    shapes.push_back({40, 0, 16});
    shapes.push_back({70, 200, 3100});
    shapes.push_back({300, 96, 48});
    shapes.push_back({1601, 50, 24});
    return shapes;
}

const std::vector<std::pair<const char*, DType>>& quantisedTypes() {
    static const std::vector<std::pair<const char*, DType>> types{{"Q8", DType::Q8},
                                                                  {"Q4", DType::Q4}};
    return types;
}

std::vector<Shape> quantisedShapes() {
    std::vector<Shape> shapes;
    for (const int rows : {0, 1, 2, 3, 5, 24, 25, 33}) {
        for (const auto& [outputs, inputs] : {std::pair{1, 1},
                                              {15, 31},
                                              {17, 33},
                                              {47, 100},
                                              {49, 129},
                                              {130, 96},
                                              {20, 1535},
                                              {64, 1664}}) {
            shapes.push_back({rows, outputs, inputs});
        }
    }
    shapes.push_back({40, 0, 16});
    shapes.push_back({70, 200, 3100});
    shapes.push_back({1601, 50, 24});
    return shapes;
}

// Rows that every backend multiplies with quantised weights without rounding them: whole numbers up
// to ±127, which each group has, over 32.
Operand wholeNumbers(DType type, const Operand::Shape& shape) {
    std::vector<double> values;
    for (int i = 0; i < shape[0] * shape[1]; ++i) {
        const int column = i % static_cast<int>(shape[1]);
        values.push_back(column % 32 == 0 ? (i % 2 == 0 ? 127 : -127) : i % 255 * 31 % 255 - 127);
    }
    return Operand::ofValues(type, shape, values).scaled(1.0 / 32);
}

Operand ones(DType type, int count) {
    return Operand::ofValues(type, {count},
                             std::vector<double>(static_cast<std::size_t>(count), 1));
}

Operand weights(DType type, const Operand::Shape& shape, Layout layout) {
    const double inputs = static_cast<double>(shape.back());
    return Operand::random(type, shape, layout).scaled(1.0 / std::sqrt(inputs));
}

void addRows(const std::vector<Shape>& shapes,
             const std::vector<std::pair<const char*, DType>>& types = weightTypes()) {
    QTest::addColumn<QString>("backend");
    QTest::addColumn<DType>("type");
    QTest::addColumn<Shape>("shape");
    for (const QString& backend : verbs::backendNames()) {
        for (const auto& [name, type] : types) {
            for (const Shape& s : shapes) {
                QTest::addRow("%s, %s, T %d, N %d, K %d", qPrintable(backend), name, s.rows,
                              s.outputs, s.inputs)
                    << backend << type << s;
            }
        }
    }
}

// Of the largest result: rows may be rounded to 8 bits.
constexpr double kRounding = 2e-2;

enum class Residual { None, Other, Output };

} // namespace

Q_DECLARE_METATYPE(Shape)
Q_DECLARE_METATYPE(Residual)

class TestProducts : public QObject {
    Q_OBJECT

private slots:

    void linear_data() { addRows(productShapes()); }

    void linear() {
        QFETCH(QString, backend);
        QFETCH(DType, type);
        QFETCH(Shape, shape);
        const DType activation = verbs::activationType(backend);
        const auto call = [](Backend& b, Tensors t) {
            b.linear(t[0], t[1], t[2], {});
        };
        for (const Layout layout : {Layout::Dense, Layout::Padded}) {
            const std::vector<Operand> operands{
                Operand::zeros(activation, {shape.rows, shape.outputs}, layout),
                Operand::random(activation, {shape.rows, shape.inputs}, layout),
                weights(type, {shape.outputs, shape.inputs}, layout)};
            QCOMPARE(verbs::difference(backend, operands, call), QString());
        }
    }

    void quantised_data() { addRows(quantisedShapes(), quantisedTypes()); }

    void quantised() {
        QFETCH(QString, backend);
        QFETCH(DType, type);
        QFETCH(Shape, shape);
        const DType activation = verbs::activationType(backend);
        const auto linear = [](Backend& b, Tensors t) {
            b.linear(t[0], t[1], t[2], {});
        };
        const auto swiGlu = [](Backend& b, Tensors t) {
            b.swiGlu(t[0], t[1], t[2], t[3]);
        };
        for (const Layout layout : {Layout::Dense, Layout::Padded}) {
            std::vector<Operand> operands{
                Operand::zeros(activation, {shape.rows, shape.outputs}, layout),
                wholeNumbers(activation, {shape.rows, shape.inputs}),
                weights(type, {shape.outputs, shape.inputs}, layout),
                weights(type, {shape.outputs, shape.inputs}, layout)};
            QCOMPARE(verbs::difference(backend, operands, linear), QString());
            QCOMPARE(verbs::difference(backend, operands, swiGlu), QString());
            operands[1] = Operand::random(activation, {shape.rows, shape.inputs}, layout);
            QCOMPARE(verbs::difference(backend, operands, linear, {kRounding}), QString());
        }
    }

    // Outputs are columns of one matrix, of different numbers; the shape's are those of the middle.
    void project_data() {
        std::vector<std::pair<const char*, DType>> types = weightTypes();
        types.insert(types.end(), quantisedTypes().begin(), quantisedTypes().end());
        addRows({{0, 3, 40},
                 {1, 49, 100},
                 {1, 640, 1664},
                 {3, 200, 33},
                 {8, 130, 96},
                 {9, 17, 64},
                 {24, 48, 129},
                 {25, 100, 100}},
                types);
    }

    void project() {
        QFETCH(QString, backend);
        QFETCH(DType, type);
        QFETCH(Shape, shape);
        const DType activation = verbs::activationType(backend);
        const int widths[] = {17, shape.outputs, 130};
        std::vector<Operand> operands{
            Operand::zeros(activation, {shape.rows, 147 + shape.outputs}, Layout::Padded),
            wholeNumbers(activation, {shape.rows, shape.inputs}), ones(activation, shape.inputs)};
        for (const int width : widths) {
            operands.push_back(weights(type, {width, shape.inputs}, Layout::Padded));
        }
        for (const std::size_t count : {1U, 2U, 3U}) {
            const auto call = [&](Backend& b, Tensors t) {
                std::vector<Tensor> outs;
                int column = 0;
                for (std::size_t i = 0; i < count; ++i) {
                    outs.push_back(t[0].slice(1, column, widths[i]));
                    column += widths[i];
                }
                b.project(outs, {t[1], t[2], 0.0F}, t.subspan(3, count));
            };
            const bool isRounded = type == DType::Q8 || type == DType::Q4; // normed rows may be
            QCOMPARE(verbs::difference(backend, operands, call, {isRounded ? kRounding : 2e-5}),
                     QString());
        }
    }

    // Of one row by the blocks themselves where it fits, whatever the norm's type and epsilon.
    void projectNorms_data() {
        addRows({{1, 40, 8}, {2, 9, 131}, {8, 20, 1280}, {8, 20, 2560}, {1, 3, 9000}, {9, 5, 64}});
    }

    void projectNorms() {
        QFETCH(QString, backend);
        QFETCH(DType, type);
        QFETCH(Shape, shape);
        const DType activation = verbs::activationType(backend);
        const std::vector<Operand> operands{
            Operand::zeros(activation, {shape.rows, shape.outputs}, Layout::Padded),
            Operand::random(activation, {shape.rows, shape.inputs}, Layout::Padded),
            Operand::random(type, {shape.inputs}),
            weights(DType::BF16, {shape.outputs, shape.inputs}, Layout::Padded)};
        const auto call = [](Backend& b, Tensors t) {
            b.project(t.first(1), {t[1], t[2], 0.25F}, t.subspan(3, 1));
        };
        QCOMPARE(verbs::difference(backend, operands, call), QString());
    }

    // Groups of nothing, and of so little that a scale underflows.
    void quantisedNothing_data() { addRows({{3, 20, 100}, {30, 20, 100}}, quantisedTypes()); }

    void quantisedNothing() {
        QFETCH(QString, backend);
        QFETCH(DType, type);
        QFETCH(Shape, shape);
        const DType activation = verbs::activationType(backend);
        const auto call = [](Backend& b, Tensors t) {
            b.linear(t[0], t[1], t[2], {});
        };
        for (const double factor : {0.0, 1e-42}) {
            const Operand in = Operand::random(activation, {shape.rows, shape.inputs});
            const Operand weight = weights(type, {shape.outputs, shape.inputs}, Layout::Dense);
            for (const auto& [x, w] :
                 {std::pair{in.scaled(factor), weight}, {in, weight.scaled(factor)}}) {
                const std::vector<Operand> operands{
                    Operand::random(activation, {shape.rows, shape.outputs}), x, w};
                const QString difference = verbs::difference(backend, operands, call, {1e300});
                QVERIFY2(difference.isEmpty(), qPrintable(difference)); // no NaN
            }
        }
    }

    void epilogue_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<int>("rows");
        QTest::addColumn<bool>("hasBias");
        QTest::addColumn<Activation>("activation");
        QTest::addColumn<Residual>("residual");
        for (const QString& backend : verbs::backendNames()) {
            for (const int rows : {1, 5, 40}) {
                for (const bool hasBias : {false, true}) {
                    for (const auto& [activationName, activation] :
                         {std::pair{"none", Activation::None},
                          {"tanh", Activation::GeluTanh},
                          {"erf", Activation::GeluErf}}) {
                        for (const auto& [residualName, residual] :
                             {std::pair{"none", Residual::None},
                              {"other", Residual::Other},
                              {"output", Residual::Output}}) {
                            QTest::addRow("%s, T %d, bias %d, gelu %s, residual %s",
                                          qPrintable(backend), rows, int(hasBias), activationName,
                                          residualName)
                                << backend << rows << hasBias << activation << residual;
                        }
                    }
                }
            }
        }
    }

    void epilogue() {
        QFETCH(QString, backend);
        QFETCH(int, rows);
        QFETCH(bool, hasBias);
        QFETCH(Activation, activation);
        QFETCH(Residual, residual);
        const DType rowType = verbs::activationType(backend);
        for (const auto& [name, type] : weightTypes()) {
            for (const int outputs : {33, 100}) {
                const std::vector<Operand> operands{
                    Operand::random(rowType, {rows, outputs}, Layout::Padded),
                    Operand::random(rowType, {rows, 50}, Layout::Padded).scaled(2.0),
                    weights(type, {outputs, 50}, Layout::Dense), Operand::random(type, {outputs}),
                    Operand::random(rowType, {rows, outputs}, Layout::Dense)};
                const auto call = [&](Backend& b, Tensors t) {
                    const Tensor* added = residual == Residual::Other    ? &t[4]
                                          : residual == Residual::Output ? &t[0]
                                                                         : nullptr;
                    b.linear(t[0], t[1], t[2], {hasBias ? &t[3] : nullptr, activation, added});
                };
                QCOMPARE(verbs::difference(backend, operands, call), QString());
            }
        }
    }

    // GELU over its whole range, away from the noise of a product.
    void gelu_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<Activation>("activation");
        for (const QString& backend : verbs::backendNames()) {
            QTest::addRow("%s, tanh", qPrintable(backend)) << backend << Activation::GeluTanh;
            QTest::addRow("%s, erf", qPrintable(backend)) << backend << Activation::GeluErf;
        }
    }

    void gelu() {
        QFETCH(QString, backend);
        QFETCH(Activation, activation);
        const DType type = verbs::activationType(backend);
        for (const double range : {0.01, 1.0, 6.0, 200.0}) {
            std::vector<double> values;
            for (int i = -200; i <= 200; ++i) {
                values.push_back(range * i / 200.0);
            }
            const std::vector<Operand> operands{Operand::zeros(type, {401, 1}),
                                                Operand::ofValues(type, {401, 1}, values),
                                                Operand::ofValues(DType::F32, {1, 1}, {1.0})};
            const auto call = [&](Backend& b, Tensors t) {
                b.linear(t[0], t[1], t[2], {nullptr, activation, nullptr});
            };
            QCOMPARE(verbs::difference(backend, operands, call, {2e-6}), QString());
        }
    }

    void linearPerHead_data() {
        std::vector<Shape> shapes;
        for (const int rows : {0, 1, 2, 3, 8, 9, 20}) {
            for (const auto& [outputs, inputs] :
                 {std::pair{1, 1}, {17, 33}, {24, 48}, {48, 24}, {128, 512}, {512, 128}}) {
                shapes.push_back({rows, outputs, inputs});
            }
        }
        addRows(shapes);
    }

    void linearPerHead() {
        QFETCH(QString, backend);
        QFETCH(DType, type);
        QFETCH(Shape, shape);
        const DType activation = verbs::activationType(backend);
        for (const int heads : {1, 3}) {
            const std::vector<Operand> operands{
                Operand::zeros(activation, {shape.rows, heads, shape.outputs}, Layout::Padded),
                Operand::random(activation, {shape.rows, heads, shape.inputs}, Layout::Padded),
                weights(type, {heads, shape.outputs, shape.inputs}, Layout::Padded),
                weights(type, {heads, shape.inputs, shape.outputs}, Layout::Padded)};
            const auto call = [](Backend& b, Tensors t) {
                b.linearPerHead(t[0], t[1], t[2]);
            };
            QCOMPARE(verbs::difference(backend, operands, call), QString());
            const auto transposed = [](Backend& b, Tensors t) {
                Tensor weight = t[3];
                std::swap(weight.shape[1], weight.shape[2]);
                std::swap(weight.strides[1], weight.strides[2]);
                b.linearPerHead(t[0], t[1], weight);
            };
            QCOMPARE(verbs::difference(backend, operands, transposed), QString());
        }
    }

    void swiGlu_data() { addRows(productShapes()); }

    void swiGlu() {
        QFETCH(QString, backend);
        QFETCH(DType, type);
        QFETCH(Shape, shape);
        const DType activation = verbs::activationType(backend);
        const std::vector<Operand> operands{
            Operand::zeros(activation, {shape.rows, shape.outputs}, Layout::Padded),
            Operand::random(activation, {shape.rows, shape.inputs}, Layout::Padded).scaled(2.0),
            weights(type, {shape.outputs, shape.inputs}, Layout::Dense),
            weights(type, {shape.outputs, shape.inputs}, Layout::Padded)};
        const auto call = [](Backend& b, Tensors t) {
            b.swiGlu(t[0], t[1], t[2], t[3]);
        };
        QCOMPARE(verbs::difference(backend, operands, call), QString());
    }
};

QTEST_GUILESS_MAIN(TestProducts)
#include "tst_products.moc"

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The verbs that share their work give the same bits whatever the number of threads, and rows of
// several timelines whatever is beside them.
#include "kernels/backend.h"
#include "kernels/bfloat16.h"
#include "kernels/quantise.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <random>
#include <span>
#include <vector>

using kernels::Backend;
using kernels::DType;
using kernels::Tensor;

namespace {

constexpr std::int64_t kWidth = 300;
constexpr std::int64_t kInner = 200;
constexpr int kExperts = 5;

std::vector<float> randomFloats(std::size_t count) {
    std::minstd_rand generator(7);
    std::uniform_real_distribution<float> uniform(-1.0F, 1.0F);
    std::vector<float> values(count);
    for (float& value : values) {
        value = uniform(generator);
    }
    return values;
}

Tensor matrix(std::vector<float>& values, std::int64_t rows, std::int64_t columns) {
    return {values.data(), DType::F32, {rows, columns}};
}

// Everything that a verb reads, the same for every backend.
struct Inputs {
    explicit Inputs(std::int64_t tokens)
        : rows(tokens)
        , in(randomFloats(static_cast<std::size_t>(rows * kWidth)))
        , weight(randomFloats(std::size_t{kWidth} * kInner * 2))
        , halves(weight.size())
        , shares(randomFloats(static_cast<std::size_t>(rows * 2))) {
        std::transform(weight.begin(), weight.end(), halves.begin(), kernels::toBFloat16);
        for (std::int64_t i = 0; i < rows * 2; ++i) {
            ids.push_back(static_cast<std::int32_t>(i * 3 % kExperts));
        }
    }

    std::int64_t rows;
    std::vector<float> in;
    std::vector<float> weight;
    std::vector<kernels::BFloat16> halves; // of the weight
    std::vector<float> shares;
    std::vector<std::int32_t> ids;
};

using Call = std::function<void(Backend&, Inputs&, const Tensor& out)>;

void linear(Backend& backend, Inputs& inputs, const Tensor& out) {
    backend.linear(out, matrix(inputs.in, inputs.rows, kWidth),
                   matrix(inputs.weight, kWidth, kWidth), {});
}

void quantisedLinear(Backend& backend, Inputs& inputs, const Tensor& out) {
    const Tensor shape(nullptr, DType::Q4, {kWidth, kWidth});
    const kernels::Buffer memory = backend.allocate(shape.denseBytes());
    const Tensor weight = memory.view(DType::Q4, {kWidth, kWidth});
    kernels::quantise(weight, matrix(inputs.weight, kWidth, kWidth));
    backend.linear(out, matrix(inputs.in, inputs.rows, kWidth), weight, {});
}

void swiGlu(Backend& backend, Inputs& inputs, const Tensor& out) {
    const Tensor weight = matrix(inputs.weight, 2 * kInner, kWidth);
    backend.swiGlu(out.slice(1, 0, kInner), matrix(inputs.in, inputs.rows, kWidth),
                   weight.slice(0, 0, kInner), weight.slice(0, kInner, kInner));
}

void linearPerHead(Backend& backend, Inputs& inputs, const Tensor& out) {
    backend.linearPerHead(out.split(1, 100), matrix(inputs.in, inputs.rows, kWidth).split(1, 100),
                          {inputs.weight.data(), DType::F32, {3, 100, 100}});
}

void expertFfn(Backend& backend, Inputs& inputs, const Tensor& out) {
    // Experts that differ by where they begin in the same values.
    std::vector<Tensor> wide;
    std::vector<Tensor> narrow;
    for (int e = 0; e < kExperts; ++e) {
        float* values = inputs.weight.data() + e * 1000;
        wide.push_back({values, DType::F32, {kInner, kWidth}});
        narrow.push_back({values, DType::F32, {kWidth, kInner}});
    }
    backend.expertFfn(out, matrix(inputs.in, inputs.rows, kWidth),
                      {inputs.ids.data(), DType::I32, {inputs.rows, 2}},
                      {inputs.shares.data(), DType::F32, {inputs.rows, 2}},
                      {wide.data(), wide.data(), narrow.data(), kExperts});
}

// (S, G, 100)
Tensor cachedKeys(Inputs& inputs, DType type, std::int64_t count, std::int64_t groups) {
    void* memory = inputs.weight.data();
    if (type == DType::BF16) {
        memory = inputs.halves.data();
    }
    return {memory, type, {count, groups, 100}};
}

template <DType kCached>
void attention(Backend& backend, Inputs& inputs, const Tensor& out) {
    const Tensor keys = cachedKeys(inputs, kCached, 400, 3).asBatch();
    const Tensor queries(inputs.in.data(), DType::F32, {1, inputs.rows, 3, 100});
    backend.attention(out.reshaped({1, inputs.rows, 3, 100}), queries, keys, keys, {});
}

void attentionOfSharedKeys(Backend& backend, Inputs& inputs, const Tensor& out) {
    const Tensor keys = cachedKeys(inputs, DType::F32, 1200, 1).asBatch();
    const Tensor queries(inputs.in.data(), DType::F32, {1, inputs.rows, 3, 100});
    backend.attention(out.reshaped({1, inputs.rows, 3, 100}), queries, keys, keys,
                      {kernels::AttentionMask::Causal, 0.5F});
}

template <DType kCached>
void attentionOfTimelines(Backend& backend, Inputs& inputs, const Tensor& out) {
    const Tensor keys = cachedKeys(inputs, kCached, 1200, 1);
    const auto count = static_cast<std::size_t>(inputs.rows);
    const std::vector<kernels::Timeline> timelines(count, {keys, keys, 700});
    std::vector<std::int32_t> positions(count, 1199);
    const Tensor queries(inputs.in.data(), DType::F32, {inputs.rows, 3, 100});
    backend.attentionOfTimelines(out.reshaped({inputs.rows, 3, 100}), queries, timelines,
                                 {positions.data(), DType::I32, {inputs.rows}}, 0.5F);
}

} // namespace

Q_DECLARE_METATYPE(Call)
Q_DECLARE_METATYPE(kernels::DType)

class TestThreadIndependence : public QObject {
    Q_OBJECT

private slots:

    void sameBits_data() {
        QTest::addColumn<Call>("call");
        QTest::addColumn<int>("rows");
        const std::pair<const char*, Call> calls[] = {
            {"linear", linear},
            {"quantised", quantisedLinear},
            {"swiGlu", swiGlu},
            {"linearPerHead", linearPerHead},
            {"expertFfn", expertFfn},
            {"attention", attention<DType::F32>},
            {"attention, BF16", attention<DType::BF16>},
            {"shared keys", attentionOfSharedKeys},
            {"timelines", attentionOfTimelines<DType::F32>},
            {"timelines, BF16", attentionOfTimelines<DType::BF16>}};
        for (const auto& [name, call] : calls) {
            for (const int rows : {1, 3, 20, 100, 900}) {
                QTest::addRow("%s, T %d", name, rows) << call << rows;
            }
        }
    }

    void sameBits() {
        QFETCH(Call, call);
        QFETCH(int, rows);
        Inputs inputs(rows);
        std::vector<float> expected;
        for (const int threads : {1, 2, 3, 8}) {
            const auto backend = kernels::makeCpuBackend(threads);
            for (int repetition = 0; repetition < 3; ++repetition) {
                std::vector<float> out(static_cast<std::size_t>(rows * kWidth), 0.0F);
                call(*backend, inputs, matrix(out, rows, kWidth));
                if (expected.empty()) {
                    expected = out;
                }
                QVERIFY(out == expected);
            }
        }
        QVERIFY(expected != std::vector<float>(expected.size(), 0.0F));
    }

    void timelinesInCompany_data() {
        QTest::addColumn<DType>("cached");
        QTest::addRow("F32") << DType::F32;
        QTest::addRow("BF16") << DType::BF16;
    }

    void timelinesInCompany() {
        QFETCH(DType, cached);
        constexpr std::int64_t kRows = 7;
        Inputs inputs(kRows);
        const Tensor keys = cachedKeys(inputs, cached, 1200, 1);
        const std::vector<kernels::Timeline> timelines(kRows, {keys, keys, 700});
        std::vector<std::int32_t> lengths{1199, 1139, 1079, 1019, 959, 899, 839};
        const Tensor positions(lengths.data(), DType::I32, {kRows});
        const Tensor queries(inputs.in.data(), DType::F32, {kRows, 3, 100});
        const auto backend = kernels::makeCpuBackend(2);
        std::vector<float> together(std::size_t{kRows} * kWidth);
        backend->attentionOfTimelines({together.data(), DType::F32, {kRows, 3, 100}}, queries,
                                      timelines, positions, 0.5F);
        std::vector<float> alone(together.size());
        const Tensor out(alone.data(), DType::F32, {kRows, 3, 100});
        for (std::int64_t n = 0; n < kRows; ++n) {
            backend->attentionOfTimelines(out.slice(0, n, 1), queries.slice(0, n, 1),
                                          std::span(timelines).subspan(std::size_t(n), 1),
                                          positions.slice(0, n, 1), 0.5F);
        }
        QVERIFY(together == alone);
    }
};

QTEST_GUILESS_MAIN(TestThreadIndependence)
#include "tst_thread_independence.moc"

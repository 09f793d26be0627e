// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// CheckedBackend: silent where two backends agree, and naming the verb where one is wrong.
#include "kernels/checked_backend.h"
#include "tests/reference/reference_backend.h"

#include <QTest>

#include <cmath>
#include <random>

using kernels::Buffer;
using kernels::DType;
using kernels::Tensor;

namespace {

// The reference with one number of one verb off by a little.
class WrongBackend : public reference::ReferenceBackend {
public:
    explicit WrongBackend(float fault)
        : m_fault(fault) {}

    void linearPerHead(const Tensor& out, const Tensor& in, const Tensor& weight) override {
        ReferenceBackend::linearPerHead(out, in, weight);
        out.as<float>()[3] += m_fault;
    }

private:
    float m_fault;
};

// Tensors of random numbers in one backend's memory, for as long as it lives.
class Numbers {
public:
    explicit Numbers(kernels::Backend& backend)
        : m_backend(backend) {}

    Tensor tensor(std::initializer_list<std::int64_t> dimensions, float scale = 1.0F) {
        const Tensor shape(nullptr, DType::F32, dimensions);
        std::vector<float> values(static_cast<std::size_t>(shape.elements()));
        std::normal_distribution<float> normal(0.0F, scale);
        for (float& value : values) {
            value = normal(m_generator);
        }
        const Tensor result = uninitialised(DType::F32, dimensions);
        m_backend.upload(result, values.data());
        return result;
    }

    Tensor integers(const std::vector<std::int32_t>& values) {
        const Tensor result = uninitialised(DType::I32, {std::int64_t(values.size())});
        m_backend.upload(result, values.data());
        return result;
    }

    Tensor uninitialised(DType type, std::initializer_list<std::int64_t> dimensions) {
        const Tensor shape(nullptr, type, dimensions);
        m_buffers.push_back(
            m_backend.allocate(static_cast<std::size_t>(shape.elements()) * sizeOf(type)));
        return m_buffers.back().view(type, dimensions);
    }

private:
    kernels::Backend& m_backend;
    std::vector<Buffer> m_buffers;
    std::mt19937 m_generator{7};
};

// One token row after another through everything that a model does: vision, then a decoder layer.
void runChain(kernels::Backend& b) {
    Numbers numbers(b);
    constexpr std::int64_t kTokens = 9;
    constexpr std::int64_t kWidth = 32;

    const Tensor patches = numbers.uninitialised(DType::F32, {9, 12});
    const Tensor tiles = numbers.uninitialised(DType::U8, {1, 7, 7, 3});
    const Tensor picture = numbers.uninitialised(DType::U8, {5, 7, 3});
    std::vector<std::uint8_t> pixels(105);
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        pixels[i] = static_cast<std::uint8_t>(31 * i);
    }
    b.upload(picture, pixels.data());
    std::vector<std::int32_t> windows;
    for (std::int32_t row = 0; row < 7; ++row) { // two rows of the picture each
        windows.insert(windows.end(), {row / 2, 2, 1 << 21, 1 << 21});
    }
    b.resample(tiles.reshaped({7, 7, 3}), picture, numbers.integers(windows).reshaped({7, 4}));
    b.patchify(patches, tiles, 0.5F, 0.5F);
    const Tensor features = numbers.uninitialised(DType::F32, {9, 8});
    const Tensor bias = numbers.tensor({8});
    b.linear(features, patches, numbers.tensor({8, 12}, 0.3F),
             {&bias, kernels::Activation::GeluTanh, nullptr});
    b.layerNorm(features, features, numbers.tensor({8}), numbers.tensor({8}), 1e-6F);
    const Tensor blocks = numbers.uninitialised(DType::F32, {1, 4, 32});
    b.unshuffle2x2(blocks, features.reshaped({1, 9, 8}));

    const Tensor x = numbers.uninitialised(DType::F32, {kTokens, kWidth});
    b.embed(x, numbers.tensor({20, kWidth}), numbers.integers({1, 0, 19, 3, 3, 5, 6, 7, 8}));
    b.copy(x.slice(0, 2, 4), blocks.reshaped({4, kWidth}));
    const Tensor norm = numbers.tensor({kWidth});
    const Tensor qkv = numbers.uninitialised(DType::F32, {kTokens, 3 * kWidth});
    b.project(std::vector{qkv.slice(1, 0, kWidth), qkv.slice(1, kWidth, 2 * kWidth)},
              {x, norm, 1e-6F},
              std::vector{numbers.tensor({kWidth, kWidth}, 0.2F),
                          numbers.tensor({2 * kWidth, kWidth}, 0.2F)});
    const Tensor parts = qkv.reshaped({1, kTokens, 12, 8});
    const Tensor heads = qkv.split(1, 8);
    const Tensor cache = numbers.uninitialised(DType::F32, {kTokens + 3, 2 * kWidth});
    const Tensor latentNorm = numbers.tensor({8});
    const Tensor elsewhere = numbers.uninitialised(DType::F32, {kTokens, 4, 8});
    const Tensor queries = heads.slice(1, 0, 4);
    const Tensor positions = numbers.integers({0, 1, 2, 3, 4, 5, 6, 7, 8});
    for (const Tensor& out : {elsewhere, queries}) {
        b.keepRows(std::vector{cache}, {qkv.slice(1, kWidth, 2 * kWidth), &latentNorm, 1e-6F, 3},
                   {out, queries}, positions, {});
    }
    const Tensor mixed = numbers.uninitialised(DType::F32, {1, kTokens, 4, 8});
    b.attention(mixed, parts.slice(2, 0, 4), parts.slice(2, 4, 4), parts.slice(2, 8, 4),
                {kernels::AttentionMask::Causal, 0.35F});
    const Tensor cached = cache.split(1, 8);
    const kernels::Timeline timeline{cached.slice(1, 0, 4), cached.slice(1, 4, 4), kTokens};
    b.attentionOfTimelines(mixed.reshaped({kTokens, 4, 8}).slice(0, kTokens - 2, 2),
                           queries.slice(0, kTokens - 2, 2), std::vector{timeline, timeline},
                           numbers.integers({8, 7}), 0.35F);
    const Tensor perHead = numbers.uninitialised(DType::F32, {kTokens, 4, 8});
    b.linearPerHead(perHead, mixed.reshaped({kTokens, 4, 8}), numbers.tensor({4, 8, 8}, 0.3F));
    b.linear(x, perHead.reshaped({kTokens, kWidth}), numbers.tensor({kWidth, kWidth}, 0.2F),
             {nullptr, kernels::Activation::None, &x});

    const Tensor ids = numbers.uninitialised(DType::I32, {kTokens, 2});
    const Tensor weights = numbers.uninitialised(DType::F32, {kTokens, 2});
    const Tensor correction = numbers.tensor({4}, 0.1F);
    const Tensor normed = numbers.uninitialised(DType::F32, {kTokens, kWidth});
    b.routeExperts(ids, weights, normed, {x, norm, 1e-6F}, numbers.tensor({4, kWidth}, 0.2F),
                   {kernels::Scoring::Sigmoid, &correction, 1, 1, true, 2.0F});
    std::vector<Tensor> gates;
    std::vector<Tensor> ups;
    std::vector<Tensor> downs;
    for (int e = 0; e < 5; ++e) {
        gates.push_back(numbers.tensor({16, kWidth}, 0.2F));
        ups.push_back(numbers.tensor({16, kWidth}, 0.2F));
        downs.push_back(numbers.tensor({kWidth, 16}, 0.2F));
    }
    const kernels::GatedMlpWeights shared{gates[4], ups[4], downs[4]};
    b.expertFfn(x, normed, ids, weights, {gates.data(), ups.data(), downs.data(), 4, &shared});
    const Tensor dense = numbers.uninitialised(DType::F32, {kTokens, 16});
    b.swiGlu(dense, x, gates[0], ups[0]);
    b.argmax(numbers.uninitialised(DType::I32, {kTokens}),
             numbers.uninitialised(DType::F32, {kTokens}), dense);
}

QString errorOf(kernels::Backend& backend) {
    try {
        runChain(backend);
    } catch (const kernels::Error& error) {
        return error.code() == kernels::ErrorCode::Internal ? error.what() : "not Internal";
    }
    return {};
}

} // namespace

class TestCheckedBackend : public QObject {
    Q_OBJECT

private slots:

    void cpuAgreesWithReference() {
        for (const int threads : {1, 0}) {
            kernels::CheckedBackend checked(kernels::makeCpuBackend(threads),
                                            std::make_unique<reference::ReferenceBackend>(),
                                            {2e-5});
            QCOMPARE(errorOf(checked), QString());
        }
    }

    // Whichever of the two is wrong, the verb is named and so is its shape.
    void wrongVerbIsNamed() {
        for (const float fault : {0.01F, std::nanf(""), HUGE_VALF}) {
            kernels::CheckedBackend wrong(std::make_unique<WrongBackend>(fault),
                                          std::make_unique<reference::ReferenceBackend>(), {});
            QVERIFY2(errorOf(wrong).startsWith("linearPerHead: "), qPrintable(errorOf(wrong)));
            QVERIFY2(errorOf(wrong).contains("(9, 4, 8)"), qPrintable(errorOf(wrong)));
            QVERIFY2(errorOf(wrong).contains("element 3:"), qPrintable(errorOf(wrong)));
            kernels::CheckedBackend wrongWitness(kernels::makeCpuBackend(1),
                                                 std::make_unique<WrongBackend>(fault), {});
            QVERIFY2(errorOf(wrongWitness).startsWith("linearPerHead: "),
                     qPrintable(errorOf(wrongWitness)));
        }
    }

    void smallDifferencesPass() {
        kernels::CheckedBackend checked(std::make_unique<WrongBackend>(0.01F),
                                        std::make_unique<reference::ReferenceBackend>(), {0.5});
        QCOMPARE(errorOf(checked), QString());
    }

    void resultsAreTheFirstBackends() {
        kernels::CheckedBackend checked(std::make_unique<WrongBackend>(0.01F),
                                        std::make_unique<reference::ReferenceBackend>(), {0.5});
        std::vector<float> x{2.0F};
        std::vector<float> weight(4, 0.5F);
        std::vector<float> out(4);
        checked.linearPerHead(Tensor(out.data(), DType::F32, {1, 1, 4}),
                              Tensor(x.data(), DType::F32, {1, 1, 1}),
                              Tensor(weight.data(), DType::F32, {1, 4, 1}));
        QCOMPARE(out, (std::vector<float>{1.0F, 1.0F, 1.0F, 1.01F}));
    }
};

QTEST_GUILESS_MAIN(TestCheckedBackend)
#include "tst_checked_backend.moc"

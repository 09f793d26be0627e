// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/checked_backend.h"

#include "kernels/bfloat16.h"
#include "kernels/contract.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <utility>

namespace kernels {

namespace {

using Bytes = std::vector<std::byte>;

Tensor denseLike(const Tensor& tensor, void* memory) {
    Tensor dense = tensor;
    dense.data = memory;
    dense.makeDense();
    return dense;
}

// The rows of a quantised weight as bytes.
Tensor asCopied(Tensor tensor) {
    if (isQuantised(tensor.dtype)) {
        const auto last = static_cast<std::size_t>(tensor.rank - 1);
        tensor.shape[last] = denseStride(tensor.dtype, tensor.shape[last]);
        tensor.dtype = DType::U8;
    }
    return tensor;
}

// The elements of a tensor in the memory of a backend, row by row.
Bytes contentsOf(Backend& backend, const Tensor& tensor) {
    Bytes bytes(tensor.denseBytes());
    if (tensor.isDense()) {
        backend.download(bytes.data(), tensor);
        return bytes;
    }
    const Buffer buffer = backend.allocate(bytes.size());
    const Tensor dense = denseLike(asCopied(tensor), buffer.data());
    backend.copy(dense, asCopied(tensor));
    backend.download(bytes.data(), dense);
    return bytes;
}

double valueAt(const Bytes& bytes, DType type, std::size_t index) {
    const std::byte* at = bytes.data() + index * sizeOf(type);
    switch (type) {
    case DType::F32:
        return *reinterpret_cast<const float*>(at);
    case DType::BF16:
        return toFloat(*reinterpret_cast<const BFloat16*>(at));
    case DType::F16:
        return toFloat(*reinterpret_cast<const Float16*>(at));
    case DType::I32:
        return *reinterpret_cast<const std::int32_t*>(at);
    default:
        return static_cast<double>(*at);
    }
}

struct Difference {
    double error = 0.0;   // the largest; infinite where only one of the two is a finite number
    double largest = 0.0; // finite value of the witness
    std::size_t where = 0;
};

Difference difference(const Bytes& result, const Bytes& witness, DType type) {
    Difference most;
    for (std::size_t i = 0; i * sizeOf(type) < result.size(); ++i) {
        const double value = valueAt(result, type, i);
        const double expected = valueAt(witness, type, i);
        double error = std::abs(value - expected);
        if (std::isfinite(value) && std::isfinite(expected)) {
            most.largest = std::max(most.largest, std::abs(expected));
        } else {
            const bool isSame = value == expected || (std::isnan(value) && std::isnan(expected));
            error = isSame ? 0.0 : HUGE_VAL;
        }
        if (error > most.error) {
            most.error = error;
            most.where = i;
        }
    }
    return most;
}

} // namespace

CheckedBackend::CheckedBackend(std::unique_ptr<Backend> backend, std::unique_ptr<Backend> witness,
                               const CheckedOptions& options)
    : m_backend(std::move(backend))
    , m_witness(std::move(witness))
    , m_options(options) {
    check(m_backend->activationType() == m_witness->activationType(),
          "CheckedBackend: the backends compute in different types");
}

std::string CheckedBackend::description() const {
    return m_backend->description() + ", checked against " + m_witness->description();
}

Buffer CheckedBackend::adopt(const void* host, std::size_t bytes) {
    return m_backend->adopt(host, bytes);
}

void CheckedBackend::both(const char* verb, std::size_t outputs, const Operands& operands,
                          const Run& run) {
    std::vector<Buffer> buffers;
    Operands copies;
    for (const Tensor& operand : operands) {
        const Bytes bytes = contentsOf(*m_backend, operand);
        buffers.push_back(m_witness->allocate(bytes.size()));
        copies.push_back(denseLike(operand, buffers.back().data()));
        m_witness->upload(copies.back(), bytes.data());
    }
    run(*m_witness, copies);
    run(*m_backend, operands);
    for (std::size_t i = 0; i < outputs; ++i) {
        const Bytes result = contentsOf(*m_backend, operands[i]);
        const Bytes witness = contentsOf(*m_witness, copies[i]);
        const DType type = operands[i].dtype;
        const Difference most = difference(result, witness, type);
        if (most.error <= m_options.tolerance * most.largest) {
            continue;
        }
        std::ostringstream text;
        text << verb << ": backends part. Result " << i << " of " << shapeText(operands[i])
             << ", element " << most.where << ": " << valueAt(result, type, most.where) << " ("
             << m_backend->description() << ") and " << valueAt(witness, type, most.where) << " ("
             << m_witness->description() << "), largest value " << most.largest << "; operands";
        for (const Tensor& operand : operands) {
            text << ' ' << shapeText(operand);
        }
        throw Error(ErrorCode::Internal, text.str());
    }
}

void CheckedBackend::copy(const Tensor& to, const Tensor& from) {
    checkCopy(to, from);
    both("copy", 1, {to, from}, [](Backend& b, auto t) { b.copy(t[0], t[1]); });
}

void CheckedBackend::linear(const Tensor& out, const Tensor& in, const Tensor& weight,
                            const Epilogue& epilogue) {
    checkLinear(out, in, weight, epilogue);
    Operands operands{out, in, weight};
    for (const Tensor* optional : {epilogue.bias, epilogue.residual}) {
        if (optional != nullptr) {
            operands.push_back(*optional);
        }
    }
    both("linear", 1, operands, [&](Backend& b, auto t) {
        Epilogue copy = epilogue;
        copy.bias = epilogue.bias != nullptr ? &t[3] : nullptr;
        copy.residual = epilogue.residual != nullptr ? &t[t.size() - 1] : nullptr;
        b.linear(t[0], t[1], t[2], copy);
    });
}

void CheckedBackend::project(std::span<const Tensor> outs, const NormedRows& in,
                             std::span<const Tensor> weights) {
    checkProject(outs, in, weights);
    Operands operands(outs.begin(), outs.end());
    operands.insert(operands.end(), {in.rows, in.weight});
    operands.insert(operands.end(), weights.begin(), weights.end());
    const std::size_t count = outs.size();
    both("project", count, operands, [&](Backend& b, auto t) {
        b.project(t.first(count), {t[count], t[count + 1], in.eps}, t.last(count));
    });
}

void CheckedBackend::linearPerHead(const Tensor& out, const Tensor& in, const Tensor& weight) {
    checkLinearPerHead(out, in, weight);
    both("linearPerHead", 1, {out, in, weight},
         [](Backend& b, auto t) { b.linearPerHead(t[0], t[1], t[2]); });
}

void CheckedBackend::swiGlu(const Tensor& out, const Tensor& in, const Tensor& gate,
                            const Tensor& up) {
    checkSwiGlu(out, in, gate, up);
    both("swiGlu", 1, {out, in, gate, up},
         [](Backend& b, auto t) { b.swiGlu(t[0], t[1], t[2], t[3]); });
}

void CheckedBackend::rmsNorm(const Tensor& out, const Tensor& in, const Tensor& weight, float eps) {
    checkRmsNorm(out, in, weight);
    both("rmsNorm", 1, {out, in, weight},
         [=](Backend& b, auto t) { b.rmsNorm(t[0], t[1], t[2], eps); });
}

void CheckedBackend::layerNorm(const Tensor& out, const Tensor& in, const Tensor& weight,
                               const Tensor& bias, float eps) {
    checkLayerNorm(out, in, weight, bias);
    both("layerNorm", 1, {out, in, weight, bias},
         [=](Backend& b, auto t) { b.layerNorm(t[0], t[1], t[2], t[3], eps); });
}

void CheckedBackend::keepRows(std::span<const Tensor> caches, const KeptRows& kept,
                              const TurnedHeads& queries, const Tensor& positions,
                              const RopeParams& params) {
    checkKeepRows(caches, kept, queries, positions);
    const bool isInPlace = queries.out.data == queries.in.data;
    Operands operands{kept.rows, queries.out};
    operands.insert(operands.end(), caches.begin(), caches.end());
    const std::size_t outputs = operands.size();
    operands.insert(operands.end(), {positions, queries.in});
    if (kept.latentNorm != nullptr) {
        operands.push_back(*kept.latentNorm);
    }
    both("keepRows", outputs, operands, [&](Backend& b, auto t) {
        KeptRows copy = kept;
        copy.rows = t[0];
        copy.latentNorm = kept.latentNorm != nullptr ? &t[outputs + 2] : nullptr;
        b.keepRows(t.subspan(2, caches.size()), copy, {t[1], isInPlace ? t[1] : t[outputs + 1]},
                   t[outputs], params);
    });
}

void CheckedBackend::attention(const Tensor& out, const Tensor& q, const Tensor& k, const Tensor& v,
                               const AttentionParams& params) {
    checkAttention(out, q, k, v, params);
    both("attention", 1, {out, q, k, v},
         [&](Backend& b, auto t) { b.attention(t[0], t[1], t[2], t[3], params); });
}

void CheckedBackend::attentionOfTimelines(const Tensor& out, const Tensor& q,
                                          std::span<const Timeline> timelines,
                                          const Tensor& positions, float scale) {
    checkAttentionOfTimelines(out, q, timelines, positions);
    Operands operands{out, q, positions};
    for (const auto& [k, v, common] : timelines) {
        operands.insert(operands.end(), {k, v});
    }
    both("attentionOfTimelines", 1, operands, [&](Backend& b, auto t) {
        std::vector<Timeline> copies;
        for (const Timeline& each : timelines) {
            const std::size_t k = 3 + 2 * copies.size();
            copies.push_back({t[k], t[k + 1], each.common});
        }
        b.attentionOfTimelines(t[0], t[1], copies, t[2], scale);
    });
}

void CheckedBackend::routeExperts(const Tensor& ids, const Tensor& weights, const Tensor& normed,
                                  const NormedRows& in, const Tensor& gate,
                                  const RoutingParams& params) {
    checkRouteExperts(ids, weights, normed, in, gate, params);
    Operands operands{ids, weights, normed, in.rows, in.weight, gate};
    if (params.bias != nullptr) {
        operands.push_back(*params.bias);
    }
    both("routeExperts", 3, operands, [&](Backend& b, auto t) {
        RoutingParams copy = params;
        copy.bias = params.bias != nullptr ? &t[6] : nullptr;
        b.routeExperts(t[0], t[1], t[2], {t[3], t[4], in.eps}, t[5], copy);
    });
}

void CheckedBackend::expertFfn(const Tensor& out, const Tensor& in, const Tensor& ids,
                               const Tensor& weights, const ExpertWeights& experts) {
    checkExpertFfn(out, in, ids, weights, experts);
    const auto count = static_cast<std::size_t>(experts.count);
    Operands operands{out, in, ids, weights};
    for (const Tensor* matrices : {experts.gate, experts.up, experts.down}) {
        operands.insert(operands.end(), matrices, matrices + count);
    }
    if (const GatedMlpWeights* shared = experts.shared) {
        operands.insert(operands.end(), {shared->gate, shared->up, shared->down});
    }
    both("expertFfn", 1, operands, [&](Backend& b, auto t) {
        const Tensor* gate = &t[4];
        ExpertWeights copies{gate, gate + count, gate + 2 * count, experts.count};
        GatedMlpWeights shared;
        if (experts.shared != nullptr) {
            shared = {gate[3 * count], gate[3 * count + 1], gate[3 * count + 2]};
            copies.shared = &shared;
        }
        b.expertFfn(t[0], t[1], t[2], t[3], copies);
    });
}

void CheckedBackend::embed(const Tensor& out, const Tensor& table, const Tensor& ids) {
    checkEmbed(out, table, ids);
    both("embed", 1, {out, table, ids}, [](Backend& b, auto t) { b.embed(t[0], t[1], t[2]); });
}

void CheckedBackend::resample(const Tensor& out, const Tensor& in, const Tensor& windows) {
    checkResample(out, in, windows);
    both("resample", 1, {out, in, windows},
         [](Backend& b, auto t) { b.resample(t[0], t[1], t[2]); });
}

void CheckedBackend::patchify(const Tensor& out, const Tensor& tiles, float mean, float deviation) {
    checkPatchify(out, tiles, deviation);
    both("patchify", 1, {out, tiles},
         [=](Backend& b, auto t) { b.patchify(t[0], t[1], mean, deviation); });
}

void CheckedBackend::unshuffle2x2(const Tensor& out, const Tensor& in) {
    checkUnshuffle2x2(out, in);
    both("unshuffle2x2", 1, {out, in}, [](Backend& b, auto t) { b.unshuffle2x2(t[0], t[1]); });
}

void CheckedBackend::argmax(const Tensor& ids, const Tensor& probabilities, const Tensor& in) {
    checkArgmax(ids, probabilities, in);
    both("argmax", 2, {ids, probabilities, in},
         [](Backend& b, auto t) { b.argmax(t[0], t[1], t[2]); });
}

} // namespace kernels

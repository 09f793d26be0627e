// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/contract.h"

#include <initializer_list>
#include <string>

namespace kernels {

namespace {

using Tensors = std::initializer_list<const Tensor*>;

void require(bool holds, const char* rule, Tensors tensors) {
    if (holds) {
        return;
    }
    std::string text = rule;
    const char* separator = ": ";
    for (const Tensor* tensor : tensors) {
        text += separator + shapeText(*tensor);
        separator = ", ";
    }
    throw Error(ErrorCode::Internal, text);
}

bool isFloat(const Tensor& tensor) {
    return tensor.dtype == DType::F32 || tensor.dtype == DType::BF16 || tensor.dtype == DType::F16;
}

bool hasDenseRows(const Tensor& tensor) {
    return tensor.size(-1) <= 1 || tensor.stride(-1) == 1;
}

bool isPresent(const Tensor& tensor) {
    return tensor.data != nullptr || tensor.elements() == 0;
}

// A float tensor of this rank whose last dimension is contiguous.
bool isRows(const Tensor& tensor, int rank) {
    return tensor.rank == rank && isFloat(tensor) && isPresent(tensor) && hasDenseRows(tensor);
}

// A weight (N, K) of a product: a matrix of floats, or a quantised one.
bool isWeight(const Tensor& tensor) {
    if (!isQuantised(tensor.dtype)) {
        return isRows(tensor, 2);
    }
    const auto address = reinterpret_cast<std::uintptr_t>(tensor.data);
    return tensor.rank == 2 && isPresent(tensor) && hasDenseRows(tensor) &&
           tensor.stride(0) >= denseStride(tensor.dtype, tensor.size(1)) &&
           tensor.stride(0) % kQuantisedAlignment == 0 && address % kQuantisedAlignment == 0;
}

bool isIds(const Tensor& tensor, int rank) {
    return tensor.rank == rank && tensor.dtype == DType::I32 && isPresent(tensor) &&
           hasDenseRows(tensor);
}

bool isPixels(const Tensor& tensor) {
    return tensor.rank == 3 && tensor.dtype == DType::U8 && isPresent(tensor) &&
           tensor.size(2) == 3 && tensor.stride(2) == 1;
}

bool sameShape(const Tensor& a, const Tensor& b) {
    return a.rank == b.rank && a.shape == b.shape;
}

void checkShared(const Tensor& in, const GatedMlpWeights& shared, DType type) {
    const auto& [gate, up, down] = shared;
    require(isWeight(gate) && isWeight(up) && isWeight(down) && gate.size(1) == in.size(1) &&
                sameShape(gate, up) && down.size(0) == in.size(1) && down.size(1) == gate.size(0),
            "expertFfn: shared gate (J, D), up (J, D), down (D, J)", {&in, &gate, &up, &down});
    require(gate.dtype == type && up.dtype == type && down.dtype == type,
            "expertFfn: the shared one is of another type than the experts", {&gate, &up, &down});
}

} // namespace

void checkCopy(const Tensor& to, const Tensor& from) {
    require(sameShape(to, from), "copy: shapes differ", {&to, &from});
    require(!isQuantised(to.dtype), "copy: not of quantised weights", {&to, &from});
    require(to.dtype == from.dtype || (isFloat(to) && isFloat(from)),
            "copy: only float types convert", {&to, &from});
    require(isPresent(to) && isPresent(from), "copy: no memory", {&to, &from});
}

void checkLinear(const Tensor& out, const Tensor& in, const Tensor& weight,
                 const Epilogue& epilogue) {
    require(isRows(out, 2) && isRows(in, 2) && isWeight(weight),
            "linear: not matrices of floats with dense rows", {&out, &in, &weight});
    require(out.size(0) == in.size(0) && out.size(1) == weight.size(0) &&
                in.size(1) == weight.size(1),
            "linear: out (T, N), in (T, K), weight (N, K)", {&out, &in, &weight});
    if (epilogue.bias != nullptr) {
        require(isRows(*epilogue.bias, 1) && epilogue.bias->size(0) == out.size(1),
                "linear: out (T, N), bias (N)", {&out, epilogue.bias});
    }
    if (epilogue.residual != nullptr) {
        require(isRows(*epilogue.residual, 2) && sameShape(*epilogue.residual, out),
                "linear: out (T, N), residual (T, N)", {&out, epilogue.residual});
    }
}

void checkProject(std::span<const Tensor> outs, const NormedRows& in,
                  std::span<const Tensor> weights) {
    require(outs.size() == weights.size() && !outs.empty(), "project: an output for each weight",
            {&in.rows});
    require(isRows(in.weight, 1) && in.weight.size(0) == in.rows.size(1),
            "project: in (T, K), its norm (K)", {&in.rows, &in.weight});
    for (std::size_t i = 0; i < outs.size(); ++i) {
        checkLinear(outs[i], in.rows, weights[i], {});
        require(weights[i].dtype == weights[0].dtype && outs[i].dtype == outs[0].dtype,
                "project: weights or outputs are of different types", {&weights[i], &outs[i]});
    }
}

void checkLinearPerHead(const Tensor& out, const Tensor& in, const Tensor& weight) {
    require(out.rank == 3 && in.rank == 3 && weight.rank == 3 && isFloat(out) && isFloat(in) &&
                isFloat(weight) && isPresent(out) && isPresent(in) && isPresent(weight),
            "linearPerHead: not float tensors of rank 3", {&out, &in, &weight});
    require(out.size(0) == in.size(0) && out.size(1) == in.size(1) &&
                weight.size(0) == in.size(1) && weight.size(1) == out.size(2) &&
                weight.size(2) == in.size(2),
            "linearPerHead: out (T, H, N), in (T, H, K), weight (H, N, K)", {&out, &in, &weight});
    require(hasDenseRows(weight) || weight.size(1) <= 1 || weight.stride(1) == 1,
            "linearPerHead: one of the last two strides of weight must be 1", {&weight});
}

void checkSwiGlu(const Tensor& out, const Tensor& in, const Tensor& gate, const Tensor& up) {
    require(isRows(out, 2) && isRows(in, 2) && isWeight(gate) && isWeight(up),
            "swiGlu: not matrices of floats with dense rows", {&out, &in, &gate, &up});
    require(out.size(0) == in.size(0) && out.size(1) == gate.size(0) &&
                in.size(1) == gate.size(1) && sameShape(gate, up) && gate.dtype == up.dtype,
            "swiGlu: out (T, I), in (T, D), gate and up (I, D) of one type",
            {&out, &in, &gate, &up});
}

void checkRmsNorm(const Tensor& out, const Tensor& in, const Tensor& weight) {
    require(isRows(out, 2) && isRows(in, 2) && isRows(weight, 1),
            "rmsNorm: not floats with dense rows", {&out, &in, &weight});
    require(sameShape(out, in) && weight.size(0) == in.size(1),
            "rmsNorm: out (T, D), in (T, D), weight (D)", {&out, &in, &weight});
}

void checkLayerNorm(const Tensor& out, const Tensor& in, const Tensor& weight, const Tensor& bias) {
    require(isRows(out, 2) && isRows(in, 2) && isRows(weight, 1) && isRows(bias, 1),
            "layerNorm: not floats with dense rows", {&out, &in, &weight, &bias});
    require(sameShape(out, in) && weight.size(0) == in.size(1) && sameShape(weight, bias),
            "layerNorm: out (T, D), in (T, D), weight (D), bias (D)", {&out, &in, &weight, &bias});
}

void checkKeepRows(std::span<const Tensor> caches, const KeptRows& kept, const TurnedHeads& queries,
                   const Tensor& positions) {
    const auto& [out, in] = queries;
    const Tensor& rows = kept.rows;
    require(isRows(out, 3) && isRows(in, 3) && sameShape(out, in) && in.size(2) % 2 == 0,
            "keepRows: queries (T, H, P) floats, with even P", {&out, &in});
    require(isRows(rows, 2) && isIds(positions, 1) && positions.size(0) == in.size(0) &&
                rows.size(0) == in.size(0),
            "keepRows: rows (T, W) floats, positions (T) I32, queries (T, H, P)",
            {&rows, &positions, &in});
    require(kept.latentNorm == nullptr || isRows(*kept.latentNorm, 1),
            "keepRows: the latents' norm is not floats", {&rows});
    require(kept.keyHeads >= 0 && kept.latents() + kept.keyHeads * in.size(2) <= rows.size(1),
            "keepRows: rows are narrower than latents and keys", {&rows, &in});
    require(caches.size() == 1 || static_cast<std::int64_t>(caches.size()) == rows.size(0),
            "keepRows: neither one cache nor one for each row", {&rows});
    for (const Tensor& each : caches) {
        require(isRows(each, 2) && each.size(1) == rows.size(1) && each.dtype == caches[0].dtype &&
                    each.stride(0) == caches[0].stride(0),
                "keepRows: caches (S, W) floats of one type and stride, rows (T, W)",
                {&each, &rows});
    }
}

void checkAttention(const Tensor& out, const Tensor& q, const Tensor& k, const Tensor& v,
                    const AttentionParams& params) {
    require(isRows(out, 4) && isRows(q, 4) && isRows(k, 4) && isRows(v, 4),
            "attention: not float tensors of rank 4 with dense rows", {&out, &q, &k, &v});
    require(q.size(0) == out.size(0) && q.size(1) == out.size(1) && q.size(2) == out.size(2),
            "attention: out (B, T, H, Cv), q (B, T, H, C)", {&out, &q});
    require(k.size(0) == q.size(0) && k.size(3) == q.size(3),
            "attention: q (B, T, H, C), k (B, S, G, C)", {&q, &k});
    require(v.size(0) == k.size(0) && v.size(1) == k.size(1) && v.size(2) == k.size(2) &&
                v.size(3) == out.size(3),
            "attention: k (B, S, G, C), v (B, S, G, Cv), out (B, T, H, Cv)", {&k, &v, &out});
    require(k.size(2) > 0 && q.size(2) % k.size(2) == 0,
            "attention: heads are not a multiple of groups", {&q, &k});
    const bool isCausal = params.mask == AttentionMask::Causal;
    require(out.elements() == 0 || k.size(1) >= (isCausal ? q.size(1) : 1),
            "attention: a row of q sees nothing", {&q, &k});
}

void checkAttentionOfTimelines(const Tensor& out, const Tensor& q,
                               std::span<const Timeline> timelines, const Tensor& positions) {
    require(isRows(out, 3) && isRows(q, 3),
            "attentionOfTimelines: not float tensors of rank 3 with dense rows", {&out, &q});
    require(q.size(0) == out.size(0) && q.size(1) == out.size(1) &&
                q.size(0) == static_cast<std::int64_t>(timelines.size()),
            "attentionOfTimelines: out (N, H, Cv), q (N, H, C), N timelines", {&out, &q});
    require(isIds(positions, 1) && positions.size(0) == q.size(0),
            "attentionOfTimelines: positions (N) I32", {&positions, &q});
    for (const auto& [k, v, common] : timelines) {
        require(isRows(k, 3) && isRows(v, 3) && k.dtype == timelines[0].k.dtype &&
                    v.dtype == timelines[0].v.dtype,
                "attentionOfTimelines: not float tensors of rank 3 with dense rows", {&k, &v});
        require(k.size(0) == v.size(0) && k.size(1) == v.size(1) && k.size(2) == q.size(2) &&
                    v.size(2) == out.size(2) && k.size(1) == timelines[0].k.size(1),
                "attentionOfTimelines: k (S, G, C), v (S, G, Cv)", {&k, &v, &q, &out});
        require(k.size(1) > 0 && q.size(1) % k.size(1) == 0,
                "attentionOfTimelines: heads are not a multiple of groups", {&q, &k});
        require(k.size(0) > 0, "attentionOfTimelines: a row of q sees nothing", {&q, &k});
        require(common >= 0 && common <= k.size(0),
                "attentionOfTimelines: more common keys than there are", {&k});
    }
}

void checkRouteExperts(const Tensor& ids, const Tensor& weights, const Tensor& normed,
                       const NormedRows& in, const Tensor& gate, const RoutingParams& params) {
    const Tensor& rows = in.rows;
    require(isRows(normed, 2) && isRows(rows, 2) && isRows(in.weight, 1) &&
                sameShape(normed, rows) && in.weight.size(0) == rows.size(1),
            "routeExperts: normed (T, D), in (T, D), its norm (D)", {&normed, &rows, &in.weight});
    require(isIds(ids, 2) && isRows(weights, 2) && weights.dtype == DType::F32,
            "routeExperts: ids (T, k) I32, weights (T, k) F32", {&ids, &weights});
    require(isRows(gate, 2), "routeExperts: gate is floats, dense rows", {&gate});
    require(sameShape(ids, weights) && ids.size(0) == rows.size(0) && gate.size(1) == rows.size(1),
            "routeExperts: ids (T, k), weights (T, k), in (T, D), gate (E, D)",
            {&ids, &weights, &rows, &gate});
    require(ids.size(1) <= gate.size(0), "routeExperts: more choices than experts", {&ids, &gate});
    require(params.groups > 0 && gate.size(0) % params.groups == 0 && params.chosenGroups > 0 &&
                params.chosenGroups <= params.groups,
            "routeExperts: groups do not divide the experts", {&gate});
    if (params.bias != nullptr) {
        require(isRows(*params.bias, 1) && params.bias->size(0) == gate.size(0),
                "routeExperts: gate (E, D), bias (E)", {&gate, params.bias});
    }
}

void checkExpertFfn(const Tensor& out, const Tensor& in, const Tensor& ids, const Tensor& weights,
                    const ExpertWeights& experts) {
    require(isRows(out, 2) && isRows(in, 2) && sameShape(out, in),
            "expertFfn: out (T, D), in (T, D), floats with dense rows", {&out, &in});
    require(isIds(ids, 2) && isRows(weights, 2) && weights.dtype == DType::F32 &&
                sameShape(ids, weights) && ids.size(0) == in.size(0),
            "expertFfn: in (T, D), ids (T, k) I32, weights (T, k) F32", {&in, &ids, &weights});
    require(experts.count > 0 && experts.gate != nullptr && experts.up != nullptr &&
                experts.down != nullptr,
            "expertFfn: no experts", {&in});
    const Tensor& first = experts.gate[0];
    require(isWeight(first) && first.size(1) == in.size(1), "expertFfn: in (T, D), gate (I, D)",
            {&in, &first});
    for (int e = 0; e < experts.count; ++e) {
        const Tensor& gate = experts.gate[e];
        const Tensor& up = experts.up[e];
        const Tensor& down = experts.down[e];
        require(isWeight(gate) && isWeight(up) && isWeight(down) && sameShape(gate, first) &&
                    sameShape(up, first) && down.size(0) == first.size(1) &&
                    down.size(1) == first.size(0),
                "expertFfn: gate (I, D), up (I, D), down (D, I) alike for all experts",
                {&first, &gate, &up, &down});
        require(gate.dtype == first.dtype && up.dtype == first.dtype && down.dtype == first.dtype,
                "expertFfn: experts are of different types", {&gate, &up, &down});
    }
    if (experts.shared != nullptr) {
        checkShared(in, *experts.shared, first.dtype);
    }
}

void checkEmbed(const Tensor& out, const Tensor& table, const Tensor& ids) {
    require(isRows(out, 2) && isRows(table, 2) && isIds(ids, 1),
            "embed: out and table are floats with dense rows, ids (T) I32", {&out, &table, &ids});
    require(out.size(0) == ids.size(0) && out.size(1) == table.size(1),
            "embed: out (T, D), table (V, D), ids (T)", {&out, &table, &ids});
}

void checkResample(const Tensor& out, const Tensor& in, const Tensor& windows) {
    require(isPixels(out) && isPixels(in) && isIds(windows, 2) && windows.size(1) > 2,
            "resample: out (N, M, 3) U8, in (S, M, 3) U8, windows (N, 2 + K) I32",
            {&out, &in, &windows});
    require(out.size(0) == windows.size(0) && out.size(1) == in.size(1),
            "resample: out (N, M, 3), in (S, M, 3), windows (N, 2 + K)", {&out, &in, &windows});
    require((out.stride(0) == 3 && in.stride(0) == 3) || (out.stride(1) == 3 && in.stride(1) == 3),
            "resample: pixels of out and in do not follow each other along one dimension",
            {&out, &in});
}

void checkPatchify(const Tensor& out, const Tensor& tiles, float deviation) {
    require(tiles.rank == 4 && tiles.dtype == DType::U8 && tiles.isDense() && isPresent(tiles) &&
                tiles.size(1) == tiles.size(2) && tiles.size(3) == 3,
            "patchify: tiles (B, edge, edge, 3) U8, dense", {&tiles});
    require(isRows(out, 2) && deviation != 0.0F, "patchify: out (B·g², 3·p²), deviation not 0",
            {&out});
    std::int64_t p = 0;
    while (3 * p * p < out.size(1)) {
        ++p;
    }
    require(p > 0 && 3 * p * p == out.size(1), "patchify: rows of out are not 3·p² long", {&out});
    const std::int64_t g = tiles.size(1) / p;
    require(out.size(0) == tiles.size(0) * g * g, "patchify: out (B·g², 3·p²), tiles (B, edge, …)",
            {&out, &tiles});
}

void checkUnshuffle2x2(const Tensor& out, const Tensor& in) {
    require(isRows(out, 3) && isRows(in, 3), "unshuffle2x2: not floats of rank 3 with dense rows",
            {&out, &in});
    std::int64_t g = 0;
    while (g * g < in.size(1)) {
        ++g;
    }
    const std::int64_t m = (g + 1) / 2;
    require(g * g == in.size(1) && out.size(0) == in.size(0) && out.size(1) == m * m &&
                out.size(2) == 4 * in.size(2),
            "unshuffle2x2: out (B, m², 4C), in (B, g², C), m = ceil(g / 2)", {&out, &in});
}

void checkArgmax(const Tensor& ids, const Tensor& probabilities, const Tensor& in) {
    require(isIds(ids, 1) && isRows(in, 2), "argmax: ids (T) I32, in (T, V) floats", {&ids, &in});
    require(probabilities.dtype == DType::F32 && isRows(probabilities, 1) &&
                probabilities.size(0) == ids.size(0),
            "argmax: probabilities (T) F32", {&probabilities, &ids});
    require(ids.size(0) == in.size(0) && (ids.size(0) == 0 || in.size(1) > 0),
            "argmax: ids (T), in (T, V) with V > 0", {&ids, &in});
}

} // namespace kernels

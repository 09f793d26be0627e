// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Calls that break a contract of backend.h end in Error(Internal) naming the verb, on every backend
// and on the reference, before anything is written.
#include "tests/kernels/verb_rows.h"
#include "tests/reference/reference_backend.h"

#include <QTest>

#include <array>

using kernels::Activation;
using kernels::AttentionMask;
using kernels::Backend;
using kernels::DType;
using kernels::Epilogue;
using kernels::ExpertWeights;
using kernels::RoutingParams;
using kernels::Tensor;

namespace {

// A dense tensor over memory that is never touched when the contract holds its promise.
Tensor tensor(DType type, std::initializer_list<std::int64_t> dimensions) {
    alignas(64) static std::array<std::byte, 64 * 1024> memory;
    return {memory.data(), type, dimensions};
}

Tensor f32(std::initializer_list<std::int64_t> dimensions) {
    return tensor(DType::F32, dimensions);
}

Tensor i32(std::initializer_list<std::int64_t> dimensions) {
    return tensor(DType::I32, dimensions);
}

Tensor columnsApart(Tensor tensor) {
    tensor.strides[static_cast<std::size_t>(tensor.rank - 1)] = 2;
    return tensor;
}

Tensor withoutMemory(Tensor tensor) {
    tensor.data = nullptr;
    return tensor;
}

void linearWith(Backend& b, const Tensor& bias, const Tensor& residual) {
    b.linear(f32({2, 3}), f32({2, 4}), f32({3, 4}), {&bias, Activation::None, &residual});
}

void attend(Backend& b, const Tensor& q, const Tensor& k, AttentionMask mask) {
    b.attention(f32({1, 4, 4, 8}), q, k, f32({1, 6, 2, 8}), {mask, 1.0F});
}

void attendTimelines(Backend& b, const Tensor& out, const Tensor& q,
                     std::initializer_list<std::int64_t> lengths, std::int64_t common) {
    std::vector<kernels::Timeline> timelines;
    for (const std::int64_t length : lengths) {
        timelines.push_back({f32({length, 2, 8}), f32({length, 2, 8}), common});
    }
    b.attentionOfTimelines(out, q, timelines, i32({q.size(0)}), 1.0F);
}

// Rows of eight, with their norm.
kernels::NormedRows eightWide(const Tensor& rows) {
    return {rows, f32({8}), 1e-6F};
}

// Into one cache, with a position for each row of queries.
void keep(Backend& b, const Tensor& queries, const kernels::KeptRows& kept) {
    b.keepRows(std::vector{f32({5, 8})}, kept, {queries, queries}, i32({queries.size(0)}), {});
}

void route(Backend& b, int chosen, int groups, int chosenGroups) {
    b.routeExperts(i32({2, chosen}), f32({2, chosen}), f32({2, 8}), eightWide(f32({2, 8})),
                   f32({6, 8}), {kernels::Scoring::Softmax, nullptr, groups, chosenGroups});
}

// Two experts, the second of another shape or type.
void runExperts(Backend& b, const Tensor& gate, const Tensor& up, const Tensor& down, int count) {
    const std::array gates{f32({5, 8}), gate};
    const std::array ups{f32({5, 8}), up};
    const std::array downs{f32({8, 5}), down};
    b.expertFfn(f32({2, 8}), f32({2, 8}), i32({2, 1}), f32({2, 1}),
                {gates.data(), ups.data(), downs.data(), count});
}

struct Violation {
    const char* name; // begins with the verb
    void (*call)(Backend& b);
};

const Violation kViolations[] = {
    {"upload: not dense",
     [](Backend& b) {
         const std::array<float, 6> values{};
         b.upload(columnsApart(f32({2, 3})), values.data());
     }},
    {"download: not dense",
     [](Backend& b) {
         std::array<float, 6> values{};
         b.download(values.data(), columnsApart(f32({2, 3})));
     }},
    {"copy: shape",
     [](Backend& b) {
         b.copy(f32({2, 3}), f32({3, 2}));
     }},
    {"copy: rank",
     [](Backend& b) {
         b.copy(f32({2, 3}), f32({2, 3, 1}));
     }},
    {"copy: integer to float",
     [](Backend& b) {
         b.copy(f32({2}), i32({2}));
     }},
    {"copy: no memory",
     [](Backend& b) {
         b.copy(f32({2}), withoutMemory(f32({2})));
     }},
    {"linear: inputs",
     [](Backend& b) {
         b.linear(f32({2, 3}), f32({2, 4}), f32({3, 5}), {});
     }},
    {"linear: outputs",
     [](Backend& b) {
         b.linear(f32({2, 3}), f32({2, 4}), f32({4, 4}), {});
     }},
    {"linear: rows",
     [](Backend& b) {
         b.linear(f32({3, 3}), f32({2, 4}), f32({3, 4}), {});
     }},
    {"linear: rank",
     [](Backend& b) {
         b.linear(f32({2, 3}), f32({1, 2, 4}), f32({3, 4}), {});
     }},
    {"linear: quantised rows not aligned",
     [](Backend& b) {
         Tensor weight = tensor(DType::Q4, {3, 4});
         weight.data = weight.as<std::byte>() + 8;
         b.linear(f32({2, 3}), f32({2, 4}), weight, {});
     }},
    {"linear: quantised inputs",
     [](Backend& b) {
         b.linear(f32({2, 3}), tensor(DType::Q8, {2, 4}), f32({3, 4}), {});
     }},
    {"linearPerHead: quantised",
     [](Backend& b) {
         b.linearPerHead(f32({2, 2, 3}), f32({2, 2, 4}), tensor(DType::Q8, {2, 3, 4}));
     }},
    {"copy: quantised",
     [](Backend& b) {
         b.copy(tensor(DType::Q8, {3, 4}), tensor(DType::Q8, {3, 4}));
     }},
    {"linear: integers",
     [](Backend& b) {
         b.linear(f32({2, 3}), i32({2, 4}), f32({3, 4}), {});
     }},
    {"linear: strided columns",
     [](Backend& b) {
         b.linear(f32({2, 3}), columnsApart(f32({2, 4})), f32({3, 4}), {});
     }},
    {"linear: no memory",
     [](Backend& b) {
         b.linear(f32({2, 3}), f32({2, 4}), withoutMemory(f32({3, 4})), {});
     }},
    {"linear: bias",
     [](Backend& b) {
         linearWith(b, f32({2}), f32({2, 3}));
     }},
    {"linear: residual",
     [](Backend& b) {
         linearWith(b, f32({3}), f32({3, 2}));
     }},
    {"linearPerHead: heads",
     [](Backend& b) {
         b.linearPerHead(f32({2, 3, 4}), f32({2, 3, 5}), f32({2, 4, 5}));
     }},
    {"linearPerHead: inputs",
     [](Backend& b) {
         b.linearPerHead(f32({2, 3, 4}), f32({2, 3, 5}), f32({3, 5, 4}));
     }},
    {"linearPerHead: strides",
     [](Backend& b) {
         b.linearPerHead(f32({2, 3, 4}), f32({2, 3, 5}), columnsApart(f32({3, 4, 5})));
     }},
    {"swiGlu: gate and up",
     [](Backend& b) {
         b.swiGlu(f32({2, 3}), f32({2, 4}), f32({3, 4}), f32({4, 4}));
     }},
    {"swiGlu: types",
     [](Backend& b) {
         b.swiGlu(f32({2, 3}), f32({2, 4}), f32({3, 4}), tensor(DType::BF16, {3, 4}));
     }},
    {"rmsNorm: shape",
     [](Backend& b) {
         b.rmsNorm(f32({2, 3}), f32({2, 4}), f32({4}), 1e-6F);
     }},
    {"rmsNorm: weight",
     [](Backend& b) {
         b.rmsNorm(f32({2, 4}), f32({2, 4}), f32({5}), 1e-6F);
     }},
    {"layerNorm: weight",
     [](Backend& b) {
         b.layerNorm(f32({2, 4}), f32({2, 4}), f32({3}), f32({4}), 1e-6F);
     }},
    {"layerNorm: bias",
     [](Backend& b) {
         b.layerNorm(f32({2, 4}), f32({2, 4}), f32({4}), f32({3}), 1e-6F);
     }},
    {"keepRows: odd size",
     [](Backend& b) {
         keep(b, f32({2, 3, 5}), {.rows = f32({2, 8})});
     }},
    {"keepRows: rows",
     [](Backend& b) {
         keep(b, f32({2, 3, 4}), {.rows = f32({3, 8})});
     }},
    {"keepRows: keys wider than rows",
     [](Backend& b) {
         keep(b, f32({2, 3, 4}), {.rows = f32({2, 8}), .keyHeads = 3});
     }},
    {"keepRows: latents and keys wider than rows",
     [](Backend& b) {
         const Tensor norm = f32({5});
         keep(b, f32({2, 3, 4}), {.rows = f32({2, 8}), .latentNorm = &norm, .keyHeads = 1});
     }},
    {"keepRows: norm",
     [](Backend& b) {
         const Tensor norm = i32({4});
         keep(b, f32({2, 3, 4}), {.rows = f32({2, 8}), .latentNorm = &norm});
     }},
    {"keepRows: shapes of queries",
     [](Backend& b) {
         b.keepRows(std::vector{f32({5, 8})}, {.rows = f32({2, 8})},
                    {f32({2, 3, 4}), f32({2, 2, 4})}, i32({2}), {});
     }},
    {"keepRows: position type",
     [](Backend& b) {
         b.keepRows(std::vector{f32({5, 8})}, {.rows = f32({2, 8})},
                    {f32({2, 3, 4}), f32({2, 3, 4})}, f32({2}), {});
     }},
    {"keepRows: widths of caches",
     [](Backend& b) {
         b.keepRows(std::vector{f32({5, 7})}, {.rows = f32({2, 8})},
                    {f32({2, 3, 4}), f32({2, 3, 4})}, i32({2}), {});
     }},
    {"keepRows: neither one cache nor one for each row",
     [](Backend& b) {
         b.keepRows(std::vector{f32({5, 8}), f32({5, 8})}, {.rows = f32({3, 8})},
                    {f32({3, 3, 4}), f32({3, 3, 4})}, i32({3}), {});
     }},
    {"keepRows: types of caches",
     [](Backend& b) {
         b.keepRows(std::vector{f32({5, 8}), tensor(DType::BF16, {5, 8})}, {.rows = f32({2, 8})},
                    {f32({2, 3, 4}), f32({2, 3, 4})}, i32({2}), {});
     }},
    {"attention: head size",
     [](Backend& b) {
         attend(b, f32({1, 4, 4, 6}), f32({1, 6, 2, 8}), AttentionMask::Full);
     }},
    {"attention: pictures",
     [](Backend& b) {
         attend(b, f32({1, 4, 4, 8}), f32({2, 6, 2, 8}), AttentionMask::Full);
     }},
    {"attention: lengths",
     [](Backend& b) {
         attend(b, f32({1, 4, 4, 8}), f32({1, 5, 2, 8}), AttentionMask::Full);
     }},
    {"attention: queries",
     [](Backend& b) {
         attend(b, f32({1, 3, 4, 8}), f32({1, 6, 2, 8}), AttentionMask::Full);
     }},
    {"attention: groups",
     [](Backend& b) {
         b.attention(f32({1, 4, 4, 8}), f32({1, 4, 4, 8}), f32({1, 6, 3, 8}), f32({1, 6, 3, 8}),
                     {});
     }},
    {"attention: nothing to see",
     [](Backend& b) {
         b.attention(f32({1, 4, 4, 8}), f32({1, 4, 4, 8}), f32({1, 0, 2, 8}), f32({1, 0, 2, 8}),
                     {});
     }},
    {"attention: before the first key",
     [](Backend& b) {
         b.attention(f32({1, 4, 4, 8}), f32({1, 4, 4, 8}), f32({1, 3, 2, 8}), f32({1, 3, 2, 8}),
                     {AttentionMask::Causal, 1.0F});
     }},
    {"attention: strided channels",
     [](Backend& b) {
         attend(b, columnsApart(f32({1, 4, 4, 8})), f32({1, 6, 2, 8}), AttentionMask::Full);
     }},
    {"expertFfn: the shared network's width",
     [](Backend& b) {
         const std::vector<Tensor> wide(2, f32({4, 8}));
         const std::vector<Tensor> narrow(2, f32({8, 4}));
         const kernels::GatedMlpWeights shared{f32({6, 8}), f32({6, 8}), f32({8, 5})};
         b.expertFfn(f32({3, 8}), f32({3, 8}), i32({3, 1}), f32({3, 1}),
                     {wide.data(), wide.data(), narrow.data(), 2, &shared});
     }},
    {"expertFfn: the shared network's type",
     [](Backend& b) {
         const std::vector<Tensor> wide(2, f32({4, 8}));
         const std::vector<Tensor> narrow(2, f32({8, 4}));
         const kernels::GatedMlpWeights shared{
             tensor(DType::BF16, {6, 8}), tensor(DType::BF16, {6, 8}), tensor(DType::BF16, {8, 6})};
         b.expertFfn(f32({3, 8}), f32({3, 8}), i32({3, 1}), f32({3, 1}),
                     {wide.data(), wide.data(), narrow.data(), 2, &shared});
     }},
    {"project: an output too few",
     [](Backend& b) {
         b.project(std::vector{f32({2, 3})}, {f32({2, 4}), f32({4})},
                   std::vector{f32({3, 4}), f32({3, 4})});
     }},
    {"project: types of weights",
     [](Backend& b) {
         b.project(std::vector{f32({2, 3}), f32({2, 3})}, {f32({2, 4}), f32({4})},
                   std::vector{f32({3, 4}), tensor(DType::BF16, {3, 4})});
     }},
    {"project: norm",
     [](Backend& b) {
         b.project(std::vector{f32({2, 3})}, {f32({2, 4}), f32({3})}, std::vector{f32({3, 4})});
     }},
    {"attentionOfTimelines: rows",
     [](Backend& b) {
         attendTimelines(b, f32({2, 4, 8}), f32({2, 4, 8}), {5}, 0);
     }},
    {"attentionOfTimelines: groups",
     [](Backend& b) {
         attendTimelines(b, f32({1, 3, 8}), f32({1, 3, 8}), {5}, 0);
     }},
    {"attentionOfTimelines: head size",
     [](Backend& b) {
         attendTimelines(b, f32({1, 4, 8}), f32({1, 4, 6}), {5}, 0);
     }},
    {"attentionOfTimelines: nothing to see",
     [](Backend& b) {
         attendTimelines(b, f32({2, 4, 8}), f32({2, 4, 8}), {5, 0}, 0);
     }},
    {"attentionOfTimelines: positions",
     [](Backend& b) {
         const std::vector<kernels::Timeline> timelines(2, {f32({5, 2, 8}), f32({5, 2, 8})});
         b.attentionOfTimelines(f32({2, 4, 8}), f32({2, 4, 8}), timelines, i32({1}), 1.0F);
     }},
    {"attentionOfTimelines: common keys",
     [](Backend& b) {
         attendTimelines(b, f32({2, 4, 8}), f32({2, 4, 8}), {5, 3}, 4);
     }},
    {"routeExperts: too many chosen",
     [](Backend& b) {
         route(b, 7, 1, 1);
     }},
    {"routeExperts: uneven groups",
     [](Backend& b) {
         route(b, 2, 4, 1);
     }},
    {"routeExperts: too many groups",
     [](Backend& b) {
         route(b, 2, 3, 4);
     }},
    {"routeExperts: no groups",
     [](Backend& b) {
         route(b, 2, 0, 0);
     }},
    {"routeExperts: bias",
     [](Backend& b) {
         const Tensor bias = f32({5});
         RoutingParams params;
         params.bias = &bias;
         b.routeExperts(i32({2, 2}), f32({2, 2}), f32({2, 8}), eightWide(f32({2, 8})), f32({6, 8}),
                        params);
     }},
    {"routeExperts: id type",
     [](Backend& b) {
         b.routeExperts(f32({2, 2}), f32({2, 2}), f32({2, 8}), eightWide(f32({2, 8})), f32({6, 8}),
                        {});
     }},
    {"routeExperts: normed",
     [](Backend& b) {
         b.routeExperts(i32({2, 2}), f32({2, 2}), f32({2, 7}), eightWide(f32({2, 8})), f32({6, 8}),
                        {});
     }},
    {"routeExperts: norm",
     [](Backend& b) {
         b.routeExperts(i32({2, 2}), f32({2, 2}), f32({2, 7}), eightWide(f32({2, 7})), f32({6, 7}),
                        {});
     }},
    {"expertFfn: shapes",
     [](Backend& b) {
         runExperts(b, f32({4, 8}), f32({5, 8}), f32({8, 5}), 2);
     }},
    {"expertFfn: down",
     [](Backend& b) {
         runExperts(b, f32({5, 8}), f32({5, 8}), f32({5, 8}), 2);
     }},
    {"expertFfn: types",
     [](Backend& b) {
         runExperts(b, f32({5, 8}), tensor(DType::F16, {5, 8}), f32({8, 5}), 2);
     }},
    {"expertFfn: none",
     [](Backend& b) {
         runExperts(b, f32({5, 8}), f32({5, 8}), f32({8, 5}), 0);
     }},
    {"embed: width",
     [](Backend& b) {
         b.embed(f32({2, 4}), f32({9, 5}), i32({2}));
     }},
    {"embed: id type",
     [](Backend& b) {
         b.embed(f32({2, 4}), f32({9, 4}), f32({2}));
     }},
    {"embed: count",
     [](Backend& b) {
         b.embed(f32({2, 4}), f32({9, 4}), i32({3}));
     }},
    {"resample: type",
     [](Backend& b) {
         b.resample(f32({2, 4, 3}), tensor(DType::U8, {5, 4, 3}), i32({2, 4}));
     }},
    {"resample: rows",
     [](Backend& b) {
         b.resample(tensor(DType::U8, {2, 4, 3}), tensor(DType::U8, {5, 4, 3}), i32({3, 4}));
     }},
    {"resample: lines",
     [](Backend& b) {
         b.resample(tensor(DType::U8, {2, 4, 3}), tensor(DType::U8, {5, 6, 3}), i32({2, 4}));
     }},
    {"resample: one on its side",
     [](Backend& b) {
         const Tensor picture = tensor(DType::U8, {4, 2, 3});
         Tensor turned = picture;
         std::swap(turned.shape[0], turned.shape[1]);
         std::swap(turned.strides[0], turned.strides[1]);
         b.resample(turned, tensor(DType::U8, {5, 4, 3}), i32({2, 4}));
     }},
    {"patchify: not square",
     [](Backend& b) {
         b.patchify(f32({1, 12}), tensor(DType::U8, {1, 2, 3, 3}), 0.5F, 0.5F);
     }},
    {"patchify: row length",
     [](Backend& b) {
         b.patchify(f32({1, 13}), tensor(DType::U8, {1, 2, 2, 3}), 0.5F, 0.5F);
     }},
    {"patchify: deviation",
     [](Backend& b) {
         b.patchify(f32({1, 12}), tensor(DType::U8, {1, 2, 2, 3}), 0.5F, 0.0F);
     }},
    {"patchify: count",
     [](Backend& b) {
         b.patchify(f32({2, 12}), tensor(DType::U8, {1, 2, 2, 3}), 0.5F, 0.5F);
     }},
    {"unshuffle2x2: not a square",
     [](Backend& b) {
         b.unshuffle2x2(f32({1, 4, 8}), f32({1, 10, 2}));
     }},
    {"unshuffle2x2: channels",
     [](Backend& b) {
         b.unshuffle2x2(f32({1, 4, 6}), f32({1, 9, 2}));
     }},
    {"argmax: no values",
     [](Backend& b) {
         b.argmax(i32({2}), f32({2}), f32({2, 0}));
     }},
    {"argmax: count",
     [](Backend& b) {
         b.argmax(i32({3}), f32({3}), f32({2, 5}));
     }},
    {"argmax: probabilities",
     [](Backend& b) {
         b.argmax(i32({2}), f32({3}), f32({2, 5}));
     }},
};

// Values that are ids: looked at where they lie in host memory, which the CPU's do.
std::array<std::int32_t, 2> badIds{0, 9};

// One window of three rows from the second on.
std::array<std::int32_t, 5> badWindow{1, 3, 1, 1, 1};

const Violation kBadValues[] = {
    {"resample: window past the picture",
     [](Backend& b) {
         b.resample(tensor(DType::U8, {1, 4, 3}), tensor(DType::U8, {3, 4, 3}),
                    Tensor(badWindow.data(), DType::I32, {1, 5}));
     }},
    {"embed: id past the table",
     [](Backend& b) {
         b.embed(f32({2, 4}), f32({9, 4}), Tensor(badIds.data(), DType::I32, {2}));
     }},
    {"expertFfn: id past the experts",
     [](Backend& b) {
         const Tensor gate = f32({5, 8});
         const Tensor down = f32({8, 5});
         b.expertFfn(f32({2, 8}), f32({2, 8}), Tensor(badIds.data(), DType::I32, {2, 1}),
                     f32({2, 1}), {&gate, &gate, &down, 1});
     }},
};

// Activations of another type than the backend's own.
const Violation kWrongActivations[] = {
    {"linear: bf16 input",
     [](Backend& b) {
         b.linear(f32({2, 3}), tensor(DType::BF16, {2, 4}), f32({3, 4}), {});
     }},
    {"linearPerHead: f16 output",
     [](Backend& b) {
         b.linearPerHead(tensor(DType::F16, {2, 3, 4}), f32({2, 3, 5}), f32({3, 4, 5}));
     }},
    {"swiGlu: bf16 output",
     [](Backend& b) {
         b.swiGlu(tensor(DType::BF16, {2, 3}), f32({2, 4}), f32({3, 4}), f32({3, 4}));
     }},
    {"rmsNorm: bf16 input",
     [](Backend& b) {
         b.rmsNorm(f32({2, 4}), tensor(DType::BF16, {2, 4}), f32({4}), 1e-6F);
     }},
    {"layerNorm: bf16 output",
     [](Backend& b) {
         b.layerNorm(tensor(DType::BF16, {2, 4}), f32({2, 4}), f32({4}), f32({4}), 1e-6F);
     }},
    {"project: bf16 input",
     [](Backend& b) {
         b.project(std::vector{f32({2, 3})}, eightWide(tensor(DType::BF16, {2, 8})),
                   std::vector{f32({3, 8})});
     }},
    {"keepRows: bf16 queries",
     [](Backend& b) {
         keep(b, tensor(DType::BF16, {2, 3, 4}), {.rows = f32({2, 8})});
     }},
    {"keepRows: bf16 rows",
     [](Backend& b) {
         keep(b, f32({2, 3, 4}), {.rows = tensor(DType::BF16, {2, 8})});
     }},
    {"attention: bf16 queries",
     [](Backend& b) {
         attend(b, tensor(DType::BF16, {1, 4, 4, 8}), f32({1, 6, 2, 8}), AttentionMask::Full);
     }},
    {"attention: f16 keys and values",
     [](Backend& b) {
         const Tensor cached = tensor(DType::F16, {1, 6, 2, 8});
         b.attention(f32({1, 4, 4, 8}), f32({1, 4, 4, 8}), cached, cached, {});
     }},
    {"attention: bf16 keys of fp32 values",
     [](Backend& b) {
         attend(b, f32({1, 4, 4, 8}), tensor(DType::BF16, {1, 6, 2, 8}), AttentionMask::Full);
     }},
    {"attentionOfTimelines: bf16 output",
     [](Backend& b) {
         attendTimelines(b, tensor(DType::BF16, {1, 4, 8}), f32({1, 4, 8}), {5}, 0);
     }},
    {"routeExperts: bf16 input",
     [](Backend& b) {
         b.routeExperts(i32({2, 2}), f32({2, 2}), f32({2, 8}),
                        eightWide(tensor(DType::BF16, {2, 8})), f32({6, 8}), {});
     }},
    {"patchify: bf16 output",
     [](Backend& b) {
         b.patchify(tensor(DType::BF16, {1, 12}), tensor(DType::U8, {1, 2, 2, 3}), 0.5F, 0.5F);
     }},
    {"argmax: bf16 input",
     [](Backend& b) {
         b.argmax(i32({2}), f32({2}), tensor(DType::BF16, {2, 5}));
     }},
};

// The text of the error that the call ends in; nothing if it does not.
QString errorOf(Backend& backend, const Violation& violation) {
    try {
        violation.call(backend);
    } catch (const kernels::Error& error) {
        return error.code() == kernels::ErrorCode::Internal ? error.what() : "";
    }
    return {};
}

bool namesVerb(const QString& text, const Violation& violation) {
    return text.startsWith(QString(violation.name).section(':', 0, 0) + ":");
}

// A GPU has its ids on the device, where looking at them would cost a wait, and activations of two
// types.
QStringList backendsOnHost() {
    QStringList names = verbs::backendNames();
    names.removeIf([](const QString& name) { return !verbs::isOnHost(name); });
    return names;
}

void addRows(std::span<const Violation> violations) {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < violations.size(); ++i) {
        QTest::addRow("%s", violations[i].name) << int(i);
    }
}

} // namespace

class TestContracts : public QObject {
    Q_OBJECT

private slots:

    void broken_data() { addRows(kViolations); }

    void broken() {
        QFETCH(int, index);
        reference::ReferenceBackend reference;
        checkOn(reference, kViolations[index]);
        for (const QString& backend : verbs::backendNames()) {
            checkOn(verbs::backendNamed(backend), kViolations[index]);
        }
    }

    void badValues_data() { addRows(kBadValues); }

    void badValues() {
        QFETCH(int, index);
        reference::ReferenceBackend reference;
        checkOn(reference, kBadValues[index]);
        for (const QString& backend : backendsOnHost()) {
            checkOn(verbs::backendNamed(backend), kBadValues[index]);
        }
    }

    void wrongActivations_data() { addRows(kWrongActivations); }

    void wrongActivations() {
        QFETCH(int, index);
        for (const QString& backend : backendsOnHost()) {
            QVERIFY(errorOf(verbs::backendNamed(backend), kWrongActivations[index]) != "");
        }
    }

private:
    static void checkOn(Backend& backend, const Violation& violation) {
        const QString text = errorOf(backend, violation);
        QVERIFY2(namesVerb(text, violation), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestContracts)
#include "tst_contracts.moc"

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Products of few rows: every weight is read from memory once and meets all rows while it is near.
// Part of product.cpp, compiled once per instruction set.
HWY_BEFORE_NAMESPACE();

namespace kernels::HWY_NAMESPACE {

// Weight rows read side by side: memory answers several streams faster than one.
constexpr int kStreams = 4;
// Rows that meet a weight in a register; further ones find it in the first cache.
constexpr int kRowsAtOnce = 4;

template <class Element>
struct Streams {
    const Element* from[kStreams];
    std::int64_t depth;
};

// sums[s][r] = weights of stream s · row r of x, for kRows rows of padded depth.
template <int kRows, class Element>
HWY_INLINE void streamProducts(const Streams<Element>& streams, const float* x,
                               float (&sums)[kStreams][kRowsAtOnce]) {
    const Floats d;
    const auto step = static_cast<std::int64_t>(2 * lanes());
    const std::int64_t stride = paddedDepth(streams.depth);
    Vector totals[kStreams][kRows];
    for (auto& row : totals) {
        for (Vector& total : row) {
            total = hn::Zero(d);
        }
    }
    const auto accumulate = [&](const Element* const(&from)[kStreams], std::int64_t k) HWY_ATTR {
        for (int s = 0; s < kStreams; ++s) {
            const VectorPair weights = loadPair(from[s]);
            for (int r = 0; r < kRows; ++r) {
                const float* row = x + r * stride + k;
                totals[s][r] = hn::MulAdd(weights.first, hn::Load(d, row), totals[s][r]);
                totals[s][r] = hn::MulAdd(weights.second, hn::Load(d, row + lanes()), totals[s][r]);
            }
        }
    };
    const std::int64_t whole = streams.depth / step * step;
    const Element* from[kStreams];
    for (std::int64_t k = 0; k < whole; k += step) {
        for (int s = 0; s < kStreams; ++s) {
            from[s] = streams.from[s] + k;
        }
        accumulate(from, k);
    }
    if (whole < streams.depth) { // from a copy: what follows a row may be the end of the file
        Element tail[kStreams][kDepthStep] = {};
        for (int s = 0; s < kStreams; ++s) {
            std::copy(streams.from[s] + whole, streams.from[s] + streams.depth, tail[s]);
            from[s] = tail[s];
        }
        accumulate(from, whole);
    }
    for (int s = 0; s < kStreams; ++s) {
        for (int r = 0; r < kRows; ++r) {
            sums[s][r] = hn::GetLane(hn::SumOfLanes(d, totals[s][r]));
        }
    }
}

template <class Element>
HWY_INLINE void streamProducts(const Streams<Element>& streams, const float* x, std::int64_t rows,
                               float (&sums)[kStreams][kRowsAtOnce]) {
    switch (rows) {
    case 1:
        return streamProducts<1>(streams, x, sums);
    case 2:
        return streamProducts<2>(streams, x, sums);
    case 3:
        return streamProducts<3>(streams, x, sums);
    default:
        return streamProducts<4>(streams, x, sums);
    }
}

// The block's outputs are cut into kStreams runs, so that each stream is long and sequential.
template <class Element>
void fewRows(float* sums, const ArrangedRows& in, const Tensor& weight) {
    const std::int64_t outputs = weight.size(0);
    const std::int64_t run = (outputs + kStreams - 1) / kStreams;
    const std::int64_t stride = paddedDepth(in.depth);
    for (std::int64_t i = 0; i < run; ++i) {
        Streams<Element> streams{{}, in.depth};
        for (std::int64_t s = 0; s < kStreams; ++s) {
            const std::int64_t output = std::min(s * run + i, outputs - 1);
            streams.from[s] = weight.as<const Element>() + output * weight.stride(0);
        }
        for (std::int64_t row = 0; row < in.rows; row += kRowsAtOnce) {
            const std::int64_t count = std::min<std::int64_t>(kRowsAtOnce, in.rows - row);
            float block[kStreams][kRowsAtOnce];
            streamProducts(streams, in.values + row * stride, count, block);
            for (std::int64_t s = 0; s < kStreams && s * run + i < outputs; ++s) {
                for (std::int64_t r = 0; r < count; ++r) {
                    sums[(row + r) * sumStride(outputs) + s * run + i] = block[s][r];
                }
            }
        }
    }
}

} // namespace kernels::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();

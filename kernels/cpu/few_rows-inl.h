// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Products of few rows: every weight is read from memory once and meets all rows while it is near.
// Part of product.cpp, compiled once per instruction set.
HWY_BEFORE_NAMESPACE();

namespace kernels::HWY_NAMESPACE {

// Rows that meet a weight in a register; further ones find it in the first cache.
constexpr int kRowsAtOnce = 4;

// Weight rows that are read side by side: memory answers several streams faster than one, and
// additions to one sum wait for each other. Limited by the registers for streams × rows sums.
constexpr int streamsFor(std::int64_t rows) {
    const int sums = kHasFewRegisters ? 8 : 16;
    return rows == 1 ? 8 : rows == 2 ? sums / 2 : sums / 4;
}

template <int kStreams, class Element>
struct Streams {
    const Element* from[kStreams];
    std::int64_t depth;
    std::int64_t ahead; // elements, of bytesAhead()
};

// sums[s][r] = weights of stream s · row r of x, for kRows rows of padded depth.
template <int kRows, int kStreams, class Element>
HWY_INLINE void streamProducts(const Streams<kStreams, Element>& streams, const float* x,
                               float (&sums)[kStreams][kRows]) {
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
            hwy::Prefetch(from[s] + streams.ahead);
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
    sumLanes<kStreams * kRows>(&totals[0][0], &sums[0][0]);
}

// The outputs are cut into as many runs as there are streams, so that each is long and sequential.
template <int kRows, class Element>
void fewRows(float* sums, const ArrangedRows& in, const Tensor& weight) {
    constexpr int kStreams = streamsFor(kRows);
    const std::int64_t outputs = weight.size(0);
    const std::int64_t run = roundUp(outputs, kStreams) / kStreams;
    const std::int64_t ahead = bytesAhead() / static_cast<std::int64_t>(sizeof(Element));
    for (std::int64_t i = 0; i < run; ++i) {
        Streams<kStreams, Element> streams{{}, in.depth, ahead};
        for (std::int64_t s = 0; s < kStreams; ++s) {
            const std::int64_t output = std::min(s * run + i, outputs - 1);
            streams.from[s] = weight.as<const Element>() + output * weight.stride(0);
        }
        // The last rows are taken with rows before them, which get the same sums again.
        for (std::int64_t done = 0; done < in.rows; done += kRows) {
            const std::int64_t row = std::min(done, in.rows - kRows);
            float block[kStreams][kRows];
            streamProducts(streams, in.values + row * paddedDepth(in.depth), block);
            for (std::int64_t s = 0; s < kStreams && s * run + i < outputs; ++s) {
                for (std::int64_t r = 0; r < kRows; ++r) {
                    sums[(row + r) * sumStride(outputs) + s * run + i] = block[s][r];
                }
            }
        }
    }
}

template <class Element>
void fewRows(float* sums, const ArrangedRows& in, const Tensor& weight) {
    switch (in.rows) {
    case 1:
        return fewRows<1, Element>(sums, in, weight);
    case 2:
        return fewRows<2, Element>(sums, in, weight);
    case 3:
        return fewRows<3, Element>(sums, in, weight);
    default:
        return fewRows<kRowsAtOnce, Element>(sums, in, weight);
    }
}

} // namespace kernels::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();

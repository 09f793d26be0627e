// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/reference/reference_backend.h"

#include "kernels/contract.h"
#include "tests/reference/values.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <new>
#include <numbers>

namespace reference {

using kernels::check;

namespace {

void release(void* memory, std::size_t /*bytes*/) noexcept {
    ::operator delete(memory, std::align_val_t(64));
}

double activated(double x, kernels::Activation activation) {
    switch (activation) {
    case kernels::Activation::None:
        return x;
    case kernels::Activation::GeluTanh:
        return 0.5 * x *
               (1.0 + std::tanh(std::sqrt(2.0 / std::numbers::pi) * (x + 0.044715 * x * x * x)));
    case kernels::Activation::GeluErf:
        return 0.5 * x * (1.0 + std::erf(x / std::numbers::sqrt2));
    }
    return x;
}

// Heads (T, H, P), turned by the position of each row.
Values turned(const kernels::Tensor& heads, const Values& positions,
              const kernels::RopeParams& params) {
    const std::size_t count = extent(heads, 1);
    const std::size_t size = extent(heads, 2);
    Values y = valuesOf(heads);
    for (std::size_t t = 0; t < positions.size(); ++t) {
        for (std::size_t i = 0; i < size / 2; ++i) {
            const double exponent = -2.0 * static_cast<double>(i) / static_cast<double>(size);
            const double angle = positions[t] * std::pow(params.theta, exponent);
            const double cosine = std::cos(angle);
            const double sine = std::sin(angle);
            for (std::size_t h = 0; h < count; ++h) {
                double* head = &y[(t * count + h) * size];
                const bool isSplit = params.pairs == kernels::RopePairs::HalfSplit;
                double& first = head[isSplit ? i : 2 * i];
                double& second = head[isSplit ? i + size / 2 : 2 * i + 1];
                const double was = first;
                first = was * cosine - second * sine;
                second = was * sine + second * cosine;
            }
        }
    }
    return y;
}

} // namespace

std::string ReferenceBackend::description() const {
    return "reference, double precision";
}

kernels::DType ReferenceBackend::activationType() const {
    return kernels::DType::F32;
}

kernels::Buffer ReferenceBackend::allocate(std::size_t bytes) {
    void* memory = ::operator new(bytes, std::align_val_t(64), std::nothrow);
    if (memory == nullptr) {
        throw kernels::Error(kernels::ErrorCode::OutOfMemory, "reference: out of memory");
    }
    return {memory, bytes, release};
}

kernels::Buffer ReferenceBackend::adopt(const void* host, std::size_t bytes) {
    return {const_cast<void*>(host), bytes, nullptr};
}

void ReferenceBackend::upload(const Tensor& to, const void* from) {
    check(to.isDense(), "upload: the tensor is not dense");
    if (to.elements() > 0) {
        std::memcpy(to.data, from, to.denseBytes());
    }
}

void ReferenceBackend::download(void* to, const Tensor& from) {
    check(from.isDense(), "download: the tensor is not dense");
    if (from.elements() > 0) {
        std::memcpy(to, from.data, from.denseBytes());
    }
}

std::shared_ptr<kernels::Fetched> ReferenceBackend::fetch(const Tensor& /*from*/) {
    check(false, "fetch: the reference computes single verbs, whose results are downloaded");
    return nullptr;
}

void ReferenceBackend::copy(const Tensor& to, const Tensor& from) {
    kernels::checkCopy(to, from);
    store(to, valuesOf(from));
}

void ReferenceBackend::synchronize() {}

void ReferenceBackend::linear(const Tensor& out, const Tensor& in, const Tensor& weight,
                              const kernels::Epilogue& epilogue) {
    kernels::checkLinear(out, in, weight, epilogue);
    const std::size_t rows = extent(out, 0);
    const std::size_t n = extent(out, 1);
    const std::size_t k = extent(in, 1);
    const Values x = valuesOf(in);
    const Values w = valuesOf(weight);
    const Values bias = epilogue.bias ? valuesOf(*epilogue.bias) : Values(n, 0.0);
    const Values residual = epilogue.residual ? valuesOf(*epilogue.residual) : Values(rows * n);
    Values y(rows * n);
    for (std::size_t t = 0; t < rows; ++t) {
        for (std::size_t j = 0; j < n; ++j) {
            double sum = 0.0;
            for (std::size_t i = 0; i < k; ++i) {
                sum += x[t * k + i] * w[j * k + i];
            }
            y[t * n + j] = activated(sum + bias[j], epilogue.activation) + residual[t * n + j];
        }
    }
    store(out, y);
}

void ReferenceBackend::project(std::span<const Tensor> outs, const kernels::NormedRows& in,
                               std::span<const Tensor> weights) {
    kernels::checkProject(outs, in, weights);
    const kernels::Buffer memory = allocate(in.rows.denseBytes());
    const Tensor normed(memory.data(), in.rows.dtype, {in.rows.size(0), in.rows.size(1)});
    rmsNorm(normed, in.rows, in.weight, in.eps);
    for (std::size_t i = 0; i < outs.size(); ++i) {
        linear(outs[i], normed, weights[i], {});
    }
}

void ReferenceBackend::linearPerHead(const Tensor& out, const Tensor& in, const Tensor& weight) {
    kernels::checkLinearPerHead(out, in, weight);
    const std::size_t heads = extent(out, 1);
    const std::size_t n = extent(out, 2);
    const std::size_t k = extent(in, 2);
    const Values x = valuesOf(in);
    const Values w = valuesOf(weight);
    Values y(extent(out, 0) * heads * n);
    for (std::size_t row = 0; row < extent(out, 0) * heads; ++row) { // (t, h)
        const std::size_t h = row % heads;
        for (std::size_t j = 0; j < n; ++j) {
            double sum = 0.0;
            for (std::size_t i = 0; i < k; ++i) {
                sum += w[(h * n + j) * k + i] * x[row * k + i];
            }
            y[row * n + j] = sum;
        }
    }
    store(out, y);
}

void ReferenceBackend::swiGlu(const Tensor& out, const Tensor& in, const Tensor& gate,
                              const Tensor& up) {
    kernels::checkSwiGlu(out, in, gate, up);
    const std::size_t rows = extent(out, 0);
    const std::size_t n = extent(out, 1);
    const std::size_t k = extent(in, 1);
    const Values x = valuesOf(in);
    const Values g = valuesOf(gate);
    const Values u = valuesOf(up);
    Values y(rows * n);
    for (std::size_t t = 0; t < rows; ++t) {
        for (std::size_t j = 0; j < n; ++j) {
            double gateSum = 0.0;
            double upSum = 0.0;
            for (std::size_t i = 0; i < k; ++i) {
                gateSum += x[t * k + i] * g[j * k + i];
                upSum += x[t * k + i] * u[j * k + i];
            }
            y[t * n + j] = gateSum / (1.0 + std::exp(-gateSum)) * upSum;
        }
    }
    store(out, y);
}

void ReferenceBackend::rmsNorm(const Tensor& out, const Tensor& in, const Tensor& weight,
                               float eps) {
    kernels::checkRmsNorm(out, in, weight);
    const std::size_t width = extent(in, 1);
    const Values w = valuesOf(weight);
    Values y = valuesOf(in);
    for (std::size_t t = 0; t < extent(in, 0); ++t) {
        double squares = 0.0;
        for (std::size_t i = 0; i < width; ++i) {
            squares += y[t * width + i] * y[t * width + i];
        }
        const double mean = squares / static_cast<double>(width);
        for (std::size_t i = 0; i < width; ++i) {
            y[t * width + i] *= w[i] / std::sqrt(mean + static_cast<double>(eps));
        }
    }
    store(out, y);
}

void ReferenceBackend::layerNorm(const Tensor& out, const Tensor& in, const Tensor& weight,
                                 const Tensor& bias, float eps) {
    kernels::checkLayerNorm(out, in, weight, bias);
    const std::size_t width = extent(in, 1);
    const Values w = valuesOf(weight);
    const Values b = valuesOf(bias);
    Values y = valuesOf(in);
    for (std::size_t t = 0; t < extent(in, 0); ++t) {
        double mean = 0.0;
        for (std::size_t i = 0; i < width; ++i) {
            mean += y[t * width + i] / static_cast<double>(width);
        }
        double variance = 0.0;
        for (std::size_t i = 0; i < width; ++i) {
            const double centred = y[t * width + i] - mean;
            variance += centred * centred / static_cast<double>(width);
        }
        for (std::size_t i = 0; i < width; ++i) {
            y[t * width + i] =
                (y[t * width + i] - mean) / std::sqrt(variance + static_cast<double>(eps)) * w[i] +
                b[i];
        }
    }
    store(out, y);
}

void ReferenceBackend::keepRows(std::span<const Tensor> caches, const kernels::KeptRows& kept,
                                const kernels::TurnedHeads& queries, const Tensor& positions,
                                const kernels::RopeParams& params) {
    kernels::checkKeepRows(caches, kept, queries, positions);
    const Values places = valuesOf(positions);
    const Tensor latents = kept.rows.slice(1, 0, kept.latents());
    if (kept.latentNorm != nullptr) {
        rmsNorm(latents, latents, *kept.latentNorm, kept.latentEps);
    }
    const Tensor keys = kept.keys(queries.in.size(2));
    store(queries.out, turned(queries.in, places, params));
    store(keys, turned(keys, places, params));
    for (std::size_t t = 0; t < places.size(); ++t) {
        const Tensor& cache = caches[caches.size() == 1 ? 0 : t];
        store(cache.slice(0, static_cast<std::int64_t>(places[t]), 1),
              valuesOf(kept.rows.slice(0, static_cast<std::int64_t>(t), 1)));
    }
}

void ReferenceBackend::attention(const Tensor& out, const Tensor& q, const Tensor& k,
                                 const Tensor& v, const kernels::AttentionParams& params) {
    kernels::checkAttention(out, q, k, v, params);
    const std::size_t queries = extent(q, 1);
    const std::size_t heads = extent(q, 2);
    const std::size_t cached = extent(k, 1);
    const std::size_t groups = extent(k, 2);
    const std::size_t c = extent(q, 3);
    const std::size_t cv = extent(v, 3);
    const Values qs = valuesOf(q);
    const Values ks = valuesOf(k);
    const Values vs = valuesOf(v);
    Values y(static_cast<std::size_t>(out.elements()));
    Values scores(cached);
    for (std::size_t row = 0; row < extent(q, 0) * queries * heads; ++row) { // (b, t, h)
        const std::size_t h = row % heads;
        const std::size_t t = row / heads % queries;
        const std::size_t b = row / heads / queries;
        const bool isCausal = params.mask == kernels::AttentionMask::Causal;
        const std::size_t seen = isCausal ? cached - queries + t + 1 : cached;
        const auto cachedRow = [&](std::size_t s) {
            return (b * cached + s) * groups + h / (heads / groups);
        };
        double largest = -std::numeric_limits<double>::infinity();
        for (std::size_t s = 0; s < seen; ++s) {
            double sum = 0.0;
            for (std::size_t i = 0; i < c; ++i) {
                sum += qs[row * c + i] * ks[cachedRow(s) * c + i];
            }
            scores[s] = static_cast<double>(params.scale) * sum;
            largest = std::max(largest, scores[s]);
        }
        double total = 0.0;
        for (std::size_t s = 0; s < seen; ++s) {
            scores[s] = std::exp(scores[s] - largest);
            total += scores[s];
        }
        for (std::size_t s = 0; s < seen; ++s) {
            for (std::size_t i = 0; i < cv; ++i) {
                y[row * cv + i] += scores[s] / total * vs[cachedRow(s) * cv + i];
            }
        }
    }
    store(out, y);
}

void ReferenceBackend::attentionOfTimelines(const Tensor& out, const Tensor& q,
                                            std::span<const kernels::Timeline> timelines,
                                            const Tensor& positions, float scale) {
    kernels::checkAttentionOfTimelines(out, q, timelines, positions);
    const Values places = valuesOf(positions);
    for (std::size_t n = 0; n < timelines.size(); ++n) {
        const auto row = static_cast<std::int64_t>(n);
        const auto seen = static_cast<std::int64_t>(places[n]) + 1;
        attention(out.slice(0, row, 1).asBatch(), q.slice(0, row, 1).asBatch(),
                  timelines[n].k.slice(0, 0, seen).asBatch(),
                  timelines[n].v.slice(0, 0, seen).asBatch(),
                  {kernels::AttentionMask::Full, scale});
    }
}

void ReferenceBackend::embed(const Tensor& out, const Tensor& table, const Tensor& ids) {
    kernels::checkEmbed(out, table, ids);
    const Values rows = valuesOf(ids);
    for (std::size_t t = 0; t < rows.size(); ++t) {
        const auto id = static_cast<std::int64_t>(rows[t]);
        check(id >= 0 && id < table.size(0), "embed: no such row");
        store(out.slice(0, static_cast<std::int64_t>(t), 1), valuesOf(table.slice(0, id, 1)));
    }
}

void ReferenceBackend::resample(const Tensor& out, const Tensor& in, const Tensor& windows) {
    kernels::checkResample(out, in, windows);
    const std::size_t width = extent(in, 1) * 3;
    const std::size_t stored = extent(windows, 1);
    const Values x = valuesOf(in);
    const Values w = valuesOf(windows);
    Values y;
    for (std::size_t n = 0; n < extent(out, 0); ++n) {
        const auto first = static_cast<std::size_t>(w[n * stored]);
        const auto count = static_cast<std::size_t>(w[n * stored + 1]);
        check(first + count <= extent(in, 0), "resample: a window reaches out of the picture");
        for (std::size_t i = 0; i < width; ++i) {
            double sum = 0.0;
            for (std::size_t j = 0; j < count; ++j) {
                sum += w[n * stored + 2 + j] * x[(first + j) * width + i];
            }
            const double level = std::floor(sum / (1 << kernels::kWindowBits) + 0.5);
            y.push_back(std::clamp(level, 0.0, 255.0));
        }
    }
    store(out, y);
}

void ReferenceBackend::patchify(const Tensor& out, const Tensor& tiles, float mean,
                                float deviation) {
    kernels::checkPatchify(out, tiles, deviation);
    const std::size_t edge = extent(tiles, 1);
    const auto p = static_cast<std::size_t>(std::lround(std::sqrt(out.size(1) / 3)));
    const std::size_t g = edge / p;
    const Values pixels = valuesOf(tiles);
    Values y;
    for (std::size_t patch = 0; patch < extent(out, 0); ++patch) { // (b, row, column)
        const std::size_t left = patch % g * p;
        const std::size_t top = patch / g % g * p;
        const std::size_t b = patch / g / g;
        for (std::size_t channel = 0; channel < 3; ++channel) {
            for (std::size_t dy = 0; dy < p; ++dy) {
                for (std::size_t dx = 0; dx < p; ++dx) {
                    const std::size_t pixel = (b * edge + top + dy) * edge + left + dx;
                    const double value = pixels[pixel * 3 + channel] / 255.0;
                    y.push_back((value - static_cast<double>(mean)) /
                                static_cast<double>(deviation));
                }
            }
        }
    }
    store(out, y);
}

void ReferenceBackend::unshuffle2x2(const Tensor& out, const Tensor& in) {
    kernels::checkUnshuffle2x2(out, in);
    const auto g = static_cast<std::size_t>(std::lround(std::sqrt(in.size(1))));
    const std::size_t m = (g + 1) / 2;
    const std::size_t channels = extent(in, 2);
    const Values x = valuesOf(in);
    Values y;
    for (std::size_t block = 0; block < extent(in, 0) * m * m; ++block) { // (b, row, column)
        const std::size_t left = block % m * 2;
        const std::size_t top = block / m % m * 2;
        const std::size_t b = block / m / m;
        for (std::size_t c = 0; c < channels; ++c) {
            for (std::size_t dy = 0; dy < 2; ++dy) {
                for (std::size_t dx = 0; dx < 2; ++dx) {
                    const bool isInside = top + dy < g && left + dx < g;
                    const std::size_t row = b * g * g + (top + dy) * g + left + dx;
                    y.push_back(isInside ? x[row * channels + c] : 0.0);
                }
            }
        }
    }
    store(out, y);
}

void ReferenceBackend::argmax(const Tensor& ids, const Tensor& probabilities, const Tensor& in) {
    kernels::checkArgmax(ids, probabilities, in);
    const std::size_t width = extent(in, 1);
    const Values x = valuesOf(in);
    Values best(extent(in, 0), 0.0);
    Values share(best.size(), 0.0);
    for (std::size_t t = 0; t < best.size(); ++t) {
        const auto row = x.begin() + static_cast<std::ptrdiff_t>(t * width);
        const auto end = row + static_cast<std::ptrdiff_t>(width);
        const auto largest = std::max_element(row, end);
        best[t] = static_cast<double>(largest - row);
        double sum = 0.0;
        for (auto value = row; value != end; ++value) {
            sum += std::exp(*value - *largest);
        }
        share[t] = 1.0 / sum;
    }
    store(ids, best);
    store(probabilities, share);
}

} // namespace reference

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/vision/resample.h"

#include "kernels/error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace engine {

namespace {

constexpr int kChannels = 3;
constexpr int kWeightBits = 22; // fraction bits of a filter weight
constexpr std::uint8_t kPadding = 127;

// Bytes that one weighted sum makes at a time: their sums fit the vector registers of any CPU.
constexpr int kLanes = 16;
// The horizontal pass turns this many rows on their side, so that a column of them is contiguous.
constexpr int kBlockRows = 16;
constexpr int kColumnBytes = kBlockRows * kChannels;
static_assert(kColumnBytes % kLanes == 0);

// The weights of one output pixel: those of the input pixels first, first + 1, …
struct Window {
    int first = 0;
    std::vector<std::int32_t> weights; // fixed point, kWeightBits fraction bits
};

// Cubic convolution with a = −1/2.
double cubic(double x) {
    constexpr double a = -0.5;
    const double t = std::abs(x);
    if (t < 1.0) {
        return ((a + 2.0) * t - (a + 3.0)) * t * t + 1.0;
    }
    return t < 2.0 ? (((t - 5.0) * t + 8.0) * t - 4.0) * a : 0.0;
}

// The window of output pixel index when inputs pixels become outputs pixels.
Window windowOf(int index, int inputs, int outputs) {
    const double scale = static_cast<double>(inputs) / outputs;
    const double widening = std::max(scale, 1.0);
    const double support = 2.0 * widening;
    const double centre = (index + 0.5) * scale;
    const int first = std::max(0, static_cast<int>(centre - support + 0.5));
    const int end = std::min(inputs, static_cast<int>(centre + support + 0.5));
    std::vector<double> exact;
    double sum = 0.0;
    for (int j = first; j < end; ++j) {
        exact.push_back(cubic((j - centre + 0.5) * (1.0 / widening)));
        sum += exact.back();
    }
    Window window{first, {}};
    for (const double weight : exact) {
        window.weights.push_back(
            static_cast<std::int32_t>(std::round(weight / sum * (1 << kWeightBits))));
    }
    return window;
}

// out[0…Lanes) = Σ weights[k] · in[k · step + 0…Lanes), rounded and clamped to 8 bits. No overflow:
// a normalised window's weights have absolute values that add up to less than 1.5.
template <int Lanes>
void weightedSum(std::uint8_t* out, const std::uint8_t* in, std::ptrdiff_t step,
                 const std::vector<std::int32_t>& weights) {
    std::array<std::int32_t, Lanes> sums;
    sums.fill(1 << (kWeightBits - 1));
    for (const std::int32_t weight : weights) {
        for (std::size_t lane = 0; lane < Lanes; ++lane) {
            sums[lane] += weight * in[lane];
        }
        in += step;
    }
    for (std::size_t lane = 0; lane < Lanes; ++lane) {
        out[lane] = static_cast<std::uint8_t>(std::clamp(sums[lane] >> kWeightBits, 0, 255));
    }
}

// columns[x · kColumnBytes + row · kChannels + c] = pixel (x, firstRow + row), channel c.
void gatherColumns(std::vector<std::uint8_t>& columns, const Image& image, int firstRow, int rows) {
    for (int row = 0; row < rows; ++row) {
        const std::uint8_t* pixel = image.pixels + image.stride * (firstRow + row);
        std::uint8_t* to = columns.data() + std::ptrdiff_t{row} * kChannels;
        for (int x = 0; x < image.size.width; ++x, pixel += kChannels, to += kColumnBytes) {
            std::memcpy(to, pixel, kChannels);
        }
    }
}

Pixels blank(ImageSize size) {
    return {size, std::vector<std::uint8_t>(static_cast<std::size_t>(size.width) *
                                            static_cast<std::size_t>(size.height) * kChannels)};
}

Pixels resizeWidth(const Image& image, int width) {
    std::vector<Window> windows;
    for (int x = 0; x < width; ++x) {
        windows.push_back(windowOf(x, image.size.width, width));
    }
    Pixels result = blank({width, image.size.height});
    std::vector<std::uint8_t> columns(static_cast<std::size_t>(image.size.width) * kColumnBytes);
    std::array<std::uint8_t, kColumnBytes> sums;
    for (int y = 0; y < image.size.height; y += kBlockRows) {
        const int rows = std::min(kBlockRows, image.size.height - y);
        gatherColumns(columns, image, y, rows);
        for (int x = 0; x < width; ++x) {
            const Window& window = windows[static_cast<std::size_t>(x)];
            const std::uint8_t* in = columns.data() + std::ptrdiff_t{window.first} * kColumnBytes;
            for (int lane = 0; lane < kColumnBytes; lane += kLanes) {
                weightedSum<kLanes>(sums.data() + lane, in + lane, kColumnBytes, window.weights);
            }
            for (int row = 0; row < rows; ++row) {
                std::memcpy(result.rgb.data() + (std::ptrdiff_t{y + row} * width + x) * kChannels,
                            sums.data() + std::ptrdiff_t{row} * kChannels, kChannels);
            }
        }
    }
    return result;
}

Pixels resizeHeight(const Image& image, int height) {
    Pixels result = blank({image.size.width, height});
    const std::ptrdiff_t rowBytes = std::ptrdiff_t{image.size.width} * kChannels;
    std::uint8_t* out = result.rgb.data();
    for (int y = 0; y < height; ++y, out += rowBytes) {
        const Window window = windowOf(y, image.size.height, height);
        const std::uint8_t* in = image.pixels + image.stride * window.first;
        std::ptrdiff_t x = 0;
        for (; x + kLanes <= rowBytes; x += kLanes) {
            weightedSum<kLanes>(out + x, in + x, image.stride, window.weights);
        }
        for (; x < rowBytes; ++x) {
            weightedSum<1>(out + x, in + x, image.stride, window.weights);
        }
    }
    return result;
}

// Copies a picture to the place (x, y) of a larger one.
void paste(Pixels& canvas, const Image& image, int x, int y) {
    const std::ptrdiff_t stride = canvas.view().stride;
    std::uint8_t* to = canvas.rgb.data() + stride * y + std::ptrdiff_t{x} * kChannels;
    for (int row = 0; row < image.size.height; ++row, to += stride) {
        std::memcpy(to, image.pixels + image.stride * row,
                    static_cast<std::size_t>(image.size.width) * kChannels);
    }
}

bool isEmpty(ImageSize size) {
    return size.width < 1 || size.height < 1;
}

// round(quotient · side), half-way values to even, at least one pixel.
int scaledSide(double quotient, int side) {
    return std::max(1, static_cast<int>(std::nearbyint(quotient * side)));
}

int centred(int outer, int inner) {
    return static_cast<int>(std::nearbyint((outer - inner) * 0.5));
}

} // namespace

Placement fitInto(ImageSize image, ImageSize canvas) {
    kernels::check(!isEmpty(image) && !isEmpty(canvas), "fitInto: empty picture or canvas");
    const double width = image.width;
    const double height = image.height;
    const double shape = width / height;
    const double canvasShape = static_cast<double>(canvas.width) / canvas.height;
    Placement place{0, 0, canvas.width, canvas.height};
    if (shape > canvasShape) {
        place.height = scaledSide(height / width, canvas.width);
    } else if (shape < canvasShape) {
        place.width = scaledSide(width / height, canvas.height);
    }
    place.x = centred(canvas.width, place.width);
    place.y = centred(canvas.height, place.height);
    return place;
}

Pixels resize(const Image& image, ImageSize size) {
    kernels::check(!isEmpty(image.size) && !isEmpty(size), "resize: empty picture or size");
    const bool narrower = size.width != image.size.width;
    const bool lower = size.height != image.size.height;
    if (!narrower && !lower) {
        Pixels copy = blank(size);
        paste(copy, image, 0, 0);
        return copy;
    }
    if (!lower) {
        return resizeWidth(image, size.width);
    }
    return narrower ? resizeHeight(resizeWidth(image, size.width).view(), size.height)
                    : resizeHeight(image, size.height);
}

Pixels fitAndPad(const Image& image, ImageSize canvas) {
    const Placement place = fitInto(image.size, canvas);
    const ImageSize size{place.width, place.height};
    Pixels resized = resize(image, size);
    if (size == canvas) {
        return resized;
    }
    Pixels padded = blank(canvas);
    std::fill(padded.rgb.begin(), padded.rgb.end(), kPadding);
    paste(padded, resized.view(), place.x, place.y);
    return padded;
}

} // namespace engine

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/vision/resample.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace engine {

using kernels::DType;
using kernels::Tensor;

namespace {

constexpr int kChannels = 3;
constexpr std::uint8_t kPadding = 127;
// Of a picture that the backend gets at a time, in bytes: one of any size takes little memory.
constexpr std::int64_t kBandBytes = 16 * 1024 * 1024;

// The weights of one output pixel: those of the input pixels first, first + 1, …
struct Window {
    int first = 0;
    std::vector<std::int32_t> weights; // kernels::kWindowBits bits of fraction
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

// That of output pixel index when inputs pixels become outputs pixels.
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
            static_cast<std::int32_t>(std::round(weight / sum * (1 << kernels::kWindowBits))));
    }
    return window;
}

// The windows (N, 2 + K) that make so many pixels of a line of others. Of a normalised one the
// weights' absolute values add up to less than 1.5.
Tensor windowsOf(Pass& pass, int inputs, int outputs) {
    std::vector<Window> windows;
    std::size_t most = 0;
    for (int i = 0; i < outputs; ++i) {
        windows.push_back(windowOf(i, inputs, outputs));
        most = std::max(most, windows.back().weights.size());
    }
    std::vector<std::int32_t> rows;
    for (const Window& window : windows) {
        rows.push_back(window.first);
        rows.push_back(static_cast<std::int32_t>(window.weights.size()));
        rows.insert(rows.end(), window.weights.begin(), window.weights.end());
        rows.resize(rows.size() + most - window.weights.size());
    }
    const Tensor onDevice =
        pass.workspace.take(DType::I32, {outputs, static_cast<std::int64_t>(2 + most)});
    pass.backend.upload(onDevice, rows.data());
    return onDevice;
}

// (h, w, 3) as (w, h, 3), in the same memory.
Tensor onItsSide(Tensor picture) {
    std::swap(picture.shape[0], picture.shape[1]);
    std::swap(picture.strides[0], picture.strides[1]);
    return picture;
}

// Rows of in (S, M, 3) become those of out (N, M, 3).
void resizeRows(Pass& pass, const Tensor& out, const Tensor& in) {
    if (out.size(0) == in.size(0)) {
        return pass.backend.copy(out, in);
    }
    const Workspace::Scope scope(pass.workspace);
    pass.backend.resample(
        out, in, windowsOf(pass, static_cast<int>(in.size(0)), static_cast<int>(out.size(0))));
}

// band (rows, w, 3) = rows of the picture from first on.
void uploadRows(Pass& pass, const Tensor& band, const Image& image, std::int64_t first) {
    const std::uint8_t* from = image.pixels + first * image.stride;
    if (image.stride == band.stride(0)) {
        return pass.backend.upload(band, from);
    }
    for (std::int64_t row = 0; row < band.size(0); ++row, from += image.stride) {
        pass.backend.upload(band.slice(0, row, 1), from);
    }
}

// The part of a canvas that the picture leaves free.
void fillAround(Pass& pass, const Tensor& canvas, const Placement& place) {
    const Workspace::Scope scope(pass.workspace);
    Tensor grey = pass.workspace.take(DType::U8, {1, 1, 1});
    pass.backend.upload(grey, &kPadding);
    grey.strides = {}; // again and again
    const auto fill = [&](int dimension, std::int64_t first, std::int64_t end) {
        const Tensor part = canvas.slice(dimension, first, end - first);
        grey.shape = part.shape;
        pass.backend.copy(part, grey);
    };
    fill(0, 0, place.y);
    fill(0, place.y + place.height, canvas.size(0));
    fill(1, 0, place.x);
    fill(1, place.x + place.width, canvas.size(1));
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

void resize(Pass& pass, const Image& image, std::span<const Tensor> outs) {
    kernels::check(!isEmpty(image.size), "resize: empty picture");
    const Workspace::Scope scope(pass.workspace);
    std::vector<Tensor> narrowed; // (h, w', 3) for each
    for (const Tensor& out : outs) {
        narrowed.push_back(
            pass.workspace.take(DType::U8, {image.size.height, out.size(1), kChannels}));
    }
    const std::int64_t rowBytes = std::int64_t{image.size.width} * kChannels;
    const std::int64_t step = std::clamp<std::int64_t>(kBandBytes / rowBytes, 1, image.size.height);
    const Tensor memory = pass.workspace.take(DType::U8, {step, image.size.width, kChannels});
    for (std::int64_t first = 0; first < image.size.height; first += step) {
        const std::int64_t rows = std::min(step, image.size.height - first);
        const Tensor band = memory.slice(0, 0, rows);
        uploadRows(pass, band, image, first);
        for (const Tensor& to : narrowed) {
            resizeRows(pass, onItsSide(to.slice(0, first, rows)), onItsSide(band));
        }
    }
    for (std::size_t i = 0; i < outs.size(); ++i) {
        resizeRows(pass, outs[i], narrowed[i]);
    }
}

void fitAndPad(Pass& pass, const Image& image, std::span<const Tensor> canvases) {
    std::vector<Tensor> places;
    for (const Tensor& canvas : canvases) {
        const Placement place = fitInto(
            image.size, {static_cast<int>(canvas.size(1)), static_cast<int>(canvas.size(0))});
        fillAround(pass, canvas, place);
        places.push_back(canvas.slice(0, place.y, place.height).slice(1, place.x, place.width));
    }
    resize(pass, image, places);
}

} // namespace engine

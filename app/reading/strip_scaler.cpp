// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/strip_scaler.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace app {

namespace {

// The inputs that make one output, with weights that sum to 1.
struct Taps {
    int first = 0;
    std::vector<float> weights;
};

// Catmull-Rom.
double cubic(double x) {
    const double t = std::abs(x);
    if (t < 1) {
        return (1.5 * t - 2.5) * t * t + 1;
    }
    return t < 2 ? ((-0.5 * t + 2.5) * t - 4) * t + 2 : 0;
}

std::vector<Taps> tapsFor(int in, int out) {
    const double step = static_cast<double>(in) / out;
    const double widening = std::max(1.0, step);
    std::vector<Taps> all(static_cast<std::size_t>(out));
    for (int i = 0; i < out; ++i) {
        const double centre = (i + 0.5) * step;
        const int first = std::max(0, static_cast<int>(centre - 2 * widening + 0.5));
        const int last = std::min(in, static_cast<int>(centre + 2 * widening + 0.5));
        Taps& taps = all[static_cast<std::size_t>(i)];
        taps.first = first;
        double sum = 0;
        for (int j = first; j < last; ++j) {
            sum += cubic((j + 0.5 - centre) / widening);
        }
        for (int j = first; j < last; ++j) {
            taps.weights.push_back(static_cast<float>(cubic((j + 0.5 - centre) / widening) / sum));
        }
    }
    return all;
}

} // namespace

QImage scaleStrip(const QImage& grey, const QRect& source, QSize size) {
    const std::vector<Taps> columns = tapsFor(source.width(), size.width());
    const std::vector<Taps> rows = tapsFor(source.height(), size.height());
    const auto width = static_cast<std::size_t>(size.width());
    std::vector<float> narrow(static_cast<std::size_t>(source.height()) * width);
    for (int y = 0; y < source.height(); ++y) {
        const uchar* line = grey.constScanLine(source.top() + y) + source.left();
        float* to = narrow.data() + static_cast<std::size_t>(y) * width;
        for (const Taps& taps : columns) {
            float sum = 0;
            for (std::size_t j = 0; j < taps.weights.size(); ++j) {
                sum += taps.weights[j] * static_cast<float>(line[taps.first + static_cast<int>(j)]);
            }
            *to++ = sum;
        }
    }
    QImage strip(size, QImage::Format_Grayscale8);
    std::vector<float> sums(width);
    for (int y = 0; y < size.height(); ++y) {
        const Taps& taps = rows[static_cast<std::size_t>(y)];
        std::fill(sums.begin(), sums.end(), 0.5F);
        for (std::size_t j = 0; j < taps.weights.size(); ++j) {
            const float* from = narrow.data() + (static_cast<std::size_t>(taps.first) + j) * width;
            for (std::size_t x = 0; x < width; ++x) {
                sums[x] += taps.weights[j] * from[x];
            }
        }
        std::transform(sums.begin(), sums.end(), strip.scanLine(y), [](float value) {
            return static_cast<uchar>(std::clamp(value, 0.0F, 255.0F));
        });
    }
    return strip;
}

} // namespace app

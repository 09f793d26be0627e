// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kernels/verb_rows.h"

#include "tests/reference/reference_backend.h"
#include "tests/reference/values.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>

namespace verbs {

using kernels::Backend;
using kernels::DType;
using kernels::Tensor;

namespace {

constexpr std::int64_t kPadding = 3; // odd, so that no later row is aligned either

// Elements between rows. Those of quantised weights stay aligned.
constexpr std::int64_t paddingOf(DType type) {
    return isQuantised(type) ? kernels::kQuantisedStep : kPadding;
}

// Tensor's constructor wants a fixed list.
Tensor denseTensor(DType type, const Operand::Shape& shape) {
    Tensor tensor;
    tensor.dtype = type;
    tensor.rank = static_cast<int>(shape.size());
    std::copy(shape.begin(), shape.end(), tensor.shape.begin());
    tensor.makeDense();
    return tensor;
}

Tensor paddedTensor(DType type, const Operand::Shape& shape) {
    Operand::Shape wider = shape;
    wider.back() += paddingOf(type);
    Tensor tensor = denseTensor(type, wider);
    tensor.shape[shape.size() - 1] = shape.back();
    return tensor;
}

std::int64_t span(const Tensor& tensor) {
    const bool isBlocks = isQuantised(tensor.dtype);
    std::int64_t last = isBlocks ? denseStride(tensor.dtype, tensor.size(-1)) : 1;
    for (int d = 0; d < tensor.rank - (isBlocks ? 1 : 0); ++d) {
        last += std::max<std::int64_t>(tensor.size(d) - 1, 0) * tensor.stride(d);
    }
    return last;
}

// One call's operands in the memory of a backend.
struct Loaded {
    Loaded(Backend& owner, const std::vector<Operand>& operands)
        : backend(owner) {
        for (const Operand& operand : operands) {
            buffers.push_back(backend.allocate(operand.bytes()));
            const auto count = static_cast<std::int64_t>(operand.bytes());
            backend.upload(buffers.back().view(DType::U8, {count}), operand.contents());
            tensors.push_back(operand.at(buffers.back().data()));
        }
    }

    std::vector<std::byte> contents(std::size_t index) {
        std::vector<std::byte> bytes(buffers[index].bytes());
        backend.synchronize();
        backend.download(bytes.data(),
                         buffers[index].view(DType::U8, {std::int64_t(bytes.size())}));
        return bytes;
    }

    Backend& backend;
    std::vector<kernels::Buffer> buffers;
    std::vector<Tensor> tensors;
};

QString valueDifference(const reference::Values& got, const reference::Values& expected,
                        double tolerance) {
    double largest = 0.0;
    for (const double value : expected) {
        largest = std::max(largest, std::abs(value));
    }
    double worst = 0.0;
    std::size_t where = 0;
    for (std::size_t i = 0; i < got.size(); ++i) {
        const double error = std::abs(got[i] - expected[i]);
        if (!(error <= worst)) { // NaN counts
            worst = error;
            where = i;
        }
    }
    if (worst <= tolerance * largest || worst == 0.0) {
        return {};
    }
    return QString("element %1: %2 instead of %3; %4 of the largest value %5")
        .arg(where)
        .arg(got[where], 0, 'g', 9)
        .arg(expected[where], 0, 'g', 9)
        .arg(worst / largest)
        .arg(largest);
}

double toleranceFor(DType type, const Limits& limits) {
    const bool isRounded = type == DType::BF16 || type == DType::F16;
    return isRounded && limits.tolerance > 0.0 ? std::max(limits.tolerance, 0x1p-7)
                                               : limits.tolerance;
}

// Bytes outside the tensor, by writing the same values into both copies of its memory.
bool isRestUntouched(const Operand& operand, std::vector<std::byte> after) {
    std::vector<std::byte> before(operand.contents(), operand.contents() + operand.bytes());
    const reference::Values zeros(static_cast<std::size_t>(operand.at(before.data()).elements()),
                                  0.0);
    reference::store(operand.at(before.data()), zeros);
    reference::store(operand.at(after.data()), zeros);
    return before == after;
}

} // namespace

Operand::Operand(DType type, const Shape& shape, Layout layout)
    : m_layout(layout == Layout::Dense ? denseTensor(type, shape) : paddedTensor(type, shape)) {
    m_offset =
        layout == Layout::Dense ? 0 : static_cast<std::size_t>(paddingOf(type)) * sizeOf(type);
    m_bytes.resize(m_offset + static_cast<std::size_t>(span(m_layout)) * sizeOf(type),
                   std::byte(0x5a));
}

kernels::Tensor elementOf(const kernels::Tensor& tensor, std::int64_t index) {
    kernels::Tensor element = tensor.slice(0, index, 1);
    --element.rank;
    std::copy(tensor.shape.begin() + 1, tensor.shape.end(), element.shape.begin());
    std::copy(tensor.strides.begin() + 1, tensor.strides.end(), element.strides.begin());
    return element;
}

Operand Operand::random(DType type, const Shape& shape, Layout layout) {
    static std::mt19937 generator(20260101);
    std::normal_distribution<double> normal;
    std::uniform_int_distribution<int> pixels(0, 255);
    Operand operand(type, shape, layout);
    const Tensor tensor = operand.at(operand.m_bytes.data());
    reference::Values values(static_cast<std::size_t>(tensor.elements()));
    for (double& value : values) {
        value = type == DType::U8 ? pixels(generator) : normal(generator);
    }
    reference::store(tensor, values);
    return operand;
}

Operand Operand::zeros(DType type, const Shape& shape, Layout layout) {
    return random(type, shape, layout).scaled(0.0);
}

Operand Operand::ofValues(DType type, const Shape& shape, const std::vector<double>& values) {
    Operand operand(type, shape, Layout::Dense);
    reference::store(operand.at(operand.m_bytes.data()), values);
    return operand;
}

Operand Operand::scaled(double factor) const {
    Operand copy = *this;
    const Tensor tensor = copy.at(copy.m_bytes.data());
    reference::Values values = reference::valuesOf(tensor);
    for (double& value : values) {
        value *= factor;
    }
    reference::store(tensor, values);
    return copy;
}

Tensor Operand::at(void* memory) const {
    Tensor tensor = m_layout;
    tensor.data = static_cast<std::byte*>(memory) + m_offset;
    return tensor;
}

QString difference(const QString& backend, const std::vector<Operand>& operands, const Call& call,
                   const Limits& limits) {
    reference::ReferenceBackend reference;
    Loaded expected(reference, operands);
    call(reference, expected.tensors);
    Loaded got(backendNamed(backend), operands);
    call(got.backend, got.tensors);
    for (std::size_t i = 0; i < operands.size(); ++i) {
        std::vector<std::byte> bytes = got.contents(i);
        const reference::Values values = reference::valuesOf(operands[i].at(bytes.data()));
        const double tolerance =
            i < limits.outputs ? toleranceFor(expected.tensors[i].dtype, limits) : 0.0;
        const QString text =
            valueDifference(values, reference::valuesOf(expected.tensors[i]), tolerance);
        if (!text.isEmpty()) {
            return QString("operand %1, ").arg(i) + text;
        }
        if (!isRestUntouched(operands[i], std::move(bytes))) {
            return QString("operand %1: wrote outside it").arg(i);
        }
    }
    return {};
}

} // namespace verbs

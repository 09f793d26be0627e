// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the tests of the verbs share: operands of any type and layout, the backends that every row
// runs on, and the comparison of one call with ReferenceBackend. Bytes of an output's memory that
// are not part of the output must stay as they were.
#pragma once

#include "kernels/backend.h"

#include <QStringList>

#include <functional>
#include <span>
#include <vector>

namespace verbs {

enum class Layout {
    Dense,
    Padded, // rows apart by more than their length, the first one not at the start of the memory
};

// A tensor's contents and layout, to be laid into any backend's memory.
class Operand {
public:
    using Shape = std::vector<std::int64_t>;

    // Normally distributed numbers, the same in every run, different in every call of a test.
    static Operand random(kernels::DType type, const Shape& shape, Layout layout = Layout::Dense);
    static Operand zeros(kernels::DType type, const Shape& shape, Layout layout = Layout::Dense);
    static Operand ofValues(kernels::DType type, const Shape& shape,
                            const std::vector<double>& values);

    Operand scaled(double factor) const;

    std::size_t bytes() const { return m_bytes.size(); }

    const std::byte* contents() const { return m_bytes.data(); }

    kernels::Tensor at(void* memory) const;

private:
    Operand(kernels::DType type, const Shape& shape, Layout layout);

    std::vector<std::byte> m_bytes;
    std::size_t m_offset = 0;
    kernels::Tensor m_layout; // without memory
};

// What a tensor has at this index of its first dimension.
kernels::Tensor elementOf(const kernels::Tensor& tensor, std::int64_t index);

using Tensors = std::span<const kernels::Tensor>;
using Call = std::function<void(kernels::Backend& backend, Tensors operands)>;

struct Limits {
    // Of the largest expected value. A result in a half-width type may be off by 2^-7 if it may be
    // off at all: by its own rounding, and by that of what lies between, as in an expert.
    double tolerance = 2e-5;
    std::size_t outputs = 1; // so many of the first operands are compared
};

// Every verb runs on each of these: threads and instruction sets of the CPU (cpu_targets.cpp), or
// types of activations on a GPU, real or emulated (cuda_targets.cpp).
QStringList backendNames();
// Of the CPU's, the instruction set of the last one asked for is in force.
kernels::Backend& backendNamed(const QString& name);
// Whether a backend's memory is the host's, so that it looks at values before it writes.
bool isOnHost(const QString& name);

inline kernels::DType activationType(const QString& name) {
    return backendNamed(name).activationType();
}

// Runs the call on the backend and on the reference, with equal operands, and compares. Returns
// what was wrong, or nothing.
QString difference(const QString& backend, const std::vector<Operand>& operands, const Call& call,
                   const Limits& limits = {});

} // namespace verbs

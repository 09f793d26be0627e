// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tensor: a non-owning, strided view of up to four dimensions over backend memory. Plain data,
// cheap to copy; the Buffer (or mapped file) behind it must outlive it.
//
// Dimension letters used in every contract: B pictures or sequences, T tokens, S cached tokens,
// D model width, N outputs, K inputs of a product, H heads, C channels, E experts, V vocabulary.
#pragma once

#include "kernels/error.h"
#include "kernels/quantised_row.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>

namespace kernels {

// Q8, Q4: weights of 8 or 4 bits with a scale for every 64 inputs (quantised_row.h). The last
// dimension of such a tensor is one piece, and strides of the others are in bytes.
enum class DType : std::uint8_t { F32, BF16, F16, I32, U8, Q8, Q4 };

constexpr bool isQuantised(DType type) {
    return type == DType::Q8 || type == DType::Q4;
}

// Bytes of what strides count.
constexpr std::size_t sizeOf(DType type) {
    switch (type) {
    case DType::F32:
    case DType::I32:
        return 4;
    case DType::BF16:
    case DType::F16:
        return 2;
    case DType::U8:
    case DType::Q8:
    case DType::Q4:
        return 1;
    }
    return 0;
}

// From one dense row of so many elements to the next.
constexpr std::int64_t denseStride(DType type, std::int64_t elements) {
    return isQuantised(type) ? quantisedRowBytes(type == DType::Q8 ? 8 : 4, elements) : elements;
}

struct Tensor {
    static constexpr int kMaxRank = 4;

    void* data = nullptr;
    DType dtype = DType::F32;
    int rank = 0;
    std::array<std::int64_t, kMaxRank> shape{};   // outermost first
    std::array<std::int64_t, kMaxRank> strides{}; // in elements; 0 repeats along that dimension

    Tensor() = default;

    // A dense row-major view.
    Tensor(void* memory, DType type, std::initializer_list<std::int64_t> dimensions)
        : data(memory)
        , dtype(type)
        , rank(static_cast<int>(dimensions.size())) {
        check(rank <= kMaxRank, "Tensor: rank above 4");
        int index = 0;
        for (const std::int64_t size : dimensions) {
            shape[static_cast<std::size_t>(index++)] = size;
        }
        makeDense();
    }

    // Strides as of a dense tensor of this shape.
    void makeDense() {
        std::int64_t step = 1;
        for (int d = rank - 1; d >= 0; --d) {
            const std::size_t index = static_cast<std::size_t>(d);
            strides[index] = step;
            step = d == rank - 1 ? denseStride(dtype, shape[index]) : step * shape[index];
        }
    }

    // Size of dimension d; negative d counts from the last.
    std::int64_t size(int d) const { return shape[at(d)]; }

    std::int64_t stride(int d) const { return strides[at(d)]; }

    std::int64_t elements() const {
        std::int64_t product = 1;
        for (int d = 0; d < rank; ++d) {
            product *= shape[static_cast<std::size_t>(d)];
        }
        return product;
    }

    bool isDense() const {
        Tensor dense = *this;
        dense.makeDense();
        for (int d = 0; d < rank; ++d) {
            if (size(d) != 1 && stride(d) != dense.stride(d)) {
                return false;
            }
        }
        return true;
    }

    // Of a dense tensor of this shape.
    std::size_t denseBytes() const {
        const std::int64_t inner = rank == 0 ? 1 : size(rank - 1);
        const std::int64_t rows = inner == 0 ? 0 : elements() / inner;
        return static_cast<std::size_t>(rows * denseStride(dtype, inner)) * sizeOf(dtype);
    }

    template <typename T>
    T* as() const {
        return static_cast<T*>(data);
    }

    // The part [first, first + count) along dimension d.
    Tensor slice(int d, std::int64_t first, std::int64_t count) const {
        const std::size_t index = at(d);
        check(first >= 0 && count >= 0 && first + count <= shape[index], "Tensor::slice: range");
        check(!isQuantised(dtype) || d + 1 < rank || count == shape[index],
              "Tensor::slice: a row of a quantised weight is one piece");
        Tensor view = *this;
        view.data = static_cast<std::byte*>(data) +
                    static_cast<std::size_t>(first * strides[index]) * sizeOf(dtype);
        view.shape[index] = count;
        return view;
    }

    // The same dense memory under another shape with as many elements.
    Tensor reshaped(std::initializer_list<std::int64_t> dimensions) const {
        check(isDense(), "Tensor::reshaped: the view is not dense");
        Tensor view(data, dtype, dimensions);
        check(view.elements() == elements(), "Tensor::reshaped: element count");
        check(!isQuantised(dtype) || view.size(-1) == size(-1), "Tensor::reshaped: quantised rows");
        return view;
    }

    // Splits dimension d (size a·b) into two dimensions (a, b); keeps strides.
    Tensor split(int d, std::int64_t inner) const {
        const std::size_t index = at(d);
        check(rank < kMaxRank && inner > 0 && shape[index] % inner == 0, "Tensor::split: size");
        Tensor view = *this;
        for (std::size_t i = kMaxRank - 1; i > index + 1; --i) {
            view.shape[i] = shape[i - 1];
            view.strides[i] = strides[i - 1];
        }
        view.shape[index] = shape[index] / inner;
        view.strides[index] = strides[index] * inner;
        view.shape[index + 1] = inner;
        view.strides[index + 1] = strides[index];
        ++view.rank;
        return view;
    }

    // One of them as a batch: (T, H, C) → (1, T, H, C).
    Tensor asBatch() const {
        check(rank < kMaxRank, "Tensor::asBatch: rank");
        Tensor batch = *this;
        for (std::size_t i = kMaxRank - 1; i > 0; --i) {
            batch.shape[i] = shape[i - 1];
            batch.strides[i] = strides[i - 1];
        }
        batch.shape[0] = 1;
        batch.strides[0] = shape[0] * strides[0];
        ++batch.rank;
        return batch;
    }

private:
    std::size_t at(int d) const {
        const int index = d < 0 ? d + rank : d;
        check(index >= 0 && index < rank, "Tensor: no such dimension");
        return static_cast<std::size_t>(index);
    }
};

// "(4, 729, 1152)", for error texts.
std::string shapeText(const Tensor& tensor);

} // namespace kernels

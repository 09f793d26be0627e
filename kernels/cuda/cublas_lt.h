// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// CublasLt: the products that NVIDIA's library does with its tensor cores. The library is opened by
// name when the backend is made; a machine without it has slower products, not fewer.
#pragma once

#include "kernels/backend.h"

#include <cublasLt.h>
#include <cuda_runtime.h>

#include <array>
#include <map>

namespace kernels {

// The functions that are used, all null where the library cannot be opened.
struct CublasLtLibrary {
    decltype(&cublasLtCreate) create = nullptr;
    decltype(&cublasLtDestroy) destroy = nullptr;
    decltype(&cublasLtMatmul) matmul = nullptr;
    decltype(&cublasLtMatmulAlgoGetHeuristic) heuristic = nullptr;
    decltype(&cublasLtMatmulDescCreate) createProduct = nullptr;
    decltype(&cublasLtMatmulDescDestroy) destroyProduct = nullptr;
    decltype(&cublasLtMatmulDescSetAttribute) setProduct = nullptr;
    decltype(&cublasLtMatrixLayoutCreate) createLayout = nullptr;
    decltype(&cublasLtMatrixLayoutDestroy) destroyLayout = nullptr;
    decltype(&cublasLtMatmulPreferenceCreate) createPreference = nullptr;
    decltype(&cublasLtMatmulPreferenceDestroy) destroyPreference = nullptr;
    decltype(&cublasLtMatmulPreferenceSetAttribute) setPreference = nullptr;
};

CublasLtLibrary openCublasLt();

class CublasLt {
public:
    // computeMajor: of the current device's compute capability; 8 and up multiply bf16.
    explicit CublasLt(int computeMajor);
    ~CublasLt();
    CublasLt(const CublasLt&) = delete;
    CublasLt& operator=(const CublasLt&) = delete;

    bool isAvailable() const { return m_handle != nullptr; }

    // Whether the product, without an epilogue, is one that linear() does.
    bool hasLinear(const Tensor& out, const Tensor& in, const Tensor& weight) const;

    // The verb of backend.h, for operands that were checked. False when the library does not have
    // this product; then nothing was done.
    bool linear(cudaStream_t stream, const Tensor& out, const Tensor& in, const Tensor& weight,
                const Epilogue& epilogue);

private:
    // What the choice of an algorithm depends on.
    using Key = std::array<std::int64_t, 13>;

    struct Choice {
        bool isFound = false;
        cublasLtMatmulAlgo_t algorithm{};
    };

    struct Description;

    const Choice& choiceFor(const Key& key, const Description& product);

    CublasLtLibrary m_library;
    cublasLtHandle_t m_handle = nullptr;
    Buffer m_workspace;
    std::map<Key, Choice> m_choices;
};

} // namespace kernels

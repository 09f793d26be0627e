// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Our matrices are row-major, the library's column-major, so it sees each of them transposed:
// out (T, N) is its D (N, T) = weight (K, N)ᵀ · in (K, T), and the bias runs along D's rows.
#include "kernels/cuda/cublas_lt.h"
#include "kernels/cuda/device_memory.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace kernels {

namespace {

constexpr std::size_t kWorkspaceBytes = std::size_t{32} << 20; // as the library advises for Hopper
constexpr int kFirstWithBf16 = 8;

void cublasCheck(cublasStatus_t status, const char* doing) {
    if (status != CUBLAS_STATUS_SUCCESS) {
        throw Error(status == CUBLAS_STATUS_ALLOC_FAILED ? ErrorCode::OutOfMemory
                                                         : ErrorCode::DeviceUnavailable,
                    std::string("cuBLAS failed at ") + doing + ": status " +
                        std::to_string(static_cast<int>(status)));
    }
}

cudaDataType_t dataType(DType type) {
    return type == DType::BF16 ? CUDA_R_16BF : CUDA_R_32F;
}

cublasLtEpilogue_t epilogueKind(const Epilogue& epilogue) {
    const bool isGelu = epilogue.activation == Activation::GeluTanh;
    if (epilogue.bias != nullptr) {
        return isGelu ? CUBLASLT_EPILOGUE_GELU_BIAS : CUBLASLT_EPILOGUE_BIAS;
    }
    return isGelu ? CUBLASLT_EPILOGUE_GELU : CUBLASLT_EPILOGUE_DEFAULT;
}

// Its GELU is the tanh form; the matrix that it adds is added before the activation.
bool hasEpilogue(const Tensor& out, const Epilogue& epilogue) {
    const bool isPlain = epilogue.activation == Activation::None;
    return (isPlain || epilogue.activation == Activation::GeluTanh) &&
           (epilogue.bias == nullptr || epilogue.bias->dtype == out.dtype) &&
           (epilogue.residual == nullptr || (isPlain && epilogue.residual->dtype == out.dtype));
}

// Of the first element of every row.
std::uint32_t alignmentOf(const Tensor& rows) {
    const auto address = reinterpret_cast<std::uintptr_t>(rows.data);
    const std::uintptr_t bits =
        address | (static_cast<std::uintptr_t>(rows.stride(0)) * sizeOf(rows.dtype)) | 256U;
    return static_cast<std::uint32_t>(bits & (~bits + 1));
}

bool hasDistinctRows(const Tensor& rows) {
    return rows.stride(0) >= rows.size(1);
}

} // namespace

// The library's objects for one product.
struct CublasLt::Description {
    Description(const CublasLtLibrary& functions, const Tensor& out, const Tensor& in,
                const Tensor& weight, const Epilogue& epilogue)
        : library(functions)
        , added(epilogue.residual == nullptr ? out : *epilogue.residual) {
        cublasCheck(library.createProduct(&product, CUBLAS_COMPUTE_32F, CUDA_R_32F),
                    "describing a product");
        set(CUBLASLT_MATMUL_DESC_TRANSA, CUBLAS_OP_T);
        set(CUBLASLT_MATMUL_DESC_EPILOGUE, epilogueKind(epilogue));
        if (epilogue.bias != nullptr) {
            set(CUBLASLT_MATMUL_DESC_BIAS_POINTER, static_cast<const void*>(epilogue.bias->data));
        }
        weightLayout = layout(weight);
        inLayout = layout(in);
        addedLayout = layout(added);
        outLayout = layout(out);
    }

    ~Description() {
        for (cublasLtMatrixLayout_t each : {weightLayout, inLayout, addedLayout, outLayout}) {
            library.destroyLayout(each);
        }
        library.destroyProduct(product);
    }

    Description(const Description&) = delete;
    Description& operator=(const Description&) = delete;

    template <class Value>
    void set(cublasLtMatmulDescAttributes_t attribute, const Value& value) {
        cublasCheck(library.setProduct(product, attribute, &value, sizeof value),
                    "describing a product");
    }

    cublasLtMatrixLayout_t layout(const Tensor& rows) const {
        cublasLtMatrixLayout_t made = nullptr;
        cublasCheck(library.createLayout(&made, dataType(rows.dtype),
                                         static_cast<std::uint64_t>(rows.size(1)),
                                         static_cast<std::uint64_t>(rows.size(0)), rows.stride(0)),
                    "describing a matrix");
        return made;
    }

    const CublasLtLibrary& library;
    Tensor added; // its C: the residual, or what is not looked at
    cublasLtMatmulDesc_t product = nullptr;
    cublasLtMatrixLayout_t weightLayout = nullptr;
    cublasLtMatrixLayout_t inLayout = nullptr;
    cublasLtMatrixLayout_t addedLayout = nullptr;
    cublasLtMatrixLayout_t outLayout = nullptr;
};

CublasLt::CublasLt(int computeMajor) {
    if (computeMajor < kFirstWithBf16) {
        return;
    }
    m_library = openCublasLt();
    if (m_library.create != nullptr) {
        m_workspace = allocateOnDevice(kWorkspaceBytes);
        cublasCheck(m_library.create(&m_handle), "its start");
    }
}

CublasLt::~CublasLt() {
    if (m_handle != nullptr) {
        m_library.destroy(m_handle);
    }
}

bool CublasLt::hasLinear(const Tensor& out, const Tensor& in, const Tensor& weight) const {
    return isAvailable() && in.dtype == DType::BF16 && weight.dtype == DType::BF16 &&
           (out.dtype == DType::BF16 || out.dtype == DType::F32) && hasDistinctRows(out) &&
           hasDistinctRows(in) && hasDistinctRows(weight);
}

const CublasLt::Choice& CublasLt::choiceFor(const Key& key, const Description& product) {
    const auto [place, isNew] = m_choices.try_emplace(key);
    if (!isNew) {
        return place->second;
    }
    cublasLtMatmulPreference_t preference = nullptr;
    cublasCheck(m_library.createPreference(&preference), "choosing an algorithm");
    const auto prefer = [&](cublasLtMatmulPreferenceAttributes_t attribute, const auto& value) {
        cublasCheck(m_library.setPreference(preference, attribute, &value, sizeof value),
                    "choosing an algorithm");
    };
    const auto alignment = [&](std::size_t index) {
        return static_cast<std::uint32_t>(key[index]);
    };
    prefer(CUBLASLT_MATMUL_PREF_MAX_WORKSPACE_BYTES, std::uint64_t{kWorkspaceBytes});
    prefer(CUBLASLT_MATMUL_PREF_MIN_ALIGNMENT_A_BYTES, alignment(0));
    prefer(CUBLASLT_MATMUL_PREF_MIN_ALIGNMENT_B_BYTES, alignment(1));
    prefer(CUBLASLT_MATMUL_PREF_MIN_ALIGNMENT_C_BYTES, alignment(2));
    prefer(CUBLASLT_MATMUL_PREF_MIN_ALIGNMENT_D_BYTES, alignment(3));
    cublasLtMatmulHeuristicResult_t result{};
    int found = 0;
    const cublasStatus_t status =
        m_library.heuristic(m_handle, product.product, product.weightLayout, product.inLayout,
                            product.addedLayout, product.outLayout, preference, 1, &result, &found);
    m_library.destroyPreference(preference);
    place->second = {status == CUBLAS_STATUS_SUCCESS && found > 0, result.algo};
    return place->second;
}

bool CublasLt::linear(cudaStream_t stream, const Tensor& out, const Tensor& in,
                      const Tensor& weight, const Epilogue& epilogue) {
    if (!hasLinear(out, in, weight) || !hasEpilogue(out, epilogue) ||
        (epilogue.residual != nullptr && !hasDistinctRows(*epilogue.residual))) {
        return false;
    }
    const Description product(m_library, out, in, weight, epilogue);
    const Key key{alignmentOf(weight),
                  alignmentOf(in),
                  alignmentOf(product.added),
                  alignmentOf(out),
                  out.size(0),
                  out.size(1),
                  in.size(1),
                  weight.stride(0),
                  in.stride(0),
                  product.added.stride(0),
                  out.stride(0),
                  static_cast<std::int64_t>(out.dtype),
                  epilogueKind(epilogue)};
    const Choice& choice = choiceFor(key, product);
    if (!choice.isFound) {
        return false;
    }
    const float one = 1.0F;
    const float residualFactor = epilogue.residual == nullptr ? 0.0F : 1.0F;
    cublasCheck(m_library.matmul(m_handle, product.product, &one, weight.data, product.weightLayout,
                                 in.data, product.inLayout, &residualFactor, product.added.data,
                                 product.addedLayout, out.data, product.outLayout,
                                 &choice.algorithm, m_workspace.data(), m_workspace.bytes(),
                                 stream),
                "a product");
    return true;
}

} // namespace kernels

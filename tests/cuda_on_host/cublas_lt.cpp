// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// cuBLASLt's product as its manual defines it, with column-major matrices: D = epilogue(alpha ·
// op(A) · B + beta · C). Of operands it accepts what tensor cores do: bf16, aligned as promised.
#include "kernels/cuda/cublas_lt.h"

#include "kernels/bfloat16.h"
#include "tests/cuda_on_host/device_memory.h"

#include <cmath>
#include <numeric>
#include <vector>

struct CublasLtOnHost {};

struct ProductOnHost {
    cublasOperation_t operationOfA = CUBLAS_OP_N;
    cublasLtEpilogue_t epilogue = CUBLASLT_EPILOGUE_DEFAULT;
    const void* bias = nullptr;
};

struct LayoutOnHost {
    cudaDataType_t type;
    std::uint64_t rows;
    std::uint64_t columns;
    std::int64_t leadingDimension;
};

struct PreferenceOnHost {
    std::uint32_t alignments[4] = {256, 256, 256, 256};
};

namespace {

float load(const void* data, cudaDataType_t type, std::int64_t index) {
    return type == CUDA_R_16BF
               ? kernels::toFloat(static_cast<const kernels::BFloat16*>(data)[index])
               : static_cast<const float*>(data)[index];
}

void save(void* data, cudaDataType_t type, std::int64_t index, float value) {
    if (type == CUDA_R_16BF) {
        static_cast<kernels::BFloat16*>(data)[index] = kernels::toBFloat16(value);
    } else {
        static_cast<float*>(data)[index] = value;
    }
}

std::vector<float> widened(const void* data, const LayoutOnHost& layout, std::uint64_t column) {
    std::vector<float> values(layout.rows);
    const auto first = static_cast<std::int64_t>(column) * layout.leadingDimension;
    for (std::size_t row = 0; row < values.size(); ++row) {
        values[row] = load(data, layout.type, first + static_cast<std::int64_t>(row));
    }
    return values;
}

float activated(float x, cublasLtEpilogue_t epilogue) {
    if ((epilogue & CUBLASLT_EPILOGUE_GELU) == 0) {
        return x;
    }
    return 0.5F * x * (1.0F + std::tanh(0.79788456F * (x + 0.044715F * x * x * x)));
}

bool fits(const ProductOnHost& product, const LayoutOnHost& a, const LayoutOnHost& b,
          const LayoutOnHost& c, const LayoutOnHost& d) {
    const auto isColumnMajor = [](const LayoutOnHost& layout) {
        return layout.leadingDimension >= static_cast<std::int64_t>(layout.rows);
    };
    return product.operationOfA == CUBLAS_OP_T && a.type == CUDA_R_16BF && b.type == CUDA_R_16BF &&
           c.type == d.type && a.rows == b.rows && d.rows == a.columns && d.columns == b.columns &&
           c.rows == d.rows && c.columns == d.columns && isColumnMajor(a) && isColumnMajor(b) &&
           isColumnMajor(c) && isColumnMajor(d);
}

struct MatrixOnHost {
    const void* data;
    LayoutOnHost layout;

    float at(std::int64_t row, std::int64_t column) const {
        return load(data, layout.type, column * layout.leadingDimension + row);
    }
};

// One product, with everything that the caller may forget.
struct Multiplication {
    ProductOnHost product;
    MatrixOnHost a;
    MatrixOnHost b;
    MatrixOnHost c;
    void* d;
    LayoutOnHost dLayout;
    float productFactor;
    float addedFactor;

    void run() const {
        const cuda_on_host::DeviceMemory::Access access;
        std::vector<std::vector<float>> weights;
        for (std::uint64_t row = 0; row < dLayout.rows; ++row) {
            weights.push_back(widened(a.data, a.layout, row));
        }
        for (std::uint64_t column = 0; column < dLayout.columns; ++column) {
            const std::vector<float> in = widened(b.data, b.layout, column);
            for (std::size_t row = 0; row < weights.size(); ++row) {
                store(static_cast<std::int64_t>(row), static_cast<std::int64_t>(column),
                      std::inner_product(in.begin(), in.end(), weights[row].begin(), 0.0F));
            }
        }
        cuda_on_host::checkDeviceMemory();
    }

    void store(std::int64_t row, std::int64_t column, float sum) const {
        const bool hasBias = (product.epilogue & CUBLASLT_EPILOGUE_BIAS) != 0;
        float value = productFactor * sum;
        value += addedFactor != 0.0F ? addedFactor * c.at(row, column) : 0.0F;
        value += hasBias ? load(product.bias, dLayout.type, row) : 0.0F;
        save(d, dLayout.type, column * dLayout.leadingDimension + row,
             activated(value, product.epilogue));
    }
};

} // namespace

cublasStatus_t cublasLtCreate(cublasLtHandle_t* handle) {
    *handle = new CublasLtOnHost;
    return CUBLAS_STATUS_SUCCESS;
}

cublasStatus_t cublasLtDestroy(cublasLtHandle_t handle) {
    delete handle;
    return CUBLAS_STATUS_SUCCESS;
}

cublasStatus_t cublasLtMatmulDescCreate(cublasLtMatmulDesc_t* product,
                                        cublasComputeType_t /*compute*/, cudaDataType_t /*scale*/) {
    *product = new ProductOnHost;
    return CUBLAS_STATUS_SUCCESS;
}

cublasStatus_t cublasLtMatmulDescDestroy(cublasLtMatmulDesc_t product) {
    delete product;
    return CUBLAS_STATUS_SUCCESS;
}

cublasStatus_t cublasLtMatmulDescSetAttribute(cublasLtMatmulDesc_t product,
                                              cublasLtMatmulDescAttributes_t attribute,
                                              const void* value, std::size_t bytes) {
    const auto set = [&](auto& field) {
        if (bytes != sizeof field) {
            return CUBLAS_STATUS_INVALID_VALUE;
        }
        std::memcpy(&field, value, bytes);
        return CUBLAS_STATUS_SUCCESS;
    };
    switch (attribute) {
    case CUBLASLT_MATMUL_DESC_TRANSA:
        return set(product->operationOfA);
    case CUBLASLT_MATMUL_DESC_EPILOGUE:
        return set(product->epilogue);
    case CUBLASLT_MATMUL_DESC_BIAS_POINTER:
        return set(product->bias);
    }
    return CUBLAS_STATUS_NOT_SUPPORTED;
}

cublasStatus_t cublasLtMatrixLayoutCreate(cublasLtMatrixLayout_t* layout, cudaDataType_t type,
                                          std::uint64_t rows, std::uint64_t columns,
                                          std::int64_t leadingDimension) {
    *layout = new LayoutOnHost{type, rows, columns, leadingDimension};
    return CUBLAS_STATUS_SUCCESS;
}

cublasStatus_t cublasLtMatrixLayoutDestroy(cublasLtMatrixLayout_t layout) {
    delete layout;
    return CUBLAS_STATUS_SUCCESS;
}

cublasStatus_t cublasLtMatmulPreferenceCreate(cublasLtMatmulPreference_t* preference) {
    *preference = new PreferenceOnHost;
    return CUBLAS_STATUS_SUCCESS;
}

cublasStatus_t cublasLtMatmulPreferenceDestroy(cublasLtMatmulPreference_t preference) {
    delete preference;
    return CUBLAS_STATUS_SUCCESS;
}

cublasStatus_t cublasLtMatmulPreferenceSetAttribute(cublasLtMatmulPreference_t preference,
                                                    cublasLtMatmulPreferenceAttributes_t attribute,
                                                    const void* value, std::size_t bytes) {
    if (attribute == CUBLASLT_MATMUL_PREF_MAX_WORKSPACE_BYTES) {
        return bytes == sizeof(std::uint64_t) ? CUBLAS_STATUS_SUCCESS : CUBLAS_STATUS_INVALID_VALUE;
    }
    if (bytes != sizeof(std::uint32_t)) {
        return CUBLAS_STATUS_INVALID_VALUE;
    }
    std::memcpy(&preference->alignments[attribute - CUBLASLT_MATMUL_PREF_MIN_ALIGNMENT_A_BYTES],
                value, bytes);
    return CUBLAS_STATUS_SUCCESS;
}

// The algorithm carries the alignments that it was chosen for.
cublasStatus_t cublasLtMatmulAlgoGetHeuristic(cublasLtHandle_t /*handle*/,
                                              cublasLtMatmulDesc_t product,
                                              cublasLtMatrixLayout_t a, cublasLtMatrixLayout_t b,
                                              cublasLtMatrixLayout_t c, cublasLtMatrixLayout_t d,
                                              cublasLtMatmulPreference_t preference, int asked,
                                              cublasLtMatmulHeuristicResult_t* results,
                                              int* found) {
    *found = 0;
    if (asked < 1 || !fits(*product, *a, *b, *c, *d)) {
        return CUBLAS_STATUS_NOT_SUPPORTED;
    }
    for (std::size_t i = 0; i < 4; ++i) {
        results[0].algo.data[i] = preference->alignments[i];
    }
    *found = 1;
    return CUBLAS_STATUS_SUCCESS;
}

cublasStatus_t cublasLtMatmul(cublasLtHandle_t /*handle*/, cublasLtMatmulDesc_t product,
                              const void* alpha, const void* a, cublasLtMatrixLayout_t aLayout,
                              const void* b, cublasLtMatrixLayout_t bLayout, const void* beta,
                              const void* c, cublasLtMatrixLayout_t cLayout, void* d,
                              cublasLtMatrixLayout_t dLayout, const cublasLtMatmulAlgo_t* algorithm,
                              void* /*workspace*/, std::size_t /*workspaceBytes*/,
                              cudaStream_t /*stream*/) {
    const void* operands[] = {a, b, c, d};
    for (std::size_t i = 0; i < 4; ++i) {
        if (reinterpret_cast<std::uintptr_t>(operands[i]) % algorithm->data[i] != 0) {
            return CUBLAS_STATUS_INVALID_VALUE;
        }
    }
    if (!fits(*product, *aLayout, *bLayout, *cLayout, *dLayout)) {
        return CUBLAS_STATUS_INVALID_VALUE;
    }
    const Multiplication multiplication{*product,
                                        {a, *aLayout},
                                        {b, *bLayout},
                                        {c, *cLayout},
                                        d,
                                        *dLayout,
                                        *static_cast<const float*>(alpha),
                                        *static_cast<const float*>(beta)};
    cuda_on_host::doOrKeep([=] {
        multiplication.run();
        return 0;
    });
    return CUBLAS_STATUS_SUCCESS;
}

namespace kernels {

CublasLtLibrary openCublasLt() {
    return {cublasLtCreate,
            cublasLtDestroy,
            cublasLtMatmul,
            cublasLtMatmulAlgoGetHeuristic,
            cublasLtMatmulDescCreate,
            cublasLtMatmulDescDestroy,
            cublasLtMatmulDescSetAttribute,
            cublasLtMatrixLayoutCreate,
            cublasLtMatrixLayoutDestroy,
            cublasLtMatmulPreferenceCreate,
            cublasLtMatmulPreferenceDestroy,
            cublasLtMatmulPreferenceSetAttribute};
}

} // namespace kernels

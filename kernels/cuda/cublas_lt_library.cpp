// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cuda/cublas_lt.h"

#include <dlfcn.h>

#include <string>

namespace kernels {

namespace {

// The major version of the headers that this was compiled with.
const std::string kName = "libcublasLt.so." + std::to_string(CUBLAS_VER_MAJOR);

template <class Function>
bool find(void* library, Function& function, const char* name) {
    function = reinterpret_cast<Function>(dlsym(library, name));
    return function != nullptr;
}

bool findAll(void* library, CublasLtLibrary& functions) {
    return find(library, functions.create, "cublasLtCreate") &&
           find(library, functions.destroy, "cublasLtDestroy") &&
           find(library, functions.matmul, "cublasLtMatmul") &&
           find(library, functions.heuristic, "cublasLtMatmulAlgoGetHeuristic") &&
           find(library, functions.createProduct, "cublasLtMatmulDescCreate") &&
           find(library, functions.destroyProduct, "cublasLtMatmulDescDestroy") &&
           find(library, functions.setProduct, "cublasLtMatmulDescSetAttribute") &&
           find(library, functions.createLayout, "cublasLtMatrixLayoutCreate") &&
           find(library, functions.destroyLayout, "cublasLtMatrixLayoutDestroy") &&
           find(library, functions.createPreference, "cublasLtMatmulPreferenceCreate") &&
           find(library, functions.destroyPreference, "cublasLtMatmulPreferenceDestroy") &&
           find(library, functions.setPreference, "cublasLtMatmulPreferenceSetAttribute");
}

} // namespace

// The library stays open: its code may be in use until the process ends.
CublasLtLibrary openCublasLt() {
    CublasLtLibrary functions;
    void* library = dlopen(kName.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr || !findAll(library, functions)) {
        return {};
    }
    return functions;
}

} // namespace kernels

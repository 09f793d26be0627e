// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The backends of verb_rows.h on the first GPU: types of activations.
#include "tests/kernels/verb_rows.h"

#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>

namespace verbs {

using kernels::Backend;
using kernels::DType;

namespace {

const std::map<QString, DType>& targets() {
    static const std::map<QString, DType> all{{"cuda, fp32", DType::F32},
                                              {"cuda, bf16", DType::BF16}};
    return all;
}

} // namespace

QStringList backendNames() {
    if (kernels::cudaDevices().empty()) {
        std::puts("skipped: no GPU can be used here");
        std::exit(77); // what ctest takes for skipped
    }
    QStringList names;
    for (const auto& [name, activations] : targets()) {
        names += name;
    }
    return names;
}

Backend& backendNamed(const QString& name) {
    static std::map<QString, std::unique_ptr<Backend>> backends;
    std::unique_ptr<Backend>& backend = backends[name];
    if (!backend) {
        backend = kernels::makeCudaBackend(0, targets().at(name));
    }
    return *backend;
}

bool isOnHost(const QString& /*name*/) {
    return false;
}

} // namespace verbs

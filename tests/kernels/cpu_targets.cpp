// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The backends of verb_rows.h on the CPU: numbers of threads and instruction sets.
#include "tests/kernels/verb_rows.h"

#include <hwy/targets.h>

#include <algorithm>
#include <map>
#include <memory>

namespace verbs {

using kernels::Backend;

namespace {

struct Target {
    QString name;
    int threads;
    std::int64_t instructions; // of Highway's targets; 0: the best
};

const std::vector<Target>& targets() {
    static const std::vector<Target> all{{"cpu, 1 thread", 1, 0},
                                         {"cpu, all threads", 0, 0},
                                         {"cpu, 1 thread, AVX2", 1, HWY_AVX2},
                                         {"cpu, 1 thread, SSE4", 1, HWY_SSE4}};
    return all;
}

} // namespace

QStringList backendNames() {
    // Once: later a backend may have hidden instruction sets.
    static const std::int64_t supported = hwy::SupportedTargets();
    QStringList names;
    for (const Target& target : targets()) {
        if (target.instructions == 0 || (supported & target.instructions) != 0) {
            names += target.name;
        }
    }
    return names;
}

Backend& backendNamed(const QString& name) {
    static std::map<int, std::unique_ptr<Backend>> backends;
    const auto target = std::find_if(targets().begin(), targets().end(),
                                     [&](const Target& t) { return t.name == name; });
    kernels::check(target != targets().end(), "no backend of this name");
    hwy::SetSupportedTargetsForTest(target->instructions); // 0 lifts the restriction
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    std::unique_ptr<Backend>& backend = backends[target->threads];
    if (!backend) {
        backend = kernels::makeCpuBackend(target->threads);
    }
    return *backend;
}

bool isOnHost(const QString& /*name*/) {
    return true;
}

} // namespace verbs

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pass: what every model function needs to run: the machine, scratch memory, the wish to stop and
// the observer. Built by Session for one call; passed by reference down the model.
#pragma once

#include "engine/probe.h"
#include "engine/workspace.h"
#include "kernels/backend.h"

#include <functional>
#include <stop_token>
#include <string>

namespace engine {

struct Pass {
    kernels::Backend& backend;
    kernels::Backend& expertBackend; // that routed experts run on; the same or the CPU's
    Workspace& workspace;
    const Probe& probe;
    std::stop_token stop;

    bool stopped() const { return stop.stop_requested(); }

    // Whether the host has to look on, or to compute, while a pass is under way.
    bool needsHost() const { return probe || &expertBackend != &backend; }

    // As Backend::repeat does, where the host is not needed.
    void repeat(kernels::Recording& recording, const std::function<void()>& work) const {
        if (needsHost()) {
            work();
        } else {
            backend.repeat(recording, work);
        }
    }

    void show(const std::string& module, const kernels::Tensor& output) const {
        if (probe) {
            backend.synchronize();
            probe(module, output);
        }
    }
};

} // namespace engine

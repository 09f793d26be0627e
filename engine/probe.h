// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Probe: an optional callback that sees every module's output by its Python name, so that a
// divergence from the reference is found layer by layer.
#pragma once

#include "kernels/tensor.h"

#include <functional>
#include <string_view>

namespace engine {

// Called on the session's thread right after a module ran; the tensor is valid during the call and
// lies in backend memory.
using Probe = std::function<void(std::string_view module, const kernels::Tensor& output)>;

} // namespace engine

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Brings the mapped files of a checkpoint into memory, in the order in which they lie on the disk,
// which is several times faster than the order in which the first question would touch them. Any
// thread.
#pragma once

#include "engine/checkpoint.h"

#include <functional>
#include <stop_token>

namespace engine {

// progress gets the share that is there, 0…1. False when stopped; what was read stays read. Throws
// BadFile when the disk cannot deliver.
bool preload(const Checkpoint& checkpoint, const std::function<void(double)>& progress,
             const std::stop_token& stop);

} // namespace engine

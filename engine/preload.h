// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Brings what a model reads of mapped files into memory, in the order in which it lies on the disk,
// which is several times faster than the order in which the first question would touch it. Any
// thread.
#pragma once

#include "engine/weights.h"

#include <functional>
#include <span>
#include <stop_token>

namespace engine {

// progress gets the share that is there, 0…1. False when stopped; what was read stays read. Throws
// BadFile when the disk cannot deliver.
bool preload(std::span<const MappedPart> parts, const std::function<void(double)>& progress,
             const std::stop_token& stop);

} // namespace engine

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an engine would make of pictures and questions, as functions that any thread may call while
// it works: plans of tiles, the tiles themselves, the length of a prompt. They keep what they need
// of the engine alive, which is little: not its weights.
#pragma once

#include "app/analysis/analysis.h"
#include "engine/engine.h"

namespace app {

TilePlan planTiles(const engine::Tiling& tiling, const QVector<QSize>& images);

TilePlanner plannerOf(const engine::Engine& engine);
TileCutter cutterOf(const engine::Engine& engine);
PromptCounter counterOf(const engine::Engine& engine, const ModelCard& card);

} // namespace app

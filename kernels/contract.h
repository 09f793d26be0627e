// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Contract: the shape and type rules of backend.h as functions, one per verb, so that every backend
// refuses the same calls. Each throws Error(Internal) with the verb, the broken rule and the
// shapes. Values (ids, positions) are not looked at: they may lie in the memory of a device.
#pragma once

#include "kernels/backend.h"

namespace kernels {

void checkCopy(const Tensor& to, const Tensor& from);
void checkLinear(const Tensor& out, const Tensor& in, const Tensor& weight,
                 const Epilogue& epilogue);
void checkProject(std::span<const Tensor> outs, const NormedRows& in,
                  std::span<const Tensor> weights);
void checkLinearPerHead(const Tensor& out, const Tensor& in, const Tensor& weight);
void checkSwiGlu(const Tensor& out, const Tensor& in, const Tensor& gate, const Tensor& up);
void checkRmsNorm(const Tensor& out, const Tensor& in, const Tensor& weight);
void checkLayerNorm(const Tensor& out, const Tensor& in, const Tensor& weight, const Tensor& bias);
void checkKeepRows(std::span<const Tensor> caches, const KeptRows& kept, const TurnedHeads& queries,
                   const Tensor& positions);
void checkAttention(const Tensor& out, const Tensor& q, const Tensor& k, const Tensor& v,
                    const AttentionParams& params);
void checkAttentionOfTimelines(const Tensor& out, const Tensor& q,
                               std::span<const Timeline> timelines, const Tensor& positions);
void checkRouteExperts(const Tensor& ids, const Tensor& weights, const Tensor& normed,
                       const NormedRows& in, const Tensor& gate, const RoutingParams& params);
void checkExpertFfn(const Tensor& out, const Tensor& in, const Tensor& ids, const Tensor& weights,
                    const ExpertWeights& experts);
void checkEmbed(const Tensor& out, const Tensor& table, const Tensor& ids);
void checkResample(const Tensor& out, const Tensor& in, const Tensor& windows);
void checkPatchify(const Tensor& out, const Tensor& tiles, float deviation);
void checkUnshuffle2x2(const Tensor& out, const Tensor& in);
void checkArgmax(const Tensor& ids, const Tensor& probabilities, const Tensor& in);

} // namespace kernels

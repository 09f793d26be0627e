// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Requests as conversations of the engine. Text of users is data: only the model card's prompts and
// the task itself ever give control tokens. Pure functions, any thread.
#pragma once

#include "app/analysis/analysis.h"
#include "engine/text/conversation.h"

#include <vector>

namespace app {

// A model that gets packed rows only reads: what else is asked of it is looked for in what it read.
bool isAnsweredFromText(const ModelCard& card, const AnalysisRequest& request);

// The request with its history, its first turn about so many pictures. row: of the picture, from 0,
// that is to be read; -1 where a request is about all of it. Earlier answers keep their own tokens,
// so that the session finds them in its cache.
std::vector<engine::Message> conversationOf(const ModelCard& card, const AnalysisRequest& request,
                                            qsizetype pictures, int row);

} // namespace app

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

// A model that only looks up named fields was trained on whole questions: "total" becomes "What is
// the total?". Everything else stays as it is.
QString questionFor(const ModelCard& card, const QString& text);

// The request with its history, its first turn about so many pictures. row: of the picture, from 0,
// that is to be read; -1 where a request is about all of it. Earlier answers keep their
// own tokens, so that the session finds them in its cache; a model that only looks fields up gets
// no history.
std::vector<engine::Message> conversationOf(const ModelCard& card, const AnalysisRequest& request,
                                            qsizetype pictures, int row);

} // namespace app

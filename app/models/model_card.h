// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads what a model folder says about itself: tessera.json where there is one, on top of the
// defaults for the model_type in config.json. The files are untrusted: sizes are capped, every
// value is checked against a range. Pure, usable from any thread.
#pragma once

#include "app/analysis/analysis.h"
#include "app/result.h"

namespace app {

// ModelMissing: no folder with a config.json. ModelUnsupported: another model_type, or a
// tessera.json of a later schema. ModelDamaged: a file that cannot be read as what it should be;
// the detail names file, key and reason.
Result<ModelCard> readModelCard(const QString& folder);

// The most tokens of an answer: the request's, or the card's where it says nothing.
int tokenLimit(const AnalysisRequest& request, const ModelCard& card);

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Making a model's quantised weights before they are wanted. Any thread; seconds to minutes.
#pragma once

#include "app/analysis/analyzer.h"

namespace app {

struct KeptWeights {
    QString file;
    qint64 bytes = 0; // of the file
};

// The file with the weights of choice, which have 8 or 4 bits; made if it is not there yet. Fails
// when there is no room for it, or no permission.
Result<KeptWeights> keepQuantised(const ModelChoice& choice, const LoadProgress& progress,
                                  std::stop_token stop);

} // namespace app

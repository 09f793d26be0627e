// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis/engine_quantising.h"

#include "app/analysis/engine_failure.h"
#include "app/analysis/engine_weights.h"

#include <QFile>

namespace app {

Result<KeptWeights> keepQuantised(const ModelChoice& choice, const LoadProgress& progress,
                                  std::stop_token stop) {
    return guarded(choice.folder, [&]() -> Result<KeptWeights> {
        const engine::Engine engine(toPath(choice.folder), weightOptions(choice),
                                    {progress, std::move(stop)});
        const auto& quantised = engine.weights().quantised;
        if (!quantised || !quantised->isMapped()) {
            return failure(FailureCode::WriteFailed, quantisedFolder(),
                           QStringLiteral("the weights cannot be kept there: no room on the disk, "
                                          "no permission, or another program is at it"));
        }
        const std::filesystem::path& file = quantised->file();
        return KeptWeights{QFile::decodeName(file.c_str()),
                           qint64(std::filesystem::file_size(file))};
    });
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis/engine_failure.h"

#include <QFile>

namespace app {

FailureCode codeOf(engine::ErrorCode code) {
    switch (code) {
    case engine::ErrorCode::OutOfMemory:
        return FailureCode::OutOfMemory;
    case engine::ErrorCode::DeviceUnavailable:
        return FailureCode::DeviceUnavailable;
    case engine::ErrorCode::BadFile:
        return FailureCode::ModelDamaged;
    case engine::ErrorCode::Unsupported:
        return FailureCode::ModelUnsupported;
    case engine::ErrorCode::BadRequest:
        return FailureCode::PromptTooLong;
    case engine::ErrorCode::Internal:
        break;
    }
    return FailureCode::Internal;
}

std::filesystem::path toPath(const QString& folder) {
    return QFile::encodeName(folder).toStdString();
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where exceptions of the engine become failures of app. Any thread.
#pragma once

#include "app/result.h"
#include "engine/engine.h"

#include <exception>
#include <filesystem>
#include <new>

namespace app {

FailureCode codeOf(engine::ErrorCode code);
std::filesystem::path toPath(const QString& folder);

// Runs work, which returns a Result; what the engine throws becomes a Failure about subject.
template <typename Work>
auto guarded(const QString& subject, Work work) -> decltype(work()) {
    try {
        return work();
    } catch (const engine::Error& error) {
        return failure(codeOf(error.code()), subject, QString::fromUtf8(error.what()));
    } catch (const std::bad_alloc&) {
        return failure(FailureCode::OutOfMemory, subject, QStringLiteral("an allocation failed"));
    } catch (const std::exception& error) {
        return failure(FailureCode::Internal, subject, QString::fromUtf8(error.what()));
    }
}

} // namespace app

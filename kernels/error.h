// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one exception type of kernels and engine. A code names what the user can do about it; the
// English text says which file, tensor or value was wrong and is shown as detail and logged.
#pragma once

#include <stdexcept>
#include <string>

namespace kernels {

enum class ErrorCode {
    OutOfMemory,       // host or device memory is short: close programs, choose a smaller model
    DeviceUnavailable, // the asked device cannot be used: choose another
    BadFile,           // a model file is missing, damaged or hostile: get it again
    Unsupported,       // the file is well formed but not a model this program runs
    BadRequest,        // the caller asked for something the model cannot do (too many tokens, ...)
    Internal,          // a broken contract between our own parts: report it
};

class Error : public std::runtime_error {
public:
    Error(ErrorCode code, const std::string& text)
        : std::runtime_error(text)
        , m_code(code) {}

    ErrorCode code() const noexcept { return m_code; }

private:
    ErrorCode m_code;
};

// Throws Internal in every build. For contracts at the entry of verbs and functions; inside hot
// loops use assert.
inline void check(bool condition, const char* text) {
    if (!condition) {
        throw Error(ErrorCode::Internal, text);
    }
}

} // namespace kernels

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How app tells failure: a value with a code that names what the user can do, and an English detail
// for the log. The translated sentence with its remedy is made in ui/failure_text.cpp, the command
// line's in app/cli. Values; any thread.
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace app {

enum class FailureCode {
    BadArguments, // the caller asked for something that makes no sense (page 9 of 3)
    FileNotFound,
    FileAccess,    // no permission, vanished drive, …
    NotADocument,  // no known format, or damaged beyond reading
    NeedsPassword, // encrypted; no password given, or a wrong one
    TooLarge,      // over a limit that the detail names
    EmptyFolder,
    FileExists,       // something lies where the output should go, and nobody said to replace it
    WriteFailed,      // the drive is full or broken
    Encrypted,        // an output cannot be made of it: its protection would be lost
    Signed,           // the same: its signature would be broken
    NotRead,          // there is no text to write: nobody has read the pages yet
    ModelMissing,     // no such model folder
    ModelDamaged,     // a file of the model is missing, truncated or wrong
    ModelUnsupported, // well formed, but not a model this program runs
    OutOfMemory,
    DeviceUnavailable,
    DownloadFailed,     // the detail says why; what is on the disk stays for another try
    LibraryUnavailable, // cannot be opened or written
    LibraryDamaged,     // a damaged database (the subject) was moved aside
    LibraryFromLater,   // made by a later version of the program
    DiskFull,
    PromptTooLong,   // does not fit the model's context; the detail says by how much
    SettingsDamaged, // moved aside to the subject
    Internal,
};

struct Failure {
    FailureCode code = FailureCode::Internal;
    QString subject; // the file, page or model it is about; may be empty
    QString detail;  // English, names the thing, the limit and the next step
};

template <typename T>
using Result = tl::expected<T, Failure>;

inline tl::unexpected<Failure> failure(FailureCode code, QString subject, QString detail) {
    return tl::unexpected<Failure>(Failure{code, std::move(subject), std::move(detail)});
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How tessera-cli ends. The numbers are an interface: scripts rely on them, so they never change.
// Where OCRmyPDF has a code for the same thing, it is the same number.
#pragma once

namespace app {

enum class ExitCode {
    Done = 0,
    BadArguments = 1,
    InvalidInput = 2, // not a document, damaged, too large
    ModelMissing = 3, // or the asked device, or a part of the program
    FileAccess = 5,   // not there, no permission
    Encrypted = 8,    // needs a password, or another one
    BadConfiguration = 9,
    Other = 15,      // a fault of the program
    SomeFailed = 20, // finished, but some of several items failed
    OutOfMemory = 21,
    ModelDamaged = 22,
    WriteFailed = 74,  // the output could not be written (disk full)
    Stopped = 75,      // by SIGTERM; what was done is kept, run again
    Interrupted = 130, // by SIGINT
};

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How every output reaches its place: written beside it under another name, synced, renamed, and
// the folder synced, so that after a crash or a power cut the place holds what was there before or
// all of the new. Nothing is kept of an attempt that failed. Any thread; may take as long as the
// drive.
#pragma once

#include "app/result.h"

#include <QByteArray>

namespace app {

enum class Existing {
    Refuse, // FileExists when something lies at the place, also when it came there meanwhile
    Replace,
};

// A link at the place is replaced, not followed. FileNotFound: there is no such folder.
// FileAccess: not allowed there. DiskFull: the drive is, or the user's share of it. WriteFailed: it
// is broken; the detail says how.
Result<void> writeFile(const QString& path, const QByteArray& bytes, Existing existing);

// With all above it that is not there yet. Failures as of a file.
Result<void> makeFolder(const QString& path);

// Removes what programs that were killed while they wrote have left in the folder and below. Files
// that are being written now stay.
void removeLeftovers(const QString& folder);

} // namespace app

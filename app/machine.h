// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the operating system says about this machine and this process. Facts only: empty where the
// system does not tell. Pure reads, any thread.
#pragma once

#include <QString>
#include <QStringList>

namespace app {

struct MemoryState {
    qint64 totalBytes = 0;
    qint64 availableBytes = 0;
};

QString processorName();
// Of the instruction sets that matter here, those that the processor has: "avx2", "avx512f", …
QStringList processorFeatures();
MemoryState memoryState();
// The memory that this process has resident now, and the most that it has had.
qint64 residentBytes();
qint64 peakResidentBytes();
// From now on peakResidentBytes counts afresh, where the system allows it.
void resetPeakResidentBytes();
// Graphics processors that a driver shows: "NVIDIA H100".
QStringList graphicsProcessors();

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the files of a model folder say about it, without opening the model: its configuration and
// the headers of its weights are read and checked, no weights are. Any thread; milliseconds for
// small models, up to a second for the largest on a slow disk.
#pragma once

#include "app/models/memory_estimate.h"
#include "app/result.h"

#include <QVector>

namespace app {

struct ModelFacts {
    QString variant; // "DeepSeek-VL2-Small", …
    qint64 parameters = 0;
    int contextTokens = 0;
    MemoryShape memory;
};

// Fails as EngineAnalyzer::open would for these files.
Result<ModelFacts> readModelFacts(const QString& folder);

struct DeviceChoice {
    QString name;  // for ModelChoice::device
    QString label; // for people
};

// What this build of the engine can run on here: the processor, then the GPUs.
QVector<DeviceChoice> availableDevices();

} // namespace app

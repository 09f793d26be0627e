// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window says about models in words and numbers. Pure, GUI thread.
#pragma once

#include "app/models/memory_estimate.h"
#include "app/models/model_catalog.h"

namespace ui {

QString shortName(const app::ModelCard& card); // "Nano"
QString sizeText(qint64 bytes);                // "7.1 GB"
QString parametersText(qint64 parameters);     // "3.4 billion"
QString deviceText(const QString& device);     // ModelDescription::device
QString variantText(const QString& variant);   // ModelDescription::variant
QString originText(app::ModelOrigin origin);   // "comes with Tessera"
QString tasksText(const QVector<app::Task>& tasks);
// What a page and what a full context need, against what is free.
QString memoryText(const app::MemoryShape& shape, app::WeightBits weights, qint64 freeBytes);
bool fits(const app::MemoryShape& shape, app::WeightBits weights, qint64 freeBytes);
// "4-bit: about 2.8 GB": one way to load a model, and what a page then needs.
QString weightsText(const app::MemoryShape& shape, app::WeightBits weights);

} // namespace ui

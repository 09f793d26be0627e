// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the formats of app/exporting are called, and what a person should know before choosing one.
// Pure; GUI thread.
#pragma once

#include "app/exporting/export_format.h"

namespace ui {

QString exportTitle(const app::ExportFormat& format);
// One or two sentences.
QString exportDescription(const app::ExportFormat& format);

} // namespace ui

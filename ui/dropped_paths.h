// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The files and folders of this computer in what is dropped or pasted. Pure; GUI thread.
#pragma once

#include <QMimeData>
#include <QStringList>

namespace ui {

QStringList localPaths(const QMimeData& data);

} // namespace ui

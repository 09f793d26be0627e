// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Roles for views of ours that Qt takes for scroll areas with nothing to say: what a screen reader
// calls them. GUI thread.
#pragma once

namespace ui {

// For every view, scroll area and shortcut field from now on; calling it again changes nothing.
void giveViewsTheirRoles();

} // namespace ui

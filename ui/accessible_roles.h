// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a screen reader is told: roles for views of ours that Qt takes for scroll areas with nothing
// to say, and news. GUI thread.
#pragma once

class QString;
class QWidget;

namespace ui {

// For every view, scroll area and shortcut field from now on; calling it again changes nothing.
void giveViewsTheirRoles();
// News, said at once whatever has the focus; it stays readable as the source's description.
void announce(QWidget& source, const QString& text);

} // namespace ui

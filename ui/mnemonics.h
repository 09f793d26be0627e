// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The texts of menus and buttons carry a key: "&Open…", or "打开(&O)…" in languages without Latin
// letters. Pure functions; any thread.
#pragma once

#include <QString>

namespace ui {

// As it is read: without the key, which in brackets goes with them; "&&" is an ampersand.
QString withoutMnemonic(const QString& text);
// As a thing is called: without the ellipsis too, which says that a dialog follows.
QString plainText(const QString& text);
// The key, in lower case; null if there is none.
QChar mnemonicOf(const QString& text);

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The colours in which pages are shown, apart from those of the window. Only for the eye: a model
// always gets the page's own. Pure functions, any thread.
#pragma once

#include <QColor>
#include <QImage>

namespace app {

enum class PageColors {
    Original,
    Dark,  // lightness turned round, hues kept
    Sepia, // on warm paper
};

QColor paperColor(PageColors colors);
// Of Format_RGB32.
void recolor(QImage& image, PageColors colors);

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The look in numbers: the colours of the light and the dark scheme, the 4-pixel grid, the three
// font sizes. A widget asks colorsOf(palette()) while it paints, so it follows a change of scheme
// by itself. GUI thread.
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QApplication;

namespace ui {

enum class ColorScheme { Light, Dark };

struct Colors {
    QColor window;      // tool bar, menus, status line
    QColor panel;       // side panels
    QColor canvas;      // behind the pages
    QColor field;       // what can be written in
    QColor border;      // hairlines
    QColor fieldBorder; // outlines of what can be pressed or written in (3:1 against its ground)
    QColor text;
    QColor textSecondary;
    QColor textDisabled;
    QColor hover; // fill under the pointer
    QColor accent;
    QColor onAccent;   // text on the accent
    QColor accentSoft; // fill of what is active or selected
    QColor warning;
    QColor warningSoft;
    QColor shadow; // around pages
};

// The scheme that a palette made by paletteOf stands for.
ColorScheme schemeOf(const QPalette& palette);
const Colors& colorsOf(ColorScheme scheme);
const Colors& colorsOf(const QPalette& palette);
// Roles beside the usual: PlaceholderText for what is secondary, BrightText for warnings, Link for
// the accent.
QPalette paletteOf(ColorScheme scheme);

// The 4-pixel grid.
constexpr int kUnit = 4;
constexpr int kGap = 8;
constexpr int kMargin = 12;
constexpr int kControlHeight = 32;
constexpr int kIconSize = 20;
constexpr double kRadius = 6;

// Body 13, Title 15, Display 20 pixels for the usual system font; larger ones keep the proportion.
// Caption is body text in a table or below a picture: the same size one step lighter in colour.
enum class TextSize { Body, Title, Display };
enum class TextWeight { Normal, Strong };
QFont fontOf(TextSize size, TextWeight weight = TextWeight::Normal);

// Okabe and Ito's colours, for the place with this number (from 1).
QColor placeColor(int number);
// Black or white, whichever reads better on it.
QColor textOn(const QColor& ground);

class TesseraStyle;

// Style, palette and font of the whole program. The application owns the style.
TesseraStyle* applyTheme(QApplication& application, ColorScheme scheme);
void applyColorScheme(ColorScheme scheme);

} // namespace ui

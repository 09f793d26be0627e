// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include "ui/tessera_style.h"

#include <QApplication>
#include <QFontInfo>

#include <array>
#include <cmath>

// The resources live in a static library, whose linker would drop them; has to be outside ui.
static void loadResources() {
    Q_INIT_RESOURCE(tessera);
}

namespace ui {

namespace {

const Colors kLight{
    .window = QColor(0xF3F4F5),
    .panel = QColor(0xF8F9F9),
    .canvas = QColor(0xE3E6E8),
    .field = QColor(0xFFFFFF),
    .border = QColor(0xD9DDE0),
    .fieldBorder = QColor(0xBCC3C9),
    .text = QColor(0x1B2125),
    .textSecondary = QColor(0x586269),
    .textDisabled = QColor(0x9AA3A9),
    .hover = QColor(0xE6E9EB),
    .accent = QColor(0x0F766E),
    .onAccent = QColor(0xFFFFFF),
    .accentSoft = QColor(0xD7EBE8),
    .warning = QColor(0x92560A),
    .warningSoft = QColor(0xFCF0D6),
    .shadow = QColor(20, 30, 36, 40),
};

const Colors kDark{
    .window = QColor(0x202426),
    .panel = QColor(0x1C2022),
    .canvas = QColor(0x131617),
    .field = QColor(0x272C2F),
    .border = QColor(0x32383B),
    .fieldBorder = QColor(0x50595E),
    .text = QColor(0xE7EAEB),
    .textSecondary = QColor(0xA3ADB2),
    .textDisabled = QColor(0x667076),
    .hover = QColor(0x2E3437),
    .accent = QColor(0x2DD4BF),
    .onAccent = QColor(0x06231F),
    .accentSoft = QColor(0x1C3F3B),
    .warning = QColor(0xF2B84B),
    .warningSoft = QColor(0x3A301A),
    .shadow = QColor(0, 0, 0, 110),
};

void setDisabled(QPalette& palette, const Colors& colors) {
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, colors.textDisabled);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colors.border);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, colors.textDisabled);
}

} // namespace

ColorScheme schemeOf(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < 128 ? ColorScheme::Dark
                                                             : ColorScheme::Light;
}

const Colors& colorsOf(ColorScheme scheme) {
    return scheme == ColorScheme::Dark ? kDark : kLight;
}

const Colors& colorsOf(const QPalette& palette) {
    return colorsOf(schemeOf(palette));
}

QPalette paletteOf(ColorScheme scheme) {
    const Colors& colors = colorsOf(scheme);
    QPalette palette(colors.text, colors.window, colors.field, colors.border, colors.fieldBorder,
                     colors.text, colors.warning, colors.field, colors.window);
    palette.setColor(QPalette::Button, colors.field);
    palette.setColor(QPalette::Midlight, colors.hover);
    palette.setColor(QPalette::AlternateBase, colors.panel);
    palette.setColor(QPalette::Highlight, colors.accent);
    palette.setColor(QPalette::HighlightedText, colors.onAccent);
    palette.setColor(QPalette::PlaceholderText, colors.textSecondary);
    palette.setColor(QPalette::Link, colors.accent);
    palette.setColor(QPalette::LinkVisited, colors.accent);
    palette.setColor(QPalette::ToolTipBase, colors.field);
    palette.setColor(QPalette::ToolTipText, colors.text);
    palette.setColor(QPalette::Shadow, colors.shadow);
    setDisabled(palette, colors);
    return palette;
}

QFont fontOf(TextSize size, TextWeight weight) {
    constexpr std::array kPixels{13, 15, 20};
    QFont font = QApplication::font();
    const double scale = std::max(font.pixelSize(), kPixels[0]) / double(kPixels[0]);
    font.setPixelSize(int(std::lround(kPixels[std::size_t(size)] * scale)));
    font.setWeight(weight == TextWeight::Strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

QColor placeColor(int number) {
    static const std::array<QColor, 7> kOkabeIto{
        QColor(0x0072B2), QColor(0xD55E00), QColor(0x009E73), QColor(0xCC79A7),
        QColor(0xE69F00), QColor(0x56B4E9), QColor(0xF0E442),
    };
    const int last = int(kOkabeIto.size());
    return kOkabeIto[std::size_t(((number - 1) % last + last) % last)];
}

QColor textOn(const QColor& ground) {
    const auto linear = [](double v) {
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    const double luminance = 0.2126 * linear(ground.redF()) + 0.7152 * linear(ground.greenF()) +
                             0.0722 * linear(ground.blueF());
    // Where the contrast to black and to white is the same.
    return luminance > 0.179 ? QColor(Qt::black) : QColor(Qt::white);
}

TesseraStyle* applyTheme(QApplication& application, ColorScheme scheme) {
    loadResources();
    QFont font = QApplication::font();
    font.setPixelSize(std::max(13, QFontInfo(font).pixelSize()));
    QApplication::setFont(font);
    auto* style = new TesseraStyle;
    application.setStyle(style);
    applyColorScheme(scheme);
    return style;
}

void applyColorScheme(ColorScheme scheme) {
    QApplication::setPalette(paletteOf(scheme));
}

} // namespace ui

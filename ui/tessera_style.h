// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// TesseraStyle: Fusion with our own surfaces: flat bars, rounded controls, one accent, thin scroll
// bars. All colours come from the palette's scheme (theme.h). A push button with the property
// "primary" is filled with the accent, a scroll area with "canvas" has bars on the ground that
// pages lie on. GUI thread.
#pragma once

#include <QProxyStyle>

class QAbstractScrollArea;

namespace ui {

// Names of the dynamic properties that the style reads.
constexpr char kPrimaryProperty[] = "primary";
constexpr char kCanvasProperty[] = "canvas";

// A ring inside the edges of a scroll area's viewport, when the keyboard brought the focus there.
void paintViewportFocus(QPainter& painter, const QAbstractScrollArea& area);

class TesseraStyle final : public QProxyStyle {
    Q_OBJECT
public:
    TesseraStyle();

    // Off: nothing moves, everything is there at once.
    void setMotion(bool wanted) { m_motion = wanted; }

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                            QPainter* painter, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                           const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option,
                    const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* result) const override;
    void polish(QWidget* widget) override;
    void polish(QApplication* application) override;
    using QProxyStyle::polish;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool m_motion = true;
    bool m_underlines = false; // the letters of menus, only while Alt is held
};

} // namespace ui

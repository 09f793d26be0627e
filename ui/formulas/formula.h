// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Formula: a formula that has been typeset: glyphs, rules and outlines at their places, in ems, y
// downwards from the baseline; or why it could not be. A value. Painting: GUI thread.
#pragma once

#include <QByteArray>
#include <QColor>
#include <QRectF>
#include <QString>
#include <QVector>

class QPainter;

namespace ui {

struct Formula {
    struct Glyph {
        QString text;
        QString font; // "Math-Italic"
        QPointF at;
        double size = 1;
    };

    struct Outline {
        QByteArray paths; // SVG
        QRectF view;      // the part of it that is seen …
        QRectF place;     // … here
    };

    double width = 0;
    double ascent = 0;
    double descent = 0;
    QVector<Glyph> glyphs;
    QVector<QRectF> rules;
    QVector<Outline> outlines;
    QString error; // not empty: nothing else is there

    // origin: of the baseline; em: the size of the type in pixels.
    void paint(QPainter& painter, const QPointF& origin, double em, const QColor& color) const;

    // From what resources/formulas/layout.js gives, as JSON.
    static Formula fromJson(const QByteArray& json);
};

} // namespace ui

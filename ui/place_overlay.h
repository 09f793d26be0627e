// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// PlaceOverlay: the boxes that an answer speaks of, painted on their pages in numbered colours.
// Boxes are page coordinates 0…1; where the page lies is said by whoever paints. A value.
#pragma once

#include "ui/page_frame.h"

#include <QString>
#include <QVector>

class QPainter;

namespace ui {

struct PlaceMark {
    int number = 1; // as on its chip or in its row
    int page = 0;
    QRectF box;
    QString label;
    int color = 0;      // as in placeColor(); 0: that of its number
    bool quiet = false; // seen only while it is lit, and then without its number
};

class PlaceOverlay {
public:
    void setMarks(QVector<PlaceMark> marks);

    const QVector<PlaceMark>& marks() const { return m_marks; }

    // 0: none. Returns whether that changed anything.
    bool setLit(int number);

    int lit() const { return m_lit; }

    void paint(QPainter& painter, int page, const PageFrame& frame) const;
    // The smallest box over this point of the page, 0 if none.
    int numberAt(int page, const QPointF& at) const;

private:
    QVector<PlaceMark> m_marks;
    int m_lit = 0;
};

} // namespace ui

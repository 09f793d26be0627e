// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// PageText: what was read from one page, line by line in reading order, with every word at its
// place. A value; boxes are page coordinates 0…1 of the upright page as shown.
#pragma once

#include <QJsonObject>
#include <QRectF>
#include <QString>
#include <QVector>

namespace app {

struct ReadWord {
    QString text;
    QRectF box;
    float confidence = 1; // smallest probability among the word's tokens
};

struct ReadLine {
    QString text;
    QRectF box;    // with a small margin; null when the place is not known
    int block = 0; // lines of one block (paragraph, column, table cell) share a number
    QVector<ReadWord> words;
};

struct PageText {
    QVector<ReadLine> lines;
    // False: the model stopped early (loop, token limit, cancelled), or its lines are not as many
    // as were found.
    bool complete = true;

    // Lines joined by newlines, an empty line between blocks; lines of one block that stand beside
    // each other (cells of a table, a price at the right) are joined by a space.
    QString plainText() const;
    // {"text", "complete", "lines": [{"text", "box": [x0,y0,x1,y1], "block", "words": […]}]}
    QJsonObject toJson() const;
};

} // namespace app

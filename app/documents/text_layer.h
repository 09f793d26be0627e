// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// TextLayer: the text of one page with the place of every character, so that it can be selected,
// copied and searched; from the document's own layer or from what was read. Words of a line are
// joined by spaces, lines by newlines. An immutable value; boxes are page coordinates 0…1.
#pragma once

#include "app/documents/document.h"

namespace app {

// Characters first…last−1 of a layer's text.
struct TextRange {
    int first = 0;
    int last = 0;

    bool isEmpty() const { return last <= first; }

    bool operator==(const TextRange&) const = default;
};

class TextLayer {
public:
    TextLayer() = default;
    explicit TextLayer(const QVector<TextWord>& words);

    bool isEmpty() const { return m_text.isEmpty(); }

    const QString& text() const { return m_text; }

    QString text(const TextRange& range) const;

    TextRange whole() const { return {0, int(m_text.size())}; }

    // One for each line that the range touches, as high as that line.
    QVector<QRectF> boxes(const TextRange& range) const;
    QRectF box(const TextRange& range) const;

    // The gap between characters that is nearest: 0…length. Distances are measured on the page of
    // this size.
    int caretAt(const QPointF& at, const QSizeF& page) const;
    // Whether there is text right under the point.
    bool covers(const QPointF& at) const;
    // Around a gap between characters.
    TextRange wordAt(int caret) const;
    TextRange lineAt(int caret) const;
    // The gap one line further up (−1) or down (+1), at the same place of the line; the ends of the
    // text where there is no such line.
    int caretBeside(int caret, int lines) const;

    qsizetype bytes() const;

private:
    // Four floats: a page of 3,000 characters takes 50 KB.
    struct Box {
        float left = 0;
        float top = 0;
        float right = 0;
        float bottom = 0;
    };

    struct Line {
        TextRange range;
        QRectF box;
    };

    void append(const TextWord& word);
    void endLine();
    bool isUpright(const Line& line) const; // its characters stand side by side
    QRectF boxOf(int character) const;
    int lineIndex(int caret) const;
    int caretIn(const Line& line, const QPointF& at) const;

    QString m_text;
    QVector<Box> m_boxes; // one per character; of spaces without extent
    QVector<Line> m_lines;
};

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An answer read as Markdown: a flat list of blocks that a view can compare one by one with those
// it shows already. Answers are untrusted: HTML is text, pictures are their descriptions, and a
// link is one only when it can be offered to the user. Pure; any thread.
#pragma once

#include "app/asking/formula_scanner.h"

#include <QString>
#include <QUrl>
#include <QVector>

#include <optional>

namespace app {

struct MarkdownSpan {
    enum class Kind {
        Text,
        Code,
        Picture, // text: its description
        Formula, // text: its TeX
        DisplayedFormula,
        FormulaToCome, // its end has not been written yet
    };

    Kind kind = Kind::Text;
    QString text; // a line break is U+2028
    bool strong = false;
    bool emphasised = false;
    bool struck = false;
    QString link;    // as openableLink takes it; empty: none
    int source = -1; // where the text stands in the answer, −1: not as one piece

    bool hasLooksOf(const MarkdownSpan& other) const;
    bool operator==(const MarkdownSpan&) const = default;
};

using MarkdownSpans = QVector<MarkdownSpan>;

struct MarkdownCell {
    enum class Align { Leading, Centre, Trailing };
    Align align = Align::Leading;
    MarkdownSpans spans;

    bool operator==(const MarkdownCell&) const = default;
};

struct MarkdownBlock {
    enum class Kind { Paragraph, Heading, Code, Rule, Table };

    Kind kind = Kind::Paragraph;
    int level = 0;  // of a heading, from 1
    int indent = 0; // lists around it
    int quotes = 0; // quotations around it
    QString marker; // "•", "3.", "☐": it begins an item of a list
    bool tight = false;
    MarkdownSpans spans;         // Code: one, with line feeds
    int columns = 0;             // of a table
    QVector<MarkdownCell> cells; // row by row, the first row is its head

    bool operator==(const MarkdownBlock&) const = default;
};

QVector<MarkdownBlock> parseMarkdown(const QString& answer, AnswerState state);

// The same without any markup, for the clipboard.
QString plainTextOf(const QVector<MarkdownBlock>& blocks);

// http, https and mailto, and not longer than can be shown whole. Nothing else is ever opened.
std::optional<QUrl> openableLink(const QString& target);

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MarkdownDocument: an answer's blocks as the content of a text document. While an answer grows,
// only what follows the first block that changed is written again, and of a paragraph or listing
// that only got longer nothing but the new end. GUI thread; the document must outlive it.
#pragma once

#include "app/asking/markdown.h"

#include <QCoreApplication>
#include <QTextBlockFormat>
#include <QTextCharFormat>
#include <QTextCursor>

class QPalette;
class QTextDocument;

namespace ui {

class MarkdownDocument {
    Q_DECLARE_TR_FUNCTIONS(ui::MarkdownDocument)
public:
    // Of a block: how many quotations it stands in.
    static constexpr int kQuotesProperty = QTextFormat::UserProperty + 1;
    // Of a formula's object: its TeX.
    static constexpr int kTexProperty = QTextFormat::UserProperty + 2;
    static constexpr int kDisplayedProperty = QTextFormat::UserProperty + 3;
    static constexpr int kFormulaObject = QTextFormat::UserObject + 1;

    explicit MarkdownDocument(QTextDocument& document);

    void show(const QVector<app::MarkdownBlock>& blocks, const QPalette& palette);
    // All of it again: the palette has changed.
    void rewrite(const QPalette& palette);
    // Where a character of the answer is in the document; −1: in markup, or in a formula.
    int positionOf(int source) const;

    const QVector<app::MarkdownBlock>& blocks() const { return m_blocks; }

private:
    struct Run {
        int source = 0;
        int position = 0;
        int length = 0;
    };

    // What is in the document of a block.
    struct Written {
        int start = 0; // where the document ended before it
        QVector<Run> runs;
    };

    static bool isFramed(const app::MarkdownBlock& block);
    static bool continues(const app::MarkdownBlock& longer, const app::MarkdownBlock& block);
    void truncate(int blocks);
    void extendLast(const app::MarkdownBlock& longer);
    void write(const app::MarkdownBlock& block);
    void writeSpans(QTextCursor& cursor, const app::MarkdownSpans& spans,
                    const QTextCharFormat& plain);
    void writeTable(QTextCursor& cursor, const app::MarkdownBlock& block);
    void writeCode(QTextCursor& cursor, const app::MarkdownBlock& block);
    QTextBlockFormat blockFormat(const app::MarkdownBlock& block) const;
    QTextCharFormat charFormat(const app::MarkdownBlock& block) const;
    QTextCharFormat spanFormat(const app::MarkdownSpan& span, const QTextCharFormat& plain) const;
    double marginOf(const app::MarkdownBlock& block) const;

    QTextDocument& m_document;
    QVector<app::MarkdownBlock> m_blocks;
    QVector<Written> m_written;          // one per block
    const QPalette* m_palette = nullptr; // while writing
};

} // namespace ui

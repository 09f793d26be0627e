// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/markdown_document.h"

#include "ui/theme.h"

#include <QFontDatabase>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>

namespace ui {

namespace {

using Block = app::MarkdownBlock;
using Span = app::MarkdownSpan;

constexpr double kListStep = 22;
constexpr double kQuoteStep = 14;
constexpr int kDeepest = 8; // further in is shown there, or nothing of the line would be left

constexpr QChar kNoWidth(0x200B);

QFont codeFont(double pixels) {
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(int(pixels));
    return font;
}

} // namespace

MarkdownDocument::MarkdownDocument(QTextDocument& document)
    : m_document(document) {}

void MarkdownDocument::show(const QVector<Block>& blocks, const QPalette& palette) {
    const auto differing =
        std::mismatch(m_blocks.cbegin(), m_blocks.cend(), blocks.cbegin(), blocks.cend());
    int kept = int(differing.first - m_blocks.cbegin());
    if (kept == m_blocks.size() && kept == blocks.size()) {
        return;
    }
    m_palette = &palette;
    QTextCursor edit(&m_document);
    edit.beginEditBlock();
    const bool grows = kept < blocks.size() && kept + 1 == m_blocks.size() &&
                       continues(blocks[kept], m_blocks[kept]);
    if (grows) {
        extendLast(blocks[kept]);
        ++kept;
    } else {
        truncate(kept);
    }
    for (int i = kept; i < blocks.size(); ++i) {
        write(blocks[i]);
    }
    edit.endEditBlock();
    m_palette = nullptr;
}

void MarkdownDocument::rewrite(const QPalette& palette) {
    const QVector<Block> blocks = m_blocks;
    m_palette = &palette;
    truncate(0);
    show(blocks, palette);
}

int MarkdownDocument::positionOf(int source) const {
    for (const Written& written : m_written) {
        for (const Run& run : written.runs) {
            if (source >= run.source && source < run.source + run.length) {
                return run.position + source - run.source;
            }
        }
    }
    return -1;
}

bool MarkdownDocument::isFramed(const Block& block) {
    return block.kind == Block::Kind::Table || block.kind == Block::Kind::Code;
}

// True when the longer block is the other one with text appended to its last span, or with spans.
bool MarkdownDocument::continues(const Block& longer, const Block& block) {
    const bool isText = block.kind != Block::Kind::Table && block.kind != Block::Kind::Rule;
    if (!isText || block.spans.isEmpty() || longer.spans.size() < block.spans.size()) {
        return false;
    }
    Block same = longer;
    same.spans = block.spans;
    const qsizetype last = block.spans.size() - 1;
    const Span& before = block.spans[last];
    const Span& after = longer.spans[last];
    const bool grows = before.kind == Span::Kind::Text || before.kind == Span::Kind::Code
                           ? after.text.startsWith(before.text)
                           : after.text == before.text;
    return same == block && grows && after.hasLooksOf(before) && after.source == before.source &&
           std::equal(block.spans.cbegin(), block.spans.cbegin() + last, longer.spans.cbegin());
}

void MarkdownDocument::truncate(int blocks) {
    if (blocks >= m_written.size()) {
        return;
    }
    QTextCursor cursor(&m_document);
    cursor.setPosition(m_written[blocks].start);
    cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    if (blocks == 0 || isFramed(m_blocks[blocks - 1])) {
        cursor.setBlockFormat({}); // it was the next block's
        cursor.setBlockCharFormat({});
    }
    m_blocks.resize(blocks);
    m_written.resize(blocks);
}

void MarkdownDocument::extendLast(const Block& longer) {
    const Block before = m_blocks.last();
    QTextCursor cursor(&m_document);
    cursor.movePosition(QTextCursor::End);
    if (isFramed(before)) {
        cursor.movePosition(QTextCursor::PreviousCharacter); // the end of its cell
    }
    const qsizetype last = before.spans.size() - 1;
    app::MarkdownSpans rest = longer.spans.mid(last);
    const int known = int(before.spans[last].text.size());
    rest.first().text.remove(0, known);
    rest.first().source += rest.first().source < 0 ? 0 : known;
    m_blocks.last() = longer;
    writeSpans(cursor, rest, charFormat(longer));
}

void MarkdownDocument::write(const Block& block) {
    QTextCursor cursor(&m_document);
    cursor.movePosition(QTextCursor::End);
    const bool startsBlock = !m_blocks.isEmpty() && !isFramed(m_blocks.last());
    m_written.append(Written{cursor.position(), {}});
    const QTextBlockFormat format = isFramed(block) ? QTextBlockFormat() : blockFormat(block);
    if (startsBlock) {
        cursor.insertBlock(format, charFormat(block));
    } else {
        cursor.setBlockFormat(format);
        cursor.setBlockCharFormat(charFormat(block));
    }
    m_blocks.append(block);
    switch (block.kind) {
    case Block::Kind::Table:
        writeTable(cursor, block);
        break;
    case Block::Kind::Code:
        writeCode(cursor, block);
        break;
    case Block::Kind::Rule:
        cursor.insertText(QString(kNoWidth)); // an empty line would go when the next one does
        break;
    default:
        if (!block.marker.isEmpty()) {
            cursor.insertText(block.marker + u'\t', charFormat(block));
        }
        writeSpans(cursor, block.spans, charFormat(block));
    }
}

void MarkdownDocument::writeSpans(QTextCursor& cursor, const app::MarkdownSpans& spans,
                                  const QTextCharFormat& plain) {
    for (const Span& span : spans) {
        const QTextCharFormat format = spanFormat(span, plain);
        QString text = span.text;
        switch (span.kind) {
        case Span::Kind::Formula:
        case Span::Kind::DisplayedFormula:
            text = QString(QChar::ObjectReplacementCharacter);
            break;
        case Span::Kind::FormulaToCome:
            text = QStringLiteral("…");
            break;
        case Span::Kind::Picture:
            text = text.isEmpty() ? tr("[picture]") : tr("[picture: %1]").arg(text);
            break;
        default:
            if (span.source >= 0) {
                m_written.last().runs.append({span.source, cursor.position(), int(text.size())});
            }
        }
        // A line feed would begin a block; in code it stays one paragraph with it.
        cursor.insertText(text.replace(u'\n', QChar::LineSeparator), format);
    }
}

void MarkdownDocument::writeTable(QTextCursor& cursor, const Block& block) {
    const Colors& colors = colorsOf(*m_palette);
    const int rows = int(block.cells.size()) / block.columns;
    QTextTableFormat format;
    format.setBorder(1);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(colors.border);
    format.setBorderCollapse(true);
    format.setCellPadding(5);
    format.setCellSpacing(0);
    format.setTopMargin(kGap);
    format.setBottomMargin(kGap);
    format.setLeftMargin(marginOf(block));
    format.setHeaderRowCount(1);
    QTextTable* table = cursor.insertTable(rows, block.columns, format);
    QTextCharFormat plain = charFormat(block);
    for (int i = 0; i < rows * block.columns; ++i) {
        const app::MarkdownCell& cell = block.cells[i];
        QTextTableCell target = table->cellAt(i / block.columns, i % block.columns);
        const bool head = i < block.columns;
        if (head) {
            QTextTableCellFormat shaded;
            shaded.setBackground(colors.hover);
            target.setFormat(shaded);
        }
        QTextCursor inside = target.firstCursorPosition();
        QTextBlockFormat line;
        line.setAlignment(cell.align == app::MarkdownCell::Align::Centre     ? Qt::AlignHCenter
                          : cell.align == app::MarkdownCell::Align::Trailing ? Qt::AlignTrailing
                                                                             : Qt::AlignLeading);
        inside.setBlockFormat(line);
        QTextCharFormat text = plain;
        text.setFontWeight(head ? QFont::DemiBold : QFont::Normal);
        writeSpans(inside, cell.spans, text);
    }
}

// A table of one cell: the only frame before which Qt shows no empty line.
void MarkdownDocument::writeCode(QTextCursor& cursor, const Block& block) {
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellPadding(kGap);
    format.setCellSpacing(0);
    format.setBackground(colorsOf(*m_palette).hover);
    format.setTopMargin(kGap);
    format.setBottomMargin(kGap);
    format.setLeftMargin(marginOf(block));
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    QTextTable* table = cursor.insertTable(1, 1, format);
    QTextCursor inside = table->cellAt(0, 0).firstCursorPosition();
    writeSpans(inside, block.spans, charFormat(block));
}

double MarkdownDocument::marginOf(const Block& block) const {
    return std::min(block.indent, kDeepest) * kListStep +
           std::min(block.quotes, kDeepest) * kQuoteStep;
}

QTextBlockFormat MarkdownDocument::blockFormat(const Block& block) const {
    QTextBlockFormat format;
    format.setLeftMargin(marginOf(block));
    format.setProperty(kQuotesProperty, std::min(block.quotes, kDeepest));
    const bool first = m_blocks.isEmpty();
    const bool closeUp = block.tight && block.indent > 0;
    double above = first ? 0 : closeUp ? kUnit / 2.0 : kGap;
    if (block.kind == Block::Kind::Heading && !first) {
        above = block.level <= 2 ? kMargin + kUnit : kMargin;
        format.setHeadingLevel(block.level);
    }
    format.setTopMargin(above);
    if (!block.marker.isEmpty()) {
        format.setTextIndent(-kListStep);
        format.setTabPositions({QTextOption::Tab(kListStep, QTextOption::LeftTab)});
    }
    if (block.spans.size() == 1 && block.spans.first().kind == Span::Kind::DisplayedFormula) {
        format.setAlignment(Qt::AlignHCenter);
    }
    if (block.kind == Block::Kind::Rule) {
        format.setProperty(QTextFormat::BlockTrailingHorizontalRulerWidth,
                           QTextLength(QTextLength::PercentageLength, 100));
    }
    return format;
}

QTextCharFormat MarkdownDocument::charFormat(const Block& block) const {
    QTextCharFormat format;
    if (block.kind == Block::Kind::Heading) {
        format.setFont(
            fontOf(block.level <= 2 ? TextSize::Title : TextSize::Body, TextWeight::Strong));
    }
    if (block.quotes > 0) {
        format.setForeground(colorsOf(*m_palette).textSecondary);
    }
    return format;
}

QTextCharFormat MarkdownDocument::spanFormat(const Span& span, const QTextCharFormat& plain) const {
    const Colors& colors = colorsOf(*m_palette);
    QTextCharFormat format = plain;
    if (span.strong) {
        format.setFontWeight(QFont::DemiBold);
    }
    format.setFontItalic(span.emphasised);
    format.setFontStrikeOut(span.struck);
    if (span.kind == Span::Kind::Code) {
        format.setFont(codeFont(fontOf(TextSize::Body).pixelSize()),
                       QTextCharFormat::FontPropertiesSpecifiedOnly);
        if (!isFramed(m_blocks.last())) {
            format.setBackground(colors.hover);
        }
    }
    if (span.kind == Span::Kind::Picture || span.kind == Span::Kind::FormulaToCome) {
        format.setForeground(colors.textSecondary);
    }
    if (span.kind == Span::Kind::Formula || span.kind == Span::Kind::DisplayedFormula) {
        format.setObjectType(kFormulaObject);
        format.setVerticalAlignment(QTextCharFormat::AlignMiddle);
        format.setProperty(kTexProperty, span.text);
        format.setProperty(kDisplayedProperty, span.kind == Span::Kind::DisplayedFormula);
    }
    if (!span.link.isEmpty()) {
        format.setAnchor(true);
        format.setAnchorHref(span.link);
        format.setForeground(colors.accent);
        format.setFontUnderline(true);
        format.setToolTip(span.link);
    }
    return format;
}

} // namespace ui

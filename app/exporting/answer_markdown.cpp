// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/answer_markup.h"
#include "app/exporting/markdown_escape.h"
#include "app/plain_text.h"

#include <QStringList>

#include <algorithm>

namespace app {

namespace {

constexpr int kHeadingBelow = 2; // an answer's first heading is the document's third

// Longer than any run of backticks in the text.
QString fenceFor(const QString& text, qsizetype shortest) {
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar character : text) {
        run = character == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return QString(std::max(longest + 1, shortest), u'`');
}

QString codeOf(const QString& text) {
    const QString fence = fenceFor(text, 1);
    const QString space = fence.size() > 1 ? QStringLiteral(" ") : QString();
    return fence + space + QString(text).replace(QChar::LineSeparator, u' ').replace(u'\n', u' ') +
           space + fence;
}

QString spanOf(const MarkdownSpan& span) {
    const QString text = withoutControls(span.text);
    if (text.trimmed().isEmpty()) {
        return text;
    }
    const bool isCode =
        span.kind != MarkdownSpan::Kind::Text && span.kind != MarkdownSpan::Kind::Picture;
    QStringList lines;
    for (const QString& line : text.split(QChar::LineSeparator)) {
        lines.append(markdownEscaped(line));
    }
    QString written = isCode ? codeOf(text) : lines.join(QStringLiteral("\\\n"));
    const auto wrap = [&](bool wanted, const char* mark) {
        if (wanted) {
            written = QLatin1String(mark) + written + QLatin1String(mark);
        }
    };
    wrap(span.struck, "~~");
    wrap(span.emphasised, "*");
    wrap(span.strong, "**");
    if (const auto target = openableLink(span.link)) {
        written = QStringLiteral("[%1](<%2>)").arg(written, target->toString(QUrl::FullyEncoded));
    }
    return written;
}

QString spansOf(const MarkdownSpans& spans) {
    QString text;
    for (const MarkdownSpan& span : spans) {
        text += spanOf(span);
    }
    return text;
}

QString tableOf(const MarkdownBlock& block) {
    QStringList rows;
    QString row;
    for (qsizetype i = 0; i < block.cells.size(); ++i) {
        QString cell = spansOf(block.cells[i].spans);
        row += QStringLiteral("| ") + cell.replace(u'\n', u' ') + u' ';
        if (i % block.columns == block.columns - 1) {
            rows.append(row + u'|');
            row.clear();
        }
    }
    QString rule;
    for (int column = 0; column < block.columns; ++column) {
        rule += QStringLiteral("| --- ");
    }
    rows.insert(std::min<qsizetype>(1, rows.size()), rule + u'|');
    return rows.join(u'\n');
}

QString contentOf(const MarkdownBlock& block) {
    switch (block.kind) {
    case MarkdownBlock::Kind::Heading:
        return QString(std::clamp(block.level + kHeadingBelow, 1, 6), u'#') + u' ' +
               spansOf(block.spans);
    case MarkdownBlock::Kind::Code: {
        const QString code = withoutControls(block.spans.value(0).text);
        const QString fence = fenceFor(code, 3);
        return fence + u'\n' + code + (code.endsWith(u'\n') ? QString() : QStringLiteral("\n")) +
               fence;
    }
    case MarkdownBlock::Kind::Rule:
        return QStringLiteral("* * *");
    case MarkdownBlock::Kind::Table:
        return tableOf(block);
    case MarkdownBlock::Kind::Paragraph:
        break;
    }
    return spansOf(block.spans);
}

// "3." begins an item too, any other mark is a dash.
QString markerOf(const MarkdownBlock& block) {
    const bool isNumber = !block.marker.isEmpty() && block.marker.front().isDigit();
    return block.marker.isEmpty() ? QString()
           : isNumber             ? block.marker + u' '
                                  : QStringLiteral("- ");
}

QString blockOf(const MarkdownBlock& block) {
    const QString marker = markerOf(block);
    const QString quotes = QStringLiteral("> ").repeated(block.quotes);
    const int depth = std::max(block.indent - 1, 0);
    const QString first = QStringLiteral("    ").repeated(depth) + marker;
    const QString further(first.size(), u' ');
    QStringList lines;
    for (const QString& line : contentOf(block).split(u'\n')) {
        lines.append(quotes + (lines.isEmpty() ? first : further) + line);
    }
    return lines.join(u'\n');
}

} // namespace

QString markdownOf(const QVector<MarkdownBlock>& blocks) {
    QStringList parts;
    for (const MarkdownBlock& block : blocks) {
        parts.append(blockOf(block));
    }
    return parts.join(QStringLiteral("\n\n"));
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ODT: headings and paragraphs as word processors have them, a new page for each page.
#include "app/exporting/export_format.h"
#include "app/exporting/paragraphs.h"

#include <QBuffer>
#include <QtEndian>
#include <QTextBlockFormat>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextDocumentWriter>

#include <algorithm>
#include <array>

namespace app {

namespace {

constexpr std::array kHeadingSizes{20.0, 16.0, 13.0}; // points, by level
constexpr double kTextSize = 11;
constexpr double kParagraphGap = 8;

void write(QTextCursor& cursor, const Paragraph& paragraph, bool beginsPage) {
    QTextBlockFormat block;
    block.setBottomMargin(kParagraphGap);
    block.setHeadingLevel(paragraph.level);
    if (beginsPage) {
        block.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    }
    QTextCharFormat text;
    const bool isHeading = paragraph.level > 0;
    const auto level = std::min(std::size_t(std::max(paragraph.level, 1)), kHeadingSizes.size());
    text.setFontPointSize(isHeading ? kHeadingSizes[level - 1] : kTextSize);
    text.setFontWeight(isHeading ? QFont::Bold : QFont::Normal);
    const bool isFirst = cursor.document()->isEmpty() && !beginsPage;
    isFirst ? cursor.setBlockFormat(block) : cursor.insertBlock(block);
    cursor.insertText(paragraph.lines.join(QChar::LineSeparator), text);
}

// The writer puts the time of writing beside every part; the same text is to give the same bytes.
void removeTimes(QByteArray& zip) {
    constexpr quint32 kNoTime = 0x00210000; // 1980-01-01, 0:00
    const auto number = [&](qsizetype at, int bytes) {
        return bytes == 2 ? qsizetype(qFromLittleEndian<quint16>(zip.constData() + at))
                          : qsizetype(qFromLittleEndian<quint32>(zip.constData() + at));
    };
    const qsizetype end = zip.lastIndexOf("PK\5\6"); // where the directory is
    qsizetype entry = number(end + 16, 4);
    for (qsizetype left = number(end + 10, 2); left > 0; --left) {
        qToLittleEndian(kNoTime, zip.data() + entry + 12);
        qToLittleEndian(kNoTime, zip.data() + number(entry + 42, 4) + 10);
        entry += 46 + number(entry + 28, 2) + number(entry + 30, 2) + number(entry + 32, 2);
    }
}

} // namespace

Result<Exported> exportOdt(const ReadDocument& document) {
    QTextDocument text;
    text.setUndoRedoEnabled(false);
    QTextCursor cursor(&text);
    for (const ReadPage& page : document.pages) {
        bool beginsPage = &page != &document.pages.first();
        for (const Paragraph& paragraph : paragraphsOf(page.text)) {
            write(cursor, paragraph, beginsPage);
            beginsPage = false;
        }
    }
    Exported exported;
    QBuffer buffer(&exported.bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!QTextDocumentWriter(&buffer, "odf").write(&text)) {
        return failure(FailureCode::OutOfMemory, document.name, QStringLiteral("ODT"));
    }
    buffer.close();
    removeTimes(exported.bytes);
    return exported;
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Read pages made for tests of exports: lines of words at places, and text that means harm.
#pragma once

#include "app/exporting/read_document.h"

#include <QStringList>

namespace pages {

// A line whose words share its width, by their number of characters.
inline app::ReadLine line(const QString& text, const QRectF& box, int block = 0) {
    app::ReadLine line{text, box, block, {}};
    const double unit = box.width() / double(text.size());
    qsizetype start = 0;
    for (const QString& word : text.split(u' ')) {
        line.words.append({word,
                           QRectF(box.left() + unit * double(start), box.top(),
                                  unit * double(word.size()), box.height()),
                           0.875F});
        start += word.size() + 1;
    }
    return line;
}

// An A4 page.
inline app::ReadPage page(int number, QVector<app::ReadLine> lines) {
    return {number, QSizeF(595, 842), {std::move(lines), true}, app::TextSource::Model};
}

// A heading, a paragraph of three lines with a word broken at a line's end, an address of two.
inline app::ReadPage letter(int number = 0) {
    return page(number, {line(QStringLiteral("Annual report"), QRectF(0.1, 0.05, 0.4, 0.04), 0),
                         line(QStringLiteral("The year was one of quiet work, and the exam-"),
                              {0.1, 0.12, 0.8, 0.018}, 1),
                         line(QStringLiteral("ple of our neighbours showed that more was in it"),
                              {0.1, 0.14, 0.79, 0.018}, 1),
                         line(QStringLiteral("than anybody thought."), {0.1, 0.16, 0.3, 0.018}, 1),
                         line(QStringLiteral("Jane Doe"), {0.1, 0.3, 0.15, 0.018}, 2),
                         line(QStringLiteral("12 Long Lane"), {0.1, 0.32, 0.2, 0.018}, 2)});
}

// A receipt: a name in two lines, fields in several layouts, columns as blocks of their own.
inline app::PageText receipt() {
    return {{line(QStringLiteral("The Corner Shop of the Sm1th"), {0.1, 0.05, 0.6, 0.02}, 0),
             line(QStringLiteral("Brothers"), {0.1, 0.075, 0.2, 0.02}, 0),
             line(QStringLiteral("Date: 3 May 2024 Time: 10:30"), {0.1, 0.12, 0.7, 0.02}, 1),
             line(QStringLiteral("Invoice N0. : A-1734"), {0.1, 0.15, 0.5, 0.02}, 1),
             line(QStringLiteral("the total of all is below"), {0.1, 0.18, 0.5, 0.02}, 1),
             line(QStringLiteral("Subtotal"), {0.1, 0.3, 0.2, 0.02}, 2),
             line(QStringLiteral("40.00"), {0.7, 0.3, 0.1, 0.02}, 3),
             line(QStringLiteral("Totel"), {0.1, 0.33, 0.2, 0.02}, 2),
             line(QStringLiteral("45.20"), {0.7, 0.331, 0.1, 0.02}, 3),
             line(QStringLiteral("Cash"), {0.1, 0.36, 0.2, 0.02}, 4), // the paper leans
             line(QStringLiteral("50.00"), {0.7, 0.374, 0.1, 0.02}, 4),
             line(QStringLiteral("Change"), {0.1, 0.38, 0.2, 0.02}, 4),
             line(QStringLiteral("4.80"), {0.7, 0.394, 0.1, 0.02}, 4),
             line(QStringLiteral("Cashier"), {0.1, 0.41, 0.2, 0.02}, 4),
             line(QStringLiteral("Mia Lee"), {0.1, 0.43, 0.2, 0.02}, 4),
             line(QStringLiteral("Remarks"), {0.1, 0.9, 0.2, 0.02}, 5)},
            true};
}

inline QStringList hostileTexts() {
    return {
        QStringLiteral("<script>alert(1)</script>"),
        QStringLiteral("]]> <!-- & &amp; &#x1b; \" ' --> <![CDATA["),
        QStringLiteral("![x](http://evil.example/a.png) [y](file:///etc/passwd)"),
        QStringLiteral("<img src=x onerror=alert(1)> <iframe src=\"file:///etc/passwd\">"),
        QStringLiteral("# no heading"),
        QStringLiteral("1. no list"),
        QStringLiteral("- no list | no table"),
        QStringLiteral("=== --- *** ~~~ ``` $x$"),
        QStringLiteral("www.evil.example https://evil.example a@evil.example"),
        QStringLiteral("back\\slash *bold* _it_ `code` ~struck~ <u@e.x>"),
        QStringLiteral("=HYPERLINK(\"http://evil.example\",\"x\")"),
        QStringLiteral("+1 -1 @SUM(A1) \t=1+1"),
        QStringLiteral("esc \x1b[2J\x1b]0;title\x07 bell"),
        QStringLiteral("nul ") + QChar(0) + QStringLiteral(" c1 ") + QChar(0x9b) +
            QStringLiteral("31m"),
        QStringLiteral("half ") + QChar(0xd83d) + QStringLiteral(" pair ") + QChar(0xde00),
        QStringLiteral("not a character ") + QChar(0xffff) + QChar(0xfffe) + QChar(0xfdd0),
        QStringLiteral("turned ") + QChar(0x202e) + QStringLiteral("txt.exe") + QChar(0x2066),
        QStringLiteral("(paren) \\) Tj ET Q endstream endobj"),
        QStringLiteral("{\\rtf1 \\u1? }} ${PATH} $(reboot) %n %s"),
    };
}

inline app::ReadPage hostilePage(int number = 0) {
    QVector<app::ReadLine> lines;
    for (const QString& text : hostileTexts()) {
        lines.append(line(text, QRectF(0.1, 0.05 + 0.03 * double(lines.size()), 0.8, 0.02),
                          int(lines.size())));
    }
    return page(number, lines);
}

inline app::ReadDocument document(QVector<app::ReadPage> pages) {
    return {QStringLiteral("letter.pdf"), QStringLiteral("Nano 1"), std::move(pages), nullptr};
}

} // namespace pages

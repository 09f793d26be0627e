// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Answers read as Markdown: what becomes which block, what of it is a formula, and that nothing in
// a hostile answer becomes more than text.
#include "app/asking/markdown.h"

#include <QElapsedTimer>
#include <QTest>

using app::AnswerState;
using app::MarkdownBlock;
using app::MarkdownSpan;
using Kind = app::MarkdownBlock::Kind;
using SpanKind = app::MarkdownSpan::Kind;

namespace {

QVector<MarkdownBlock> parse(const QString& text) {
    return app::parseMarkdown(text, AnswerState::Ended);
}

// "[F:x^2]" for a formula, "[D:…]" displayed, "[…]" one to come; the rest as it is.
QString shown(const app::MarkdownSpans& spans) {
    QString text;
    for (const MarkdownSpan& span : spans) {
        switch (span.kind) {
        case SpanKind::Formula:
            text += QStringLiteral("[F:%1]").arg(span.text);
            break;
        case SpanKind::DisplayedFormula:
            text += QStringLiteral("[D:%1]").arg(span.text);
            break;
        case SpanKind::FormulaToCome:
            text += QStringLiteral("[…]");
            break;
        default:
            text += span.text;
        }
    }
    return text.replace(QChar::LineSeparator, u'|');
}

QString shown(const QVector<MarkdownBlock>& blocks) {
    QStringList texts;
    for (const MarkdownBlock& block : blocks) {
        texts << shown(block.spans);
    }
    return texts.join(u'/');
}

} // namespace

class TestMarkdown : public QObject {
    Q_OBJECT

private slots:
    void blocksAreTold();
    void listsKeepTheirNumbers();
    void tablesHaveCells();
    void linesStayLines();
    void formulasAreFound_data();
    void formulasAreFound();
    void unfinishedFormulasWait_data();
    void unfinishedFormulasWait();
    void placesAreFoundAgain();
    void onlySafeLinksAreLinks_data();
    void onlySafeLinksAreLinks();
    void hostileAnswersAreText();
    void hugeTablesAreRefused();
    void longAnswersAreReadFast();
    void plainTextHasNoMarkup();
};

void TestMarkdown::blocksAreTold() {
    const auto blocks = parse(QStringLiteral("# Title\n\nSome **bold** *text* and `code`.\n\n"
                                             "```cpp\nint a;\n\nint b;\n```\n\n> quoted\n\n---\n"));
    QCOMPARE(blocks.size(), 5);
    QCOMPARE(blocks[0].kind, Kind::Heading);
    QCOMPARE(blocks[0].level, 1);
    QCOMPARE(shown(blocks[1].spans), QStringLiteral("Some bold text and code."));
    QVERIFY(blocks[1].spans[1].strong);
    QVERIFY(blocks[1].spans[3].emphasised);
    QCOMPARE(blocks[1].spans[5].kind, SpanKind::Code);
    QCOMPARE(blocks[2].kind, Kind::Code);
    QCOMPARE(blocks[2].spans.size(), 1);
    QCOMPARE(blocks[2].spans[0].text, QStringLiteral("int a;\n\nint b;"));
    QCOMPARE(blocks[3].quotes, 1);
    QCOMPARE(blocks[4].kind, Kind::Rule);
    QVERIFY(parse({}).isEmpty());
}

void TestMarkdown::listsKeepTheirNumbers() {
    const auto blocks =
        parse(QStringLiteral("3. three\n4. four\n   - inner\n\n- [x] done\n- [ ] open\n- \n"));
    QCOMPARE(blocks.size(), 6);
    QCOMPARE(blocks[0].marker, QStringLiteral("3."));
    QCOMPARE(blocks[1].marker, QStringLiteral("4."));
    QCOMPARE(blocks[1].indent, 1);
    QCOMPARE(blocks[2].indent, 2);
    QCOMPARE(blocks[2].marker, QStringLiteral("◦"));
    QCOMPARE(blocks[3].marker, QStringLiteral("☑"));
    QCOMPARE(blocks[4].marker, QStringLiteral("☐"));
    QCOMPARE(blocks[5].marker, QStringLiteral("•"));
    QVERIFY(blocks[5].spans.isEmpty());
}

void TestMarkdown::tablesHaveCells() {
    const auto blocks =
        parse(QStringLiteral("| Item | Price |\n| --- | ---: |\n| Tea $x_1$ | **2.50** |\n"));
    QCOMPARE(blocks.size(), 1);
    QCOMPARE(blocks[0].kind, Kind::Table);
    QCOMPARE(blocks[0].columns, 2);
    QCOMPARE(blocks[0].cells.size(), 4);
    QCOMPARE(blocks[0].cells[1].align, app::MarkdownCell::Align::Trailing);
    QCOMPARE(shown(blocks[0].cells[2].spans), QStringLiteral("Tea [F:x_1]"));
    QVERIFY(blocks[0].cells[3].spans[0].strong);
    // Rows of the wrong length.
    const auto ragged = parse(QStringLiteral("| a | b |\n| --- | --- |\n| x |\n| 1 | 2 | 3 |\n"));
    QCOMPARE(ragged[0].cells.size(), 6);
    QCOMPARE(shown(ragged[0].cells[4].spans), QStringLiteral("1"));
    QVERIFY(blocks[0].spans.isEmpty());
}

void TestMarkdown::linesStayLines() {
    QCOMPARE(shown(parse(QStringLiteral("12 Lantern Yard\nEastmere 40417"))),
             QStringLiteral("12 Lantern Yard|Eastmere 40417"));
    // Four spaces are an address set in, not a listing.
    QCOMPARE(parse(QStringLiteral("    indented"))[0].kind, Kind::Paragraph);
}

void TestMarkdown::formulasAreFound_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char* name, const char* text, const char* wanted) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(wanted);
    };
    row("dollars", "so $a_1 * b_1 * c$ is", "so [F:a_1 * b_1 * c] is");
    row("displayed", "$$\n\\frac{a}{b}\n$$", "[D:\\frac{a}{b}]");
    row("parentheses", "that \\(x^2\\) is", "that [F:x^2] is");
    row("brackets", "\\[ \\sum_i x_i \\]", "[D:\\sum_i x_i]");
    row("environment", "\\begin{align}a&=b\\\\c&=d\\end{align}",
        "[D:\\begin{align}a&=b\\\\c&=d\\end{align}]");
    row("prices", "between $5 and $10, or $45.20 and 3$", "between $5 and $10, or $45.20 and 3$");
    row("price and formula", "$5 or $x$", "$5 or [F:x]");
    row("prices joined", "$5-$10", "$5-$10");
    row("currency of a country", "US$5 and CA$6", "US$5 and CA$6");
    row("escaped", "\\$a\\$", "$a$");
    row("note marks", "as told\\[12\\] and \\[ \\]", "as told[12] and [ ]");
    row("in code", "`$a$` and ```$b$```", "$a$ and $b$");
    row("in a listing", "```\n$a$ \\(b\\)\n```", "$a$ \\(b\\)");
    row("not over paragraphs", "$a\n\nb$", "$a/b$");
    row("alone", "a $ sign", "a $ sign");
    row("empty", "$$ $$ and $$$$", "[D:] and $$$$");
}

void TestMarkdown::formulasAreFound() {
    QFETCH(QString, text);
    QFETCH(QString, wanted);
    QCOMPARE(shown(parse(text)), wanted);
}

void TestMarkdown::unfinishedFormulasWait_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("growing");
    const auto row = [](const char* name, const char* text, const char* growing) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(growing);
    };
    row("displayed", "so $$\\frac{a", "so […]");
    row("brackets", "so \\[ \\frac{a", "so […]");
    row("inline", "so $x_1 + ", "so […]");
    row("price", "costs $5", "costs $5");
    row("backslash", "so \\", "so");
    row("earlier paragraph", "so $x\n\nand", "so $x/and");
}

void TestMarkdown::unfinishedFormulasWait() {
    QFETCH(QString, text);
    QFETCH(QString, growing);
    QCOMPARE(shown(app::parseMarkdown(text, AnswerState::Growing)), growing);
    QVERIFY(!shown(parse(text)).contains(u'…')); // nothing more will come
}

void TestMarkdown::placesAreFoundAgain() {
    const QString text =
        QStringLiteral("Grüße &amp; **costs $x$ 总计** \\(a\\) is `42` in the end");
    for (const QString& word :
         {QStringLiteral("Grüße"), QStringLiteral("costs"), QStringLiteral("总计"),
          QStringLiteral("is"), QStringLiteral("42"), QStringLiteral("in the end")}) {
        const int wanted = int(text.indexOf(word));
        int found = -1;
        const auto blocks = parse(text);
        for (const MarkdownSpan& span : blocks[0].spans) {
            const auto at = span.text.indexOf(word);
            if (at >= 0 && span.source >= 0) {
                found = span.source + int(at);
            }
        }
        QVERIFY2(found == wanted,
                 qPrintable(QStringLiteral("%1: %2, not %3").arg(word).arg(found).arg(wanted)));
    }
}

void TestMarkdown::onlySafeLinksAreLinks_data() {
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("safe");
    QTest::newRow("https") << QStringLiteral("https://example.org/a?b=c") << true;
    QTest::newRow("http") << QStringLiteral("HTTP://example.org") << true;
    QTest::newRow("mail") << QStringLiteral("mailto:a@example.org") << true;
    for (const char* bad :
         {"javascript:alert(1)", "file:///etc/hostname", "//host/share/x.png", "ftp://example.org",
          "data:text/html,x", "smb://host/share", "https:///nohost", "mailto:", "x.html",
          "vbscript:x", "tel:1", "qrc:/icons/ask.svg", "ssh://host", "http://"}) {
        QTest::newRow(bad) << QString::fromLatin1(bad) << false;
    }
    QTest::newRow("long") << QStringLiteral("https://example.org/") + QString(3000, u'a') << false;
}

void TestMarkdown::onlySafeLinksAreLinks() {
    QFETCH(QString, target);
    QFETCH(bool, safe);
    QCOMPARE(app::openableLink(target).has_value(), safe);
    const auto blocks = parse(QStringLiteral("[text](<%1>)").arg(target));
    QCOMPARE(shown(blocks[0].spans), QStringLiteral("text"));
    QCOMPARE(!blocks[0].spans[0].link.isEmpty(), safe);
}

void TestMarkdown::hostileAnswersAreText() {
    const QString html = QStringLiteral("<script>x</script> <img src=\"file:///etc/hostname\">");
    const auto blocks = parse(html);
    QCOMPARE(shown(blocks), html);
    const auto picture = parse(QStringLiteral("![see](file:///etc/hostname)"))[0].spans;
    QCOMPARE(picture.size(), 1);
    QCOMPARE(picture[0].kind, SpanKind::Picture);
    QCOMPARE(picture[0].text, QStringLiteral("see"));
    QVERIFY(picture[0].link.isEmpty());
    // The marks that stand for formulas cannot be forged.
    const QString forged = QString(app::kFormulaOpen) + u'7' + app::kFormulaClose;
    QCOMPARE(shown(parse(forged)), QString(QStringLiteral("\uFFFD7\uFFFD")));
    QCOMPARE(shown(parse(QString(QChar(0)) + u'a')), QStringLiteral("\uFFFDa"));
    for (const char* odd :
         {"&#0;", "&#xD800;", "&#1114112;", "&bogus;",  "[a]: <b",  "***", "|",
          "|-|",  "`",        "```",        "\\",       "$",        "$$",  "\\begin{align}",
          "[](",  "![](",     "> > >",      "1. 1. 1.", "[a](b \"", "<a",  "\\(",
          "a\\)"}) {
        parse(QString::fromLatin1(odd)); // none may crash
        parse(QString::fromLatin1(odd).repeated(2000));
        app::parseMarkdown(QString::fromLatin1(odd), AnswerState::Growing);
    }
}

void TestMarkdown::hugeTablesAreRefused() {
    const int columns = 100;
    QString text = QStringLiteral("|a").repeated(columns) + QStringLiteral("|\n") +
                   QStringLiteral("|---").repeated(columns) + QStringLiteral("|\n");
    text += QStringLiteral("|x|\n").repeated(1000);
    const auto blocks = parse(text);
    QCOMPARE(blocks.size(), 1);
    QVERIFY2(blocks[0].kind == Kind::Paragraph,
             qPrintable(QString::number(blocks[0].cells.size())));
    QCOMPARE(blocks[0].spans[0].text.size(), text.size()); // shown all the same

    QVERIFY(parse(text.left(text.indexOf(u'x') + 40))[0].kind == Kind::Table);
}

void TestMarkdown::longAnswersAreReadFast() {
    QElapsedTimer timer;
    timer.start();
    for (const char* piece : {"**a*", "[", "$x", "| a ", "`a", "\\(", "> ", "![a](", "<"}) {
        parse(QString::fromLatin1(piece).repeated(8000));
    }
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

void TestMarkdown::plainTextHasNoMarkup() {
    const auto blocks = parse(QStringLiteral("# T\n\n- **a**\n- b\n\n| x | y |\n|---|---|\n| 1 | 2 "
                                             "|\n\n`c` and $d^2$"));
    QCOMPARE(app::plainTextOf(blocks), QStringLiteral("T\n\n• a\n• b\n\nx\ty\n1\t2\n\nc and d^2"));
}

QTEST_GUILESS_MAIN(TestMarkdown)
#include "tst_markdown.moc"

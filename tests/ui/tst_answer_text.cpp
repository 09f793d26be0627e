// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Answers while they grow and as they end: written only where they change, never loading or opening
// anything, with places marked where they stand.
#include "ui/answer_text.h"
#include "ui/markdown_document.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextTable>

#include <algorithm>
#include <ctime>

using app::AnswerState;

namespace {

const QString kAnswer = QStringLiteral(
    "# Invoice 17\n\nThe **total** is *high*, see `net`:\n\n"
    "| Item | Price |\n| --- | ---: |\n| Tea | 2.50 |\n| Milk | 1.00 |\n\n"
    "1. Pay it\n2. File it\n   - in the blue folder\n\n> as they say\n\n"
    "```\nsum(2.50, 1.00)\n```\n\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nDone: [terms]"
    "(https://example.org/terms).");

// Text with the formats that can be seen, for comparing two documents.
QString seen(const QTextDocument& document) {
    QString text;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        text += QStringLiteral("{%1 %2 %3}")
                    .arg(block.blockFormat().leftMargin())
                    .arg(block.blockFormat().topMargin())
                    .arg(block.blockFormat().headingLevel());
        for (auto piece = block.begin(); !piece.atEnd(); ++piece) {
            const QTextCharFormat format = piece.fragment().charFormat();
            text += QStringLiteral("<%1 %2 %3>%4")
                        .arg(format.fontWeight())
                        .arg(format.fontItalic())
                        .arg(format.anchorHref(), piece.fragment().text());
        }
        text += u'\n';
    }
    return text;
}

void moveTo(ui::AnswerText& text, const QPoint& at) {
    QMouseEvent move(QEvent::MouseMove, at, text.viewport()->mapToGlobal(at), Qt::NoButton,
                     Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(text.viewport(), &move);
}

int tablesIn(const QTextDocument& document) {
    int tables = 0;
    for (QTextFrame* frame : document.rootFrame()->childFrames()) {
        tables += qobject_cast<QTextTable*>(frame) != nullptr ? 1 : 0;
    }
    return tables;
}

} // namespace

class TestAnswerText : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() { ui::applyTheme(*qApp, ui::ColorScheme::Light)->setMotion(false); }

    void grownIsTheSameAsWhole();
    void onlyTheEndIsWritten();
    void selectionStaysWhileItGrows();
    void growsSmoothly();
    void linksAreOnlySaid();
    void nothingIsLoaded();
    void placesAreMarkedAndPressed();
    void colorsFollowTheScheme();
    void copiesTheSelection();
    void plainTextIsNotInterpreted();
};

void TestAnswerText::grownIsTheSameAsWhole() {
    QTextDocument whole;
    ui::MarkdownDocument(whole).show(app::parseMarkdown(kAnswer, AnswerState::Ended),
                                     qApp->palette());
    QTextDocument grown;
    ui::MarkdownDocument markdown(grown);
    for (int length = 0; length < kAnswer.size(); ++length) {
        markdown.show(app::parseMarkdown(kAnswer.left(length), AnswerState::Growing),
                      qApp->palette());
    }
    markdown.show(app::parseMarkdown(kAnswer, AnswerState::Ended), qApp->palette());
    const QStringList seenGrown = seen(grown).split(u'\n');
    const QStringList seenWhole = seen(whole).split(u'\n');
    for (int line = 0; line < seenWhole.size(); ++line) {
        QVERIFY2(seenGrown.value(line) == seenWhole[line],
                 qPrintable(seenGrown.mid(line - 1, 3).join(u'~') + QStringLiteral(" instead of ") +
                            seenWhole.mid(line - 1, 3).join(u'~')));
    }
    QCOMPARE(seenGrown.size(), seenWhole.size());
    QCOMPARE(tablesIn(grown), 3); // two tables, one listing
    // And shrinks again to nothing.
    markdown.show({}, qApp->palette());
    QCOMPARE(grown.toPlainText(), QString());
    QCOMPARE(tablesIn(grown), 0);
}

void TestAnswerText::onlyTheEndIsWritten() {
    QTextDocument document;
    ui::MarkdownDocument markdown(document);
    markdown.show(app::parseMarkdown(kAnswer, AnswerState::Growing), qApp->palette());
    const int before = document.characterCount();
    int firstTouched = before;
    int removed = 0;
    connect(&document, &QTextDocument::contentsChange, this, [&](int at, int gone, int) {
        firstTouched = std::min(firstTouched, at);
        removed += gone;
    });
    markdown.show(app::parseMarkdown(kAnswer + QStringLiteral(" And on"), AnswerState::Growing),
                  qApp->palette());
    QVERIFY2(firstTouched >= before - 1, qPrintable(QString::number(firstTouched)));
    QCOMPARE(removed, 0);
    QVERIFY(document.toPlainText().endsWith(QLatin1String("terms. And on")));
}

void TestAnswerText::selectionStaysWhileItGrows() {
    ui::AnswerText text(nullptr);
    text.showMarkdown(QStringLiteral("The **first** paragraph"), AnswerState::Ended);
    QTextCursor cursor = text.textCursor();
    cursor.setPosition(4);
    cursor.setPosition(9, QTextCursor::KeepAnchor);
    text.setTextCursor(cursor);
    text.showMarkdown(QStringLiteral("The **first** paragraph goes on\n\nand another"),
                      AnswerState::Ended);
    QCOMPARE(text.textCursor().selectedText(), QStringLiteral("first"));
}

// A hundred tokens a second in an answer of some thousand tokens.
void TestAnswerText::growsSmoothly() {
    ui::AnswerText text(nullptr);
    text.resize(360, 200);
    text.show();
    const QString start = kAnswer.repeated(20);
    text.showMarkdown(start, AnswerState::Ended);
    QApplication::processEvents();
    const int height = text.height();
    QVector<std::clock_t> times; // of the processor: others may be at work
    QString grown = start + QStringLiteral("\n\n");
    for (int step = 0; step < 50; ++step) {
        grown += QStringLiteral("and more words ");
        const std::clock_t began = std::clock();
        text.showMarkdown(grown, AnswerState::Ended); // without the timer between looks
        QApplication::processEvents();
        times.append(std::clock() - began);
    }
    QVERIFY(text.height() > height);
    std::sort(times.begin(), times.end());
    const double typical = 1000.0 * double(times[times.size() / 2]) / CLOCKS_PER_SEC;
    QVERIFY2(typical < 50, qPrintable(QString::number(typical)));
}

void TestAnswerText::linksAreOnlySaid() {
    ui::AnswerText text(nullptr);
    text.resize(400, 100);
    text.showMarkdown(QStringLiteral("[terms](https://example.org/terms) and [bad](file:///etc)"),
                      AnswerState::Ended);
    text.show();
    QSignalSpy clicked(&text, &ui::AnswerText::linkClicked);
    QTest::mouseClick(text.viewport(), Qt::LeftButton, {}, QPoint(8, 8));
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked.first().first().toString(), QStringLiteral("https://example.org/terms"));
    QCOMPARE(text.links(), QStringList{QStringLiteral("https://example.org/terms")});
}

void TestAnswerText::nothingIsLoaded() {
    ui::AnswerText text(nullptr);
    text.resize(400, 100);
    text.show();
    text.showMarkdown(QStringLiteral("![a](file:///etc/hostname) ![](//host/share/x.png)\n\n"
                                     "<img src=\"file:///etc/hostname\">"),
                      AnswerState::Ended);
    QApplication::processEvents();
    for (QTextBlock block = text.document()->begin(); block.isValid(); block = block.next()) {
        for (auto piece = block.begin(); !piece.atEnd(); ++piece) {
            QVERIFY(!piece.fragment().charFormat().isImageFormat());
        }
    }
    QVERIFY(
        text.document()
            ->resource(QTextDocument::ImageResource, QUrl(QStringLiteral("file:///etc/hostname")))
            .isNull());
    QVERIFY(text.toPlainText().startsWith(QLatin1String("[picture: a] [picture]")));
    QVERIFY(text.toPlainText().contains(QLatin1String("<img src=")));
}

void TestAnswerText::placesAreMarkedAndPressed() {
    ui::AnswerText text(nullptr);
    text.resize(400, 100);
    text.show();
    const QString answer = QStringLiteral("**$5.20** and $x^2$ *seven*");
    text.showMarkdown(answer, AnswerState::Ended);
    text.markPlaces({{QStringLiteral("$5.20"), QRectF(0, 0, 1, 1), 0, 2},
                     {QStringLiteral("seven"), QRectF(0, 0, 1, 1), 0, int(answer.indexOf(u's'))},
                     {QStringLiteral("lies"), QRectF(0, 0, 1, 1), 0, 3},
                     {QStringLiteral("seven"), QRectF(0, 0, 1, 1), 0, -1}});
    const auto marks = text.extraSelections();
    QCOMPARE(marks.size(), 2);
    QCOMPARE(marks[0].cursor.selectedText(), QStringLiteral("$5.20"));
    QCOMPARE(marks[1].cursor.selectedText(), QStringLiteral("seven"));

    QSignalSpy hovered(&text, &ui::AnswerText::placeHovered);
    QSignalSpy clicked(&text, &ui::AnswerText::placeClicked);
    moveTo(text, QPoint(8, 8));
    QTest::mouseClick(text.viewport(), Qt::LeftButton, {}, QPoint(8, 8));
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked.first().first().toInt(), 1);
    QCOMPARE(hovered.first().first().toInt(), 1);
    moveTo(text, QPoint(390, 90));
    QCOMPARE(hovered.last().first().toInt(), 0);

    // Plain answers have places too.
    text.showPlain(QStringLiteral("costs **5**"));
    text.markPlaces({{QStringLiteral("**5**"), QRectF(0, 0, 1, 1), 0, 6}});
    QCOMPARE(text.extraSelections().first().cursor.selectedText(), QStringLiteral("**5**"));
}

void TestAnswerText::colorsFollowTheScheme() {
    ui::AnswerText text(nullptr);
    text.showMarkdown(QStringLiteral("[a](https://example.org)"), AnswerState::Ended);
    const auto linkColor = [&] {
        return text.document()->begin().begin().fragment().charFormat().foreground().color();
    };
    QCOMPARE(linkColor(), ui::colorsOf(ui::ColorScheme::Light).accent);
    text.setPalette(ui::paletteOf(ui::ColorScheme::Dark));
    QCOMPARE(linkColor(), ui::colorsOf(ui::ColorScheme::Dark).accent);
}

void TestAnswerText::copiesTheSelection() {
    ui::AnswerText text(nullptr);
    text.showMarkdown(QStringLiteral("so $x^2$ is\n\n| a | b |\n|---|---|\n| 1 | 2 |"),
                      AnswerState::Ended);
    text.selectAll();
    text.copy();
    const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
    QVERIFY(!copied->hasHtml());
    QVERIFY2(copied->text().startsWith(QLatin1String("so $x^2$ is\n")), qPrintable(copied->text()));
}

void TestAnswerText::plainTextIsNotInterpreted() {
    ui::AnswerText text(nullptr);
    text.showMarkdown(QStringLiteral("**a**"), AnswerState::Ended);
    QCOMPARE(text.toPlainText(), QStringLiteral("a"));
    text.showPlain(QStringLiteral("**a** $x$"));
    QCOMPARE(text.toPlainText(), QStringLiteral("**a** $x$"));
    QCOMPARE(text.plainText(), QStringLiteral("**a** $x$"));
    text.showMarkdown(QStringLiteral("*b*"), AnswerState::Ended);
    QCOMPARE(text.toPlainText(), QStringLiteral("b"));
}

QTEST_MAIN(TestAnswerText)
#include "tst_answer_text.moc"

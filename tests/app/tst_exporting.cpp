// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The text formats, read back by other readers than those that wrote them; and hostile text, which
// is data in each.
#include "app/asking/markdown.h"
#include "app/documents/document_opener.h"
#include "app/exporting/export_job.h"
#include "app/exporting/page_rows.h"
#include "app/exporting/paragraphs.h"
#include "app/exporting/placed_words.h"
#include "app/plain_text.h"
#include "tests/app/json_schema.h"
#include "tests/app/pages.h"
#include "tests/app/read_pages.h"
#include "tests/app/zip_file.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QXmlStreamReader>

using namespace app;

namespace {

QByteArray exported(const char* format, const ReadDocument& document) {
    const ExportFormat* found = exportFormat(QLatin1String(format));
    const Result<Exported> result =
        found != nullptr ? found->writeText(document) : failure({}, {}, {});
    return result ? result->bytes : QByteArray("FAILED");
}

// Fails on everything that a document could fetch.
class Careful final : public QTextDocument {
public:
    QVariant loadResource(int, const QUrl& url) override {
        fetched.append(url.toString());
        return {};
    }

    QStringList fetched;
};

// What is left of a text that went through the program.
QString kept(const QString& text) {
    return withoutControls(text).simplified();
}

struct XmlElement {
    QString name;
    QXmlStreamAttributes attributes;
    QString text; // of it and everything in it
};

// All elements in order; nothing when it is not well formed.
QVector<XmlElement> elementsOf(const QByteArray& bytes) {
    QXmlStreamReader xml(bytes);
    QVector<XmlElement> elements;
    QVector<int> open;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            open.append(int(elements.size()));
            elements.append({xml.name().toString(), xml.attributes(), {}});
        } else if (xml.isEndElement()) {
            open.removeLast();
        } else if (xml.isCharacters()) {
            for (const int index : open) {
                elements[index].text += xml.text();
            }
        }
    }
    return xml.hasError() ? QVector<XmlElement>() : elements;
}

QVector<XmlElement> withClass(const QVector<XmlElement>& elements, const char* name) {
    QVector<XmlElement> found;
    for (const XmlElement& element : elements) {
        if (element.attributes.value(QStringLiteral("class")) == QLatin1String(name)) {
            found.append(element);
        }
    }
    return found;
}

QVector<XmlElement> named(const QVector<XmlElement>& elements, const char* name) {
    QVector<XmlElement> found;
    for (const XmlElement& element : elements) {
        if (element.name == QLatin1String(name)) {
            found.append(element);
        }
    }
    return found;
}

// What xmllint has against it; empty: nothing.
QString schemaErrors(const QByteArray& xml, const QString& schema) {
    QTemporaryDir dir;
    QFile file(dir.filePath("out.xml"));
    if (!file.open(QIODevice::WriteOnly) || file.write(xml) != xml.size()) {
        return QStringLiteral("not written");
    }
    file.close();
    QProcess process;
    process.start(QStringLiteral("xmllint"), {QStringLiteral("--noout"), QStringLiteral("--nonet"),
                                              QStringLiteral("--schema"), schema, file.fileName()});
    if (!process.waitForFinished()) {
        return QStringLiteral("xmllint (package libxml2-utils) is missing");
    }
    return process.exitCode() == 0 ? QString() : QString::fromUtf8(process.readAllStandardError());
}

} // namespace

class ExportingTest final : public QObject {
    Q_OBJECT

private slots:
    void tableIsWhole();
    void findsFormatsByName();
    void sharesOutALineWithoutWords_data();
    void sharesOutALineWithoutWords();
    void findsParagraphs();
    void plainTextIsPlain();
    void markdownReadsBack();
    void markdownKeepsHostileText();
    void htmlReadsBack();
    void htmlRunsAndLoadsNothing();
    void hocrHasEveryWordAtItsPlace();
    void hocrKeepsHostileText();
    void altoIsValid_data();
    void altoIsValid();
    void altoHasEveryWordAtItsPlace();
    void jsonFollowsItsSchema_data();
    void jsonFollowsItsSchema();
    void rowsHaveColumns();
    void rowsOfMarkdownTables();
    void odtReadsBack();
    void conversationsAsHtml();
    void conversationsAsMarkdown();
    void conversationsAsPdf();
    void conversationsOfChosenPages();
    void nothingActsOnAnybody_data();
    void nothingActsOnAnybody();
    void sameInSameOut();
};

void ExportingTest::tableIsWhole() {
    QSet<QString> names;
    QVERIFY(exportFormats().size() >= 6);
    for (const ExportFormat& format : exportFormats()) {
        names.insert(QLatin1String(format.name));
        QCOMPARE(exportFormat(QLatin1String(format.name)), &format);
        QCOMPARE(int(format.writeText != nullptr) + int(format.writeBoxes != nullptr) +
                     int(format.folder != nullptr) + int(format.writeConversation != nullptr),
                 1);
        QVERIFY(suggestedName(QStringLiteral("/a/b.pdf"), format) != u"b.pdf");
        if (format.suffix == nullptr) {
            continue;
        }
        QCOMPARE(exportFormat(QLatin1String(format.suffix)), &format);
        QCOMPARE(exportFormatOf(QStringLiteral("/a.b/LETTER.") +
                                QString(QLatin1String(format.suffix)).toUpper()),
                 &format);
    }
    QCOMPARE(names.size(), qsizetype(exportFormats().size()));
}

void ExportingTest::findsFormatsByName() {
    QVERIFY(exportFormat(QStringLiteral("docx")) == nullptr);
    QVERIFY(exportFormat(QString()) == nullptr);
    QCOMPARE(exportFormat(QStringLiteral("md")), exportFormat(QStringLiteral("markdown")));
    QCOMPARE(exportFormats().front().name, "pdf");
    QVERIFY(exportFormatOf(QStringLiteral("letter")) == nullptr);
    QVERIFY(exportFormatOf(QStringLiteral("txt")) == nullptr);
}

void ExportingTest::sharesOutALineWithoutWords_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QVector<double>>("lefts"); // of a line from 0.2 to 0.7
    QTest::addRow("left to right") << "ab cde f" << QVector<double>{0.2, 0.3875, 0.6375};
    QTest::addRow("right to left")
        << QString::fromUtf8("אב גדה ו") << QVector<double>{0.575, 0.325, 0.2};
    QTest::addRow("one word") << "abc" << QVector<double>{0.2};
    QTest::addRow("nothing") << " \t " << QVector<double>{};
}

void ExportingTest::sharesOutALineWithoutWords() {
    QFETCH(QString, text);
    QFETCH(QVector<double>, lefts);
    const QVector<ReadWord> words = placedWords({text, QRectF(0.2, 0.1, 0.5, 0.02), 0, {}});
    QCOMPARE(words.size(), lefts.size());
    for (int i = 0; i < words.size(); ++i) {
        QCOMPARE(words[i].text, text.simplified().split(u' ')[i]);
        QVERIFY(qAbs(words[i].box.left() - lefts[i]) < 1e-9);
        QCOMPARE(words[i].box.height(), 0.02);
    }
    for (const ReadWord& word : placedWords({text, QRectF(), 0, {}})) {
        QVERIFY(word.box.isNull());
    }
}

void ExportingTest::findsParagraphs() {
    using Kind = Paragraph::Kind;
    const QVector<Paragraph> expected{{Kind::Heading, 1, {"Annual report"}},
                                      {Kind::Running,
                                       0,
                                       {"The year was one of quiet work, and the example of our "
                                        "neighbours showed that more was in "
                                        "it than anybody thought."}},
                                      {Kind::Lines, 0, {"Jane Doe", "12 Long Lane"}}};
    QCOMPARE(paragraphsOf(pages::letter().text), expected);

    PageText beside{{pages::line("Total", {0.1, 0.5, 0.1, 0.02}, 4),
                     pages::line("12.50", {0.7, 0.5, 0.1, 0.02}, 4)}};
    QCOMPARE(paragraphsOf(beside), (QVector<Paragraph>{{Kind::Lines, 0, {"Total 12.50"}}}));
    for (ReadLine& line : beside.lines) {
        line.box = QRectF(); // nothing is known of places
    }
    QCOMPARE(paragraphsOf(beside), (QVector<Paragraph>{{Kind::Lines, 0, {"Total", "12.50"}}}));
}

void ExportingTest::plainTextIsPlain() {
    QCOMPARE(
        exported("txt", pages::document({pages::letter(0), pages::page(1, {}), pages::letter(2)})),
        QByteArray("Annual report\n\nThe year was one of quiet work, and the exam-\nple of our "
                   "neighbours showed that more was in it\nthan anybody thought.\n\nJane "
                   "Doe\n12 Long Lane\n") +
            "\f\f" + exported("txt", pages::document({pages::letter()})));
}

void ExportingTest::markdownReadsBack() {
    const QByteArray markdown =
        exported("markdown", pages::document({pages::letter(0), pages::letter(1)}));
    QTextDocument read;
    read.setMarkdown(QString::fromUtf8(markdown));
    QCOMPARE(read.begin().blockFormat().headingLevel(), 1);
    QCOMPARE(read.begin().text(), QStringLiteral("Annual report"));
    QVERIFY(read.toPlainText().contains("and the example of our"));
    QVERIFY(markdown.contains("\n\n* * *\n\n"));
    QVERIFY(markdown.contains("Jane Doe\\\n12 Long Lane"));
    QCOMPARE(exported("markdown", pages::document({pages::page(0, {})})), QByteArray());
}

void ExportingTest::markdownKeepsHostileText() {
    const QByteArray markdown = exported("markdown", pages::document({pages::hostilePage()}));
    Careful read;
    read.setMarkdown(QString::fromUtf8(markdown));
    QCOMPARE(read.fetched, QStringList());
    QStringList lines;
    for (QTextBlock block = read.begin(); block.isValid(); block = block.next()) {
        QCOMPARE(block.blockFormat().headingLevel(), 0);
        QVERIFY(block.textList() == nullptr);
        for (const auto& part : block.textFormats()) {
            QVERIFY2(!part.format.isAnchor() && !part.format.isImageFormat() &&
                         part.format.fontWeight() <= QFont::Normal && !part.format.fontItalic(),
                     qPrintable(block.text()));
        }
        lines.append(block.text());
    }
    QStringList expected;
    for (const QString& text : pages::hostileTexts()) {
        expected.append(kept(text));
    }
    QCOMPARE(lines, expected);
}

void ExportingTest::htmlReadsBack() {
    const QByteArray html = exported("html", pages::document({pages::letter(0), pages::letter(1)}));
    QVERIFY(html.startsWith("<!DOCTYPE html>"));
    QTextDocument read;
    read.setHtml(QString::fromUtf8(html));
    QCOMPARE(read.metaInformation(QTextDocument::DocumentTitle), QStringLiteral("letter.pdf"));
    QCOMPARE(read.begin().blockFormat().headingLevel(), 1);
    QCOMPARE(read.toPlainText().count("and the example of our"), 2);
    QVERIFY(read.toPlainText().contains("Jane Doe\n12 Long Lane"));
}

void ExportingTest::htmlRunsAndLoadsNothing() {
    const QByteArray html = exported("html", pages::document({pages::hostilePage()}));
    const QVector<XmlElement> elements = elementsOf(html);
    QVERIFY(!elements.isEmpty());
    const QSet<QString> known{"html", "head",    "meta", "title", "style",
                              "body", "section", "p",    "br"};
    for (const XmlElement& element : elements) {
        QVERIFY2(known.contains(element.name), qPrintable(element.name));
        for (const QXmlStreamAttribute& attribute : element.attributes) {
            QVERIFY2(!attribute.name().startsWith(QLatin1String("on")) &&
                         attribute.name() != QLatin1String("src") &&
                         attribute.name() != QLatin1String("href"),
                     qPrintable(attribute.name().toString()));
        }
    }
    const QVector<XmlElement> paragraphs = named(elements, "p");
    QCOMPARE(paragraphs.size(), pages::hostileTexts().size());
    for (int i = 0; i < paragraphs.size(); ++i) {
        QCOMPARE(paragraphs[i].text, kept(pages::hostileTexts()[i]));
    }
    Careful read;
    read.setHtml(QString::fromUtf8(html));
    QCOMPARE(read.fetched, QStringList());
}

void ExportingTest::hocrHasEveryWordAtItsPlace() {
    const ReadDocument document = pages::document({pages::letter(0), pages::letter(1)});
    const QVector<XmlElement> elements = elementsOf(exported("hocr", document));
    const QVector<XmlElement> sheets = withClass(elements, "ocr_page");
    QCOMPARE(sheets.size(), 2);
    QCOMPARE(
        sheets[1].attributes.value("title").toString(),
        QStringLiteral("image \"letter.pdf\"; bbox 0 0 2479 3508; ppageno 1; scan_res 300 300"));
    QCOMPARE(withClass(elements, "ocr_carea").size(), 6);
    QCOMPARE(withClass(elements, "ocr_line").size(), 12);
    const QVector<XmlElement> words = withClass(elements, "ocrx_word");
    QVector<ReadWord> expected;
    for (const ReadPage& page : document.pages) {
        for (const ReadLine& line : page.text.lines) {
            expected += line.words;
        }
    }
    QCOMPARE(words.size(), expected.size());
    static const QRegularExpression place("^bbox (\\d+) (\\d+) (\\d+) (\\d+); x_wconf 88$");
    for (int i = 0; i < words.size(); ++i) {
        QCOMPARE(words[i].text, expected[i].text);
        const auto match = place.match(words[i].attributes.value("title").toString());
        QVERIFY(match.hasMatch());
        QVERIFY(qAbs(match.captured(1).toInt() - expected[i].box.left() * 2479) <= 1);
        QVERIFY(qAbs(match.captured(2).toInt() - expected[i].box.top() * 3508) <= 1);
        QVERIFY(qAbs(match.captured(3).toInt() - expected[i].box.right() * 2479) <= 1);
        QVERIFY(qAbs(match.captured(4).toInt() - expected[i].box.bottom() * 3508) <= 1);
    }
    QSet<QString> ids;
    for (const XmlElement& element : elements) {
        if (const QString id = element.attributes.value("id").toString(); !id.isEmpty()) {
            QVERIFY2(!ids.contains(id), qPrintable(id));
            ids.insert(id);
        }
    }
}

void ExportingTest::hocrKeepsHostileText() {
    ReadDocument document = pages::document({pages::hostilePage()});
    document.name = QStringLiteral("a\"; bbox 9 9 9 9; x\\.pdf");
    const QVector<XmlElement> elements = elementsOf(exported("hocr", document));
    QCOMPARE(withClass(elements, "ocr_page").first().attributes.value("title").toString(),
             QStringLiteral("image \"a_; bbox 9 9 9 9; x_.pdf\"; bbox 0 0 2479 3508; ppageno 0; "
                            "scan_res 300 300"));
    const QVector<XmlElement> lines = withClass(elements, "ocr_line");
    QCOMPARE(lines.size(), pages::hostileTexts().size());
    for (int i = 0; i < lines.size(); ++i) {
        QCOMPARE(lines[i].text.simplified(), kept(pages::hostileTexts()[i]));
    }
}

void ExportingTest::altoIsValid_data() {
    QTest::addColumn<ReadDocument>("document");
    QTest::addRow("letter") << pages::document({pages::letter(0), pages::letter(6)});
    QTest::addRow("hostile") << pages::document({pages::hostilePage()});
    QTest::addRow("nothing read") << pages::document({pages::page(0, {})});
    ReadDocument placeless = pages::document({pages::page(
        0,
        {{"no place", {}, 0, {}}, {" \x1b ", {}, 0, {}}, {QString::fromUtf8("שלום"), {}, 1, {}}})});
    placeless.model.clear();
    QTest::addRow("without places") << placeless;
    ReadPage outside = pages::page(0, {pages::line("over the edge", {-0.1, 0.99, 1.3, 0.2})});
    outside.points = {1, 1};
    QTest::addRow("tiny page") << pages::document({outside});
}

void ExportingTest::altoIsValid() {
    QFETCH(ReadDocument, document);
    const QByteArray alto = exported("alto", document);
    QCOMPARE(schemaErrors(alto, QFINDTESTDATA("../data/alto/alto-4-profile.xsd")), QString());
    if (const QString official = qEnvironmentVariable("TESSERA_ALTO_SCHEMA"); !official.isEmpty()) {
        QCOMPARE(schemaErrors(alto, official), QString());
    }
    QByteArray spoilt = alto;
    spoilt.replace("MeasurementUnit", "Unit");
    QVERIFY(!schemaErrors(spoilt, QFINDTESTDATA("../data/alto/alto-4-profile.xsd")).isEmpty());
}

void ExportingTest::altoHasEveryWordAtItsPlace() {
    const ReadDocument document = pages::document({pages::letter(0)});
    const QVector<XmlElement> elements = elementsOf(exported("alto", document));
    QCOMPARE(named(elements, "TextBlock").size(), 3);
    const QVector<XmlElement> words = named(elements, "String");
    QVector<ReadWord> expected;
    for (const ReadLine& line : document.pages[0].text.lines) {
        expected += line.words;
    }
    QCOMPARE(words.size(), expected.size());
    for (int i = 0; i < words.size(); ++i) {
        const auto number = [&](const char* name) {
            return words[i].attributes.value(QLatin1String(name)).toDouble();
        };
        QCOMPARE(words[i].attributes.value("CONTENT").toString(), expected[i].text);
        QVERIFY(qAbs(number("HPOS") - expected[i].box.left() * 2479) <= 1);
        QVERIFY(qAbs(number("VPOS") - expected[i].box.top() * 3508) <= 1);
        QVERIFY(qAbs(number("WIDTH") - expected[i].box.width() * 2479) <= 1.5);
        QVERIFY(qAbs(number("HEIGHT") - expected[i].box.height() * 3508) <= 1.5);
        QCOMPARE(number("WC"), 0.875);
    }
}

void ExportingTest::jsonFollowsItsSchema_data() {
    altoIsValid_data();
}

void ExportingTest::jsonFollowsItsSchema() {
    QFETCH(ReadDocument, document);
    const QJsonObject json = QJsonDocument::fromJson(exported("json", document)).object();
    QCOMPARE(json_schema::errors(json, "read-document-1"), QString());
    QCOMPARE(json.value("pages").toArray().size(), document.pages.size());
    const QJsonArray lines =
        json.value("pages").toArray().first().toObject().value("lines").toArray();
    QCOMPARE(lines.size(), document.pages.first().text.lines.size());
    for (int i = 0; i < lines.size(); ++i) {
        QCOMPARE(lines[i].toObject().value("text").toString(),
                 withoutControls(document.pages.first().text.lines[i].text));
    }
}

// A heading, a table with a cell left out, a line of prose.
void ExportingTest::rowsHaveColumns() {
    const auto at = [](const char* text, double left, double top) {
        return pages::line(QString::fromLatin1(text),
                           QRectF(left, top, 0.012 * double(qstrlen(text)), 0.02));
    };
    ReadPage page = pages::page(
        0, {at("Statement", 0.1, 0.05), at("Item", 0.1, 0.2), at("Amount", 0.5, 0.2),
            at("Note", 0.75, 0.2), at("Paper", 0.1, 0.23), at("1,234.50", 0.49, 0.231),
            at("Ink and pens", 0.1, 0.26), at("12", 0.53, 0.26), at("later", 0.75, 0.26),
            at("All prices are in euros and hold until June.", 0.1, 0.5)});
    const QVector<QStringList> expected{{"Statement"},
                                        {"Item", "Amount", "Note"},
                                        {"Paper", "1,234.50", ""},
                                        {"Ink and pens", "12", "later"},
                                        {"All prices are in euros and hold until June."}};
    QCOMPARE(rowsOf(page), expected);
    // One line of the reading for each row of the page comes to the same.
    ReadLine row = pages::line("Paper", QRectF(0.1, 0.23, 0.06, 0.02));
    row.words.append({QStringLiteral("1,234.50"), QRectF(0.49, 0.23, 0.096, 0.02), 1});
    row.box |= row.words.last().box;
    page.text.lines = {page.text.lines[1], page.text.lines[2], row};
    QCOMPARE(rowsOf(page), (QVector<QStringList>{{"Item", "Amount"}, {"Paper", "1,234.50"}}));
}

void ExportingTest::rowsOfMarkdownTables() {
    const ReadPage page = pages::page(0, {{"Prices", {}, 0, {}},
                                          {"| Item | Amount |", {}, 1, {}},
                                          {"| --- | ---: |", {}, 1, {}},
                                          {"| **Paper** | 12.50 |", {}, 1, {}},
                                          {"until June", {}, 2, {}}});
    QCOMPARE(
        rowsOf(page),
        (QVector<QStringList>{{"Prices"}, {"Item", "Amount"}, {"Paper", "12.50"}, {"until June"}}));
}

void ExportingTest::odtReadsBack() {
    const QByteArray odt =
        exported("odt", pages::document({pages::letter(0), pages::hostilePage(1)}));
    const auto parts = zip_file::entries(odt);
    QCOMPARE(parts["mimetype"], QByteArray("application/vnd.oasis.opendocument.text"));
    QXmlStreamReader xml(parts["content.xml"]);
    QString text;
    while (!xml.atEnd()) {
        xml.readNext();
        text += xml.isCharacters() ? xml.text().toString() : QString();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(text.contains("Annual report"));
    QVERIFY2(text.contains("the example of our neighbours"), qPrintable(text));
    QVERIFY(text.contains("<script>alert(1)</script>"));
    QVERIFY(parts["content.xml"].contains("fo:break-before=\"page\""));
    for (const QChar character : text) {
        QVERIFY(character >= u' ' || character == u'\n' || character == u'\t');
    }
}

namespace {

// Two questions about a document of two pages, the first with a place on the second page.
AskedDocument askedDocument() {
    AskedDocument asked{QStringLiteral("letter <b>.pdf"), nullptr, {}};
    asked.document =
        openDocument(pages::pdf("/MediaBox[0 0 200 100]",
                                "1 0 0 rg 100 50 50 25 re f BT 0 g /F 12 Tf 10 10 Td (Hi) Tj ET",
                                2),
                     QStringLiteral("letter.pdf"))
            .value();
    KeptTurn turn;
    turn.asked = {Task::AskWithPlaces, QStringLiteral("What is <the> *total*?"), {PagePart{1, {}}}};
    turn.model = QStringLiteral("Nano 1");
    turn.when = QDateTime(QDate(2026, 5, 1), QTime(12, 30), Qt::UTC);
    turn.result.text = QStringLiteral("# Sum\n\nThe **total** is `12` or \\(x_1\\).\n\n"
                                      "| a | b |\n| --- | ---: |\n| 1 | =2 |\n\n- one\n- two\n\n"
                                      "> quoted\n\n```\ncode ``\n```\n\n"
                                      "[good](https://example.org/) [bad](javascript:alert(1)) "
                                      "![pic](http://evil.example/x.png)\n\n") +
                       pages::hostileTexts().join(QStringLiteral("\n\n"));
    turn.result.places = {{QStringLiteral("total"), QRectF(0.5, 0.25, 0.25, 0.25), 0, -1}};
    asked.turns = {turn, turn};
    asked.turns[1].asked.text = QStringLiteral("And this?");
    asked.turns[1].asked.parts = {PagePart{0, {}}};
    asked.turns[1].result.places.clear();
    return asked;
}

} // namespace

// It reads back, its pictures are in it, its links lead where links may, and nothing else is in it.
void ExportingTest::conversationsAsHtml() {
    const auto html = exportFormat("conversation-html")->writeConversation(askedDocument());
    QVERIFY(html);
    QString text;
    int pictures = 0;
    QXmlStreamReader xml(html->bytes);
    while (!xml.atEnd()) {
        xml.readNext();
        text += xml.isCharacters() ? xml.text().toString() : QString();
        if (!xml.isStartElement()) {
            continue;
        }
        for (const QXmlStreamAttribute& attribute : xml.attributes()) {
            const QString value = attribute.value().toString();
            const bool isPicture =
                attribute.name() == u"src" && value.startsWith("data:image/png;base64,");
            const bool isLink = attribute.name() == u"href" && openableLink(value);
            const bool isHarmless = QStringList{"charset", "http-equiv", "content", "class",
                                                "alt",     "style",      "align",   "border"}
                                        .contains(attribute.name().toString());
            QVERIFY2(isPicture || isLink || isHarmless, qPrintable(value));
            if (isPicture) {
                ++pictures;
                const QImage cut =
                    QImage::fromData(QByteArray::fromBase64(value.section(u',', 1).toUtf8()));
                const QColor middle = cut.pixelColor(cut.rect().center());
                QVERIFY(middle.red() > 200 && middle.blue() < 50); // the place, and no other
            }
        }
        QVERIFY(xml.name() != u"script" && xml.name() != u"iframe" && xml.name() != u"object");
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(pictures, 1);
    QVERIFY(text.contains("What is <the> *total*?"));
    QVERIFY(text.contains(QStringLiteral("page 2 \u00b7 Nano 1 \u00b7 2026-05-01 12:30 UTC")));
    QVERIFY(text.contains("1. total, page 2"));
    QVERIFY(html->bytes.contains("<td align=\"right\">=2</td>"));
}

void ExportingTest::conversationsAsMarkdown() {
    const auto markdown = exportFormat("conversation-md")->writeConversation(askedDocument());
    QVERIFY(markdown);
    const auto blocks = parseMarkdown(QString::fromUtf8(markdown->bytes), AnswerState::Ended);
    QStringList headings;
    bool hasTable = false;
    for (const MarkdownBlock& block : blocks) {
        if (block.kind == MarkdownBlock::Kind::Heading) {
            headings.append(plainTextOf({block}).trimmed());
        }
        hasTable |= block.kind == MarkdownBlock::Kind::Table && block.columns == 2;
        for (const MarkdownSpan& span : block.spans) {
            QVERIFY2(span.link.isEmpty() || openableLink(span.link), qPrintable(span.link));
            QVERIFY2(span.kind != MarkdownSpan::Kind::Picture || span.text.contains("page 2"),
                     qPrintable(span.text));
        }
    }
    QCOMPARE(headings, (QStringList{"letter <b>.pdf", "What is <the> *total*?", "Sum", "no heading",
                                    "And this?", "Sum", "no heading"}));
    QVERIFY(hasTable);
    QVERIFY(!markdown->bytes.contains("](javascript") &&
            !markdown->bytes.contains("](http://evil"));
    QCOMPARE(markdown->bytes.count("](data:image/png;base64,"), 1);
}

void ExportingTest::conversationsAsPdf() {
    const auto pdf = exportFormat("conversation-pdf")->writeConversation(askedDocument());
    QVERIFY(pdf);
    const auto document = openDocument(pdf->bytes, QStringLiteral("asked.pdf"));
    QVERIFY(document);
    QString text;
    for (int page = 0; page < (*document)->pageCount(); ++page) {
        for (const TextWord& word : (*document)->words(page)) {
            text += word.text + u' ';
        }
    }
    QVERIFY2(text.contains("What is <the> *total*?"), qPrintable(text));
    QVERIFY(text.contains("And this?"));
}

void ExportingTest::conversationsOfChosenPages() {
    const AskedDocument asked = askedDocument();
    ExportJob job;
    job.document = asked.document;
    job.source = QStringLiteral("letter.pdf");
    job.format = exportFormat("conversation-md");
    job.turns = asked.turns;
    job.chosen = {0};
    const auto first = app::exported(job);
    QVERIFY(first);
    QVERIFY(first->bytes.contains("And this") && !first->bytes.contains("What is"));
    job.turns.clear();
    QCOMPARE(app::exported(job).error().code, FailureCode::BadArguments);
}

void ExportingTest::nothingActsOnAnybody_data() {
    QTest::addColumn<QString>("format");
    for (const ExportFormat& format : exportFormats()) {
        if (format.isOfText() && !format.isBinary) { // see tst_searchable_pdf, tst_sheet
            QTest::addRow("%s", format.name) << QString(QLatin1String(format.name));
        }
    }
}

// No byte that a terminal obeys, and text that is UTF-8.
void ExportingTest::nothingActsOnAnybody() {
    QFETCH(QString, format);
    ReadDocument document = pages::document({pages::hostilePage()});
    document.name = document.model = pages::hostileTexts().join(u' ');
    const QString text = QString::fromUtf8(exported(qPrintable(format), document));
    QVERIFY(text != u"FAILED");
    for (const QChar character : text) {
        const bool isControl =
            (character < u' ' && character != u'\n' && character != u'\t' && character != u'\f') ||
            (character >= QChar(0x7f) && character < QChar(0xa0)) ||
            (character >= QChar(0x202a) && character <= QChar(0x202e));
        QVERIFY2(!isControl, qPrintable(QString::number(character.unicode(), 16)));
    }
}

void ExportingTest::sameInSameOut() {
    for (const ExportFormat& format : exportFormats()) {
        if (!format.isOfText()) {
            continue;
        }
        const ReadDocument document = pages::document({pages::letter(0), pages::hostilePage(1)});
        const QByteArray first = exported(format.name, document);
        if (format.isBinary) {
            QTest::qSleep(1100); // some files would tell the second
        }
        QCOMPARE(exported(format.name, document), first);
    }
}

QTEST_MAIN(ExportingTest)
#include "tst_exporting.moc"

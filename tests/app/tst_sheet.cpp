// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sheets: what is a number and what is not, CSV that no program takes for formulas, XLSX read back.
#include "app/exporting/cell_number.h"
#include "app/exporting/sheet.h"
#include "tests/app/read_pages.h"
#include "tests/app/zip_file.h"

#include <QTest>
#include <QXmlStreamReader>

#include <clocale>

using namespace app;

namespace {

// What a cell of a sheet holds, by its name such as "B2": "n:" and a number, or "s:" and a text.
QMap<QString, QString> cellsOf(const QByteArray& xlsx, int sheet = 1) {
    const auto entries = zip_file::entries(xlsx);
    QStringList strings;
    QXmlStreamReader shared(entries.value("xl/sharedStrings.xml"));
    while (!shared.atEnd()) {
        if (shared.readNext() == QXmlStreamReader::StartElement && shared.name() == u"t") {
            strings.append(shared.readElementText());
        }
    }
    QMap<QString, QString> cells;
    QXmlStreamReader xml(entries.value(QStringLiteral("xl/worksheets/sheet%1.xml").arg(sheet)));
    QString cell;
    bool isText = false;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == u"c") {
            cell = xml.attributes().value("r").toString();
            isText = xml.attributes().value("t") == u"s";
        } else if (xml.name() == u"v") {
            const QString value = xml.readElementText();
            cells[cell] = isText ? "s:" + strings.value(value.toInt()) : "n:" + value;
        } else if (xml.name() == u"f") {
            cells[cell] = "FORMULA";
        }
    }
    return cells;
}

} // namespace

class SheetTest final : public QObject {
    Q_OBJECT

private slots:
    void knowsNumbers_data();
    void knowsNumbers();
    void csvIsQuoted();
    void csvHasNoFormulas_data();
    void csvHasNoFormulas();
    void xlsxReadsBack();
    void xlsxIsTheSameForTheSame();
    void xlsxHasPointsInAnyLocale();
    void xlsxTakesHostileText();
    void xlsxNamesItsTabs();
    void xlsxRefusesWhatHasNoRoom();
};

void SheetTest::knowsNumbers_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value"); // NaN: none
    QTest::addColumn<int>("decimals");
    const double none = qQNaN();
    QTest::newRow("whole") << "42" << 42.0 << 0;
    QTest::newRow("zero") << "0" << 0.0 << 0;
    QTest::newRow("spaces around") << " 42 \n" << 42.0 << 0;
    QTest::newRow("point") << "12.50" << 12.5 << 2;
    QTest::newRow("comma") << "12,50" << 12.5 << 2;
    QTest::newRow("below one") << "0.125" << 0.125 << 3;
    QTest::newRow("long decimals") << "3.14159" << 3.14159 << 5;
    QTest::newRow("negative") << "-7.5" << -7.5 << 1;
    QTest::newRow("minus sign") << QString(QChar(0x2212)) + "7" << -7.0 << 0;
    QTest::newRow("plus") << "+3" << 3.0 << 0;
    QTest::newRow("English thousands") << "1,234.56" << 1234.56 << 2;
    QTest::newRow("German thousands") << "1.234,56" << 1234.56 << 2;
    QTest::newRow("Swiss thousands") << "12'345.60" << 12345.6 << 2;
    QTest::newRow("French thousands")
        << QStringLiteral("12") + QChar(0x202f) + "345,6" << 12345.6 << 1;
    QTest::newRow("spaced thousands") << "1 234" << 1234.0 << 0;
    QTest::newRow("millions") << "1,234,567" << 1234567.0 << 0;
    QTest::newRow("four digits and three decimals") << "1234.567" << 1234.567 << 3;
    QTest::newRow("a thousand or one and a bit") << "1,234" << none << 0;
    QTest::newRow("the same with a point") << "1.234" << none << 0;
    QTest::newRow("groups that do not fit") << "1,23,456" << none << 0;
    QTest::newRow("two kinds of groups") << "1,234.567,8" << none << 0;
    QTest::newRow("point twice") << "1.234.56" << none << 0;
    QTest::newRow("a name") << "007" << none << 0;
    QTest::newRow("text") << "total" << none << 0;
    QTest::newRow("nothing") << "" << none << 0;
    QTest::newRow("with a currency") << "$12.50" << none << 0;
    QTest::newRow("date") << "2024-05-01" << none << 0;
    QTest::newRow("exponent") << "1e5" << none << 0;
    QTest::newRow("infinity") << "inf" << none << 0;
    QTest::newRow("more than a double keeps") << "1234567890123456" << none << 0;
    QTest::newRow("two lines") << "1\n2" << none << 0;
    QTest::newRow("other digits") << QString(QChar(0x0663)) << none << 0;
}

void SheetTest::knowsNumbers() {
    QFETCH(const QString, text);
    QFETCH(const double, value);
    QFETCH(const int, decimals);
    const auto number = numberIn(text);
    QCOMPARE(number.has_value(), !qIsNaN(value));
    if (number) {
        QCOMPARE(number->value, value);
        QCOMPARE(number->decimals, decimals);
    }
}

void SheetTest::csvIsQuoted() {
    const Sheet sheet{"a", {{"plain", "with, comma", "a \"quote\""}, {"two\nlines", " edge", ""}}};
    QCOMPARE(csvOf({sheet}), QByteArray("plain,\"with, comma\",\"a \"\"quote\"\"\"\n"
                                        "\"two\nlines\",\" edge\",\n"));
    QCOMPARE(csvOf({{"a", {{"1"}}}, {"b", {{"2"}}}}), QByteArray("1\n\n2\n"));
}

void SheetTest::csvHasNoFormulas_data() {
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QByteArray>("csv");
    QTest::newRow("formula") << "=1+1" << QByteArray("'=1+1\n");
    QTest::newRow("command") << "=cmd|'/C calc'!A0" << QByteArray("'=cmd|'/C calc'!A0\n");
    QTest::newRow("plus") << "+1+1" << QByteArray("'+1+1\n");
    QTest::newRow("minus") << "-1+1" << QByteArray("'-1+1\n");
    QTest::newRow("at") << "@SUM(A1)" << QByteArray("'@SUM(A1)\n");
    QTest::newRow("tab") << "\t=1" << QByteArray("\"'\t=1\"\n");
    QTest::newRow("carriage return, which goes") << "\r=1" << QByteArray("'=1\n");
    QTest::newRow("wide") << QString(QChar(0xff1d)) + "1"
                          << QByteArray("'\xef\xbc\x9d"
                                        "1\n");
    QTest::newRow("a negative number is none") << "-12.50" << QByteArray("-12.50\n");
    QTest::newRow("a dash") << "- none -" << QByteArray("'- none -\n");
}

void SheetTest::csvHasNoFormulas() {
    QFETCH(const QString, cell);
    QFETCH(const QByteArray, csv);
    QCOMPARE(csvOf({{"a", {{cell}}}}), csv);
}

void SheetTest::xlsxReadsBack() {
    const auto xlsx = xlsxOf({{"Answers",
                               {{"document", "total"},
                                {"a.pdf", "1,234.50"},
                                {"b <&> ü 中", "=1+1"},
                                {"http://example.org", ""}}},
                              {"More", {{"x"}, {"-3"}}}});
    QVERIFY(xlsx);
    const auto cells = cellsOf(*xlsx);
    QCOMPARE(cells["A1"], "s:document");
    QCOMPARE(cells["A2"], "s:a.pdf");
    QCOMPARE(cells["B2"], "n:1234.5");
    QCOMPARE(cells["A3"], QStringLiteral("s:b <&> ü 中"));
    QCOMPARE(cells["B3"], "s:=1+1");
    QCOMPARE(cells["A4"], "s:http://example.org");
    QCOMPARE(cellsOf(*xlsx, 2)["A2"], "n:-3");
    const QByteArray styles = zip_file::entries(*xlsx)["xl/styles.xml"];
    QVERIFY2(styles.contains("formatCode=\"0.00\""), styles); // 0.00: as it was written
}

void SheetTest::xlsxIsTheSameForTheSame() {
    const QVector<Sheet> sheets{{"a", {{"x", "1.5"}}}};
    const auto first = xlsxOf(sheets);
    QTest::qSleep(1100); // files tell seconds
    QVERIFY(first);
    QCOMPARE(*xlsxOf(sheets), *first);
}

// Only C is sure to be installed; a locale with commas is tried where there is one.
void SheetTest::xlsxHasPointsInAnyLocale() {
    const QByteArray before = std::setlocale(LC_ALL, nullptr);
    const char* found = nullptr;
    for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8", "de_DE", "es_ES.UTF-8"}) {
        found = found != nullptr ? found : std::setlocale(LC_ALL, name);
    }
    const auto xlsx = xlsxOf({{"a", {{"x"}, {"12,5"}}}});
    std::setlocale(LC_ALL, before);
    QVERIFY(xlsx);
    QCOMPARE(cellsOf(*xlsx)["A2"], "n:12.5");
    if (found == nullptr) {
        QSKIP("no locale is installed whose numbers have commas");
    }
}

void SheetTest::xlsxTakesHostileText() {
    Sheet sheet{QStringLiteral("[a]:*?/\\'"), {{"head"}}};
    for (const QString& text : pages::hostileTexts()) {
        sheet.rows.append({text});
    }
    const auto xlsx = xlsxOf({sheet});
    QVERIFY(xlsx);
    const auto cells = cellsOf(*xlsx);
    QCOMPARE(cells.size(), sheet.rows.size());
    for (const QString& cell : cells) {
        QVERIFY2(cell.startsWith("s:"), qPrintable(cell));
    }
    for (const QByteArray& part : zip_file::entries(*xlsx)) {
        QXmlStreamReader xml(part);
        while (!xml.atEnd()) {
            xml.readNext();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(!part.contains("<hyperlink") && !part.contains("<f>"));
    }
}

void SheetTest::xlsxNamesItsTabs() {
    const QString name(40, u'x');
    const auto xlsx = xlsxOf({{name, {{"1"}}}, {name.toUpper(), {{"2"}}}, {"", {{"3"}}}});
    QVERIFY(xlsx);
    const QByteArray book = zip_file::entries(*xlsx)["xl/workbook.xml"];
    QVERIFY2(book.contains('"' + QByteArray(31, 'x') + '"'), book);
    QVERIFY2(book.contains('"' + QByteArray(27, 'X') + " (2)\""), book);
    QVERIFY2(book.contains("\"Sheet\""), book);
}

void SheetTest::xlsxRefusesWhatHasNoRoom() {
    const auto xlsx = xlsxOf({{"a", {{QString(40'000, u'x')}}}});
    QVERIFY(!xlsx);
    QCOMPARE(xlsx.error().code, FailureCode::TooLarge);
    QVERIFY2(xlsx.error().detail.contains("32767"), qPrintable(xlsx.error().detail));
}

QTEST_GUILESS_MAIN(SheetTest)
#include "tst_sheet.moc"

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fields found in what was read, slips and all.
#include "app/reading/field_finder.h"
#include "tests/app/read_pages.h"

#include <QTest>

using namespace app;

class FieldFinderTest final : public QObject {
    Q_OBJECT

private slots:
    void findsFields_data();
    void findsFields();
    void joinedNames_data();
    void joinedNames();
    void valuesGoOn();
    void aColonApartIsNoValue();
    void placesOfValues();
    void datesNeedNoName_data();
    void datesNeedNoName();
    void totalsHaveManyNames_data();
    void totalsHaveManyNames();
    void namesTheField_data();
    void namesTheField();
};

void FieldFinderTest::findsFields_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::newRow("after a colon, up to the next name") << "date"
                                                        << "3 May 2024";
    QTest::newRow("the second of a line") << "time"
                                          << "10:30";
    QTest::newRow("colon apart, slip in the name") << "invoice no"
                                                   << "A-1734";
    QTest::newRow("a part of the name") << "invoice"
                                        << "A-1734";
    QTest::newRow("beside") << "subtotal"
                            << "40.00";
    QTest::newRow("beside on a page that leans") << "cash"
                                                 << "50.00";
    QTest::newRow("and below that") << "change"
                                    << "4.80";
    QTest::newRow("below") << "cashier"
                           << "Mia Lee";
    QTest::newRow("nothing near") << "remarks" << QString();
    QTest::newRow("no such name") << "discount" << QString();
    QTest::newRow("no name") << "" << QString();
}

void FieldFinderTest::findsFields() {
    QFETCH(QString, field);
    QFETCH(QString, value);
    const auto found = findField(pages::receipt(), field);
    QCOMPARE(found ? found->text : QString(), value);
    QVERIFY(!findField({}, field));
}

void FieldFinderTest::joinedNames_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value"); // of "project"
    QTest::newRow("colon") << "Project:R2/7"
                           << "R2/7";
    QTest::newRow("colon, the next name") << "Project:12:30 Room:7"
                                          << "12:30";
    QTest::newRow("number") << "Project8:42"
                            << "8:42";
    QTest::newRow("a letter that was misread") << "PROJEC1 R2"
                                               << "R2";
    QTest::newRow("an address") << "Project https://a.example"
                                << "https://a.example";
    QTest::newRow("signs before") << "Project . - 12"
                                  << "12";
    QTest::newRow("currency") << QStringLiteral("Project: € 12") << QStringLiteral("€ 12");
}

void FieldFinderTest::joinedNames() {
    QFETCH(QString, text);
    QFETCH(QString, value);
    const PageText page{{pages::line(text, {0.1, 0.1, 0.6, 0.02})}, true};
    const auto found = findField(page, QStringLiteral("project"));
    QCOMPARE(found ? found->text : QString(), value);
}

void FieldFinderTest::valuesGoOn() {
    PageText page{{pages::line(QStringLiteral("Phone"), {0.1, 0.1, 0.1, 0.02}),
                   pages::line(QStringLiteral(": 555-0178"), {0.25, 0.1, 0.1, 0.02}),
                   pages::line(QStringLiteral("4411"), {0.365, 0.1, 0.04, 0.02}),
                   pages::line(QStringLiteral("far"), {0.5, 0.1, 0.03, 0.02}),
                   pages::line(QStringLiteral("Name: Bo"), {0.1, 0.2, 0.08, 0.02}),
                   pages::line(QStringLiteral("Age:7"), {0.19, 0.2, 0.06, 0.02})},
                  true};
    const auto phone = findField(page, QStringLiteral("phone"));
    QVERIFY(phone);
    QCOMPARE(phone->text, QStringLiteral("555-0178 4411"));
    QCOMPARE(phone->boxes, (QVector<QRectF>{page.lines[1].words[1].box, page.lines[2].box}));
    QCOMPARE(findField(page, QStringLiteral("name"))->text, QStringLiteral("Bo"));
    page.lines[5].words[0].text = QStringLiteral("Diddley");
    page.lines[5].text = QStringLiteral("Diddley");
    QCOMPARE(findField(page, QStringLiteral("name"))->text, QStringLiteral("Bo Diddley"));
}

void FieldFinderTest::aColonApartIsNoValue() {
    const PageText page{{pages::line(QStringLiteral("BUDGET"), {0.1, 0.1, 0.1, 0.02}),
                         pages::line(QStringLiteral(":"), {0.22, 0.1, 0.01, 0.02}),
                         pages::line(QStringLiteral("3/1/2010"), {0.25, 0.1, 0.1, 0.02}),
                         pages::line(QStringLiteral("SIZE"), {0.1, 0.2, 0.08, 0.02}),
                         pages::line(QStringLiteral(":"), {0.2, 0.2, 0.01, 0.02}),
                         pages::line(QStringLiteral("94%"), {0.5, 0.212, 0.06, 0.02})},
                        true};
    QCOMPARE(findField(page, QStringLiteral("budget"))->text, QStringLiteral("3/1/2010"));
    // On a page that leans, what is read next is beside it.
    QCOMPARE(findField(page, QStringLiteral("size"))->text, QStringLiteral("94%"));
}

void FieldFinderTest::placesOfValues() {
    const PageText page = pages::receipt();
    const auto date = findField(page, QStringLiteral("date"));
    QVERIFY(date);
    QCOMPARE(date->boxes.size(), 1);
    QCOMPARE(date->boxes[0], page.lines[2].words[1].box | page.lines[2].words[3].box);
    QCOMPARE(findField(page, QStringLiteral("subtotal"))->boxes[0], page.lines[6].box);
}

void FieldFinderTest::datesNeedNoName_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("date");
    QTest::newRow("figures") << "Table 6 07.04.2025 10:42"
                             << "07.04.2025";
    QTest::newRow("hyphens, a sign before") << ": 25-01-16 cash"
                                            << "25-01-16";
    QTest::newRow("year first") << "on 2024/5/3 at"
                                << "2024/5/3";
    QTest::newRow("month") << "Eastmere, 14 March 2025"
                           << "14 March 2025";
    QTest::newRow("month first") << "of Mar. 3, 2025."
                                 << "Mar. 3, 2025.";
    QTest::newRow("in one word") << "02/JAN/2017"
                                 << "02/JAN/2017";
    QTest::newRow("German") << QStringLiteral("am 3. März 2024") << QStringLiteral("3. März 2024");
    QTest::newRow("of a longer value") << "Date : 30/03/2018 # 8:15 PM"
                                       << "30/03/2018";
    QTest::newRow("the one that is named") << "1.1.2020 Date: 2.2.2020"
                                           << "2.2.2020";
    QTest::newRow("named, but none") << "Date: soon"
                                     << "soon";
    QTest::newRow("a price") << "2 Tea 40 and 1.250.00" << QString();
    QTest::newRow("a telephone number") << "555-0178 123-45-678" << QString();
}

void FieldFinderTest::datesNeedNoName() {
    QFETCH(QString, text);
    QFETCH(QString, date);
    const PageText page{{pages::line(text, {0.1, 0.1, 0.6, 0.02})}, true};
    const auto found = findField(page, QStringLiteral("Date"));
    QCOMPARE(found ? found->text : QString(), date);
    QVERIFY(!findField(page, QStringLiteral("due date"))); // which of them, nobody knows
}

void FieldFinderTest::totalsHaveManyNames_data() {
    QTest::addColumn<QStringList>("lines"); // a label, and where a bar stands, what is beside it
    QTest::addColumn<QString>("total");
    QTest::newRow("with tax rather than without")
        << QStringList{"Total Sales (Excluding GST) : | 12.00", "Total GST : | 0.72",
                       "Total Sales (Inclusive of GST) : | 12.72", "TOTAL : | 12.00"}
        << "12.72";
    QTest::newRow("the last one") << QStringList{"SUB TOTAL | 19.00", "GRAND TOTAL | 20.00"}
                                  << "20.00";
    QTest::newRow("another name") << QStringList{"Gross Amt : | 47.80", "Net Amt : | 53.55"}
                                  << "53.55";
    QTest::newRow("a total rather than another name")
        << QStringList{"Total 16.30", "Balance due 18.00"} << "16.30";
    QTest::newRow("the largest of several")
        << QStringList{"TOTAL RM 11.60", "TOTAL | 10.94"} << "RM 11.60";
    QTest::newRow("not how many") << QStringList{"Total Qty | 13.00", "Tota1 | 4.70"} << "4.70";
    QTest::newRow("thousands, a currency joined")
        << QStringList{"Total payable $1,204.50", "Total 999.00"} << "$1,204.50";
    QTest::newRow("German") << QStringList{"Zwischensumme 30,00", "Gesamtbetrag EUR 35,70"}
                            << "EUR 35,70";
    QTest::newRow("no decimals") << QStringList{"Total: 17"} << "17";
    QTest::newRow("none") << QStringList{"Tea 2.00", "Cake 3.00"} << QString();
}

void FieldFinderTest::totalsHaveManyNames() {
    QFETCH(QStringList, lines);
    QFETCH(QString, total);
    PageText page;
    for (const QString& line : lines) {
        const double top = 0.1 + 0.03 * double(page.lines.size());
        const QString label = line.section(QStringLiteral(" | "), 0, 0);
        page.lines.append(pages::line(label, {0.1, top, 0.5, 0.02}));
        if (const QString amount = line.section(QStringLiteral(" | "), 1); !amount.isEmpty()) {
            page.lines.append(pages::line(amount, {0.7, top, 0.2, 0.02}));
        }
    }
    const auto found = findField(page, QStringLiteral("total"));
    QCOMPARE(found ? found->text : QString(), total);
}

void FieldFinderTest::namesTheField_data() {
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("field");
    QTest::newRow("field") << "total"
                           << "total";
    QTest::newRow("question") << "What is the total?"
                              << "total";
    QTest::newRow("careless") << "  what is  the due date "
                              << "due date";
    QTest::newRow("another question") << "Who pays?"
                                      << "Who pays";
    QTest::newRow("field with a mark") << "Total?"
                                       << "Total";
}

void FieldFinderTest::namesTheField() {
    QFETCH(QString, question);
    QFETCH(QString, field);
    QCOMPARE(fieldAskedFor(question, QStringLiteral("What is the {field}?")), field);
}

QTEST_GUILESS_MAIN(FieldFinderTest)
#include "tst_field_finder.moc"

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Phrases and fields found in what was read, slips and all.
#include "app/reading/text_answers.h"
#include "tests/app/read_pages.h"

#include <QTest>

using namespace app;

namespace {

// A receipt: a name in two lines, fields in several layouts, columns as blocks of their own.
PageText receipt() {
    return {{pages::line(QStringLiteral("The Corner Shop of the Sm1th"), {0.1, 0.05, 0.6, 0.02}, 0),
             pages::line(QStringLiteral("Brothers"), {0.1, 0.075, 0.2, 0.02}, 0),
             pages::line(QStringLiteral("Date: 3 May 2024 Time: 10:30"), {0.1, 0.12, 0.7, 0.02}, 1),
             pages::line(QStringLiteral("Invoice N0. : A-1734"), {0.1, 0.15, 0.5, 0.02}, 1),
             pages::line(QStringLiteral("the total of all is below"), {0.1, 0.18, 0.5, 0.02}, 1),
             pages::line(QStringLiteral("Subtotal"), {0.1, 0.3, 0.2, 0.02}, 2),
             pages::line(QStringLiteral("40.00"), {0.7, 0.3, 0.1, 0.02}, 3),
             pages::line(QStringLiteral("Totel"), {0.1, 0.33, 0.2, 0.02}, 2),
             pages::line(QStringLiteral("45.20"), {0.7, 0.331, 0.1, 0.02}, 3),
             pages::line(QStringLiteral("Cash"), {0.1, 0.36, 0.2, 0.02}, 4), // the paper leans
             pages::line(QStringLiteral("50.00"), {0.7, 0.374, 0.1, 0.02}, 4),
             pages::line(QStringLiteral("Change"), {0.1, 0.38, 0.2, 0.02}, 4),
             pages::line(QStringLiteral("4.80"), {0.7, 0.394, 0.1, 0.02}, 4),
             pages::line(QStringLiteral("Cashier"), {0.1, 0.41, 0.2, 0.02}, 4),
             pages::line(QStringLiteral("Mia Lee"), {0.1, 0.43, 0.2, 0.02}, 4),
             pages::line(QStringLiteral("Remarks"), {0.1, 0.9, 0.2, 0.02}, 5)},
            true};
}

QStringList texts(const QVector<FoundText>& found) {
    QStringList all;
    for (const FoundText& each : found) {
        all.append(each.text);
    }
    return all;
}

} // namespace

class TextAnswersTest final : public QObject {
    Q_OBJECT

private slots:
    void findsPhrases_data();
    void findsPhrases();
    void longPhrasesAreKnownByTheirBeginning();
    void placesStandOnTheirWords();
    void missedSpaces();
    void findsFields_data();
    void findsFields();
    void placesOfValues();
    void datesNeedNoName_data();
    void datesNeedNoName();
    void totalsHaveManyNames_data();
    void totalsHaveManyNames();
    void namesTheField_data();
    void namesTheField();
};

void TextAnswersTest::findsPhrases_data() {
    QTest::addColumn<QString>("phrase");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("word") << "Cashier" << QStringList{"Cashier"};
    QTest::newRow("case and signs") << "cashier!" << QStringList{"Cashier"};
    QTest::newRow("words") << "corner shop" << QStringList{"Corner Shop"};
    QTest::newRow("all places, in order") << "the" << QStringList{"The", "the", "the"};
    QTest::newRow("with slips") << "Smith brothers" << QStringList{"Sm1th Brothers"};
    QTest::newRow("the exact one rather than one with slips") << "total" << QStringList{"total"};
    QTest::newRow("words read as one") << "sub total" << QStringList{"Subtotal"};
    QTest::newRow("not a part of a word") << "ash" << QStringList{};
    QTest::newRow("without accents") << "càshíer" << QStringList{"Cashier"};
    QTest::newRow("short words exactly") << "thy" << QStringList{};
    QTest::newRow("too many slips") << "Cushion" << QStringList{};
    QTest::newRow("not into the next block") << "brothers date" << QStringList{};
    QTest::newRow("signs between words") << "no A1734" << QStringList{"N0. : A-1734"};
    QTest::newRow("only signs") << "--" << QStringList{};
    QTest::newRow("nothing") << "" << QStringList{};
}

void TextAnswersTest::findsPhrases() {
    QFETCH(QString, phrase);
    QFETCH(QStringList, found);
    QCOMPARE(texts(findPhrase(receipt(), phrase)), found);
    QVERIFY(findPhrase({}, phrase).isEmpty());
}

void TextAnswersTest::longPhrasesAreKnownByTheirBeginning() {
    QStringList words;
    for (int i = 0; i < 400; ++i) {
        words.append(QStringLiteral("word%1").arg(i));
    }
    const PageText page{{pages::line(words.join(u' '), {0, 0.1, 1, 0.02})}, true};
    const auto found = findPhrase(page, words.mid(100).join(u' '));
    QCOMPARE(found.size(), 1);
    QVERIFY(found[0].text.startsWith("word100 word101 ") && found[0].text.size() < 200);
}

void TextAnswersTest::placesStandOnTheirWords() {
    const PageText page = receipt();
    const auto found = findPhrase(page, QStringLiteral("the smith brothers"));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].boxes.size(), 2); // one on each line
    QCOMPARE(found[0].boxes[0], page.lines[0].words[4].box | page.lines[0].words[5].box);
    QCOMPARE(found[0].boxes[1], page.lines[1].words[0].box);
}

void TextAnswersTest::missedSpaces() {
    PageText page{
        {pages::line(QStringLiteral("spent terminutes telling"), {0.1, 0.1, 0.6, 0.02}, 0)}, true};
    const QVector<ReadWord> words = page.lines[0].words;
    const auto one = findPhrase(page, QStringLiteral("minutes"));
    QCOMPARE(texts(one), QStringList{"terminutes"});
    QCOMPARE(one[0].boxes[0].left(), words[1].box.left() + 0.3 * words[1].box.width());
    QCOMPARE(one[0].boxes[0].right(), words[1].box.right());
    const auto two = findPhrase(page, QStringLiteral("spent term"));
    QCOMPARE(texts(two), QStringList{"spent terminutes"});
    QCOMPARE(two[0].boxes[0].left(), words[0].box.left());
    QCOMPARE(two[0].boxes[0].right(), words[1].box.left() + 0.4 * words[1].box.width());
    QVERIFY(findPhrase(page, QStringLiteral("tmin")).isEmpty());   // too short
    QVERIFY(findPhrase(page, QStringLiteral("rmimut")).isEmpty()); // too short for a slip
    QCOMPARE(findPhrase(page, QStringLiteral("tterminute")).size(), 1);
    QCOMPARE(findPhrase(page, QStringLiteral("tterminuta")).size(), 1);
    // A whole word with a slip rather than a part of one.
    page.lines.append(pages::line(QStringLiteral("the minutos"), {0.1, 0.2, 0.6, 0.02}, 1));
    QCOMPARE(texts(findPhrase(page, QStringLiteral("minutes"))), QStringList{"minutos"});
}

void TextAnswersTest::findsFields_data() {
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

void TextAnswersTest::findsFields() {
    QFETCH(QString, field);
    QFETCH(QString, value);
    const auto found = findField(receipt(), field);
    QCOMPARE(found ? found->text : QString(), value);
    QVERIFY(!findField({}, field));
}

void TextAnswersTest::placesOfValues() {
    const PageText page = receipt();
    const auto date = findField(page, QStringLiteral("date"));
    QVERIFY(date);
    QCOMPARE(date->boxes.size(), 1);
    QCOMPARE(date->boxes[0], page.lines[2].words[1].box | page.lines[2].words[3].box);
    QCOMPARE(findField(page, QStringLiteral("subtotal"))->boxes[0], page.lines[6].box);
}

void TextAnswersTest::datesNeedNoName_data() {
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

void TextAnswersTest::datesNeedNoName() {
    QFETCH(QString, text);
    QFETCH(QString, date);
    const PageText page{{pages::line(text, {0.1, 0.1, 0.6, 0.02})}, true};
    const auto found = findField(page, QStringLiteral("Date"));
    QCOMPARE(found ? found->text : QString(), date);
    QVERIFY(!findField(page, QStringLiteral("due date"))); // which of them, nobody knows
}

void TextAnswersTest::totalsHaveManyNames_data() {
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

void TextAnswersTest::totalsHaveManyNames() {
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

void TextAnswersTest::namesTheField_data() {
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

void TextAnswersTest::namesTheField() {
    QFETCH(QString, question);
    QFETCH(QString, field);
    QCOMPARE(fieldAskedFor(question, QStringLiteral("What is the {field}?")), field);
}

QTEST_GUILESS_MAIN(TextAnswersTest)
#include "tst_text_answers.moc"

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Phrases found in what was read, slips and all.
#include "app/reading/phrase_finder.h"
#include "tests/app/read_pages.h"

#include <QTest>

using namespace app;

namespace {

QStringList texts(const QVector<FoundText>& found) {
    QStringList all;
    for (const FoundText& each : found) {
        all.append(each.text);
    }
    return all;
}

} // namespace

class PhraseFinderTest final : public QObject {
    Q_OBJECT

private slots:
    void findsPhrases_data();
    void findsPhrases();
    void longPhrasesAreKnownByTheirBeginning();
    void placesStandOnTheirWords();
    void missedSpaces();
    void signsBelongToThePhrase();
    void asWrittenRatherThanAlike();
};

void PhraseFinderTest::findsPhrases_data() {
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

void PhraseFinderTest::findsPhrases() {
    QFETCH(QString, phrase);
    QFETCH(QStringList, found);
    QCOMPARE(texts(findPhrase(pages::receipt(), phrase)), found);
    QVERIFY(findPhrase({}, phrase).isEmpty());
}

void PhraseFinderTest::longPhrasesAreKnownByTheirBeginning() {
    QStringList words;
    for (int i = 0; i < 400; ++i) {
        words.append(QStringLiteral("word%1").arg(i));
    }
    const PageText page{{pages::line(words.join(u' '), {0, 0.1, 1, 0.02})}, true};
    const auto found = findPhrase(page, words.mid(100).join(u' '));
    QCOMPARE(found.size(), 1);
    QVERIFY(found[0].text.startsWith("word100 word101 ") && found[0].text.size() < 200);
}

void PhraseFinderTest::placesStandOnTheirWords() {
    const PageText page = pages::receipt();
    const auto found = findPhrase(page, QStringLiteral("the smith brothers"));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].boxes.size(), 2); // one on each line
    QCOMPARE(found[0].boxes[0], page.lines[0].words[4].box | page.lines[0].words[5].box);
    QCOMPARE(found[0].boxes[1], page.lines[1].words[0].box);
}

void PhraseFinderTest::missedSpaces() {
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
    // The number that a name is joined to is a word, and they stay together as read.
    page.lines.append(pages::line(QStringLiteral("Room:12b"), {0.1, 0.3, 0.6, 0.02}, 1));
    QCOMPARE(texts(findPhrase(page, QStringLiteral("12b"))), QStringList{"12b"});
    QCOMPARE(texts(findPhrase(page, QStringLiteral("room 12b"))), QStringList{"Room:12b"});
    // A whole word with a slip rather than a part of one.
    page.lines.append(pages::line(QStringLiteral("the minutos"), {0.1, 0.2, 0.6, 0.02}, 1));
    QCOMPARE(texts(findPhrase(page, QStringLiteral("minutes"))), QStringList{"minutos"});
}

void PhraseFinderTest::signsBelongToThePhrase() {
    const PageText page{{pages::line(QStringLiteral("** tie 73 % -- won"), {0.1, 0.1, 0.6, 0.02})},
                        true};
    QCOMPARE(texts(findPhrase(page, QStringLiteral("73 %"))), QStringList{"73 %"});
    QCOMPARE(texts(findPhrase(page, QStringLiteral("73 % --"))), QStringList{"73 % --"});
    QCOMPARE(texts(findPhrase(page, QStringLiteral("- won"))), QStringList{"-- won"});
    QCOMPARE(texts(findPhrase(page, QStringLiteral("* * tie"))), QStringList{"** tie"});
    QCOMPARE(texts(findPhrase(page, QStringLiteral("won --"))), QStringList{"won"});
    QCOMPARE(texts(findPhrase(page, QStringLiteral("tie"))), QStringList{"tie"});
}

void PhraseFinderTest::asWrittenRatherThanAlike() {
    const PageText page{
        {pages::line(QStringLiteral("Lucy: Dance, dance, dance. That is"), {0.1, 0.1, 0.6, 0.02})},
        true};
    const auto textsOf = [&](const QString& phrase) {
        QStringList texts;
        for (const FoundText& found : findPhrase(page, phrase)) {
            texts.append(found.text);
        }
        return texts;
    };
    QCOMPARE(textsOf(QStringLiteral("dance, dance.")), QStringList{"dance, dance."});
    QCOMPARE(textsOf(QStringLiteral("dance dance")), QStringList{"Dance, dance,"});
}

QTEST_GUILESS_MAIN(PhraseFinderTest)
#include "tst_phrase_finder.moc"

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/document_opener.h"
#include "app/documents/document_search.h"
#include "app/documents/text_search.h"
#include "app/reading/read_words.h"
#include "tests/app/pages.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace app;

namespace {

// Two lines of the page: each character is 0.02 wide and 0.03 high.
TextLayer layerOf(const QStringList& lines) {
    QVector<TextWord> words;
    for (int row = 0; row < lines.size(); ++row) {
        double left = 0.1;
        for (const QString& text : lines[row].split(QLatin1Char(' '))) {
            words.append({text, QRectF(left, 0.1 + 0.05 * row, 0.02 * double(text.size()), 0.03)});
            left += 0.02 * double(text.size() + 1);
        }
        words.last().endsLine = true;
    }
    return TextLayer(words);
}

QStringList textsOf(const TextLayer& layer, const QVector<TextRange>& ranges) {
    QStringList texts;
    for (const TextRange& range : ranges) {
        texts.append(layer.text(range));
    }
    return texts;
}

constexpr QSizeF kPage(600, 800);

bool close(const QRectF& a, const QRectF& b) {
    return std::abs(a.left() - b.left()) < 1e-4 && std::abs(a.top() - b.top()) < 1e-4 &&
           std::abs(a.right() - b.right()) < 1e-4 && std::abs(a.bottom() - b.bottom()) < 1e-4;
}

// Pages with a text each; counts how often words are asked for.
class TextDocument final : public Document {
public:
    explicit TextDocument(QStringList pages)
        : m_pages(std::move(pages)) {}

    int pageCount() const override { return int(m_pages.size()); }

    QSizeF pageSize(int) const override { return kPage; }

    Result<QImage> render(int, double, std::stop_token) const override { return QImage(); }

    QImage modelImage(int) const override { return {}; }

    QTransform orientation(int) const override { return {}; }

    QVector<TextWord> words(int page) const override {
        ++asked;
        if (m_pages[page].isEmpty()) {
            return {};
        }
        return {{m_pages[page], QRectF(0.1, 0.1, 0.5, 0.02)}};
    }

    QString title() const override { return QStringLiteral("text"); }

    mutable std::atomic<int> asked = 0;

private:
    QStringList m_pages;
};

} // namespace

class TestTextLayer : public QObject {
    Q_OBJECT

private slots:
    void joinsWordsAndLines();
    void rangesHaveABoxPerLine();
    void caretsAreBetweenCharacters_data();
    void caretsAreBetweenCharacters();
    void wordsAndLinesAroundACaret();
    void movesBetweenLines();
    void turnedTextIsSelectedAlongItsLine();
    void pdfCharactersHaveTheirPlaces();
    void readTextBecomesALayer();
    void finds_data();
    void finds();
    void findsNoMoreThanAsked();
    void documentTextAsksOncePerPage();
    void readTextStandsInForMissingText();
    void searchGoesAroundFromThePage();
    void searchSaysThatThereIsNoText();
    void newSearchDropsTheOldOne();
};

void TestTextLayer::joinsWordsAndLines() {
    const TextLayer layer = layerOf({QStringLiteral("Two words"), QStringLiteral("and more")});
    QCOMPARE(layer.text(), QStringLiteral("Two words\nand more"));
    QCOMPARE(layer.text({4, 13}), QStringLiteral("words\nand"));
    QVERIFY(TextLayer().isEmpty());
    QCOMPARE(TextLayer(QVector<TextWord>()).caretAt({0.5, 0.5}, kPage), 0);
    QVERIFY(TextLayer().wordAt(0).isEmpty());
    // Words without a space between them.
    const TextLayer joined({{QStringLiteral("5"), {}, false}, {QStringLiteral("%"), {}}});
    QCOMPARE(joined.text(), QStringLiteral("5%"));
}

void TestTextLayer::rangesHaveABoxPerLine() {
    const TextLayer layer = layerOf({QStringLiteral("Two words"), QStringLiteral("and more")});
    const QVector<QRectF> boxes = layer.boxes({4, 13});
    QCOMPARE(boxes.size(), 2);
    QVERIFY(close(boxes[0], QRectF(0.18, 0.1, 0.1, 0.03)));
    QVERIFY(close(boxes[1], QRectF(0.1, 0.15, 0.06, 0.03)));
    QVERIFY(close(layer.box({4, 13}), QRectF(QPointF(0.1, 0.1), QPointF(0.28, 0.18))));
    QVERIFY(layer.boxes({3, 4}).isEmpty()); // a space
    QVERIFY(layer.boxes({3, 3}).isEmpty());
}

void TestTextLayer::caretsAreBetweenCharacters_data() {
    QTest::addColumn<QPointF>("at");
    QTest::addColumn<int>("caret");
    QTest::addRow("before the line") << QPointF(0.02, 0.11) << 0;
    QTest::addRow("left half of a character") << QPointF(0.185, 0.11) << 4;
    QTest::addRow("right half of a character") << QPointF(0.195, 0.11) << 5;
    QTest::addRow("behind the line") << QPointF(0.8, 0.11) << 9;
    QTest::addRow("second line") << QPointF(0.1, 0.16) << 10;
    QTest::addRow("nearer the first line") << QPointF(0.1, 0.135) << 0;
    QTest::addRow("below everything") << QPointF(0.9, 0.9) << 18;
}

void TestTextLayer::caretsAreBetweenCharacters() {
    QFETCH(QPointF, at);
    const TextLayer layer = layerOf({QStringLiteral("Two words"), QStringLiteral("and more")});
    QTEST(layer.caretAt(at, kPage), "caret");
}

void TestTextLayer::wordsAndLinesAroundACaret() {
    const TextLayer layer = layerOf({QStringLiteral("Two words,"), QStringLiteral("and more")});
    QCOMPARE(layer.text(layer.wordAt(0)), QStringLiteral("Two"));
    QCOMPARE(layer.text(layer.wordAt(3)), QStringLiteral("Two")); // behind its last letter
    QCOMPARE(layer.text(layer.wordAt(6)), QStringLiteral("words"));
    QCOMPARE(layer.text(layer.wordAt(11)), QStringLiteral("and"));
    QCOMPARE(layer.text(layer.wordAt(19)), QStringLiteral("more"));
    QCOMPARE(layer.text(layer.lineAt(2)), QStringLiteral("Two words,"));
    QCOMPARE(layer.text(layer.lineAt(15)), QStringLiteral("and more"));
    QVERIFY(layer.covers({0.12, 0.11}));
    QVERIFY(!layer.covers({0.12, 0.5}));
}

void TestTextLayer::movesBetweenLines() {
    const TextLayer layer = layerOf({QStringLiteral("Two words"), QStringLiteral("and")});
    QCOMPARE(layer.caretBeside(1, 1), 11);
    QCOMPARE(layer.caretBeside(8, 1), 13); // the line below is shorter
    QCOMPARE(layer.caretBeside(11, -1), 1);
    QCOMPARE(layer.caretBeside(4, -1), 0);
    QCOMPARE(layer.caretBeside(11, 1), 13);
}

void TestTextLayer::turnedTextIsSelectedAlongItsLine() {
    TextWord word{QStringLiteral("up"),
                  QRectF(0.5, 0.1, 0.02, 0.2),
                  false,
                  true,
                  {QRectF(0.5, 0.2, 0.02, 0.1), QRectF(0.5, 0.1, 0.02, 0.1)}}; // upwards
    const TextLayer layer({word});
    QCOMPARE(layer.caretAt({0.51, 0.29}, kPage), 0);
    QCOMPARE(layer.caretAt({0.51, 0.2}, kPage), 1);
    QCOMPARE(layer.caretAt({0.51, 0.05}, kPage), 2);
    QVERIFY(close(layer.boxes({0, 1}).first(), QRectF(0.5, 0.2, 0.02, 0.1)));
}

void TestTextLayer::pdfCharactersHaveTheirPlaces() {
    const auto document =
        openDocument(pages::pdf("/MediaBox[0 0 200 100]/Rotate 90",
                                "BT /F 20 Tf 20 40 Td (Wide iii) Tj 0 -25 Td (Below) Tj ET"),
                     QStringLiteral("a.pdf"));
    QVERIFY(document);
    const QVector<TextWord> words = (*document)->words(0);
    QCOMPARE(words.size(), 3);
    QVERIFY(!words[0].endsLine && words[1].endsLine && words[2].endsLine);
    for (const TextWord& word : words) {
        QCOMPARE(word.characters.size(), word.text.size());
        QRectF all;
        for (const QRectF& character : word.characters) {
            all |= character;
        }
        QVERIFY2(close(all, word.box), qPrintable(word.text));
    }
    // The page is turned: characters follow each other downwards, a W is longer than an i.
    QVERIFY(words[0].characters[1].top() > words[0].characters[0].top());
    QVERIFY(words[0].characters[0].height() > 2 * words[0].characters[1].height());
    const TextLayer layer(words);
    QCOMPARE(layer.text(), QStringLiteral("Wide iii\nBelow"));
    QCOMPARE(layer.boxes(layer.whole()).size(), 2);
}

void TestTextLayer::readTextBecomesALayer() {
    PageText page;
    page.lines = {{QStringLiteral("Dear Ada,"),
                   QRectF(0.1, 0.1, 0.5, 0.02),
                   0,
                   {{QStringLiteral("Dear"), QRectF(0.1, 0.1, 0.2, 0.02)},
                    {QStringLiteral("Ada,"), QRectF(0.4, 0.1, 0.2, 0.02)}}},
                  {QStringLiteral("no words"), QRectF(0.1, 0.2, 0.4, 0.02), 1, {}},
                  {QStringLiteral("no place"), {}, 1, {}}};
    const TextLayer layer(wordsOf(page));
    QCOMPARE(layer.text(), QStringLiteral("Dear Ada,\nno words\nno place"));
    QVERIFY(close(layer.boxes({5, 8}).first(), QRectF(0.4, 0.1, 0.15, 0.02)));
    QCOMPARE(layer.boxes(layer.whole()).size(), 2);
}

void TestTextLayer::finds_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("matchCase");
    QTest::addColumn<bool>("wholeWords");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char* name, const QString& text, const QString& query, bool matchCase,
                        bool wholeWords, const QStringList& found) {
        QTest::addRow("%s", name) << text << query << matchCase << wholeWords << found;
    };
    const QString text = QStringLiteral("The other theme, the end");
    row("any case", text, QStringLiteral("the"), false, false,
        {QStringLiteral("The"), QStringLiteral("the"), QStringLiteral("the"),
         QStringLiteral("the")});
    row("this case", text, QStringLiteral("The"), true, false, {QStringLiteral("The")});
    row("whole words", text, QStringLiteral("the"), false, true,
        {QStringLiteral("The"), QStringLiteral("the")});
    row("both", text, QStringLiteral("the"), true, true, {QStringLiteral("the")});
    row("nothing", text, QStringLiteral("these"), false, false, {});
    row("spaces only", text, QStringLiteral("  "), false, false, {});
    row("over the end of a line", QStringLiteral("eleven\nweeks"), QStringLiteral("eleven weeks"),
        false, false, {QStringLiteral("eleven\nweeks")});
    row("hyphen at the end of a line", QStringLiteral("an exam-\nple"), QStringLiteral("example"),
        false, true, {QStringLiteral("exam-\nple")});
    row("the hyphen itself", QStringLiteral("a well-\nknown"), QStringLiteral("well- known"), false,
        false, {QStringLiteral("well-\nknown")});
    row("found once though both ways match", QStringLiteral("of-\nfer of"), QStringLiteral("of"),
        false, false, {QStringLiteral("of"), QStringLiteral("of")});
    row("ligature", QString::fromUtf8("the ﬁrst oﬃce"), QStringLiteral("office"), false, false,
        {QString::fromUtf8("oﬃce")});
    row("umlaut", QString::fromUtf8("ÄRGER über"), QString::fromUtf8("är"), false, false,
        {QString::fromUtf8("ÄR")});
    row("quotes", QString::fromUtf8("it’s"), QStringLiteral("it's"), false, false,
        {QString::fromUtf8("it’s")});
    row("Chinese", QString::fromUtf8("发票号码"), QString::fromUtf8("号码"), false, false,
        {QString::fromUtf8("号码")});
    row("beyond the basic plane", QString::fromUtf8("a😀b"), QString::fromUtf8("😀"), false, false,
        {QString::fromUtf8("😀")});
    row("number beside a letter", QStringLiteral("A4 4"), QStringLiteral("4"), false, true,
        {QStringLiteral("4")});
}

void TestTextLayer::finds() {
    QFETCH(QString, text);
    QFETCH(QString, query);
    QFETCH(bool, matchCase);
    QFETCH(bool, wholeWords);
    const TextLayer layer = layerOf(text.split(QLatin1Char('\n')));
    QTEST(textsOf(layer, findIn(layer, {query, matchCase, wholeWords}, 100)), "found");
}

void TestTextLayer::findsNoMoreThanAsked() {
    const TextLayer layer = layerOf({QString(50, QLatin1Char('a'))});
    QCOMPARE(findIn(layer, {QStringLiteral("a")}, 7).size(), 7);
    QCOMPARE(findIn(layer, {QStringLiteral("aa")}, 100).size(), 25);
}

void TestTextLayer::documentTextAsksOncePerPage() {
    const auto document =
        std::make_shared<TextDocument>(QStringList{QStringLiteral("one"), QStringLiteral("two")});
    DocumentText text(document);
    QVERIFY(text.known(1) == nullptr);
    QCOMPARE(text.layer(1)->text(), QStringLiteral("two"));
    QCOMPARE(text.known(1)->text(), QStringLiteral("two"));
    text.layer(1);
    QCOMPARE(document->asked.load(), 1);

    // A cache of next to nothing still answers.
    DocumentText small(document, 1);
    QCOMPARE(small.layer(0)->text(), QStringLiteral("one"));
}

void TestTextLayer::readTextStandsInForMissingText() {
    DocumentText text(
        std::make_shared<TextDocument>(QStringList{QString(), QStringLiteral("own")}));
    text.setRead(0, {{QStringLiteral("read"), {}}});
    text.setRead(1, {{QStringLiteral("read"), {}}});
    QCOMPARE(text.layer(0)->text(), QStringLiteral("read"));
    QCOMPARE(text.layer(1)->text(), QStringLiteral("own"));
    text.setRead(0, {{QStringLiteral("corrected"), {}}});
    QCOMPARE(text.known(0)->text(), QStringLiteral("corrected"));
    text.setRead(0, {});
    QVERIFY(text.known(0)->isEmpty());
}

void TestTextLayer::searchGoesAroundFromThePage() {
    QStringList pages(200, QStringLiteral("nothing"));
    pages[3] = QStringLiteral("here it is");
    pages[150] = QStringLiteral("here, here");
    auto text = std::make_shared<DocumentText>(std::make_shared<TextDocument>(pages));
    DocumentSearch search;
    QVector<int> order;
    int hits = 0;
    connect(&search, &DocumentSearch::found, this, [&](int page, const QVector<SearchHit>& found) {
        order.append(page);
        hits += int(found.size());
        QVERIFY(!found.first().boxes.isEmpty());
    });
    SearchOutcome outcome;
    bool done = false;
    connect(&search, &DocumentSearch::finished, this, [&](const SearchOutcome& what) {
        outcome = what;
        done = true;
    });
    search.start(text, {QStringLiteral("HERE")}, 100);
    QVERIFY(search.isRunning());
    QTRY_VERIFY(done);
    QVERIFY(!search.isRunning());
    QCOMPARE(order, QVector<int>({150, 3}));
    QCOMPARE(hits, 3);
    QVERIFY(outcome.complete && outcome.anyText);
}

void TestTextLayer::searchSaysThatThereIsNoText() {
    DocumentSearch search;
    SearchOutcome outcome;
    outcome.anyText = true;
    connect(&search, &DocumentSearch::finished, this,
            [&](const SearchOutcome& what) { outcome = what; });
    search.start(
        std::make_shared<DocumentText>(std::make_shared<TextDocument>(QStringList{{}, {}})),
        {QStringLiteral("x")}, 0);
    QTRY_VERIFY(!outcome.anyText);
}

void TestTextLayer::newSearchDropsTheOldOne() {
    auto text = std::make_shared<DocumentText>(
        std::make_shared<TextDocument>(QStringList(500, QStringLiteral("old new"))));
    DocumentSearch search;
    QString wrong;
    const auto watch = [&](int, const QVector<SearchHit>& hits) {
        if (hits.first().range.first != 4) {
            wrong = QStringLiteral("a hit of the old search");
        }
    };
    search.start(text, {QStringLiteral("old")}, 0);
    std::this_thread::sleep_for(std::chrono::milliseconds(20)); // hits of the old one are waiting
    search.start(text, {QStringLiteral("new")}, 0);
    connect(&search, &DocumentSearch::found, this, watch);
    QSignalSpy finished(&search, &DocumentSearch::finished);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    search.start(text, {QStringLiteral("old")}, 0);
    search.stop();
    QTest::qWait(30);
    QCOMPARE(finished.size(), 1);
}

QTEST_GUILESS_MAIN(TestTextLayer)
#include "tst_text_layer.moc"

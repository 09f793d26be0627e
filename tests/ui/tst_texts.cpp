// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window says in numbers and sentences.
#include "tests/ui/surfaces.h"
#include "ui/failure_text.h"
#include "ui/mnemonics.h"
#include "ui/theme.h"
#include "ui/token_budget.h"
#include "ui/turn_view.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <numeric>

class TestTexts : public QObject {
    Q_OBJECT

    const ui::Speaking m_english{QStringLiteral("en")}; // "1 token"

private slots:
    void failuresNameTheThing_data();
    void failuresNameTheThing();
    void failuresTakeHostileNames();
    void textsAreReadWithoutTheirKeys_data();
    void textsAreReadWithoutTheirKeys();
    void budgetCounts();
    void turnStatusTells_data();
    void turnStatusTells();
    void colorsCanBeRead_data();
    void colorsCanBeRead();
};

void TestTexts::failuresNameTheThing_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("names");
    using Code = app::FailureCode;
    const QVector<Code> unnamed{Code::OutOfMemory, Code::DeviceUnavailable,  Code::PromptTooLong,
                                Code::DiskFull,    Code::LibraryUnavailable, Code::LibraryFromLater,
                                Code::Internal};
    for (int code = int(Code::BadArguments); code <= int(Code::Internal); ++code) {
        QTest::addRow("%d", code) << code << !unnamed.contains(Code(code));
    }
}

void TestTexts::failuresNameTheThing() {
    QFETCH(int, code);
    QFETCH(bool, names);
    const QString text =
        ui::failureText({app::FailureCode(code), QStringLiteral("/somewhere/scan.pdf"),
                         QStringLiteral("Detail 17.")});
    QVERIFY(text.size() > 20);
    QVERIFY2(!text.contains(QRegularExpression(QStringLiteral("%[0-9]"))), qPrintable(text));
    QCOMPARE(text.contains(QStringLiteral("“scan.pdf”")), names);
    QVERIFY(!text.contains(QLatin1String("/somewhere")));
    QVERIFY(!text.contains(QLatin1String("Detail"))); // it is English, for the log
}

void TestTexts::failuresTakeHostileNames() {
    const QString text = ui::failureText(
        {app::FailureCode::TooLarge, QStringLiteral("%2 %1 %n.pdf"), QStringLiteral("%1 %2")});
    QVERIFY2(text.contains(QStringLiteral("“%2 %1 %n.pdf”")), qPrintable(text));
}

void TestTexts::textsAreReadWithoutTheirKeys_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QChar>("key");
    QTest::newRow("none") << "Zoom"
                          << "Zoom" << QChar();
    QTest::newRow("first letter") << "&Open…"
                                  << "Open" << QChar(u'o');
    QTest::newRow("within") << "As&k Tab"
                            << "Ask Tab" << QChar(u'k');
    QTest::newRow("space before the ellipsis") << "&Öffnen …"
                                               << "Öffnen" << QChar(u'ö');
    QTest::newRow("in brackets") << "打开(&O)…"
                                 << "打开" << QChar(u'o');
    QTest::newRow("in wide brackets") << "開く（&O）"
                                      << "開く" << QChar(u'o');
    QTest::newRow("in brackets, in Latin") << "Save (&S) as"
                                           << "Save as" << QChar(u's');
    QTest::newRow("an ampersand") << "Q && &A (B)"
                                  << "Q & A (B)" << QChar(u'a');
    QTest::newRow("only an ampersand") << "Q &&A"
                                       << "Q &A" << QChar();
}

void TestTexts::textsAreReadWithoutTheirKeys() {
    QFETCH(QString, text);
    QFETCH(QChar, key);
    QTEST(ui::plainText(text), "plain");
    QCOMPARE(ui::mnemonicOf(text), key);
}

void TestTexts::budgetCounts() {
    app::ModelDescription model;
    model.contextTokens = 4096;
    model.counter = [](const app::AnalysisRequest& request, const QVector<int>& visual) {
        return std::optional(int(request.text.size()) +
                             std::accumulate(visual.begin(), visual.end(), 10));
    };
    app::TilePlan plan;
    plan.images.resize(2);
    plan.images[0].tokens = 421;
    plan.images[1].tokens = 1015;
    app::AnalysisRequest request;
    request.text = QString(65, u'p');
    const auto oneByOne = ui::tokenBudget(model, plan, ui::PicturesGo::OneByOne, request);
    QCOMPARE(oneByOne->visual, 1015); // of the largest request
    QCOMPARE(oneByOne->requests, 2);
    QCOMPARE(oneByOne->text, 75);
    QVERIFY(oneByOne->fits());
    QCOMPARE(ui::budgetText(*oneByOne),
             QStringLiteral("2 × up to 1,015 visual + 75 text of 4,096 tokens"));
    const auto together = ui::tokenBudget(model, plan, ui::PicturesGo::Together, request);
    QCOMPARE(ui::budgetText(*together), QStringLiteral("1,436 visual + 75 text of 4,096 tokens"));
    request.text = QString(4096 - 1436 - 10, u'p'); // no room for an answer
    QVERIFY(!ui::tokenBudget(model, plan, ui::PicturesGo::Together, request)->fits());
    // A model that cannot count it has no budget rather than a wrong one.
    model.counter = [](const app::AnalysisRequest&, const QVector<int>&) {
        return std::optional<int>();
    };
    QVERIFY(!ui::tokenBudget(model, plan, ui::PicturesGo::Together, request));
}

void TestTexts::turnStatusTells_data() {
    QTest::addColumn<int>("end");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<int>("dropped");
    QTest::addColumn<QString>("text");
    using End = app::AnswerEnd;
    QTest::addRow("done") << int(End::Complete) << 240 << 20.0 << 0
                          << "complete · 240 tokens · 12 tokens/s";
    QTest::addRow("slow") << int(End::Complete) << 1 << 2.0 << 0
                          << "complete · 1 token · 0.5 tokens/s";
    QTest::addRow("unmeasured") << int(End::Complete) << 7 << 0.0 << 0 << "complete · 7 tokens";
    QTest::addRow("nothing") << int(End::Cancelled) << 0 << 0.0 << 0 << "stopped by you";
    QTest::addRow("loop") << int(End::Loop) << 900 << 10.0 << 3
                          << "stopped: the model repeated itself · 900 tokens · 90 tokens/s · "
                             "3 malformed places dropped";
}

void TestTexts::turnStatusTells() {
    QFETCH(int, end);
    QFETCH(int, tokens);
    QFETCH(double, seconds);
    QFETCH(int, dropped);
    QFETCH(QString, text);
    app::Turn turn;
    turn.state = app::Turn::State::Done;
    turn.result.end = app::AnswerEnd(end);
    turn.result.answerTokens = tokens;
    turn.result.times.decode = seconds;
    turn.result.droppedPlaces = dropped;
    QCOMPARE(ui::turnStatus(turn), text);
}

void TestTexts::colorsCanBeRead_data() {
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    for (const ui::ColorScheme scheme : {ui::ColorScheme::Light, ui::ColorScheme::Dark}) {
        const ui::Colors& c = ui::colorsOf(scheme);
        const char* name = scheme == ui::ColorScheme::Light ? "light" : "dark";
        for (const QColor& ground : {c.window, c.panel, c.field, c.hover, c.accentSoft}) {
            QTest::addRow("%s text on %s", name, qPrintable(ground.name())) << c.text << ground;
        }
        for (const QColor& ground : {c.window, c.panel, c.field}) {
            QTest::addRow("%s second text on %s", name, qPrintable(ground.name()))
                << c.textSecondary << ground;
            QTest::addRow("%s warning on %s", name, qPrintable(ground.name()))
                << c.warning << ground;
            QTest::addRow("%s accent on %s", name, qPrintable(ground.name())) << c.accent << ground;
        }
        QTest::addRow("%s text on warning", name) << c.text << c.warningSoft;
        QTest::addRow("%s text on accent", name) << c.onAccent << c.accent;
    }
    for (int number = 1; number <= 7; ++number) {
        QTest::addRow("badge %d", number)
            << ui::textOn(ui::placeColor(number)) << ui::placeColor(number);
    }
}

// WCAG 2.1: 4.5 to 1 for text.
void TestTexts::colorsCanBeRead() {
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    const auto luminance = [](const QColor& color) {
        const auto linear = [](double v) {
            return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
               0.0722 * linear(color.blueF());
    };
    const double a = luminance(ink) + 0.05;
    const double b = luminance(ground) + 0.05;
    const double contrast = std::max(a, b) / std::min(a, b);
    QVERIFY2(contrast >= 4.5, qPrintable(QString::number(contrast)));
}

QTEST_MAIN(TestTexts)
#include "tst_texts.moc"

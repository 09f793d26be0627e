// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pieces of the command line that need no process: page lists, failure messages, clean output.
#include "app/cli/console.h"
#include "app/failure_message.h"
#include "app/documents/page_ranges.h"
#include "app/plain_text.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace app;

class CliPartsTest final : public QObject {
    Q_OBJECT

private slots:
    void parsesPages_data();
    void parsesPages();
    void refusesPages_data();
    void refusesPages();
    void explainsEveryFailure_data();
    void explainsEveryFailure();
    void removesControls_data();
    void removesControls();
};

void CliPartsTest::parsesPages_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QVector<int>>("pages"); // of 9
    QTest::newRow("nothing: all") << "" << QVector<int>{0, 1, 2, 3, 4, 5, 6, 7, 8};
    QTest::newRow("one") << "3" << QVector<int>{2};
    QTest::newRow("as in the manual") << "1-3,7" << QVector<int>{0, 1, 2, 6};
    QTest::newRow("spaces") << " 1 - 2 , 9 " << QVector<int>{0, 1, 8};
    QTest::newRow("to the end") << "8-" << QVector<int>{7, 8};
    QTest::newRow("order is kept") << "5,2" << QVector<int>{4, 1};
    QTest::newRow("last only") << "9-9" << QVector<int>{8};
}

void CliPartsTest::parsesPages() {
    QFETCH(QString, text);
    QFETCH(QVector<int>, pages);
    const auto parsed = parsePages(text, 9);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().detail));
    QCOMPARE(*parsed, pages);
}

void CliPartsTest::refusesPages_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"0", "10", "1-10", "10-", "3-2", "-3", "a", "1,,2", ",", "1-2-3",
                             "1.5", "99999999999999", "1-99999999999999", "2147483647-"}) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

void CliPartsTest::refusesPages() {
    QFETCH(QString, text);
    const auto parsed = parsePages(text, 9);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, FailureCode::BadArguments);
    QVERIFY(!parsed.error().detail.isEmpty());
}

void CliPartsTest::explainsEveryFailure_data() {
    QTest::addColumn<FailureCode>("code");
    QTest::addColumn<int>("exitCode"); // as documented; must never change
    const auto row = [](const char* name, FailureCode code, int exitCode) {
        QTest::newRow(name) << code << exitCode;
    };
    row("bad-arguments", FailureCode::BadArguments, 1);
    row("file-not-found", FailureCode::FileNotFound, 5);
    row("file-access", FailureCode::FileAccess, 5);
    row("not-a-document", FailureCode::NotADocument, 2);
    row("needs-password", FailureCode::NeedsPassword, 8);
    row("too-large", FailureCode::TooLarge, 2);
    row("empty-folder", FailureCode::EmptyFolder, 2);
    row("model-missing", FailureCode::ModelMissing, 3);
    row("model-damaged", FailureCode::ModelDamaged, 22);
    row("model-unsupported", FailureCode::ModelUnsupported, 3);
    row("out-of-memory", FailureCode::OutOfMemory, 21);
    row("device-unavailable", FailureCode::DeviceUnavailable, 3);
    row("prompt-too-long", FailureCode::PromptTooLong, 1);
    row("library-unavailable", FailureCode::LibraryUnavailable, 5);
    row("library-damaged", FailureCode::LibraryDamaged, 5);
    row("library-from-later", FailureCode::LibraryFromLater, 5);
    row("disk-full", FailureCode::DiskFull, 74);
    row("settings-damaged", FailureCode::SettingsDamaged, 9);
    row("internal", FailureCode::Internal, 15);
}

void CliPartsTest::explainsEveryFailure() {
    QFETCH(FailureCode, code);
    QFETCH(int, exitCode);
    QCOMPARE(static_cast<int>(exitCodeOf(code)), exitCode);
    QCOMPARE(failureName(code), QString::fromLatin1(QTest::currentDataTag()));
    const QString message = failureMessage({code, "the thing", "the reason."});
    QVERIFY2(message.startsWith("the thing: ") && message.contains("(the reason)"),
             qPrintable(message));
    // A remedy follows, and the message is whole sentences.
    QVERIFY2(message.count(QRegularExpression("\\.( |$)")) >= 2, qPrintable(message));
    const QString bare = failureMessage({code, {}, {}});
    QVERIFY2(!bare.contains("()") && !bare.startsWith(":"), qPrintable(bare));
}

void CliPartsTest::removesControls_data() {
    QTest::addColumn<QString>("dirty");
    QTest::addColumn<QString>("clean");
    QTest::newRow("plain") << "a b\tc\nd"
                           << "a b\tc\nd";
    QTest::newRow("escape sequence") << "\x1b[2Ja"
                                     << "[2Ja";
    QTest::newRow("title") << "\x1b]0;x\x07z"
                           << "]0;xz";
    QTest::newRow("carriage return") << "yes\rno"
                                     << "yesno";
    QTest::newRow("C1") << QString("a") + QChar(0x9b) + "31m"
                        << "a31m";
    QTest::newRow("DEL") << QString("a") + QChar(0x7f) << "a";
    QTest::newRow("direction") << QString("a") + QChar(0x202e) + "b" + QChar(0x2066) << "ab";
    QTest::newRow("other scripts")
        << QString::fromUtf8("é 中 𝄞 ñ") << QString::fromUtf8("é 中 𝄞 ñ");
}

void CliPartsTest::removesControls() {
    QFETCH(QString, dirty);
    QFETCH(QString, clean);
    QCOMPARE(withoutControls(dirty), clean);
}

QTEST_GUILESS_MAIN(CliPartsTest)
#include "tst_cli_parts.moc"

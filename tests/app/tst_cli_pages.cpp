// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Completions and manual pages say what the parser knows: no more, no less.
#include "app/cli/command.h"
#include "app/cli/completion_scripts.h"
#include "app/cli/manual_pages.h"

#include <QFile>
#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <CLI/CLI.hpp>

#include <algorithm>

using namespace app;

namespace {

CommandDescription described() {
    CLI::App program("Reads documents.", "tessera-cli");
    Options options;
    Command command;
    describeProgram(program, &options, &command);
    return describe(program);
}

void addAll(const CommandDescription& command, QVector<CommandDescription>& all) {
    all.append(command);
    for (const CommandDescription& below : command.commands) {
        addAll(below, all);
    }
}

QSet<QString> optionsOf(const CommandDescription& command) {
    QSet<QString> names;
    for (const OptionDescription& option : command.options) {
        if (!option.isPositional) {
            names += QSet<QString>(option.names.begin(), option.names.end());
        }
    }
    return names;
}

QString scriptFor(const char* shell, const CommandDescription& program) {
    const auto scripts = completionScripts();
    const auto found = std::find_if(scripts.begin(), scripts.end(), [&](const auto& script) {
        return qstrcmp(script.shell, shell) == 0;
    });
    return found->write(program);
}

// Whether a program takes the file, with its words about it; skipped where it is not installed.
QByteArray complaintOf(const QString& checker, const QStringList& arguments) {
    QProcess process;
    process.start(checker, arguments);
    process.waitForFinished();
    const QByteArray said = process.readAllStandardError() + process.readAllStandardOutput();
    return process.exitCode() == 0 && said.isEmpty() ? QByteArray() : said + " (said by it)";
}

} // namespace

class CliPagesTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void knowsWhatTheParserKnows();
    void bashOffersTheOptions_data();
    void bashOffersTheOptions();
    void bashOffersValues_data();
    void bashOffersValues();
    void otherShellsNameEveryOption_data();
    void otherShellsNameEveryOption();
    void shellsTakeTheirScripts_data();
    void shellsTakeTheirScripts();
    void manualsNameEveryOption();
    void manualsAreRoff();

private:
    QStringList completionsOf(const QStringList& words);

    CommandDescription m_program;
    QVector<CommandDescription> m_commands; // and those below commands
    QTemporaryDir m_dir;
};

void CliPagesTest::initTestCase() {
    m_program = described();
    addAll(m_program, m_commands);
}

void CliPagesTest::knowsWhatTheParserKnows() {
    QStringList names;
    for (const CommandDescription& command : m_commands) {
        names.append(command.path.join(u' '));
        QVERIFY2(!command.text.isEmpty(), qPrintable(names.last()));
        QVERIFY2(command.examples.startsWith("Examples:\n"), qPrintable(names.last()));
        for (const OptionDescription& option : command.options) {
            QVERIFY2(!option.text.isEmpty(), qPrintable(option.names.first()));
        }
    }
    QVERIFY(names.contains("tessera-cli bulk merge"));
    QVERIFY(names.contains("tessera-cli table"));
    const auto& inspect = *std::find_if(m_commands.begin(), m_commands.end(),
                                        [](const auto& each) { return each.name() == u"inspect"; });
    QVERIFY(optionsOf(inspect).contains("--tensors")); // of a group
}

QStringList CliPagesTest::completionsOf(const QStringList& words) {
    const QString path = m_dir.filePath("completion.bash");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return {};
    }
    file.write(scriptFor("bash", m_program).toUtf8());
    file.close();
    QProcess bash;
    bash.setWorkingDirectory(m_dir.path());
    bash.start("bash", QStringList{"--norc", "-c",
                                   "source completion.bash; COMP_WORDS=(\"$@\"); "
                                   "COMP_CWORD=$(($# - 1)); _tessera_cli; "
                                   "printf '%s\\n' \"${COMPREPLY[@]}\"",
                                   "bash"} +
                           words);
    bash.waitForFinished();
    const QByteArray errors = bash.readAllStandardError();
    return errors.isEmpty()
               ? QString::fromUtf8(bash.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts)
               : QStringList{QString::fromUtf8(errors)};
}

void CliPagesTest::bashOffersTheOptions_data() {
    QTest::addColumn<int>("command");
    for (int i = 0; i < m_commands.size(); ++i) {
        QTest::newRow(qPrintable(m_commands[i].path.join(u' '))) << i;
    }
}

void CliPagesTest::bashOffersTheOptions() {
    QFETCH(const int, command);
    const QStringList offered = completionsOf(m_commands[command].path + QStringList("-"));
    QCOMPARE(QSet<QString>(offered.begin(), offered.end()),
             optionsOf(m_commands[command]) + optionsOf(m_program));
}

void CliPagesTest::bashOffersValues_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("offered");
    QTest::newRow("commands") << QStringList{"tessera-cli", "re"} << QStringList{"read"};
    QTest::newRow("commands below")
        << QStringList{"tessera-cli", "bulk", "mer"} << QStringList{"merge"};
    QTest::newRow("formats") << QStringList{"tessera-cli", "bulk", "--to", "xl"}
                             << QStringList{"xlsx"};
    QTest::newRow("choices") << QStringList{"tessera-cli", "table", "--rows", ""}
                             << QStringList{"documents", "pages"};
    QTest::newRow("files") << QStringList{"tessera-cli", "read", "comp"}
                           << QStringList{"completion.bash"};
    QTest::newRow("files after an option")
        << QStringList{"tessera-cli", "read", "--password-file", "comp"}
        << QStringList{"completion.bash"};
    QTest::newRow("no files for folders")
        << QStringList{"tessera-cli", "bulk", "--out", "comp"} << QStringList{};
    QTest::newRow("shared options take values")
        << QStringList{"tessera-cli", "read", "--model", "comp"} << QStringList{};
}

void CliPagesTest::bashOffersValues() {
    QFETCH(const QStringList, words);
    QFETCH(const QStringList, offered);
    QCOMPARE(completionsOf(words), offered);
}

void CliPagesTest::otherShellsNameEveryOption_data() {
    QTest::addColumn<QString>("shell");
    QTest::newRow("zsh") << "zsh";
    QTest::newRow("fish") << "fish";
}

void CliPagesTest::otherShellsNameEveryOption() {
    QFETCH(const QString, shell);
    const QString script = scriptFor(qPrintable(shell), m_program);
    for (const CommandDescription& command : m_commands) {
        QVERIFY2(script.contains(command.name()), qPrintable(command.name()));
        for (const QString& option : optionsOf(command)) {
            const QString fish =
                (option.startsWith("--") ? " -l " + option.mid(2) : " -s " + option.mid(1)) + u' ';
            const QString zsh = option + u'[';
            const QString& wanted = shell == u"fish" ? fish : zsh;
            QVERIFY2(script.contains(wanted), qPrintable(wanted));
        }
    }
}

void CliPagesTest::shellsTakeTheirScripts_data() {
    QTest::addColumn<QString>("shell");
    for (const CompletionScript& script : completionScripts()) {
        QTest::newRow(script.shell) << QString(QLatin1String(script.shell));
    }
}

void CliPagesTest::shellsTakeTheirScripts() {
    QFETCH(const QString, shell);
    if (QStandardPaths::findExecutable(shell).isEmpty()) {
        QSKIP(qPrintable(shell + QStringLiteral(" is not installed")));
    }
    QFile file(m_dir.filePath(shell));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(scriptFor(qPrintable(shell), m_program).toUtf8());
    file.close();
    QCOMPARE(complaintOf(shell, {"-n", file.fileName()}), QByteArray());
}

void CliPagesTest::manualsNameEveryOption() {
    for (const CommandDescription& command : m_commands) {
        const QString page = manualPage(command, m_program);
        for (const OptionDescription& option : command.options) {
            for (const QString& name : option.names) {
                const QString wanted =
                    "\\fB" + QString(name).replace(u'-', QStringLiteral("\\-")) + "\\fP";
                QVERIFY2(page.contains(wanted), qPrintable(wanted));
            }
        }
        QVERIFY2(
            page.section(".SH EXAMPLES\n.nf\n", 1).section(".fi", 0, 0).contains("tessera\\-cli"),
            qPrintable(page));
    }
    QVERIFY(manualPage(m_program, m_program).contains(".SH EXIT STATUS"));
}

void CliPagesTest::manualsAreRoff() {
    if (QStandardPaths::findExecutable("groff").isEmpty()) {
        QSKIP("groff is not installed");
    }
    for (const CommandDescription& command : m_commands) {
        QFile file(m_dir.filePath(manualName(command) + ".1"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(manualPage(command, m_program).toUtf8());
        file.close();
        QCOMPARE(complaintOf("groff",
                             {"-man", "-K", "utf8", "-T", "utf8", "-ww", "-z", file.fileName()}),
                 QByteArray());
    }
}

QTEST_GUILESS_MAIN(CliPagesTest)
#include "tst_cli_pages.moc"

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/manual_pages.h"

#include "app/exit_codes.h"

namespace app {

namespace {

struct ExitMeaning {
    ExitCode code;
    const char* meaning;
};

constexpr ExitMeaning kExitMeanings[] = {
    {ExitCode::Done, "Done."},
    {ExitCode::BadArguments, "Bad arguments."},
    {ExitCode::InvalidInput, "Not a valid input: no document, damaged, too large."},
    {ExitCode::ModelMissing, "No such model or device."},
    {ExitCode::FileAccess, "A file is not there, or there is no permission."},
    {ExitCode::Encrypted, "Encrypted: --password-file."},
    {ExitCode::BadConfiguration, "Damaged settings."},
    {ExitCode::Other, "A fault of the program."},
    {ExitCode::SomeFailed, "Finished, but some of several items failed."},
    {ExitCode::OutOfMemory, "Out of memory."},
    {ExitCode::ModelDamaged, "The model's files are damaged."},
    {ExitCode::NotRead, "Pages to export are not read yet."},
    {ExitCode::WriteFailed, "The output could not be written."},
    {ExitCode::Stopped, "Stopped by SIGTERM; what was done is kept."},
    {ExitCode::Interrupted, "Interrupted."},
};

// Text of a line, so that roff takes nothing in it for a request.
QString escaped(const QString& text) {
    QString line = text;
    line.replace(u'\\', QStringLiteral("\\e")).replace(u'-', QStringLiteral("\\-"));
    return line.startsWith(u'.') || line.startsWith(u'\'') ? QStringLiteral("\\&") + line : line;
}

QString bold(const QString& text) {
    return QStringLiteral("\\fB%1\\fP").arg(escaped(text));
}

QString italic(const QString& text) {
    return QStringLiteral("\\fI%1\\fP").arg(escaped(text));
}

QString synopsis(const CommandDescription& command) {
    QString line = bold(command.path.join(u' ')) + QStringLiteral(" [") +
                   italic(QStringLiteral("OPTIONS")) + u']';
    for (const OptionDescription& option : command.options) {
        if (option.isPositional) {
            const QString name = italic(option.names.first()) +
                                 (option.isRepeated ? QStringLiteral("...") : QString());
            line += option.isRequired ? u' ' + name : QStringLiteral(" [%1]").arg(name);
        }
    }
    return command.commands.isEmpty() ? line : line + u' ' + italic(QStringLiteral("COMMAND"));
}

QString entry(const OptionDescription& option) {
    QStringList names;
    for (const QString& name : option.names) {
        names.append(bold(name));
    }
    QString value =
        option.value.isEmpty() || option.isPositional ? QString() : u' ' + italic(option.value);
    value.replace(u'|', QStringLiteral("|\\:")); // where a line may be broken
    return QStringLiteral(".TP\n%1%2\n%3\n")
        .arg(names.join(QStringLiteral(", ")), value, escaped(option.text));
}

QString section(const QString& title, const QString& content) {
    return content.isEmpty() ? QString()
                             : QStringLiteral(".SH %1\n%2").arg(title.toUpper(), content);
}

// "Examples:" and lines of them, an empty line, paragraphs.
QString examplesOf(const CommandDescription& command) {
    QString lines;
    for (const QString& line :
         command.examples.section(QStringLiteral("\n\n"), 0, 0).split(u'\n').mid(1)) {
        lines += escaped(line.trimmed()) + u'\n';
    }
    return QStringLiteral(".nf\n%1.fi\n").arg(lines);
}

QString descriptionOf(const CommandDescription& command) {
    QString text = escaped(command.text) + QStringLiteral(".\n");
    for (const QString& paragraph : command.examples.split(QStringLiteral("\n\n")).mid(1)) {
        text += QStringLiteral(".PP\n");
        for (const QString& line : paragraph.split(u'\n')) {
            text += escaped(line) + u'\n';
        }
    }
    return text;
}

QString optionsOf(const CommandDescription& command) {
    QString entries;
    for (const OptionDescription& option : command.options) {
        entries += entry(option);
    }
    return entries;
}

QString commandsOf(const CommandDescription& command) {
    QString entries;
    for (const CommandDescription& below : command.commands) {
        entries += QStringLiteral(".TP\n%1\n%2.\n").arg(bold(below.name()), escaped(below.text));
    }
    return entries;
}

QString exitCodes() {
    QString entries;
    for (const ExitMeaning& each : kExitMeanings) {
        entries += QStringLiteral(".TP\n%1\n%2\n")
                       .arg(bold(QString::number(int(each.code))),
                            escaped(QString::fromLatin1(each.meaning)));
    }
    return entries;
}

QString seeAlso(const CommandDescription& command, const CommandDescription& program) {
    QStringList names;
    for (const CommandDescription& other : program.commands) {
        names.append(bold(manualName(other)) + QStringLiteral("(1)"));
    }
    return &command == &program ? names.join(QStringLiteral(", ")) + u'\n'
                                : bold(program.name()) + QStringLiteral("(1)\n");
}

} // namespace

QString manualName(const CommandDescription& command) {
    return command.path.join(u'-');
}

QString manualPage(const CommandDescription& command, const CommandDescription& program) {
    const bool isProgram = &command == &program;
    const QString summary = command.text.endsWith(u'.') ? command.text.chopped(1) : command.text;
    CommandDescription plain = command;
    plain.text = summary;
    return QStringLiteral(".TH \"%1\" 1 \"\" \"Tessera %2\" \"Tessera\"\n")
               .arg(manualName(command).toUpper(), QStringLiteral(TESSERA_VERSION)) +
           section(QStringLiteral("Name"), escaped(manualName(command)) + QStringLiteral(" \\- ") +
                                               escaped(summary) + u'\n') +
           section(QStringLiteral("Synopsis"), synopsis(command) + u'\n') +
           section(QStringLiteral("Description"), descriptionOf(plain)) +
           section(QStringLiteral("Examples"), examplesOf(command)) +
           section(QStringLiteral("Options"), optionsOf(command)) +
           section(QStringLiteral("Commands"), commandsOf(command)) +
           (isProgram ? section(QStringLiteral("Exit status"), exitCodes()) : QString()) +
           section(QStringLiteral("See also"), seeAlso(command, program));
}

} // namespace app

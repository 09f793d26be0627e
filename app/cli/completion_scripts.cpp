// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/completion_scripts.h"

#include <functional>
#include <iterator>

namespace app {

namespace {

// The program and all commands, those below commands too.
void forEach(const CommandDescription& command,
             const std::function<void(const CommandDescription&)>& work) {
    work(command);
    for (const CommandDescription& below : command.commands) {
        forEach(below, work);
    }
}

// "bulk merge"; empty for the program.
QString placeOf(const CommandDescription& command) {
    return command.path.mid(1).join(u' ');
}

QStringList namesOf(const CommandDescription& command) {
    QStringList names;
    for (const CommandDescription& below : command.commands) {
        names.append(below.name());
    }
    return names;
}

QStringList optionsOf(const CommandDescription& command) {
    QStringList names;
    for (const OptionDescription& option : command.options) {
        names += option.isPositional ? QStringList() : option.names;
    }
    return names;
}

bool isFile(const OptionDescription& option) {
    return option.value == u"FILE" || option.names.contains(u"FILE") ||
           option.names.contains(u"INPUT");
}

bool isFolder(const OptionDescription& option) {
    return option.value == u"FOLDER" || option.names.contains(u"FOLDER");
}

QString quoted(const QString& text) {
    return u'\'' + QString(text).replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

// --- bash ---

// What comes behind an option that takes a value.
QString bashValues(const CommandDescription& command, const CommandDescription& program) {
    QString lines;
    const auto add = [&](const OptionDescription& option) {
        if (option.isPositional || option.value.isEmpty()) {
            return;
        }
        const QString words = option.choices.join(u' ');
        const QString complete = !words.isEmpty()   ? QStringLiteral("-W '%1'").arg(words)
                                 : isFile(option)   ? QStringLiteral("-f")
                                 : isFolder(option) ? QStringLiteral("-d")
                                                    : QStringLiteral("-W ''");
        lines +=
            QStringLiteral("        %1) COMPREPLY=($(compgen %2 -- \"$current\")); return ;;\n")
                .arg(option.names.join(u'|'), complete);
    };
    for (const OptionDescription& option : command.options) {
        add(option);
    }
    for (const OptionDescription& option : program.options) {
        if (&command != &program) {
            add(option);
        }
    }
    return lines;
}

QString bashScript(const CommandDescription& program) {
    QString script =
        QStringLiteral(R"(# bash completion for tessera-cli, written by: tessera-cli completion bash
_tessera_cli() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command= word
    for word in "${COMP_WORDS[@]:1:COMP_CWORD - 1}"; do
        case "$command $word" in
%1        esac
    done
    local options commands=
    case $command in
%2    esac
    if [[ $current == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$current"))
    elif [[ -n $commands && -z $command ]]; then
        COMPREPLY=($(compgen -W "$commands" -- "$current"))
    else
        COMPREPLY=($(compgen -W "$commands" -- "$current") $(compgen -f -- "$current"))
    fi
}
complete -o filenames -F _tessera_cli tessera-cli
)");
    QString steps;
    QString cases;
    forEach(program, [&](const CommandDescription& command) {
        for (const QString& name : namesOf(command)) {
            const QString place = placeOf(command);
            steps += QStringLiteral("        '%1 %2') command='%3' ;;\n")
                         .arg(place, name, place.isEmpty() ? name : place + u' ' + name);
        }
        QStringList options = optionsOf(command);
        options += &command == &program ? QStringList() : optionsOf(program);
        options.removeDuplicates();
        cases += QStringLiteral("    '%1')\n        options='%2'\n        commands='%3'\n"
                                "        case $previous in\n%4        esac\n        ;;\n")
                     .arg(placeOf(command), options.join(u' '), namesOf(command).join(u' '),
                          bashValues(command, program));
    });
    return script.arg(steps, cases);
}

// --- zsh ---

QString zshEscaped(const QString& text) {
    QString escaped;
    for (const QChar character : text) {
        escaped += QStringLiteral("[]:\\").contains(character) ? QString(u'\\') + character
                                                               : QString(character);
    }
    return escaped;
}

QString zshAction(const OptionDescription& option) {
    return !option.choices.isEmpty() ? u'(' + option.choices.join(u' ') + u')'
           : isFile(option)          ? QStringLiteral("_files")
           : isFolder(option)        ? QStringLiteral("_files -/")
                                     : QStringLiteral(" ");
}

QStringList zshArguments(const CommandDescription& command) {
    QStringList arguments;
    for (const OptionDescription& option : command.options) {
        if (option.isPositional) {
            arguments.append(quoted(QStringLiteral("%1:%2:%3")
                                        .arg(option.isRepeated ? QStringLiteral("*") : QString(),
                                             option.names.first(), zshAction(option))));
            continue;
        }
        for (const QString& name : option.names) {
            const QString value =
                option.value.isEmpty()
                    ? QString()
                    : QStringLiteral(":%1:%2").arg(zshEscaped(option.value), zshAction(option));
            arguments.append(quoted(QStringLiteral("%1%2[%3]%4")
                                        .arg(option.isRepeated ? QStringLiteral("*") : QString(),
                                             name, zshEscaped(option.text), value)));
        }
    }
    return arguments;
}

QString zshFunction(const CommandDescription& command, const CommandDescription& program) {
    const QString name = QStringLiteral("_") + QString(command.path.join(u'_')).replace(u'-', u'_');
    QStringList arguments = zshArguments(command);
    if (&command != &program) {
        for (const QString& shared : zshArguments(program)) {
            if (!arguments.contains(shared)) {
                arguments.append(shared);
            }
        }
    }
    QString commands;
    QString cases;
    for (const CommandDescription& below : command.commands) {
        commands += QStringLiteral("        %1\n")
                        .arg(quoted(below.name() + u':' + zshEscaped(below.text)));
        cases += QStringLiteral("        %1) %2_%3 ;;\n")
                     .arg(below.name(), name, QString(below.name()).replace(u'-', u'_'));
    }
    if (!command.commands.isEmpty()) {
        arguments.append(QStringLiteral("'1: :->command'"));
        arguments.append(QStringLiteral("'*:: :->arguments'"));
    }
    const QString rest =
        command.commands.isEmpty()
            ? QString()
            : QStringLiteral("    local -a commands=(\n%1    )\n    case $state in\n"
                             "    command) _describe command commands; _files ;;\n"
                             "    arguments)\n        case $words[1] in\n%2"
                             "        *) _files ;;\n        esac\n        ;;\n    esac\n")
                  .arg(commands, cases);
    return QStringLiteral("%1() {\n    local state line\n"
                          "    _arguments -C \\\n        %2\n%3}\n\n")
        .arg(name, arguments.join(QStringLiteral(" \\\n        ")), rest);
}

QString zshScript(const CommandDescription& program) {
    QString script = QStringLiteral(
        "#compdef tessera-cli\n"
        "# zsh completion for tessera-cli, written by: tessera-cli completion zsh\n\n");
    forEach(program,
            [&](const CommandDescription& command) { script += zshFunction(command, program); });
    return script + QStringLiteral("_tessera_cli \"$@\"\n");
}

// --- fish ---

QString fishValue(const OptionDescription& option) {
    return option.value.isEmpty() ? QString()
           : !option.choices.isEmpty()
               ? QStringLiteral(" -x -a ") + quoted(option.choices.join(u' '))
           : isFile(option)   ? QStringLiteral(" -r -F")
           : isFolder(option) ? QStringLiteral(" -x -a '(__fish_complete_directories)'")
                              : QStringLiteral(" -x");
}

QString fishScript(const CommandDescription& program) {
    QString script = QStringLiteral(
        "# fish completion for tessera-cli, written by: tessera-cli completion fish\n");
    forEach(program, [&](const CommandDescription& command) {
        QString when;
        if (&command != &program) {
            when = QStringLiteral(" -n '__fish_seen_subcommand_from %1'").arg(command.name());
        }
        for (const OptionDescription& option : command.options) {
            if (option.isPositional) {
                continue;
            }
            QString names;
            for (const QString& name : option.names) {
                names += name.startsWith(u"--") ? QStringLiteral(" -l ") + name.mid(2)
                                                : QStringLiteral(" -s ") + name.mid(1);
            }
            script += QStringLiteral("complete -c tessera-cli%1%2%3 -d %4\n")
                          .arg(when, names, fishValue(option), quoted(option.text));
        }
        const QString first =
            &command == &program ? QStringLiteral(" -n __fish_use_subcommand -f") : when;
        for (const CommandDescription& below : command.commands) {
            script += QStringLiteral("complete -c tessera-cli%1 -a %2 -d %3\n")
                          .arg(first, below.name(), quoted(below.text));
        }
    });
    return script;
}

constexpr CompletionScript kScripts[] = {{"bash", "tessera-cli", bashScript},
                                         {"zsh", "_tessera-cli", zshScript},
                                         {"fish", "tessera-cli.fish", fishScript}};

} // namespace

std::span<const CompletionScript> completionScripts() {
    return kScripts;
}

} // namespace app

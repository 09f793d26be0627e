// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// CommandDescription: what --help knows of a command, as a value, so that completions and manual
// pages say the same. Pure.
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace CLI {
class App;
} // namespace CLI

namespace app {

struct OptionDescription {
    QStringList names; // "-o", "--out"; of a positional its one name, "FILE"
    QString text;
    QString value;       // "FILE", "pdf|txt"; empty: it takes none
    QStringList choices; // when the value is one of these
    bool isPositional = false;
    bool isRequired = false;
    bool isRepeated = false;
};

struct CommandDescription {
    QStringList path; // "tessera-cli", "bulk", "merge"
    QString text;
    QString examples; // and what follows them
    QVector<OptionDescription> options;
    QVector<CommandDescription> commands;

    const QString& name() const { return path.last(); }
};

CommandDescription describe(const CLI::App& program);

} // namespace app

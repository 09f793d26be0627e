// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command_line.h"

#include <QApplication>
#include <QCommandLineParser>

namespace ui {

CommandLine readCommandLine(const QApplication& application) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Reads documents and answers questions about them."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {QStringLiteral("model"), QStringLiteral("A model folder, or the name of a model found."),
         QStringLiteral("MODEL")},
        {QStringLiteral("device"), QStringLiteral("cpu, cuda or cuda:N."),
         QStringLiteral("DEVICE")},
        {QStringLiteral("threads"), QStringLiteral("Threads on the CPU; 0: one per core."),
         QStringLiteral("N")},
    });
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QStringLiteral("PDFs, pictures, or folders of them."),
                                 QStringLiteral("[FILE…]"));
    parser.process(application);
    CommandLine line;
    line.device = parser.value(QStringLiteral("device"));
    if (parser.isSet(QStringLiteral("threads"))) {
        line.threads = parser.value(QStringLiteral("threads")).toInt();
    }
    line.model = parser.value(QStringLiteral("model"));
    line.files = parser.positionalArguments();
    return line;
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tessera-cli doctor: what is here and what is missing, for people and for bug reports.
#include "app/cli/command.h"
#include "app/cli/exit_codes.h"
#include "app/cli/failure_message.h"
#include "app/cli/machine.h"
#include "app/models/model_catalog.h"

#include <QLocale>
#include <QSysInfo>
#include <QThread>

#include <CLI/CLI.hpp>

namespace app {

namespace {

constexpr const char* kExamples = R"(Examples:
  tessera-cli doctor              versions, processor, memory, models found
  tessera-cli doctor > report.txt for a bug report; no document text is in it)";

QString sizeText(qint64 bytes) {
    return QLocale::c().formattedDataSize(bytes);
}

QString originName(ModelOrigin origin) {
    switch (origin) {
    case ModelOrigin::Shipped:
        return QStringLiteral("comes with the program");
    case ModelOrigin::OwnFolder:
        return QStringLiteral("your models folder");
    case ModelOrigin::HubCache:
        break;
    }
    return QStringLiteral("hub cache");
}

QString orNone(const QString& text) {
    return text.isEmpty() ? QStringLiteral("none found") : text;
}

class Doctor {
public:
    explicit Doctor(Console& console)
        : m_console(console) {}

    ExitCode run() {
        line("Tessera", QStringLiteral(TESSERA_VERSION));
        line("Qt", QStringLiteral("%1, built with " QT_VERSION_STR).arg(QLatin1String(qVersion())));
        line("Built with", QStringLiteral(TESSERA_LIBRARIES));
        line("System", QStringLiteral("%1, %2 %3")
                           .arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(),
                                QSysInfo::kernelVersion()));
        line("Processor", QStringLiteral("%1, %2 cores")
                              .arg(orNone(processorName()))
                              .arg(QThread::idealThreadCount()));
        line("Instructions", orNone(processorFeatures().join(u' ')));
        line("GPU", orNone(graphicsProcessors().join(u", ")));
        const MemoryState memory = memoryState();
        line("Memory", QStringLiteral("%1, %2 available")
                           .arg(sizeText(memory.totalBytes), sizeText(memory.availableBytes)));
        return showModels();
    }

private:
    void line(const char* label, const QString& value) {
        m_console.data(QStringLiteral("%1 %2\n").arg(QLatin1String(label), -13).arg(value));
    }

    // Without any model the program can do nothing: that is a failure.
    ExitCode showModels() {
        const ModelCatalog catalog;
        line("Models in", catalog.places().ownFolder);
        line("Hub cache", catalog.places().hubCache);
        const ModelListing listing = catalog.list();
        for (const FoundModel& model : listing.models) {
            line("Model", QStringLiteral("%1, %2, %3, licence %4")
                              .arg(model.card.name, sizeText(model.weightBytes),
                                   originName(model.origin), model.card.license));
            line("", model.card.folder);
        }
        for (const Failure& failure : listing.unreadable) {
            m_console.error(failureMessage(failure));
        }
        if (listing.models.isEmpty()) {
            m_console.error(QStringLiteral("No model was found. Name a folder with --model."));
            return ExitCode::ModelMissing;
        }
        return ExitCode::Done;
    }

    Console& m_console;
};

} // namespace

void addDoctorCommand(CLI::App& program, Command* chosen) {
    CLI::App* command = program.add_subcommand("doctor", "What is here, and what is missing");
    command->footer(kExamples);
    command->fallthrough();
    command->callback([=] {
        *chosen = [](CommandContext& context) {
            return Doctor(context.console).run();
        };
    });
}

} // namespace app

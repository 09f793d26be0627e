// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/diagnostics.h"

#include "app/analysis/engine_facts.h"
#include "app/machine.h"

#include <QLocale>
#include <QSysInfo>
#include <QThread>

namespace app {

namespace {

QString sizeText(qint64 bytes) {
    return QLocale::c().formattedDataSize(bytes);
}

QString originName(ModelOrigin origin) {
    switch (origin) {
    case ModelOrigin::Shipped:
        return QStringLiteral("comes with the program");
    case ModelOrigin::OwnFolder:
        return QStringLiteral("your models folder");
    case ModelOrigin::Chosen:
        return QStringLiteral("added by the user");
    case ModelOrigin::HubCache:
        break;
    }
    return QStringLiteral("hub cache");
}

QString orNone(const QString& text) {
    return text.isEmpty() ? QStringLiteral("none found") : text;
}

void addMachine(Diagnostics& found) {
    const auto line = [&](const char* label, const QString& value) {
        found.lines.append({QString::fromLatin1(label), value});
    };
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
    QStringList devices;
    for (const DeviceChoice& device : availableDevices()) {
        devices.append(QStringLiteral("%1 (%2)").arg(device.name, device.label));
    }
    line("Runs on", devices.join(u", "));
    const MemoryState memory = memoryState();
    line("Memory", QStringLiteral("%1, %2 available")
                       .arg(sizeText(memory.totalBytes), sizeText(memory.availableBytes)));
}

void addModels(Diagnostics& found, const ModelCatalog& catalog) {
    const ModelListing listing = catalog.list();
    found.lines.append({QStringLiteral("Models in"), catalog.places().ownFolder});
    found.lines.append({QStringLiteral("Hub cache"), catalog.places().hubCache});
    for (const FoundModel& model : listing.models) {
        found.lines.append(
            {QStringLiteral("Model"), QStringLiteral("%1, %2, %3, licence %4")
                                          .arg(model.card.name, sizeText(model.weightBytes),
                                               originName(model.origin), model.card.license)});
        found.lines.append({{}, model.card.folder});
    }
    found.problems = listing.unreadable;
    found.models = int(listing.models.size());
}

} // namespace

QString Diagnostics::text() const {
    QString text;
    for (const DiagnosticLine& line : lines) {
        text += QStringLiteral("%1 %2\n").arg(line.label, -13).arg(line.value);
    }
    return text;
}

Diagnostics diagnose(const ModelCatalog& catalog) {
    Diagnostics found;
    addMachine(found);
    addModels(found, catalog);
    return found;
}

} // namespace app

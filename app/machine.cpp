// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/machine.h"

#include <QDir>
#include <QFile>

namespace app {

namespace {

// The text after "key" and a colon in a file of such lines, as /proc has them.
QString valueIn(const QString& path, const QString& key) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    for (const QString& line : QString::fromLatin1(file.readAll()).split(u'\n')) {
        if (line.section(u':', 0, 0).trimmed() == key) {
            return line.section(u':', 1).trimmed();
        }
    }
    return {};
}

// "123 kB"
qint64 bytesIn(const QString& path, const QString& key) {
    return valueIn(path, key).section(u' ', 0, 0).toLongLong() * 1024;
}

} // namespace

QString processorName() {
    return valueIn(QStringLiteral("/proc/cpuinfo"), QStringLiteral("model name"));
}

QStringList processorFeatures() {
    static constexpr const char* kInteresting[] = {
        "sse4_2",   "avx2",        "fma",         "f16c",        "avx512f",  "avx512bw",
        "avx_vnni", "avx512_vnni", "avx512_bf16", "avx512_fp16", "amx_bf16", "amx_int8",
        "asimd",    "bf16",        "i8mm",        "sve"};
    const QString cpuinfo = QStringLiteral("/proc/cpuinfo");
    const QStringList flags = (valueIn(cpuinfo, QStringLiteral("flags")) + u' ' +
                               valueIn(cpuinfo, QStringLiteral("Features")))
                                  .split(u' ');
    QStringList features;
    for (const char* feature : kInteresting) {
        if (flags.contains(QLatin1String(feature))) {
            features.append(QLatin1String(feature));
        }
    }
    return features;
}

MemoryState memoryState() {
    const QString meminfo = QStringLiteral("/proc/meminfo");
    return {bytesIn(meminfo, QStringLiteral("MemTotal")),
            bytesIn(meminfo, QStringLiteral("MemAvailable"))};
}

qint64 residentBytes() {
    return bytesIn(QStringLiteral("/proc/self/status"), QStringLiteral("VmRSS"));
}

qint64 peakResidentBytes() {
    return bytesIn(QStringLiteral("/proc/self/status"), QStringLiteral("VmHWM"));
}

void resetPeakResidentBytes() {
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly)) {
        file.write("5"); // proc(5): resets the peak resident set size
    }
}

QStringList graphicsProcessors() {
    QStringList names;
    const QDir driver(QStringLiteral("/proc/driver/nvidia/gpus"));
    for (const QString& slot : driver.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        names.append(valueIn(driver.filePath(slot + QStringLiteral("/information")),
                             QStringLiteral("Model")));
    }
    return names;
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Broken and hostile files through the command line: no crash, no hang, no memory without bounds, a
// documented exit code and one clear error. Runs on a sample; with TESSERA_ROBUST=all also on the
// large sets beside the sources (TESSERA_DATA names another folder that holds them).
#include "app/exit_codes.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTest>

using app::ExitCode;

namespace {

// Thirty seconds of work; waiting counts four times less, since other tests may run beside this
// one.
constexpr qint64 kMaxWorkMs = 30'000;
constexpr qint64 kMaxWallMs = 120'000;
constexpr qint64 kMaxBytes = 1'000'000'000;

struct Run {
    int exitCode = -1; // −1: crashed or killed
    bool inTime = true;
    qint64 peakBytes = 0;
    QByteArray out;
    QByteArray err;
};

// Of all its threads, user and system.
qint64 workMsOf(qint64 process) {
    QFile stat(QStringLiteral("/proc/%1/stat").arg(process));
    if (!stat.open(QIODevice::ReadOnly)) {
        return 0;
    }
    // Fields 14 and 15, counted behind the name in parentheses; hundredths of a second.
    const QList<QByteArray> fields = stat.readAll().split(')').last().split(' ');
    return fields.size() > 13 ? (fields[12].toLongLong() + fields[13].toLongLong()) * 10 : 0;
}

qint64 peakBytesOf(qint64 process) {
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : status.readAll().split('\n')) {
            if (line.startsWith("VmHWM:")) {
                return line.mid(6).trimmed().split(' ').first().toLongLong() * 1024;
            }
        }
    }
    return 0;
}

// Watches while it runs, so that a runaway is ended before it fills the machine.
Run runWatched(const QStringList& arguments) {
    Run run;
    QProcess process;
    process.start(QStringLiteral(TESSERA_CLI), QStringList{"--no-library"} + arguments);
    QElapsedTimer timer;
    timer.start();
    while (process.state() != QProcess::NotRunning && !process.waitForFinished(20)) {
        run.peakBytes = std::max(run.peakBytes, peakBytesOf(process.processId()));
        run.inTime = timer.elapsed() < kMaxWallMs && workMsOf(process.processId()) < kMaxWorkMs;
        if (!run.inTime || run.peakBytes > kMaxBytes) {
            process.kill();
            process.waitForFinished();
            break;
        }
    }
    if (process.exitStatus() == QProcess::NormalExit) {
        run.exitCode = process.exitCode();
    }
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

QStringList filesBelow(const QString& folder) {
    QStringList files;
    QDirIterator iterator(folder, QDir::Files, QDirIterator::Subdirectories);
    while (iterator.hasNext()) {
        const QString file = iterator.next();
        if (!file.endsWith(u".md") && !file.endsWith(u".jsonl")) {
            files.append(file);
        }
    }
    files.sort();
    return files;
}

} // namespace

class RobustTest final : public QObject {
    Q_OBJECT

private slots:
    void survives_data();
    void survives();
};

void RobustTest::survives_data() {
    QTest::addColumn<QString>("file");
    QStringList folders{QFINDTESTDATA("../data/robust")};
    if (qgetenv("TESSERA_ROBUST") == "all") {
        const QString data = qEnvironmentVariable("TESSERA_DATA", QStringLiteral("../shared/data"));
        folders += {data + QStringLiteral("/robust-images"), data + QStringLiteral("/robust-pdf")};
    }
    for (const QString& name : folders) {
        const QString folder = QDir(name).absolutePath();
        const QStringList files = filesBelow(folder);
        QVERIFY2(!files.isEmpty(), qPrintable(folder));
        for (const QString& file : files) {
            QTest::newRow(
                qPrintable(QDir(folder).dirName() + u'/' + QDir(folder).relativeFilePath(file)))
                << file;
        }
    }
}

void RobustTest::survives() {
    QFETCH(QString, file);
    // A bad file is one of these; every other code is a fault of ours.
    const QSet<int> allowed{
        static_cast<int>(ExitCode::Done), static_cast<int>(ExitCode::InvalidInput),
        static_cast<int>(ExitCode::Encrypted), static_cast<int>(ExitCode::SomeFailed)};
    const QVector<QStringList> commands{{"inspect", "--tiles", file},
                                        {"read", "--max-tokens", "8", "--pages", "1", file}};
    for (const QStringList& command : commands) {
        const Run run = runWatched(command);
        const QByteArray story = command.first().toUtf8() + " ended with " +
                                 QByteArray::number(run.exitCode) + ", peak " +
                                 QByteArray::number(run.peakBytes / 1'000'000) + " MB: " + run.err;
        QVERIFY2(run.inTime, story.constData());
        QVERIFY2(run.peakBytes <= kMaxBytes, story.constData());
        QVERIFY2(allowed.contains(run.exitCode), story.constData());
        if (run.exitCode != 0) {
            QVERIFY2(run.err.count("Error: ") == 1, story.constData());
            QVERIFY2(run.out.isEmpty(), story.constData());
        }
    }
}

QTEST_GUILESS_MAIN(RobustTest)
#include "tst_robust.moc"

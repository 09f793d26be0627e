// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bulk/crash_journal.h"
#include "tests/app/bulk_folder.h"
#include "tests/app/small_drive.h"
#include "tests/rel/share.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>

using bulk::filesIn;

namespace {

using Files = QMap<QString, QByteArray>; // as of filesIn

// A job of a folder with its own library.
class Job {
public:
    Job(int scans, int milliseconds)
        : m_milliseconds(milliseconds) {
        bulk::fill(in(), scans);
    }

    // With outputs or library elsewhere.
    void setOut(const QString& folder) { m_out = folder; }

    void setLibrary(const QString& folder) { m_library = folder; }

    QString in() const { return m_dir.filePath("in"); }

    QString out() const { return m_out.isEmpty() ? m_dir.filePath("out") : m_out; }

    QString library() const { return m_library.isEmpty() ? m_dir.filePath("library") : m_library; }

    std::unique_ptr<QProcess>
    start(const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment()) const {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(environment);
        process->start(QStringLiteral(BULK_PROBE),
                       {in(), out(), library(), QString::number(m_milliseconds)});
        return process;
    }

    // Pages that had to be read; −1 when it did not end with 0.
    int finish() const {
        const auto process = start();
        const bool ended = process->waitForFinished(120'000);
        const bool isDone =
            ended && process->exitStatus() == QProcess::NormalExit && process->exitCode() == 0;
        if (!isDone) {
            qWarning("%d %s", process->exitCode(), process->readAllStandardError().constData());
        }
        return isDone ? int(process->readAllStandardOutput().count("read\n")) : -1;
    }

private:
    QTemporaryDir m_dir;
    QString m_out;
    QString m_library;
    int m_milliseconds;
};

// What a job makes that nothing disturbs; empty when it does not end well with every page read.
Files undisturbed(int scans) {
    const Job job(scans, 0);
    return job.finish() == scans ? filesIn(job.out()) : Files();
}

// In which the job looks so often for room on a full drive; 0: for ever.
QProcessEnvironment looking(int looks) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("PROBE_LOOKS", QString::number(looks));
    return environment;
}

// In which the n-th operation on outputs and library fails with the error; 0: it is a kill.
QProcessEnvironment failingAt(int operation, int error, const QString& mark) {
    QProcessEnvironment environment = looking(3);
    environment.insert("LD_PRELOAD", QStringLiteral(FAILING_FILES));
    environment.insert("FAIL_AT", QString::number(operation));
    environment.insert("FAIL_ERRNO", QString::number(error));
    environment.insert("FAIL_PATHS", QStringLiteral("library.db:/out"));
    environment.insert("FAIL_MARK", mark);
    return environment;
}

// What programs leave beside the outputs while they write, and about the job itself.
bool isOfTheJob(const QString& name) {
    return name.endsWith(QLatin1String(".jsonl")) || name.endsWith(QLatin1String("crashes.txt")) ||
           name.endsWith(QLatin1String(".tessera-part"));
}

// What is there of a job whose third scan is set aside, without what tells of it.
Files withoutPoison(Files files) {
    for (const char* name : {"tessera-report.jsonl", "scan-2.png.txt", "scan-2.png.json"}) {
        files.remove(QLatin1String(name));
    }
    return files;
}

// The first output that is not whole; empty when all are.
QString cutOff(const Files& left, const Files& expected) {
    for (auto file = left.cbegin(); file != left.cend(); ++file) {
        if (!isOfTheJob(file.key()) && file.value() != expected.value(file.key())) {
            return file.key();
        }
    }
    return {};
}

} // namespace

class BulkSurvivesTest final : public QObject {
    Q_OBJECT

private slots:
    void kills();
    void killsAtEachOperation();
    void faults_data();
    void faults();
    void goesOnWhenThereIsRoom_data();
    void goesOnWhenThereIsRoom();
    void fullDisk_data();
    void fullDisk();
    void fullDiskWithRoomLater();
    void setsAsideWhatEndsTheProgram_data();
    void setsAsideWhatEndsTheProgram();
    void setsAsideWhatTakesAllMemory();
    void twoOfTheSameAtOnce();
    void memoryStaysFlat();
};

// Killed at any moment and started again: nothing is lost, nothing doubled, of a page in hand at
// most one reading is repeated, and what comes out is what an undisturbed run makes.
void BulkSurvivesTest::kills() {
    constexpr int kScans = 60;
    const Files expected = undisturbed(kScans);
    QVERIFY(!expected.isEmpty());
    const quint32 seed = QRandomGenerator::system()->generate();
    QRandomGenerator random(seed);
    for (int kills = 0; kills < runs(100, 2000);) {
        const Job job(kScans, 5);
        int read = 0;
        int killed = 0;
        int mostMs = 400;
        for (bool isDone = false; !isDone;) {
            const auto process = job.start();
            isDone = process->waitForFinished(random.bounded(40, mostMs));
            if (!isDone) {
                process->kill();
                QVERIFY(process->waitForFinished());
                ++killed;
            }
            const int now = int(process->readAllStandardOutput().count("read\n"));
            read += now;
            mostMs = now > 0 ? 400 : 2 * mostMs; // where starting takes long
            QVERIFY2(!isDone || process->exitCode() == 0, process->readAllStandardError());
        }
        const QByteArray context = "seed " + QByteArray::number(seed);
        QVERIFY2(read <= kScans + killed, context);
        QVERIFY2(filesIn(job.out()) == expected, context);
        kills += killed;
    }
}

// Killed before every write, sync, rename, link, truncation and removal in its turn: every file is
// whole or not there, at most the page in hand is read again, and the end is that of an undisturbed
// run.
void BulkSurvivesTest::killsAtEachOperation() {
    constexpr int kScans = 5;
    const Files expected = undisturbed(kScans);
    QVERIFY(!expected.isEmpty());
    const int step = runs(11, 1);
    int kills = 0;
    for (int operation = 1;; operation += step) {
        const Job job(kScans, 0);
        const QTemporaryDir marks;
        const QString mark = marks.filePath("killed");
        const auto process = job.start(failingAt(operation, 0, mark));
        QVERIFY(process->waitForFinished(120'000));
        const QByteArray context = "operation " + QByteArray::number(operation);
        if (!QFile::exists(mark)) {
            QVERIFY2(process->exitCode() == 0, context);
            break; // there are no more operations
        }
        QVERIFY2(process->exitStatus() == QProcess::CrashExit, context);
        ++kills;
        QVERIFY2(cutOff(filesIn(job.out()), expected).isEmpty(), context);
        const int readBefore = int(process->readAllStandardOutput().count("read\n"));
        const int readAfter = job.finish();
        QVERIFY2(readAfter >= 0 && readBefore + readAfter <= kScans + 1, context);
        QVERIFY2(filesIn(job.out()) == expected, context);
    }
    qInfo("%d kills", kills);
    QVERIFY(kills * step > 50);
}

void BulkSurvivesTest::faults_data() {
    QTest::addColumn<int>("error");
    QTest::addColumn<bool>("sticky");
    QTest::newRow("I/O error, once") << EIO << false;
    QTest::newRow("disk full, from then on") << ENOSPC << true;
    QTest::newRow("read only, from then on") << EROFS << true;
}

// Each operation that changes an output or the library fails in its turn: the job ends in an
// orderly way, every file is whole or not there, and the next run brings the rest.
void BulkSurvivesTest::faults() {
    QFETCH(const int, error);
    QFETCH(const bool, sticky);
    constexpr int kScans = 2;
    const Files expected = undisturbed(kScans);
    QVERIFY(!expected.isEmpty());
    const int step = runs(9, 1);
    for (int operation = 1;; operation += step) {
        const Job job(kScans, 0);
        const QTemporaryDir marks;
        const QString mark = marks.filePath("failed");
        QProcessEnvironment environment = failingAt(operation, error, mark);
        if (sticky) {
            environment.insert("FAIL_STICKY", QStringLiteral("1"));
        }
        const auto process = job.start(environment);
        QVERIFY(process->waitForFinished(120'000));
        const QByteArray context = "operation " + QByteArray::number(operation) + ", ended with " +
                                   QByteArray::number(process->exitCode()) + ": " +
                                   process->readAllStandardError();
        QVERIFY2(process->exitStatus() == QProcess::NormalExit, context);
        QVERIFY2(process->exitCode() == 0 || process->exitCode() == 20 || process->exitCode() == 75,
                 context);
        QVERIFY2(cutOff(filesIn(job.out()), expected).isEmpty(), context);
        QVERIFY2(job.finish() >= 0, context);
        QVERIFY2(filesIn(job.out()) == expected, context);
        if (!QFile::exists(mark)) {
            QVERIFY(operation > 10);
            return; // there are no more operations
        }
    }
}

void BulkSurvivesTest::goesOnWhenThereIsRoom_data() {
    QTest::addColumn<int>("error");
    QTest::newRow("disk full") << ENOSPC;
    QTest::newRow("quota") << EDQUOT;
}

// At each operation on the outputs in its turn there is no room, for a while: the job waits and
// makes what an undisturbed run makes, without reading a page again.
void BulkSurvivesTest::goesOnWhenThereIsRoom() {
    QFETCH(const int, error);
    constexpr int kScans = 2;
    const Files expected = undisturbed(kScans);
    QVERIFY(!expected.isEmpty());
    const int step = runs(9, 1);
    int waits = 0;
    for (int operation = 1;; operation += step) {
        const Job job(kScans, 0);
        const QTemporaryDir marks;
        const QString mark = marks.filePath("failed");
        QProcessEnvironment environment = failingAt(operation, error, mark);
        environment.insert("FAIL_PATHS", QStringLiteral("/out"));
        environment.insert("FAIL_TIMES", QString::number(1 + operation % 7));
        environment.insert("PROBE_LOOKS", QStringLiteral("1000"));
        const auto process = job.start(environment);
        QVERIFY(process->waitForFinished(120'000));
        const QByteArray context = "operation " + QByteArray::number(operation) + ", ended with " +
                                   QByteArray::number(process->exitCode()) + ": " +
                                   process->readAllStandardError();
        QVERIFY2(process->exitStatus() == QProcess::NormalExit && process->exitCode() == 0,
                 context);
        const QByteArray said = process->readAllStandardOutput();
        QCOMPARE(said.count("full\n"), said.count("room\n"));
        QCOMPARE(said.count("read\n"), kScans);
        waits += int(said.count("full\n"));
        auto left = filesIn(job.out());
        left.removeIf([](auto file) {
            return file.key().endsWith(QLatin1String("-part")) ||
                   file.key() == QLatin1String("tessera-crashes.txt");
        });
        QVERIFY2(left == expected, context); // but for what could not be removed
        QCOMPARE(job.finish(), 0);           // all that was read is in the library
        QVERIFY2(filesIn(job.out()) == expected, context);
        if (!QFile::exists(mark)) {
            break; // there are no more operations
        }
    }
    qInfo("%d waits", waits);
    QVERIFY(waits * step > 10);
}

void BulkSurvivesTest::fullDisk_data() {
    QTest::addColumn<int>("kilobytes");
    QTest::addColumn<bool>("withLibrary");
    QTest::newRow("outputs, nearly at once") << 40 << false;
    QTest::newRow("outputs, half way") << 160 << false;
    QTest::newRow("outputs and library") << 700 << true;
}

// When nobody makes room the job ends with its own code, nothing is cut off, and when there is room
// again it goes on where it was.
void BulkSurvivesTest::fullDisk() {
    QFETCH(const int, kilobytes);
    QFETCH(const bool, withLibrary);
    const SmallDrive drive(kilobytes);
    if (!drive.isThere()) {
        QSKIP("a small drive can only be mounted by root");
    }
    constexpr int kScans = 60;
    const Files expected = undisturbed(kScans);
    QVERIFY(!expected.isEmpty());
    Job job(kScans, 0);
    job.setOut(drive.path() + "/out");
    if (withLibrary) {
        job.setLibrary(drive.path() + "/library");
    }
    const auto process = job.start(looking(3));
    QVERIFY(process->waitForFinished(120'000));
    QCOMPARE(process->exitStatus(), QProcess::NormalExit);
    const QByteArray said = process->readAllStandardError();
    QVERIFY2(process->exitCode() == 75, said);
    QVERIFY2(said.contains("No space left on device") || said.contains("disk is full"), said);
    const int readBefore = int(process->readAllStandardOutput().count("read\n"));
    const auto left = filesIn(job.out());
    for (auto file = left.cbegin(); file != left.cend(); ++file) {
        QVERIFY2(!file.key().endsWith(QLatin1String(".tessera-part")), qPrintable(file.key()));
    }
    const QString cut = cutOff(left, expected);
    QVERIFY2(cut.isEmpty(), qPrintable(cut));
    QVERIFY(drive.grow(100'000));
    const int readAfter = job.finish();
    QVERIFY(readAfter >= 0);
    if (!withLibrary) { // whose own last pages found no room
        QCOMPARE(readBefore + readAfter, kScans);
    }
    QVERIFY(filesIn(job.out()) == expected);
}

// A drive of any size is full at some time, or never: nothing is cut off while the job waits, and
// when the drive has grown the job ends as if nothing had been.
void BulkSurvivesTest::fullDiskWithRoomLater() {
    if (!SmallDrive(40).isThere()) {
        QSKIP("a small drive can only be mounted by root");
    }
    constexpr int kScans = 60;
    const Files expected = undisturbed(kScans);
    QVERIFY(!expected.isEmpty());
    const quint32 seed = QRandomGenerator::system()->generate();
    QRandomGenerator random(seed);
    int waited = 0;
    const int levels = runs(6, 200);
    for (int level = 0; level < levels; ++level) {
        const bool withLibrary = level % 2 == 1;
        const int kilobytes = random.bounded(20, withLibrary ? 1600 : 600);
        const SmallDrive drive(kilobytes);
        Job job(kScans, 0);
        job.setOut(drive.path() + "/out");
        if (withLibrary) {
            job.setLibrary(drive.path() + "/library");
        }
        const auto process = job.start(looking(0));
        const QByteArray context = "seed " + QByteArray::number(seed) + ", level " +
                                   QByteArray::number(level) + ": " +
                                   QByteArray::number(kilobytes) + " KB ";
        QByteArray said;
        while (!said.contains("full\n") && process->waitForReadyRead(120'000)) {
            said += process->readAllStandardOutput();
        }
        if (said.contains("full\n")) {
            ++waited;
            const QString cut = cutOff(filesIn(job.out()), expected);
            QVERIFY2(cut.isEmpty(), context + cut.toUtf8());
            QVERIFY2(drive.grow(100'000), context);
        }
        QVERIFY2(process->state() == QProcess::NotRunning || process->waitForFinished(120'000),
                 context);
        said += process->readAllStandardOutput();
        QVERIFY2(process->exitStatus() == QProcess::NormalExit && process->exitCode() == 0,
                 context + process->readAllStandardError());
        QVERIFY2(said.count("read\n") == kScans, context);
        QVERIFY2(filesIn(job.out()) == expected, context);
        // What just fitted has no room for a second report beside the first.
        QVERIFY2(drive.grow(100'000), context);
        QVERIFY2(job.finish() == 0, context); // all that was read is in the library
    }
    qInfo("%d of %d jobs waited for room", waited, levels);
    QVERIFY(waited > levels / 4);
}

void BulkSurvivesTest::setsAsideWhatEndsTheProgram_data() {
    QTest::addColumn<bool>("deeply");
    QTest::newRow("a bad pointer") << false;
    QTest::newRow("no stack left") << true;
}

// A document that the program dies of: once among others, once alone, then it is set aside and said
// so; all others are done, also those that were in work when it happened.
void BulkSurvivesTest::setsAsideWhatEndsTheProgram() {
    QFETCH(const bool, deeply);
    constexpr int kScans = 20; // more than are in work at a time
    const Files expected = undisturbed(kScans);
    QVERIFY(!expected.isEmpty());
    const Job job(kScans, 0);
    const QString poison = bulk::readingOf(QImage::fromData(bulk::scan(2))).text;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("PROBE_DIES_OF", poison.section(u' ', 1));
    if (deeply) {
        environment.insert("PROBE_DIES_BY", QStringLiteral("stack"));
    }
    const QString report = QStringLiteral("tessera-report.jsonl");
    const QString journal = job.out() + QStringLiteral("/tessera-crashes.txt");
    for (int run = 1; run <= 2; ++run) {
        const auto process = job.start(environment);
        QVERIFY(process->waitForFinished(120'000));
        QCOMPARE(process->exitStatus(), QProcess::CrashExit);
        QVERIFY2(pages::contentOf(journal).endsWith("crash\n"), pages::contentOf(journal));
        QVERIFY(QFile::exists(job.out() + "/scan-18.png.txt") == (run == 2));
    }
    for (int run = 3; run <= 4; ++run) { // it stays aside
        const auto process = job.start(environment);
        QVERIFY(process->waitForFinished(120'000));
        QCOMPARE(process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(process->exitCode(), 20);
        auto left = filesIn(job.out());
        QCOMPARE(left.take("tessera-crashes.txt"), QByteArray("crashed 2 scan-2.png\n"));
        const QByteArray lines = left.take(report);
        QVERIFY2(lines.contains("\"set-aside\"") && lines.contains("tessera-crashes.txt"), lines);
        QCOMPARE(lines.count('\n'), kScans);
        QVERIFY(left == withoutPoison(expected));
    }
    QVERIFY(QFile::remove(journal)); // as the report says
    QCOMPARE(job.finish(), 1);
    QVERIFY(filesIn(job.out()) == expected);
}

namespace {

// A share of the memory for programs that are started in it. Only root can make one.
class SmallMemory {
public:
    explicit SmallMemory(int megabytes) {
        const QString name =
            QStringLiteral("/tessera-test-%1").arg(QCoreApplication::applicationPid());
        const QString root = QStringLiteral("/sys/fs/cgroup");
        const bool isUnified = QFile::exists(root + "/cgroup.controllers");
        m_folder = root + (isUnified ? QString() : QStringLiteral("/memory")) + name;
        const QByteArray bytes = QByteArray::number(qint64{megabytes} << 20);
        m_isThere = QDir().mkdir(m_folder) &&
                    (isUnified ? set("memory.max", bytes) && set("memory.swap.max", "0")
                               : set("memory.limit_in_bytes", bytes));
    }

    ~SmallMemory() { QDir().rmdir(m_folder); }

    SmallMemory(const SmallMemory&) = delete;
    SmallMemory& operator=(const SmallMemory&) = delete;

    bool isThere() const { return m_isThere; }

    bool take(const QProcess& process) const {
        return set("cgroup.procs", QByteArray::number(process.processId()));
    }

private:
    bool set(const char* name, const QByteArray& value) const {
        QFile file(m_folder + u'/' + QLatin1String(name));
        return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) &&
               file.write(value) == value.size();
    }

    QString m_folder;
    bool m_isThere = false;
};

} // namespace

// A document for which the system ends the program: the same, and the report names the reason. What
// is killed by anybody else is not set aside, as often as it may be.
void BulkSurvivesTest::setsAsideWhatTakesAllMemory() {
    const SmallMemory memory(300);
    if (!memory.isThere() || app::MemoryKills::ofSystem().start.isEmpty()) {
        QSKIP("memory can only be made small by root, on a system that counts");
    }
    constexpr int kScans = 20;
    const Files expected = undisturbed(kScans);
    QVERIFY(!expected.isEmpty());
    const Job job(kScans, 10); // long enough to be taken into the small memory first
    const QString poison = bulk::readingOf(QImage::fromData(bulk::scan(2))).text;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("PROBE_DIES_OF", poison.section(u' ', 1));
    environment.insert("PROBE_DIES_BY", QStringLiteral("memory"));
    for (int run = 1; run <= 3; ++run) {
        const auto process = job.start(environment);
        QVERIFY(process->waitForStarted());
        QVERIFY(memory.take(*process));
        QVERIFY(process->waitForFinished(120'000));
        QCOMPARE(process->exitStatus(), run < 3 ? QProcess::CrashExit : QProcess::NormalExit);
        if (run < 3) {
            QCOMPARE(process->exitCode(), SIGKILL);
        }
    }
    auto left = filesIn(job.out());
    QCOMPARE(left.take("tessera-crashes.txt"), QByteArray("starved 2 scan-2.png\n"));
    const QByteArray lines = left.take("tessera-report.jsonl");
    QVERIFY2(lines.contains("\"set-aside\"") && lines.contains("out-of-memory"), lines);
    QVERIFY(left == withoutPoison(expected));
}

// What a scheduler may do: the same job twice at the same time.
void BulkSurvivesTest::twoOfTheSameAtOnce() {
    constexpr int kScans = 30;
    const Files expected = undisturbed(kScans);
    QVERIFY(!expected.isEmpty());
    const Job job(kScans, 2);
    const auto first = job.start();
    const auto second = job.start();
    QVERIFY(first->waitForFinished(120'000) && second->waitForFinished(120'000));
    QVERIFY2(first->exitCode() == 0, first->readAllStandardError());
    QVERIFY2(second->exitCode() == 0, second->readAllStandardError());
    QCOMPARE(filesIn(job.out()), expected);
}

namespace {

qint64 residentKilobytes(qint64 process) {
    QFile file(QStringLiteral("/proc/%1/statm").arg(process));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * 4 : 0;
}

int entriesIn(const QString& folder) {
    return int(
        QDir(folder).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size());
}

} // namespace

// After the first pages, memory, files and threads stay as they are.
void BulkSurvivesTest::memoryStaysFlat() {
    const int scans = runs(600, 5000);
    const Job job(scans, 0);
    const auto process = job.start();
    const QString proc = QStringLiteral("/proc/%1/").arg(process->processId());
    int read = 0;
    qint64 before = 0;
    qint64 after = 0;
    int filesBefore = 0;
    int threadsBefore = 0;
    int mostFiles = 0;
    int mostThreads = 0;
    while (process->waitForReadyRead(60'000)) {
        read += int(process->readAllStandardOutput().count("read\n"));
        if (read < scans / 3) {
            continue;
        }
        if (before == 0) {
            before = residentKilobytes(process->processId());
            filesBefore = entriesIn(proc + "fd");
            threadsBefore = entriesIn(proc + "task");
        }
        if (read < scans - 5) {
            after = std::max(after, residentKilobytes(process->processId()));
            mostFiles = std::max(mostFiles, entriesIn(proc + "fd"));
            mostThreads = std::max(mostThreads, entriesIn(proc + "task"));
        }
    }
    QVERIFY(process->state() == QProcess::NotRunning || process->waitForFinished(60'000));
    QCOMPARE(process->exitCode(), 0);
    const double slope = double(after - before) / (scans - scans / 3.0);
    qInfo("%lld KB, then at most %lld KB: %.2f KB a page", before, after, slope);
    QVERIFY(slope < (scans >= 5000 ? 0.5 : 4)); // few pages show what a cache takes, not a leak
    QVERIFY(mostFiles <= filesBefore + 4);      // of outputs being written
    QVERIFY(mostThreads <= threadsBefore + 1);
    for (const QString& name : filesIn(job.out()).keys()) {
        QVERIFY2(!name.endsWith(QLatin1String("-part")), qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(BulkSurvivesTest)
#include "tst_bulk_survives.moc"

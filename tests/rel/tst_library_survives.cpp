// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/database.h"
#include "app/library/library.h"
#include "app/library/library_file.h"
#include "tests/rel/share.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <memory>
#include <vector>

using namespace app;

namespace {

LibraryOptions at(const QString& folder) {
    return {folder, qint64{1} << 30};
}

QByteArray keyOf(const QByteArray& name, int number) {
    return name + '-' + QByteArray::number(number);
}

// Numbers that a probe has said "made" of.
QVector<int> madeBy(const QByteArray& output) {
    QVector<int> numbers;
    for (const QByteArray& line : output.split('\n')) {
        if (const QList<QByteArray> words = line.split(' ');
            words.size() == 3 && words[0] == "made") {
            numbers.append(words[1].toInt());
        }
    }
    return numbers;
}

std::unique_ptr<QProcess> probe(const QString& folder, const QByteArray& name, int count) {
    auto process = std::make_unique<QProcess>();
    process->start(QStringLiteral(LIBRARY_PROBE),
                   {folder, QString::fromUtf8(name), QString::number(count)});
    return process;
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

// One of the ways in which files go bad.
QByteArray damaged(QByteArray bytes, QRandomGenerator& random) {
    const auto anywhere = [&] {
        return qsizetype(random.bounded(quint32(bytes.size())));
    };
    switch (random.bounded(6)) {
    case 0: // single bits
        for (int i = random.bounded(1, 64); i > 0; --i) {
            const qsizetype at = anywhere();
            bytes[at] = char(bytes[at] ^ (1 << random.bounded(8)));
        }
        break;
    case 1: // cut off
        bytes.truncate(anywhere());
        break;
    case 2: // a hole
        for (qsizetype at = anywhere() & ~qsizetype{4095}, end = qMin(at + 4096, bytes.size());
             at < end; ++at) {
            bytes[at] = 0;
        }
        break;
    case 3: { // a page at another's place
        const qsizetype from = anywhere() & ~qsizetype{4095};
        const qsizetype to = anywhere() & ~qsizetype{4095};
        bytes.replace(to, 4096, bytes.mid(from, 4096));
        break;
    }
    case 4: // rubbish at the start
        for (qsizetype at = 0; at < qMin<qsizetype>(bytes.size(), 200); ++at) {
            bytes[at] = char(random.generate());
        }
        break;
    default: // something behind the end
        bytes.append(QByteArray(random.bounded(1, 9000), char(random.generate())));
    }
    return bytes;
}

} // namespace

class LibrarySurvivesTest final : public QObject {
    Q_OBJECT
private slots:
    void damage_data();
    void damage();
    void kills();
    void manyPrograms();
    void oneProgramReplacesWhatAnotherUses();
    void faults_data();
    void faults();
};

// The same files on every change. The last of each are those that were not made good at first.
void LibrarySurvivesTest::damage_data() {
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("count");
    QTest::newRow("neither check finds what is wrong") << 849840743U << 29;
    QTest::newRow("a column's name") << 202548321U << 391;
    if (runs(0, 1) == 1) {
        QTest::newRow("another table's name") << 3018231406U << 3411;
        QTest::newRow("an option of a table") << 4204419006U << 800;
        QTest::newRow("the format's number") << 2438496332U << 3084;
        QTest::newRow("a free page that is none") << 2098790246U << 7834;
        QTest::newRow("the version's number") << 1654215925U << 5269;
        QTest::newRow("fresh") << QRandomGenerator::system()->generate() << 5000;
    }
}

// Whatever a file has become, the library opens within 5 seconds, keeps and finds, and nothing is
// deleted: what it could not use lies beside it.
void LibrarySurvivesTest::damage() {
    const QTemporaryDir source;
    auto filling = probe(source.path(), "base", 40);
    QVERIFY(filling->waitForFinished(60'000));
    const QByteArray sound = contentOf(LibraryFile::pathIn(source.path()));
    QVERIFY(sound.size() > 50'000);
    QFETCH(const quint32, seed);
    QFETCH(const int, count);
    QRandomGenerator random(seed);
    int replaced = 0;
    for (int run = 0; run < count; ++run) {
        const QTemporaryDir folder;
        const QByteArray bytes = damaged(sound, random);
        write(LibraryFile::pathIn(folder.path()), bytes);
        const QByteArray context =
            "seed " + QByteArray::number(seed) + ", run " + QByteArray::number(run);
        const auto why = [&](const auto& result) {
            return result ? context : context + ": " + result.error().detail.toUtf8();
        };
        QElapsedTimer time;
        time.start();
        Library library(at(folder.path()));
        const auto& opened = library.opened();
        QVERIFY2(opened, why(opened));
        for (int number = 0; number < 40; number += 7) {
            const auto found = library.result(keyOf("base", number));
            QVERIFY2(found, why(found));
        }
        const auto hits = library.search({"searched"});
        QVERIFY2(hits, why(hits));
        const auto kept = library.conversation("base");
        QVERIFY2(kept, why(kept));
        ResultRecord record;
        record.key = "new";
        record.model.hash = "model";
        const auto isKept = library.keep(record).get();
        QVERIFY2(isKept, why(isKept));
        QVERIFY2(*library.result("new"), context);
        QVERIFY2(time.elapsed() < 5000, context);
        const QStringList aside =
            QDir(folder.path()).entryList({QStringLiteral("library.damaged-*.db")});
        replaced += aside.isEmpty() ? 0 : 1;
    }
    QVERIFY(replaced > 0);
}

// What was said to be made is there after a kill at any moment, and the file is sound.
void LibrarySurvivesTest::kills() {
    const QTemporaryDir folder;
    QVector<QByteArray> made;
    for (int run = 0; run < runs(20, 2000); ++run) {
        const QByteArray name = "run" + QByteArray::number(run);
        auto process = probe(folder.path(), name, 100'000);
        QVERIFY(process->waitForStarted());
        process->waitForReadyRead(30'000); // it writes
        QTest::qSleep(QRandomGenerator::global()->bounded(60));
        process->kill();
        QVERIFY(process->waitForFinished());
        for (const int number : madeBy(process->readAllStandardOutput())) {
            made.append(keyOf(name, number));
        }
        Library library(at(folder.path()));
        for (const QByteArray& key : made) {
            const auto found = library.result(key);
            QVERIFY2(found && *found, key);
        }
    }
    QVERIFY(made.size() > runs(20, 2000));
    QVERIFY(QDir(folder.path()).entryList({QStringLiteral("*damaged*")}).isEmpty());
    Database(LibraryFile::pathIn(folder.path()), Database::Access::Read).check();
}

// Nothing lost, nothing twice, nobody turned away.
void LibrarySurvivesTest::manyPrograms() {
    constexpr int kPrograms = 8;
    constexpr qint64 kMostJournalBytes = 100'000'000; // else a question takes longer and longer
    const int count = runs(15, 500);
    const QTemporaryDir folder;
    std::vector<std::unique_ptr<QProcess>> processes;
    for (int i = 0; i < kPrograms; ++i) {
        processes.push_back(probe(folder.path(), "p" + QByteArray::number(i), count));
    }
    const QString journal = LibraryFile::pathIn(folder.path()) + QStringLiteral("-wal");
    for (const auto& process : processes) {
        while (!process->waitForFinished(1000) && process->state() == QProcess::Running) {
            QVERIFY(QFileInfo(journal).size() < kMostJournalBytes);
        }
        QCOMPARE(process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(process->readAllStandardError(), QByteArray());
        QCOMPARE(process->exitCode(), 0);
        QCOMPARE(madeBy(process->readAllStandardOutput()).size(), count);
    }
    Library library(at(folder.path()));
    for (int i = 0; i < kPrograms; ++i) {
        for (int number = 0; number < count; ++number) {
            QVERIFY(*library.result(keyOf("p" + QByteArray::number(i), number)));
        }
    }
    Database file(LibraryFile::pathIn(folder.path()), Database::Access::Read);
    file.check();
    QCOMPARE(file.number("SELECT count(*) FROM results"), kPrograms * count);
    QCOMPARE(file.number("SELECT count(*) FROM passages"), kPrograms * count);
}

void LibrarySurvivesTest::oneProgramReplacesWhatAnotherUses() {
    const QTemporaryDir folder;
    Library one(at(folder.path()));
    Library other(at(folder.path()));
    ResultRecord record;
    record.model.hash = "model";
    record.key = "before";
    QVERIFY(one.keep(record).get());
    QVERIFY(*other.result("before"));
    { // the table's index becomes rubbish under both
        Database look(LibraryFile::pathIn(folder.path()), Database::Access::Write);
        look.checkpoint();
        const qint64 root = look.number(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_results_1'");
        QFile file(LibraryFile::pathIn(folder.path()));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((root - 1) * 4096));
        file.write(QByteArray(4096, '\xee'));
    }
    record.key = "after";
    QVERIFY(one.keep(record).get());
    record.key = "other after";
    QVERIFY(other.keep(record).get()); // goes into the new file, not into the one moved aside
    QVERIFY(*one.result("other after"));
    QVERIFY(*one.result("after"));
    QVERIFY(*other.result("after"));
}

void LibrarySurvivesTest::faults_data() {
    QTest::addColumn<int>("error");
    QTest::addColumn<bool>("sticky");
    QTest::newRow("disk full, once") << ENOSPC << false;
    QTest::newRow("disk full, from then on") << ENOSPC << true;
    QTest::newRow("input/output error, once") << EIO << false;
    QTest::newRow("read-only, from then on") << EROFS << true;
}

// A write, sync or truncation fails, each in its turn: what was said to be made before is there,
// failures have their name, and afterwards the library works.
void LibrarySurvivesTest::faults() {
    QFETCH(int, error);
    QFETCH(bool, sticky);
    const int stride = runs(5, 1);
    for (int operation = 1 + QRandomGenerator::global()->bounded(stride);; operation += stride) {
        const QTemporaryDir folder;
        const QString mark = folder.filePath(QStringLiteral("mark"));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(FAILING_FILES));
        environment.insert(QStringLiteral("FAIL_PATHS"), QStringLiteral("library.db"));
        environment.insert(QStringLiteral("FAIL_AT"), QString::number(operation));
        environment.insert(QStringLiteral("FAIL_ERRNO"), QString::number(error));
        environment.insert(QStringLiteral("FAIL_MARK"), mark);
        if (sticky) {
            environment.insert(QStringLiteral("FAIL_STICKY"), QStringLiteral("1"));
        }
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(LIBRARY_PROBE),
                      {folder.path(), QStringLiteral("f"), QStringLiteral("4")});
        QVERIFY(process.waitForFinished(60'000));
        const QByteArray context =
            "operation " + QByteArray::number(operation) + ": " + process.readAllStandardError();
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, context);
        const QVector<int> made = madeBy(process.readAllStandardOutput());
        Library library(at(folder.path()));
        QVERIFY2(library.opened(), context);
        for (const int number : made) {
            const auto found = library.result(keyOf("f", number));
            QVERIFY2(found && *found, context);
        }
        ResultRecord record;
        record.key = "new";
        record.model.hash = "model";
        QVERIFY2(library.keep(record).get(), context);
        if (!QFile::exists(mark)) {
            QCOMPARE(made.size(), 4); // beyond the last operation
            return;
        }
    }
}

QTEST_GUILESS_MAIN(LibrarySurvivesTest)
#include "tst_library_survives.moc"

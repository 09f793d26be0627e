// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files that come to their place whole or not at all.
#include "app/files/file_writer.h"
#include "tests/app/pages.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

using namespace app;
using pages::contentOf;

namespace {

QStringList namesIn(const QString& folder) {
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

// The longest file that this process may write: what a full disk looks like.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }

    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

} // namespace

class FileWriterTest final : public QObject {
    Q_OBJECT

private slots:
    void writesAFile();
    void replacesOnlyWhenTold();
    void replacesALinkNotItsTarget();
    void leavesNothingBehindOnAFullDisk_data();
    void leavesNothingBehindOnAFullDisk();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void takesLongNames();
    void removesWhatKilledProgramsLeft();
};

void FileWriterTest::writesAFile() {
    const QTemporaryDir dir;
    const QByteArray bytes(3'000'000, 'x');
    QVERIFY(writeFile(dir.filePath("a.pdf"), bytes, Existing::Refuse));
    QCOMPARE(contentOf(dir.filePath("a.pdf")), bytes);
    QVERIFY(writeFile(dir.filePath("empty"), {}, Existing::Refuse));
    QCOMPARE(namesIn(dir.path()), (QStringList{"a.pdf", "empty"}));
    QVERIFY(QFile::permissions(dir.filePath("a.pdf")).testFlag(QFile::ReadOwner));
}

void FileWriterTest::replacesOnlyWhenTold() {
    const QTemporaryDir dir;
    const QString path = dir.filePath("a.txt");
    QVERIFY(writeFile(path, "first", Existing::Refuse));
    const Result<void> refused = writeFile(path, "second", Existing::Refuse);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, FailureCode::FileExists);
    QCOMPARE(refused.error().subject, path);
    QCOMPARE(contentOf(path), QByteArray("first"));
    QVERIFY(writeFile(path, "second", Existing::Replace));
    QCOMPARE(contentOf(path), QByteArray("second"));
    QCOMPARE(namesIn(dir.path()), QStringList{"a.txt"});
}

void FileWriterTest::replacesALinkNotItsTarget() {
    const QTemporaryDir dir;
    QVERIFY(writeFile(dir.filePath("target"), "precious", Existing::Refuse));
    QVERIFY(QFile::link(dir.filePath("target"), dir.filePath("link")));
    QVERIFY(!writeFile(dir.filePath("link"), "new", Existing::Refuse));
    QVERIFY(writeFile(dir.filePath("link"), "new", Existing::Replace));
    QCOMPARE(contentOf(dir.filePath("target")), QByteArray("precious"));
    QCOMPARE(contentOf(dir.filePath("link")), QByteArray("new"));
    QVERIFY(QFile::symLinkTarget(dir.filePath("link")).isEmpty());
    // Also one that leads nowhere.
    QVERIFY(QFile::link(dir.filePath("nowhere"), dir.filePath("dangling")));
    QVERIFY(!writeFile(dir.filePath("dangling"), "new", Existing::Refuse));
    QVERIFY(!QFile::exists(dir.filePath("nowhere")));
}

void FileWriterTest::leavesNothingBehindOnAFullDisk_data() {
    QTest::addColumn<bool>("there");
    QTest::addRow("new") << false;
    QTest::addRow("over another") << true;
}

void FileWriterTest::leavesNothingBehindOnAFullDisk() {
    QFETCH(bool, there);
    const QTemporaryDir dir;
    const QString path = dir.filePath("a.txt");
    if (there) {
        QVERIFY(writeFile(path, "before", Existing::Refuse));
    }
    Result<void> written;
    {
        const FileSizeLimit limit(1000);
        written = writeFile(path, QByteArray(5000, 'x'), Existing::Replace);
    }
    QVERIFY(!written);
    QCOMPARE(written.error().code, FailureCode::WriteFailed);
    QVERIFY(!written.error().detail.isEmpty());
    QCOMPARE(namesIn(dir.path()), there ? QStringList{"a.txt"} : QStringList());
    QCOMPARE(contentOf(path), there ? QByteArray("before") : QByteArray("NOT THERE"));
}

void FileWriterTest::namesWhatIsWrong_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<FailureCode>("code");
    QTest::addRow("no folder") << "missing/a.txt" << FailureCode::FileNotFound;
    QTest::addRow("folder is a file") << "file/a.txt" << FailureCode::FileNotFound;
    QTest::addRow("is a folder") << "folder" << FailureCode::FileAccess;
    QTest::addRow("ends as a folder") << "folder/" << FailureCode::FileAccess;
    QTest::addRow("name too long") << QString(300, u'x') << FailureCode::FileAccess;
}

void FileWriterTest::namesWhatIsWrong() {
    QFETCH(QString, name);
    QFETCH(FailureCode, code);
    const QTemporaryDir dir;
    QVERIFY(writeFile(dir.filePath("file"), "x", Existing::Refuse));
    QVERIFY(QDir(dir.path()).mkdir("folder"));
    const Result<void> written = writeFile(dir.filePath(name), "x", Existing::Replace);
    QVERIFY(!written);
    QCOMPARE(written.error().code, code);
    QCOMPARE(namesIn(dir.path()), (QStringList{"file", "folder"}));
    QCOMPARE(namesIn(dir.filePath("folder")), QStringList());
}

void FileWriterTest::takesLongNames() {
    const QTemporaryDir dir;
    const QString path = dir.filePath(QString(255, u'x'));
    QVERIFY(writeFile(path, "long", Existing::Refuse));
    QCOMPARE(contentOf(path), QByteArray("long"));
}

void FileWriterTest::removesWhatKilledProgramsLeft() {
    const QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkdir("below"));
    const auto make = [&](const QString& name) {
        QFile file(dir.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    };
    make("a.pdf");
    make(".a.pdf.x1.tessera-part");
    make("below/.b.txt.x2.tessera-part");
    make(".other.part");
    make(".being-written.x3.tessera-part");
    const int writer = ::open(QFile::encodeName(dir.filePath(".being-written.x3.tessera-part")),
                              O_WRONLY | O_CLOEXEC);
    QVERIFY(writer >= 0 && ::flock(writer, LOCK_EX) == 0);
    removeLeftovers(dir.path());
    ::close(writer);
    QCOMPARE(namesIn(dir.path()),
             (QStringList{".being-written.x3.tessera-part", ".other.part", "a.pdf", "below"}));
    QCOMPARE(namesIn(dir.filePath("below")), QStringList());
}

QTEST_GUILESS_MAIN(FileWriterTest)
#include "tst_file_writer.moc"

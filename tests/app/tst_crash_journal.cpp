// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the journal of a job says about documents after runs that did not end by themselves.
#include "app/bulk/crash_journal.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace app;

class CrashJournalTest final : public QObject {
    Q_OBJECT

private slots:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void knowsTheSystemsCount();
    void aKillSaysNothing();
    void lackOfMemoryCountsForWhatWasInWork();
    void setsAsideAtTheSecondTime();
    void otherSystemsSayNothing_data();
    void otherSystemsSayNothing();
    void whatGoesOnIsNotToBlame();
    void whatEndsIsNotToBlame();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("crashes.txt")); }

    // A run which is killed: what it has written stays as it is.
    void killed(const MemoryKills& before, const std::function<void(CrashJournal&)>& work) {
        QByteArray left;
        {
            CrashJournal journal(path(), before);
            work(journal);
            QFile file(path());
            QVERIFY(file.open(QIODevice::ReadOnly));
            left = file.readAll();
        }
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(left);
    }

    static MemoryKills kills(qint64 count) { return {QByteArrayLiteral("this"), count}; }

    static void beginBoth(CrashJournal& journal) {
        journal.begin(QStringLiteral("a b.pdf"));
        journal.begin(QStringLiteral("more/ü.pdf"));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void CrashJournalTest::knowsTheSystemsCount() {
    const MemoryKills now = MemoryKills::ofSystem();
    if (now.start.isEmpty()) {
        QSKIP("this system does not count");
    }
    QVERIFY(now.count >= 0);
    QCOMPARE(MemoryKills::ofSystem().start, now.start);
}

void CrashJournalTest::aKillSaysNothing() {
    for (int run = 0; run < 5; ++run) {
        killed(kills(3), beginBoth);
    }
    const CrashJournal journal(path(), kills(3));
    QCOMPARE(journal.crashesOf(QStringLiteral("a b.pdf")), 0);
}

void CrashJournalTest::lackOfMemoryCountsForWhatWasInWork() {
    killed(kills(3), [](CrashJournal& journal) {
        beginBoth(journal);
        journal.end(QStringLiteral("a b.pdf"));
    });
    {
        const CrashJournal journal(path(), kills(4));
        QCOMPARE(journal.crashesOf(QStringLiteral("a b.pdf")), 0);
        QCOMPARE(journal.crashesOf(QStringLiteral("more/ü.pdf")), 1);
        QVERIFY(!journal.isSetAside(QStringLiteral("more/ü.pdf")));
    }
    const CrashJournal journal(path(), kills(9)); // the run between has ended by itself
    QCOMPARE(journal.crashesOf(QStringLiteral("more/ü.pdf")), 1);
}

void CrashJournalTest::setsAsideAtTheSecondTime() {
    killed(kills(0), beginBoth);
    killed(kills(1), beginBoth);
    const CrashJournal journal(path(), kills(2));
    QVERIFY(journal.isSetAside(QStringLiteral("a b.pdf")));
    const Failure why =
        journal.whySetAside(QStringLiteral("a b.pdf"), QStringLiteral("/in/a b.pdf"));
    QCOMPARE(why.code, FailureCode::OutOfMemory);
    QCOMPARE(why.subject, QStringLiteral("/in/a b.pdf"));
    QVERIFY2(why.detail.contains(QStringLiteral("2 times")), qPrintable(why.detail));
    QVERIFY2(why.detail.contains(QStringLiteral("remove crashes.txt")), qPrintable(why.detail));
}

void CrashJournalTest::otherSystemsSayNothing_data() {
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("another machine") << QByteArray("that");
    QTest::newRow("not known") << QByteArray();
}

void CrashJournalTest::otherSystemsSayNothing() {
    QFETCH(const QByteArray, start);
    killed({start, 0}, beginBoth);
    killed(kills(5), beginBoth);
    const CrashJournal journal(path(), {start, 9});
    QCOMPARE(journal.crashesOf(QStringLiteral("a b.pdf")), 0);
}

// A document of many pages on a machine with little memory gets on with each run.
void CrashJournalTest::whatGoesOnIsNotToBlame() {
    const QString document = QStringLiteral("a b.pdf");
    for (int run = 0; run < 5; ++run) {
        killed(kills(run), [&](CrashJournal& journal) {
            journal.begin(document);
            journal.advance(document);
        });
    }
    {
        const CrashJournal journal(path(), kills(5));
        QCOMPARE(journal.crashesOf(document), 1);
    }
    killed(kills(5), [&](CrashJournal& journal) { journal.begin(document); });
    const CrashJournal journal(path(), kills(6));
    QVERIFY(journal.isSetAside(document));
}

void CrashJournalTest::whatEndsIsNotToBlame() {
    killed(kills(0), beginBoth);
    killed(kills(1), [](CrashJournal& journal) {
        beginBoth(journal);
        journal.end(QStringLiteral("a b.pdf"));
    });
    const CrashJournal journal(path(), kills(2));
    QCOMPARE(journal.crashesOf(QStringLiteral("a b.pdf")), 0);
    QVERIFY(journal.isSetAside(QStringLiteral("more/ü.pdf")));
}

QTEST_GUILESS_MAIN(CrashJournalTest)
#include "tst_crash_journal.moc"

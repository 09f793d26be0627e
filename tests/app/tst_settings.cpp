// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace app;

namespace {

const Setting<int> kThreads{"devices/threads", 0};
const Setting<QStringList> kRecent{"documents/recent", {}};
const Setting<QByteArray> kSplitter{"window/splitter", {}};
const Setting<double> kZoom{"window/zoom", 1.0};

} // namespace

class SettingsTest final : public QObject {
    Q_OBJECT
private slots:
    void init();
    void keepsWhatWasChosen();
    void forgetsWhatIsTheDefault();
    void takesTheDefaultForNonsense();
    void sharesTheFile();
    void movesADamagedFileAside();
    void saysWhenItCannotWrite();
    void standsInTheConfigFolder();

private:
    QString file() const { return m_dir->filePath(QStringLiteral("tessera/tessera.ini")); }

    QByteArray written() const;
    std::unique_ptr<QTemporaryDir> m_dir;
};

void SettingsTest::init() {
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("tessera")));
}

QByteArray SettingsTest::written() const {
    QFile ini(file());
    return ini.open(QIODevice::ReadOnly) ? ini.readAll() : QByteArray();
}

void SettingsTest::keepsWhatWasChosen() {
    const QStringList recent{QStringLiteral("/a, b.pdf"), QStringLiteral("/ü 中.pdf")};
    {
        Settings settings(file());
        QCOMPARE(settings.value(kThreads), 0);
        settings.set(kThreads, 3);
        settings.set(kRecent, recent);
        settings.set(kSplitter, QByteArray("\0\xff\n;", 4));
        settings.set(kZoom, 1.25);
    }
    const Settings settings(file());
    QCOMPARE(settings.value(kThreads), 3);
    QCOMPARE(settings.value(kRecent), recent);
    QCOMPARE(settings.value(kSplitter), QByteArray("\0\xff\n;", 4));
    QCOMPARE(settings.value(kZoom), 1.25);
    QVERIFY(!settings.damage());
}

void SettingsTest::forgetsWhatIsTheDefault() {
    Settings settings(file());
    settings.set(kThreads, 3);
    settings.set(kThreads, 0);
    QVERIFY(settings.sync());
    QVERIFY(!written().contains("threads"));
}

void SettingsTest::takesTheDefaultForNonsense() {
    QFile ini(file());
    QVERIFY(ini.open(QIODevice::WriteOnly));
    ini.write("[devices]\nthreads=many\n[window]\nzoom=wide\n");
    ini.close();
    const Settings settings(file());
    QCOMPARE(settings.value(kThreads), 0);
    QCOMPARE(settings.value(kZoom), 1.0);
}

void SettingsTest::sharesTheFile() {
    Settings one(file());
    Settings other(file());
    one.set(kThreads, 2);
    other.set(kZoom, 2.0);
    QVERIFY(one.sync());
    QVERIFY(other.sync());
    QVERIFY(one.sync());
    QCOMPARE(one.value(kZoom), 2.0);
    QCOMPARE(other.value(kThreads), 2);
}

void SettingsTest::movesADamagedFileAside() {
    const QByteArray damaged = "[devices]\nthreads=3\nno key and no value\n";
    QFile ini(file());
    QVERIFY(ini.open(QIODevice::WriteOnly));
    ini.write(damaged);
    ini.close();
    Settings settings(file());
    QVERIFY(settings.damage());
    QCOMPARE(settings.damage()->code, FailureCode::SettingsDamaged);
    QCOMPARE(settings.value(kThreads), 0);
    settings.set(kThreads, 4);
    QVERIFY(settings.sync());
    const QDir folder = QFileInfo(file()).dir();
    const QStringList aside = folder.entryList({QStringLiteral("*.damaged-*")}, QDir::Files);
    QCOMPARE(aside.size(), 1);
    QFile kept(folder.filePath(aside.first()));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), damaged);
    QCOMPARE(settings.damage()->subject, folder.filePath(aside.first()));
    QCOMPARE(Settings(file()).value(kThreads), 4);
}

void SettingsTest::saysWhenItCannotWrite() {
    Settings settings(QStringLiteral("/proc/tessera/tessera.ini"));
    settings.set(kThreads, 2);
    const auto kept = settings.sync();
    QVERIFY(!kept);
    QCOMPARE(kept.error().code, FailureCode::FileAccess);
    QVERIFY(kept.error().subject.contains(QStringLiteral("/proc/tessera")));
    QCOMPARE(settings.value(kThreads), 2); // for this run
}

void SettingsTest::standsInTheConfigFolder() {
    QVERIFY(Settings::standardFile().endsWith(QStringLiteral("/tessera/tessera.ini")));
    const QByteArray before = qgetenv("XDG_CONFIG_HOME");
    qputenv("XDG_CONFIG_HOME", m_dir->path().toUtf8());
    QCOMPARE(Settings::standardFile(), m_dir->path() + QStringLiteral("/tessera/tessera.ini"));
    before.isEmpty() ? (void)qunsetenv("XDG_CONFIG_HOME")
                     : (void)qputenv("XDG_CONFIG_HOME", before);
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"

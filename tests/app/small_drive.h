// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A drive of a few kilobytes, for tests of what happens when it is full. Only root can have one.
#pragma once

#include <QProcess>
#include <QTemporaryDir>

// A drive of so many kilobytes; gone with it.
class SmallDrive {
public:
    explicit SmallDrive(int kilobytes) {
        m_mounted = mount({"-t", "tmpfs", "-o", sizeOption(kilobytes), "tessera-test", path()});
    }

    ~SmallDrive() {
        if (m_mounted) {
            QProcess::execute("umount", {path()});
        }
    }

    SmallDrive(const SmallDrive&) = delete;
    SmallDrive& operator=(const SmallDrive&) = delete;

    bool isThere() const { return m_mounted; }

    QString path() const { return m_dir.path(); }

    bool grow(int kilobytes) const {
        return mount({"-o", "remount," + sizeOption(kilobytes), path()});
    }

private:
    static QString sizeOption(int kilobytes) { return QStringLiteral("size=%1k").arg(kilobytes); }

    static bool mount(const QStringList& arguments) {
        QProcess process;
        process.start("mount", arguments);
        return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit &&
               process.exitCode() == 0;
    }

    QTemporaryDir m_dir;
    bool m_mounted = false;
};

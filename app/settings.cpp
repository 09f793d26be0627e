// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include <QDateTime>
#include <QFile>
#include <QStandardPaths>

namespace app {

namespace {

std::unique_ptr<QSettings> opened(const QString& file) {
    return std::make_unique<QSettings>(file, QSettings::IniFormat);
}

QString asideName(const QString& file) {
    return QStringLiteral("%1.damaged-%2")
        .arg(file, QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-hhmmss-zzz")));
}

} // namespace

QString Settings::standardFile() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/tessera/tessera.ini");
}

Settings::Settings(const QString& file)
    : m_file(opened(file)) {
    m_file->allKeys(); // reads the file, and says then whether it could
    if (m_file->status() != QSettings::FormatError) {
        return;
    }
    m_file.reset(); // before its destructor could write over what is there
    const QString aside = asideName(file);
    const bool moved = QFile::rename(file, aside);
    m_damage = Failure{FailureCode::SettingsDamaged, moved ? aside : file,
                       moved ? QStringLiteral("the settings in %1 were damaged").arg(file)
                             : QStringLiteral("the settings are damaged and could not be moved "
                                              "aside; choices are not kept until the file is "
                                              "gone")};
    m_file = opened(file);
}

Result<void> Settings::sync() {
    m_file->sync();
    if (m_file->status() == QSettings::NoError) {
        return {};
    }
    return failure(FailureCode::FileAccess, m_file->fileName(),
                   QStringLiteral("the settings cannot be written; is there room, and permission "
                                  "to write in that folder?"));
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Settings: what the user chose and where he left off, kept between runs in one file,
// $XDG_CONFIG_HOME/tessera/tessera.ini. A key names its type and its default once and for all; it
// is declared beside the code that uses it. What cannot be read is its default again, never an
// error; a damaged file is moved aside and reported. Several windows and programs may share the
// file: each reads what the others wrote when it starts. GUI thread.
#pragma once

#include "app/result.h"

#include <QSettings>
#include <QVariant>

#include <memory>
#include <optional>

namespace app {

template <typename T>
struct Setting {
    const char* key; // "group/name"
    T fallback{};
};

class Settings {
public:
    static QString standardFile();

    explicit Settings(const QString& file = standardFile());

    template <typename T>
    T value(const Setting<T>& setting) const {
        const QVariant stored = m_file->value(QLatin1StringView(setting.key));
        return stored.isValid() && QVariant(stored).convert(QMetaType::fromType<T>())
                   ? stored.value<T>()
                   : setting.fallback;
    }

    // Kept at once; equal to the fallback: removed, so that a later default takes effect.
    template <typename T>
    void set(const Setting<T>& setting, const T& value) {
        if (value == setting.fallback) {
            m_file->remove(QLatin1StringView(setting.key));
        } else {
            m_file->setValue(QLatin1StringView(setting.key), QVariant::fromValue(value));
        }
    }

    // Writes what is new and reads what others wrote. Fails when the file cannot be written.
    Result<void> sync();

    // The file that was moved aside at the start because it was damaged.
    const std::optional<Failure>& damage() const { return m_damage; }

private:
    std::unique_ptr<QSettings> m_file;
    std::optional<Failure> m_damage;
};

} // namespace app

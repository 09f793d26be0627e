// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Appearance: the look as the user wants it: light, dark or as the system has it; with or without
// motion; in which language. apply() takes what the settings say now, except for the language,
// which the next start takes. GUI thread; the settings must outlive it.
#pragma once

#include "app/settings.h"
#include "ui/system_appearance.h"

#include <QStringList>

class QApplication;

namespace ui {

class TesseraStyle;

namespace appearance {
// "system", "light", "dark"
inline const app::Setting<QString> kScheme{"appearance/scheme", QStringLiteral("system")};
// "system", "off"
inline const app::Setting<QString> kMotion{"appearance/motion", QStringLiteral("system")};
// A locale's name; empty: the system's
inline const app::Setting<QString> kLanguage{"appearance/language", {}};
// What the program speaks: names of locales.
QStringList languages();
// Of those that are there, the first wanted one or another of its language; English if none is.
QString languageFor(const QStringList& wanted, const QStringList& there);
// As its speakers call it.
QString languageName(const QString& language);
} // namespace appearance

class Appearance final : public QObject {
    Q_OBJECT
public:
    // Sets style, palette, font and translations of the program.
    Appearance(QApplication& application, app::Settings& settings);

    void apply();

private:
    void translate(QApplication& application);

    app::Settings& m_settings;
    SystemAppearance m_system;
    TesseraStyle* m_style;
    bool m_systemMotion = true;
};

} // namespace ui

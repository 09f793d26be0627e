// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/appearance.h"

#include "ui/tessera_style.h"

#include <QApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <utility>

namespace ui {

namespace {

const QString kTranslations = QStringLiteral(":/i18n");

} // namespace

QStringList appearance::languages() {
    QStringList names;
    for (const QString& file : QDir(kTranslations).entryList({QStringLiteral("tessera_*.qm")})) {
        names.append(file.mid(8).chopped(3));
    }
    return names;
}

QString appearance::languageFor(const QStringList& wanted, const QStringList& there) {
    for (const QString& each : wanted) {
        const QLocale locale(each);
        if (there.contains(locale.name())) {
            return locale.name();
        }
        for (const QString& name : there) {
            if (QLocale(name).language() == locale.language()) {
                return name;
            }
        }
    }
    return QStringLiteral("en");
}

QString appearance::languageName(const QString& language) {
    const QLocale locale(language);
    // Not "español de España": there is one translation for all of them.
    const QString name = locale.language() == QLocale::English   ? QStringLiteral("English")
                         : locale.language() == QLocale::Spanish ? QStringLiteral("español")
                                                                 : locale.nativeLanguageName();
    return locale.toUpper(name.left(1)) + name.mid(1);
}

Appearance::Appearance(QApplication& application, app::Settings& settings)
    : m_settings(settings)
    , m_style(applyTheme(application, m_system.colorScheme())) {
    translate(application);
    connect(&m_system, &SystemAppearance::colorSchemeChanged, this, &Appearance::apply);
    connect(&m_system, &SystemAppearance::motionChanged, this, [this](bool wanted) {
        m_systemMotion = wanted;
        apply();
    });
    apply();
}

// The texts of the window and of Qt's own dialogs. English has its plural forms there.
void Appearance::translate(QApplication& application) {
    const QString chosen = m_settings.value(appearance::kLanguage);
    if (!chosen.isEmpty()) {
        QLocale::setDefault(QLocale(chosen));
    }
    const QLocale language(
        appearance::languageFor(QLocale().uiLanguages(), appearance::languages()));
    for (const auto& [name, folder] :
         {std::pair{QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)},
          std::pair{QStringLiteral("tessera"), kTranslations}}) {
        auto* translator = new QTranslator(&application);
        if (translator->load(language, name, QStringLiteral("_"), folder)) {
            QApplication::installTranslator(translator);
        }
    }
}

void Appearance::apply() {
    const QString scheme = m_settings.value(appearance::kScheme);
    applyColorScheme(scheme == u"light"  ? ColorScheme::Light
                     : scheme == u"dark" ? ColorScheme::Dark
                                         : m_system.colorScheme());
    m_style->setMotion(m_systemMotion && m_settings.value(appearance::kMotion) != u"off");
}

} // namespace ui

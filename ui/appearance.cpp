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
    QStringList names{QStringLiteral("en")};
    for (const QString& file : QDir(kTranslations).entryList({QStringLiteral("tessera_*.qm")})) {
        names.append(file.mid(8).chopped(3));
    }
    return names;
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

// The texts of the window and of Qt's own dialogs, where there are some.
void Appearance::translate(QApplication& application) {
    const QString language = m_settings.value(appearance::kLanguage);
    if (!language.isEmpty()) {
        QLocale::setDefault(QLocale(language));
    }
    if (QLocale().language() == QLocale::English) {
        return;
    }
    for (const auto& [name, folder] :
         {std::pair{QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)},
          std::pair{QStringLiteral("tessera"), kTranslations}}) {
        auto* translator = new QTranslator(&application);
        if (translator->load(QLocale(), name, QStringLiteral("_"), folder)) {
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

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program with a window: makes the services and the window, runs.
#include "app/application.h"
#include "ui/command_line.h"
#include "ui/dialogs/dialog_prompts.h"
#include "ui/icons.h"
#include "ui/main_window.h"
#include "ui/system_appearance.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <utility>

namespace {

// The texts of the window and of Qt's own dialogs in the user's language, where there are some.
void translate(QApplication& application) {
    for (const auto& [name, folder] :
         {std::pair{QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)},
          std::pair{QStringLiteral("tessera"), QStringLiteral(":/i18n")}}) {
        auto* translator = new QTranslator(&application);
        if (translator->load(QLocale(), name, QStringLiteral("_"), folder)) {
            QApplication::installTranslator(translator);
        }
    }
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("tessera"));
    QApplication::setApplicationVersion(QStringLiteral(TESSERA_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.tessera.Tessera"));
    translate(application);
    const ui::CommandLine line = ui::readCommandLine(application);

    const ui::SystemAppearance appearance; // before there is a palette of ours
    ui::TesseraStyle* style = ui::applyTheme(application, appearance.colorScheme());
    QObject::connect(&appearance, &ui::SystemAppearance::colorSchemeChanged, ui::applyColorScheme);
    QObject::connect(&appearance, &ui::SystemAppearance::motionChanged, style,
                     &ui::TesseraStyle::setMotion);
    QApplication::setWindowIcon(ui::applicationIcon());

    app::Application services(line.options);
    ui::DialogPrompts prompts;
    ui::MainWindow window(services.analysis(), services.settings(), prompts);
    prompts.setWindow(&window);
    window.show();
    if (line.files.isEmpty()) {
        window.openSample();
    } else {
        window.openPaths(line.files);
    }
    if (const auto model = services.openModel(line.model); !model) {
        window.showNoModel(model.error());
    }
    return QApplication::exec();
}

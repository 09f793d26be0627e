// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program with a window: makes the services and the window, runs.
#include "app/application.h"
#include "app/log.h"
#include "ui/appearance.h"
#include "ui/command_line.h"
#include "ui/dialogs/dialog_prompts.h"
#include "ui/icons.h"
#include "ui/main_window.h"

#include <QApplication>

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("tessera"));
    QApplication::setApplicationVersion(QStringLiteral(TESSERA_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.tessera.Tessera"));
    const ui::CommandLine line = ui::readCommandLine(application);
    app::keepLog();

    app::Application services;
    ui::Appearance appearance(application, services.settings());
    QApplication::setWindowIcon(ui::applicationIcon());
    ui::DialogPrompts prompts;
    ui::MainWindow window(services.analysis(), services.settings(), prompts, services.models());
    prompts.setWindow(&window);
    QObject::connect(&window, &ui::MainWindow::appearanceChanged, &appearance,
                     &ui::Appearance::apply);
    window.useLibrary(services.library(), services.libraryNews());
    window.show();
    if (!line.files.isEmpty()) {
        window.openPaths(line.files);
    } else if (!window.restoreSession()) {
        window.openSample();
    }
    window.startModel(line.model, line.device, line.threads);
    return QApplication::exec();
}

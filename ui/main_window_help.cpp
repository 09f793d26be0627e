// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow's preferences and help.
#include "app/diagnostics.h"
#include "app/log.h"
#include "app/off_thread.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/shortcut_sheet.h"
#include "ui/dialogs/text_dialog.h"
#include "ui/main_window.h"
#include "ui/widgets/message_bar.h"

#include <QClipboard>
#include <QGuiApplication>

namespace ui {

namespace {

QString n(const char* name) {
    return QString::fromLatin1(name);
}

// Dialogs go when they are closed; the window goes on beneath them.
template <typename Dialog>
Dialog* opened(Dialog* dialog) {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
    return dialog;
}

} // namespace

QVector<ActionRow> MainWindow::preferenceRows() {
    return {separatorRow(),
            {n("showPreferences"),
             tr("&Preferences…"),
             {},
             {QKeySequence(Qt::CTRL | Qt::Key_Comma)},
             [this] { showPreferences(PreferencePage::Appearance); },
             tr("Look, reading, devices, storage and shortcuts")}};
}

QVector<ActionRow> MainWindow::helpRows() {
    return {
        {n("showShortcuts"),
         tr("&Keyboard Shortcuts"),
         {},
         {QKeySequence(Qt::CTRL | Qt::Key_Question), QKeySequence(Qt::Key_F1)},
         [this] {
             showShortcuts();
         }},
        {n("showLog"),
         tr("&Log"),
         {},
         {},
         [this] { showLog(); },
         tr("What the program noted since it was started")},
        {n("copyDiagnostics"),
         tr("Copy &Diagnostics"),
         {},
         {},
         [this] { copyDiagnostics(); },
         tr("Copy facts about program, computer and models for a report")},
        separatorRow(),
        {n("about"),
         tr("&About Tessera"),
         {},
         {},
         [this] {
             showAbout();
         }},
    };
}

void MainWindow::showPreferences(PreferencePage page) {
    auto* dialog =
        opened(new PreferencesDialog(m_settings, m_modelLoader, *m_shortcuts, m_prompts, this));
    connect(dialog, &PreferencesDialog::appearanceChanged, this, &MainWindow::appearanceChanged);
    dialog->showPage(page);
}

void MainWindow::showShortcuts() {
    auto* sheet = opened(new ShortcutSheet(m_actions.entries(), this));
    connect(sheet, &ShortcutSheet::changeWanted, this,
            [this] { showPreferences(PreferencePage::Shortcuts); });
}

void MainWindow::showLog() {
    const QString log = app::logText();
    opened(new TextDialog(tr("Log"), log.isEmpty() ? tr("Nothing has been noted yet.") : log,
                          TextDialog::Format::Plain, this));
}

void MainWindow::copyDiagnostics() {
    app::runOffThread(
        this, [catalog = m_modelLoader.catalog()] { return app::diagnose(catalog).text(); },
        [this](const QString& text) {
            QGuiApplication::clipboard()->setText(text);
            m_messages->showMessage(MessageBar::Kind::Note,
                                    tr("The diagnostics are on the clipboard. They name program, "
                                       "computer and models, and nothing of your documents."));
        });
}

void MainWindow::showAbout() {
    opened(new AboutDialog(this));
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/areas/help.h"

#include "app/diagnostics.h"
#include "app/log.h"
#include "app/off_thread.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/shortcut_sheet.h"
#include "ui/dialogs/text_dialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMainWindow>

namespace ui {

namespace {

// Dialogs go when they are closed; the window goes on beneath them.
template <typename Dialog>
Dialog* opened(Dialog* dialog) {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
    return dialog;
}

} // namespace

Help::Help(Workspace& work)
    : m_work(work) {}

QVector<ActionRow> Help::preferenceRows() {
    return {separatorRow(),
            {"showPreferences",
             tr("&Preferences…"),
             {},
             {QKeySequence(Qt::CTRL | Qt::Key_Comma)},
             [this] { showPreferences(PreferencePage::Appearance); },
             tr("Look, reading, devices, storage and shortcuts")}};
}

QVector<ActionRow> Help::helpRows() {
    return {
        {"showShortcuts",
         tr("&Keyboard Shortcuts"),
         {},
         {QKeySequence(Qt::CTRL | Qt::Key_Question), QKeySequence(Qt::Key_F1)},
         [this] {
             showShortcuts();
         }},
        {"showLog",
         tr("&Log"),
         {},
         {},
         [this] { showLog(); },
         tr("What the program noted since it was started")},
        {"copyDiagnostics",
         tr("Copy &Diagnostics"),
         {},
         {},
         [this] { copyDiagnostics(); },
         tr("Copy facts about program, computer and models for a report")},
        separatorRow(),
        {"about",
         tr("&About Tessera"),
         {},
         {},
         [this] {
             showAbout();
         }},
    };
}

void Help::connectActions() {
    m_shortcuts = std::make_unique<Shortcuts>(m_work.actions(), m_work.settings());
}

void Help::showPreferences(PreferencePage page) {
    auto* dialog = opened(new PreferencesDialog(m_work.settings(), m_work.models(), *m_shortcuts,
                                                m_work.prompts(), &m_work.window()));
    connect(dialog, &PreferencesDialog::appearanceChanged, this, &Help::appearanceChanged);
    dialog->showPage(page);
}

void Help::showShortcuts() {
    auto* sheet = opened(new ShortcutSheet(m_work.actions().entries(), &m_work.window()));
    connect(sheet, &ShortcutSheet::changeWanted, this,
            [this] { showPreferences(PreferencePage::Shortcuts); });
}

void Help::showLog() {
    const QString log = app::logText();
    opened(new TextDialog(tr("Log"), log.isEmpty() ? tr("Nothing has been noted yet.") : log,
                          TextDialog::Format::Plain, &m_work.window()));
}

void Help::copyDiagnostics() {
    app::runOffThread(
        this, [catalog = m_work.models().catalog()] { return app::diagnose(catalog).text(); },
        [this](const QString& text) {
            QGuiApplication::clipboard()->setText(text);
            m_work.showNote(tr("The diagnostics are on the clipboard. They name program, "
                               "computer and models, and nothing of your documents."));
        });
}

void Help::showAbout() {
    opened(new AboutDialog(&m_work.window()));
}

} // namespace ui

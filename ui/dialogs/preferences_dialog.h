// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// PreferencesDialog: what a person sets once: look, reading, devices, storage, keys. A choice takes
// effect at once, or says when it will. GUI thread; all that it is given must outlive it.
#pragma once

#include "app/models/model_loader.h"
#include "app/settings.h"
#include "ui/prompts.h"
#include "ui/shortcuts.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QStackedWidget;

namespace ui {

enum class PreferencePage { Appearance, Reading, Devices, Storage, Shortcuts };

class PreferencesDialog final : public QDialog {
    Q_OBJECT
public:
    PreferencesDialog(app::Settings& settings, app::ModelLoader& models, Shortcuts& shortcuts,
                      Prompts& prompts, QWidget* parent);

    void showPage(PreferencePage page);

signals:
    void appearanceChanged();

private:
    void addPage(const QString& title, QWidget* page);
    QWidget* buildAppearance();
    QWidget* buildReading();
    QWidget* buildDevices();
    QWidget* buildStorage();
    QWidget* buildChoice(const char* name, const QString& label,
                         const app::Setting<QString>& setting,
                         const QVector<std::pair<QString, QString>>& choices);
    void chooseModelsFolder(QLabel* shown);

    app::Settings& m_settings;
    app::ModelLoader& m_models;
    Prompts& m_prompts;
    QListWidget* m_pages;
    QStackedWidget* m_stack;
};

} // namespace ui

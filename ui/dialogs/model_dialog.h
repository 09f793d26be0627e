// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ModelDialog: the models on this computer and those that can be downloaded; what each of them is,
// what it needs, and loading one. Folders dropped on it are added to the list. Works on while the
// window behind it is used. GUI thread; loader and prompts must outlive it.
#pragma once

#include "app/models/model_loader.h"
#include "ui/prompts.h"

#include <QDialog>

class QListWidget;
class QStackedWidget;

namespace ui {

class DownloadPanel;
class DownloadRun;
class ModelDetails;

class ModelDialog final : public QDialog {
    Q_OBJECT
public:
    ModelDialog(app::ModelLoader& loader, DownloadRun& download, Prompts& prompts, QWidget* parent);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* buildList();
    void fillList();
    void addFound(const app::FoundModel& model);
    void addRepository(const QString& repository);
    void addUnreadable(const app::Failure& failure);
    void chooseFolder();
    void addFolder(const QString& folder);
    void forgetFolder(const QString& folder);
    void showSelected();
    void select(const QString& key);
    void markLoaded();

    app::ModelLoader& m_loader;
    Prompts& m_prompts;
    QVector<app::FoundModel> m_models;
    QVector<app::Failure> m_unreadable;
    QListWidget* m_list;
    QStackedWidget* m_stack;
    ModelDetails* m_details;
    DownloadPanel* m_download;
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Models: which model is loaded, and the dialog to choose, load and download them. GUI thread; the
// workspace must outlive it.
#pragma once

#include "ui/workspace.h"

#include <QPointer>

namespace ui {

class DownloadRun;
class ModelDialog;

class Models final : public QObject {
    Q_OBJECT
public:
    explicit Models(Workspace& work);
    ~Models() override;

    QVector<ActionRow> rows();
    // Once all actions are there.
    void connectActions();

    // ModelLoader::start; what is wrong with that is said above the page.
    void start(const QString& wish, const QString& device, std::optional<int> threads);
    // What keeps the model from being there; the window is a viewer then.
    void showNone(const app::Failure& failure);

private:
    void showModels();
    void followLoader();
    void take(const app::ModelDescription& model);
    void forget();

    Workspace& m_work;
    std::unique_ptr<DownloadRun> m_download; // once the models have been shown
    QPointer<ModelDialog> m_dialog;
};

} // namespace ui

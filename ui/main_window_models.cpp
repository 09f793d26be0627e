// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow's tools: the models, and which of them is loaded.
#include "ui/ask_panel.h"
#include "ui/dialogs/download_panel.h"
#include "ui/dialogs/model_dialog.h"
#include "ui/main_window.h"
#include "ui/status_line.h"
#include "ui/widgets/message_bar.h"

#include <QFileInfo>

namespace ui {

namespace {

QString n(const char* name) {
    return QString::fromLatin1(name);
}

} // namespace

QVector<ActionRow> MainWindow::toolRows() {
    return {
        {n("showModels"),
         tr("&Models…"),
         {},
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)},
         [this] { showModels(); },
         tr("Choose, load and download models")},
        {n("unloadModelAction"),
         tr("&Unload the Model"),
         {},
         {},
         [this] { m_modelLoader.unload(); },
         tr("Give the memory of the model back")},
    };
}

void MainWindow::connectModels() {
    m_actions[n("unloadModelAction")]->setEnabled(false);
    connect(&m_queue, &app::AnalysisQueue::modelOpened, this, &MainWindow::takeModel);
    connect(&m_queue, &app::AnalysisQueue::modelFailed, this, &MainWindow::showNoModel);
    connect(&m_queue, &app::AnalysisQueue::modelClosed, this, &MainWindow::forgetModel);
    connect(&m_modelLoader, &app::ModelLoader::changed, this, [this] {
        if (m_modelLoader.state() == app::ModelLoader::State::Loading && m_model) {
            forgetModel(); // another one is on its way
            m_status->setModel(tr("Loading the model…"));
        }
        m_actions[n("unloadModelAction")]->setEnabled(m_modelLoader.model().has_value());
        refreshActivity();
    });
}

void MainWindow::startModel(const QString& wish, const QString& device,
                            std::optional<int> threads) {
    const app::Result<app::ModelCard> model = m_modelLoader.start(wish, device, threads);
    if (!model) {
        showNoModel(model.error());
    } else if (m_modelLoader.trouble()) {
        showFailure(*m_modelLoader.trouble());
    }
}

void MainWindow::showModels() {
    if (!m_download) {
        m_download = std::make_unique<DownloadRun>(m_modelLoader.catalog().places().ownFolder);
        connect(m_download.get(), &DownloadRun::finished, this, [this](const QString& folder) {
            m_messages->showMessage(MessageBar::Kind::Note,
                                    tr("“%1” is downloaded. Load it under Tools, Models.")
                                        .arg(QFileInfo(folder).fileName()));
        });
    }
    if (!m_modelDialog) {
        m_modelDialog = new ModelDialog(m_modelLoader, *m_download, m_prompts, this);
        m_modelDialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_modelDialog->show();
    m_modelDialog->raise();
    m_modelDialog->activateWindow();
}

void MainWindow::forgetModel() {
    m_model.reset();
    m_tileSource.setModel(m_model);
    m_panel->clearModel();
    refreshPresets();
    m_status->setModel(tr("No model"));
    updateActions();
    refreshTiles();
}

void MainWindow::showNoModel(const app::Failure& failure) {
    forgetModel();
    showFailure(failure);
}

} // namespace ui

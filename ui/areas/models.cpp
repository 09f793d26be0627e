// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/areas/models.h"

#include "ui/dialogs/download_panel.h"
#include "ui/dialogs/model_dialog.h"
#include "ui/model_texts.h"
#include "ui/status_line.h"

#include <QFileInfo>
#include <QMainWindow>

namespace ui {

namespace {

// "Nano · 4-bit · CPU, 2 threads"
QString statusText(const app::ModelDescription& model) {
    QStringList parts{shortName(model.card)};
    if (model.choice.weights != app::WeightBits::Stored) {
        parts.append(app::weightBitsName(model.choice.weights));
    }
    parts.append(deviceText(model.device));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

Models::Models(Workspace& work)
    : m_work(work) {
    connect(&work.queue(), &app::AnalysisQueue::modelOpened, this, &Models::take);
    connect(&work.queue(), &app::AnalysisQueue::modelFailed, this, &Models::showNone);
    connect(&work.queue(), &app::AnalysisQueue::modelClosed, this, &Models::forget);
    connect(&work.models(), &app::ModelLoader::changed, this, &Models::followLoader);
    work.status().setModel(tr("Loading the model…"));
}

Models::~Models() = default;

QVector<ActionRow> Models::rows() {
    return {
        {"showModels",
         tr("&Models…"),
         {},
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)},
         [this] { showModels(); },
         tr("Choose, load and download models")},
        {"unloadModelAction",
         tr("&Unload the Model"),
         {},
         {},
         [this] { m_work.models().unload(); },
         tr("Give the memory of the model back")},
    };
}

void Models::connectActions() {
    m_work.actions()["unloadModelAction"]->setEnabled(false);
}

void Models::followLoader() {
    if (m_work.models().state() == app::ModelLoader::State::Loading && m_work.model()) {
        forget(); // another one is on its way
        m_work.status().setModel(tr("Loading the model…"));
    }
    m_work.actions()["unloadModelAction"]->setEnabled(m_work.models().model().has_value());
    m_work.noteChange();
}

void Models::start(const QString& wish, const QString& device, std::optional<int> threads) {
    const app::Result<app::ModelCard> model = m_work.models().start(wish, device, threads);
    if (!model) {
        showNone(model.error());
    } else if (m_work.models().trouble()) {
        m_work.showFailure(*m_work.models().trouble());
    }
}

void Models::showModels() {
    if (!m_download) {
        const app::ModelPlaces& places = m_work.models().catalog().places();
        m_download = std::make_unique<DownloadRun>(places.ownFolder, places.hub);
        connect(m_download.get(), &DownloadRun::finished, this, [this](const QString& folder) {
            m_work.showNote(tr("“%1” is downloaded. Load it under Tools, Models.")
                                .arg(QFileInfo(folder).fileName()));
        });
    }
    if (!m_dialog) {
        m_dialog =
            new ModelDialog(m_work.models(), *m_download, m_work.prompts(), &m_work.window());
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void Models::take(const app::ModelDescription& model) {
    m_work.status().setModel(statusText(model));
    m_work.setModel(model);
}

void Models::forget() {
    m_work.status().setModel(tr("No model"));
    m_work.setModel(std::nullopt);
}

void Models::showNone(const app::Failure& failure) {
    forget();
    m_work.showFailure(failure);
}

} // namespace ui

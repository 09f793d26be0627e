// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document_loader.h"

#include "app/off_thread.h"

#include <QFileInfo>

namespace ui {

DocumentLoader::DocumentLoader(Prompts& prompts, QObject* parent)
    : QObject(parent)
    , m_prompts(prompts) {}

void DocumentLoader::open(const QStringList& paths) {
    m_waiting.append(paths);
    if (!m_running && !m_waiting.isEmpty()) {
        m_running = true;
        emit busyChanged(true);
        startNext();
    }
}

void DocumentLoader::startNext() {
    if (m_waiting.isEmpty()) {
        m_running = false;
        emit busyChanged(false);
        return;
    }
    const QString path = m_waiting.takeFirst();
    if (QFileInfo(path).isDir()) {
        openFolder(path);
    } else {
        openFile(path, {}, PasswordTry::First);
    }
}

void DocumentLoader::openFile(const QString& path, const QString& password, PasswordTry which) {
    app::runOffThread(
        this, [path, password] { return app::openDocument(path, password); },
        [this, path, which](const Loaded& document) { take(path, document, which); });
}

void DocumentLoader::openFolder(const QString& folder) {
    app::runOffThread(
        this, [folder] { return app::documentsIn(folder); },
        [this, folder](const app::Result<QStringList>& paths) { takeFolder(folder, paths); });
}

void DocumentLoader::take(const QString& path, const Loaded& document, PasswordTry which) {
    if (!document && document.error().code == app::FailureCode::NeedsPassword) {
        const auto password = m_prompts.askPassword(QFileInfo(path).fileName(), which);
        if (password) {
            openFile(path, *password, PasswordTry::Again);
            return;
        }
    }
    if (document) {
        emit opened(path, *document);
    } else {
        emit failed(document.error());
    }
    startNext();
}

void DocumentLoader::takeFolder(const QString& folder, const app::Result<QStringList>& paths) {
    if (!paths) {
        emit failed(paths.error());
    } else {
        m_waiting = paths->mid(0, kMostOfFolder) + m_waiting;
        if (paths->size() > kMostOfFolder) {
            emit truncated(folder, int(paths->size()));
        }
    }
    startNext();
}

} // namespace ui

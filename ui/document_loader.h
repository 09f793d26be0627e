// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// DocumentLoader: opens files one after another on the thread pool, asks for passwords, and turns a
// folder into the documents in it. GUI thread; no call blocks except where a person is asked.
#pragma once

#include "app/documents/document_opener.h"
#include "ui/prompts.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace ui {

class DocumentLoader final : public QObject {
    Q_OBJECT
public:
    // Of a folder, at most so many are opened; the rest is counted in truncated().
    static constexpr int kMostOfFolder = 20;

    explicit DocumentLoader(Prompts& prompts, QObject* parent = nullptr);

    // Files and folders.
    void open(const QStringList& paths);

    bool isBusy() const { return m_running; }

signals:
    void opened(const QString& path, const std::shared_ptr<const app::Document>& document);
    void failed(const app::Failure& failure);
    void truncated(const QString& folder, int found);
    void busyChanged(bool busy);

private:
    using Loaded = app::Result<std::shared_ptr<const app::Document>>;

    void startNext();
    void openFile(const QString& path, const QString& password, PasswordTry which);
    void openFolder(const QString& folder);
    void take(const QString& path, const Loaded& document, PasswordTry which);
    void takeFolder(const QString& folder, const app::Result<QStringList>& paths);

    Prompts& m_prompts;
    QStringList m_waiting;
    bool m_running = false;
};

} // namespace ui

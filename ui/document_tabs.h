// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// DocumentTabs: the documents that are open, one tab each, and which of them is shown. Whoever
// shows something of a document lets go of it on leaving() and takes the next one on shown(). GUI
// thread; the queue must outlive it.
#pragma once

#include "ui/open_document.h"

#include <QHash>
#include <QTabBar>

#include <vector>

namespace ui {

class DocumentTabs final : public QTabBar {
    Q_OBJECT
public:
    explicit DocumentTabs(app::AnalysisQueue& queue, QWidget* parent = nullptr);
    ~DocumentTabs() override;

    // Null: none is open.
    OpenDocument* current() const;

    const std::vector<std::unique_ptr<OpenDocument>>& all() const { return m_documents; }

    // Where a file will be looked at once it is opened, and on which tab (−1: the last).
    void expect(const QString& path, const ViewPosition& position, int index = -1);
    // Of files that do not come.
    void expectNothing();
    // Shows it; where the file is open already, that one.
    void add(const QString& path, std::shared_ptr<const app::Document> document);
    // False (null): it is not open.
    bool showPath(const QString& path);
    OpenDocument* showContent(const QByteArray& hash);
    void showNext();
    void closeCurrent();
    // Shows nothing any more.
    void closeAll();

signals:
    // About to be shown for the first time.
    void added(ui::OpenDocument& open);
    // Not shown any more; it may go after this.
    void leaving(ui::OpenDocument& open);
    // About to go for good.
    void closing(const ui::OpenDocument& open, int index);
    // Null: the last one was closed.
    void shown(ui::OpenDocument* open);

private:
    struct Expected {
        ViewPosition position;
        int index = -1;
    };

    void leave();
    void show(int index);
    void close(int index);

    app::AnalysisQueue& m_queue;
    std::vector<std::unique_ptr<OpenDocument>> m_documents; // in the order of the tabs
    int m_shown = -1;
    QHash<QString, Expected> m_expected; // by path
};

} // namespace ui

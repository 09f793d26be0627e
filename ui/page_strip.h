// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// PageStrip: the pages of the document as small pictures with their numbers and what is known of
// them; the current one is marked, a click or the arrow keys go to another. Pictures are drawn as
// they come into view. GUI thread.
#pragma once

#include "ui/page_images.h"

#include <QTimer>
#include <QWidget>

class QListView;

namespace ui {

class PageListModel;

// What is known of a page, for its picture in the list.
enum class PageState {
    Plain,
    Working, // a model is at it
    Read,
    Flagged, // reading failed or stopped early
};

class PageStrip final : public QWidget {
    Q_OBJECT
public:
    // The renderer must outlive the strip.
    explicit PageStrip(app::PageRenderer& renderer, QWidget* parent = nullptr);

    void setDocument(std::shared_ptr<const app::Document> document);
    // Of pages that are not plain.
    void setStates(const QHash<int, PageState>& states);
    PageState state(int page) const;
    void setColors(app::PageColors colors);
    // Marks the page and scrolls to it; emits nothing.
    void setCurrentPage(int page);

signals:
    void pageChosen(int page);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void requestImages();

    std::shared_ptr<const app::Document> m_document;
    PageImages m_images;
    PageListModel* m_model;
    QListView* m_list;
    QTimer m_request;
};

} // namespace ui

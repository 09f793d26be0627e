// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// DocumentFind: find in document. Joins the bar, the search and the view: all hits are lit on their
// pages, one is the current one and scrolled to; it goes around at the ends. GUI thread; bar and
// view must outlive it.
#pragma once

#include "app/documents/document_search.h"
#include "ui/page_overlay.h"

#include <QMap>
#include <QTimer>

#include <memory>

namespace ui {

class FindBar;
class PageView;

class DocumentFind final : public QObject, public PageOverlay {
    Q_OBJECT
public:
    DocumentFind(FindBar& bar, PageView& view, QObject* parent = nullptr);
    ~DocumentFind() override;

    // Null: no document.
    void setText(std::shared_ptr<app::DocumentText> text);
    // Looks again: the text of a page has changed.
    void refresh();

    // Opens the bar.
    void open();
    // ±1; opens the bar when there is nothing to go to yet.
    void step(int direction);

    int count() const { return m_count; }

    void paint(QPainter& painter, int page, const PageFrame& frame) const override;

private:
    struct Current {
        int page = -1; // none
        int index = 0; // among the page's hits
    };

    void restart();
    void take(int page, const QVector<app::SearchHit>& hits);
    void finish(const app::SearchOutcome& outcome);
    void forget();
    void goTo(const Current& current);
    Current neighbour(int direction) const;
    // From the top of the view on, else around from the first page.
    void chooseFirst(int page);
    int ordinal() const;
    void showState();

    FindBar& m_bar;
    PageView& m_view;
    std::shared_ptr<app::DocumentText> m_text;
    app::DocumentSearch m_search;
    QMap<int, QVector<app::SearchHit>> m_hits; // by page
    int m_count = 0;
    Current m_current;
    int m_origin = 0; // the page that the search began on
    app::SearchOutcome m_outcome;
    QTimer m_typing; // gathers keystrokes
};

} // namespace ui

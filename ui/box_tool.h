// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// BoxTool: the boxes of a document on its pages, for mouse and keyboard: choose, move, resize,
// draw, name, delete. Sits in front of the page view as an event filter and takes only what
// concerns boxes; changes go through app::Annotations. While it is off, it neither paints nor takes
// anything.
//
// Keys in the page view: Tab and Shift+Tab go from box to box (and on, past the last), arrows move
// by a pixel, with Shift by ten, with Ctrl+Shift they move the lower right corner; Enter or F2
// names, Delete deletes, Escape lets go. While adding, Enter puts a box into the middle of what is
// seen. GUI thread.
#pragma once

#include "app/annotating/annotations.h"
#include "ui/box_geometry.h"
#include "ui/page_view.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <optional>

class QMouseEvent;

namespace ui {

class LabelEdit;

class BoxTool final : public QObject {
    Q_OBJECT
public:
    explicit BoxTool(PageView& pages);

    // Null: off. The annotations must outlive that.
    void setAnnotations(app::Annotations* annotations);

    // 0: none.
    quint64 chosen() const { return m_chosen; }

    void choose(quint64 id);
    void light(quint64 id);
    void setAdding(bool adding);

    bool isAdding() const { return m_adding; }

    void nameChosen();
    // The colour of boxes with this label; labels have colours in the order of their first boxes.
    int colorOf(const QString& label) const;

signals:
    // By mouse or keyboard in the pages.
    void boxChosen(quint64 id);
    void boxHovered(quint64 id);
    void addingChanged(bool adding);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    // A box under the mouse button; in pixels of the view.
    struct Drag {
        quint64 id = 0; // 0: a new one
        int page = 0;
        BoxEdges edges;
        QPointF from;
        QRectF before;
        QRectF now;
        bool moved = false;
    };

    bool press(QMouseEvent* event);
    bool move(QMouseEvent* event);
    bool release(QMouseEvent* event);
    bool hover(const QPointF& at);
    bool isMine(const QKeyEvent& event) const;
    bool keyPress(QKeyEvent* event);
    bool stepToBox(int by);
    void nudge(BoxEdges edges, const QPointF& by);
    void addInTheMiddle();
    void addBox(int page, const QRectF& onScreen);
    void cancel();
    void chooseHere(quint64 id);
    void refresh();
    void placeEditor();

    quint64 boxAt(const QPointF& at) const;
    QRectF onScreen(const app::Box& box) const;
    QRectF pageOnScreen(int page) const;
    QRectF toPlace(int page, const QRectF& onScreen) const;

    PageView& m_pages;
    app::Annotations* m_annotations = nullptr;
    LabelEdit* m_editor;
    quint64 m_chosen = 0;
    quint64 m_lit = 0;
    quint64 m_named = 0; // by the editor
    bool m_adding = false;
    std::optional<Drag> m_drag;
    int m_series = 1; // of nudges
    QString m_lastLabel;
    QHash<QString, int> m_colors;
};

} // namespace ui

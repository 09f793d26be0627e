// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// BoxTool: the boxes of a document on its pages, for mouse and keyboard: choose, move, resize,
// draw, name, delete. What the page view does while one browses; it takes only what concerns boxes.
// Changes go through app::Annotations. While it is off, it neither paints nor takes anything.
//
// Keys in the page view: Tab and Shift+Tab go from box to box (and on, past the last), arrows move
// by a pixel, with Shift by ten, with Ctrl+Shift they move the lower right corner; Enter names,
// Escape lets go. While adding, Enter puts a box into the middle of what is seen. GUI thread.
#pragma once

#include "app/annotating/annotations.h"
#include "ui/box_geometry.h"
#include "ui/page_view.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace ui {

class LabelEdit;

class BoxTool final : public QObject, public PageTool {
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
    // A box under the mouse button. All of it in coordinates of the page, which may scroll.
    struct Drag {
        quint64 id = 0; // 0: a new one
        int page = 0;
        BoxEdges edges;
        QPointF from;
        QRectF before;
        QRectF now;
        bool moved = false;
    };

    bool press(const PageGesture& gesture) override;
    void drag(const PageGesture& gesture) override;
    void release(const PageGesture& gesture) override;
    std::optional<Qt::CursorShape> cursor(const PageGesture& gesture) const override;
    bool key(QKeyEvent& event) override;
    void paint(QPainter& painter, int page, const PageFrame& frame) const override;

    void startDrawing(const PageGesture& gesture);
    // What a press there takes hold of: a handle of the chosen box first.
    std::pair<quint64, BoxEdges> heldAt(const QPointF& at) const;
    bool isMine(const QKeyEvent& event) const;
    bool stepToBox(int by);
    void nudge(BoxEdges edges, const QPointF& by);
    void addInTheMiddle();
    void addBox(int page, const QRectF& place);
    void letGo();
    void chooseHere(quint64 id);
    void refresh();
    void placeEditor();
    QRectF onScreen(const app::Box& box) const;

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

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// TextSelection: the selected text of the document on the screen, and the tool that selects it:
// drag, double click (words), triple click (lines), Shift to extend, Shift and arrows on the
// keyboard. Ends of the selection are kept as places on pages and become characters once the text
// layer is there, so that nothing waits for it. GUI thread; the view must outlive it.
#pragma once

#include "app/documents/document_text.h"
#include "ui/page_tool.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <memory>

namespace ui {

class PageView;

class TextSelection final : public QObject, public PageTool {
    Q_OBJECT
public:
    // Becomes the view's tool for MouseMode::Select.
    explicit TextSelection(PageView& view, QObject* parent = nullptr);
    ~TextSelection() override;

    void setText(std::shared_ptr<app::DocumentText> text);
    // The text of this page has changed: it was read.
    void refresh(int page);

    bool isEmpty() const { return !m_active; }

    void selectPage(int page);
    void clear();
    // To the clipboard, at once or as soon as the text of all its pages is there.
    void copy();
    // At once or as soon as the text of all selected pages is there; never when the document has
    // changed by then. Something has to be selected.
    void whenRead(const std::function<void()>& then);
    // Of the pages whose text is there.
    QString text() const;
    // Around what is selected on this page; null: nothing, or its text is not there yet.
    QRectF boundsOn(int page) const;

    int firstPage() const { return std::min(m_anchor.page, m_head.page); }

    int lastPage() const { return std::max(m_anchor.page, m_head.page); }

    bool press(const PageGesture& gesture) override;
    void drag(const PageGesture& gesture) override;
    void release(const PageGesture& gesture) override;
    std::optional<Qt::CursorShape> cursor(const PageGesture& gesture) const override;
    bool key(QKeyEvent& event) override;
    void paint(QPainter& painter, int page, const PageFrame& frame) const override;

signals:
    void changed();

private:
    enum class Unit { Character, Word, Line, Page };

    // A place on a page, or a gap between characters where that is known.
    struct End {
        int page = 0;
        QPointF at;
        int caret = -1;
    };

    using Layer = std::shared_ptr<const app::TextLayer>;

    // Null: not there yet, comes.
    Layer layer(int page) const;
    int caretOf(const End& end, const app::TextLayer& layer) const;
    app::TextRange unitAt(const End& end, const app::TextLayer& layer) const;
    bool isForward() const;

    app::TextRange rangeOn(int page, const app::TextLayer& layer) const;
    void set(const End& anchor, const End& head, Unit unit);
    void extend(const End& head);
    bool moveHead(const QKeyEvent& event);
    int movedCaret(const QKeyEvent& event, int caret, const app::TextLayer& layer) const;

    PageView& m_view;
    std::shared_ptr<app::DocumentText> m_text;
    mutable QSet<int> m_loading;
    bool m_active = false;
    Unit m_unit = Unit::Character;
    End m_anchor;
    End m_head;
};

} // namespace ui

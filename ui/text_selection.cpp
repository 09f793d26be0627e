// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text_selection.h"

#include "app/off_thread.h"
#include "ui/page_view.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>

namespace ui {

namespace {

constexpr int kFillAlpha = 72;

void toClipboard(const QString& text) {
    if (!text.isEmpty()) {
        QGuiApplication::clipboard()->setText(text);
    }
}

} // namespace

TextSelection::TextSelection(PageView& view, QObject* parent)
    : QObject(parent)
    , m_view(view) {
    m_view.setTool(MouseMode::Select, this);
}

TextSelection::~TextSelection() {
    m_view.setTool(MouseMode::Select, nullptr);
}

void TextSelection::setText(std::shared_ptr<app::DocumentText> text) {
    m_text = std::move(text);
    m_loading.clear();
    clear();
}

void TextSelection::refresh(int page) {
    if (m_active && page >= firstPage() && page <= lastPage()) {
        clear(); // its characters are others now
    }
}

TextSelection::Layer TextSelection::layer(int page) const {
    if (!m_text || page < 0 || page >= m_text->pageCount()) {
        return nullptr;
    }
    const Layer known = m_text->known(page);
    if (!known && !m_loading.contains(page)) {
        m_loading.insert(page);
        auto* self = const_cast<TextSelection*>(this); // what is shown stays the same
        app::runOffThread(
            self, [text = m_text, page] { return std::pair(text, text->layer(page)); },
            [self, page](const auto& loaded) {
                if (loaded.first == self->m_text) {
                    self->m_loading.remove(page);
                    self->m_view.viewport()->update();
                    emit self->changed();
                }
            });
    }
    return known;
}

// --- what is selected ---

int TextSelection::caretOf(const End& end, const app::TextLayer& layer) const {
    return end.caret >= 0 ? end.caret : layer.caretAt(end.at, m_text->pageSize(end.page));
}

app::TextRange TextSelection::unitAt(const End& end, const app::TextLayer& layer) const {
    const int caret = caretOf(end, layer);
    switch (m_unit) {
    case Unit::Word:
        return layer.wordAt(caret);
    case Unit::Line:
        return layer.lineAt(caret);
    case Unit::Page:
        return layer.whole();
    default:
        return {caret, caret};
    }
}

bool TextSelection::isForward() const {
    if (m_anchor.page != m_head.page) {
        return m_anchor.page < m_head.page;
    }
    const Layer there = layer(m_anchor.page);
    return !there || caretOf(m_anchor, *there) <= caretOf(m_head, *there);
}

app::TextRange TextSelection::rangeOn(int page, const app::TextLayer& layer) const {
    if (!m_active || page < firstPage() || page > lastPage()) {
        return {};
    }
    const End& from = isForward() ? m_anchor : m_head;
    const End& to = isForward() ? m_head : m_anchor;
    app::TextRange range = layer.whole();
    if (page == from.page) {
        range.first = unitAt(from, layer).first;
    }
    if (page == to.page) {
        range.last = unitAt(to, layer).last;
    }
    return range;
}

QString TextSelection::text() const {
    QStringList pages;
    for (int page = firstPage(); m_active && page <= lastPage(); ++page) {
        const Layer there = layer(page);
        const QString text = there ? there->text(rangeOn(page, *there)) : QString();
        if (!text.isEmpty()) {
            pages.append(text);
        }
    }
    return pages.join(QLatin1Char('\n'));
}

void TextSelection::set(const End& anchor, const End& head, Unit unit) {
    m_active = true;
    m_anchor = anchor;
    m_head = head;
    m_unit = unit;
    m_view.viewport()->update();
    emit changed();
}

void TextSelection::extend(const End& head) {
    set(m_anchor, head, m_unit);
}

void TextSelection::selectPage(int page) {
    set({page, {}, 0}, {page, {}, 0}, Unit::Page);
}

void TextSelection::clear() {
    m_active = false;
    m_view.viewport()->update();
    emit changed();
}

void TextSelection::copy() {
    if (m_active) {
        whenRead([this] { toClipboard(text()); });
    }
}

void TextSelection::whenRead(const std::function<void()>& then) {
    QVector<int> missing;
    for (int page = firstPage(); page <= lastPage(); ++page) {
        if (!m_text->known(page)) {
            missing.append(page);
        }
    }
    if (missing.isEmpty()) {
        then();
        return;
    }
    app::runOffThread(
        this,
        [text = m_text, missing] {
            for (const int page : missing) {
                text->layer(page);
            }
            return text;
        },
        [this, then](const std::shared_ptr<app::DocumentText>& loaded) {
            if (loaded == m_text) {
                then();
            }
        });
}

// --- the tool ---

QRectF TextSelection::boundsOn(int page) const {
    QRectF bounds;
    if (m_active && page >= firstPage() && page <= lastPage()) {
        if (const Layer there = layer(page)) {
            for (const QRectF& box : there->boxes(rangeOn(page, *there))) {
                bounds |= box;
            }
        }
    }
    return bounds;
}

bool TextSelection::press(const PageGesture& gesture) {
    const End end{gesture.point.page, gesture.point.at, -1};
    if (gesture.modifiers & Qt::ShiftModifier && m_active) {
        extend(end);
        return true;
    }
    const Unit unit = gesture.clicks == 3   ? Unit::Line
                      : gesture.clicks == 2 ? Unit::Word
                                            : Unit::Character;
    set(end, end, unit);
    return true;
}

void TextSelection::drag(const PageGesture& gesture) {
    extend({gesture.point.page, gesture.point.at, -1});
}

void TextSelection::release(const PageGesture& gesture) {
    const bool isClick =
        m_unit == Unit::Character && m_anchor.page == m_head.page &&
        m_view.toViewport({m_anchor.page, m_anchor.at}).toPoint() == gesture.at.toPoint() &&
        m_anchor.caret < 0;
    if (isClick) {
        clear();
        return;
    }
    QClipboard* clipboard = QGuiApplication::clipboard();
    if (clipboard->supportsSelection()) {
        clipboard->setText(text(), QClipboard::Selection);
    }
}

std::optional<Qt::CursorShape> TextSelection::cursor(const PageGesture& gesture) const {
    const Layer there = layer(gesture.point.page);
    return there && there->covers(gesture.point.at) ? std::optional(Qt::IBeamCursor)
                                                    : std::optional(Qt::ArrowCursor);
}

bool TextSelection::key(QKeyEvent& event) {
    if (event.key() == Qt::Key_Escape && m_active) {
        clear();
        return true;
    }
    return event.modifiers() & Qt::ShiftModifier && moveHead(event);
}

// Where the head goes from there; −1: nowhere.
int TextSelection::movedCaret(const QKeyEvent& event, int caret,
                              const app::TextLayer& layer) const {
    const bool byWord = event.modifiers() & Qt::ControlModifier;
    const int length = int(layer.text().size());
    switch (event.key()) {
    case Qt::Key_Right: {
        const int next = std::min(caret + 1, length);
        return byWord ? std::max(next, layer.wordAt(next).last) : next;
    }
    case Qt::Key_Left: {
        const int next = std::max(caret - 1, 0);
        return byWord ? std::min(next, layer.wordAt(next).first) : next;
    }
    case Qt::Key_Down:
        return layer.caretBeside(caret, 1);
    case Qt::Key_Up:
        return layer.caretBeside(caret, -1);
    case Qt::Key_Home:
        return byWord ? 0 : layer.lineAt(caret).first;
    case Qt::Key_End:
        return byWord ? length : layer.lineAt(caret).last;
    default:
        return -1;
    }
}

bool TextSelection::moveHead(const QKeyEvent& event) {
    if (!m_active) { // begins with what is seen of the current page
        const PagePoint top = m_view.toPage({0, 0});
        const int page = m_view.currentPage();
        const End start{page, top.page == page ? top.at : QPointF(), -1};
        m_anchor = start;
        m_head = start;
        m_unit = Unit::Character;
    }
    const Layer there = layer(m_head.page);
    if (!there || there->isEmpty()) {
        return false;
    }
    const int caret = movedCaret(event, caretOf(m_head, *there), *there);
    if (caret < 0) {
        return false;
    }
    extend({m_head.page, {}, caret});
    const app::TextRange beside{std::max(0, caret - 1), caret};
    if (const QRectF box = there->box(beside); !box.isEmpty()) {
        m_view.reveal(m_head.page, box);
    }
    return true;
}

void TextSelection::paint(QPainter& painter, int page, const PageFrame& frame) const {
    if (!m_active || page < firstPage() || page > lastPage()) {
        return;
    }
    const Layer there = layer(page);
    if (!there) {
        return;
    }
    QColor fill = colorsOf(ColorScheme::Light).accent; // pages are light
    fill.setAlpha(kFillAlpha);
    for (const QRectF& box : there->boxes(rangeOn(page, *there))) {
        painter.fillRect(frame.toScreen(box), fill);
    }
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/box_tool.h"

#include "ui/widgets/label_edit.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTransform>

namespace ui {

namespace {

constexpr double kDragStarts = 3;
constexpr double kLeastDrawn = 4;
constexpr double kBigStep = 10;
constexpr QSize kEditorSize(180, 28);
constexpr QSizeF kNewBox(160, 48); // when it is added without a mouse

} // namespace

BoxTool::BoxTool(PageView& pages)
    : QObject(&pages)
    , m_pages(pages)
    , m_editor(new LabelEdit(pages.viewport())) {
    m_editor->setObjectName(QStringLiteral("boxLabel"));
    m_editor->setAccessibleName(tr("Label of the box"));
    m_editor->setMaxLength(app::kMostLabelCharacters);
    pages.installEventFilter(this);
    pages.viewport()->installEventFilter(this);
    connect(m_editor, &LabelEdit::taken, this, [this](const QString& text) {
        m_pages.setFocus();
        if (m_annotations != nullptr) {
            m_lastLabel = app::plainLabel(text);
            m_annotations->renameBox(m_named, text);
        }
    });
    connect(m_editor, &LabelEdit::dropped, &pages, qOverload<>(&QWidget::setFocus));
    connect(&pages, &PageView::zoomChanged, this, &BoxTool::placeEditor);
    for (QScrollBar* bar : {pages.verticalScrollBar(), pages.horizontalScrollBar()}) {
        connect(bar, &QScrollBar::valueChanged, this, &BoxTool::placeEditor);
    }
}

void BoxTool::setAnnotations(app::Annotations* annotations) {
    if (annotations == m_annotations) {
        return;
    }
    if (m_annotations != nullptr) {
        m_editor->hide();
        setAdding(false);
        m_drag.reset();
        m_annotations->boxes().disconnect(this);
        m_pages.showPlaces({});
        m_pages.viewport()->unsetCursor();
    }
    m_annotations = annotations;
    m_chosen = 0;
    if (m_annotations != nullptr) {
        app::BoxList& boxes = m_annotations->boxes();
        connect(&boxes, &app::BoxList::rowsInserted, this, &BoxTool::refresh);
        connect(&boxes, &app::BoxList::rowsRemoved, this, &BoxTool::refresh);
        connect(&boxes, &app::BoxList::dataChanged, this, &BoxTool::refresh);
        refresh();
    }
}

void BoxTool::choose(quint64 id) {
    if (id != m_chosen) {
        m_chosen = id;
        ++m_series;
        refresh();
    }
}

void BoxTool::chooseHere(quint64 id) {
    choose(id);
    emit boxChosen(id);
}

void BoxTool::light(quint64 id) {
    m_lit = id;
    if (m_annotations != nullptr) {
        m_pages.lightPlace(m_annotations->boxes().rowOf(id) + 1);
    }
}

void BoxTool::setAdding(bool adding) {
    if (adding == m_adding) {
        return;
    }
    m_adding = adding;
    m_pages.viewport()->setCursor(adding ? Qt::CrossCursor : Qt::ArrowCursor);
    emit addingChanged(adding);
}

void BoxTool::nameChosen() {
    const app::Box* box = m_annotations ? m_annotations->boxes().find(m_chosen) : nullptr;
    if (box == nullptr) {
        return;
    }
    m_pages.reveal(box->page, box->place);
    m_named = box->id;
    m_editor->begin(box->label, app::labelsOf(m_annotations->boxes().boxes()));
    placeEditor();
}

int BoxTool::colorOf(const QString& label) const {
    return m_colors.value(label, 1);
}

// --- where things are ---

QRectF BoxTool::onScreen(const app::Box& box) const {
    return m_pages.toViewport(box.page, box.place).normalized();
}

QRectF BoxTool::pageOnScreen(int page) const {
    return m_pages.toViewport(page, QRectF(0, 0, 1, 1)).normalized();
}

QRectF BoxTool::toPlace(int page, const QRectF& onScreen) const {
    const QPointF origin = m_pages.toViewport(PagePoint{page, {0, 0}});
    const QPointF right = m_pages.toViewport(PagePoint{page, {1, 0}}) - origin;
    const QPointF down = m_pages.toViewport(PagePoint{page, {0, 1}}) - origin;
    const QTransform toScreen(right.x(), right.y(), down.x(), down.y(), origin.x(), origin.y());
    return toScreen.inverted().mapRect(onScreen);
}

quint64 BoxTool::boxAt(const QPointF& at) const {
    const app::Box* best = nullptr;
    double bestArea = 0;
    for (const app::Box& box : m_annotations->boxes().boxes()) {
        const QRectF rect = onScreen(box);
        const double area = rect.width() * rect.height();
        if (rect.contains(at) && (best == nullptr || area < bestArea)) {
            best = &box;
            bestArea = area;
        }
    }
    return best != nullptr ? best->id : 0;
}

// --- what is seen ---

void BoxTool::refresh() {
    if (m_annotations == nullptr) {
        return;
    }
    const QVector<app::Box>& boxes = m_annotations->boxes().boxes();
    if (m_annotations->boxes().find(m_chosen) == nullptr) {
        m_chosen = 0;
    }
    m_colors.clear();
    QVector<PlaceMark> marks;
    for (int row = 0; row < boxes.size(); ++row) {
        const app::Box& box = boxes[row];
        if (!m_colors.contains(box.label)) {
            m_colors.insert(box.label, int(m_colors.size()) + 1);
        }
        const bool held = m_drag && m_drag->id == box.id;
        marks.append({row + 1, box.page, held ? toPlace(box.page, m_drag->now) : box.place,
                      box.label, colorOf(box.label),
                      box.id == m_chosen ? MarkLook::Selected : MarkLook::Plain});
    }
    if (m_drag && m_drag->id == 0) {
        marks.append({0, m_drag->page, toPlace(m_drag->page, m_drag->now), {}, 1, MarkLook::Draft});
    }
    m_pages.showPlaces(marks);
    light(m_lit);
}

void BoxTool::placeEditor() {
    const app::Box* box = m_annotations ? m_annotations->boxes().find(m_named) : nullptr;
    if (box == nullptr || m_editor->isHidden()) {
        return;
    }
    const QRectF rect = onScreen(*box);
    const QRect view = m_pages.viewport()->rect();
    int top = int(rect.top()) - kEditorSize.height() - 2;
    if (top < 0) {
        top = int(rect.bottom()) + 2;
    }
    const int left =
        std::clamp(int(rect.left()), 0, std::max(0, view.width() - kEditorSize.width()));
    m_editor->setGeometry(QRect(QPoint(left, top), kEditorSize));
}

// --- events ---

bool BoxTool::eventFilter(QObject* watched, QEvent* event) {
    if (m_annotations == nullptr) {
        return false;
    }
    if (watched == m_pages.viewport()) {
        switch (event->type()) {
        case QEvent::MouseButtonPress:
            return press(static_cast<QMouseEvent*>(event));
        case QEvent::MouseMove:
            return move(static_cast<QMouseEvent*>(event));
        case QEvent::MouseButtonRelease:
            return release(static_cast<QMouseEvent*>(event));
        case QEvent::MouseButtonDblClick:
            nameChosen();
            return m_chosen != 0;
        case QEvent::Leave:
            emit boxHovered(0);
            return false;
        default:
            return false;
        }
    }
    if (event->type() == QEvent::ShortcutOverride) {
        const bool mine = isMine(*static_cast<QKeyEvent*>(event));
        event->setAccepted(mine);
        return mine;
    }
    return event->type() == QEvent::KeyPress && keyPress(static_cast<QKeyEvent*>(event));
}

bool BoxTool::press(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) {
        return false;
    }
    m_pages.setFocus(Qt::MouseFocusReason);
    const QPointF at = event->position();
    if (m_adding) {
        const int page = m_pages.toPage(at).page;
        const QRectF paper = pageOnScreen(page);
        const QPointF start(std::clamp(at.x(), paper.left(), paper.right()),
                            std::clamp(at.y(), paper.top(), paper.bottom()));
        const QRectF point(start, QSizeF(0, 0));
        m_drag = Drag{0, page, RightEdge | BottomEdge, start, point, point, false};
        return true;
    }
    const app::Box* chosen = m_annotations->boxes().find(m_chosen);
    const BoxEdges held = chosen ? edgesAt(onScreen(*chosen), at) : BoxEdges();
    const bool byHandle = held && held != BoxEdges(AllEdges);
    const quint64 id = byHandle ? m_chosen : boxAt(at);
    if (id != m_chosen) {
        chooseHere(id);
    }
    if (id == 0) {
        return false; // the page's own
    }
    const app::Box& box = *m_annotations->boxes().find(id);
    const QRectF rect = onScreen(box);
    m_drag = Drag{id, box.page, byHandle ? held : BoxEdges(AllEdges), at, rect, rect, false};
    return true;
}

bool BoxTool::move(QMouseEvent* event) {
    if (!m_drag) {
        return event->buttons() == Qt::NoButton && hover(event->position());
    }
    const QPointF by = event->position() - m_drag->from;
    m_drag->moved = m_drag->moved || by.manhattanLength() >= kDragStarts;
    if (!m_drag->moved) {
        return true;
    }
    const QRectF paper = pageOnScreen(m_drag->page);
    if (m_drag->id == 0) { // drawn from its first corner in any direction
        const QPointF at = event->position();
        const QPointF end(std::clamp(at.x(), paper.left(), paper.right()),
                          std::clamp(at.y(), paper.top(), paper.bottom()));
        m_drag->now = QRectF(m_drag->from, end).normalized();
    } else {
        m_drag->now = dragged(m_drag->before, m_drag->edges, by, paper);
    }
    refresh();
    return true;
}

bool BoxTool::release(QMouseEvent* event) {
    if (!m_drag || event->button() != Qt::LeftButton) {
        return false;
    }
    const Drag drag = *m_drag;
    m_drag.reset();
    if (drag.id == 0) {
        const bool drawn = drag.now.width() >= kLeastDrawn && drag.now.height() >= kLeastDrawn;
        drawn ? addBox(drag.page, drag.now) : refresh();
    } else if (drag.moved) {
        const bool moves = drag.edges == BoxEdges(AllEdges);
        m_annotations->placeBox(drag.id, toPlace(drag.page, drag.now),
                                moves ? app::EditKind::MoveBox : app::EditKind::ResizeBox);
        refresh(); // also when it is where it was
    }
    return true;
}

bool BoxTool::hover(const QPointF& at) {
    if (m_adding) {
        m_pages.viewport()->setCursor(Qt::CrossCursor);
        return true;
    }
    const app::Box* chosen = m_annotations->boxes().find(m_chosen);
    const BoxEdges held = chosen ? edgesAt(onScreen(*chosen), at) : BoxEdges();
    const quint64 id = held ? m_chosen : boxAt(at);
    if (id != m_lit) {
        light(id);
        emit boxHovered(id);
    }
    if (id != 0) {
        m_pages.viewport()->setCursor(held ? cursorFor(held) : Qt::PointingHandCursor);
    }
    return id != 0;
}

void BoxTool::cancel() {
    if (m_drag) {
        m_drag.reset();
        refresh();
    } else if (m_adding) {
        setAdding(false);
    } else {
        chooseHere(0);
    }
}

bool BoxTool::isMine(const QKeyEvent& event) const {
    switch (event.key()) {
    case Qt::Key_Escape:
        return m_drag || m_adding || m_chosen != 0;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return m_adding || m_chosen != 0;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return m_chosen != 0 && !(event.modifiers() & (Qt::AltModifier | Qt::MetaModifier));
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return !(event.modifiers() & ~Qt::ShiftModifier);
    default:
        return false;
    }
}

bool BoxTool::keyPress(QKeyEvent* event) {
    if (!isMine(*event)) {
        return false;
    }
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const bool resizes = shift && event->modifiers() & Qt::ControlModifier;
    const double step = shift && !resizes ? kBigStep : 1;
    const BoxEdges edges = resizes ? RightEdge | BottomEdge : BoxEdges(AllEdges);
    switch (event->key()) {
    case Qt::Key_Escape:
        cancel();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_adding ? addInTheMiddle() : nameChosen();
        break;
    case Qt::Key_Left:
        nudge(edges, {-step, 0});
        break;
    case Qt::Key_Right:
        nudge(edges, {step, 0});
        break;
    case Qt::Key_Up:
        nudge(edges, {0, -step});
        break;
    case Qt::Key_Down:
        nudge(edges, {0, step});
        break;
    default:
        return stepToBox(event->key() == Qt::Key_Backtab || shift ? -1 : 1);
    }
    return true;
}

// False past the last one: the focus moves on.
bool BoxTool::stepToBox(int by) {
    const QVector<app::Box>& boxes = m_annotations->boxes().boxes();
    const int row = m_annotations->boxes().rowOf(m_chosen);
    const int next = row >= 0 ? row + by : by > 0 ? 0 : int(boxes.size()) - 1;
    if (next < 0 || next >= boxes.size()) {
        return false;
    }
    chooseHere(boxes[next].id);
    m_pages.reveal(boxes[next].page, boxes[next].place);
    return true;
}

void BoxTool::nudge(BoxEdges edges, const QPointF& by) {
    const app::Box& box = *m_annotations->boxes().find(m_chosen);
    const int page = box.page;
    const QRectF moved = toPlace(page, dragged(onScreen(box), edges, by, pageOnScreen(page)));
    const bool moves = edges == BoxEdges(AllEdges);
    m_annotations->placeBox(m_chosen, moved,
                            moves ? app::EditKind::MoveBox : app::EditKind::ResizeBox, m_series);
    m_pages.reveal(page, moved);
}

void BoxTool::addInTheMiddle() {
    const int page = m_pages.currentPage();
    const QRectF seen = pageOnScreen(page).intersected(QRectF(m_pages.viewport()->rect()));
    QRectF box(QPointF(), kNewBox.boundedTo(seen.size()));
    box.moveCenter(seen.center());
    addBox(page, box);
}

void BoxTool::addBox(int page, const QRectF& onScreen) {
    app::Box box;
    box.page = page;
    box.place = toPlace(page, onScreen);
    box.label = m_lastLabel;
    const QVector<quint64> ids = m_annotations->addBoxes({box});
    if (!ids.isEmpty()) {
        chooseHere(ids.first());
        nameChosen();
    }
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/box_tool.h"

#include "ui/theme.h"
#include "ui/widgets/label_edit.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <cmath>

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
    pages.setTool(MouseMode::Browse, this);
    connect(&pages, &PageView::placeHovered, this, [this](int number) {
        if (m_annotations != nullptr && number > 0) {
            light(m_annotations->boxes().boxes()[number - 1].id);
        } else if (m_annotations != nullptr) {
            light(0);
        }
        emit boxHovered(m_lit);
    });
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
    if (adding) {
        m_pages.setMouseMode(MouseMode::Browse);
    }
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
        marks.append(
            {row + 1, box.page, held ? m_drag->now : box.place, box.label, colorOf(box.label)});
    }
    m_pages.showPlaces(marks);
    light(m_lit);
}

QRectF BoxTool::onScreen(const app::Box& box) const {
    return m_pages.frameOnScreen(box.page).toScreen(box.place);
}

void BoxTool::paint(QPainter& painter, int page, const PageFrame& frame) const {
    if (m_annotations == nullptr) {
        return;
    }
    painter.save();
    if (m_drag && m_drag->id == 0 && m_drag->page == page) {
        const QColor color = placeColor(colorOf(m_lastLabel));
        painter.setPen(QPen(color, 1.5, Qt::DashLine));
        painter.drawRect(frame.toScreen(m_drag->now));
    }
    const app::Box* chosen = m_annotations->boxes().find(m_chosen);
    if (chosen != nullptr && chosen->page == page) {
        const bool held = m_drag && m_drag->id == m_chosen;
        painter.setPen(QPen(placeColor(colorOf(chosen->label)), 1.5));
        painter.setBrush(Qt::white);
        const QRectF rect = frame.toScreen(held ? m_drag->now : chosen->place);
        for (const BoxHandle& handle : handlesOf(rect)) {
            const QPointF middle(std::round(handle.at.x()), std::round(handle.at.y()));
            painter.drawRect(QRectF(middle - QPointF(3.5, 3.5), QSizeF(7, 7)));
        }
    }
    painter.restore();
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

// --- mouse ---

std::pair<quint64, BoxEdges> BoxTool::heldAt(const QPointF& at) const {
    if (const app::Box* chosen = m_annotations->boxes().find(m_chosen)) {
        const BoxEdges edges = edgesAt(onScreen(*chosen), at);
        if (edges && edges != BoxEdges(AllEdges)) {
            return {m_chosen, edges};
        }
    }
    const app::Box* best = nullptr; // the smallest there
    double bestArea = 0;
    for (const app::Box& box : m_annotations->boxes().boxes()) {
        const QRectF rect = onScreen(box);
        const double area = rect.width() * rect.height();
        if (rect.contains(at) && (best == nullptr || area < bestArea)) {
            best = &box;
            bestArea = area;
        }
    }
    return best != nullptr ? std::pair(best->id, BoxEdges(AllEdges))
                           : std::pair(quint64(0), BoxEdges());
}

bool BoxTool::press(const PageGesture& gesture) {
    if (m_annotations == nullptr) {
        return false;
    }
    if (m_adding) {
        startDrawing(gesture);
        return true;
    }
    const auto [id, edges] = heldAt(gesture.at);
    if (id != m_chosen) {
        chooseHere(id);
    }
    if (id == 0) {
        return false; // the page's own
    }
    if (gesture.clicks == 2) {
        nameChosen();
        return true;
    }
    const app::Box& box = *m_annotations->boxes().find(id);
    const QPointF from = m_pages.frameOnScreen(box.page).toPage(gesture.at);
    m_drag = Drag{id, box.page, edges, from, box.place, box.place, false};
    return true;
}

void BoxTool::startDrawing(const PageGesture& gesture) {
    const QPointF at = m_pages.frameOnScreen(gesture.point.page).toPage(gesture.at);
    const QPointF from(std::clamp(at.x(), 0.0, 1.0), std::clamp(at.y(), 0.0, 1.0));
    const QRectF none(from, QSizeF(0, 0));
    m_drag = Drag{0, gesture.point.page, {}, from, none, none, false};
}

void BoxTool::drag(const PageGesture& gesture) {
    if (!m_drag) {
        return; // Escape
    }
    const PageFrame frame = m_pages.frameOnScreen(m_drag->page);
    const QPointF by = gesture.at - frame.toScreen(m_drag->from);
    m_drag->moved = m_drag->moved || by.manhattanLength() >= kDragStarts;
    if (!m_drag->moved) {
        return;
    }
    if (m_drag->id == 0) { // from its first corner in any direction
        const QPointF at = frame.toPage(gesture.at);
        const QPointF end(std::clamp(at.x(), 0.0, 1.0), std::clamp(at.y(), 0.0, 1.0));
        m_drag->now = QRectF(m_drag->from, end).normalized();
    } else {
        m_drag->now =
            frame.toPage(dragged(frame.toScreen(m_drag->before), m_drag->edges, by, frame.rect()));
    }
    refresh();
}

void BoxTool::release(const PageGesture&) {
    if (!m_drag) {
        return;
    }
    const Drag drag = *m_drag;
    m_drag.reset();
    if (drag.id == 0) {
        const QRectF drawn = m_pages.frameOnScreen(drag.page).toScreen(drag.now);
        if (drawn.width() >= kLeastDrawn && drawn.height() >= kLeastDrawn) {
            addBox(drag.page, drag.now);
        }
    } else if (drag.moved) {
        const bool moves = drag.edges == BoxEdges(AllEdges);
        m_annotations->placeBox(drag.id, drag.now,
                                moves ? app::EditKind::MoveBox : app::EditKind::ResizeBox);
    }
    refresh(); // also when everything is where it was
}

std::optional<Qt::CursorShape> BoxTool::cursor(const PageGesture& gesture) const {
    if (m_annotations == nullptr) {
        return std::nullopt;
    }
    if (m_adding) {
        return Qt::CrossCursor;
    }
    const auto [id, edges] = heldAt(gesture.at);
    return id == 0 || id != m_chosen ? std::nullopt : std::optional(cursorFor(edges));
}

// --- keyboard ---

// While a model is busy, Escape is the window's.
bool BoxTool::eventFilter(QObject*, QEvent* event) {
    const bool mine = event->type() == QEvent::ShortcutOverride && m_annotations != nullptr &&
                      isMine(*static_cast<QKeyEvent*>(event));
    if (mine) {
        event->accept();
    }
    return mine;
}

void BoxTool::letGo() {
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

bool BoxTool::key(QKeyEvent& event) {
    if (m_annotations == nullptr || !isMine(event)) {
        return false;
    }
    const bool shift = event.modifiers() & Qt::ShiftModifier;
    const bool resizes = shift && event.modifiers() & Qt::ControlModifier;
    const double step = shift && !resizes ? kBigStep : 1;
    const BoxEdges edges = resizes ? RightEdge | BottomEdge : BoxEdges(AllEdges);
    switch (event.key()) {
    case Qt::Key_Escape:
        letGo();
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
        return stepToBox(event.key() == Qt::Key_Backtab || shift ? -1 : 1);
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
    const app::Box box = *m_annotations->boxes().find(m_chosen);
    const PageFrame frame = m_pages.frameOnScreen(box.page);
    const QRectF place = frame.toPage(dragged(frame.toScreen(box.place), edges, by, frame.rect()));
    const bool moves = edges == BoxEdges(AllEdges);
    m_annotations->placeBox(box.id, place,
                            moves ? app::EditKind::MoveBox : app::EditKind::ResizeBox, m_series);
    m_pages.reveal(box.page, place);
}

void BoxTool::addInTheMiddle() {
    const int page = m_pages.currentPage();
    const PageFrame frame = m_pages.frameOnScreen(page);
    const QRectF seen = frame.rect().intersected(QRectF(m_pages.viewport()->rect()));
    QRectF box(QPointF(), kNewBox.boundedTo(seen.size()));
    box.moveCenter(seen.center());
    addBox(page, frame.toPage(box));
}

void BoxTool::addBox(int page, const QRectF& place) {
    app::Box box;
    box.page = page;
    box.place = place;
    box.label = m_lastLabel;
    const QVector<quint64> ids = m_annotations->addBoxes({box});
    if (!ids.isEmpty()) {
        chooseHere(ids.first());
        nameChosen();
    }
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/proof_delegate.h"

#include "ui/theme.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace ui {

namespace {

constexpr int kSignWidth = 20;
constexpr int kAboveBlock = 10;
constexpr int kLeastWidth = 80;

bool beginsBlock(const app::ProofLines& lines, int row) {
    return row > 0 && lines.line(row).read.block != lines.line(row - 1).read.block;
}

int widthFor(const QStyleOptionViewItem& option) {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    return view != nullptr ? view->viewport()->width() : option.rect.width();
}

// A pencil stroke for corrected, a tick for found right.
void paintSign(QPainter& painter, const QRect& rect, const app::ProofLine& line,
               const Colors& colors) {
    if (!line.checked) {
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.accent, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF c = QRectF(rect).center();
    if (line.isCorrected()) {
        painter.drawLine(c + QPointF(-3.5, 3.5), c + QPointF(3.5, -3.5));
        painter.drawLine(c + QPointF(-4.5, 5), c + QPointF(1, 5));
    } else {
        painter.drawPolyline(QPolygonF{c + QPointF(-4, 0), c + QPointF(-1, 3), c + QPointF(4, -3)});
    }
}

} // namespace

ProofDelegate::ProofDelegate(const app::ProofLines& lines, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_lines(lines) {}

QRect ProofDelegate::textRect(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int above = kUnit + (beginsBlock(m_lines, index.row()) ? kAboveBlock : 0);
    return option.rect.adjusted(kUnit + kSignWidth, above, -kMargin, -kUnit);
}

double ProofDelegate::layOut(QTextLayout& layout, int width) const {
    QTextOption wrapping;
    wrapping.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrapping);
    double height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(kLeastWidth, width));
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

void ProofDelegate::mark(QTextLayout& layout, int row, const QPalette& palette) const {
    const Colors& colors = colorsOf(palette);
    QList<QTextLayout::FormatRange> formats;
    for (const app::UncertainSpan& span : app::uncertainSpans(m_lines.line(row))) {
        QTextLayout::FormatRange range;
        range.start = span.start;
        range.length = span.length;
        range.format.setBackground(colors.warningSoft);
        range.format.setUnderlineStyle(QTextCharFormat::DashUnderline);
        range.format.setUnderlineColor(colors.warning);
        formats.append(range);
    }
    layout.setFormats(formats);
}

void ProofDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const Colors& colors = colorsOf(option.palette);
    const QRect words = textRect(option, index);
    const QRect face(option.rect.left(), words.top() - kUnit, option.rect.width(),
                     words.height() + 2 * kUnit);
    painter->save();
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(face, colors.accentSoft);
    } else if (index.row() == m_lit || option.state & QStyle::State_MouseOver) {
        painter->fillRect(face, colors.hover);
    }
    paintSign(*painter,
              QRect(face.left() + kUnit, words.top(), kSignWidth, option.fontMetrics.height()),
              m_lines.line(index.row()), colors);
    QTextLayout layout(index.data().toString(), option.font);
    mark(layout, index.row(), option.palette);
    layOut(layout, words.width());
    painter->setPen(colors.text);
    layout.draw(painter, words.topLeft());
    painter->restore();
}

QSize ProofDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem whole = option;
    whole.rect = QRect(0, 0, widthFor(option), 1000);
    const QRect words = textRect(whole, index);
    QTextLayout layout(index.data().toString(), option.font);
    const double height =
        std::max(layOut(layout, words.width()), double(option.fontMetrics.height()));
    return {whole.rect.width(), words.top() + int(std::ceil(height)) + kUnit};
}

QWidget* ProofDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                     const QModelIndex&) const {
    auto* edit = new QLineEdit(parent);
    edit->setObjectName(QStringLiteral("lineEdit"));
    edit->setAccessibleName(tr("Text of the line"));
    return edit;
}

void ProofDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                         const QModelIndex& index) const {
    const QRect words = textRect(option, index);
    const int height = std::max(words.height() + kUnit, editor->sizeHint().height());
    const int top =
        std::max(0, words.center().y() - height / 2); // the first row's is higher than it
    editor->setGeometry(option.rect.left() + kSignWidth, top,
                        option.rect.width() - kSignWidth - kUnit, height);
}

// Only looking at a line says nothing about it.
void ProofDelegate::setModelData(QWidget* editor, QAbstractItemModel* model,
                                 const QModelIndex& index) const {
    const QString text = static_cast<QLineEdit*>(editor)->text();
    if (m_accepting || text != index.data(Qt::EditRole).toString()) {
        model->setData(index, text);
    }
}

bool ProofDelegate::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            auto* editor = static_cast<QWidget*>(watched);
            m_accepting = true;
            emit commitData(editor);
            m_accepting = false;
            emit closeEditor(editor, NoHint);
            emit accepted();
            return true;
        }
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

} // namespace ui

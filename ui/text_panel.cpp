// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text_panel.h"

#include "ui/accessible_roles.h"
#include "ui/line_picture.h"
#include "ui/proof_delegate.h"
#include "ui/theme.h"
#include "ui/widgets/empty_state.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {

enum Shown { NotRead, Reading, NoText, Lines };

QLabel* sentence(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setMargin(2 * kMargin);
    label->setFont(fontOf(TextSize::Title));
    return label;
}

} // namespace

TextPanel::TextPanel(QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_picture(new LinePicture(this))
    , m_list(new QListView(this))
    , m_delegate(new ProofDelegate(m_lines, this))
    , m_count(new QLabel(this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_export(new QToolButton(this)) {
    setObjectName(QStringLiteral("textPanel"));
    auto* nothing = new EmptyState(QStringLiteral("read"),
                                   tr("The text of the page stands here once it has been read."),
                                   tr("Read Page"), this);
    nothing->button()->setObjectName(QStringLiteral("readFromText"));
    connect(nothing->button(), &QPushButton::clicked, this, &TextPanel::readWanted);
    m_stack->addWidget(nothing);
    m_stack->addWidget(sentence(tr("Reading the page…"), this));
    m_stack->addWidget(sentence(tr("No text was found on this page."), this));
    m_stack->addWidget(buildList());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stack, 1);
    connect(&m_lines, &QAbstractItemModel::modelReset, this, &TextPanel::refresh);
    connect(&m_lines, &QAbstractItemModel::dataChanged, this, &TextPanel::refreshCount);
    refresh();
}

QWidget* TextPanel::buildList() {
    m_list->setObjectName(QStringLiteral("lineList"));
    m_list->setAccessibleName(tr("Lines of the page"));
    m_list->setModel(&m_lines);
    m_list->setItemDelegate(m_delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::SelectedClicked);
    m_list->setMouseTracking(true);
    m_list->viewport()->installEventFilter(this);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                m_span = {};
                refreshPicture();
                emit lineChosen(current.row());
            });
    // Enter goes on to the next line, as typing would.
    connect(m_delegate, &ProofDelegate::accepted, this, [this] {
        const int next = m_list->currentIndex().row() + 1;
        if (next < m_lines.rowCount()) {
            m_list->setCurrentIndex(m_lines.index(next));
        }
        m_list->setFocus();
    });
    auto* whole = new QWidget(this);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_picture);
    column->addWidget(m_list, 1);
    column->addWidget(buildFooter());
    return whole;
}

QWidget* TextPanel::buildFooter() {
    m_count->setObjectName(QStringLiteral("uncertainCount"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_previous->setObjectName(QStringLiteral("previousUncertainButton"));
    m_next->setObjectName(QStringLiteral("nextUncertainButton"));
    m_export->setObjectName(QStringLiteral("exportTextButton"));
    auto* footer = new QWidget(this);
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(kMargin, kGap, kGap, kGap);
    row->setSpacing(kUnit);
    row->addWidget(m_count, 1);
    for (QToolButton* button : {m_previous, m_next, m_export}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    return footer;
}

void TextPanel::setActions(QAction* previous, QAction* next, QAction* exporting) {
    m_previous->setDefaultAction(previous);
    m_next->setDefaultAction(next);
    m_export->setDefaultAction(exporting);
}

void TextPanel::setDocument(std::shared_ptr<const app::Document> document,
                            app::Annotations* annotations) {
    m_picture->setDocument(std::move(document));
    m_annotations = annotations;
    m_page = 0;
    m_lines.show(annotations, m_page);
}

void TextPanel::showPage(int page) {
    if (page != m_page) {
        m_page = page;
        m_lines.show(m_annotations, page);
    }
}

void TextPanel::setReading(bool reading) {
    if (reading == m_reading) {
        return;
    }
    m_reading = reading;
    refresh();
    if (!reading && m_lines.page() != nullptr && isVisible()) {
        announce(*m_list, m_count->text());
    }
}

int TextPanel::currentLine() const {
    return m_list->currentIndex().row();
}

void TextPanel::chooseLine(int row) {
    m_list->setCurrentIndex(m_lines.index(row));
    m_list->scrollTo(m_lines.index(row));
}

void TextPanel::lightLine(int row) {
    m_delegate->setLit(row);
    m_list->viewport()->update();
}

bool TextPanel::stepToUncertain(int by, bool fromEnd) {
    const int rows = m_lines.rowCount();
    const int first = by > 0 ? 0 : rows - 1;
    const bool starts = fromEnd || currentLine() < 0;
    for (int row = starts ? first : currentLine(); row >= 0 && row < rows; row += by) {
        QVector<app::UncertainSpan> spans = app::uncertainSpans(m_lines.line(row));
        if (by < 0) {
            std::reverse(spans.begin(), spans.end());
        }
        for (const app::UncertainSpan& span : spans) {
            const bool isHere = !starts && row == currentLine() && m_span.length > 0;
            const bool isPast = by > 0 ? span.start <= m_span.start : span.start >= m_span.start;
            if (!isHere || !isPast) {
                editWord(row, span);
                return true;
            }
        }
    }
    return false;
}

void TextPanel::editWord(int row, const app::UncertainSpan& span) {
    const QModelIndex index = m_lines.index(row);
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
    m_span = span;
    refreshPicture();
    if (m_list->indexWidget(index) == nullptr) {
        m_list->edit(index);
    }
    if (auto* edit = qobject_cast<QLineEdit*>(m_list->indexWidget(index))) {
        edit->setSelection(span.start, span.length);
    }
}

void TextPanel::refresh() {
    const app::ProofPage* page = m_lines.page();
    m_stack->setCurrentIndex(m_reading               ? Reading
                             : page == nullptr       ? NotRead
                             : page->lines.isEmpty() ? NoText
                                                     : Lines);
    m_span = {};
    refreshCount();
    refreshPicture();
}

void TextPanel::refreshCount() {
    const app::ProofPage* page = m_lines.page();
    const int count = page != nullptr ? page->uncertainCount() : 0;
    QString text =
        count == 0 ? tr("No uncertain words") : tr("%Ln uncertain words", nullptr, count);
    if (page != nullptr && !page->complete) {
        text = tr("Text may be missing. %1").arg(text);
    }
    m_count->setText(text);
}

void TextPanel::refreshPicture() {
    const int row = currentLine();
    if (m_lines.page() == nullptr || row < 0 || row >= m_lines.rowCount()) {
        m_picture->setVisible(false);
        return;
    }
    m_picture->setVisible(true);
    const app::ProofLine& line = m_lines.line(row);
    const QRectF word = m_span.length > 0 ? app::placeOf(line, m_span) : QRectF();
    m_picture->showLine(m_page, line.read.box, word);
}

bool TextPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseMove) {
        emit lineHovered(m_list->indexAt(static_cast<QMouseEvent*>(event)->pos()).row());
    } else if (event->type() == QEvent::Leave) {
        emit lineHovered(-1);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui

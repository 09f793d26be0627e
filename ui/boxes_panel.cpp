// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boxes_panel.h"

#include "ui/box_label_delegate.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/segmented_control.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {

enum Scope { AllPages, ThisPage };

constexpr char kLitProperty[] = "litBox";

} // namespace

BoxesPanel::BoxesPanel(QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_count(new QLabel(this))
    , m_scope(new SegmentedControl(this))
    , m_corner(new QWidget(this))
    , m_add(new QToolButton(m_corner))
    , m_remove(new QToolButton(m_corner))
    , m_import(new QToolButton(this))
    , m_export(new QToolButton(this)) {
    setObjectName(QStringLiteral("boxesPanel"));
    auto* nothing = new EmptyState(
        QStringLiteral("place"),
        tr("No boxes yet. Find something and keep its places, or draw a box on the page."),
        tr("Find…"), this);
    nothing->button()->setObjectName(QStringLiteral("findFromBoxes"));
    connect(nothing->button(), &QPushButton::clicked, this, &BoxesPanel::findWanted);
    m_stack->addWidget(nothing);
    m_stack->addWidget(buildTable());
    auto* tools = new QHBoxLayout(m_corner);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(kUnit);
    tools->addWidget(m_add);
    tools->addWidget(m_remove);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stack, 1);
    column->addWidget(buildFooter());
    m_add->setObjectName(QStringLiteral("addBoxButton"));
    m_remove->setObjectName(QStringLiteral("deleteBoxesButton"));
    m_import->setObjectName(QStringLiteral("importBoxesButton"));
    m_export->setObjectName(QStringLiteral("exportBoxesButton"));
    for (QToolButton* button : {m_add, m_remove, m_import, m_export}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    connect(&m_rows, &QAbstractItemModel::rowsInserted, this, &BoxesPanel::refresh);
    connect(&m_rows, &QAbstractItemModel::rowsRemoved, this, &BoxesPanel::refresh);
    connect(&m_rows, &QAbstractItemModel::modelReset, this, &BoxesPanel::refresh);
    refresh();
}

QWidget* BoxesPanel::buildTable() {
    m_table->setObjectName(QStringLiteral("boxTable"));
    m_table->setAccessibleName(tr("Boxes"));
    m_table->setModel(&m_rows);
    m_table->setItemDelegate(new BoxLabelDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->viewport()->setAutoFillBackground(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder); // as they were added
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kControlHeight);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(40);
    header->setSectionResizeMode(app::BoxList::Label, QHeaderView::Stretch);
    m_table->setMouseTracking(true);
    m_table->viewport()->installEventFilter(this);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        emit selectionChanged();
        if (!m_quiet) {
            tellChosen();
        }
    });
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& index) { emit boxActivated(m_rows.idOf(index)); });
    return m_table;
}

QWidget* BoxesPanel::buildFooter() {
    m_scope->setObjectName(QStringLiteral("boxScope"));
    m_scope->addSegment(AllPages, tr("All pages"), tr("List the boxes of all pages"));
    m_scope->addSegment(ThisPage, tr("This page"), tr("List the boxes of this page only"));
    connect(m_scope, &SegmentedControl::chosen, this,
            [this](int scope) { m_rows.showOnlyPage(scope == ThisPage ? m_page : -1); });
    m_count->setObjectName(QStringLiteral("boxCount"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto* footer = new QWidget(this);
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(kMargin, kGap, kGap, kGap);
    row->setSpacing(kUnit);
    row->addWidget(m_scope);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(m_import);
    row->addWidget(m_export);
    return footer;
}

void BoxesPanel::setAnnotations(app::Annotations* annotations) {
    m_rows.setAnnotations(annotations);
}

void BoxesPanel::setPages(int count, int current) {
    m_scope->setVisible(count > 1);
    m_table->setColumnHidden(app::BoxList::Page, count <= 1);
    m_page = current;
    m_rows.showOnlyPage(count > 1 && m_scope->current() == ThisPage ? current : -1);
}

void BoxesPanel::setColors(std::function<int(const QString& label)> colorOf) {
    auto* delegate = static_cast<BoxLabelDelegate*>(m_table->itemDelegate());
    delegate->setMarks([this, colorOf = std::move(colorOf)](const QModelIndex& index) {
        const quint64 lit = m_table->property(kLitProperty).toULongLong();
        const QString label = index.siblingAtColumn(app::BoxList::Label).data().toString();
        return BoxLabelDelegate::Mark{m_rows.numberOf(index), colorOf(label),
                                      lit != 0 && m_rows.idOf(index) == lit};
    });
}

void BoxesPanel::setActions(QAction* add, QAction* remove, QAction* importing, QAction* exporting) {
    m_add->setDefaultAction(add);
    m_remove->setDefaultAction(remove);
    m_import->setDefaultAction(importing);
    m_export->setDefaultAction(exporting);
}

QVector<quint64> BoxesPanel::chosen() const {
    QVector<quint64> ids;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows()) {
        ids.append(m_rows.idOf(index));
    }
    return ids;
}

void BoxesPanel::choose(quint64 id) {
    m_quiet = true;
    const QModelIndex index = m_rows.indexOf(id);
    if (index.isValid()) {
        m_table->setCurrentIndex(index);
        m_table->scrollTo(index);
    } else {
        m_table->clearSelection();
    }
    m_quiet = false;
}

void BoxesPanel::light(quint64 id) {
    m_table->setProperty(kLitProperty, id);
    m_table->viewport()->update();
}

bool BoxesPanel::editLabel() {
    const QModelIndex current = m_table->currentIndex();
    if (!m_table->hasFocus() || !current.isValid()) {
        return false;
    }
    m_table->edit(current.siblingAtColumn(app::BoxList::Label));
    return true;
}

void BoxesPanel::tellChosen() {
    const QVector<quint64> ids = chosen();
    emit boxChosen(ids.size() == 1 ? ids.first() : 0);
}

void BoxesPanel::refresh() {
    const int count = m_rows.sourceModel()->rowCount();
    m_stack->setCurrentIndex(count > 0 ? 1 : 0);
    m_count->setText(count == 0 ? QString() : tr("%Ln boxes", nullptr, count));
    for (const int column : {app::BoxList::Page, app::BoxList::Place, app::BoxList::Source}) {
        m_table->resizeColumnToContents(column);
    }
}

bool BoxesPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseMove) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        emit boxHovered(m_rows.idOf(m_table->indexAt(mouse->pos())));
    } else if (event->type() == QEvent::Leave) {
        emit boxHovered(0);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/question_list.h"

#include "ui/theme.h"
#include "ui/widgets/plain_button.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableWidget>

#include <algorithm>

namespace ui {

namespace {

constexpr int kHeadingWidth = 180;

} // namespace

QuestionList::QuestionList(QWidget* parent)
    : QWidget(parent)
    , m_table(new QTableWidget(0, 2, this))
    , m_remove(plainButton("removeQuestion", tr("Remove"), this))
    , m_up(plainButton("questionUp", tr("Up"), this))
    , m_down(plainButton("questionDown", tr("Down"), this)) {
    m_table->setObjectName(QStringLiteral("questionTable"));
    m_table->setAccessibleName(tr("Questions"));
    m_table->setHorizontalHeaderLabels({tr("Question"), tr("Heading of its column")});
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setShowGrid(false);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kControlHeight);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setSectionResizeMode(Text, QHeaderView::Stretch);
    header->resizeSection(Heading, kHeadingWidth);
    setFocusProxy(m_table);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    row->addWidget(m_table, 1);
    row->addLayout(buildButtons());
    m_table->setFixedHeight(row->itemAt(1)->sizeHint().height());
    connect(m_table, &QTableWidget::itemChanged, this, [this] { refresh(); });
    connect(m_table, &QTableWidget::currentCellChanged, this, [this] { refresh(); });
    refresh();
}

QLayout* QuestionList::buildButtons() {
    QPushButton* added = plainButton("addQuestion", tr("Add"), this);
    connect(added, &QPushButton::clicked, this, &QuestionList::add);
    connect(m_remove, &QPushButton::clicked, this, &QuestionList::remove);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    auto* buttons = new QVBoxLayout;
    buttons->setSpacing(kUnit);
    for (QPushButton* button : {added, m_remove, m_up, m_down}) {
        buttons->addWidget(button);
    }
    return buttons;
}

void QuestionList::setQuestions(const QVector<app::TableQuestion>& questions) {
    m_table->setRowCount(0);
    for (const app::TableQuestion& question : questions) {
        append(question);
    }
}

QVector<app::TableQuestion> QuestionList::questions() const {
    QVector<app::TableQuestion> questions;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        if (const QString text = textAt(row, Text); !text.isEmpty()) {
            questions.append({text, textAt(row, Heading)});
        }
    }
    return questions;
}

QString QuestionList::textAt(int row, int column) const {
    const QTableWidgetItem* item = m_table->item(row, column);
    return item != nullptr ? item->text().simplified() : QString();
}

void QuestionList::append(const app::TableQuestion& question) {
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, Text, new QTableWidgetItem(question.text));
    m_table->setItem(row, Heading, new QTableWidgetItem(question.heading));
}

void QuestionList::add() {
    append({});
    m_table->setCurrentCell(m_table->rowCount() - 1, Text);
    m_table->setFocus();
    m_table->editItem(m_table->currentItem());
}

void QuestionList::remove() {
    m_table->removeRow(m_table->currentRow());
    refresh();
}

void QuestionList::move(int by) {
    const int from = m_table->currentRow();
    for (const int column : {Text, Heading}) {
        QTableWidgetItem* moved = m_table->takeItem(from, column);
        m_table->setItem(from, column, m_table->takeItem(from + by, column));
        m_table->setItem(from + by, column, moved);
    }
    m_table->setCurrentCell(from + by, m_table->currentColumn());
}

void QuestionList::refresh() {
    const int row = m_table->currentRow();
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_table->rowCount());
    emit changed();
}

} // namespace ui

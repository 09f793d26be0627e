// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/job_dialog.h"

#include "ui/dialogs/input_list.h"
#include "ui/dropped_paths.h"
#include "ui/failure_text.h"
#include "ui/icons.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"
#include "ui/time_left.h"
#include "ui/widgets/plain_button.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace ui {

JobDialog::JobDialog(Prompts& prompts, const QString& title, const QString& wanted, QWidget* parent)
    : QDialog(parent)
    , m_column(new QVBoxLayout(this))
    , m_formToggle(new QToolButton(this))
    , m_formHolder(new QWidget(this))
    , m_form(new QFormLayout(m_formHolder))
    , m_inputs(new InputList(prompts, this))
    , m_hint(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_said(new QLabel(this))
    , m_buttons(new QHBoxLayout)
    , m_look(plainButton("lookAtIt", tr("&Look at It"), this))
    , m_start(plainButton("startJob", tr("&Start"), this))
    , m_pause(plainButton("pauseJob", tr("&Pause"), this))
    , m_stop(plainButton("stopJob", tr("S&top"), this)) {
    setWindowTitle(title);
    setAcceptDrops(true);
    m_progress->setObjectName(QStringLiteral("jobProgress"));
    m_progress->setAccessibleName(tr("Documents done"));
    m_progress->setTextVisible(false);
    for (QLabel* label : {m_hint, m_said}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_hint->setObjectName(QStringLiteral("jobHint"));
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_said->setObjectName(QStringLiteral("jobSaid"));
    m_said->setMinimumHeight(2 * fontMetrics().lineSpacing()); // nothing jumps
    m_said->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_column->setContentsMargins(2 * kMargin, 2 * kMargin, 2 * kMargin, kMargin);
    m_column->setSpacing(kMargin);
    m_column->addWidget(buildWanted(wanted));
    m_column->addWidget(m_formHolder);
    m_column->addWidget(m_hint);
    m_column->addWidget(m_progress);
    m_column->addWidget(m_said);
}

// --- what is wanted ---

QWidget* JobDialog::buildWanted(const QString& wanted) {
    m_formToggle->setObjectName(QStringLiteral("showJob"));
    m_formToggle->setText(wanted);
    m_formToggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_formToggle->setAutoRaise(true);
    m_formToggle->setCheckable(true);
    m_formToggle->setFocusPolicy(Qt::TabFocus);
    connect(m_formToggle, &QToolButton::clicked, this, &JobDialog::showForm);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(kMargin);
    m_form->setVerticalSpacing(kMargin);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(tr("&Documents"), m_inputs);
    connect(m_inputs, &InputList::changed, this, [this] { refresh(); });
    showForm(true);
    return m_formToggle;
}

// Out of the way of results, back when it is wanted.
void JobDialog::showForm(bool shown) {
    m_formToggle->setChecked(shown);
    m_formToggle->setIcon(icon(shown ? QStringLiteral("down") : QStringLiteral("next")));
    m_formHolder->setVisible(shown);
}

void JobDialog::addRow(const QString& label, QWidget* buddy, QLayout* field) {
    auto* before = new QLabel(label, this);
    before->setBuddy(buddy);
    m_form->addRow(before, field);
}

void JobDialog::ready(const QStringList& inputs) {
    m_column->addLayout(buildButtons());
    QWidget* before = m_results; // the order of the Tab key is that of the eye
    for (int i = 0; i < m_buttons->count(); ++i) {
        if (QWidget* button = m_buttons->itemAt(i)->widget()) {
            setTabOrder(before, button);
            before = button;
        }
    }
    addInputs(inputs);
    setState(State::Ready);
}

void JobDialog::addInputs(const QStringList& paths) {
    if (!paths.isEmpty()) {
        showForm(true);
    }
    m_inputs->add(paths);
}

QStringList JobDialog::inputs() const {
    return m_inputs->paths();
}

QString JobDialog::problem() const {
    if (m_inputs->paths().isEmpty()) {
        return tr("Add documents or folders, or drop them here.");
    }
    const QString needed = missing();
    return needed.isEmpty() ? m_modelProblem : needed;
}

void JobDialog::setModel(const QString& problem, const QString& advice) {
    m_modelProblem = problem;
    m_modelAdvice = advice;
    refresh();
}

void JobDialog::dragEnterEvent(QDragEnterEvent* event) {
    if (m_state == State::Ready && !localPaths(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void JobDialog::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    addInputs(localPaths(*event->mimeData()));
}

// --- what becomes of it ---

void JobDialog::addResults(QTableView* table, QWidget* below) {
    m_results = table;
    table->setWordWrap(false);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->setDefaultSectionSize(kControlHeight);
    QHeaderView* header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    connect(table, &QTableView::activated, this, &JobDialog::look);
    connect(table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { refresh(); });
    connect(table->model(), &QAbstractItemModel::modelReset, this, [this] { refresh(); });
    m_column->addWidget(table, 1);
    if (below != nullptr) {
        m_column->addWidget(below);
    }
    addResultButton(m_look);
}

void JobDialog::addResultButton(QPushButton* button) {
    m_buttons->addWidget(button);
}

QLayout* JobDialog::buildButtons() {
    m_start->setProperty(kPrimaryProperty, true);
    QPushButton* close = plainButton("closeJob", tr("&Close"), this);
    connect(m_look, &QPushButton::clicked, this, [this] { look(m_results->currentIndex()); });
    connect(m_start, &QPushButton::clicked, this, &JobDialog::startWanted);
    connect(m_pause, &QPushButton::clicked, this,
            [this] { m_state == State::Paused ? emit resumeWanted() : emit pauseWanted(); });
    connect(m_stop, &QPushButton::clicked, this, &JobDialog::stopWanted);
    connect(close, &QPushButton::clicked, this, &QDialog::hide); // the job goes on
    m_buttons->setSpacing(kGap);
    m_buttons->addStretch(1);
    for (QPushButton* button : {m_start, m_pause, m_stop, close}) {
        m_buttons->addWidget(button);
    }
    return m_buttons;
}

void JobDialog::look(const QModelIndex& index) {
    if (const auto place = index.isValid() ? lookAt(index) : std::nullopt) {
        emit lookWanted(*place);
    }
}

void JobDialog::setState(State state) {
    if (m_state == State::Ready && state == State::Running) {
        showForm(false);
    }
    m_state = state;
    refresh();
}

void JobDialog::refresh() {
    if (m_results == nullptr) {
        return; // it is being built
    }
    const bool ready = m_state == State::Ready;
    const QString found = ready ? problem() : QString();
    const QString hint = ready && found.isEmpty() ? m_modelAdvice : found;
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_formHolder->setEnabled(ready);
    m_start->setVisible(ready);
    m_start->setEnabled(found.isEmpty());
    m_pause->setVisible(!ready);
    m_pause->setEnabled(m_state != State::Stopping);
    m_pause->setText(m_state == State::Paused ? tr("&Go On") : tr("&Pause"));
    m_stop->setVisible(!ready);
    m_stop->setEnabled(m_state != State::Stopping);
    m_progress->setVisible(m_results->model()->rowCount() > 0);
    m_look->setEnabled(m_results->currentIndex().isValid());
}

void JobDialog::begin(int documents) {
    m_progress->setRange(0, std::max(1, documents));
    m_progress->setValue(0);
    refresh();
}

void JobDialog::showProgress(int documentsDone, const QString& text,
                             std::optional<double> secondsLeft) {
    m_progress->setValue(documentsDone);
    say(secondsLeft ? text + QStringLiteral(" · ") + timeLeftText(*secondsLeft) : text);
}

void JobDialog::showEnd(QString text, int left, const std::optional<app::Failure>& end) {
    setState(State::Ready);
    m_progress->setValue(m_progress->maximum() - left);
    if (left > 0) {
        text += u' ' + tr("%Ln are left: start again, and it goes on from there.", nullptr, left);
    }
    if (end) {
        text = failureText(*end) + u' ' + text;
    }
    say(text, end ? failureDetails(*end) : QString());
}

void JobDialog::say(const QString& text, const QString& details) {
    m_said->setText(text);
    m_said->setToolTip(details);
}

} // namespace ui

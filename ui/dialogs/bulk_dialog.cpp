// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/bulk_dialog.h"

#include "ui/dropped_paths.h"
#include "ui/export_texts.h"
#include "ui/failure_text.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"
#include "ui/time_left.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/plain_button.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>

#include <algorithm>
#include <functional>

namespace ui {

namespace {

constexpr QSize kFirstSize(860, 700);
constexpr int kInputLines = 3;

} // namespace

BulkDialog::BulkDialog(Prompts& prompts, const app::BulkJob& job, QWidget* parent)
    : QDialog(parent)
    , m_prompts(prompts)
    , m_sorted(new QSortFilterProxyModel(this))
    , m_inputs(new QListWidget(this))
    , m_remove(plainButton("removeBulkInputs", tr("Remove"), this))
    , m_folder(new QLineEdit(QDir::toNativeSeparators(job.folder), this))
    , m_ownText(new QComboBox(this))
    , m_hint(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_said(new QLabel(this))
    , m_table(new QTableView(this))
    , m_look(plainButton("lookAtBulkPage", tr("&Look at It"), this))
    , m_start(plainButton("startBulk", tr("&Start"), this))
    , m_pause(plainButton("pauseBulk", tr("&Pause"), this))
    , m_stop(plainButton("stopBulk", tr("S&top"), this)) {
    setObjectName(QStringLiteral("bulkDialog"));
    setWindowTitle(tr("Read Many Documents"));
    setAcceptDrops(true);
    m_form = buildForm(job);
    m_progress->setObjectName(QStringLiteral("bulkProgress"));
    m_progress->setAccessibleName(tr("Documents done"));
    m_progress->setTextVisible(false);
    for (QLabel* label : {m_hint, m_said}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_hint->setObjectName(QStringLiteral("bulkHint"));
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_said->setObjectName(QStringLiteral("bulkSaid"));
    m_said->setMinimumHeight(2 * fontMetrics().lineSpacing()); // nothing jumps
    m_said->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kMargin, 2 * kMargin, 2 * kMargin, kMargin);
    column->setSpacing(kMargin);
    column->addWidget(m_form);
    column->addWidget(m_hint);
    column->addWidget(m_progress);
    column->addWidget(m_said);
    column->addWidget(buildTable(), 1);
    column->addLayout(buildButtons());
    resize(kFirstSize);
    addInputs(job.inputs);
    setState(State::Ready);
}

// --- what is wanted ---

QWidget* BulkDialog::buildForm(const app::BulkJob& job) {
    m_ownText->setObjectName(QStringLiteral("bulkOwnText"));
    m_ownText->addItem(tr("Keep their text, read the others"), int(app::OwnText::Keep));
    m_ownText->addItem(tr("Read them all the same"), int(app::OwnText::Ignore));
    m_ownText->addItem(tr("Leave them out"), int(app::OwnText::Skip));
    m_ownText->setCurrentIndex(m_ownText->findData(int(job.ownText)));
    auto* holder = new QWidget(this);
    auto* form = new QFormLayout(holder);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(kMargin);
    form->setVerticalSpacing(kMargin);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto* inputs = new QLabel(tr("&Documents"), this);
    inputs->setBuddy(m_inputs);
    form->addRow(inputs, buildInputs());
    auto* into = new QLabel(tr("&Into"), this);
    into->setBuddy(m_folder);
    form->addRow(into, buildFolder());
    form->addRow(new QLabel(tr("As"), this), buildFormats(job.formats));
    form->addRow(tr("Pages with te&xt"), m_ownText);
    return holder;
}

QLayout* BulkDialog::buildInputs() {
    m_inputs->setObjectName(QStringLiteral("bulkInputs"));
    m_inputs->setAccessibleName(tr("Files and folders to read"));
    m_inputs->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_inputs->setTextElideMode(Qt::ElideMiddle);
    m_inputs->setFixedHeight(kInputLines * kControlHeight);
    QPushButton* files = plainButton("addBulkFiles", tr("Add &Files…"), this);
    QPushButton* folder = plainButton("addBulkFolder", tr("Add a F&older…"), this);
    connect(files, &QPushButton::clicked, this, [this] { addInputs(m_prompts.chooseFiles()); });
    connect(folder, &QPushButton::clicked, this,
            [this] { addInputs({m_prompts.chooseFolder(tr("A folder with documents"))}); });
    connect(m_remove, &QPushButton::clicked, this, &BulkDialog::removeInputs);
    connect(m_inputs, &QListWidget::itemSelectionChanged, this, &BulkDialog::refresh);
    auto* buttons = new QVBoxLayout;
    buttons->setSpacing(kUnit);
    for (QPushButton* button : {folder, files, m_remove}) {
        buttons->addWidget(button);
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(m_inputs, 1);
    row->addLayout(buttons);
    return row;
}

QLayout* BulkDialog::buildFolder() {
    m_folder->setObjectName(QStringLiteral("bulkFolder"));
    m_folder->setAccessibleName(tr("Folder to write into"));
    QPushButton* choose = plainButton("chooseBulkFolder", tr("Choose…"), this);
    connect(choose, &QPushButton::clicked, this, &BulkDialog::chooseFolder);
    connect(m_folder, &QLineEdit::textChanged, this, &BulkDialog::refresh);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(m_folder, 1);
    row->addWidget(choose);
    return row;
}

QLayout* BulkDialog::buildFormats(const QStringList& chosen) {
    auto* flow = new FlowLayout(kMargin);
    for (const app::ExportFormat& format : app::exportFormats()) {
        if (!format.isOfText()) {
            continue;
        }
        const QString name = QString::fromLatin1(format.name);
        auto* box = new QCheckBox(exportTitle(format), this);
        box->setObjectName(QStringLiteral("bulkAs-") + name);
        box->setToolTip(exportDescription(format));
        box->setChecked(chosen.contains(name));
        connect(box, &QCheckBox::toggled, this, &BulkDialog::refresh);
        m_formats.append(box);
        flow->addWidget(box);
    }
    return flow;
}

void BulkDialog::addInputs(const QStringList& paths) {
    for (const QString& path : paths) {
        const QString shown = QDir::toNativeSeparators(path);
        if (!path.isEmpty() && m_inputs->findItems(shown, Qt::MatchExactly).isEmpty()) {
            m_inputs->addItem(shown);
        }
    }
    refresh();
}

void BulkDialog::removeInputs() {
    qDeleteAll(m_inputs->selectedItems());
    refresh();
}

void BulkDialog::chooseFolder() {
    const QString folder = m_prompts.chooseFolder(tr("Folder to write into"));
    if (!folder.isEmpty()) {
        m_folder->setText(QDir::toNativeSeparators(folder));
    }
}

app::BulkJob BulkDialog::job() const {
    app::BulkJob job;
    for (int row = 0; row < m_inputs->count(); ++row) {
        job.inputs.append(QDir::fromNativeSeparators(m_inputs->item(row)->text()));
    }
    job.folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    job.ownText = app::OwnText(m_ownText->currentData().toInt());
    job.formats.clear();
    int box = 0;
    for (const app::ExportFormat& format : app::exportFormats()) {
        if (format.isOfText() && m_formats[box++]->isChecked()) {
            job.formats.append(QString::fromLatin1(format.name));
        }
    }
    return job;
}

// What keeps the job from starting; empty: nothing.
QString BulkDialog::missing() const {
    const app::BulkJob wanted = job();
    if (wanted.inputs.isEmpty()) {
        return tr("Add documents or folders, or drop them here.");
    }
    if (wanted.folder.isEmpty()) {
        return tr("Choose a folder to write into. The documents themselves are never changed.");
    }
    if (wanted.formats.isEmpty()) {
        return tr("Choose at least one format.");
    }
    return m_modelProblem;
}

void BulkDialog::setModelProblem(const QString& problem) {
    m_modelProblem = problem;
    refresh();
}

void BulkDialog::dragEnterEvent(QDragEnterEvent* event) {
    if (m_state == State::Ready && !localPaths(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void BulkDialog::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    addInputs(localPaths(*event->mimeData()));
}

// --- what becomes of it ---

QWidget* BulkDialog::buildTable() {
    m_sorted->setSourceModel(&m_rows);
    m_sorted->setSortRole(BulkRows::OrderRole);
    m_sorted->sort(0);
    m_table->setObjectName(QStringLiteral("bulkTable"));
    m_table->setAccessibleName(tr("Documents"));
    m_table->setModel(m_sorted);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kControlHeight);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setSectionResizeMode(BulkRows::Document, QHeaderView::Interactive);
    header->resizeSection(BulkRows::Document, kFirstSize.width() / 3);
    header->resizeSection(BulkRows::Pages, kFirstSize.width() / 12);
    header->setStretchLastSection(true);
    connect(m_table, &QTableView::activated, this, &BulkDialog::look);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &BulkDialog::refresh);
    connect(m_sorted, &QAbstractItemModel::modelReset, this, &BulkDialog::refresh);
    return m_table;
}

QLayout* BulkDialog::buildButtons() {
    m_start->setProperty(kPrimaryProperty, true);
    QPushButton* close = plainButton("closeBulk", tr("&Close"), this);
    connect(m_look, &QPushButton::clicked, this, [this] { look(m_table->currentIndex()); });
    connect(m_start, &QPushButton::clicked, this, [this] { emit startWanted(job()); });
    connect(m_pause, &QPushButton::clicked, this, &BulkDialog::togglePause);
    connect(m_stop, &QPushButton::clicked, this, &BulkDialog::stopWanted);
    connect(close, &QPushButton::clicked, this, &QDialog::hide); // the job goes on
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(m_look);
    row->addStretch(1);
    for (QPushButton* button : {m_start, m_pause, m_stop, close}) {
        row->addWidget(button);
    }
    return row;
}

void BulkDialog::togglePause() {
    m_state == State::Paused ? emit resumeWanted() : emit pauseWanted();
}

void BulkDialog::look(const QModelIndex& index) {
    if (index.isValid()) {
        if (const auto place = m_rows.lookAt(m_sorted->mapToSource(index).row())) {
            emit lookWanted(*place);
        }
    }
}

void BulkDialog::setState(State state) {
    m_state = state;
    refresh();
}

void BulkDialog::refresh() {
    const bool ready = m_state == State::Ready;
    const QString problem = ready ? missing() : QString();
    m_hint->setText(problem);
    m_hint->setVisible(!problem.isEmpty());
    m_form->setEnabled(ready);
    m_remove->setEnabled(ready && !m_inputs->selectedItems().isEmpty());
    m_start->setVisible(ready);
    m_start->setEnabled(problem.isEmpty());
    m_pause->setVisible(!ready);
    m_pause->setEnabled(m_state != State::Stopping);
    m_pause->setText(m_state == State::Paused ? tr("&Go On") : tr("&Pause"));
    m_stop->setVisible(!ready);
    m_stop->setEnabled(m_state != State::Stopping);
    m_progress->setVisible(m_rows.rowCount() > 0);
    m_look->setEnabled(m_table->currentIndex().isValid());
}

void BulkDialog::begin(const QVector<app::BulkItem>& items) {
    m_rows.begin(items);
    m_progress->setRange(0, std::max(1, int(items.size())));
    m_progress->setValue(0);
    refresh();
}

void BulkDialog::showProgress(const app::BulkProgress& progress) {
    m_rows.setInHand(progress.document, progress.page);
    m_progress->setValue(progress.documentsDone);
    const QLocale locale;
    QString text =
        tr("%1 of %2 documents done, %Ln pages", nullptr, progress.pagesDone)
            .arg(locale.toString(progress.documentsDone), locale.toString(progress.documents));
    if (progress.secondsLeft) {
        text += QStringLiteral(" · ") + timeLeftText(*progress.secondsLeft);
    }
    say(text);
}

void BulkDialog::finish(const app::BulkDocument& document) {
    m_rows.finish(document);
}

void BulkDialog::showEnd(const app::BulkReport& report) {
    setState(State::Ready);
    m_rows.setInHand({}, 0);
    m_progress->setValue(int(report.documents.size()));
    QString text = tr("%Ln documents are done.", nullptr, int(report.documents.size()));
    const auto toLookAt = std::count_if(report.documents.begin(), report.documents.end(),
                                        std::mem_fn(&app::BulkDocument::isToLookAt));
    if (toLookAt > 0) {
        text += u' ' + tr("Look at %Ln of them.", nullptr, int(toLookAt));
    }
    if (report.left > 0) {
        text += u' ' +
                tr("%Ln are left: start again, and it goes on from there.", nullptr, report.left);
    }
    if (report.end) {
        text = failureText(*report.end) + u' ' + text;
    }
    say(text, report.end ? failureDetails(*report.end) : QString());
}

void BulkDialog::say(const QString& text, const QString& details) {
    m_said->setText(text);
    m_said->setToolTip(details);
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/table_dialog.h"

#include "app/documents/page_ranges.h"
#include "ui/dialogs/question_list.h"
#include "ui/theme.h"
#include "ui/widgets/plain_button.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace ui {

namespace {

constexpr QSize kFirstSize(960, 760);
constexpr int kColumnWidth = 200; // of answers, at least
constexpr int kNameWidth = 220;   // of documents, at most
constexpr int kAnswerLines = 3;
constexpr int kMostPages = 100'000; // that a range may count to

int answersIn(const app::Table& table) {
    int answers = 0;
    for (const app::TableRow& row : table.rows) {
        answers += int(row.cells.size());
    }
    return answers;
}

int toCheckIn(const app::Table& table) {
    int flagged = 0;
    for (const app::TableRow& row : table.rows) {
        flagged += row.failure ? 1 : 0;
        flagged +=
            int(std::count_if(row.cells.begin(), row.cells.end(),
                              [](const app::TableCell& cell) { return !cell.flag().isEmpty(); }));
    }
    return flagged;
}

} // namespace

TableDialog::TableDialog(Prompts& prompts, const app::TableJob& job, QWidget* parent)
    : JobDialog(prompts, tr("Ask Many Documents"), tr("Documents and questions"), parent)
    , m_questions(new QuestionList(this))
    , m_rowsOf(new QComboBox(this))
    , m_pages(new QLineEdit(job.pages, this))
    , m_grid(new QTableView(this))
    , m_remark(new QLabel(this))
    , m_answer(new QPlainTextEdit(this))
    , m_next(plainButton("nextToCheck", tr("&Next to Check"), this))
    , m_save(plainButton("saveTable", tr("Sa&ve As…"), this)) {
    setObjectName(QStringLiteral("tableDialog"));
    m_questions->setQuestions(job.questions.isEmpty() ? QVector<app::TableQuestion>{{}}
                                                      : job.questions);
    connect(m_questions, &QuestionList::changed, this, [this] { refresh(); });
    form().addRow(tr("&Questions"), m_questions);
    addRow(tr("A &row for"), m_rowsOf, buildPages(job));
    addResults(buildGrid(), buildAnswer());
    addResultButton(m_next);
    addResultButton(m_save);
    m_next->setShortcut(QKeySequence(Qt::Key_F8));
    connect(m_next, &QPushButton::clicked, this, &TableDialog::goToNextToCheck);
    connect(m_save, &QPushButton::clicked, this, &TableDialog::saveWanted);
    ready(job.inputs);
    setTabOrder(m_grid, m_answer);
    resize(kFirstSize);
}

TableDialog::~TableDialog() {
    m_questions->disconnect(this); // a text that is being written comes when nobody takes it
}

// --- what is wanted ---

QLayout* TableDialog::buildPages(const app::TableJob& job) {
    m_rowsOf->setObjectName(QStringLiteral("tableRows"));
    m_rowsOf->addItem(tr("Each document, its pages together"), int(app::TableRows::Documents));
    m_rowsOf->addItem(tr("Each page"), int(app::TableRows::Pages));
    m_rowsOf->setCurrentIndex(m_rowsOf->findData(int(job.rows)));
    m_pages->setObjectName(QStringLiteral("tablePages"));
    m_pages->setPlaceholderText(tr("All, or for example 1-3,7"));
    connect(m_pages, &QLineEdit::textChanged, this, [this] { refresh(); });
    auto* pages = new QLabel(tr("Pag&es"), this);
    pages->setBuddy(m_pages);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(m_rowsOf);
    row->addSpacing(kMargin);
    row->addWidget(pages);
    row->addWidget(m_pages, 1);
    return row;
}

app::TableJob TableDialog::job() const {
    app::TableJob job;
    job.inputs = inputs();
    job.questions = m_questions->questions();
    job.rows = app::TableRows(m_rowsOf->currentData().toInt());
    job.pages = m_pages->text().trimmed();
    return job;
}

QString TableDialog::missing() const {
    const app::TableJob wanted = job();
    if (wanted.questions.isEmpty()) {
        return tr("Write at least one question.");
    }
    if (!wanted.pages.isEmpty() && !app::parsePages(wanted.pages, kMostPages)) {
        return tr("Pages are written like 1-3,7. Leave it empty for all of them.");
    }
    return {};
}

// --- what becomes of it ---

QTableView* TableDialog::buildGrid() {
    m_grid->setObjectName(QStringLiteral("answerGrid"));
    m_grid->setAccessibleName(tr("Answers"));
    m_grid->setModel(&m_rows);
    m_grid->setCornerButtonEnabled(false); // it would choose all, and one cell is looked at
    m_grid->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    QHeaderView* names = m_grid->verticalHeader();
    names->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    names->setTextElideMode(Qt::ElideMiddle);
    names->setMaximumWidth(kNameWidth);
    names->setHighlightSections(false);
    m_grid->horizontalHeader()->setStretchLastSection(true);
    return m_grid;
}

// The grid shows a line of each answer; this shows the one that is looked at.
QWidget* TableDialog::buildAnswer() {
    m_remark->setObjectName(QStringLiteral("answerRemark"));
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setWordWrap(true);
    m_remark->setForegroundRole(QPalette::PlaceholderText);
    m_answer->setObjectName(QStringLiteral("wholeAnswer"));
    m_answer->setAccessibleName(tr("The whole answer"));
    m_answer->setPlaceholderText(tr("Choose a cell to see its whole answer."));
    m_answer->setReadOnly(true);
    m_answer->setTabChangesFocus(true);
    m_answer->setFixedHeight(kAnswerLines * fontMetrics().lineSpacing() + 2 * kGap);
    auto* holder = new QWidget(this);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kUnit);
    column->addWidget(m_answer);
    column->addWidget(m_remark);
    return holder;
}

void TableDialog::goToNextToCheck() {
    m_grid->setCurrentIndex(m_rows.nextToCheck(m_grid->currentIndex()));
    m_grid->setFocus();
}

std::optional<JobPlace> TableDialog::lookAt(const QModelIndex& index) {
    return m_rows.lookAt(index);
}

void TableDialog::refresh() {
    JobDialog::refresh();
    m_save->setEnabled(m_hasTable && state() == State::Ready);
    showCurrent();
}

void TableDialog::showCurrent() {
    const QModelIndex current = m_grid->currentIndex();
    const QString answer = m_rows.answerAt(current);
    if (m_answer->toPlainText() != answer) {
        m_answer->setPlainText(answer);
    }
    m_remark->setText(m_rows.remarkAt(current));
    m_next->setEnabled(m_rows.toCheck() > 0);
}

void TableDialog::begin(const QVector<app::BulkItem>& items) {
    m_hasTable = false;
    const QVector<app::TableQuestion> questions = job().questions;
    m_rows.begin(questions, items);
    const int room = m_grid->width() - kNameWidth;
    for (int column = 0; column < questions.size(); ++column) {
        m_grid->setColumnWidth(column, std::max(kColumnWidth, room / int(questions.size())));
    }
    JobDialog::begin(int(items.size()));
}

void TableDialog::take(const app::TableRow& row) {
    m_rows.take(row);
    if (!m_grid->currentIndex().isValid()) { // nobody looks at something else
        m_grid->scrollTo(m_rows.index(m_rows.inHand(), 0));
    }
    showCurrent();
}

void TableDialog::showProgress(const app::TableProgress& progress) {
    m_rows.setInHand(progress.document);
    const QLocale locale;
    JobDialog::showProgress(
        progress.documentsDone,
        tr("%1 of %2 documents done, %Ln answers", nullptr, progress.answers)
            .arg(locale.toString(progress.documentsDone), locale.toString(progress.documents)),
        progress.secondsLeft);
}

void TableDialog::showEnd(const app::TableOutcome& outcome) {
    m_rows.setInHand({});
    m_hasTable = !outcome.table.rows.isEmpty();
    QString text = tr("%Ln answers are there.", nullptr, answersIn(outcome.table));
    if (const int toCheck = toCheckIn(outcome.table); toCheck > 0) {
        text += u' ' + tr("Check %Ln of them.", nullptr, toCheck);
    }
    JobDialog::showEnd(text, outcome.left, outcome.end);
}

void TableDialog::showSaved(const QString& text) {
    say(text);
}

} // namespace ui

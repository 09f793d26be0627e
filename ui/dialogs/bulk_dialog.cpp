// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/bulk_dialog.h"

#include "ui/export_texts.h"
#include "ui/failure_text.h"
#include "ui/model_texts.h"
#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/plain_button.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>

#include <algorithm>
#include <functional>

namespace ui {

namespace {

constexpr QSize kFirstSize(860, 700);

} // namespace

BulkDialog::BulkDialog(Prompts& prompts, const app::BulkJob& job, QWidget* parent)
    : JobDialog(prompts, tr("Read Many Documents"), tr("What to read"), parent)
    , m_sorted(new QSortFilterProxyModel(this))
    , m_folder(new QLineEdit(QDir::toNativeSeparators(job.folder), this))
    , m_ownText(new QComboBox(this)) {
    setObjectName(QStringLiteral("bulkDialog"));
    fillOwnText(job.ownText);
    addRow(tr("&Into"), m_folder, buildFolder(prompts));
    addRow(tr("As"), nullptr, buildFormats(job.formats));
    form().addRow(tr("Pages with te&xt"), m_ownText);
    addResults(buildTable());
    ready(job.inputs);
    resize(kFirstSize);
}

BulkDialog::~BulkDialog() {
    hide(); // a text that is being written is taken while there is somebody to take it
}

// --- what is wanted ---

void BulkDialog::fillOwnText(app::OwnText chosen) {
    m_ownText->setObjectName(QStringLiteral("bulkOwnText"));
    m_ownText->addItem(tr("Keep their text, read the others"), int(app::OwnText::Keep));
    m_ownText->addItem(tr("Read them all the same"), int(app::OwnText::Ignore));
    m_ownText->addItem(tr("Leave them out"), int(app::OwnText::Skip));
    m_ownText->setCurrentIndex(m_ownText->findData(int(chosen)));
}

QLayout* BulkDialog::buildFolder(Prompts& prompts) {
    m_folder->setObjectName(QStringLiteral("bulkFolder"));
    m_folder->setAccessibleName(tr("Folder to write into"));
    QPushButton* choose = plainButton("chooseBulkFolder", tr("Choose…"), this);
    connect(choose, &QPushButton::clicked, this, [this, &prompts] {
        const QString folder = prompts.chooseFolder(tr("Folder to write into"));
        if (!folder.isEmpty()) {
            m_folder->setText(QDir::toNativeSeparators(folder));
        }
    });
    connect(m_folder, &QLineEdit::textChanged, this, [this] { refresh(); });
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
        connect(box, &QCheckBox::toggled, this, [this] { refresh(); });
        m_formats.append(box);
        flow->addWidget(box);
    }
    return flow;
}

app::BulkJob BulkDialog::job() const {
    app::BulkJob job;
    job.inputs = inputs();
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

QString BulkDialog::missing() const {
    const app::BulkJob wanted = job();
    if (wanted.folder.isEmpty()) {
        return tr("Choose a folder to write into. The documents themselves are never changed.");
    }
    return wanted.formats.isEmpty() ? tr("Choose at least one format.") : QString();
}

// --- what becomes of it ---

QTableView* BulkDialog::buildTable() {
    m_sorted->setSourceModel(&m_rows);
    m_sorted->setSortRole(BulkRows::OrderRole);
    m_sorted->sort(0);
    auto* table = new QTableView(this);
    table->setObjectName(QStringLiteral("bulkTable"));
    table->setAccessibleName(tr("Documents"));
    table->setModel(m_sorted);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->verticalHeader()->hide();
    QHeaderView* header = table->horizontalHeader();
    header->setSectionResizeMode(BulkRows::Document, QHeaderView::Interactive);
    header->resizeSection(BulkRows::Document, kFirstSize.width() / 3);
    header->resizeSection(BulkRows::Pages, kFirstSize.width() / 12);
    header->setStretchLastSection(true);
    return table;
}

std::optional<JobPlace> BulkDialog::lookAt(const QModelIndex& index) {
    return m_rows.lookAt(m_sorted->mapToSource(index).row());
}

void BulkDialog::begin(const QVector<app::BulkItem>& items) {
    m_rows.begin(items);
    JobDialog::begin(int(items.size()));
}

void BulkDialog::showProgress(const app::BulkProgress& progress) {
    m_rows.setInHand(progress.document, progress.page);
    const QLocale locale;
    JobDialog::showProgress(
        progress.documentsDone,
        tr("%1 of %2 documents done, %Ln pages", nullptr, progress.pagesDone)
            .arg(locale.toString(progress.documentsDone), locale.toString(progress.documents)),
        progress.secondsLeft);
}

void BulkDialog::finish(const app::BulkDocument& document) {
    m_rows.finish(document);
}

void BulkDialog::showShortage(const std::optional<app::RoomShortage>& shortage) {
    if (!shortage) {
        say(tr("There is room again, the job goes on."));
        return;
    }
    say(tr("Paused, because the drive of “%1” is full: %2 are free, %3 are needed. The job goes on "
           "by itself when there is room.")
            .arg(QFileInfo(shortage->failure.subject).fileName(), sizeText(shortage->free),
                 sizeText(shortage->needed)),
        failureDetails(shortage->failure));
}

void BulkDialog::showEnd(const app::BulkReport& report) {
    m_rows.setInHand({}, 0);
    QString text = tr("%Ln documents are done.", nullptr, int(report.documents.size()));
    const auto toLookAt = std::count_if(report.documents.begin(), report.documents.end(),
                                        std::mem_fn(&app::BulkDocument::isToLookAt));
    if (toLookAt > 0) {
        text += u' ' + tr("Look at %Ln of them.", nullptr, int(toLookAt));
    }
    JobDialog::showEnd(text, report.left, report.end);
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/export_dialog.h"

#include "app/documents/page_ranges.h"
#include "ui/export_texts.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

namespace {

constexpr int kWidth = 520;

QString n(const char* name) {
    return QString::fromLatin1(name);
}

} // namespace

ExportDialog::ExportDialog(const ExportOffer& offer, QWidget* parent)
    : QDialog(parent)
    , m_offer(offer)
    , m_format(new QComboBox(this))
    , m_description(new QLabel(this))
    , m_coverage(new QLabel(this))
    , m_target(new QLineEdit(this))
    , m_choose(new QPushButton(tr("Choose…"), this))
    , m_pages(new QLineEdit(this))
    , m_corrections(new QCheckBox(tr("With your corrections"), this))
    , m_onlyWithBoxes(new QCheckBox(tr("Only pages with boxes"), this))
    , m_pictures(new QCheckBox(tr("Save the pages as pictures too"), this))
    , m_dpi(new QComboBox(this))
    , m_export(new QPushButton(tr("Export"), this)) {
    setObjectName(n("exportDialog"));
    setWindowTitle(tr("Export"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_export, QDialogButtonBox::AcceptRole);
    m_export->setObjectName(n("doExport"));
    m_export->setProperty(kPrimaryProperty, true);
    m_export->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kMargin, 2 * kMargin, 2 * kMargin, kMargin);
    column->setSpacing(kMargin);
    column->addLayout(buildForm());
    column->addStretch(1);
    column->addWidget(buttons);
    setMinimumWidth(kWidth);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
        suggestTarget();
        refresh();
    });
    connect(m_target, &QLineEdit::textEdited, this, [this] { m_targetTyped = true; });
    connect(m_target, &QLineEdit::textChanged, this, &ExportDialog::refresh);
    connect(m_pages, &QLineEdit::textChanged, this, &ExportDialog::refresh);
    connect(m_pictures, &QCheckBox::toggled, this, &ExportDialog::refresh);
    connect(m_choose, &QPushButton::clicked, this, &ExportDialog::chooseTarget);
    m_format->setCurrentIndex(m_format->findData(m_offer.first));
    suggestTarget();
    refresh();
}

void ExportDialog::fillFormats() {
    m_format->setObjectName(n("exportFormat"));
    m_format->setAccessibleName(tr("Format"));
    for (const app::ExportFormat& format : app::exportFormats()) {
        m_format->addItem(exportTitle(format), QString::fromLatin1(format.name));
    }
}

QLayout* ExportDialog::buildForm() {
    fillFormats();
    m_description->setObjectName(n("exportDescription"));
    m_coverage->setObjectName(n("exportCoverage"));
    for (QLabel* label : {m_description, m_coverage}) {
        label->setWordWrap(true);
        label->setMinimumHeight(2 * fontMetrics().lineSpacing() + kUnit); // nothing jumps
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    }
    m_pages->setObjectName(n("exportPages"));
    m_pages->setAccessibleName(tr("Pages"));
    m_pages->setPlaceholderText(tr("All, or for example 1-3,7"));
    m_corrections->setObjectName(n("exportCorrections"));
    m_corrections->setChecked(true);
    m_onlyWithBoxes->setObjectName(n("exportOnlyWithBoxes"));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(kMargin);
    form->setVerticalSpacing(kMargin);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Format"), m_format);
    form->addRow(QString(), m_description);
    form->addRow(tr("&Pages"), m_pages);
    form->addRow(QString(), m_coverage);
    form->addRow(QString(), m_corrections);
    form->addRow(QString(), m_onlyWithBoxes);
    form->addRow(QString(), buildPictures());
    auto* into = new QLabel(tr("&Into"), this);
    into->setBuddy(m_target);
    form->addRow(into, buildTarget());
    return form;
}

QLayout* ExportDialog::buildPictures() {
    m_pictures->setObjectName(n("exportPictures"));
    m_pictures->setChecked(true);
    m_dpi->setObjectName(n("exportDpi"));
    for (const int dpi : {72, 100, 150, 200, 300, 600}) {
        m_dpi->addItem(tr("%1 dpi").arg(dpi), dpi);
    }
    m_dpi->setCurrentIndex(m_dpi->findData(int(app::kPagePictureDpi)));
    m_dpi->setAccessibleName(tr("Resolution of the pictures"));
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(m_pictures);
    row->addStretch(1);
    row->addWidget(m_dpi);
    return row;
}

QLayout* ExportDialog::buildTarget() {
    m_target->setObjectName(n("exportTarget"));
    m_target->setAccessibleName(tr("Folder or file to write"));
    m_choose->setObjectName(n("chooseTarget"));
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(m_target, 1);
    row->addWidget(m_choose);
    return row;
}

const app::ExportFormat& ExportDialog::format() const {
    return *app::exportFormat(m_format->currentData().toString());
}

QString ExportDialog::refusal(const app::ExportFormat& format) const {
    if (format.isOfText()) {
        // A PDF may have text of its own: that is seen when it is written.
        return m_offer.readPages > 0 || m_offer.isPdf
                   ? QString()
                   : tr("No page has been read yet, so there is no text.");
    }
    if (format.writeConversation != nullptr) {
        return m_offer.hasConversation ? QString() : tr("Nothing has been asked yet.");
    }
    if (!m_offer.hasBoxes) {
        return tr("There are no boxes yet.");
    }
    if (format.writeBoxes != nullptr && !m_offer.isPdf) {
        return tr("The document is a picture. Only a PDF can carry annotations.");
    }
    return {};
}

QString ExportDialog::coverage(const app::ExportFormat& format) const {
    if (!app::parsePages(m_pages->text(), m_offer.pageCount)) {
        return tr("The document has pages 1 to %1.").arg(m_offer.pageCount);
    }
    if (!format.isOfText()) {
        return {};
    }
    return m_offer.readPages == m_offer.pageCount
               ? tr("All pages have been read.")
               : tr("%1 of %Ln pages have been read. The others are written with the text that "
                    "they have of their own, if any.",
                    nullptr, m_offer.pageCount)
                     .arg(m_offer.readPages);
}

void ExportDialog::refresh() {
    const QString why = refusal(format());
    m_description->setText(why.isEmpty() ? exportDescription(format()) : why);
    m_description->setForegroundRole(why.isEmpty() ? QPalette::PlaceholderText
                                                   : QPalette::BrightText);
    const bool arePages = app::parsePages(m_pages->text(), m_offer.pageCount).has_value();
    m_coverage->setText(coverage(format()));
    m_coverage->setForegroundRole(arePages ? QPalette::PlaceholderText : QPalette::BrightText);
    const bool forTools = format().target() == app::ExportTarget::Folder;
    m_corrections->setEnabled(format().isOfText() && m_offer.hasCorrections);
    m_onlyWithBoxes->setEnabled(forTools);
    m_pictures->setEnabled(forTools);
    m_dpi->setEnabled(forTools && m_offer.isPdf);
    m_export->setEnabled(why.isEmpty() && arePages && !m_target->text().trimmed().isEmpty());
}

// Beside the document, until somebody says otherwise.
void ExportDialog::suggestTarget() {
    if (!m_targetTyped) {
        const QDir folder(m_offer.folder);
        m_target->setText(QDir::toNativeSeparators(
            folder.filePath(app::suggestedName(m_offer.source, format()))));
    }
}

void ExportDialog::chooseTarget() {
    const QString chosen =
        format().target() == app::ExportTarget::Folder
            ? QFileDialog::getExistingDirectory(this, tr("Folder to write into"), m_offer.folder)
            : QFileDialog::getSaveFileName(this, tr("File to write"), m_target->text(), {}, nullptr,
                                           QFileDialog::DontConfirmOverwrite);
    if (!chosen.isEmpty()) {
        m_targetTyped = true;
        m_target->setText(QDir::toNativeSeparators(chosen));
    }
}

ExportChoice ExportDialog::choice() const {
    ExportChoice choice;
    choice.format = &format();
    choice.target = QDir::cleanPath(
        QDir(m_offer.folder)
            .absoluteFilePath(QDir::fromNativeSeparators(m_target->text().trimmed())));
    choice.chosen = app::parsePages(m_pages->text(), m_offer.pageCount).value_or(QVector<int>());
    choice.text =
        m_corrections->isChecked() ? app::ExportedText::Checked : app::ExportedText::AsRead;
    choice.pages =
        m_onlyWithBoxes->isChecked() ? app::ExportPages::WithBoxes : app::ExportPages::All;
    choice.withPictures = m_pictures->isChecked();
    choice.dpi = m_dpi->currentData().toDouble();
    return choice;
}

} // namespace ui

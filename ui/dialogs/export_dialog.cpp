// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/export_dialog.h"

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

using Kind = app::ExportKind;

bool isText(Kind kind) {
    return kind == Kind::TextChecked || kind == Kind::TextAsRead;
}

} // namespace

ExportDialog::ExportDialog(const ExportOffer& offer, QWidget* parent)
    : QDialog(parent)
    , m_offer(offer)
    , m_format(new QComboBox(this))
    , m_description(new QLabel(this))
    , m_target(new QLineEdit(this))
    , m_choose(new QPushButton(tr("Choose…"), this))
    , m_pages(new QComboBox(this))
    , m_pictures(new QCheckBox(tr("Save the pages as pictures too"), this))
    , m_dpi(new QComboBox(this))
    , m_export(new QPushButton(tr("Export"), this)) {
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_export, QDialogButtonBox::AcceptRole);
    m_export->setObjectName(QStringLiteral("doExport"));
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
    connect(m_pictures, &QCheckBox::toggled, this, &ExportDialog::refresh);
    connect(m_choose, &QPushButton::clicked, this, &ExportDialog::chooseTarget);
    m_format->setCurrentIndex(m_format->findData(int(offer.first)));
    suggestTarget();
    refresh();
}

QLayout* ExportDialog::buildForm() {
    m_format->setObjectName(QStringLiteral("exportFormat"));
    const QVector<std::pair<Kind, QString>> formats{
        {Kind::Coco, tr("Boxes: COCO")},
        {Kind::Yolo, tr("Boxes: YOLO")},
        {Kind::Voc, tr("Boxes: Pascal VOC")},
        {Kind::LabelStudio, tr("Boxes: Label Studio")},
        {Kind::PdfAnnotations, tr("Boxes: PDF with annotations")},
        {Kind::TextChecked, tr("Text: with corrections")},
        {Kind::TextAsRead, tr("Text: as the model read it")},
    };
    for (const auto& [kind, name] : formats) {
        m_format->addItem(name, int(kind));
    }
    m_description->setObjectName(QStringLiteral("exportDescription"));
    m_description->setWordWrap(true);
    m_description->setMinimumHeight(2 * fontMetrics().lineSpacing() + kUnit); // nothing jumps
    m_description->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_pages->setObjectName(QStringLiteral("exportPages"));
    m_pages->addItem(tr("All pages"), int(app::ExportPages::All));
    m_pages->addItem(tr("Pages with boxes"), int(app::ExportPages::WithBoxes));
    m_pictures->setObjectName(QStringLiteral("exportPictures"));
    m_pictures->setChecked(true);
    m_dpi->setObjectName(QStringLiteral("exportDpi"));
    for (const int dpi : {72, 100, 150, 200, 300, 600}) {
        m_dpi->addItem(tr("%1 dpi").arg(dpi), dpi);
    }
    m_dpi->setCurrentIndex(m_dpi->findData(int(app::kExportDpi)));
    m_dpi->setAccessibleName(tr("Resolution of the pictures"));
    auto* pictures = new QHBoxLayout;
    pictures->setSpacing(kGap);
    pictures->addWidget(m_pictures);
    pictures->addStretch(1);
    pictures->addWidget(m_dpi);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(kMargin);
    form->setVerticalSpacing(kMargin);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Format"), m_format);
    form->addRow(QString(), m_description);
    form->addRow(tr("&Pages"), m_pages);
    form->addRow(QString(), pictures);
    auto* into = new QLabel(tr("&Into"), this);
    into->setBuddy(m_target);
    form->addRow(into, buildTarget());
    m_format->setAccessibleName(tr("Format"));
    m_pages->setAccessibleName(tr("Pages"));
    return form;
}

QLayout* ExportDialog::buildTarget() {
    m_target->setObjectName(QStringLiteral("exportTarget"));
    m_target->setAccessibleName(tr("Folder or file to write"));
    m_choose->setObjectName(QStringLiteral("chooseTarget"));
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(m_target, 1);
    row->addWidget(m_choose);
    return row;
}

Kind ExportDialog::kind() const {
    return Kind(m_format->currentData().toInt());
}

QString ExportDialog::refusal(Kind which) const {
    if (isText(which)) {
        return m_offer.hasText ? QString() : tr("No page has been read yet, so there is no text.");
    }
    if (!m_offer.hasBoxes) {
        return tr("There are no boxes yet.");
    }
    if (which == Kind::PdfAnnotations && !m_offer.isPdf) {
        return tr("The document is a picture. Only a PDF can carry annotations.");
    }
    return {};
}

void ExportDialog::refresh() {
    const QString why = refusal(kind());
    QString text = why;
    if (why.isEmpty()) {
        switch (kind()) {
        case Kind::Coco:
            text = tr("One JSON file for all pages, boxes in pixels. Can be imported again.");
            break;
        case Kind::Yolo:
            text = tr("A text file per page with classes.txt and data.yaml. Can be imported "
                      "again.");
            break;
        case Kind::Voc:
            text = tr("An XML file per page, boxes in whole pixels. Can be imported again.");
            break;
        case Kind::LabelStudio:
            text = tr("A JSON file of tasks, one per page.");
            break;
        case Kind::PdfAnnotations:
            text = tr("A copy of the PDF with a frame around each box. The PDF itself stays as it "
                      "is.");
            break;
        case Kind::TextChecked:
            text = tr("The pages that were read, with your corrections.");
            break;
        case Kind::TextAsRead:
            text = tr("The pages that were read, without your corrections.");
            break;
        }
    }
    m_description->setText(text);
    m_description->setForegroundRole(why.isEmpty() ? QPalette::PlaceholderText
                                                   : QPalette::BrightText);
    const bool forTools = app::targetOf(kind()) == app::ExportTarget::Folder;
    m_pages->setEnabled(forTools);
    m_pictures->setEnabled(forTools);
    m_dpi->setEnabled(forTools && m_offer.isPdf);
    m_export->setEnabled(why.isEmpty() && !m_target->text().trimmed().isEmpty());
}

// Beside the document, until somebody says otherwise.
void ExportDialog::suggestTarget() {
    if (!m_targetTyped) {
        const QDir folder(m_offer.folder);
        m_target->setText(
            QDir::toNativeSeparators(folder.filePath(app::suggestedName(m_offer.source, kind()))));
    }
}

void ExportDialog::chooseTarget() {
    const QString chosen =
        app::targetOf(kind()) == app::ExportTarget::Folder
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
    choice.kind = kind();
    choice.target = QDir::cleanPath(
        QDir(m_offer.folder)
            .absoluteFilePath(QDir::fromNativeSeparators(m_target->text().trimmed())));
    choice.pages = app::ExportPages(m_pages->currentData().toInt());
    choice.withPictures = m_pictures->isChecked();
    choice.dpi = m_dpi->currentData().toDouble();
    return choice;
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dialog_prompts.h"

#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/link_dialog.h"
#include "ui/tessera_style.h"

#include <QApplication>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace ui {

namespace {

constexpr int kPasswordWidth = 380;

struct PromptText {
    Q_DECLARE_TR_FUNCTIONS(ui::DialogPrompts)
};

} // namespace

// The window that asks, which can be another one than the main window: that one would come to the
// front with its dialog.
QWidget* DialogPrompts::owner() const {
    QWidget* active = QApplication::activeWindow();
    return active != nullptr ? active : m_window;
}

QStringList DialogPrompts::chooseFiles() {
    const QStringList files = QFileDialog::getOpenFileNames(
        owner(),
        //: The title of the dialog that chooses files: what its button does.
        PromptText::tr("Open documents"), m_folder,
        PromptText::tr("PDFs and pictures (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp "
                       "*.gif *.pbm *.pgm *.ppm);;All files (*)"));
    if (!files.isEmpty()) {
        m_folder = QFileInfo(files.first()).absolutePath();
    }
    return files;
}

QString DialogPrompts::chooseFolder(const QString& title) {
    return QFileDialog::getExistingDirectory(owner(), title);
}

QStringList DialogPrompts::chooseBoxFiles() {
    return QFileDialog::getOpenFileNames(
        owner(), PromptText::tr("Import boxes"), m_folder,
        PromptText::tr("COCO, VOC and YOLO (*.json *.xml *.txt);;All files (*)"));
}

QString DialogPrompts::chooseTableFile(const QString& suggestion) {
    const QStringList filters{PromptText::tr("Spreadsheet (*.xlsx)"),
                              PromptText::tr("Table as text (*.csv)"),
                              PromptText::tr("A line of JSON for each row (*.jsonl)")};
    QFileDialog dialog(owner(), PromptText::tr("Save the table"), suggestion);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilters(filters);
    dialog.setDefaultSuffix(QStringLiteral("xlsx"));
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, [&](const QString& filter) {
        const qsizetype dot = filter.lastIndexOf(u'.');
        dialog.setDefaultSuffix(filter.mid(dot + 1).chopped(1));
    });
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

std::optional<ExportChoice> DialogPrompts::chooseExport(const ExportOffer& offer) {
    ExportDialog dialog(offer, owner());
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.choice()) : std::nullopt;
}

std::optional<QString> DialogPrompts::askPassword(const QString& documentName, PasswordTry which) {
    const QString question = which == PasswordTry::First
                                 ? PromptText::tr("“%1” is locked. Its password:")
                                 : PromptText::tr("That was not the password of “%1”. Try again:");
    QInputDialog dialog(owner());
    dialog.setObjectName(QStringLiteral("passwordDialog"));
    dialog.setWindowTitle(PromptText::tr("Password"));
    dialog.setLabelText(question.arg(documentName));
    dialog.setTextEchoMode(QLineEdit::Password);
    dialog.setOkButtonText(PromptText::tr("Open"));
    dialog.resize(kPasswordWidth, 0);
    if (dialog.exec() != QDialog::Accepted) {
        return std::nullopt;
    }
    return dialog.textValue();
}

bool DialogPrompts::confirm(const QString& question, const QString& action) {
    QMessageBox box(QMessageBox::NoIcon, PromptText::tr("Tessera"), question, QMessageBox::Cancel,
                    owner());
    box.setTextFormat(Qt::PlainText);
    QPushButton* button = box.addButton(action, QMessageBox::AcceptRole);
    button->setProperty(kPrimaryProperty, true);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == button;
}

void DialogPrompts::offerLink(const QUrl& target) {
    LinkDialog dialog(target, owner());
    if (dialog.exec() == QDialog::Accepted) {
        QDesktopServices::openUrl(target);
    }
}

} // namespace ui

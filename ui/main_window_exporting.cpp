// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow's way out and in: boxes and text into the files of other programs, boxes back from
// them. The work runs on the thread pool.
#include "app/exporting/box_import.h"
#include "app/off_thread.h"
#include "ui/box_tool.h"
#include "ui/boxes_panel.h"
#include "ui/main_window.h"
#include "ui/theme.h"
#include "ui/widgets/message_bar.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QProgressDialog>
#include <QStandardPaths>

namespace ui {

namespace {

QString n(const char* name) {
    return QString::fromLatin1(name);
}

// The sample has no file of its own.
const QString kSamplePath = QStringLiteral(":/samples/letter.pdf");

QString folderOf(const QString& path) {
    return path.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                          : QFileInfo(path).absolutePath();
}

} // namespace

QVector<ActionRow> MainWindow::exportRows() {
    return {
        separatorRow(),
        {n("importBoxes"),
         tr("&Import Boxes…"),
         n("import"),
         {},
         [this] { importBoxes(); },
         tr("Import boxes from COCO, VOC or YOLO files")},
        {n("export"),
         tr("&Export…"),
         n("export"),
         {QKeySequence(Qt::CTRL | Qt::Key_E)},
         [this] { exportDocument(); },
         tr("Export the boxes or the text")},
        separatorRow(),
    };
}

ExportOffer MainWindow::exportOffer(const OpenDocument& open) const {
    ExportOffer offer;
    offer.source = open.path.isEmpty() ? kSamplePath : open.path;
    offer.folder = folderOf(open.path);
    offer.isPdf = open.document->modelImage(0).isNull();
    offer.hasBoxes = open.annotations->boxes().rowCount() > 0;
    offer.hasText = !open.annotations->proofs().isEmpty();
    const bool textFirst = m_side->current() == SideTab::Text || !offer.hasBoxes;
    offer.first = offer.hasText && textFirst ? app::ExportKind::TextChecked : app::ExportKind::Coco;
    return offer;
}

void MainWindow::exportDocument() {
    const OpenDocument* open = current();
    if (open == nullptr) {
        return;
    }
    const ExportOffer offer = exportOffer(*open);
    const std::optional<ExportChoice> choice = m_prompts.chooseExport(offer);
    if (!choice) {
        return;
    }
    app::ExportJob job;
    job.document = open->document;
    job.source = offer.source;
    job.boxes = open->annotations->boxes().boxes();
    job.texts = open->annotations->proofs();
    job.kind = choice->kind;
    job.target = choice->target;
    job.pages = choice->pages;
    job.withPictures = choice->withPictures;
    job.dpi = choice->dpi;
    QHash<QString, QColor> colors;
    for (const app::Box& box : std::as_const(job.boxes)) {
        if (!colors.contains(box.label)) {
            colors.insert(box.label, placeColor(int(colors.size()) + 1));
        }
    }
    job.colorOf = [colors](const QString& label) {
        return colors.value(label);
    };
    const QStringList replaced = app::replacedFiles(job);
    const bool sure =
        replaced.isEmpty() ||
        m_prompts.confirm(replaced.size() == 1
                              ? tr("“%1” is there already. Replace it?")
                                    .arg(QFileInfo(replaced.first()).fileName())
                              : tr("%Ln files are there already, among them “%1”. Replace them?",
                                   nullptr, int(replaced.size()))
                                    .arg(QFileInfo(replaced.first()).fileName()),
                          tr("Replace"));
    if (sure) {
        startExport(job);
    }
}

void MainWindow::startExport(const app::ExportJob& job) {
    std::stop_source stop;
    auto* progress =
        new QProgressDialog(tr("Exporting…"), tr("Stop"), 0, job.document->pageCount(), this);
    progress->setObjectName(n("exportProgress"));
    progress->setWindowTitle(tr("Export"));
    progress->setMinimumDuration(700);
    progress->setAttribute(Qt::WA_DeleteOnClose);
    progress->setValue(0);
    connect(progress, &QProgressDialog::canceled, this, [stop]() mutable { stop.request_stop(); });
    connect(this, &QObject::destroyed, [stop]() mutable { stop.request_stop(); });
    const auto tell = [alive = QPointer(progress)](int page) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [alive, page] {
                if (alive) {
                    alive->setValue(page + 1);
                }
            },
            Qt::QueuedConnection);
    };
    app::runOffThread(
        this, [job, tell, token = stop.get_token()] { return app::run(job, token, tell); },
        [this, alive = QPointer(progress)](const app::Result<app::ExportReport>& report) {
            delete alive.data();
            tellExported(report);
        });
}

void MainWindow::tellExported(const app::Result<app::ExportReport>& report) {
    if (!report) {
        showFailure(report.error());
    } else if (report->stopped) {
        m_messages->showMessage(MessageBar::Kind::Note, tr("The export was stopped."));
    } else {
        m_messages->showMessage(
            MessageBar::Kind::Note,
            tr("Exported to “%1”.").arg(QDir::toNativeSeparators(report->target)));
    }
}

void MainWindow::importBoxes() {
    const OpenDocument* open = current();
    const QStringList paths = open != nullptr ? m_prompts.chooseBoxFiles() : QStringList();
    if (paths.isEmpty()) {
        return;
    }
    const QString source = open->path.isEmpty() ? kSamplePath : open->path;
    app::runOffThread(
        open->annotations.get(),
        [paths, source, pages = open->document->pageCount()] {
            return app::importBoxes(paths, source, pages);
        },
        [this, alive = QPointer(open->annotations.get())](
            const app::Result<app::ImportedBoxes>& imported) {
            if (!imported) {
                showFailure(imported.error());
            } else {
                takeImported(*alive, *imported);
            }
        });
}

void MainWindow::takeImported(app::Annotations& annotations, const app::ImportedBoxes& imported) {
    showSideTab(SideTab::Boxes);
    annotations.addBoxes(imported.boxes, app::EditKind::ImportBoxes);
    QString text = tr("%Ln boxes were imported.", nullptr, int(imported.boxes.size()));
    //: One sentence after another.
    const QString twoSentences = tr("%1 %2");
    if (imported.outside > 0) {
        text = twoSentences.arg(text, tr("%Ln boxes lie beside the page and were left out.",
                                         nullptr, imported.outside));
    }
    if (!imported.unmatched.isEmpty()) {
        text = twoSentences.arg(text, tr("%Ln pictures are no page of this document (“%1”).",
                                         nullptr, int(imported.unmatched.size()))
                                          .arg(imported.unmatched.first()));
    }
    const bool whole = imported.outside == 0 && imported.unmatched.isEmpty();
    m_messages->showMessage(whole ? MessageBar::Kind::Note : MessageBar::Kind::Warning, text);
}

} // namespace ui

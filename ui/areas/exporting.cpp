// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/areas/exporting.h"

#include "app/exporting/box_import.h"
#include "app/off_thread.h"
#include "ui/theme.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QMainWindow>
#include <QProgressDialog>
#include <QStandardPaths>

#include <algorithm>

namespace ui {

namespace {

// The sample has no file of its own.
const QString kSamplePath = QStringLiteral(":/samples/letter.pdf");

QString folderOf(const QString& path) {
    return path.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                          : QFileInfo(path).absolutePath();
}

bool isCorrected(const app::ProofPage& page) {
    return std::any_of(page.lines.begin(), page.lines.end(),
                       [](const app::ProofLine& line) { return line.isCorrected(); });
}

// Turns that have an answer.
QVector<app::KeptTurn> turnsOf(const app::Conversation& conversation) {
    QVector<app::KeptTurn> turns;
    for (const app::Turn& turn : conversation.turns()) {
        if (turn.state == app::Turn::State::Done) {
            turns.append({0, turn.asked, {}, turn.result, {}});
        }
    }
    return turns;
}

} // namespace

Exporting::Exporting(Workspace& work)
    : m_work(work) {
    connect(&work, &Workspace::changed, this, [this] {
        const bool open = m_work.current() != nullptr;
        m_work.actions().setEnabled({{"importBoxes", open}, {"export", open}});
    });
}

QVector<ActionRow> Exporting::rows() {
    return {
        separatorRow(),
        {"importBoxes",
         tr("&Import Boxes…"),
         "import",
         {},
         [this] { importBoxes(); },
         tr("Import boxes from COCO, VOC or YOLO files")},
        {"export",
         tr("&Export…"),
         "export",
         {QKeySequence(Qt::CTRL | Qt::Key_E)},
         [this] { exportDocument(); },
         tr("Export a searchable PDF, the text or the boxes")},
        separatorRow(),
    };
}

ExportOffer Exporting::exportOffer(const OpenDocument& open) const {
    ExportOffer offer;
    offer.source = open.path.isEmpty() ? kSamplePath : open.path;
    offer.folder = folderOf(open.path);
    offer.isPdf = !open.document->hasOwnPixels();
    offer.hasBoxes = open.annotations.boxes().rowCount() > 0;
    offer.pageCount = open.document->pageCount();
    const QMap<int, app::ProofPage> proofs = open.annotations.proofs();
    offer.readPages = int(proofs.size());
    offer.hasCorrections = std::any_of(proofs.begin(), proofs.end(), isCorrected);
    offer.hasConversation = !turnsOf(open.conversation).isEmpty();
    if (offer.hasBoxes && m_work.side().current() == SideTab::Boxes) {
        offer.first = QStringLiteral("coco");
    }
    return offer;
}

void Exporting::exportDocument() {
    const OpenDocument* open = m_work.current();
    if (open == nullptr) {
        return;
    }
    const ExportOffer offer = exportOffer(*open);
    const std::optional<ExportChoice> choice = m_work.prompts().chooseExport(offer);
    if (!choice) {
        return;
    }
    app::ExportJob job;
    job.document = open->document;
    job.source = offer.source;
    job.boxes = open->annotations.boxes().boxes();
    job.texts = open->annotations.proofs();
    job.format = choice->format;
    job.target = choice->target;
    job.chosen = choice->chosen;
    job.text = choice->text;
    job.pages = choice->pages;
    job.withPictures = choice->withPictures;
    job.dpi = choice->dpi;
    job.turns = turnsOf(open->conversation);
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
        m_work.prompts().confirm(
            replaced.size() == 1 ? tr("“%1” is there already. Replace it?")
                                       .arg(QFileInfo(replaced.first()).fileName())
                                 : tr("%Ln files are there already, among them “%1”. Replace them?",
                                      nullptr, int(replaced.size()))
                                       .arg(QFileInfo(replaced.first()).fileName()),
            tr("Replace"));
    if (sure) {
        startExport(job);
    }
}

void Exporting::startExport(const app::ExportJob& job) {
    std::stop_source stop;
    auto* progress = new QProgressDialog(tr("Exporting…"), tr("Stop"), 0, job.document->pageCount(),
                                         &m_work.window());
    progress->setObjectName(QStringLiteral("exportProgress"));
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

void Exporting::tellExported(const app::Result<app::ExportReport>& report) {
    if (!report) {
        m_work.showFailure(report.error());
    } else if (report->stopped) {
        m_work.showNote(tr("The export was stopped."));
    } else {
        const QString done = tr("Exported to “%1”.").arg(QDir::toNativeSeparators(report->target));
        const auto unread = int(report->unread.size());
        unread == 0
            ? m_work.showNote(done)
            : m_work.showWarning(
                  done + u' ' +
                  tr("%Ln pages have no text yet. Read them, then export again.", nullptr, unread));
    }
}

void Exporting::importBoxes() {
    OpenDocument* open = m_work.current();
    const QStringList paths = open != nullptr ? m_work.prompts().chooseBoxFiles() : QStringList();
    if (paths.isEmpty()) {
        return;
    }
    const QString source = open->path.isEmpty() ? kSamplePath : open->path;
    app::runOffThread(
        &open->annotations,
        [paths, source, pages = open->document->pageCount()] {
            return app::importBoxes(paths, source, pages);
        },
        [this,
         alive = QPointer(&open->annotations)](const app::Result<app::ImportedBoxes>& imported) {
            if (!imported) {
                m_work.showFailure(imported.error());
            } else {
                takeImported(*alive, *imported);
            }
        });
}

void Exporting::takeImported(app::Annotations& annotations, const app::ImportedBoxes& imported) {
    m_work.showTab(SideTab::Boxes);
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
    whole ? m_work.showNote(text) : m_work.showWarning(text);
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ExportJob: what of a document is written in which format where. The document's own file is never
// touched; every file is written beside its place, synced and renamed, so that a reader sees the
// old one or the whole new one. Values; run() on any thread.
#pragma once

#include "app/annotating/proof_page.h"
#include "app/documents/document.h"
#include "app/exporting/picture_boxes.h"

#include <QColor>
#include <QMap>

#include <functional>
#include <memory>

namespace app {

enum class ExportKind { Coco, Yolo, Voc, LabelStudio, PdfAnnotations, TextChecked, TextAsRead };
enum class ExportTarget { Folder, File };
enum class ExportPages { All, WithBoxes };

constexpr double kExportDpi = 150;

struct ExportJob {
    std::shared_ptr<const Document> document;
    QString source; // path of the document's file
    QVector<Box> boxes;
    QMap<int, ProofPage> texts; // by page
    std::function<QColor(const QString& label)> colorOf;

    ExportKind kind = ExportKind::Coco;
    QString target; // folder or file
    ExportPages pages = ExportPages::All;
    bool withPictures = true; // of the pages, for the formats of annotation tools
    double dpi = kExportDpi;  // of those pictures; a picture file keeps its own pixels
};

struct ExportReport {
    QString target;
    int files = 0;
    int boxes = 0;
    int pages = 0;
    bool stopped = false;
};

ExportTarget targetOf(ExportKind kind);
// What the target is called when nobody says otherwise: below a folder, from the document's name.
QString suggestedName(const QString& source, ExportKind kind);
// Files that running the job would replace.
QStringList replacedFiles(const ExportJob& job);
// progress: pages done; called on the thread that runs.
Result<ExportReport> run(const ExportJob& job, std::stop_token stop,
                         const std::function<void(int page)>& progress = {});

// "scan-0003.png": the picture of a page in the formats of annotation tools.
QString pictureName(const QString& source, int page);

} // namespace app

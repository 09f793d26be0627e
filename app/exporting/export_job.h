// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ExportJob: what of a document is written in which format where. The document's own file is never
// touched; every file is written beside its place, synced and renamed, so that a reader sees the
// old one or the whole new one. Values; all functions on any thread.
#pragma once

#include "app/annotating/proof_page.h"
#include "app/exporting/export_format.h"
#include "app/files/file_writer.h"

#include <QMap>

#include <memory>
#include <stop_token>

namespace app {

enum class ExportPages { All, WithBoxes };
enum class ExportedText { Checked, AsRead }; // with a person's corrections, or without

constexpr double kPagePictureDpi = 150;

struct ExportJob {
    std::shared_ptr<const Document> document;
    QString source; // path of the document's file
    QString model;  // that read it; may be empty
    QVector<Box> boxes;
    QMap<int, ProofPage> texts; // by page
    std::function<QColor(const QString& label)> colorOf;

    const ExportFormat* format = nullptr;
    QString target; // folder or file
    Existing existing = Existing::Replace;
    QVector<int> chosen = {}; // pages from 0; empty: all
    ExportedText text = ExportedText::Checked;
    ExportPages pages = ExportPages::All; // for the formats of annotation tools
    bool withPictures = true;             // of the pages, for the same
    double dpi = kPagePictureDpi;         // of those pictures; a picture file keeps its own pixels
    QVector<KeptTurn> turns = {};         // what was asked, for the formats of conversations
};

struct ExportReport {
    QString target;
    int files = 0;
    int boxes = 0;
    int pages = 0;
    QVector<int> unread = {}; // chosen pages without text, as nobody has read them yet
    QVector<ExportNote> notes = {};
    bool stopped = false;
};

// What the target is called when nobody says otherwise: from the document's name.
QString suggestedName(const QString& source, const ExportFormat& format);
// Files that running the job would replace.
QStringList replacedFiles(const ExportJob& job);
// progress: pages done; called on the thread that runs. NotRead: none of the pages has any text.
Result<ExportReport> run(const ExportJob& job, std::stop_token stop,
                         const std::function<void(int page)>& progress = {});

// The file that run() would write, for formats of one file, and the report about it.
struct ExportedFile {
    QByteArray bytes;
    ExportReport report;
};

Result<ExportedFile> exported(const ExportJob& job);

// "scan-0003.png": the picture of a page in the formats of annotation tools.
QString pictureName(const QString& source, int page);

} // namespace app

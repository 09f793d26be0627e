// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table of formats: one row and one file each. A format turns what was read of a document, or
// the boxes on it, or what was asked about it, into bytes; where they go is not its business
// (export_job.h). The same document always gives the same bytes, but for the time that the PDF of a
// conversation holds. Pure; any thread; a searchable PDF of many pages takes seconds.
#pragma once

#include "app/exporting/asked_document.h"
#include "app/exporting/picture_boxes.h"
#include "app/exporting/read_document.h"

#include <QColor>

#include <functional>
#include <span>

namespace app {

// What a person should know about an export that succeeded.
struct ExportNote {
    enum class Kind {
        KeptOwnText, // the page has text of its own; no other was laid over it
        NoPlaces,    // the reading has no places, so the text is only somewhere on its page
        NotArchival, // no PDF/A came of it; `reason` says why
    };

    Kind kind = Kind::KeptOwnText;
    int page = -1; // of the document, from 0; −1: all of it
    QString reason;
};

struct Exported {
    QByteArray bytes;
    QVector<ExportNote> notes;
};

struct BoxedDocument {
    QString name; // of the file, for people
    std::shared_ptr<const Document> document;
    QVector<Box> boxes;
    std::function<QColor(const QString& label)> colorOf;
};

enum class ExportTarget { Folder, File };

// Exactly one of the four functions is there.
struct ExportFormat {
    const char* name;    // on the command line and in settings; never changes
    const char* suffix;  // files that end so are of this format, without the dot; null: none
    const char* nameEnd; // of what it writes when nobody says otherwise, behind the document's name
    Result<Exported> (*writeText)(const ReadDocument& document);
    Result<Exported> (*writeBoxes)(const BoxedDocument& document);
    const BoxFormat& (*folder)(); // of files
    bool isBinary = false;        // not for a terminal
    Result<Exported> (*writeConversation)(const AskedDocument& document) = nullptr;

    bool isOfText() const { return writeText != nullptr; }

    ExportTarget target() const {
        return folder != nullptr ? ExportTarget::Folder : ExportTarget::File;
    }
};

// In the order in which people should be offered them.
std::span<const ExportFormat> exportFormats();
// By name, or by the suffix that most people call it by; null when there is none.
const ExportFormat* exportFormat(const QString& name);
// By the end of a file's name; null when no format ends so.
const ExportFormat* exportFormatOf(const QString& path);

// --- the formats of text ---

Result<Exported> exportPdf(const ReadDocument& document);
Result<Exported> exportPlainText(const ReadDocument& document);
Result<Exported> exportMarkdown(const ReadDocument& document);
Result<Exported> exportHtml(const ReadDocument& document);
Result<Exported> exportHocr(const ReadDocument& document);
Result<Exported> exportAlto(const ReadDocument& document);
Result<Exported> exportJson(const ReadDocument& document);
Result<Exported> exportCsv(const ReadDocument& document);
Result<Exported> exportXlsx(const ReadDocument& document);
Result<Exported> exportOdt(const ReadDocument& document);

// --- those of conversations ---

Result<Exported> exportConversationMarkdown(const AskedDocument& document);
Result<Exported> exportConversationHtml(const AskedDocument& document);
Result<Exported> exportConversationPdf(const AskedDocument& document);

// --- those of boxes (picture_boxes.h has the folders) ---

// As annotations in a copy of the PDF.
Result<Exported> exportBoxesPdf(const BoxedDocument& document);

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table of formats: one row and one file each. A format turns a ReadDocument into bytes; where
// they go is not its business (files/file_writer.h). The same document always gives the same bytes.
// Pure; any thread; a searchable PDF of many pages takes seconds.
#pragma once

#include "app/exporting/read_document.h"

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

struct ExportFormat {
    const char* name;   // on the command line and in settings; never changes
    const char* suffix; // of its files, without the dot
    Result<Exported> (*write)(const ReadDocument& document);
};

// In the order in which people should be offered them.
std::span<const ExportFormat> exportFormats();
// Null when there is none of that name.
const ExportFormat* exportFormat(const QString& name);
// By the end of a file's name; null when no format ends so.
const ExportFormat* exportFormatOf(const QString& path);

// --- the formats ---

Result<Exported> exportPdf(const ReadDocument& document);
Result<Exported> exportPlainText(const ReadDocument& document);
Result<Exported> exportMarkdown(const ReadDocument& document);
Result<Exported> exportHtml(const ReadDocument& document);
Result<Exported> exportHocr(const ReadDocument& document);
Result<Exported> exportAlto(const ReadDocument& document);
Result<Exported> exportJson(const ReadDocument& document);

} // namespace app

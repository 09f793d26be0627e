// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/export_format.h"

#include <algorithm>

namespace app {

namespace {

// clang-format off
constexpr ExportFormat kFormats[] = {
    {"pdf",          "pdf",      "-searchable.pdf", exportPdf,       nullptr,        nullptr, true},
    {"txt",          "txt",      ".txt",            exportPlainText, nullptr,        nullptr},
    {"markdown",     "md",       ".md",             exportMarkdown,  nullptr,        nullptr},
    {"html",         "html",     ".html",           exportHtml,      nullptr,        nullptr},
    {"odt",          "odt",      ".odt",            exportOdt,       nullptr,        nullptr, true},
    {"csv",          "csv",      ".csv",            exportCsv,       nullptr,        nullptr},
    {"xlsx",         "xlsx",     ".xlsx",           exportXlsx,      nullptr,        nullptr, true},
    {"hocr",         "hocr",     ".hocr",           exportHocr,      nullptr,        nullptr},
    {"alto",         "alto.xml", ".alto.xml",       exportAlto,      nullptr,        nullptr},
    {"json",         "json",     ".json",           exportJson,      nullptr,        nullptr},
    {"conversation-md",   nullptr, "-conversation.md",   nullptr, nullptr, nullptr, false, exportConversationMarkdown},
    {"conversation-html", nullptr, "-conversation.html", nullptr, nullptr, nullptr, false, exportConversationHtml},
    {"conversation-pdf",  nullptr, "-conversation.pdf",  nullptr, nullptr, nullptr, true,  exportConversationPdf},
    {"coco",         nullptr,    "-coco",           nullptr,         nullptr,        cocoFormat},
    {"yolo",         nullptr,    "-yolo",           nullptr,         nullptr,        yoloFormat},
    {"voc",          nullptr,    "-voc",            nullptr,         nullptr,        vocFormat},
    {"label-studio", nullptr,    "-label-studio",   nullptr,         nullptr,        labelStudioFormat},
    {"boxes-pdf",    nullptr,    "-boxes.pdf",      nullptr,         exportBoxesPdf, nullptr, true},
};

// clang-format on

template <typename Predicate>
const ExportFormat* firstFormat(Predicate predicate) {
    const auto* found = std::find_if(std::begin(kFormats), std::end(kFormats), predicate);
    return found == std::end(kFormats) ? nullptr : found;
}

} // namespace

std::span<const ExportFormat> exportFormats() {
    return kFormats;
}

const ExportFormat* exportFormat(const QString& name) {
    return name.isEmpty() ? nullptr : firstFormat([&](const ExportFormat& format) {
        return name == QLatin1String(format.name) || name == QLatin1String(format.suffix);
    });
}

const ExportFormat* exportFormatOf(const QString& path) {
    return firstFormat([&](const ExportFormat& format) {
        return format.suffix != nullptr &&
               path.endsWith(u'.' + QLatin1String(format.suffix), Qt::CaseInsensitive);
    });
}

} // namespace app

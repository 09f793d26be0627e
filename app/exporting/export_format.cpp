// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/export_format.h"

#include <algorithm>

namespace app {

namespace {

constexpr ExportFormat kFormats[] = {
    {"pdf", "pdf", exportPdf},          {"txt", "txt", exportPlainText},
    {"markdown", "md", exportMarkdown}, {"html", "html", exportHtml},
    {"hocr", "hocr", exportHocr},       {"alto", "alto.xml", exportAlto},
    {"json", "json", exportJson},
};

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
    return firstFormat(
        [&](const ExportFormat& format) { return name == QLatin1String(format.name); });
}

const ExportFormat* exportFormatOf(const QString& path) {
    return firstFormat([&](const ExportFormat& format) {
        return path.endsWith(u'.' + QLatin1String(format.suffix), Qt::CaseInsensitive);
    });
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/page_ranges.h"

#include <QStringList>

#include <numeric>
#include <optional>
#include <utility>

namespace app {

namespace {

// From 1; nothing when the text is no range.
std::optional<std::pair<int, int>> parseRange(const QString& text, int pageCount) {
    const QString first = text.section(u'-', 0, 0).trimmed();
    const QString last = text.contains(u'-') ? text.section(u'-', 1).trimmed() : first;
    bool firstIsNumber = false;
    bool lastIsNumber = false;
    const int from = first.toInt(&firstIsNumber);
    const int to = last.isEmpty() ? std::max(from, pageCount) : last.toInt(&lastIsNumber);
    if (!firstIsNumber || !(lastIsNumber || last.isEmpty()) || from < 1 || to < from) {
        return std::nullopt;
    }
    return std::pair(from, to);
}

} // namespace

Result<QVector<int>> parsePages(const QString& text, int pageCount) {
    QVector<int> pages;
    if (text.trimmed().isEmpty()) {
        pages.resize(pageCount);
        std::iota(pages.begin(), pages.end(), 0);
        return pages;
    }
    for (const QString& part : text.split(u',')) {
        const auto range = parseRange(part, pageCount);
        if (!range) {
            return failure(FailureCode::BadArguments, text,
                           QStringLiteral("not a list of pages like 1-3,7"));
        }
        if (range->second > pageCount) {
            return failure(FailureCode::BadArguments, QStringLiteral("page %1").arg(range->second),
                           QStringLiteral("the document has %1").arg(pageCount));
        }
        for (int page = range->first; page <= range->second; ++page) {
            pages.append(page - 1);
        }
    }
    return pages;
}

} // namespace app

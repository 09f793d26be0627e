// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/asking/question_parts.h"

namespace app {

void QuestionParts::setPinned(int page, bool pinned) {
    m_pinned.removeAll(page);
    if (pinned) {
        m_pinned.append(page);
    }
}

bool QuestionParts::remove(const PagePart& part) {
    if (m_region == part) {
        m_region.reset();
        return true;
    }
    return part.region.isNull() && m_pinned.removeAll(part.page) > 0;
}

QVector<PagePart> QuestionParts::partsFor(int page) const {
    QVector<PagePart> parts{m_region.value_or(PagePart{page, {}})};
    for (const int pinned : m_pinned) {
        const PagePart part{pinned, {}};
        if (!parts.contains(part)) {
            parts.append(part);
        }
    }
    return parts;
}

QSize partSize(const Document& document, const PagePart& part) {
    return part.region.isNull() ? pagePictureSize(document, part.page)
                                : regionPictureSize(document, part.page, part.region);
}

QVector<QSize> partSizes(const Document& document, const QVector<PagePart>& parts) {
    QVector<QSize> sizes;
    for (const PagePart& part : parts) {
        sizes.append(partSize(document, part));
    }
    return sizes;
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// QuestionParts: what the next question about a document is about: the page one is on or a
// rectangle drawn on a page, and the pages pinned into the question. A value.
#pragma once

#include "app/asking/conversation.h"

#include <optional>

namespace app {

class QuestionParts {
public:
    bool isPinned(int page) const { return m_pinned.contains(page); }

    void setPinned(int page, bool pinned);

    const std::optional<PagePart>& region() const { return m_region; }

    void setRegion(const std::optional<PagePart>& region) { m_region = region; }

    // Takes a part out that was pinned or drawn; false: it was neither.
    bool remove(const PagePart& part);

    // All pictures of a question that is asked on this page; the one in question comes first.
    QVector<PagePart> partsFor(int page) const;

private:
    QVector<int> m_pinned; // in the order in which they were pinned
    std::optional<PagePart> m_region;
};

// The size of the picture that a model gets of a part, without making it.
QSize partSize(const Document& document, const PagePart& part);
QVector<QSize> partSizes(const Document& document, const QVector<PagePart>& parts);

} // namespace app

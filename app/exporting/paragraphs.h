// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a page of lines looks like as prose: its blocks as headings, as running text whose lines
// belong together, and as lines that stand for themselves (an address, a receipt). Judged by the
// places of the lines; without places every line stands for itself. Pure.
#pragma once

#include "app/reading/page_text.h"

#include <QStringList>

namespace app {

struct Paragraph {
    enum class Kind { Heading, Running, Lines };

    Kind kind = Kind::Lines;
    int level = 0;     // of a heading, from 1
    QStringList lines; // of Heading and Running one; without control characters, never empty

    bool operator==(const Paragraph&) const = default;
};

QVector<Paragraph> paragraphsOf(const PageText& page);

} // namespace app

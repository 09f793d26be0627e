// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An answer, read as Markdown (app/asking/markdown.h), as markup of ours: what it says and how it
// is laid out, and nothing that it might do. Pure.
#pragma once

#include "app/asking/markdown.h"

class QXmlStreamWriter;

namespace app {

// As HTML that QTextDocument understands too. Nothing in it is loaded; links are those that
// openableLink takes.
void writeHtml(QXmlStreamWriter& xml, const QVector<MarkdownBlock>& blocks);

// As Markdown, headings two levels further down. HTML and pictures are text in it.
QString markdownOf(const QVector<MarkdownBlock>& blocks);

} // namespace app

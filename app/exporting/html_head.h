// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The head of an HTML file of ours, which tells its reader to load and run nothing. Pure.
#pragma once

#include <QString>

class QXmlStreamWriter;

namespace app {

enum class HtmlPictures {
    None,
    Within, // as data in the file itself
};

void writeHtmlHead(QXmlStreamWriter& xml, const QString& title, const char* style,
                   HtmlPictures pictures);

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ReadDocument: what is exported: a document, and what is known of its pages. Where the text came
// from (the model just now, the library, the file itself) makes no difference to a format. A value;
// the document behind it is shared and does not change.
#pragma once

#include "app/documents/document.h"
#include "app/reading/page_text.h"

#include <QSize>

#include <memory>

namespace app {

enum class TextSource {
    Model,
    File, // the page's own text layer
};

struct ReadPage {
    int page = 0;  // of the document, from 0
    QSizeF points; // of the page as shown, 1/72 inch
    PageText text;
    TextSource source = TextSource::Model;
};

struct ReadDocument {
    QString name;  // of the file, for people
    QString model; // that read it; empty when none did
    QVector<ReadPage> pages;
    std::shared_ptr<const Document> document; // for formats that need its bytes or its looks
};

// Places in formats that count in pixels are those of the page at this resolution.
constexpr double kExportDpi = 300;

QSize pixelsOf(const ReadPage& page);
// A box of 0…1 in those pixels, at least one wide and high.
QRect pixelsOf(const QRectF& box, const QSize& page);

} // namespace app

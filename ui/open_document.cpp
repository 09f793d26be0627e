// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/open_document.h"

#include "app/reading/read_words.h"

#include <QFileInfo>

#include <utility>

namespace ui {

OpenDocument::OpenDocument(const QString& file, std::shared_ptr<const app::Document> opened,
                           app::AnalysisQueue& queue)
    : path(file)
    , document(std::move(opened))
    , text(std::make_shared<app::DocumentText>(document))
    , conversation(document, queue) {}

QString OpenDocument::title() const {
    return path.isEmpty() ? document->title() : QFileInfo(path).fileName();
}

void OpenDocument::takeReadText(int page, const app::PageText& read) {
    text->setRead(page, app::wordsOf(read));
    emit textRead(page);
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// OpenDocument: one document that is open, and all that belongs to it for as long as it is: its
// text, what was asked about it and drawn on it, the next question, and where one is in it. GUI
// thread; the queue must outlive it.
#pragma once

#include "app/annotating/annotations.h"
#include "app/asking/question_parts.h"
#include "app/documents/document_text.h"
#include "app/library/annotation_keeper.h"
#include "app/library/conversation_keeper.h"
#include "ui/page_view.h"
#include "ui/view_history.h"

#include <memory>

namespace ui {

class OpenDocument final : public QObject {
    Q_OBJECT
public:
    OpenDocument(const QString& file, std::shared_ptr<const app::Document> opened,
                 app::AnalysisQueue& queue);

    QString title() const;
    // Stands in for the text of a page that has none of its own.
    void takeReadText(int page, const app::PageText& read);

    const QString path; // empty for the sample and for pasted pictures
    const std::shared_ptr<const app::Document> document;
    const std::shared_ptr<app::DocumentText> text;
    app::Conversation conversation;
    app::Annotations annotations;
    std::unique_ptr<app::ConversationKeeper> conversationKeeper; // null without a library
    std::unique_ptr<app::AnnotationKeeper> annotationKeeper;
    app::QuestionParts parts; // of the next question
    ViewPosition position;    // when it was last left
    ViewHistory history;
    int placesTurn = -1; // whose places are on the page

signals:
    void textRead(int page);
};

} // namespace ui

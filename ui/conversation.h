// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Conversation: what was asked about one document and what came of it, turn by turn. Renders the
// page for the model, submits to the queue and takes the queue's signals for its own ids. No
// widgets; GUI thread. The queue must outlive it.
#pragma once

#include "app/analysis/analysis_queue.h"
#include "app/documents/page_picture.h"

#include <QObject>

#include <memory>
#include <stop_token>

namespace ui {

struct Turn {
    enum class State { Preparing, Waiting, Running, Done, Failed };

    app::Task task = app::Task::Ask;
    QString question; // empty for Read
    int page = 0;     // of the document
    State state = State::Preparing;
    QString text;               // so far
    app::AnalysisResult result; // when Done
    app::Failure failure;       // when Failed

    bool hasEnded() const { return state == State::Done || state == State::Failed; }
};

struct Question {
    app::Task task = app::Task::Ask;
    QString text;
    int page = 0;
};

class Conversation final : public QObject {
    Q_OBJECT
public:
    Conversation(std::shared_ptr<const app::Document> document, app::AnalysisQueue& queue,
                 QObject* parent = nullptr);
    ~Conversation() override;

    const QVector<Turn>& turns() const { return m_turns; }

    bool isBusy() const;

    // keepHistory: earlier turns about the page go along, for models that can talk.
    void ask(const Question& question, bool keepHistory);
    // Ends every turn that has not ended; what was written stays.
    void stop();
    // Only while not busy.
    void clear();
    // What would go along with the next question about this page.
    QVector<app::ConversationTurn> history(int page) const;

signals:
    void turnAdded(int turn);
    void textGrown(int turn);
    void turnChanged(int turn);
    void cleared();

private:
    struct Pending {
        quint64 requestId = 0; // 0: the page is still being rendered
        std::stop_source rendering;
        QVector<app::ConversationTurn> history;
    };

    void render(int turn);
    void submit(int turn, const app::Result<app::PagePicture>& picture);
    void fail(int turn, const app::Failure& failure);
    void finish(int turn, const app::AnalysisResult& result);
    int turnOf(quint64 requestId) const;

    std::shared_ptr<const app::Document> m_document;
    app::AnalysisQueue& m_queue;
    QVector<Turn> m_turns;
    QVector<Pending> m_pending; // one per turn
    quint64 m_generation = 0;   // grows with clear()
};

} // namespace ui

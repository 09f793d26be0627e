// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Conversation: what was asked about one document and what came of it, turn by turn. Renders the
// pages for the model, submits to the queue and takes the queue's signals for its own ids. GUI
// thread. The queue must outlive it.
#pragma once

#include "app/analysis/analysis_queue.h"
#include "app/documents/page_picture.h"

#include <QObject>

#include <memory>
#include <stop_token>

namespace app {

// A page, or a rectangle of it, that goes to the model as one picture.
struct PagePart {
    int page = 0;
    QRectF region; // 0…1 of the page; null: all of it

    // A box of the part's picture (0…1 of it) as one of the page.
    QRectF onPage(const QRectF& box) const;

    bool operator==(const PagePart&) const = default;
};

// A model that writes whole answers was trained on Markdown; one that reads lines was not.
enum class AnswerFormat { Plain, Markdown };

struct Question {
    Task task = Task::Ask;
    QString text;            // empty for Read
    QVector<PagePart> parts; // the first is what it is about
    AnswerFormat format = AnswerFormat::Markdown;
    bool keepsHistory = false; // earlier turns about the same parts go along
};

struct Turn {
    enum class State { Preparing, Waiting, Running, Done, Failed };

    quint64 id = 0; // stays when turns before it go
    Question asked;
    State state = State::Preparing;
    QString text;          // so far
    AnalysisResult result; // when Done; boxes on the pages of asked.parts
    Failure failure;       // when Failed

    bool hasEnded() const { return state == State::Done || state == State::Failed; }

    int page() const { return asked.parts.first().page; }

    // Of the document.
    int pageOf(const Place& place) const { return asked.parts.value(place.page).page; }
};

class Conversation final : public QObject {
    Q_OBJECT
public:
    Conversation(std::shared_ptr<const Document> document, AnalysisQueue& queue,
                 QObject* parent = nullptr);
    ~Conversation() override;

    const QVector<Turn>& turns() const { return m_turns; }

    // −1: gone.
    int indexOf(quint64 turnId) const;
    bool isBusy() const;

    void ask(const Question& question);
    // The turn's question once more, computed again even if the answer is known, or another one in
    // its place; its answer is replaced.
    void askAgain(int turn);
    void askInstead(int turn, const QString& text);
    // Turns that ended earlier, behind those that are there.
    void bringBack(const QVector<Turn>& turns);
    // Ends every turn that has not ended; what was written stays.
    void stop();
    // Stops it first where it has not ended.
    void remove(int turn);
    // Only while not busy.
    void clear();
    // What would go along with the next question about these parts; of the turns before this one.
    QVector<ConversationTurn> history(const QVector<PagePart>& parts, int before = -1) const;

signals:
    void turnAdded(int turn);
    void textGrown(int turn);
    void turnChanged(int turn);
    void turnRemoved(int turn);
    void cleared();

private:
    struct Pending {
        quint64 requestId = 0; // 0: the pages are still being rendered
        std::stop_source rendering;
        QVector<ConversationTurn> history;
        Reuse reuse = Reuse::Allowed;
    };

    void replace(int turn, const QString& text, Reuse reuse);
    void start(int turn);
    void submit(int turn, const Result<QVector<QImage>>& pictures);
    void fail(int turn, const Failure& failure);
    void finish(int turn, const AnalysisResult& result);
    void cancel(int turn);
    int turnOf(quint64 requestId) const;

    std::shared_ptr<const Document> m_document;
    AnalysisQueue& m_queue;
    QVector<Turn> m_turns;
    QVector<Pending> m_pending; // one per turn
    quint64 m_lastId = 0;
};

} // namespace app

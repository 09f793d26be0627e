// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation.h"

#include "ui/off_thread.h"

#include <algorithm>

namespace ui {

Conversation::Conversation(std::shared_ptr<const app::Document> document, app::AnalysisQueue& queue,
                           QObject* parent)
    : QObject(parent)
    , m_document(std::move(document))
    , m_queue(queue) {
    connect(&queue, &app::AnalysisQueue::started, this, [this](quint64 id) {
        if (const int turn = turnOf(id); turn >= 0) {
            m_turns[turn].state = Turn::State::Running;
            m_turns[turn].clock.start();
            emit turnChanged(turn);
        }
    });
    connect(&queue, &app::AnalysisQueue::partialText, this,
            [this](quint64 id, const QString& text) {
                if (const int turn = turnOf(id); turn >= 0) {
                    m_turns[turn].text = text;
                    emit textGrown(turn);
                }
            });
    connect(&queue, &app::AnalysisQueue::finished, this, [this](const app::AnalysisResult& result) {
        if (const int turn = turnOf(result.id); turn >= 0) {
            finish(turn, result);
        }
    });
    connect(&queue, &app::AnalysisQueue::failed, this,
            [this](quint64 id, const app::Failure& failure) {
                if (const int turn = turnOf(id); turn >= 0) {
                    fail(turn, failure);
                }
            });
}

Conversation::~Conversation() {
    m_queue.disconnect(this);
    stop();
}

bool Conversation::isBusy() const {
    return std::any_of(m_turns.cbegin(), m_turns.cend(),
                       [](const Turn& turn) { return !turn.hasEnded(); });
}

void Conversation::ask(const Question& question, bool keepHistory) {
    Pending pending;
    if (keepHistory && question.task != app::Task::Read) {
        pending.history = history(question.page);
    }
    Turn turn;
    turn.task = question.task;
    turn.question = question.text;
    turn.page = question.page;
    turn.clock.start();
    m_turns.append(turn);
    m_pending.append(std::move(pending));
    const int index = int(m_turns.size()) - 1;
    emit turnAdded(index);
    render(index);
}

void Conversation::stop() {
    for (int turn = 0; turn < m_turns.size(); ++turn) {
        if (m_turns[turn].hasEnded()) {
            continue;
        }
        if (m_pending[turn].requestId != 0) {
            m_queue.cancel(m_pending[turn].requestId);
        } else {
            m_pending[turn].rendering.request_stop();
            app::AnalysisResult cancelled;
            cancelled.task = m_turns[turn].task;
            cancelled.end = app::AnswerEnd::Cancelled;
            finish(turn, cancelled);
        }
    }
}

void Conversation::clear() {
    m_turns.clear();
    m_pending.clear();
    ++m_generation;
    emit cleared();
}

QVector<app::ConversationTurn> Conversation::history(int page) const {
    QVector<app::ConversationTurn> history;
    for (const Turn& turn : m_turns) {
        const bool usable = turn.state == Turn::State::Done && turn.page == page &&
                            turn.task != app::Task::Read &&
                            turn.result.end == app::AnswerEnd::Complete;
        if (usable) {
            history.append({turn.question, turn.result.text, turn.result.tokens, turn.task});
        }
    }
    return history;
}

void Conversation::render(int turn) {
    runOffThread(
        this,
        [document = m_document, page = m_turns[turn].page,
         stop = m_pending[turn].rendering.get_token()] {
            return app::pagePicture(*document, page, stop);
        },
        [this, turn, generation = m_generation](const app::Result<app::PagePicture>& picture) {
            if (generation == m_generation) {
                submit(turn, picture);
            }
        });
}

void Conversation::submit(int turn, const app::Result<app::PagePicture>& picture) {
    if (m_turns[turn].hasEnded()) {
        return; // stopped while rendering
    }
    if (!picture) {
        fail(turn, picture.error());
        return;
    }
    app::AnalysisRequest request;
    request.task = m_turns[turn].task;
    request.text = m_turns[turn].question;
    request.pages = {picture->image};
    request.history = m_pending[turn].history;
    m_turns[turn].state = Turn::State::Waiting;
    m_pending[turn].requestId = m_queue.submit(std::move(request));
    emit turnChanged(turn);
}

void Conversation::fail(int turn, const app::Failure& failure) {
    m_turns[turn].state = Turn::State::Failed;
    m_turns[turn].failure = failure;
    emit turnChanged(turn);
}

void Conversation::finish(int turn, const app::AnalysisResult& result) {
    Turn& done = m_turns[turn];
    done.state = Turn::State::Done;
    done.result = result;
    if (!result.text.isEmpty()) {
        done.text = result.text;
        while (done.text.endsWith(QLatin1Char('\n'))) { // rows without text at the end of a page
            done.text.chop(1);
        }
    }
    emit turnChanged(turn);
}

int Conversation::turnOf(quint64 requestId) const {
    for (int turn = int(m_pending.size()) - 1; turn >= 0; --turn) {
        if (m_pending[turn].requestId == requestId && !m_turns[turn].hasEnded()) {
            return turn;
        }
    }
    return -1;
}

} // namespace ui

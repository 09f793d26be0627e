// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/asking/conversation.h"

#include "app/log.h"
#include "app/off_thread.h"

#include <algorithm>

namespace app {

namespace {

// Any thread.
Result<QVector<QImage>> picturesOf(const Document& document, const QVector<PagePart>& parts,
                                   const std::stop_token& stop) {
    QVector<QImage> pictures;
    for (const PagePart& part : parts) {
        const Result<PagePicture> picture =
            part.region.isNull() ? pagePicture(document, part.page, stop)
                                 : regionPicture(document, part.page, part.region, stop);
        if (!picture) {
            return tl::unexpected(picture.error());
        }
        pictures.append(picture->image);
    }
    return pictures;
}

QVector<PageOrigin> originsOf(const Document& document, const QVector<PagePart>& parts) {
    QVector<PageOrigin> origins;
    for (const PagePart& part : parts) {
        PageOrigin origin = originOf(document, part.page);
        origin.region = part.region;
        origins.append(origin);
    }
    return origins;
}

} // namespace

QRectF PagePart::onPage(const QRectF& box) const {
    return region.isNull() ? box
                           : QRectF(region.left() + box.left() * region.width(),
                                    region.top() + box.top() * region.height(),
                                    box.width() * region.width(), box.height() * region.height());
}

Conversation::Conversation(std::shared_ptr<const Document> document, AnalysisQueue& queue,
                           QObject* parent)
    : QObject(parent)
    , m_document(std::move(document))
    , m_queue(queue) {
    // Another model has another vocabulary: its history is read from the text.
    connect(&queue, &AnalysisQueue::modelOpened, this, [this] {
        for (Turn& turn : m_turns) {
            turn.result.tokens.clear();
        }
    });
    connect(&queue, &AnalysisQueue::started, this, [this](quint64 id) {
        if (const int turn = turnOf(id); turn >= 0) {
            m_turns[turn].state = Turn::State::Running;
            emit turnChanged(turn);
        }
    });
    connect(&queue, &AnalysisQueue::partialText, this, [this](quint64 id, const QString& text) {
        if (const int turn = turnOf(id); turn >= 0) {
            m_turns[turn].text = text;
            emit textGrown(turn);
        }
    });
    connect(&queue, &AnalysisQueue::finished, this, [this](const AnalysisResult& result) {
        if (const int turn = turnOf(result.id); turn >= 0) {
            finish(turn, result);
        }
    });
    connect(&queue, &AnalysisQueue::failed, this, [this](quint64 id, const Failure& failure) {
        if (const int turn = turnOf(id); turn >= 0) {
            fail(turn, failure);
        }
    });
}

Conversation::~Conversation() {
    m_queue.disconnect(this);
    blockSignals(true); // whoever listened may be going too
    stop();
}

bool Conversation::isBusy() const {
    return std::any_of(m_turns.cbegin(), m_turns.cend(),
                       [](const Turn& turn) { return !turn.hasEnded(); });
}

void Conversation::ask(const Question& question) {
    Turn turn;
    turn.id = ++m_lastId;
    turn.asked = question;
    m_turns.append(turn);
    m_pending.append(Pending());
    const int index = int(m_turns.size()) - 1;
    emit turnAdded(index);
    start(index);
}

void Conversation::askAgain(int turn) {
    replace(turn, m_turns[turn].asked.text, Reuse::Recompute);
}

void Conversation::askInstead(int turn, const QString& text) {
    replace(turn, text, Reuse::Allowed);
}

void Conversation::replace(int turn, const QString& text, Reuse reuse) {
    cancel(turn);
    Turn again;
    again.id = ++m_lastId;
    again.asked = m_turns[turn].asked;
    again.asked.text = text;
    m_turns[turn] = again;
    m_pending[turn] = Pending();
    m_pending[turn].reuse = reuse;
    emit turnChanged(turn);
    start(turn);
}

void Conversation::bringBack(const QVector<Turn>& turns) {
    for (Turn turn : turns) {
        turn.id = ++m_lastId;
        m_turns.append(turn);
        m_pending.append(Pending());
        emit turnAdded(int(m_turns.size()) - 1);
    }
}

void Conversation::stop() {
    for (int turn = 0; turn < m_turns.size(); ++turn) {
        if (m_turns[turn].hasEnded()) {
            continue;
        }
        cancel(turn);
        if (m_pending[turn].requestId == 0) {
            AnalysisResult cancelled;
            cancelled.task = m_turns[turn].asked.task;
            cancelled.end = AnswerEnd::Cancelled;
            finish(turn, cancelled);
        }
    }
}

void Conversation::cancel(int turn) {
    if (m_turns[turn].hasEnded()) {
        return;
    }
    if (m_pending[turn].requestId != 0) {
        m_queue.cancel(m_pending[turn].requestId);
    } else {
        m_pending[turn].rendering.request_stop();
    }
}

void Conversation::remove(int turn) {
    cancel(turn);
    m_turns.remove(turn);
    m_pending.remove(turn);
    emit turnRemoved(turn);
}

void Conversation::clear() {
    m_turns.clear();
    m_pending.clear();
    emit cleared();
}

QVector<ConversationTurn> Conversation::history(const QVector<PagePart>& parts, int before) const {
    QVector<ConversationTurn> history;
    for (const Turn& turn : m_turns.mid(0, before)) {
        const bool usable = turn.state == Turn::State::Done && turn.asked.parts == parts &&
                            turn.asked.task != Task::Read && turn.result.end == AnswerEnd::Complete;
        if (usable) {
            history.append(
                {turn.asked.text, turn.result.text, turn.result.tokens, turn.asked.task});
        }
    }
    return history;
}

void Conversation::start(int turn) {
    const Question& question = m_turns[turn].asked;
    if (question.keepsHistory && question.task != Task::Read) {
        m_pending[turn].history = history(question.parts, turn);
    }
    runOffThread(
        this,
        [document = m_document, parts = question.parts,
         stop = m_pending[turn].rendering.get_token()] {
            return picturesOf(*document, parts, stop);
        },
        [this, id = m_turns[turn].id](const Result<QVector<QImage>>& pictures) {
            if (const int index = indexOf(id); index >= 0) { // else removed meanwhile
                submit(index, pictures);
            }
        });
}

void Conversation::submit(int turn, const Result<QVector<QImage>>& pictures) {
    if (m_turns[turn].hasEnded()) {
        return; // stopped while rendering
    }
    if (!pictures) {
        fail(turn, pictures.error());
        return;
    }
    AnalysisRequest request;
    request.task = m_turns[turn].asked.task;
    request.text = m_turns[turn].asked.text;
    request.pages = *pictures;
    request.history = m_pending[turn].history;
    request.reuse = m_pending[turn].reuse;
    request.origins = originsOf(*m_document, m_turns[turn].asked.parts);
    m_turns[turn].state = Turn::State::Waiting;
    m_pending[turn].requestId = m_queue.submit(std::move(request));
    emit turnChanged(turn);
}

void Conversation::fail(int turn, const Failure& failure) {
    logFailure(failure);
    m_turns[turn].state = Turn::State::Failed;
    m_turns[turn].failure = failure;
    emit turnChanged(turn);
}

void Conversation::finish(int turn, const AnalysisResult& result) {
    Turn& done = m_turns[turn];
    done.state = Turn::State::Done;
    done.result = result;
    for (Place& place : done.result.places) {
        place.box = done.asked.parts.value(place.page).onPage(place.box);
    }
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

int Conversation::indexOf(quint64 id) const {
    const auto found = std::find_if(m_turns.cbegin(), m_turns.cend(),
                                    [id](const Turn& turn) { return turn.id == id; });
    return found == m_turns.cend() ? -1 : int(found - m_turns.cbegin());
}

} // namespace app

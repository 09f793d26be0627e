// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/conversation_keeper.h"

#include "app/off_thread.h"

#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>

namespace app {

namespace {

QByteArray newName() {
    return QUuid::createUuid().toRfc4122();
}

Turn turnOf(const KeptTurn& kept) {
    Turn turn;
    turn.asked = kept.asked;
    turn.state = Turn::State::Done;
    turn.text = kept.result.text;
    while (turn.text.endsWith(u'\n')) {
        turn.text.chop(1);
    }
    turn.result = kept.result;
    return turn;
}

} // namespace

ConversationKeeper::ConversationKeeper(Conversation& conversation, Library& library,
                                       const QByteArray& document, QObject* parent)
    : QObject(parent)
    , m_conversation(conversation)
    , m_library(library)
    , m_document(document)
    , m_name(newName()) {
    connect(&conversation, &Conversation::turnAdded, this, [this] {
        if (!m_bringsBack) {
            m_places.append(nextPlace());
        }
    });
    connect(&conversation, &Conversation::turnChanged, this, &ConversationKeeper::keep);
    connect(&conversation, &Conversation::turnRemoved, this,
            [this](int turn) { m_library.dropTurn(m_name, m_places.takeAt(turn)); });
    connect(&conversation, &Conversation::cleared, this, [this] {
        m_library.putAway(m_name);
        m_places.clear();
        m_name = newName();
    });
    using Kept = Result<std::optional<KeptConversation>>;
    runOffThread(
        this, [&library, document] { return library.conversation(document); },
        [this](const Kept& kept) {
            // Who has asked already has begun another conversation.
            if (kept && *kept && m_conversation.turns().isEmpty()) {
                bringBack(**kept);
            }
            emit broughtBack();
        });
}

void ConversationKeeper::bringBack(const KeptConversation& kept) {
    m_name = kept.name;
    QVector<Turn> turns;
    for (const KeptTurn& turn : kept.turns) {
        m_places.append(turn.place);
        turns.append(turnOf(turn));
    }
    m_bringsBack = true;
    m_conversation.bringBack(turns);
    m_bringsBack = false;
}

void ConversationKeeper::keep(int turn) {
    const Turn& ended = m_conversation.turns()[turn];
    const bool hasAnswer =
        ended.state == Turn::State::Done &&
        (ended.result.end != AnswerEnd::Cancelled || !ended.result.text.isEmpty());
    if (!hasAnswer || m_bringsBack) {
        return;
    }
    KeptTurn kept;
    kept.place = m_places[turn];
    kept.asked = ended.asked;
    kept.model = m_model;
    kept.result = ended.result;
    kept.when = QDateTime::currentDateTime();
    m_library.keepTurn(m_document, m_name, kept);
}

// Grows with time, and is another one in another window.
qint64 ConversationKeeper::nextPlace() {
    constexpr int kSameMillisecond = 1024;
    const qint64 place = QDateTime::currentMSecsSinceEpoch() * kSameMillisecond +
                         QRandomGenerator::global()->bounded(kSameMillisecond);
    return m_places.isEmpty() ? place : std::max(place, m_places.last() + 1);
}

int ConversationKeeper::turnAt(qint64 place) const {
    return int(m_places.indexOf(place));
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ConversationKeeper: keeps a conversation in the library while it goes on, and brings the latest
// about its document back into it. Turns that have ended are kept, also those that were stopped;
// a cleared conversation stays in the library, where it can be found. GUI thread, no call blocks;
// conversation and library must outlive it.
#pragma once

#include "app/asking/conversation.h"
#include "app/library/library.h"

#include <QObject>
#include <QVector>

namespace app {

class ConversationKeeper final : public QObject {
    Q_OBJECT
public:
    ConversationKeeper(Conversation& conversation, Library& library, const QByteArray& document,
                       QObject* parent = nullptr);

    // The model that answers from now on.
    void setModel(const QString& name) { m_model = name; }

    // The turn of the conversation that has this place in the library (LibraryHit::turn); −1: none.
    int turnAt(qint64 place) const;

signals:
    // What was said before is in the conversation, or there was nothing.
    void broughtBack();

private:
    void bringBack(const KeptConversation& kept);
    void keep(int turn);
    qint64 nextPlace();

    Conversation& m_conversation;
    Library& m_library;
    const QByteArray m_document;
    QString m_model;
    QByteArray m_name;         // of the conversation in the library
    QVector<qint64> m_places;  // of the turns, in their order
    bool m_bringsBack = false; // what is added was kept before
};

} // namespace app

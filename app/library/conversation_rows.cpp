// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/conversation_rows.h"

#include "app/library/document_rows.h"
#include "app/library/packed_result.h"
#include "app/library/passage_rows.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

#include <algorithm>

namespace app {

namespace {

// The parts of a turn that no query asks for, by these keys.
enum TurnKey {
    kEnd,
    kDroppedPlaces,
    kPromptTokens,
    kVisualTokens,
    kAnswerTokens,
    kLayout,
    kVision,
    kPrefill,
    kDecode,
    kResult, // packed_result.h
    kKeptSince,
    kParts,
    kFormat,
    kKeepsHistory,
};

QByteArray turnDetails(const KeptTurn& turn) {
    const AnalysisResult& result = turn.result;
    QCborArray parts;
    for (const PagePart& part : turn.asked.parts) {
        const QRectF& region = part.region;
        parts.append(
            QCborArray{part.page, region.x(), region.y(), region.width(), region.height()});
    }
    const QCborMap details{
        {kEnd, int(result.end)},
        {kDroppedPlaces, result.droppedPlaces},
        {kPromptTokens, result.promptTokens},
        {kVisualTokens, result.visualTokens},
        {kAnswerTokens, result.answerTokens},
        {kLayout, result.times.layout},
        {kVision, result.times.vision},
        {kPrefill, result.times.prefill},
        {kDecode, result.times.decode},
        {kResult, packed(result)},
        {kKeptSince, result.keptSince.isValid() ? toStoredTime(result.keptSince) : qint64{0}},
        {kParts, parts},
        {kFormat, int(turn.asked.format)},
        {kKeepsHistory, turn.asked.keepsHistory}};
    return details.toCborValue().toCbor();
}

QVector<PagePart> partsOf(const QCborArray& array, int firstPage) {
    QVector<PagePart> parts;
    for (const QCborValue& value : array) {
        const QCborArray part = value.toArray();
        const QRectF region(part.at(1).toDouble(), part.at(2).toDouble(), part.at(3).toDouble(),
                            part.at(4).toDouble());
        const int page = static_cast<int>(part.at(0).toInteger());
        parts.append(PagePart{page, region & QRectF(0, 0, 1, 1)});
    }
    if (parts.isEmpty()) {
        parts.append(PagePart{firstPage, {}});
    }
    return parts;
}

// What cannot be understood keeps its default: the words are still there.
void takeDetails(const QByteArray& bytes, int firstPage, KeptTurn* turn) {
    const QCborMap details = QCborValue::fromCbor(bytes).toMap();
    const auto number = [&](TurnKey key) {
        return int(details.value(key).toInteger());
    };
    AnalysisResult& result = turn->result;
    result.end = static_cast<AnswerEnd>(
        std::clamp(number(kEnd), int(AnswerEnd::Complete), int(AnswerEnd::Cancelled)));
    result.droppedPlaces = number(kDroppedPlaces);
    result.promptTokens = number(kPromptTokens);
    result.visualTokens = number(kVisualTokens);
    result.answerTokens = number(kAnswerTokens);
    result.times = {details.value(kLayout).toDouble(), details.value(kVision).toDouble(),
                    details.value(kPrefill).toDouble(), details.value(kDecode).toDouble()};
    if (const qint64 since = details.value(kKeptSince).toInteger(); since > 0) {
        result.keptSince = fromStoredTime(since);
    }
    turn->asked.parts = partsOf(details.value(kParts).toArray(), firstPage);
    turn->asked.format =
        number(kFormat) == int(AnswerFormat::Plain) ? AnswerFormat::Plain : AnswerFormat::Markdown;
    turn->asked.keepsHistory = details.value(kKeepsHistory).toBool();
    unpack(details.value(kResult).toByteArray(), &result);
}

qint64 conversationRow(Database& database, qint64 document, const QByteArray& name) {
    const qint64 now = toStoredTime(QDateTime::currentDateTime());
    database.run("INSERT INTO conversations (name, document, created, changed) VALUES (?, ?, ?, ?) "
                 "ON CONFLICT DO UPDATE SET changed = excluded.changed",
                 name, document, now, now);
    Statement row = database.query("SELECT id FROM conversations WHERE name = ?", name);
    row.next();
    return row.integer(0);
}

KeptConversation conversationOf(Database& database, qint64 row, const QByteArray& name) {
    KeptConversation conversation{name, {}};
    Statement turns =
        database.query("SELECT task, question, page, answer, model, details, created, place "
                       "FROM turns WHERE conversation = ? ORDER BY place",
                       row);
    while (turns.next()) {
        KeptTurn turn;
        turn.asked.task =
            static_cast<Task>(std::clamp(turns.number(0), int(Task::Read), int(Task::Find)));
        turn.asked.text = turns.text(1);
        turn.place = turns.integer(7);
        turn.model = turns.text(4);
        turn.when = fromStoredTime(turns.integer(6));
        turn.result.task = turn.asked.task;
        turn.result.text = turns.text(3);
        takeDetails(turns.bytes(5), turns.number(2), &turn);
        conversation.turns.append(turn);
    }
    return conversation;
}

// What a search looks at: all that people see of a turn.
QString searchedText(const KeptTurn& turn) {
    switch (turn.asked.task) {
    case Task::Read:
        return {}; // found on its page already
    case Task::Find:
        return turn.asked.text; // the answer is its places
    default:
        return turn.asked.text + QStringLiteral("\n") + turn.result.text;
    }
}

} // namespace

void saveTurn(Database& database, const QByteArray& document, const QByteArray& conversation,
              const KeptTurn& turn) {
    const int page = turn.asked.parts.value(0).page;
    const qint64 documentId = documentRow(database, document);
    const qint64 conversationId = conversationRow(database, documentId, conversation);
    database.run("INSERT INTO turns (conversation, place, task, question, page, answer, model, "
                 "details, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                 "ON CONFLICT DO UPDATE SET task = excluded.task, question = excluded.question, "
                 "page = excluded.page, answer = excluded.answer, model = excluded.model, "
                 "details = excluded.details, created = excluded.created",
                 conversationId, turn.place, int(turn.asked.task), turn.asked.text, page,
                 turn.result.text, turn.model, turnDetails(turn), toStoredTime(turn.when));
    Statement row = database.query("SELECT id FROM turns WHERE conversation = ? AND place = ?",
                                   conversationId, turn.place);
    row.next();
    saveTurnPassage(database, documentId, page, row.integer(0), searchedText(turn));
}

void dropTurn(Database& database, const QByteArray& conversation, qint64 place) {
    Statement turn = database.query("SELECT t.id, s.id FROM turns t "
                                    "JOIN conversations c ON c.id = t.conversation "
                                    "LEFT JOIN passages s ON s.turn = t.id "
                                    "WHERE c.name = ? AND t.place = ?",
                                    conversation, place);
    if (turn.next()) {
        removePassage(database, turn.integer(1));
        database.run("DELETE FROM turns WHERE id = ?", turn.integer(0));
    }
}

void putAway(Database& database, const QByteArray& conversation) {
    database.run("UPDATE conversations SET put_away = 1 WHERE name = ?", conversation);
}

std::optional<KeptConversation> latestConversation(Database& database, const QByteArray& document) {
    Statement row = database.query("SELECT c.id, c.name FROM conversations c "
                                   "JOIN documents d ON d.id = c.document "
                                   "WHERE d.hash = ? AND NOT c.put_away "
                                   "ORDER BY c.changed DESC, c.id DESC LIMIT 1",
                                   document);
    if (!row.next()) {
        return std::nullopt;
    }
    return conversationOf(database, row.integer(0), row.bytes(1));
}

std::optional<KeptConversation> findConversation(Database& database, const QByteArray& name) {
    Statement row = database.query("SELECT id FROM conversations WHERE name = ?", name);
    if (!row.next()) {
        return std::nullopt;
    }
    return conversationOf(database, row.integer(0), name);
}

} // namespace app

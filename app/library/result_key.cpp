// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/result_key.h"

#include "app/analysis/picture_hash.h"
#include "app/models/model_card.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDataStream>
#include <QJsonDocument>
#include <QJsonObject>

namespace app {

namespace {

// To be raised when this program begins to make something else of the same request: when lines are
// found, rows packed or words aligned in another way.
constexpr qint32 kWayOfReading = 6;

// The same for what is looked for in the text of a page (phrase_finder.h, field_finder.h).
constexpr qint32 kWayOfAnswering = 4;

// All members are named, so that a new one does not compile until it is decided on.
void write(QDataStream& stream, const PackedRowsRules& rules) {
    const auto& [rowHeight, rowsPerTile, maxTiles, tileEdge, inkHeight, maxScaleRatio, maxWidth,
                 left, minGap, secondLook] = rules;
    stream << rowHeight << rowsPerTile << maxTiles << tileEdge << inkHeight << maxScaleRatio
           << maxWidth << left << minGap << secondLook;
}

void write(QDataStream& stream, const ModelCard& card) {
    stream << card.readPrompt << card.findPrompt << card.lookUpPrompt << qint32(card.readingMode);
    write(stream, card.packedRows);
}

void write(QDataStream& stream, const ConversationTurn& turn) {
    const auto& [question, answer, answerTokens, task] = turn;
    stream << question << answer << answerTokens << qint32(task);
}

void write(QDataStream& stream, const AnalysisRequest& request,
           const QVector<KnownPicture>& pictures) {
    const auto& [id, task, pages, text, lines, history, maxNewTokens, temperature, origins, reuse] =
        request;
    static_cast<void>(id);           // says who asked
    static_cast<void>(pages);        // pictures
    static_cast<void>(maxNewTokens); // tokenLimit
    static_cast<void>(temperature);  // 0
    static_cast<void>(origins);      // the pixels count
    static_cast<void>(reuse);
    stream << qint32(task) << text << lines << qint32(pictures.size()) << qint32(history.size());
    for (const KnownPicture& picture : pictures) {
        stream << picture.hash;
    }
    for (const ConversationTurn& turn : history) {
        write(stream, turn);
    }
}

} // namespace

KnownPicture knownPicture(const QImage& picture) {
    return {pictureHash(picture), picture.size()};
}

std::optional<QByteArray> resultKey(const AnalysisRequest& request,
                                    const QVector<KnownPicture>& pictures,
                                    const ModelInUse& model) {
    if (request.temperature > 0) {
        return std::nullopt;
    }
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << kWayOfReading << model.identity.hash << model.eighteenTiles
           << qint32(tokenLimit(request, model.card));
    write(stream, model.card);
    write(stream, request, pictures);
    if (model.card.readingMode == ReadingMode::PackedRows && request.task != Task::Read) {
        stream << kWayOfAnswering;
    }
    if (model.weights != WeightBits::Stored) { // results from before there were others stay known
        stream << qint32(model.weights);
    }
    return QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_256);
}

QString settingsText(const AnalysisRequest& request, const ModelInUse& model) {
    const QJsonObject settings{
        {QStringLiteral("maxNewTokens"), tokenLimit(request, model.card)},
        {QStringLiteral("packedRows"), model.card.readingMode == ReadingMode::PackedRows},
        {QStringLiteral("eighteenTiles"), model.eighteenTiles},
        {QStringLiteral("weights"), weightBitsName(model.weights)},
        {QStringLiteral("givenLines"), qint64(request.lines.size())},
        {QStringLiteral("turnsBefore"), qint64(request.history.size())}};
    return QString::fromUtf8(QJsonDocument(settings).toJson(QJsonDocument::Compact));
}

} // namespace app

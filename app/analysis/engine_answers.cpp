// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis/engine_answers.h"

#include "app/reading/edit_distance.h"
#include "app/reading/field_finder.h"
#include "app/reading/page_assembler.h"
#include "app/reading/phrase_finder.h"
#include "engine/text/grounding.h"

#include <QStringList>

#include <algorithm>

namespace app {

namespace {

// One per QChar of the answer's text; none when the tokens do not add up to the text.
QVector<float> confidencesOf(const engine::GenerationResult& run,
                             const engine::Tokenizer& tokenizer) {
    QVector<float> confidences;
    engine::Utf8Stream stream;
    for (std::size_t i = 0; i < run.tokens.size(); ++i) {
        const QString text = QString::fromStdString(stream.push(tokenizer.bytes(run.tokens[i])));
        confidences.append(QVector<float>(text.size(), run.probabilities[i]));
    }
    return confidences.size() == QString::fromStdString(run.text).size() ? confidences
                                                                         : QVector<float>();
}

QVector<qint32> tokensOf(const engine::GenerationResult& run) {
    return {run.tokens.begin(), run.tokens.end()};
}

// Numbers of an answer are thousandths of the picture; 999 is its far edge.
QRectF pictureBox(const engine::GroundedBox& box) {
    constexpr double kFarEdge = 999;
    return {QPointF(box.x1, box.y1) / kFarEdge, QPointF(box.x2, box.y2) / kFarEdge};
}

QString comparable(const QString& text) {
    QString letters;
    for (const QChar c : text.toCaseFolded()) {
        if (!c.isSpace()) {
            letters.append(c);
        }
    }
    return letters;
}

// A model that finds a phrase says it again, perhaps with slips.
bool namesPhrase(const QString& label, const QString& phrase) {
    const QString said = comparable(label);
    const QString asked = comparable(phrase);
    return said.isEmpty() || 2 * editDistance(said, asked) <= std::max(said.size(), asked.size());
}

} // namespace

AnswersSoFar::AnswersSoFar(std::size_t parts, const PartialText& partial)
    : m_texts(parts)
    , m_shown(static_cast<qsizetype>(parts))
    , m_partial(partial) {}

void AnswersSoFar::add(std::size_t part, std::string_view text) {
    m_texts[part] += text;
    m_shown[static_cast<qsizetype>(part)] =
        QString::fromStdString(engine::parseGrounding(m_texts[part]).text);
    QStringList begun;
    for (const QString& answer : m_shown) {
        if (!answer.isEmpty()) {
            begun.append(answer);
        }
    }
    m_partial(begun.join(u'\n'));
}

void takeText(AnalysisResult& result, std::span<const Part> parts,
              std::span<const engine::GenerationResult* const> runs,
              const engine::Tokenizer& tokenizer) {
    QVector<PartAnswer> answers;
    for (const engine::GenerationResult* run : runs) {
        answers.append({QString::fromStdString(run->text), confidencesOf(*run, tokenizer),
                        run->stopReason == engine::StopReason::EndOfText});
        result.tokens += tokensOf(*run);
    }
    result.pageText = parts.empty() ? PageText() : assemblePageText(*parts.front().plan, answers);
    result.text = result.pageText->plainText().trimmed(); // no rows read: no text
}

void takeAnswer(AnalysisResult& result, const engine::GenerationResult& run,
                const AnalysisRequest& request) {
    const engine::GroundedAnswer answer = engine::parseGrounding(run.text);
    result.tokens = tokensOf(run);
    result.text = QString::fromStdString(answer.text);
    result.droppedPlaces = answer.dropped;
    for (const engine::GroundedBox& box : answer.boxes) {
        const QString before = QString::fromStdString(answer.text.substr(0, box.textOffset));
        result.places.append({QString::fromStdString(box.label), pictureBox(box), 0,
                              static_cast<int>(before.size())});
    }
    if (request.task == Task::Find) {
        const auto dropped = result.places.removeIf(
            [&](const Place& place) { return !namesPhrase(place.label, request.text); });
        result.droppedPlaces += static_cast<int>(dropped);
    }
}

void takeAnswerFromText(AnalysisResult& result, const QVector<PageText>& pages,
                        const AnalysisRequest& request, const ModelCard& card) {
    const auto take = [&](const FoundText& found, int page) {
        result.text += result.text.isEmpty() ? QString() : QStringLiteral("\n");
        for (const QRectF& box : found.boxes) {
            result.places.append({found.text, box, page, static_cast<int>(result.text.size())});
        }
        result.text += found.text;
    };
    const QString field = fieldAskedFor(request.text, card.lookUpPrompt);
    for (int page = 0; page < pages.size(); ++page) {
        if (request.task == Task::Find) {
            for (const FoundText& found : findPhrase(pages[page], request.text)) {
                take(found, page);
            }
        } else if (const auto value = findField(pages[page], field)) {
            return take(*value, page); // the first page that names it
        }
    }
}

} // namespace app

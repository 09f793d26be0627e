// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis/engine_answers.h"

#include "app/reading/edit_distance.h"
#include "app/reading/page_assembler.h"
#include "engine/text/grounding.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <numeric>

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

// Appends a part's answer and its places; boxes that lie on no row are not believed.
void appendAnswer(AnalysisResult& result, const Part& part, const std::string& text) {
    const engine::GroundedAnswer answer = engine::parseGrounding(text);
    if (!result.text.isEmpty() && !answer.text.empty()) {
        result.text += u'\n';
    }
    for (const engine::GroundedBox& box : answer.boxes) {
        const QVector<QRectF> places = part.plan->toPage(part.planPart, pictureBox(box));
        const QString before = QString::fromStdString(answer.text.substr(0, box.textOffset));
        const auto offset = static_cast<int>(result.text.size() + before.size());
        for (const QRectF& place : places) {
            result.places.append({QString::fromStdString(box.label), place, part.page, offset});
        }
        result.droppedPlaces += places.isEmpty() ? 1 : 0;
    }
    result.droppedPlaces += answer.dropped;
    result.text += QString::fromStdString(answer.text);
}

// How sure the model was on average; of an empty answer: not at all.
double certainty(const engine::GenerationResult& run) {
    double sum = 0;
    for (const float probability : run.probabilities) {
        sum += std::log(std::max(1e-9, static_cast<double>(probability)));
    }
    return run.tokens.empty() ? 0 : std::exp(sum / static_cast<double>(run.tokens.size()));
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
              std::span<const engine::GenerationResult> runs, const engine::Tokenizer& tokenizer) {
    QVector<PartAnswer> answers;
    for (const engine::GenerationResult& run : runs) {
        answers.append({QString::fromStdString(run.text), confidencesOf(run, tokenizer),
                        run.stopReason == engine::StopReason::EndOfText});
        result.tokens += tokensOf(run);
    }
    result.pageText = parts.empty() ? PageText() : assemblePageText(*parts.front().plan, answers);
    result.text = result.pageText->plainText().trimmed(); // no rows read: no text
}

void takeAnswers(AnalysisResult& result, std::span<const Part> parts,
                 std::span<const engine::GenerationResult> runs, const AnalysisRequest& request) {
    std::vector<std::size_t> taken(runs.size());
    std::iota(taken.begin(), taken.end(), std::size_t{0});
    if (request.task != Task::Find && !runs.empty()) {
        const auto surest = std::max_element(taken.begin(), taken.end(), [&](auto a, auto b) {
            return certainty(runs[a]) < certainty(runs[b]);
        });
        taken = {*surest};
    }
    for (const std::size_t i : taken) {
        result.tokens += tokensOf(runs[i]);
        appendAnswer(result, parts[i], runs[i].text);
    }
    if (request.task == Task::Find) {
        const auto dropped = result.places.removeIf(
            [&](const Place& place) { return !namesPhrase(place.label, request.text); });
        result.droppedPlaces += static_cast<int>(dropped);
    }
}

} // namespace app

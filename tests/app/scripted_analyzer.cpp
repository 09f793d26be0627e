// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/scripted_analyzer.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace app {

namespace {

constexpr int kTileEdge = 384;
constexpr int kTokensPerSide = 14;

TilePlacement planOne(QSize image, bool tiled) {
    const auto tiles = [](int pixels) {
        return std::clamp((pixels + kTileEdge - 1) / kTileEdge, 1, 3);
    };
    TilePlacement placement;
    placement.image = image;
    placement.tiled = tiled;
    placement.grid = tiled ? QSize(tiles(image.width()), tiles(image.height())) : QSize(1, 1);
    placement.canvas = placement.grid * kTileEdge;
    const auto fitted = [&](QSize box) {
        const QSize size = image.scaled(box, Qt::KeepAspectRatio);
        return QRectF(
            QPointF((box.width() - size.width()) / 2.0, (box.height() - size.height()) / 2.0),
            QSizeF(size));
    };
    placement.local = fitted(placement.canvas);
    placement.global = fitted(QSize(kTileEdge, kTileEdge));
    const int across = placement.grid.width() * kTokensPerSide + 1;
    placement.tokens = kTokensPerSide * (kTokensPerSide + 1) + 1 +
                       placement.grid.height() * kTokensPerSide * across;
    return placement;
}

TilePlan planTiles(const QVector<QSize>& images) {
    TilePlan plan;
    for (const QSize& image : images) {
        plan.images.append(planOne(image, images.size() <= 2));
        plan.visualTokens += plan.images.last().tokens;
    }
    return plan;
}

// The tile's number (0: the overview) in the red of every pixel.
QVector<QImage> cutTiles(const QImage& picture, const QVector<QSize>& company) {
    const TilePlan plan = planTiles(QVector<QSize>{picture.size()} + company);
    const QSize grid = plan.images.first().grid;
    QVector<QImage> tiles;
    for (int tile = 0; tile <= grid.width() * grid.height(); ++tile) {
        tiles.append(QImage(kTileEdge, kTileEdge, QImage::Format_RGB888));
        tiles.last().fill(QColor(tile, 100, 100));
    }
    return tiles;
}

// Characters, and ten for the template of every turn.
std::optional<int> countTokens(const AnalysisRequest& request, const QVector<int>& visual) {
    auto tokens = request.text.size() + 10;
    for (const ConversationTurn& turn : request.history) {
        tokens += turn.question.size() + turn.answer.size() + 10;
    }
    return int(tokens) + std::accumulate(visual.begin(), visual.end(), 0);
}

// Sleeps unless stopped; true when stopped.
bool pause(std::chrono::milliseconds time, const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait_for(lock, stop, time, [] { return false; });
    return stop.stop_requested();
}

// Streams the answer; false when it was stopped.
bool stream(const ScriptedAnswer& answer, QString& text, const PartialText& partial,
            const std::stop_token& stop) {
    if (pause(answer.before, stop)) {
        return false;
    }
    do {
        for (const QChar character : answer.text) {
            if (pause(answer.perCharacter, stop)) {
                return false;
            }
            text.append(character);
            partial(text);
        }
    } while (answer.endless && !stop.stop_requested());
    return !stop.stop_requested();
}

} // namespace

ModelDescription scriptedModel() {
    ModelDescription model;
    model.card.name = QStringLiteral("Scripted");
    model.card.tasks = {Task::Read, Task::Ask, Task::AskWithPlaces, Task::Find};
    model.card.readPrompt = QStringLiteral("Read the text.");
    model.card.findPrompt = QStringLiteral("<|ref|>{phrase}<|/ref|>");
    model.variant = QStringLiteral("Scripted");
    model.device = QStringLiteral("CPU, 1 thread");
    model.contextTokens = 4096;
    model.planner = planTiles;
    model.cutter = cutTiles;
    model.counter = countTokens;
    return model;
}

QVector<AnalysisRequest> Script::asked() const {
    const std::lock_guard lock(m_mutex);
    return m_asked;
}

QVector<ModelChoice> Script::opened() const {
    const std::lock_guard lock(m_mutex);
    return m_opened;
}

ScriptedAnalyzer::ScriptedAnalyzer(std::shared_ptr<Script> script)
    : m_script(std::move(script)) {}

int Script::closed() const {
    const std::lock_guard lock(m_mutex);
    return m_closed;
}

void Script::release() {
    {
        const std::lock_guard lock(m_mutex);
        m_isReleased = true;
    }
    m_released.notify_all();
}

bool Script::waitForRelease(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    return m_released.wait(lock, stop, [this] { return m_isReleased; });
}

void ScriptedAnalyzer::close() {
    const std::lock_guard lock(m_script->m_mutex);
    ++m_script->m_closed;
}

Result<ModelDescription> ScriptedAnalyzer::open(const ModelChoice& choice,
                                                const LoadProgress& progress,
                                                std::stop_token stop) {
    {
        const std::lock_guard lock(m_script->m_mutex);
        m_script->m_opened.append(choice);
    }
    constexpr int kSteps = 20;
    for (int step = 1; step <= kSteps && m_script->loading.count() > 0; ++step) {
        if (pause(m_script->loading / kSteps, stop)) {
            return failure(FailureCode::Internal, choice.folder, QStringLiteral("stopped"));
        }
        progress(double(step) / kSteps);
    }
    Result<ModelDescription> model = m_script->open ? m_script->open(choice) : scriptedModel();
    if (model) {
        model->choice = choice;
    }
    return model;
}

Result<AnalysisResult> ScriptedAnalyzer::run(const AnalysisRequest& request,
                                             const PartialText& partial, std::stop_token stop) {
    {
        const std::lock_guard lock(m_script->m_mutex);
        m_script->m_asked.append(request);
    }
    ScriptedAnswer answer;
    answer.text = request.text;
    if (m_script->answer) {
        answer = m_script->answer(request);
    }
    AnalysisResult result;
    const QString text = answer.text;
    bool complete = true;
    if (answer.held) { // with all but its last character
        answer.text.chop(1);
        complete = stream(answer, result.text, partial, stop) && m_script->waitForRelease(stop);
        answer.text = text.right(1);
    }
    complete = complete && stream(answer, result.text, partial, stop);
    if (complete && answer.failure) {
        return tl::unexpected(*answer.failure);
    }
    result.end = complete ? answer.end : AnswerEnd::Cancelled;
    result.answerTokens = static_cast<int>(result.text.size());
    if (complete) {
        result.places = answer.places;
        result.droppedPlaces = answer.droppedPlaces;
        result.pageText = answer.pageText;
    }
    return result;
}

std::function<std::unique_ptr<Analyzer>()> scripted(std::shared_ptr<Script> script) {
    return [script = std::move(script)] {
        return std::make_unique<ScriptedAnalyzer>(script);
    };
}

} // namespace app

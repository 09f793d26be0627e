// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis/engine_analyzer.h"

#include "app/models/model_card.h"
#include "engine/session.h"
#include "engine/text/grounding.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <exception>
#include <new>
#include <optional>
#include <utility>

namespace app {

namespace {

FailureCode codeOf(engine::ErrorCode code) {
    switch (code) {
    case engine::ErrorCode::OutOfMemory:
        return FailureCode::OutOfMemory;
    case engine::ErrorCode::DeviceUnavailable:
        return FailureCode::DeviceUnavailable;
    case engine::ErrorCode::BadFile:
        return FailureCode::ModelDamaged;
    case engine::ErrorCode::Unsupported:
        return FailureCode::ModelUnsupported;
    case engine::ErrorCode::BadRequest:
        return FailureCode::PromptTooLong;
    case engine::ErrorCode::Internal:
        break;
    }
    return FailureCode::Internal;
}

// Runs work, which returns a Result; what the engine throws becomes a Failure about subject.
template <typename Work>
auto guarded(const QString& subject, Work work) -> decltype(work()) {
    try {
        return work();
    } catch (const engine::Error& error) {
        return failure(codeOf(error.code()), subject, QString::fromUtf8(error.what()));
    } catch (const std::bad_alloc&) {
        return failure(FailureCode::OutOfMemory, subject, QStringLiteral("an allocation failed"));
    } catch (const std::exception& error) {
        return failure(FailureCode::Internal, subject, QString::fromUtf8(error.what()));
    }
}

QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::filesystem::path toPath(const QString& folder) {
    return QFile::encodeName(folder).toStdString();
}

engine::Image viewOf(const QImage& rgb888) {
    return {rgb888.constBits(), {rgb888.width(), rgb888.height()}, rgb888.bytesPerLine()};
}

QRectF toRectF(const engine::Placement& placement) {
    return QRectF(placement.x, placement.y, placement.width, placement.height);
}

QSize toQSize(engine::ImageSize size) {
    return {size.width, size.height};
}

TilePlan planTiles(const engine::Tiling& tiling, const QVector<QSize>& images) {
    std::vector<engine::ImageSize> sizes;
    for (const QSize& size : images) {
        sizes.push_back({size.width(), size.height()});
    }
    const engine::Plan plan = tiling.plan(sizes);
    TilePlan tiles;
    tiles.tileEdge = plan.tileEdge;
    tiles.patchSize = plan.patchSize;
    tiles.visualTokens = plan.tokens;
    for (const engine::ImagePlan& image : plan.images) {
        tiles.images.append({toQSize(image.image), toQSize(image.canvas),
                             QSize(image.grid.across, image.grid.down), toRectF(image.local),
                             toRectF(image.global), image.tokens, image.tiled});
    }
    return tiles;
}

Result<engine::EngineOptions> optionsOf(const ModelChoice& choice) {
    engine::EngineOptions options;
    options.threads = choice.threads;
    options.tileBudget =
        choice.eighteenTiles ? engine::TileBudget::Eighteen : engine::TileBudget::Nine;
    if (choice.device == u"cpu") {
        return options;
    }
    bool isNumber = true;
    if (choice.device.startsWith(u"cuda:")) {
        options.deviceIndex = choice.device.mid(5).toInt(&isNumber);
    } else if (choice.device != u"cuda") {
        isNumber = false;
    }
    if (!isNumber || options.deviceIndex < 0) {
        return failure(FailureCode::BadArguments, choice.device,
                       QStringLiteral("devices are called cpu, cuda, cuda:1 and so on"));
    }
    options.device = engine::Device::Cuda;
    return options;
}

AnswerEnd endOf(engine::StopReason reason) {
    switch (reason) {
    case engine::StopReason::EndOfText:
        return AnswerEnd::Complete;
    case engine::StopReason::MaxTokens:
        return AnswerEnd::TokenLimit;
    case engine::StopReason::ContextFull:
        return AnswerEnd::ContextFull;
    case engine::StopReason::Loop:
        return AnswerEnd::Loop;
    case engine::StopReason::Cancelled:
        break;
    }
    return AnswerEnd::Cancelled;
}

// The first reason, in order of weight, why parts of an answer are not whole.
AnswerEnd worse(AnswerEnd a, AnswerEnd b) {
    const auto weight = [](AnswerEnd end) {
        constexpr AnswerEnd kOrder[] = {AnswerEnd::Complete, AnswerEnd::TokenLimit,
                                        AnswerEnd::ContextFull, AnswerEnd::Loop,
                                        AnswerEnd::Cancelled};
        return std::find(std::begin(kOrder), std::end(kOrder), end);
    };
    return weight(a) < weight(b) ? b : a;
}

// Adds one conversation's numbers and tokens to the result of the whole request.
void addRun(AnalysisResult& result, const engine::GenerationResult& run) {
    result.end = worse(result.end, endOf(run.stopReason));
    result.promptTokens += run.promptTokens;
    result.answerTokens += static_cast<int>(run.tokens.size());
    result.tokens.append(QVector<qint32>(run.tokens.begin(), run.tokens.end()));
    result.times.vision += run.times.vision;
    result.times.prefill += run.times.prefill;
    result.times.decode += run.times.decode;
}

// Offsets into UTF-8 become offsets into the QString.
qsizetype utf16Offset(const std::string& text, std::size_t offset) {
    return toQString(std::string_view(text).substr(0, offset)).size();
}

QString taskName(Task task) {
    switch (task) {
    case Task::Read:
        return QStringLiteral("read pages");
    case Task::Ask:
        return QStringLiteral("answer questions");
    case Task::AskWithPlaces:
        return QStringLiteral("answer with places");
    case Task::Find:
        break;
    }
    return QStringLiteral("find phrases");
}

std::optional<Failure> refusal(const ModelCard& card, const AnalysisRequest& request) {
    const auto bad = [&](const QString& detail) {
        return Failure{FailureCode::BadArguments, card.name, detail};
    };
    if (!card.tasks.contains(request.task)) {
        QStringList abilities;
        for (const Task task : card.tasks) {
            abilities.append(taskName(task));
        }
        return bad(QStringLiteral("this model cannot %1; it can %2")
                       .arg(taskName(request.task), abilities.join(QStringLiteral(", "))));
    }
    const bool hasNull = std::any_of(request.pages.begin(), request.pages.end(),
                                     [](const QImage& page) { return page.isNull(); });
    if (hasNull || request.pages.isEmpty()) {
        return bad(QStringLiteral("there is no picture of the page"));
    }
    if (request.task == Task::Read && request.pages.size() > 1) {
        return bad(QStringLiteral("one page at a time can be read"));
    }
    if (request.task != Task::Read && request.text.trimmed().isEmpty()) {
        return bad(QStringLiteral("there is no question"));
    }
    return std::nullopt;
}

} // namespace

// Conversations that are decoded together, so that weights are read once for all of them.
constexpr qsizetype kMaxTogether = 8;

struct EngineAnalyzer::Impl {
    ModelCard card;
    std::unique_ptr<engine::Engine> engine;
    std::vector<engine::Session> sessions; // after the engine they run on
    QString dumpFolder;
};

EngineAnalyzer::EngineAnalyzer()
    : m_impl(std::make_unique<Impl>()) {}

EngineAnalyzer::~EngineAnalyzer() = default;

} // namespace app

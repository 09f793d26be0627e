// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis/engine_analyzer.h"

#include "app/analysis/engine_answers.h"
#include "app/analysis/engine_facts.h"
#include "app/analysis/engine_failure.h"
#include "app/analysis/engine_inspection.h"
#include "app/analysis/engine_preview.h"
#include "app/analysis/engine_prompt.h"
#include "app/analysis/engine_weights.h"
#include "app/machine.h"
#include "app/models/model_card.h"
#include "app/reading/reading_plan.h"
#include "engine/preload.h"
#include "engine/session.h"

#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace app {

namespace {

engine::Image viewOf(const QImage& rgb888) {
    return {rgb888.constBits(), {rgb888.width(), rgb888.height()}, rgb888.bytesPerLine()};
}

// In the one format that the engine takes.
QImage rgbOf(const QImage& picture) {
    return picture.convertToFormat(QImage::Format_RGB888);
}

QVector<QSize> sizesOf(const QVector<QImage>& pictures) {
    QVector<QSize> sizes;
    for (const QImage& picture : pictures) {
        sizes.append(picture.size());
    }
    return sizes;
}

Result<engine::EngineOptions> optionsOf(const ModelChoice& choice) {
    engine::EngineOptions options;
    options.threads = choice.threads;
    options.tileBudget =
        choice.eighteenTiles ? engine::TileBudget::Eighteen : engine::TileBudget::Nine;
    options.quantisation = quantisationFor(choice.weights);
    options.cacheFolder = toPath(quantisedFolder());
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

// What is wrong when the free memory does not hold the model.
std::optional<Failure> shortage(const ModelChoice& choice) {
    const qint64 available = memoryState().availableBytes;
    const Result<ModelFacts> facts = readModelFacts(choice.folder);
    if (!facts || available == 0) { // opening it says what is wrong; or the system does not tell
        return std::nullopt;
    }
    const qint64 needed = estimateMemory(facts->memory, {.weights = choice.weights}).total();
    if (needed <= available) {
        return std::nullopt;
    }
    const QLocale locale = QLocale::c();
    return Failure{FailureCode::OutOfMemory, choice.folder,
                   QStringLiteral("the model needs about %1, but only %2 are free")
                       .arg(locale.formattedDataSize(needed), locale.formattedDataSize(available))};
}

} // namespace

// Conversations that are decoded together, so that weights are read once for all of them.
constexpr std::size_t kMaxTogether = 8;

struct EngineAnalyzer::Impl {
    ModelCard card;
    std::unique_ptr<engine::Engine> engine;
    std::vector<engine::Session> sessions; // declared after the engine that they run on
    QString dumpFolder;

    Result<ModelDescription> open(const ModelChoice& choice, const LoadProgress& progress,
                                  const std::stop_token& stop);
    ModelDescription describe() const;
    Result<AnalysisResult> run(const AnalysisRequest& request, const PartialText& partial,
                               const std::stop_token& stop);
    Result<AnalysisResult> runTask(const AnalysisRequest& request, const PartialText& partial,
                                   const std::stop_token& stop);
    Result<std::vector<Part>> partsOf(const AnalysisRequest& request) const;
    // The request about every part by itself; partial gets all answers so far, joined.
    std::vector<engine::GenerationResult> generate(const AnalysisRequest& request,
                                                   std::span<const Part> parts,
                                                   const PartialText& partial,
                                                   const std::stop_token& stop);
    // What the runs cost, and why they ended.
    AnalysisResult account(std::span<const Part> parts,
                           std::span<const engine::GenerationResult> runs) const;
    void ensureSessions(std::size_t count);
};

Result<ModelDescription> EngineAnalyzer::Impl::open(const ModelChoice& choice,
                                                    const LoadProgress& progress,
                                                    const std::stop_token& stop) {
    Result<ModelCard> opened = readModelCard(choice.folder);
    const Result<engine::EngineOptions> options = optionsOf(choice);
    if (!opened || !options) {
        return tl::unexpected(opened ? options.error() : opened.error());
    }
    const auto tooLarge = shortage(choice);
    if (tooLarge && choice.mustFit) {
        return tl::unexpected(*tooLarge);
    }
    // Most of the time where weights are quantised, none where they are not.
    constexpr double kQuantising = 0.8;
    const bool isQuantised = choice.weights != WeightBits::Stored;
    const auto reportPart = [&](double first, double part) -> LoadProgress {
        return progress ? LoadProgress([&progress, first, part](double share) {
            progress(first + part * share);
        })
                        : LoadProgress();
    };
    engine = std::make_unique<engine::Engine>(toPath(choice.folder), *options,
                                              engine::Waiting{reportPart(0, kQuantising), stop});
    const double done = isQuantised ? kQuantising : 0;
    // Without room for all of it, what was brought in first would be gone before it is used.
    if (!tooLarge && !engine::preload(engine->weights().parts, reportPart(done, 1 - done), stop)) {
        return failure(FailureCode::Internal, choice.folder, QStringLiteral("loading was stopped"));
    }
    card = std::move(*opened);
    ModelDescription model = describe();
    model.choice = choice;
    return model;
}

ModelDescription EngineAnalyzer::Impl::describe() const {
    ModelDescription model;
    model.card = card;
    model.variant = QString::fromStdString(engine->config().variantName());
    model.device = QString::fromStdString(engine->backend().description());
    model.parameters = engine->config().parameterCount();
    model.bytes = static_cast<qint64>(engine->checkpoint().totalBytes());
    model.contextTokens = engine->config().language.maxPositionEmbeddings;
    model.planner = plannerOf(*engine);
    model.cutter = cutterOf(*engine);
    model.counter = counterOf(*engine, card);
    return model;
}

Result<AnalysisResult> EngineAnalyzer::Impl::run(const AnalysisRequest& request,
                                                 const PartialText& partial,
                                                 const std::stop_token& stop) {
    if (const auto refused = refusal(card, request)) {
        return tl::unexpected(*refused);
    }
    if (dumpFolder.isEmpty()) {
        return runTask(request, partial, stop);
    }
    ModuleDump dump(dumpFolder);
    ensureSessions(1);
    sessions.front().setProbe([&](std::string_view module, const kernels::Tensor& output) {
        dump.write(module, output, engine->backend());
    });
    Result<AnalysisResult> result = runTask(request, partial, stop);
    sessions.front().setProbe({});
    if (const auto failed = dump.finish()) {
        return tl::unexpected(*failed);
    }
    return result;
}

Result<AnalysisResult> EngineAnalyzer::Impl::runTask(const AnalysisRequest& request,
                                                     const PartialText& partial,
                                                     const std::stop_token& stop) {
    const auto start = std::chrono::steady_clock::now();
    return partsOf(request).map([&](const std::vector<Part>& parts) {
        const std::chrono::duration<double> layout = std::chrono::steady_clock::now() - start;
        const auto runs = generate(request, parts, partial, stop);
        AnalysisResult result = account(parts, runs);
        result.times.layout = layout.count();
        if (request.task == Task::Read) {
            takeText(result, parts, runs, engine->tokenizer());
        } else {
            takeAnswers(result, parts, runs, request);
        }
        return result;
    });
}

// A model that reads whole pages sees all of them in one conversation; packed rows go in column by
// column, each a conversation of its own, which is what such a model was trained on.
Result<std::vector<Part>> EngineAnalyzer::Impl::partsOf(const AnalysisRequest& request) const {
    std::vector<Part> parts;
    for (qsizetype page = 0; page < request.pages.size(); ++page) {
        Result<ReadingPlan> plan = makeReadingPlan(request.pages[page], card,
                                                   page == 0 ? request.lines : QVector<QRectF>());
        if (!plan) {
            return tl::unexpected(plan.error());
        }
        const auto shared = std::make_shared<const ReadingPlan>(std::move(*plan));
        for (qsizetype i = 0; i < shared->parts.size(); ++i) {
            const QImage picture = rgbOf(shared->parts[i].picture);
            if (shared->mode == ReadingMode::WholePage && !parts.empty()) {
                parts.front().pictures.append(picture);
            } else {
                parts.push_back({{picture}, shared, static_cast<int>(i), static_cast<int>(page)});
            }
        }
    }
    return parts;
}

void EngineAnalyzer::Impl::ensureSessions(std::size_t count) {
    while (sessions.size() < count) {
        sessions.emplace_back(*engine);
    }
}

std::vector<engine::GenerationResult> EngineAnalyzer::Impl::generate(const AnalysisRequest& request,
                                                                     std::span<const Part> parts,
                                                                     const PartialText& partial,
                                                                     const std::stop_token& stop) {
    engine::GenerationOptions options;
    options.maxNewTokens = request.maxNewTokens > 0 ? request.maxNewTokens : card.maxNewTokens;
    options.sampling.temperature = request.temperature;
    AnswersSoFar soFar(parts.size(), partial);
    std::vector<engine::GenerationResult> results;
    for (std::size_t first = 0; first < parts.size(); first += kMaxTogether) {
        const auto batch = parts.subspan(first, std::min(kMaxTogether, parts.size() - first));
        std::vector<std::vector<engine::Message>> conversations;
        std::vector<std::vector<engine::Image>> images(batch.size());
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const QVector<QImage>& pictures = batch[i].pictures;
            conversations.push_back(conversationOf(card, request, pictures.size()));
            std::transform(pictures.begin(), pictures.end(), std::back_inserter(images[i]), viewOf);
        }
        std::vector<engine::GenerationRequest> requests;
        for (std::size_t i = 0; i < batch.size(); ++i) {
            requests.push_back({conversations[i], images[i], options,
                                [&soFar, part = first + i](std::string_view text) {
                                    soFar.add(part, text);
                                }});
        }
        ensureSessions(batch.size());
        auto answers = engine::Session::generateTogether(std::span(sessions).first(batch.size()),
                                                         requests, stop);
        std::move(answers.begin(), answers.end(), std::back_inserter(results));
    }
    return results;
}

AnalysisResult EngineAnalyzer::Impl::account(std::span<const Part> parts,
                                             std::span<const engine::GenerationResult> runs) const {
    AnalysisResult result;
    for (const Part& part : parts) {
        result.visualTokens += planTiles(engine->tiling(), sizesOf(part.pictures)).visualTokens;
    }
    for (const engine::GenerationResult& run : runs) {
        result.end = std::max(result.end, endOf(run.stopReason));
        result.promptTokens += run.promptTokens;
        result.answerTokens += static_cast<int>(run.tokens.size());
        result.times.vision += run.times.vision;
        result.times.prefill += run.times.prefill;
        result.times.decode += run.times.decode;
    }
    return result;
}

EngineAnalyzer::EngineAnalyzer()
    : m_impl(std::make_unique<Impl>()) {}

EngineAnalyzer::~EngineAnalyzer() = default;

Result<ModelDescription> EngineAnalyzer::open(const ModelChoice& choice,
                                              const LoadProgress& progress, std::stop_token stop) {
    close(); // the memory of the old model first
    Result<ModelDescription> model =
        guarded(choice.folder, [&] { return m_impl->open(choice, progress, stop); });
    if (!model) {
        close();
    }
    return model;
}

void EngineAnalyzer::close() {
    m_impl->sessions.clear();
    m_impl->engine.reset();
}

Result<AnalysisResult> EngineAnalyzer::run(const AnalysisRequest& request,
                                           const PartialText& partial, std::stop_token stop) {
    if (!m_impl->engine) {
        return failure(FailureCode::ModelMissing, {}, QStringLiteral("no model is open"));
    }
    return guarded({}, [&] { return m_impl->run(request, partial, stop); });
}

Result<QByteArray> EngineAnalyzer::describeConfig(const QString& folder) {
    return guarded(folder, [&]() -> Result<QByteArray> {
        return QJsonDocument(configJson(engine::loadModelConfig(toPath(folder)))).toJson();
    });
}

Result<QVector<TensorListing>> EngineAnalyzer::listTensors(const QString& folder) {
    return guarded(folder, [&]() -> Result<QVector<TensorListing>> {
        const engine::Checkpoint checkpoint(toPath(folder));
        QVector<TensorListing> tensors;
        for (const auto& [name, tensor] : checkpoint.tensors()) {
            tensors.append({QString::fromStdString(name), typeName(tensor.dtype),
                            shapeText(tensor.shape), static_cast<qint64>(tensor.bytes)});
        }
        std::sort(tensors.begin(), tensors.end(),
                  [](const TensorListing& a, const TensorListing& b) { return a.name < b.name; });
        return tensors;
    });
}

Result<QVector<QImage>> EngineAnalyzer::tilePictures(const QVector<QImage>& images) const {
    if (!m_impl->engine) {
        return failure(FailureCode::ModelMissing, {}, QStringLiteral("no model is open"));
    }
    return guarded({}, [&]() -> Result<QVector<QImage>> {
        const TileCutter cut = cutterOf(*m_impl->engine);
        const QVector<QSize> sizes = sizesOf(images);
        QVector<QImage> tiles;
        for (qsizetype i = 0; i < images.size(); ++i) {
            QVector<QSize> company = sizes;
            company.removeAt(i);
            tiles += cut(images[i], company);
        }
        return tiles;
    });
}

void EngineAnalyzer::dumpTo(const QString& folder) {
    m_impl->dumpFolder = folder;
}

} // namespace app

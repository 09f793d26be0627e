// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis/engine_analyzer.h"

#include "app/analysis/engine_answers.h"
#include "app/analysis/engine_conversations.h"
#include "app/analysis/engine_facts.h"
#include "app/analysis/engine_failure.h"
#include "app/analysis/engine_inspection.h"
#include "app/analysis/engine_preview.h"
#include "app/analysis/engine_prompt.h"
#include "app/analysis/engine_weights.h"
#include "app/analysis/known_texts.h"
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
#include <utility>
#include <vector>

namespace app {

namespace {

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
    engine::EngineOptions options = weightOptions(choice);
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

// What is wrong when the free memory does not hold what a model needs.
std::optional<Failure> shortage(const ModelChoice& choice, qint64 needed) {
    const qint64 available = memoryState().availableBytes;
    if (available == 0 || needed <= available) { // zero: the system does not tell
        return std::nullopt;
    }
    const QLocale locale = QLocale::c();
    return Failure{FailureCode::OutOfMemory, choice.folder,
                   QStringLiteral("the model needs about %1, but only %2 are free")
                       .arg(locale.formattedDataSize(needed), locale.formattedDataSize(available))};
}

} // namespace

struct EngineAnalyzer::Impl {
    ModelCard card;
    std::unique_ptr<engine::Engine> engine;
    std::optional<EngineConversations> conversations; // of the engine and the card
    KnownTexts knownTexts;
    QString dumpFolder;

    Result<ModelDescription> open(const ModelChoice& choice, const LoadProgress& progress,
                                  const std::stop_token& stop);
    ModelDescription describe() const;
    Result<AnalysisResult> run(const AnalysisRequest& request, const PartialText& partial,
                               const std::stop_token& stop);
    Result<AnalysisResult> runTask(const AnalysisRequest& request, const PartialText& partial,
                                   const std::stop_token& stop);
    void runTogether(const QVector<AnalysisRequest>& requests, const AnswerEnded& ended,
                     const std::stop_token& stop);
    Result<AnalysisResult> answerFromText(const AnalysisRequest& request,
                                          const std::stop_token& stop);
    Result<AnalysisResult> textOf(const QImage& page, const QVector<QRectF>& lines,
                                  const std::stop_token& stop);
    Result<Asked> ask(const AnalysisRequest& request) const;
    Result<std::vector<Part>> partsOf(const AnalysisRequest& request) const;
    AnalysisResult resultOf(const Asked& asked) const;
    // What the runs cost, and why they ended.
    AnalysisResult account(const Asked& asked) const;
};

Result<ModelDescription> EngineAnalyzer::Impl::open(const ModelChoice& choice,
                                                    const LoadProgress& progress,
                                                    const std::stop_token& stop) {
    Result<ModelCard> opened = readModelCard(choice.folder);
    Result<engine::EngineOptions> options = optionsOf(choice);
    if (!opened || !options) {
        return tl::unexpected(opened ? options.error() : opened.error());
    }
    const Result<ModelFacts> facts =
        readModelFacts(choice.folder); // or opening it says what is wrong
    const bool isOnCpu = options->device == engine::Device::Cpu;
    std::optional<Failure> tooLarge; // a GPU tells by itself
    if (facts) {
        const MemoryUse use =
            estimateMemory(facts->memory, {.weights = choice.weights, .isOnGpu = !isOnCpu});
        options->workingBytes = static_cast<std::uint64_t>(use.cache + use.scratch);
        tooLarge = isOnCpu ? shortage(choice, use.total()) : std::nullopt;
    }
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
    // Without room for all of it, what was brought in first would be gone before it is used. What
    // went to a GPU has been read already.
    const bool isReadByCpu = isOnCpu || &engine->expertBackend() != &engine->backend();
    if (isReadByCpu && !tooLarge &&
        !engine::preload(engine->weights().parts, reportPart(done, 1 - done), stop)) {
        return failure(FailureCode::Internal, choice.folder, QStringLiteral("loading was stopped"));
    }
    card = std::move(*opened);
    conversations.emplace(*engine, card, facts ? facts->memory : MemoryShape(), !isOnCpu);
    ModelDescription model = describe();
    model.choice = choice;
    return model;
}

ModelDescription EngineAnalyzer::Impl::describe() const {
    ModelDescription model;
    model.card = card;
    model.variant = QString::fromStdString(engine->config().variantName());
    model.device = QString::fromStdString(engine->description());
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
    conversations->first().setProbe([&](std::string_view module, const kernels::Tensor& output) {
        dump.write(module, output, engine->backend());
    });
    Result<AnalysisResult> result = runTask(request, partial, stop);
    conversations->first().setProbe({});
    if (const auto failed = dump.finish()) {
        return tl::unexpected(*failed);
    }
    return result;
}

Result<AnalysisResult> EngineAnalyzer::Impl::runTask(const AnalysisRequest& request,
                                                     const PartialText& partial,
                                                     const std::stop_token& stop) {
    if (isAnsweredFromText(card, request)) {
        return answerFromText(request, stop);
    }
    return ask(request).map([&](Asked asked) {
        AnswersSoFar soFar(asked.parts.size(), partial);
        AnalysisResult result;
        conversations->run(
            {&asked, 1}, &soFar, [&](const Asked& all) { result = resultOf(all); }, stop);
        return result;
    });
}

void EngineAnalyzer::Impl::runTogether(const QVector<AnalysisRequest>& requests,
                                       const AnswerEnded& ended, const std::stop_token& stop) {
    std::vector<Asked> all;
    for (const AnalysisRequest& request : requests) {
        const auto refused = refusal(card, request);
        if (!refused && isAnsweredFromText(card, request)) {
            ended(&request - requests.data(), answerFromText(request, stop));
            continue;
        }
        Result<Asked> asked = refused ? tl::unexpected(*refused) : ask(request);
        if (asked) {
            all.push_back(std::move(*asked));
        } else {
            ended(&request - requests.data(), tl::unexpected(asked.error()));
        }
    }
    conversations->run(
        all, nullptr,
        [&](const Asked& asked) { ended(asked.request - requests.data(), resultOf(asked)); }, stop);
}

Result<AnalysisResult> EngineAnalyzer::Impl::answerFromText(const AnalysisRequest& request,
                                                            const std::stop_token& stop) {
    AnalysisResult result;
    QVector<PageText> texts;
    for (qsizetype page = 0; page < request.pages.size(); ++page) {
        const Result<AnalysisResult> read =
            textOf(request.pages[page], page == 0 ? request.lines : QVector<QRectF>(), stop);
        if (!read) {
            return read;
        }
        texts.append(*read->pageText);
        result.end = std::max(result.end, read->end);
        result.promptTokens += read->promptTokens;
        result.visualTokens += read->visualTokens;
        result.answerTokens += read->answerTokens;
        result.times += read->times;
    }
    if (result.end != AnswerEnd::Cancelled) {
        takeAnswerFromText(result, texts, request, card);
    }
    return result;
}

// What is read of a page, at no time if it is known.
Result<AnalysisResult> EngineAnalyzer::Impl::textOf(const QImage& page,
                                                    const QVector<QRectF>& lines,
                                                    const std::stop_token& stop) {
    if (const auto known = knownTexts.find(page, lines)) {
        return *known;
    }
    AnalysisRequest request;
    request.task = Task::Read;
    request.pages = {page};
    request.lines = lines;
    Result<AnalysisResult> read = runTask(
        request, [](const QString&) {}, stop);
    if (read && read->end != AnswerEnd::Cancelled) {
        knownTexts.keep(page, lines, *read);
    }
    return read;
}

Result<Asked> EngineAnalyzer::Impl::ask(const AnalysisRequest& request) const {
    const auto start = std::chrono::steady_clock::now();
    return partsOf(request).map([&](std::vector<Part> parts) {
        const std::chrono::duration<double> layout = std::chrono::steady_clock::now() - start;
        return Asked{&request, std::move(parts), layout.count()};
    });
}

// A model that reads whole pages sees all of them in one conversation; packed rows go in column by
// column, each a conversation of its own, and are read row by row, each again: which is what such a
// model was trained on.
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
            } else if (shared->mode == ReadingMode::WholePage) {
                parts.push_back({{picture}, shared, -1});
            } else {
                const QImage& secondLook = shared->parts[i].secondLook;
                for (int row = 0; row < shared->parts[i].rows.size(); ++row) {
                    parts.push_back({{picture}, shared, row});
                    if (!secondLook.isNull()) {
                        parts.back().furtherLooks = {{secondLook, row}};
                    }
                }
            }
        }
    }
    return parts;
}

AnalysisResult EngineAnalyzer::Impl::resultOf(const Asked& asked) const {
    AnalysisResult result = account(asked);
    if (asked.request->task == Task::Read) {
        takeText(result, asked.parts, asked.best(), engine->tokenizer());
    } else {
        takeAnswer(result, asked.runs.front(), *asked.request);
    }
    return result;
}

AnalysisResult EngineAnalyzer::Impl::account(const Asked& asked) const {
    AnalysisResult result;
    result.times.layout = asked.layout;
    for (std::size_t i = 0; i < asked.parts.size(); ++i) {
        const Part& part = asked.parts[i];
        const engine::GenerationResult& run = asked.runs[i];
        if (part.row <= 0) { // all rows of a picture see it together
            result.visualTokens += planTiles(engine->tiling(), sizesOf(part.pictures)).visualTokens;
        }
        result.promptTokens += run.promptTokens - (part.row > 0 ? run.reusedTokens : 0);
        result.answerTokens += static_cast<int>(run.tokens.size());
        result.times.vision += run.times.vision;
        result.times.prefill += run.times.prefill;
        result.times.decode += run.times.decode;
    }
    for (const engine::GenerationResult* run : asked.best()) {
        result.end = std::max(result.end, endOf(run->stopReason));
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
    m_impl->knownTexts.clear();
    m_impl->conversations.reset();
    m_impl->engine.reset();
}

Result<AnalysisResult> EngineAnalyzer::run(const AnalysisRequest& request,
                                           const PartialText& partial, std::stop_token stop) {
    if (!m_impl->engine) {
        return failure(FailureCode::ModelMissing, {}, QStringLiteral("no model is open"));
    }
    return guarded({}, [&] { return m_impl->run(request, partial, stop); });
}

// What ends all of them, too little memory perhaps, may spare each by itself.
void EngineAnalyzer::runTogether(const QVector<AnalysisRequest>& requests, const AnswerEnded& ended,
                                 std::stop_token stop) {
    QVector<bool> isAnswered(requests.size(), false);
    const Result<void> all = guarded({}, [&]() -> Result<void> {
        if (m_impl->engine) {
            m_impl->runTogether(
                requests,
                [&](qsizetype request, Result<AnalysisResult> result) {
                    isAnswered[request] = true;
                    ended(request, std::move(result));
                },
                stop);
        }
        return {};
    });
    for (qsizetype i = 0; i < requests.size(); ++i) {
        if (!isAnswered[i]) {
            ended(i, run(
                         requests[i], [](const QString&) {}, stop));
        }
    }
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

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis/engine_analyzer.h"

#include "app/analysis/engine_inspection.h"
#include "app/analysis/engine_prompt.h"
#include "app/models/model_card.h"
#include "engine/session.h"
#include "engine/text/grounding.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <exception>
#include <functional>
#include <new>
#include <optional>
#include <span>
#include <utility>
#include <vector>

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

// The pictures in the one format that the engine takes.
QVector<QImage> rgbOf(const QVector<QImage>& pictures) {
    QVector<QImage> rgb;
    for (const QImage& picture : pictures) {
        rgb.append(picture.convertToFormat(QImage::Format_RGB888));
    }
    return rgb;
}

QVector<QSize> sizesOf(const QVector<QImage>& pictures) {
    QVector<QSize> sizes;
    for (const QImage& picture : pictures) {
        sizes.append(picture.size());
    }
    return sizes;
}

engine::Plan planOf(const engine::Tiling& tiling, const QVector<QSize>& images) {
    std::vector<engine::ImageSize> sizes;
    for (const QSize& size : images) {
        sizes.push_back({size.width(), size.height()});
    }
    return tiling.plan(sizes);
}

TilePlan planTiles(const engine::Tiling& tiling, const QVector<QSize>& images) {
    const engine::Plan plan = planOf(tiling, images);
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

// pixels: whole tiles one after another, as Tiling::cut makes them.
void appendTiles(QVector<QImage>& tiles, const std::vector<std::uint8_t>& pixels, int edge) {
    const auto tileBytes = static_cast<std::size_t>(edge) * static_cast<std::size_t>(edge) * 3;
    for (std::size_t first = 0; first + tileBytes <= pixels.size(); first += tileBytes) {
        const QImage view(pixels.data() + first, edge, edge, qsizetype{3} * edge,
                          QImage::Format_RGB888);
        tiles.append(view.copy());
    }
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

// Numbers of the answer are thousandths of the picture; 999 is its far edge.
QRectF pageBox(const engine::GroundedBox& box) {
    constexpr double kFarEdge = 999;
    return QRectF(QPointF(box.x1, box.y1) / kFarEdge, QPointF(box.x2, box.y2) / kFarEdge);
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
constexpr std::size_t kMaxTogether = 8;

// The same request about one set of pictures after another; gets the answer so far of one of them.
using PartSink = std::function<void(std::size_t part, std::string_view text)>;

struct EngineAnalyzer::Impl {
    ModelCard card;
    std::unique_ptr<engine::Engine> engine;
    std::vector<engine::Session> sessions; // declared after the engine that they run on
    QString dumpFolder;

    ModelDescription describe() const;
    Result<AnalysisResult> run(const AnalysisRequest& request, const PartialText& partial,
                               const std::stop_token& stop);
    AnalysisResult runOnWholePages(const AnalysisRequest& request, const PartialText& partial,
                                   const std::stop_token& stop);
    std::vector<engine::GenerationResult> generate(const AnalysisRequest& request,
                                                   std::span<const QVector<QImage>> parts,
                                                   const PartSink& sink,
                                                   const std::stop_token& stop);
    void ensureSessions(std::size_t count);
};

ModelDescription EngineAnalyzer::Impl::describe() const {
    ModelDescription model;
    model.card = card;
    model.variant = QString::fromStdString(engine->config().variantName());
    model.device = QString::fromStdString(engine->backend().description());
    model.parameters = engine->config().parameterCount();
    model.bytes = static_cast<qint64>(engine->checkpoint().totalBytes());
    model.contextTokens = engine->config().language.maxPositionEmbeddings;
    model.planner = [tiling = engine->tiling()](const QVector<QSize>& images) {
        return planTiles(tiling, images);
    };
    return model;
}

Result<AnalysisResult> EngineAnalyzer::Impl::run(const AnalysisRequest& request,
                                                 const PartialText& partial,
                                                 const std::stop_token& stop) {
    if (const auto refused = refusal(card, request)) {
        return tl::unexpected(*refused);
    }
    if (dumpFolder.isEmpty()) {
        return runOnWholePages(request, partial, stop);
    }
    ModuleDump dump(dumpFolder);
    ensureSessions(1);
    sessions.front().setProbe([&](std::string_view module, const kernels::Tensor& output) {
        dump.write(module, output, engine->backend());
    });
    AnalysisResult result = runOnWholePages(request, partial, stop);
    sessions.front().setProbe({});
    if (const auto failed = dump.finish()) {
        return tl::unexpected(*failed);
    }
    return result;
}

AnalysisResult EngineAnalyzer::Impl::runOnWholePages(const AnalysisRequest& request,
                                                     const PartialText& partial,
                                                     const std::stop_token& stop) {
    const QVector<QImage> pictures = rgbOf(request.pages);
    std::string soFar;
    const auto sink = [&](std::size_t, std::string_view text) {
        soFar += text;
        partial(toQString(engine::parseGrounding(soFar).text));
    };
    const engine::GenerationResult run = generate(request, {&pictures, 1}, sink, stop).front();
    const engine::GroundedAnswer answer = engine::parseGrounding(run.text);
    AnalysisResult result;
    addRun(result, run);
    result.visualTokens = planOf(engine->tiling(), sizesOf(pictures)).tokens;
    result.text = toQString(answer.text);
    result.droppedPlaces = answer.dropped;
    for (const engine::GroundedBox& box : answer.boxes) {
        result.places.append({toQString(box.label), pageBox(box), 0,
                              static_cast<int>(utf16Offset(answer.text, box.textOffset))});
    }
    return result;
}

void EngineAnalyzer::Impl::ensureSessions(std::size_t count) {
    while (sessions.size() < count) {
        sessions.emplace_back(*engine);
    }
}

std::vector<engine::GenerationResult>
EngineAnalyzer::Impl::generate(const AnalysisRequest& request,
                               std::span<const QVector<QImage>> parts, const PartSink& sink,
                               const std::stop_token& stop) {
    engine::GenerationOptions options;
    options.maxNewTokens = request.maxNewTokens > 0 ? request.maxNewTokens : card.maxNewTokens;
    options.sampling.temperature = request.temperature;
    const std::vector<engine::Message> conversation =
        conversationOf(card, request, parts.front().size());
    std::vector<engine::GenerationResult> results;
    for (std::size_t first = 0; first < parts.size(); first += kMaxTogether) {
        const auto batch = parts.subspan(first, std::min(kMaxTogether, parts.size() - first));
        std::vector<std::vector<engine::Image>> images(batch.size());
        std::vector<engine::GenerationRequest> requests;
        for (std::size_t i = 0; i < batch.size(); ++i) {
            std::transform(batch[i].begin(), batch[i].end(), std::back_inserter(images[i]), viewOf);
            requests.push_back({conversation, images[i], options,
                                [&sink, part = first + i](std::string_view text) {
                                    sink(part, text);
                                }});
        }
        ensureSessions(batch.size());
        auto answers = engine::Session::generateTogether(std::span(sessions).first(batch.size()),
                                                         requests, stop);
        std::move(answers.begin(), answers.end(), std::back_inserter(results));
    }
    return results;
}

EngineAnalyzer::EngineAnalyzer()
    : m_impl(std::make_unique<Impl>()) {}

EngineAnalyzer::~EngineAnalyzer() = default;

Result<ModelDescription> EngineAnalyzer::open(const ModelChoice& choice) {
    m_impl->sessions.clear(); // the memory of the old model first
    m_impl->engine.reset();
    return guarded(choice.folder, [&]() -> Result<ModelDescription> {
        Result<ModelCard> card = readModelCard(choice.folder);
        const Result<engine::EngineOptions> options = optionsOf(choice);
        if (!card || !options) {
            return tl::unexpected(card ? options.error() : card.error());
        }
        m_impl->engine = std::make_unique<engine::Engine>(toPath(choice.folder), *options);
        m_impl->card = std::move(*card);
        return m_impl->describe();
    });
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
            tensors.append({toQString(name), typeName(tensor.dtype), shapeText(tensor.shape),
                            static_cast<qint64>(tensor.bytes)});
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
        const QVector<QImage> pictures = rgbOf(images);
        const engine::Tiling& tiling = m_impl->engine->tiling();
        const engine::Plan plan = planOf(tiling, sizesOf(pictures));
        QVector<QImage> tiles;
        for (qsizetype i = 0; i < pictures.size(); ++i) {
            const engine::ImagePlan& image = plan.images[static_cast<std::size_t>(i)];
            appendTiles(tiles, tiling.cut(viewOf(pictures[i]), image), tiling.tileEdge());
        }
        return tiles;
    });
}

void EngineAnalyzer::dumpTo(const QString& folder) {
    m_impl->dumpFolder = folder;
}

} // namespace app

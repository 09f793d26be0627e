// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tessera-cli inspect: what a model is made of, and what it sees of a page.
#include "app/analysis/engine_analyzer.h"
#include "app/cli/inputs.h"
#include "app/cli/model_on_demand.h"
#include "app/reading/box_json.h"
#include "app/reading/reading_plan.h"

#include <QDir>
#include <QFile>

#include <CLI/CLI.hpp>

namespace app {

namespace {

constexpr const char* kExamples = R"(Examples:
  tessera-cli inspect --config                    the model's configuration, defaults filled in
  tessera-cli inspect --tensors --model DIR       name, type, shape and bytes of every tensor
  tessera-cli inspect --tiles page.png            the pictures that the model gets, as JSON
  tessera-cli inspect --tiles --out DIR page.png  the same, and every tile as a PNG
  tessera-cli inspect --dump DIR page.png         every module's output while reading the page)";

struct Arguments {
    std::string file;
    int page = 1;
    std::string passwordFile;
    bool config = false;
    bool tensors = false;
    bool tiles = false;
    std::string out;
    std::string dump;
};

Result<QImage> picture(const Arguments& arguments, CommandContext& context) {
    const QString path = QFile::decodeName(arguments.file.c_str());
    return openInput(path, arguments.passwordFile)
        .and_then([&](const std::shared_ptr<const Document>& document) {
            return pictureOf(*document, arguments.page - 1, context);
        });
}

Result<ExitCode> printConfig(CommandContext& context) {
    return ModelOnDemand(context).card().and_then([&](const ModelCard& card) {
        return EngineAnalyzer::describeConfig(card.folder).map([&](const QByteArray& json) {
            context.console.data(QString::fromUtf8(json));
            return ExitCode::Done;
        });
    });
}

Result<ExitCode> printTensors(CommandContext& context) {
    return ModelOnDemand(context).card().and_then([&](const ModelCard& card) {
        return EngineAnalyzer::listTensors(card.folder)
            .map([&](const QVector<TensorListing>& tensors) {
                for (const TensorListing& tensor : tensors) {
                    context.console.data(QStringLiteral("%1\t%2\t%3\t%4\n")
                                             .arg(tensor.name, tensor.type, tensor.shape)
                                             .arg(tensor.bytes));
                }
                return ExitCode::Done;
            });
    });
}

QJsonArray sizeJson(const QSize& size) {
    return {size.width(), size.height()};
}

QJsonArray rectangleJson(const QRectF& rectangle) {
    return {rectangle.x(), rectangle.y(), rectangle.width(), rectangle.height()};
}

QJsonArray rowsJson(const ReadingPlan& plan, qsizetype part) {
    QJsonArray rows;
    for (const PackedRow& row : plan.parts[part].rows) {
        rows.append(QJsonObject{{QStringLiteral("row"), rectangleJson(row.target)},
                                {QStringLiteral("box"), boxJson(plan.toPage(QRectF(row.source)))}});
    }
    return rows;
}

// "2-05.png": the fifth tile of the second picture; tile 0 is the overview.
QString tileName(qsizetype picture, int tile) {
    return QStringLiteral("%1-%2.png").arg(picture + 1).arg(tile, 2, 10, QLatin1Char('0'));
}

QJsonObject pictureJson(qsizetype picture, const TilePlacement& image, const QJsonArray& rows) {
    QJsonArray files;
    for (int tile = 0; tile <= image.grid.width() * image.grid.height(); ++tile) {
        files.append(tileName(picture, tile));
    }
    return {{QStringLiteral("size"), sizeJson(image.image)},
            {QStringLiteral("canvas"), sizeJson(image.canvas)},
            {QStringLiteral("grid"), sizeJson(image.grid)},
            {QStringLiteral("local"), rectangleJson(image.local)},
            {QStringLiteral("global"), rectangleJson(image.global)},
            {QStringLiteral("tokens"), image.tokens},
            {QStringLiteral("tiled"), image.tiled},
            {QStringLiteral("tiles"), files},
            {QStringLiteral("rows"), rows}};
}

// Every part of the page is a picture of its own conversation.
QJsonObject planJson(const ReadingPlan& plan, const TilePlanner& planner) {
    QJsonArray pictures;
    int tokens = 0;
    TilePlan tiles;
    for (qsizetype i = 0; i < plan.parts.size(); ++i) {
        tiles = planner({plan.parts[i].picture.size()});
        tokens += tiles.visualTokens;
        pictures.append(pictureJson(i, tiles.images.first(), rowsJson(plan, i)));
    }
    const bool packed = plan.mode == ReadingMode::PackedRows;
    return {{QStringLiteral("schema"), kJsonSchema},
            {QStringLiteral("readingMode"),
             packed ? QStringLiteral("packedRows") : QStringLiteral("wholePage")},
            {QStringLiteral("tileEdge"), tiles.tileEdge},
            {QStringLiteral("patchSize"), tiles.patchSize},
            {QStringLiteral("visualTokens"), tokens},
            {QStringLiteral("pictures"), pictures}};
}

Result<ExitCode> saveTiles(const QString& folder, const ReadingPlan& plan,
                           const EngineAnalyzer& analyzer) {
    if (!QDir().mkpath(folder)) {
        return failure(FailureCode::FileAccess, folder, QStringLiteral("it cannot be made"));
    }
    const QDir directory(folder);
    for (qsizetype i = 0; i < plan.parts.size(); ++i) {
        const auto tiles = analyzer.tilePictures({plan.parts[i].picture});
        if (!tiles) {
            return tl::unexpected(tiles.error());
        }
        for (int tile = 0; tile < tiles->size(); ++tile) {
            const QString path = directory.filePath(tileName(i, tile));
            if (!(*tiles)[tile].save(path)) {
                return failure(FailureCode::FileAccess, path, QStringLiteral("not written"));
            }
        }
    }
    return ExitCode::Done;
}

Result<ExitCode> showTiles(const Arguments& arguments, CommandContext& context) {
    return picture(arguments, context).and_then([&](const QImage& page) -> Result<ExitCode> {
        ModelOnDemand model(context);
        const auto description = model.description();
        if (!description) {
            return tl::unexpected(description.error());
        }
        const Result<ReadingPlan> plan = makeReadingPlan(page, (*description)->card);
        if (!plan) {
            return tl::unexpected(plan.error());
        }
        printJson(context.console, planJson(*plan, (*description)->planner));
        return arguments.out.empty()
                   ? Result<ExitCode>(ExitCode::Done)
                   : saveTiles(QFile::decodeName(arguments.out.c_str()), *plan, model.analyzer());
    });
}

Result<ExitCode> dump(const Arguments& arguments, CommandContext& context) {
    return picture(arguments, context).and_then([&](const QImage& page) {
        ModelOnDemand model(context);
        model.analyzer().dumpTo(QFile::decodeName(arguments.dump.c_str()));
        AnalysisRequest request;
        request.task = Task::Read;
        request.pages = {page};
        request.maxNewTokens = 1; // the prompt pass only
        return model.run(request, [](const QString&) {}).map([](const AnalysisResult&) {
            return ExitCode::Done;
        });
    });
}

Result<ExitCode> inspect(const Arguments& arguments, CommandContext& context) {
    if (arguments.config) {
        return printConfig(context);
    }
    if (arguments.tensors) {
        return printTensors(context);
    }
    if (arguments.file.empty()) {
        return failure(FailureCode::BadArguments, QStringLiteral("inspect"),
                       QStringLiteral("no file is named"));
    }
    return arguments.tiles ? showTiles(arguments, context) : dump(arguments, context);
}

} // namespace

void addInspectCommand(CLI::App& program, Command* chosen) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = program.add_subcommand("inspect", "What a model is and what it sees");
    command->footer(kExamples);
    command->fallthrough();
    command->add_option("FILE", arguments->file, "PDF or picture file, for --tiles and --dump");
    CLI::Option_group* what = command->add_option_group("What to show");
    what->add_flag("--config", arguments->config, "The configuration as JSON");
    what->add_flag("--tensors", arguments->tensors, "All tensors, one per line");
    what->add_flag("--tiles", arguments->tiles, "How a page is cut into tiles");
    what->add_option("--dump", arguments->dump, "Write every module's output to this folder")
        ->type_name("FOLDER");
    what->require_option(1);
    command->add_option("--out", arguments->out, "With --tiles: write every tile to this folder")
        ->type_name("FOLDER");
    command->add_option("--page", arguments->page, "Page of FILE")->capture_default_str();
    command
        ->add_option("--password-file", arguments->passwordFile,
                     "File whose first line is the password")
        ->type_name("FILE");
    command->callback([=] {
        *chosen = [=](CommandContext& context) {
            const Result<ExitCode> code = inspect(*arguments, context);
            return code ? *code : reportFailure(code.error(), context.console);
        };
    });
}

} // namespace app

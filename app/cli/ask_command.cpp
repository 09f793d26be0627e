// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tessera-cli ask: a question about pages of one document.
#include "app/cli/command_library.h"
#include "app/cli/inputs.h"
#include "app/cli/model_on_demand.h"
#include "app/documents/page_ranges.h"

#include <QFile>

#include <CLI/CLI.hpp>

namespace app {

namespace {

constexpr const char* kExamples = R"(Examples:
  tessera-cli ask receipt.png "What is the total?"
  tessera-cli ask --page 4 --places report.pdf "Which figure shows the growth?")";

struct Arguments {
    std::string file;
    std::string question;
    std::string pages = "1";
    std::string passwordFile;
    bool places = false;
    bool json = false;
    bool recompute = false;
    int maxTokens = 0;
};

// Prints what was added since the last call; an answer only grows.
class AnswerStream {
public:
    explicit AnswerStream(Console& console)
        : m_console(console) {}

    void show(const QString& textSoFar) {
        m_console.data(textSoFar.mid(m_printed));
        m_printed = std::max(m_printed, textSoFar.size());
    }

private:
    Console& m_console;
    qsizetype m_printed = 0;
};

QJsonObject answerJson(const Arguments& arguments, const AnalysisResult& result) {
    return {{QStringLiteral("schema"), kJsonSchema},
            {QStringLiteral("file"), QString::fromStdString(arguments.file)},
            {QStringLiteral("question"), QString::fromStdString(arguments.question)},
            {QStringLiteral("answer"), result.text},
            {QStringLiteral("places"), placesJson(result.places)},
            {QStringLiteral("droppedPlaces"), result.droppedPlaces},
            {QStringLiteral("run"), runJson(result)}};
}

void reportLimits(const AnalysisResult& result, Console& console) {
    if (const QString reason = incompleteness(result.end); !reason.isEmpty()) {
        console.warning(QStringLiteral("The answer is not complete: %1.").arg(reason));
    }
    if (result.text.trimmed().isEmpty()) {
        console.warning(QStringLiteral("No answer was found on the pages."));
    }
    if (result.droppedPlaces > 0) {
        console.warning(QStringLiteral("%1 malformed boxes in the answer were left out.")
                            .arg(result.droppedPlaces));
    }
}

Result<AnalysisResult> ask(const Arguments& arguments, CommandContext& context) {
    const QString file = QFile::decodeName(arguments.file.c_str());
    const auto document = openInput(file, arguments.passwordFile);
    if (!document) {
        return tl::unexpected(document.error());
    }
    const auto pages =
        parsePages(QString::fromStdString(arguments.pages), (*document)->pageCount());
    if (!pages) {
        return tl::unexpected(pages.error());
    }
    ModelOnDemand model(context);
    model.tellLimits();
    CommandLibrary library(context);
    KeptAnswers answers(answerMeans(library, model, context));
    answers.setDocument(*document, file);
    AnalysisRequest request;
    request.task = arguments.places ? Task::AskWithPlaces : Task::Ask;
    request.text = QString::fromStdString(arguments.question);
    request.maxNewTokens = arguments.maxTokens;
    request.reuse = arguments.recompute ? Reuse::Recompute : Reuse::Allowed;
    AnswerStream stream(context.console);
    const bool streams = context.console.dataGoesToTerminal() && !arguments.json;
    Result<AnalysisResult> result = answers.run(request, *pages, [&](const QString& text) {
        if (streams) {
            stream.show(text);
        }
    });
    if (result) {
        context.console.detail(effortOf(*result));
    }
    if (result && !arguments.json) {
        stream.show(result->text);
        context.console.data(QStringLiteral("\n"));
    } else if (result) {
        printJson(context.console, answerJson(arguments, *result));
    }
    return result;
}

} // namespace

void addAskCommand(CLI::App& program, Command* chosen) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = program.add_subcommand("ask", "Answer a question about a page");
    command->footer(kExamples);
    command->fallthrough();
    command->add_option("FILE", arguments->file, "PDF or picture file, or - for stdin")->required();
    command->add_option("QUESTION", arguments->question, "What to ask")->required();
    command->add_option("--page,--pages", arguments->pages, "Page, or pages such as 1-3,7")
        ->type_name("PAGES")
        ->capture_default_str();
    command->add_flag("--places", arguments->places, "Ask for places in the answer as well");
    command->add_flag("--json", arguments->json, "One JSON object with answer and places");
    command->add_option("--max-tokens", arguments->maxTokens, "Most tokens of the answer")
        ->check(CLI::Range(1, 1 << 20));
    command->add_flag("--recompute", arguments->recompute,
                      "Ask again what is in the library already");
    command
        ->add_option("--password-file", arguments->passwordFile,
                     "File whose first line is the password")
        ->type_name("FILE");
    command->callback([=] {
        *chosen = [=](CommandContext& context) {
            const Result<AnalysisResult> result = ask(*arguments, context);
            if (!result) {
                return reportFailure(result.error(), context.console);
            }
            reportLimits(*result, context.console);
            return ExitCode::Done;
        };
    });
}

} // namespace app

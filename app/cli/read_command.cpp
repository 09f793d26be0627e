// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tessera-cli read: the text of pages, as text or as JSON with lines, words and boxes.
#include "app/cli/command_library.h"
#include "app/cli/inputs.h"
#include "app/cli/model_on_demand.h"
#include "app/documents/page_ranges.h"

#include <CLI/CLI.hpp>

#include <optional>

namespace app {

namespace {

constexpr const char* kExamples = R"(Examples:
  tessera-cli read letter.pdf
  tessera-cli read --pages 1-3,7 --json book.pdf > book.json
  tessera-cli read --password-file secret.txt locked.pdf
  tessera-cli read scans/ > all.txt               every document in a folder
  tessera-cli read --recompute letter.pdf         even if it is in the library

What was read before comes from the library, without computing it again.
Text goes to stdout, a form feed between two pages. Boxes in JSON are [x0, y0, x1, y1] of the page,
0 to 1 from its upper left corner. What could not be read is said on stderr and in the exit code.)";

struct Arguments {
    std::vector<std::string> files;
    std::string pages;
    std::string passwordFile;
    bool json = false;
    bool recompute = false;
    int maxTokens = 0;
};

class Reader {
public:
    Reader(const Arguments& arguments, CommandContext& context)
        : m_arguments(arguments)
        , m_context(context)
        , m_model(context)
        , m_library(context)
        , m_answers(answerMeans(m_library, m_model, context))
        , m_outcome(context.console) {}

    ExitCode run() {
        for (const Input& input : inputsNamed(m_arguments.files)) {
            m_files.append(readFile(input));
            if (mustEnd()) {
                break;
            }
        }
        if (m_arguments.json) {
            printJson(m_context.console,
                      {{QStringLiteral("schema"), kJsonSchema},
                       {QStringLiteral("interrupted"), m_context.stop.stop_requested()},
                       {QStringLiteral("files"), m_files}});
        }
        return m_outcome.exitCode();
    }

private:
    bool mustEnd() const { return m_context.stop.stop_requested() || m_model.hasFailed(); }

    QJsonObject readFile(const Input& input) {
        QJsonObject json{{QStringLiteral("file"), input.path}};
        const auto fail = [&](const Failure& failure) {
            m_outcome.failed(failure);
            json[QStringLiteral("error")] = failureJson(failure);
            return json;
        };
        if (input.failure) {
            return fail(*input.failure);
        }
        const auto document = openInput(input.path, m_arguments.passwordFile);
        if (!document) {
            return fail(document.error());
        }
        const auto pages =
            parsePages(QString::fromStdString(m_arguments.pages), (*document)->pageCount());
        if (!pages) {
            return fail(pages.error());
        }
        m_answers.setDocument(*document, input.path);
        QJsonArray pageArray;
        for (const int page : *pages) {
            if (const std::optional<QJsonObject> pageJson = readPage(**document, page)) {
                pageArray.append(*pageJson);
            }
            if (mustEnd()) {
                break;
            }
        }
        json[QStringLiteral("pages")] = pageArray;
        return json;
    }

    // Nothing when it was stopped: the page in hand is dropped.
    std::optional<QJsonObject> readPage(const Document& document, int page) {
        QJsonObject json{{QStringLiteral("page"), page + 1}};
        const QString name = QStringLiteral("%1, page %2").arg(document.title()).arg(page + 1);
        const Result<AnalysisResult> result = analyze(page, name);
        if (const QSize size = m_answers.pictureSize(page); !size.isEmpty()) {
            json[QStringLiteral("width")] = size.width();
            json[QStringLiteral("height")] = size.height();
        }
        const bool isCut = !result || result->end == AnswerEnd::Cancelled;
        if (isCut && m_context.stop.stop_requested()) {
            return std::nullopt;
        }
        if (!result) {
            Failure failure = result.error();
            if (failure.subject.isEmpty()) {
                failure.subject = name;
            }
            m_outcome.failed(failure);
            json[QStringLiteral("error")] = failureJson(failure);
            return json;
        }
        m_outcome.done();
        report(*result, name, json);
        return json;
    }

    Result<AnalysisResult> analyze(int page, const QString& name) {
        AnalysisRequest request;
        request.task = Task::Read;
        request.maxNewTokens = m_arguments.maxTokens;
        request.reuse = m_arguments.recompute ? Reuse::Recompute : Reuse::Allowed;
        const auto partial = [&](const QString& text) {
            m_context.console.progress(
                QStringLiteral("%1: %2 characters").arg(name).arg(text.size()));
        };
        m_context.console.progress(name);
        return m_answers.run(request, {page}, partial);
    }

    void report(const AnalysisResult& result, const QString& name, QJsonObject& json) {
        if (const QString reason = incompleteness(result.end); !reason.isEmpty()) {
            m_context.console.warning(
                QStringLiteral("%1: not read to its end, %2.").arg(name, reason));
        }
        m_context.console.detail(QStringLiteral("%1: %2").arg(name, effortOf(result)));
        if (!m_arguments.json) {
            printText(result.text);
            return;
        }
        json[QStringLiteral("text")] = result.text;
        json[QStringLiteral("complete")] = result.end == AnswerEnd::Complete;
        if (result.pageText) {
            json[QStringLiteral("lines")] =
                result.pageText->toJson().value(QStringLiteral("lines"));
        }
        json[QStringLiteral("run")] = runJson(result);
    }

    void printText(const QString& text) {
        if (m_printedPages++ > 0) {
            m_context.console.data(m_context.console.dataGoesToTerminal() ? QStringLiteral("\n")
                                                                          : QStringLiteral("\f"));
        }
        m_context.console.data(text.isEmpty() ? QString() : text + u'\n');
    }

    const Arguments& m_arguments;
    CommandContext& m_context;
    ModelOnDemand m_model;
    CommandLibrary m_library;
    KeptAnswers m_answers;
    Outcome m_outcome;
    QJsonArray m_files;
    int m_printedPages = 0;
};

} // namespace

void addReadCommand(CLI::App& program, Command* chosen) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = program.add_subcommand("read", "The text of pages");
    command->footer(kExamples);
    command->fallthrough();
    command->add_option("FILE", arguments->files, "PDF or picture files, folders, or - for stdin")
        ->required();
    command->add_option("--pages", arguments->pages, "Pages such as 1-3,7; default: all")
        ->type_name("PAGES");
    command->add_flag("--json", arguments->json, "One JSON object with lines, words and boxes");
    command
        ->add_option("--max-tokens", arguments->maxTokens, "Most tokens to read per part of a page")
        ->check(CLI::Range(1, 1 << 20));
    command->add_flag("--recompute", arguments->recompute,
                      "Read again what is in the library already");
    command
        ->add_option("--password-file", arguments->passwordFile,
                     "File whose first line is the password")
        ->type_name("FILE");
    command->callback([=] {
        *chosen = [=](CommandContext& context) {
            return Reader(*arguments, context).run();
        };
    });
}

} // namespace app

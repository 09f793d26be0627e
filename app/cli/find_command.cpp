// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tessera-cli find: where a phrase (or, with a model that knows things, a thing) is on the pages.
#include "app/cli/command_library.h"
#include "app/cli/inputs.h"
#include "app/cli/model_on_demand.h"
#include "app/documents/page_ranges.h"

#include <QFile>

#include <CLI/CLI.hpp>

namespace app {

namespace {

constexpr const char* kExamples = R"(Examples:
  tessera-cli find invoice.pdf "due date"
  tessera-cli find --pages 2 --json report.pdf "the red car"

One line per place: page, x0, y0, x1, y1 (0 to 1 from the upper left corner of the page) and the label,
separated by tabs.)";

struct Arguments {
    std::string file;
    std::string phrase;
    std::string pages;
    std::string passwordFile;
    bool json = false;
    bool recompute = false;
};

class Finder {
public:
    Finder(const Arguments& arguments, CommandContext& context)
        : m_arguments(arguments)
        , m_context(context)
        , m_model(context)
        , m_library(context)
        , m_answers(answerMeans(m_library, m_model, context))
        , m_outcome(context.console) {}

    ExitCode run() {
        const QString file = QFile::decodeName(m_arguments.file.c_str());
        const auto document = openInput(file, m_arguments.passwordFile);
        if (!document) {
            return fail(document.error());
        }
        const auto pages =
            parsePages(QString::fromStdString(m_arguments.pages), (*document)->pageCount());
        if (!pages) {
            return fail(pages.error());
        }
        m_answers.setDocument(*document, file);
        for (const int page : *pages) {
            findOn(**document, page);
            if (m_context.stop.stop_requested() || m_model.hasFailed()) {
                break;
            }
        }
        report(file);
        return m_outcome.exitCode();
    }

private:
    ExitCode fail(const Failure& failure) {
        m_outcome.failed(failure);
        return m_outcome.exitCode();
    }

    void findOn(const Document& document, int page) {
        m_context.console.progress(
            QStringLiteral("%1, page %2").arg(document.title()).arg(page + 1));
        QJsonObject json{{QStringLiteral("page"), page + 1}};
        const Result<AnalysisResult> result = ask(page);
        const bool isCut = !result || result->end == AnswerEnd::Cancelled;
        if (isCut && m_context.stop.stop_requested()) {
            return; // the page in hand is dropped
        }
        if (!result) {
            m_outcome.failed(result.error());
            json[QStringLiteral("error")] = failureJson(result.error());
        } else {
            m_outcome.done();
            m_found += result->places.size();
            m_dropped += result->droppedPlaces;
            m_context.console.detail(
                QStringLiteral("page %1: %2").arg(page + 1).arg(effortOf(*result)));
            print(*result, page);
            json[QStringLiteral("places")] = placesJson(result->places);
            json[QStringLiteral("droppedPlaces")] = result->droppedPlaces;
            json[QStringLiteral("run")] = runJson(*result);
        }
        m_pages.append(json);
    }

    Result<AnalysisResult> ask(int page) {
        AnalysisRequest request;
        request.task = Task::Find;
        request.text = QString::fromStdString(m_arguments.phrase);
        request.reuse = m_arguments.recompute ? Reuse::Recompute : Reuse::Allowed;
        return m_answers.run(request, {page}, [](const QString&) {});
    }

    void print(const AnalysisResult& result, int page) {
        if (m_arguments.json) {
            return;
        }
        for (const Place& place : result.places) {
            const QRectF& box = place.box;
            QString line = QString::number(page + 1);
            for (const double edge : {box.left(), box.top(), box.right(), box.bottom()}) {
                line += u'\t' + QString::number(edge, 'f', 4);
            }
            m_context.console.data(line + u'\t' + place.label.simplified() + u'\n');
        }
    }

    void report(const QString& file) {
        if (m_arguments.json) {
            printJson(m_context.console,
                      {{QStringLiteral("schema"), kJsonSchema},
                       {QStringLiteral("file"), file},
                       {QStringLiteral("phrase"), QString::fromStdString(m_arguments.phrase)},
                       {QStringLiteral("interrupted"), m_context.stop.stop_requested()},
                       {QStringLiteral("pages"), m_pages}});
        }
        if (m_found == 0) {
            m_context.console.warning(QStringLiteral("The model found no such place."));
        }
        if (m_dropped > 0) {
            m_context.console.warning(
                QStringLiteral("%1 malformed boxes were left out.").arg(m_dropped));
        }
    }

    const Arguments& m_arguments;
    CommandContext& m_context;
    ModelOnDemand m_model;
    CommandLibrary m_library;
    KeptAnswers m_answers;
    Outcome m_outcome;
    QJsonArray m_pages;
    qsizetype m_found = 0;
    int m_dropped = 0;
};

} // namespace

void addFindCommand(CLI::App& program, Command* chosen) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = program.add_subcommand("find", "Where a phrase is on the pages");
    command->footer(kExamples);
    command->fallthrough();
    command->add_option("FILE", arguments->file, "PDF or picture file, or - for stdin")->required();
    command->add_option("PHRASE", arguments->phrase, "What to find")->required();
    command->add_option("--page,--pages", arguments->pages, "Pages such as 1-3,7; default: all")
        ->type_name("PAGES");
    command->add_flag("--json", arguments->json, "One JSON object with the places");
    command->add_flag("--recompute", arguments->recompute,
                      "Find again what is in the library already");
    command
        ->add_option("--password-file", arguments->passwordFile,
                     "File whose first line is the password")
        ->type_name("FILE");
    command->callback([=] {
        *chosen = [=](CommandContext& context) {
            return Finder(*arguments, context).run();
        };
    });
}

} // namespace app

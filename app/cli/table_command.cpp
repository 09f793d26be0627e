// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tessera-cli table: many documents asked the same questions, as one table.
#include "app/bulk/table_runner.h"
#include "app/cli/command_library.h"
#include "app/cli/inputs.h"
#include "app/cli/model_on_demand.h"
#include "app/cli/option_values.h"
#include "app/cli/time_left.h"
#include "app/files/file_writer.h"

#include <QFile>
#include <QFileInfo>

#include <CLI/CLI.hpp>

#include <cstdio>

namespace app {

namespace {

constexpr const char* kExamples = R"(Examples:
  tessera-cli table invoices/ -Q "total" -Q "invoice number" --out invoices.xlsx
  tessera-cli table a.pdf b.pdf --questions questions.txt --out answers.csv
  tessera-cli table book.pdf --rows pages -Q "What is this page about?" --out pages.jsonl
  tessera-cli table scans/ -Q "date" --out - --to csv | head

A row for each document, or page; for each question a column with the answer, one with its places on
the page (left, top, right, bottom; 0 to 1) where the model gives them, and one that is empty unless
the answer should be looked at. Answers are kept in the library as they come: after any end, run the
same command again, and it goes on. The file is written when all answers are there. A document that
the program dies of is tried once more and then set aside; FILE.crashes.txt remembers it.)";

struct Arguments {
    std::vector<std::string> inputs;
    std::vector<std::string> questions;
    std::string questionsFile;
    std::string out;
    std::string format;
    std::string pages;
    std::string passwordFile;
    TableRows rows = TableRows::Documents;
    bool noPlaces = false;
    bool overwrite = false;
    int maxTokens = 0;
};

std::vector<std::string> formatNames() {
    std::vector<std::string> names;
    for (const TableFormat& format : tableFormats()) {
        names.emplace_back(format.name);
    }
    return names;
}

// A question a line, with a heading and a tab before it where its column is called otherwise.
Result<QVector<TableQuestion>> questionsIn(const std::string& path) {
    QFile file(QFile::decodeName(path.c_str()));
    const bool isOpen =
        path == "-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen) {
        return failure(file.exists() ? FailureCode::FileAccess : FailureCode::FileNotFound,
                       file.fileName(), file.errorString());
    }
    QVector<TableQuestion> questions;
    for (const QByteArray& line : file.readAll().split('\n')) {
        const TableQuestion question = tableQuestion(QString::fromUtf8(line));
        if (!question.text.isEmpty()) {
            questions.append(question);
        }
    }
    return questions;
}

class TableRun {
public:
    TableRun(const Arguments& arguments, CommandContext& context)
        : m_arguments(arguments)
        , m_context(context)
        , m_out(QFile::decodeName(arguments.out.c_str()))
        , m_model(context)
        , m_library(context)
        , m_outcome(context.console) {}

    ExitCode run() {
        const auto written = job().and_then([this](const TableJob& job) { return run(job); });
        return written ? m_outcome.exitCode() : reportFailure(written.error(), m_context.console);
    }

private:
    bool goesToStdout() const { return m_out == u"-"; }

    // With all that can be wrong before anything is asked.
    Result<TableJob> job() {
        const QString name = m_arguments.format.empty()
                                 ? QFileInfo(m_out).suffix()
                                 : QString::fromStdString(m_arguments.format);
        m_format = tableFormat(name);
        if (m_format == nullptr) {
            return failure(FailureCode::BadArguments,
                           name.isEmpty() ? QStringLiteral("the format") : name,
                           QStringLiteral("--to is one of: ") +
                               QString::fromStdString(choicesText(formatNames())));
        }
        if (goesToStdout() && m_context.console.dataGoesToTerminal() &&
            QLatin1String(m_format->name) == QLatin1String("xlsx")) {
            return failure(FailureCode::BadArguments, QStringLiteral("xlsx"),
                           QStringLiteral("it is not for a terminal: --out FILE"));
        }
        if (!goesToStdout() && !m_arguments.overwrite && QFileInfo::exists(m_out)) {
            return failure(FailureCode::FileExists, m_out, {});
        }
        TableJob job;
        for (const std::string& input : m_arguments.inputs) {
            job.inputs.append(QFile::decodeName(input.c_str()));
        }
        for (const std::string& question : m_arguments.questions) {
            job.questions.append({QString::fromStdString(question)});
        }
        job.rows = m_arguments.rows;
        job.places = m_arguments.noPlaces ? TablePlaces::None : TablePlaces::WherePossible;
        job.pages = QString::fromStdString(m_arguments.pages);
        job.maxNewTokens = m_arguments.maxTokens;
        job.journal = goesToStdout() ? QString() : m_out + QStringLiteral(".crashes.txt");
        if (m_arguments.questionsFile.empty()) {
            return job;
        }
        return questionsIn(m_arguments.questionsFile).map([&](const QVector<TableQuestion>& more) {
            job.questions += more;
            return job;
        });
    }

    Result<void> run(const TableJob& job) {
        m_model.tellLimits();
        TableRunner runner(
            job, answerMeans(m_library, m_model, m_context),
            [this](const QString& path) { return openInput(path, m_arguments.passwordFile); },
            {[this](const TableProgress& progress) { tell(progress); },
             [this, &job](const TableRow& row) {
                 if (row.failure || row.cells.size() == job.questions.size()) {
                     say(row, job.questions);
                 }
             }});
        return runner.run(m_context.stop).and_then([this](const TableOutcome& outcome) {
            return write(outcome);
        });
    }

    void tell(const TableProgress& progress) {
        QString text = QStringLiteral("%1 of %2 documents, %3 answers; %4")
                           .arg(progress.documentsDone)
                           .arg(progress.documents)
                           .arg(progress.answers)
                           .arg(progress.document);
        if (progress.secondsLeft) {
            text += QStringLiteral("; ") + timeLeft(*progress.secondsLeft);
        }
        m_context.console.progress(text);
    }

    // What went wrong with a row.
    void say(const TableRow& row, const QVector<TableQuestion>& questions) {
        std::optional<Failure> failed = row.failure;
        for (qsizetype i = 0; i < row.cells.size(); ++i) {
            if (row.cells[i].failure) {
                failed = row.cells[i].failure;
                failed->subject = QStringLiteral("%1, “%2”").arg(row.document, questions[i].text);
                m_outcome.failed(*failed);
            }
        }
        if (row.failure) {
            failed->subject = row.document;
            m_outcome.failed(*failed);
        } else if (!failed) {
            m_outcome.done();
        }
    }

    Result<void> write(const TableOutcome& outcome) {
        if (outcome.left > 0) {
            m_context.console.warning(
                QStringLiteral("%1 documents are left, so the table is not written: run the same "
                               "command again, what was answered is in the library.")
                    .arg(outcome.left));
            return outcome.end ? tl::unexpected(*outcome.end) : Result<void>();
        }
        summarize(outcome.table);
        return m_format->write(outcome.table).and_then([this](const QByteArray& bytes) {
            if (!goesToStdout()) {
                return writeFile(m_out, bytes,
                                 m_arguments.overwrite ? Existing::Replace : Existing::Refuse);
            }
            m_context.console.dataGoesToTerminal()
                ? m_context.console.data(QString::fromUtf8(bytes))
                : m_context.console.bytes(bytes);
            return Result<void>();
        });
    }

    void summarize(const Table& table) {
        int answers = 0;
        int flagged = 0;
        for (const TableRow& row : table.rows) {
            for (const TableCell& cell : row.cells) {
                ++answers;
                flagged += cell.flag().isEmpty() ? 0 : 1;
            }
        }
        m_context.console.warning(QStringLiteral("%1 rows, %2 answers, %3 of them to look at.")
                                      .arg(table.rows.size())
                                      .arg(answers)
                                      .arg(flagged));
    }

    const Arguments& m_arguments;
    CommandContext& m_context;
    const QString m_out;
    const TableFormat* m_format = nullptr;
    ModelOnDemand m_model;
    CommandLibrary m_library;
    Outcome m_outcome;
};

} // namespace

void addTableCommand(CLI::App& program, Command* chosen) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        program.add_subcommand("table", "Many documents asked the same questions, as a table");
    command->footer(kExamples);
    command->fallthrough();
    command->add_option("INPUT", arguments->inputs, "PDF or picture files, folders")->required();
    // Each takes one, so that a file can follow.
    command->add_option("-Q,--question", arguments->questions, "What to ask; may be given again")
        ->allow_extra_args(false);
    command
        ->add_option("--questions", arguments->questionsFile,
                     "File with a question on each line, or - for stdin; a heading for its column "
                     "and a tab may come before it")
        ->type_name("FILE");
    command
        ->add_option("-o,--out", arguments->out, "File to write: .csv, .xlsx or .jsonl; -: stdout")
        ->type_name("FILE")
        ->required();
    command->add_option("--to", arguments->format, "Format, else by the end of --out")
        ->type_name(choicesText(formatNames()));
    const std::map<std::string, TableRows> rows{{"documents", TableRows::Documents},
                                                {"pages", TableRows::Pages}};
    command
        ->add_option("--rows", arguments->rows,
                     "One for each of the documents, all pages together, or of the pages")
        ->type_name("documents|pages")
        ->transform(CLI::CheckedTransformer(rows).description({}));
    command->add_option("--pages", arguments->pages, "Pages such as 1-3,7; default: all")
        ->type_name("PAGES");
    command->add_flag("--no-places", arguments->noPlaces,
                      "Do not ask for places, even if the model gives them");
    command->add_flag("--overwrite", arguments->overwrite, "Replace what is there already");
    command->add_option("--max-tokens", arguments->maxTokens, "Most tokens of an answer")
        ->check(CLI::Range(1, 1 << 20));
    command
        ->add_option("--password-file", arguments->passwordFile,
                     "File whose first line is the password")
        ->type_name("FILE");
    command->callback([=] {
        *chosen = [=](CommandContext& context) {
            return TableRun(*arguments, context).run();
        };
    });
}

} // namespace app

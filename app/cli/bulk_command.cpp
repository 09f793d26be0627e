// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tessera-cli bulk: folders of documents, read and written in other formats.
#include "app/bulk/runner.h"
#include "app/cli/command_library.h"
#include "app/cli/inputs.h"
#include "app/cli/model_on_demand.h"
#include "app/cli/option_values.h"
#include "app/cli/time_left.h"
#include "app/exporting/export_format.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QStringList>

#include <CLI/CLI.hpp>

#include <cstdlib>

namespace app {

namespace {

constexpr const char* kExamples = R"(Examples:
  tessera-cli bulk scans/ --out read/                       searchable PDFs
  tessera-cli bulk scans/ --out read/ --to pdf,txt,json
  tessera-cli bulk a.pdf more/ --out read/ --own-text ignore
  tessera-cli bulk scans/ --out read/ --shard 2/8           the second of eight processes
  tessera-cli bulk merge read/                              their reports as one

Run it again after any end: what was read is in the library, what was written stays. Pages that have
text in their file keep it, unless --own-text says ignore (read all) or skip (leave them out); pages
that a person has corrected in the window are written as corrected. Without --shard, the variables of
a Slurm array or of a Kubernetes indexed job are used where they are set.
A document that the program dies of twice, or in whose work the system ends it twice for lack of
memory, is set aside; the report says how it is tried again. The folder gets tessera-report.jsonl: a
line for each document, with the pages to look at.

When a drive is full, the job waits and goes on by itself when there is room. It looks every 10
seconds, for an hour; then it ends with 74.)";

constexpr const char* kMergeExamples = R"(Examples:
  tessera-cli bulk merge read/     tessera-report.jsonl from those of all shards

Documents of which two shards say different things are named, and so are shards without a report.)";

struct Arguments {
    std::vector<std::string> inputs;
    std::string folder;
    std::vector<std::string> formats = {"pdf"};
    std::string pages;
    std::string shard;
    OwnText ownText = OwnText::Keep;
    bool overwrite = false;
    int maxTokens = 0;
};

QStringList namesOf(const std::vector<std::string>& names) {
    QStringList list;
    for (const std::string& name : names) {
        list.append(QFile::decodeName(name.c_str()));
    }
    return list;
}

std::optional<QString> variable(const char* name) {
    return qEnvironmentVariableIsSet(name) ? std::optional(qEnvironmentVariable(name))
                                           : std::nullopt;
}

// What was asked for, else what the scheduler says about this process; both count from 0 there,
// a Slurm array from wherever it begins.
Result<Shard> shardOf(const std::string& asked) {
    if (!asked.empty()) {
        return parseShard(QString::fromStdString(asked));
    }
    std::optional<QString> index = variable("SLURM_ARRAY_TASK_ID");
    std::optional<QString> count = variable("SLURM_ARRAY_TASK_COUNT");
    int first = variable("SLURM_ARRAY_TASK_MIN").value_or(QStringLiteral("0")).toInt();
    if (!index) {
        index = variable("JOB_COMPLETION_INDEX");
        count = variable("JOB_COMPLETIONS");
        first = 0;
    }
    if (!index) {
        return Shard{};
    }
    if (!count) {
        return failure(FailureCode::BadArguments, *index,
                       QStringLiteral("the number of shards is not known; say --shard, or set "
                                      "JOB_COMPLETIONS"));
    }
    return parseShard(QStringLiteral("%1/%2").arg(index->toInt() - first + 1).arg(*count));
}

BulkJob jobOf(const Arguments& arguments, const Shard& shard) {
    BulkJob job;
    job.inputs = namesOf(arguments.inputs);
    job.folder = QFile::decodeName(arguments.folder.c_str());
    job.formats = namesOf(arguments.formats);
    job.pages = QString::fromStdString(arguments.pages);
    job.ownText = arguments.ownText;
    job.existing = arguments.overwrite ? Existing::Replace : Existing::Refuse;
    job.shard = shard;
    job.maxNewTokens = arguments.maxTokens;
    return job;
}

QString progressText(const BulkProgress& progress) {
    QString text = QStringLiteral("%1 of %2 documents, %3 pages; %4")
                       .arg(progress.documentsDone)
                       .arg(progress.documents)
                       .arg(progress.pagesDone)
                       .arg(progress.document);
    if (progress.page >= 0) {
        text += QStringLiteral(", page %1").arg(progress.page + 1);
    }
    return progress.secondsLeft ? text + QStringLiteral("; ") + timeLeft(*progress.secondsLeft)
                                : text;
}

// What a person has to know of a document at once.
void say(const BulkDocument& document, Console& console, Outcome& outcome) {
    for (const BulkPageFailure& failed : document.failures) {
        Failure failure = failed.failure;
        if (failed.page >= 0) {
            failure.subject = QStringLiteral("%1, page %2").arg(document.path).arg(failed.page + 1);
        } else if (failure.subject.isEmpty() ||
                   failure.subject == QFileInfo(document.path).fileName()) {
            failure.subject = document.path;
        }
        outcome.failed(failure);
    }
    if (document.failures.isEmpty()) {
        outcome.done();
    }
    for (const int page : document.flagged) {
        console.warning(QStringLiteral("%1, page %2: not read to its end, look at it.")
                            .arg(document.path)
                            .arg(page + 1));
    }
    console.detail(QStringLiteral("%1: %2 pages, %3 read, %4 from the library, %5 with own text, "
                                  "%6 of %7 files written")
                       .arg(document.place)
                       .arg(document.pages)
                       .arg(document.read)
                       .arg(document.known)
                       .arg(document.own)
                       .arg(document.written)
                       .arg(document.outputs.size()));
}

QString bytesText(qint64 bytes) {
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

// The job stands until there is room, and who looks at it has to know.
void say(const std::optional<RoomShortage>& shortage, Console& console) {
    if (!shortage) {
        console.warning(QStringLiteral("There is room again, the job goes on."));
        return;
    }
    const RoomWait::Patience patience = RoomWait::kUnattended;
    const QString needed = shortage->needed > 0
                               ? QStringLiteral(", %1 are needed").arg(bytesText(shortage->needed))
                               : QString();
    console.warning(
        QStringLiteral("%1: the drive is full (%2; %3 are free%4). The job waits and goes on by "
                       "itself when there is room: it looks every %5 seconds, for an hour. Ctrl+C "
                       "ends it; nothing that is done is lost.")
            .arg(shortage->failure.subject, shortage->failure.detail, bytesText(shortage->free),
                 needed)
            .arg(std::chrono::duration_cast<std::chrono::seconds>(patience.between).count()));
}

void summarize(const BulkReport& report, Console& console) {
    int pages = 0;
    int read = 0;
    int flagged = 0;
    for (const BulkDocument& document : report.documents) {
        pages += document.pages;
        read += document.read;
        flagged += static_cast<int>(document.flagged.size());
    }
    console.warning(QStringLiteral("%1 documents, %2 pages, %3 of them read now, %4 to look at.")
                        .arg(report.documents.size())
                        .arg(pages)
                        .arg(read)
                        .arg(flagged));
    const BulkTimes& times = report.times;
    console.detail(QStringLiteral("Seconds: waiting for pages %1, lines %2, vision %3, prefill %4, "
                                  "decoding %5, writing %6.")
                       .arg(times.waiting, 0, 'f', 2)
                       .arg(times.model.layout, 0, 'f', 2)
                       .arg(times.model.vision, 0, 'f', 2)
                       .arg(times.model.prefill, 0, 'f', 2)
                       .arg(times.model.decode, 0, 'f', 2)
                       .arg(times.writing, 0, 'f', 2));
    if (report.left > 0) {
        console.warning(
            QStringLiteral("%1 documents are left: run the same command again.").arg(report.left));
    }
}

ExitCode runBulk(const Arguments& arguments, CommandContext& context) {
    const Result<Shard> shard = shardOf(arguments.shard);
    if (!shard) {
        return reportFailure(shard.error(), context.console);
    }
    ModelOnDemand model(context);
    RoomWait room(
        context.stop, RoomWait::kUnattended,
        [&](const std::optional<RoomShortage>& shortage) { say(shortage, context.console); });
    CommandLibrary library(context, &room);
    Outcome outcome(context.console);
    const Result<ModelCard> card = model.card();
    if (!card) {
        return reportFailure(card.error(), context.console);
    }
    BulkRunner runner(
        jobOf(arguments, *shard), answerMeans(library, model, context),
        card->name + u' ' + card->version,
        {[&](const BulkProgress& progress) { context.console.progress(progressText(progress)); },
         [&](const BulkDocument& document) {
             say(document, context.console, outcome);
         }},
        room);
    const Result<BulkReport> report = runner.run(context.stop);
    if (!report) {
        return reportFailure(report.error(), context.console);
    }
    summarize(*report, context.console);
    return report->end ? reportFailure(*report->end, context.console) : outcome.exitCode();
}

ExitCode runMerge(const std::string& folder, CommandContext& context) {
    const QString path = QFile::decodeName(folder.c_str());
    const Result<MergedReport> merged = mergeReports(path);
    if (!merged) {
        return reportFailure(merged.error(), context.console);
    }
    for (const QString& place : merged->conflicts) {
        context.console.warning(
            QStringLiteral("%1: two shards say different things; read it again.").arg(place));
    }
    for (const int shard : merged->missing) {
        context.console.warning(
            QStringLiteral("Shard %1 has left no report: run it.").arg(shard + 1));
    }
    const auto written =
        writeFile(QDir(path).filePath(reportName({})), merged->text, Existing::Replace);
    if (!written) {
        return reportFailure(written.error(), context.console);
    }
    const bool isWhole = merged->conflicts.isEmpty() && merged->missing.isEmpty();
    return isWhole ? ExitCode::Done : ExitCode::SomeFailed;
}

} // namespace

namespace {

void addMergeCommand(CLI::App& bulk, Command* chosen) {
    auto folder = std::make_shared<std::string>();
    CLI::App* command = bulk.add_subcommand("merge", "One report from those of all shards");
    command->footer(kMergeExamples);
    command->fallthrough();
    command->add_option("FOLDER", *folder, "Folder of the outputs")->required();
    command->callback([=] {
        *chosen = [=](CommandContext& context) {
            return runMerge(*folder, context);
        };
    });
}

std::vector<std::string> formatNames() {
    std::vector<std::string> names;
    for (const ExportFormat& format : exportFormats()) {
        if (format.isOfText()) {
            names.emplace_back(format.name);
        }
    }
    return names;
}

} // namespace

void addBulkCommand(CLI::App& program, Command* chosen) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = program.add_subcommand("bulk", "Folders of documents into other formats");
    command->footer(kExamples);
    command->fallthrough();
    addMergeCommand(*command, chosen);
    auto* inputs = command->add_option("INPUT", arguments->inputs, "PDF or picture files, folders");
    auto* folder = command->add_option("--out,-o", arguments->folder, "Folder for the outputs")
                       ->type_name("FOLDER");
    command->add_option("--to", arguments->formats, "Formats, with commas between them")
        ->delimiter(',')
        ->allow_extra_args(false) // an input may follow
        ->type_name(choicesText(formatNames()))
        ->check(CLI::IsMember(formatNames()).description({}))
        ->capture_default_str();
    command->add_option("--pages", arguments->pages, "Pages such as 1-3,7; default: all")
        ->type_name("PAGES");
    const std::map<std::string, OwnText> policies{
        {"keep", OwnText::Keep}, {"ignore", OwnText::Ignore}, {"skip", OwnText::Skip}};
    command
        ->add_option("--own-text", arguments->ownText,
                     "Pages that have text: keep it, ignore it and read, or skip the page")
        ->type_name("keep|ignore|skip")
        ->transform(CLI::CheckedTransformer(policies).description({}));
    command->add_option("--shard", arguments->shard, "Share of the job, such as 2/8");
    command->add_flag("--overwrite", arguments->overwrite, "Replace other files where outputs go");
    command
        ->add_option("--max-tokens", arguments->maxTokens, "Most tokens to read per part of a page")
        ->check(CLI::Range(1, 1 << 20));
    command->callback([=] {
        if (!command->get_subcommands().empty()) {
            return; // merge
        }
        for (const CLI::Option* needed : {inputs, folder}) {
            if (needed->count() == 0) {
                throw CLI::RequiredError(needed->get_name());
            }
        }
        *chosen = [=](CommandContext& context) {
            return runBulk(*arguments, context);
        };
    });
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tessera-cli export: what is known of documents as files of other programs, without the model.
#include "app/cli/command_library.h"
#include "app/cli/inputs.h"
#include "app/cli/option_values.h"
#include "app/documents/page_ranges.h"
#include "app/exporting/export_job.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <CLI/CLI.hpp>

namespace app {

namespace {

constexpr const char* kExamples = R"(Examples:
  tessera-cli export scan.pdf -o searchable.pdf
  tessera-cli export scans/ --to pdf -o out/         a searchable PDF of every document in a folder
  tessera-cli export --pages 1-3 book.pdf --to md    Markdown on stdout
  tessera-cli export statement.pdf -o rows.xlsx      columns as columns, numbers as numbers
  tessera-cli export report.pdf --to conversation-pdf -o asked.pdf
  tessera-cli export invoice.pdf --to coco -o boxes/
  tessera-cli export --overwrite letter.png -o letter.alto.xml

Writes what is in the library, with corrections, and the text that PDFs have of their own. Pages
that nobody has read yet are named on stderr and in the exit code; 'tessera-cli read' reads them.
A searchable PDF has all pages of the document, as they are, with invisible text over their ink.)";

struct Arguments {
    std::vector<std::string> files;
    std::string format;
    std::string out;
    std::string pages;
    std::string passwordFile;
    bool asRead = false;
    bool overwrite = false;
};

std::vector<std::string> formatNames() {
    std::vector<std::string> names;
    for (const ExportFormat& format : exportFormats()) {
        names.emplace_back(format.name);
    }
    return names;
}

// "1-3, 7": pages counted from 0.
QString rangesOf(const QVector<int>& pages) {
    QStringList ranges;
    for (qsizetype i = 0; i < pages.size();) {
        const int first = pages[i];
        while (i + 1 < pages.size() && pages[i + 1] == pages[i] + 1) {
            ++i;
        }
        ranges.append(first == pages[i] ? QString::number(first + 1)
                                        : QStringLiteral("%1-%2").arg(first + 1).arg(pages[i] + 1));
        ++i;
    }
    return ranges.join(u',');
}

class ExportRun {
public:
    ExportRun(const Arguments& arguments, CommandContext& context)
        : m_arguments(arguments)
        , m_context(context)
        , m_library(context)
        , m_outcome(context.console)
        , m_out(QFile::decodeName(arguments.out.c_str())) {}

    ExitCode run() {
        const QVector<Input> inputs = inputsNamed(m_arguments.files);
        if (const Result<void> fits = chooseFormat().and_then([&] { return checkOut(inputs); });
            !fits) {
            return reportFailure(fits.error(), m_context.console);
        }
        for (const Input& input : inputs) {
            if (m_context.stop.stop_requested()) {
                break;
            }
            const Result<void> done = input.failure ? tl::unexpected(*input.failure) : write(input);
            if (done) {
                m_outcome.done();
            } else {
                m_outcome.failed(done.error());
            }
        }
        return m_outcome.exitCode();
    }

private:
    bool goesToStdout() const { return m_out.isEmpty() || m_out == u"-"; }

    Result<void> chooseFormat() {
        const QString name = QString::fromStdString(m_arguments.format);
        m_format = name.isEmpty() ? exportFormatOf(m_out) : exportFormat(name);
        if (m_format == nullptr) {
            return failure(FailureCode::BadArguments,
                           name.isEmpty() ? QStringLiteral("the format") : name,
                           QStringLiteral("--to is one of: ") +
                               QString::fromStdString(choicesText(formatNames())));
        }
        return {};
    }

    Result<void> checkOut(const QVector<Input>& inputs) {
        const bool isFolder = m_format->target() == ExportTarget::Folder;
        if (goesToStdout() && (isFolder || inputs.size() != 1)) {
            return failure(FailureCode::BadArguments, QLatin1String(m_format->name),
                           QStringLiteral("several files need a folder: -o FOLDER"));
        }
        if (goesToStdout() && m_context.console.dataGoesToTerminal() && m_format->isBinary) {
            return failure(FailureCode::BadArguments, QLatin1String(m_format->name),
                           QStringLiteral("it is not for a terminal: -o FILE"));
        }
        m_outIsFolder =
            inputs.size() != 1 || m_out.endsWith(u'/') || (!isFolder && QFileInfo(m_out).isDir());
        return {};
    }

    QString targetOf(const QString& source) const {
        return m_outIsFolder ? QDir(m_out).filePath(suggestedName(source, *m_format)) : m_out;
    }

    Result<void> write(const Input& input) {
        const auto document = openInput(input.path, m_arguments.passwordFile);
        if (!document) {
            return tl::unexpected(document.error());
        }
        const auto pages =
            parsePages(QString::fromStdString(m_arguments.pages), (*document)->pageCount());
        if (!pages) {
            return tl::unexpected(pages.error());
        }
        ExportJob job;
        job.document = *document;
        job.source = input.path == u"-" ? (*document)->title() : input.path;
        job.format = m_format;
        job.target = targetOf(job.source);
        job.chosen = *pages;
        job.text = m_arguments.asRead ? ExportedText::AsRead : ExportedText::Checked;
        job.existing = m_arguments.overwrite ? Existing::Replace : Existing::Refuse;
        return takeFromLibrary(job).and_then([&] { return write(job); });
    }

    Result<void> takeFromLibrary(ExportJob& job) {
        Library* library = m_library.get();
        const QByteArray hash = job.document->contentHash();
        if (library == nullptr || hash.isEmpty()) {
            return {};
        }
        const auto boxes = library->boxes(hash);
        const auto texts = library->proofs(hash);
        const auto conversation = library->conversation(hash);
        if (!boxes || !texts) {
            return tl::unexpected(boxes ? texts.error() : boxes.error());
        }
        if (!conversation) {
            return tl::unexpected(conversation.error());
        }
        job.turns = *conversation ? (*conversation)->turns : QVector<KeptTurn>();
        job.boxes = *boxes;
        job.texts = *texts;
        return {};
    }

    Result<void> write(const ExportJob& job) {
        if (goesToStdout()) {
            return exported(job).and_then([&](const ExportedFile& made) {
                m_context.console.dataGoesToTerminal()
                    ? m_context.console.data(QString::fromUtf8(made.bytes))
                    : m_context.console.bytes(made.bytes);
                return report(job, made.report);
            });
        }
        if (m_written.contains(job.target)) { // of another document with the same name
            return failure(FailureCode::FileExists, job.target,
                           QStringLiteral("written just now, for another document"));
        }
        m_written.insert(job.target);
        if (!m_arguments.overwrite) { // before any of several files is written
            if (const QStringList there = replacedFiles(job); !there.isEmpty()) {
                return failure(FailureCode::FileExists, there.first(), {});
            }
        }
        m_context.console.progress(job.source);
        return app::run(job, m_context.stop).and_then([&](const ExportReport& made) {
            m_context.console.detail(
                QStringLiteral("%1: files written: %2").arg(made.target).arg(made.files));
            return report(job, made);
        });
    }

    // A failure when something is missing in it.
    Result<void> report(const ExportJob& job, const ExportReport& report) {
        const QString name = job.document->title();
        QVector<int> own;
        for (const ExportNote& note : report.notes) {
            switch (note.kind) {
            case ExportNote::Kind::KeptOwnText:
                own.append(note.page);
                break;
            case ExportNote::Kind::NoPlaces:
                m_context.console.warning(
                    QStringLiteral("%1, page %2: it is not known where its text stands; it can "
                                   "be searched, but not selected at its place.")
                        .arg(name)
                        .arg(note.page + 1));
                break;
            case ExportNote::Kind::NotArchival:
                m_context.console.detail(
                    QStringLiteral("%1: no PDF/A: %2.").arg(name, note.reason));
                break;
            }
        }
        if (!own.isEmpty()) {
            m_context.console.warning(
                QStringLiteral("%1: these pages have text of their own, which was kept: %2.")
                    .arg(name, rangesOf(own)));
        }
        if (!report.unread.isEmpty()) {
            return failure(FailureCode::NotRead, name,
                           QStringLiteral("pages %1").arg(rangesOf(report.unread)));
        }
        return {};
    }

    const Arguments& m_arguments;
    CommandContext& m_context;
    CommandLibrary m_library;
    Outcome m_outcome;
    QString m_out;
    bool m_outIsFolder = false;
    const ExportFormat* m_format = nullptr;
    QSet<QString> m_written;
};

} // namespace

void addExportCommand(CLI::App& program, Command* chosen) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        program.add_subcommand("export", "Searchable PDFs, text and boxes for other programs");
    command->footer(kExamples);
    command->fallthrough();
    command->add_option("FILE", arguments->files, "PDF or picture files, folders, or - for stdin")
        ->required();
    command->add_option("--to", arguments->format, "Format, else by the end of -o")
        ->type_name(choicesText(formatNames()));
    command
        ->add_option("-o,--out", arguments->out, "File or folder to write; -, or nothing: stdout")
        ->type_name("FILE");
    command->add_option("--pages", arguments->pages, "Pages such as 1-3,7; default: all")
        ->type_name("PAGES");
    command->add_flag("--as-read", arguments->asRead, "Without corrections");
    command->add_flag("--overwrite", arguments->overwrite, "Replace what is there already");
    command
        ->add_option("--password-file", arguments->passwordFile,
                     "File whose first line is the password")
        ->type_name("FILE");
    command->callback([=] {
        *chosen = [=](CommandContext& context) {
            return ExportRun(*arguments, context).run();
        };
    });
}

} // namespace app

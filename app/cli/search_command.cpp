// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tessera-cli search: words in everything that is in the library.
#include "app/cli/command_library.h"
#include "app/cli/inputs.h"
#include "app/cli/model_on_demand.h"
#include "app/reading/box_json.h"

#include <QFile>

#include <CLI/CLI.hpp>

namespace app {

namespace {

constexpr const char* kExamples = R"(Examples:
  tessera-cli search deadline
  tessera-cli search "total amount" 2026        a phrase and a word, in any order
  tessera-cli search --in lease.pdf heating     in one document
  tessera-cli search --json 发票 | jq .hits

Finds words, beginnings and parts of words in pages that were read, in questions and answers, and in
titles, the best first. One line per hit: file, page, text, separated by tabs.)";

struct Arguments {
    std::vector<std::string> words;
    std::string file;
    std::string passwordFile;
    int most = 50;
    bool json = false;
};

// Each argument of several words is a phrase, as the shell has taken its quotes.
QString queryText(const std::vector<std::string>& words) {
    QStringList terms;
    for (const std::string& argument : words) {
        const QString word = QString::fromStdString(argument);
        terms.append(word.contains(u' ') && !word.contains(u'"') ? u'"' + word + u'"' : word);
    }
    return terms.join(u' ');
}

QString kindName(LibraryHit::Kind kind) {
    switch (kind) {
    case LibraryHit::Kind::Title:
        return QStringLiteral("title");
    case LibraryHit::Kind::Page:
        return QStringLiteral("page");
    case LibraryHit::Kind::Turn:
        break;
    }
    return QStringLiteral("answer");
}

class Searcher {
public:
    Searcher(const Arguments& arguments, CommandContext& context)
        : m_arguments(arguments)
        , m_context(context)
        , m_library(context) {}

    ExitCode run() {
        if (m_library.get() == nullptr) {
            m_context.console.error(
                QStringLiteral("There is nothing to search without a library."));
            return ExitCode::BadArguments;
        }
        LibraryQuery query{queryText(m_arguments.words), {}, m_arguments.most};
        if (!m_arguments.file.empty()) {
            const auto document =
                openInput(QFile::decodeName(m_arguments.file.c_str()), m_arguments.passwordFile);
            if (!document) {
                return reportFailure(document.error(), m_context.console);
            }
            query.document = (*document)->contentHash();
        }
        const Result<LibraryHits> results = m_library.get()->search(query);
        if (!results) {
            return reportFailure(results.error(), m_context.console);
        }
        report(query, *results);
        return ExitCode::Done;
    }

private:
    void report(const LibraryQuery& query, const LibraryHits& results) {
        if (m_arguments.json) {
            printResults(query, results);
        } else {
            for (const LibraryHit& hit : results.hits) {
                m_context.console.data(QStringLiteral("%1\t%2\t%3\n")
                                           .arg(nameOf(hit))
                                           .arg(hit.page + 1)
                                           .arg(hit.snippet.simplified()));
            }
        }
        if (results.total == 0) {
            m_context.console.warning(QStringLiteral("Nothing was found. Only what was read or "
                                                     "asked can be; 'tessera-cli read' reads."));
        } else if (results.total > results.hits.size()) {
            m_context.console.warning(QStringLiteral("The first %1 of %2; --most gives more.")
                                          .arg(results.hits.size())
                                          .arg(results.total));
        }
    }

    static QString nameOf(const LibraryHit& hit) {
        return hit.path.isEmpty() ? hit.title : hit.path;
    }

    void printResults(const LibraryQuery& query, const LibraryHits& results) {
        const QStringList terms = searchTerms(query.text);
        QJsonArray hits;
        for (const LibraryHit& hit : results.hits) {
            hits.append(hitJson(hit, terms));
        }
        printJson(m_context.console, {{QStringLiteral("schema"), kJsonSchema},
                                      {QStringLiteral("query"), query.text},
                                      {QStringLiteral("total"), results.total},
                                      {QStringLiteral("hits"), hits}});
    }

    QJsonObject hitJson(const LibraryHit& hit, const QStringList& terms) {
        QJsonArray marks;
        for (const LibraryHit::Mark& mark : hit.marks) {
            marks.append(QJsonArray{mark.start, mark.length});
        }
        QJsonObject json{{QStringLiteral("kind"), kindName(hit.kind)},
                         {QStringLiteral("file"), hit.path},
                         {QStringLiteral("title"), hit.title},
                         {QStringLiteral("document"), QString::fromLatin1(hit.document.toHex())},
                         {QStringLiteral("page"), hit.page + 1},
                         {QStringLiteral("snippet"), hit.snippet},
                         {QStringLiteral("marks"), marks}};
        if (hit.kind == LibraryHit::Kind::Page) {
            json[QStringLiteral("boxes")] = boxesOf(hit, terms);
        }
        return json;
    }

    QJsonArray boxesOf(const LibraryHit& hit, const QStringList& terms) {
        QJsonArray boxes;
        const auto text = m_library.get()->pageText(hit.document, hit.page);
        if (text && *text) {
            for (const QRectF& box : placesOfTerms(**text, terms)) {
                boxes.append(boxJson(box));
            }
        }
        return boxes;
    }

    const Arguments& m_arguments;
    CommandContext& m_context;
    CommandLibrary m_library;
};

} // namespace

void addSearchCommand(CLI::App& program, Command* chosen) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = program.add_subcommand("search", "Words in all that was read or asked");
    command->footer(kExamples);
    command->fallthrough();
    command->add_option("WORD", arguments->words, "Words that all have to be there")->required();
    command->add_option("--in", arguments->file, "Only in this document")->type_name("FILE");
    command->add_option("--most", arguments->most, "How many hits at most")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
    command->add_flag("--json", arguments->json, "One JSON object with places on the pages");
    command
        ->add_option("--password-file", arguments->passwordFile,
                     "File whose first line is the password of --in")
        ->type_name("FILE");
    command->callback([=] {
        *chosen = [=](CommandContext& context) {
            return Searcher(*arguments, context).run();
        };
    });
}

} // namespace app

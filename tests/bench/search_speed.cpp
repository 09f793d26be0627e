// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// search_speed [PAGES]: how long the library takes to find words among so many pages (10,000) of
// made-up prose in the frequencies of natural language, some of it Chinese: the median and the
// longest of 20 runs of each query, and what filling it took.
#include "app/library/library.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

namespace {

constexpr int kWords = 30'000;
constexpr int kWordsPerPage = 400;
constexpr int kRuns = 20;
constexpr double kLimitMs = 100;

QStringList makeWords(std::mt19937& random) {
    static const QStringList syllables{"ba", "ren", "to",  "li", "con", "sta", "ne",  "mor", "vi",
                                       "du", "per", "gan", "si", "tel", "ra",  "ous", "ing", "ed"};
    QStringList words;
    for (int i = 0; i < kWords; ++i) {
        QString word;
        for (int length = 1 + int(random() % 4); length > 0; --length) {
            word += syllables[int(random() % std::size_t(syllables.size()))];
        }
        words.append(word);
    }
    return words;
}

// Zipf: the n-th word is 1/n as frequent as the first.
QString makePage(const QStringList& words, std::mt19937& random, int page) {
    QStringList text;
    std::uniform_real_distribution<double> share(0, std::log(double(kWords)));
    for (int i = 0; i < kWordsPerPage; ++i) {
        text.append(words[std::min(kWords - 1, int(std::exp(share(random))))]);
    }
    if (page % 10 == 0) {
        QString chinese;
        for (int i = 0; i < 300; ++i) {
            chinese += QChar(0x4E00 + int(random() % 3000));
        }
        text.append(chinese + QStringLiteral("合同总金额"));
    }
    if (page % 1000 == 7) {
        text.append(QStringLiteral("deadline"));
    }
    return text.join(u' ');
}

struct Times {
    double median = 0;
    double longest = 0;
    int total = 0;
};

Times measure(app::Library& library, const QString& query) {
    std::vector<double> times;
    Times result;
    for (int run = 0; run < kRuns; ++run) {
        QElapsedTimer timer;
        timer.start();
        const auto hits = library.search({query, {}, 50});
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
        result.total = hits ? hits->total : -1;
    }
    std::sort(times.begin(), times.end());
    result.median = times[times.size() / 2];
    result.longest = times.back();
    return result;
}

void fill(app::Library& library, int pages, const QStringList& words, std::mt19937& random) {
    constexpr int kPagesPerDocument = 100;
    for (int page = 0; page < pages; ++page) {
        app::ResultRecord record;
        record.key = QByteArray::number(page);
        record.model.hash = "model";
        const QByteArray document = "document" + QByteArray::number(page / kPagesPerDocument);
        record.origins = {{document, page % kPagesPerDocument, 200, {}}};
        record.result.task = app::Task::Read;
        record.result.text = makePage(words, random, page);
        library.keep(record);
    }
    library.waitUntilMade();
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    CLI::App options("How fast a library of many pages is searched.");
    int pages = 10'000;
    options.add_option("pages", pages, "how many")->check(CLI::Range(1, 1'000'000));
    CLI11_PARSE(options, argc, argv);
    std::mt19937 random(7);
    const QStringList words = makeWords(random);
    const QTemporaryDir folder;
    QElapsedTimer filling;
    filling.start();
    {
        app::Library library({folder.path(), qint64{1} << 40});
        fill(library, pages, words, random);
    }
    const double seconds = double(filling.elapsed()) / 1000;
    std::printf("%d pages kept in %.1f s (%.2f ms each), %.0f MB\n", pages, seconds,
                1000 * seconds / pages,
                double(QFileInfo(folder.filePath("library.db")).size()) / 1e6);
    app::Library library({folder.path(), qint64{1} << 40});
    bool isFast = true;
    std::printf("%-26s %9s %9s %9s\n", "query", "hits", "median", "longest");
    for (const QString& query :
         {QStringLiteral("deadline"), words[0], words[100], words[2000], words[0] + u' ' + words[3],
          QStringLiteral("eadlin"), QStringLiteral("ren"), QStringLiteral("stane"),
          QStringLiteral("co"), QStringLiteral("总金额"), QStringLiteral("金"),
          QStringLiteral("nowhere")}) {
        const Times times = measure(library, query);
        isFast = isFast && times.median < kLimitMs;
        std::printf("%-26s %9d %6.1f ms %6.1f ms\n", qPrintable(query), times.total, times.median,
                    times.longest);
    }
    std::printf("%s\n", isFast ? "all under 100 ms" : "NOT all under 100 ms");
    return isFast ? 0 : 1;
}

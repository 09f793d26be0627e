// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// answer_quality --data DIR [--model DIR]: how well named fields are looked up and phrases found, a
// row for each set in DIR: a folder with an index.jsonl whose records name an image and, in
// "asked", fields with their values, in "phrases", texts with their boxes (recipe/questions.py), or
// in "fields" a file of fields and values (receipts: total and date are asked for). A value counts
// as exact when its letters, digits, points and commas are the true ones, a phrase as found when
// one of at most two places overlaps its box by half.
#include "app/analysis/engine_analyzer.h"
#include "tests/bench/overlap.h"

#include <QCommandLineParser>
#include <QDir>
#include <QDirIterator>
#include <QGuiApplication>
#include <QImageReader>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>

using namespace app;

namespace {

struct Share {
    int right = 0;
    int all = 0;

    void add(bool isRight) {
        right += isRight ? 1 : 0;
        ++all;
    }

    QString text() const {
        return all == 0 ? QStringLiteral("-")
                        : QStringLiteral("%1 % of %2").arg(100.0 * right / all, 0, 'f', 1).arg(all);
    }
};

struct Score {
    QMap<QString, Share> fields; // by name; of synthetic sets all together
    Share phrases;
};

QTextStream& out() {
    static QTextStream stream(stdout);
    return stream;
}

QString significant(const QString& value) {
    QString kept;
    for (const QChar c : value.toCaseFolded()) {
        if (c.isLetterOrNumber() || c == u'.' || c == u',') {
            kept.append(c);
        }
    }
    return kept;
}

struct Options {
    EngineAnalyzer& analyzer;
    bool verbose;
};

AnalysisResult answer(const Options& options, Task task, const QImage& page, const QString& text) {
    AnalysisRequest request;
    request.task = task;
    request.pages = {page};
    request.text = text;
    const auto result = options.analyzer.run(request, [](const QString&) {}, {});
    return result ? *result : AnalysisResult();
}

void askField(const Options& options, const QImage& page, const QString& name, const QString& value,
              Share& share) {
    const QString got = answer(options, Task::Ask, page, name).text;
    const bool isRight = significant(got) == significant(value);
    share.add(isRight);
    if (options.verbose && !isRight) {
        out() << "  " << name << ": " << value << " | " << got << Qt::endl;
    }
}

void findPhrase(const Options& options, const QImage& page, const QJsonObject& phrase,
                Share& share) {
    const QJsonArray edges = phrase[u"box"].toArray();
    const QRectF box(QPointF(edges[0].toDouble(), edges[1].toDouble()),
                     QPointF(edges[2].toDouble(), edges[3].toDouble()));
    QMap<int, QRectF> places; // of one text, on whatever lines it stands
    for (const Place& place :
         answer(options, Task::Find, page, phrase[u"phrase"].toString()).places) {
        places[place.textOffset] |= place.box;
    }
    const bool isFound =
        places.size() <= 2 && std::any_of(places.begin(), places.end(), [&](const QRectF& place) {
            return overlap(place, box) >= 0.5;
        });
    share.add(isFound);
    if (options.verbose && !isFound) {
        out() << "  " << phrase[u"phrase"].toString() << ": " << places.size() << " places"
              << Qt::endl;
    }
}

void measure(const Options& options, const QDir& set, const QJsonObject& record, Score& score) {
    const QImage page(set.filePath(record[u"image"].toString()));
    if (page.isNull()) {
        out() << "cannot read " << record[u"image"].toString() << Qt::endl;
        return;
    }
    for (const QJsonValue& field : record[u"asked"].toArray()) {
        askField(options, page, field[u"name"].toString(), field[u"value"].toString(),
                 score.fields[QStringLiteral("fields")]);
    }
    for (const QJsonValue& phrase : record[u"phrases"].toArray()) {
        findPhrase(options, page, phrase.toObject(), score.phrases);
    }
    QFile file(set.filePath(record[u"fields"].toString()));
    if (record[u"fields"].isString() && file.open(QIODevice::ReadOnly)) {
        const QJsonObject truth = QJsonDocument::fromJson(file.readAll()).object();
        for (const QString& name : {QStringLiteral("total"), QStringLiteral("date")}) {
            if (const QString value = truth[name].toString(); !value.isEmpty()) {
                askField(options, page, name, value, score.fields[name]);
            }
        }
    }
}

void measureSet(const Options& options, const QFileInfo& index) {
    QFile file(index.filePath());
    if (!file.open(QIODevice::ReadOnly)) {
        return;
    }
    const QDir set = index.dir();
    Score score;
    while (!file.atEnd()) {
        measure(options, set, QJsonDocument::fromJson(file.readLine()).object(), score);
    }
    for (auto field = score.fields.begin(); field != score.fields.end(); ++field) {
        out() << set.dirName() << ": " << field.key() << " exact " << field->text() << Qt::endl;
    }
    if (score.phrases.all > 0) {
        out() << set.dirName() << ": phrases found " << score.phrases.text() << Qt::endl;
    }
}

} // namespace

int main(int argc, char* argv[]) {
    const QGuiApplication application(argc, argv);
    QImageReader::setAllocationLimit(0);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("data"), QStringLiteral("Folder of sets"), QStringLiteral("folder")},
         {QStringLiteral("model"), QStringLiteral("Model folder; default: Nano"),
          QStringLiteral("folder"), QStringLiteral(TESSERA_SOURCE_DIR "/resources/models/nano")},
         {QStringLiteral("verbose"), QStringLiteral("Every wrong answer")}});
    parser.process(application);
    EngineAnalyzer analyzer;
    ModelChoice choice;
    choice.folder = parser.value(QStringLiteral("model"));
    if (const auto model = analyzer.open(choice); !model) {
        out() << model.error().subject << ": " << model.error().detail << Qt::endl;
        return 1;
    }
    const Options options{analyzer, parser.isSet(QStringLiteral("verbose"))};
    QDirIterator files(parser.value(QStringLiteral("data")), {QStringLiteral("index.jsonl")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        measureSet(options, QFileInfo(files.next()));
    }
    return 0;
}

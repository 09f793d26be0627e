// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// read_quality --data DIR: how well pages are read, one table row per set found in DIR. A set is a
// folder with an index.jsonl whose records name an image and its line boxes, an image and its text,
// or a PDF whose text layer is the truth (rendered at 200 dpi), in the order in which its maker
// wrote it, which pdftotext tells. With --model, pages are also read: the error is the share of
// characters to change, spaces, line ends and case left aside. With the lines that were found, they
// are compared in the order of the page (known lines: row by row); given lines are compared each by
// itself, or, where only the text of the page is known, in its order. Sets without line boxes take
// those of tests/data/line_boxes, where there are some.
#include "app/analysis/engine_analyzer.h"
#include "app/documents/document_opener.h"
#include "app/documents/page_picture.h"
#include "app/reading/edit_distance.h"
#include "app/reading/line_finder.h"
#include "tests/app/pdftotext_words.h"
#include "tests/bench/overlap.h"

#include <QCommandLineParser>
#include <QDir>
#include <QDirIterator>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <numeric>

using namespace app;

namespace {

struct TrueLine {
    QRectF box; // pixels of the picture
    QString text;
    bool leans = false; // the line is not upright in its box
};

struct Case {
    QString id;
    QString file;
    int page = 0;
    QVector<TrueLine> lines; // empty when the set has none
    QString text;
};

struct Score {
    int pages = 0;
    int linesTrue = 0;
    int linesFound = 0;
    int linesReported = 0;
    int words = 0;
    int wordsCovered = 0;
    int wordsInOrder = 0;
    int characters = 0; // of pages that were read with found lines
    int errors = 0;
    int givenCharacters = 0; // the same with given lines
    int givenErrors = 0;
    double seconds = 0;
    double worstSeconds = 0;
};

struct Options {
    QString overlays;
    int pagesPerPdf = 4;
    bool verbose = false;
    EngineAnalyzer* analyzer = nullptr; // null: only lines are looked for
};

QTextStream& out() {
    static QTextStream stream(stdout);
    return stream;
}

QVector<TrueLine> readBoxes(const QString& path) {
    QVector<TrueLine> lines;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return lines;
    }
    while (!file.atEnd()) {
        const QString row = QString::fromUtf8(file.readLine()).trimmed();
        const QStringList numbers = row.split(u',').mid(0, 8);
        if (row.count(u',') < 8) {
            continue;
        }
        double x[4];
        double y[4];
        for (int i = 0; i < 4; ++i) {
            x[i] = numbers[2 * i].toDouble();
            y[i] = numbers[2 * i + 1].toDouble();
        }
        const QPointF topLeft(*std::min_element(x, x + 4), *std::min_element(y, y + 4));
        const QPointF bottomRight(*std::max_element(x, x + 4), *std::max_element(y, y + 4));
        const bool leans = !(x[0] == x[3] && y[0] == y[1]) && !(x[0] == x[1] && y[0] == y[3]);
        lines.append({QRectF(topLeft, bottomRight), row.section(u',', 8), leans});
    }
    return lines;
}

// As a person reads a receipt, row by row: files tell lines in the order in which they were marked.
void sortByRows(QVector<TrueLine>& lines) {
    const auto middle = [](const TrueLine& line) {
        return line.box.center().y();
    };
    std::sort(lines.begin(), lines.end(),
              [&](const TrueLine& a, const TrueLine& b) { return middle(a) < middle(b); });
    for (auto row = lines.begin(); row != lines.end();) {
        const auto next = std::find_if(row, lines.end(), [&](const TrueLine& line) {
            return middle(line) > row->box.bottom() || line.box.top() > middle(*row);
        });
        std::sort(row, next,
                  [](const TrueLine& a, const TrueLine& b) { return a.box.left() < b.box.left(); });
        row = next;
    }
}

// Of a set without line boxes: the ones that we keep, drawn on a page of this size.
QVector<TrueLine> keptBoxes(const QDir& set, const QString& id, const QSize& page) {
    QVector<TrueLine> lines =
        readBoxes(QStringLiteral(TESSERA_SOURCE_DIR "/tests/data/line_boxes/%1/%2.txt")
                      .arg(set.dirName(), id));
    const QTransform toPixels = QTransform::fromScale(page.width(), page.height());
    for (TrueLine& line : lines) {
        line.box = toPixels.mapRect(line.box);
    }
    return lines;
}

QVector<Case> casesOf(const QDir& folder, const QJsonObject& record, const Options& options) {
    QVector<Case> cases;
    const QString id = record[u"id"].toString();
    if (record.contains(u"pdf")) {
        const int pages = record[u"pages"].toInt(1);
        const int count = std::min(pages, options.pagesPerPdf);
        for (int i = 0; i < count; ++i) {
            const int page = count < pages ? pages * (2 * i + 1) / (2 * count) : i;
            cases.append({QStringLiteral("%1-%2").arg(id).arg(page + 1),
                          folder.filePath(record[u"pdf"].toString()),
                          page,
                          {},
                          {}});
        }
    } else if (record.contains(u"lines")) {
        QVector<TrueLine> lines = readBoxes(folder.filePath(record[u"lines"].toString()));
        sortByRows(lines);
        cases.append({id, folder.filePath(record[u"image"].toString()), 0, lines, {}});
    } else if (record[u"text"].isString()) {
        QFile text(folder.filePath(record[u"text"].toString()));
        if (text.open(QIODevice::ReadOnly)) {
            cases.append({id,
                          folder.filePath(record[u"image"].toString()),
                          0,
                          {},
                          QString::fromUtf8(text.readAll())});
        }
    }
    return cases;
}

QRectF onPage(const TextLines& found, const QRectF& box, const QSize& page) {
    return QTransform::fromScale(page.width(), page.height()).mapRect(found.onPage(box));
}

// Pairs of true and found lines that overlap by half, best first, each used once.
QVector<bool> matched(const QVector<TrueLine>& truth, const QVector<QRectF>& found) {
    struct Pair {
        double overlap;
        int truth;
        int found;
    };

    std::vector<Pair> pairs;
    for (int i = 0; i < truth.size(); ++i) {
        for (int k = 0; k < found.size(); ++k) {
            if (const double value = overlap(truth[i].box, found[k]); value >= 0.5) {
                pairs.push_back({value, i, k});
            }
        }
    }
    std::sort(pairs.begin(), pairs.end(),
              [](const Pair& a, const Pair& b) { return a.overlap > b.overlap; });
    QVector<bool> isFound(truth.size());
    QVector<bool> isUsed(found.size());
    for (const Pair& pair : pairs) {
        if (!isFound[pair.truth] && !isUsed[pair.found]) {
            isFound[pair.truth] = isUsed[pair.found] = true;
        }
    }
    return isFound;
}

// The words of a page in the order of the file: Poppler's layout takes tables apart.
QVector<TextWord> writtenWords(const Case& task) {
    const QString page = QString::number(task.page + 1);
    const auto words = pdftotextWords({"-raw", "-f", page, "-l", page, task.file});
    if (!words) {
        qFatal("pdftotext (poppler-utils) does not tell the words of %s",
               qUtf8Printable(task.file));
    }
    return *words;
}

// What is put in order on a picture whose lines are known.
QVector<TextWord> linesAsWords(const QVector<TrueLine>& lines, const QSize& page) {
    const QTransform toPage = QTransform::fromScale(1.0 / page.width(), 1.0 / page.height());
    QVector<TextWord> words;
    for (const TrueLine& line : lines) {
        words.append({line.text, toPage.mapRect(line.box)});
    }
    return words;
}

void scoreWords(const QVector<TextWord>& words, const QVector<QRectF>& lines, const QSize& page,
                Score& score) {
    QVector<QVector<std::pair<double, int>>> inLine(lines.size());
    QVector<int> truth;
    for (int i = 0; i < words.size(); ++i) {
        const QPointF centre(words[i].box.center().x() * page.width(),
                             words[i].box.center().y() * page.height());
        const auto line = std::find_if(lines.begin(), lines.end(),
                                       [&](const QRectF& box) { return box.contains(centre); });
        ++score.words;
        if (line != lines.end()) {
            truth.append(i);
            inLine[line - lines.begin()].append({centre.x(), i});
        }
    }
    QVector<int> read;
    for (auto& line : inLine) {
        std::sort(line.begin(), line.end());
        for (const auto& [x, word] : line) {
            read.append(word);
        }
    }
    score.wordsCovered += int(truth.size());
    score.wordsInOrder += int(truth.size()) - app::editDistance(truth, read);
}

// What is compared: characters without spaces and case.
QVector<int> charactersOf(const QString& text) {
    QVector<int> characters;
    for (const uint character : text.normalized(QString::NormalizationForm_KC).toUcs4()) {
        if (!QChar::isSpace(character)) {
            characters.append(int(QChar::toCaseFolded(character)));
        }
    }
    return characters;
}

QString trueText(const Case& task, const QVector<TextWord>& words) {
    QString text = task.text;
    for (const TextWord& word : words) {
        text += word.text;
    }
    return text;
}

// At these places, if there are any; nothing when the model could not read.
PageText readPage(const QImage& page, const QVector<QRectF>& places, const Options& options) {
    AnalysisRequest request;
    request.task = Task::Read;
    request.pages = {page};
    request.lines = places;
    const Result<AnalysisResult> read = options.analyzer->run(request, [](const QString&) {}, {});
    if (!read) {
        out() << "  not read: " << read.error().detail << Qt::endl;
        return {};
    }
    return *read->pageText;
}

int errorsIn(const PageText& read, const QVector<int>& truth) {
    return app::editDistance(truth, charactersOf(read.plainText()));
}

// Each line by itself, wherever the order of the page puts it.
int errorsLineByLine(const PageText& read, const QVector<TextWord>& lines) {
    int errors = 0;
    for (const TextWord& line : lines) {
        PageText here;
        std::copy_if(read.lines.begin(), read.lines.end(), std::back_inserter(here.lines),
                     [&](const ReadLine& each) { return line.box.contains(each.box.center()); });
        errors += errorsIn(here, charactersOf(line.text));
    }
    return errors;
}

int errorsWithGivenLines(const Case& task, const QImage& page, const QVector<int>& truth,
                         const Options& options) {
    const QVector<TextWord> lines = linesAsWords(task.lines, page.size());
    QVector<QRectF> places;
    for (const TextWord& line : lines) {
        places.append(line.box);
    }
    const PageText read = readPage(page, places, options);
    return task.text.isEmpty() ? errorsLineByLine(read, lines) : errorsIn(read, truth);
}

void scoreReading(const Case& task, const QImage& page, const QVector<TextWord>& words,
                  const Options& options, Score& score) {
    const QVector<int> truth = charactersOf(trueText(task, words));
    if (options.analyzer == nullptr || truth.isEmpty()) {
        return;
    }
    const int errors = errorsIn(readPage(page, {}, options), truth);
    score.characters += int(truth.size());
    score.errors += errors;
    const bool leans = std::any_of(task.lines.begin(), task.lines.end(),
                                   [](const TrueLine& line) { return line.leans; });
    if (!task.lines.isEmpty() && !leans) { // an upright box cannot give a leaning line
        const int givenErrors = errorsWithGivenLines(task, page, truth, options);
        score.givenCharacters += int(truth.size());
        score.givenErrors += givenErrors;
        if (options.verbose) {
            out() << "  " << task.id << ": " << givenErrors << " errors with given lines"
                  << Qt::endl;
        }
    }
    if (options.verbose) {
        out() << "  " << task.id << ": " << errors << " errors in " << truth.size() << " characters"
              << Qt::endl;
    }
}

void drawOverlay(const QString& path, const QImage& picture, const TextLines& found,
                 const QVector<TrueLine>& truth, const QVector<bool>& isFound) {
    QImage image = picture.convertToFormat(QImage::Format_RGB32);
    QPainter painter(&image);
    for (int i = 0; i < truth.size(); ++i) {
        painter.setPen(
            QPen(isFound[i] ? QColor(0, 160, 0) : QColor(255, 0, 255), isFound[i] ? 1 : 3));
        painter.drawRect(truth[i].box);
    }
    QPointF before;
    for (int i = 0; i < found.lines.size(); ++i) {
        const TextLine& line = found.lines[i];
        painter.setPen(QPen(QColor::fromHsv(line.block * 67 % 360, 255, 200), 2));
        const QRectF box = onPage(found, line.box, picture.size());
        painter.drawRect(box);
        const QPointF start(box.left(), box.center().y());
        painter.setPen(QPen(QColor(255, 0, 0, 120), 2));
        if (i > 0) {
            painter.drawLine(before, start);
        }
        before = start;
    }
    painter.end();
    image.save(path);
}

void measure(Case task, const QDir& set, const Options& options, Score& score) {
    const auto document = openDocument(task.file);
    const auto picture =
        document.and_then([&](const auto& opened) { return pagePicture(*opened, task.page, {}); });
    if (!picture) {
        out() << "  " << task.id << ": " << picture.error().detail << Qt::endl;
        return;
    }
    if (task.lines.isEmpty()) {
        task.lines = keptBoxes(set, task.id, picture->image.size());
    }
    const std::clock_t start = std::clock(); // processor time: other programs do not count
    const Result<TextLines> found = findLines(picture->image);
    const double seconds = double(std::clock() - start) / CLOCKS_PER_SEC;
    if (!found) {
        out() << "  " << task.id << ": " << found.error().detail << Qt::endl;
        return;
    }
    QVector<QRectF> boxes;
    for (const TextLine& line : found->lines) {
        boxes.append(onPage(*found, framed(line.box), picture->image.size()));
    }
    const QVector<bool> isFound = matched(task.lines, boxes);
    const Score before = score;
    ++score.pages;
    score.seconds += seconds;
    score.worstSeconds = std::max(score.worstSeconds, seconds);
    score.linesTrue += int(task.lines.size());
    score.linesFound += int(isFound.count(true));
    score.linesReported += int(boxes.size());
    const bool isPdf = task.file.endsWith(QLatin1String(".pdf"));
    const QVector<TextWord> words =
        isPdf ? writtenWords(task) : linesAsWords(task.lines, picture->image.size());
    scoreWords(words, boxes, picture->image.size(), score);
    scoreReading(task, picture->image, words, options, score);
    if (options.verbose) {
        out() << "  " << task.id << ": " << boxes.size() << " lines, "
              << score.linesFound - before.linesFound << " of " << task.lines.size()
              << " true, words " << score.words - before.words << " covered "
              << score.wordsCovered - before.wordsCovered << " in order "
              << score.wordsInOrder - before.wordsInOrder << ", " << qRound(1000 * seconds) << " ms"
              << Qt::endl;
    }
    for (int i = 0; i < isFound.size() && options.verbose; ++i) {
        if (!isFound[i]) {
            double best = 0;
            QRectF which;
            for (const QRectF& box : boxes) {
                if (const double value = overlap(box, task.lines[i].box); value > best) {
                    best = value;
                    which = box;
                }
            }
            const QRect a = task.lines[i].box.toRect();
            const QRect b = which.toRect();
            out() << "    missed " << task.lines[i].text << ": " << best << " true " << a.x() << ' '
                  << a.y() << ' ' << a.width() << 'x' << a.height() << " found " << b.x() << ' '
                  << b.y() << ' ' << b.width() << 'x' << b.height() << Qt::endl;
        }
    }
    if (!options.overlays.isEmpty()) {
        drawOverlay(QDir(options.overlays).filePath(task.id + QStringLiteral(".png")),
                    picture->image, *found, task.lines, isFound);
    }
}

QString share(int part, int whole) {
    return whole > 0 ? QStringLiteral("%1 %").arg(100.0 * part / whole, 0, 'f', 1)
                     : QStringLiteral("–");
}

void measureSet(const QString& name, const QDir& folder, const Options& options) {
    QFile index(folder.filePath(QStringLiteral("index.jsonl")));
    if (!index.open(QIODevice::ReadOnly)) {
        return;
    }
    Score score;
    while (!index.atEnd()) {
        const QJsonObject record = QJsonDocument::fromJson(index.readLine()).object();
        for (const Case& task : casesOf(folder, record, options)) {
            measure(task, folder, options, score);
        }
    }
    if (score.pages == 0) {
        return;
    }
    out() << "| " << name << " | " << score.pages << " | "
          << share(score.linesFound, score.linesTrue) << " | " << score.linesReported << " | "
          << share(score.wordsCovered, score.words) << " | "
          << share(score.wordsInOrder, score.wordsCovered) << " | "
          << share(score.errors, score.characters) << " | "
          << share(score.givenErrors, score.givenCharacters) << " | "
          << qRound(1000 * score.seconds / score.pages) << " / "
          << qRound(1000 * score.worstSeconds) << " |" << Qt::endl;
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("data"), QStringLiteral("Folder of sets."), QStringLiteral("DIR")},
         {QStringLiteral("only"), QStringLiteral("Sets whose name contains TEXT."),
          QStringLiteral("TEXT")},
         {QStringLiteral("overlays"), QStringLiteral("Write pictures with boxes."),
          QStringLiteral("DIR")},
         {QStringLiteral("pages"), QStringLiteral("Pages of each PDF."), QStringLiteral("N"),
          QStringLiteral("4")},
         {QStringLiteral("model"), QStringLiteral("Folder of the model that reads."),
          QStringLiteral("DIR")},
         {QStringLiteral("weights"), QStringLiteral("Its weights: bf16, 8-bit or 4-bit."),
          QStringLiteral("BITS")},
         {QStringLiteral("verbose"), QStringLiteral("One line a page.")}});
    parser.process(application);
    Options options{parser.value(QStringLiteral("overlays")),
                    parser.value(QStringLiteral("pages")).toInt(),
                    parser.isSet(QStringLiteral("verbose")), nullptr};
    EngineAnalyzer analyzer;
    if (parser.isSet(QStringLiteral("model"))) {
        ModelChoice choice;
        choice.folder = parser.value(QStringLiteral("model"));
        choice.weights =
            weightBitsNamed(parser.value(QStringLiteral("weights"))).value_or(WeightBits::Stored);
        if (const auto model = analyzer.open(choice); !model) {
            out() << choice.folder << ": " << model.error().detail << Qt::endl;
            return 1;
        }
        options.analyzer = &analyzer;
    }
    const QDir root(parser.value(QStringLiteral("data")));
    out() << "| set | pages | lines found | lines reported | words covered | in order | error, "
             "found lines | error, given lines | ms mean / worst |\n"
          << "| --- | --- | --- | --- | --- | --- | --- | --- | --- |" << Qt::endl;
    QStringList indexes;
    for (QDirIterator it(root.path(), {QStringLiteral("index.jsonl")}, QDir::Files,
                         QDirIterator::Subdirectories);
         it.hasNext();) {
        indexes.append(root.relativeFilePath(it.next()));
    }
    indexes.sort();
    for (const QString& path : indexes) {
        const QString name = path.section(u'/', 0, -2);
        if (name.contains(parser.value(QStringLiteral("only")))) {
            measureSet(name, QDir(root.filePath(name)), options);
        }
    }
    return 0;
}

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The values that travel between window, queue and engine thread: what is asked of a model and what
// comes back. Plain data, copied across threads. Boxes are page coordinates 0…1.
#pragma once

#include "app/models/weight_bits.h"
#include "app/reading/page_text.h"

#include <QByteArray>
#include <QDateTime>
#include <QImage>
#include <QRectF>
#include <QSize>
#include <QString>
#include <QStringList>
#include <QVector>

#include <functional>
#include <optional>

namespace app {

enum class Task {
    Read,          // the text of the page
    Ask,           // a free question
    AskWithPlaces, // the same, with boxes in the answer
    Find,          // where on the page a phrase (or thing) is
};

enum class ReadingMode { WholePage, PackedRows };

// How rows are packed for a model in that mode (tessera.json "reading"; nano/README.md).
struct PackedRowsRules {
    int rowHeight = 28;
    int rowsPerTile = 13;
    int maxTiles = 3;
    int tileEdge = 384;
    double inkHeight = 20.4;
    double maxScaleRatio = 1.35;
    double maxWidth = 370;
    int left = 4;
    double minGap = 4.5;
    // By how many pixels a column is moved for a second look, so that letters lie otherwise on the
    // patches; 0: one look is enough.
    int secondLook = 0;

    // Of rows that are hard to read, two more looks: half as far, and as much further.
    int nearLook() const { return secondLook / 2; }

    int farLook() const { return secondLook + secondLook / 2; }
};

// What a model folder says about itself (tessera.json, else the defaults for its model_type).
struct ModelCard {
    QString name;
    QString version;
    QString license;
    QString folder;
    QVector<Task> tasks;
    QString readPrompt;   // "Read line {row}."; of whole pages without a number
    QString findPrompt;   // "<|ref|>{phrase}<|/ref|>": control tags here are the program's own
    QString lookUpPrompt; // "What is the {field}?"; empty: any question is passed on as it is
    ReadingMode readingMode = ReadingMode::WholePage;
    PackedRowsRules packedRows;
    int maxNewTokens = 512;
};

struct TilePlacement {
    QSize image;   // the picture as given
    QSize canvas;  // what it is fitted into
    QSize grid;    // tiles across and down
    QRectF local;  // the picture inside the canvas, canvas pixels
    QRectF global; // the picture inside the overview, tile pixels
    int tokens = 0;
    bool tiled = true;
};

struct TilePlan {
    QVector<TilePlacement> images;
    int tileEdge = 384;
    int patchSize = 14;
    int visualTokens = 0;
};

// Engine::plan of the loaded model as a value that the GUI thread may call at any time.
using TilePlanner = std::function<TilePlan(const QVector<QSize>& images)>;

// The very pictures that the vision tower gets of this one in the company of others: the overview,
// then the tiles row by row. Any thread.
using TileCutter =
    std::function<QVector<QImage>(const QImage& picture, const QVector<QSize>& company)>;

struct AnalysisRequest;

// Tokens of the whole prompt, with so many for each picture (those in the request are not looked
// at); nothing when it cannot be asked like this. Any thread.
using PromptCounter =
    std::function<std::optional<int>(const AnalysisRequest& request, const QVector<int>& visual)>;

struct ModelChoice {
    QString folder;
    QString device = QStringLiteral("cpu"); // "cpu", "cuda", "cuda:1"
    int threads = 0;
    bool eighteenTiles = false;
    WeightBits weights = WeightBits::Stored;
    bool mustFit = false; // refuse a model that the free memory does not hold
};

struct ModelDescription {
    ModelCard card;
    ModelChoice choice; // as it was opened
    QString variant;    // "DeepSeek-VL2-Small", …
    QString device;     // "CPU, 2 threads (AVX3_ZEN4)"
    qint64 parameters = 0;
    qint64 bytes = 0;      // of the weights
    int contextTokens = 0; // 4096
    TilePlanner planner;
    TileCutter cutter;
    PromptCounter counter;
};

struct ConversationTurn {
    QString question;
    QString answer;
    QVector<qint32> answerTokens; // as generated, so that the cache is found again
    Task task = Task::Ask;
};

// Where a picture comes from, so that what a model made of it can be kept and found again.
struct PageOrigin {
    QByteArray document; // Document::contentHash
    int page = 0;
    double dpi = 0; // asked for
    QRectF region;  // of the page, 0…1; null: all of it

    bool operator==(const PageOrigin&) const = default;
};

enum class Reuse {
    Allowed,   // what was computed before for the same request is taken
    Recompute, // it is computed again
};

struct AnalysisRequest {
    quint64 id = 0;
    Task task = Task::Ask;
    QVector<QImage> pages; // as rendered, or a picture's own pixels; first the page in question
    QString text;          // question or phrase; empty for Read
    QVector<QRectF> lines; // text lines of the first page where they are known; else they are found
    QVector<ConversationTurn> history; // earlier turns about the same pages
    int maxNewTokens = 0;              // 0: the model card's
    double temperature = 0;
    QVector<PageOrigin> origins; // of the pages, in their order; none: not known
    Reuse reuse = Reuse::Allowed;
};

// In order of weight: an answer of several parts ends as its worst part did.
enum class AnswerEnd { Complete, TokenLimit, ContextFull, Loop, Cancelled };

struct Place {
    QString label;
    QRectF box;          // on page `page` of the request
    int page = 0;        // index into AnalysisRequest::pages
    int textOffset = -1; // where the label stands in AnalysisResult::text, −1: nowhere
};

struct StageTimes {    // seconds
    double layout = 0; // line finding and packing
    double vision = 0;
    double prefill = 0;
    double decode = 0;

    StageTimes& operator+=(const StageTimes& more) {
        layout += more.layout;
        vision += more.vision;
        prefill += more.prefill;
        decode += more.decode;
        return *this;
    }
};

struct AnalysisResult {
    quint64 id = 0;
    Task task = Task::Ask;
    QString text; // answer without tags; for Read the plain text
    QVector<qint32> tokens;
    QVector<Place> places;
    int droppedPlaces = 0;            // malformed boxes in the answer
    std::optional<PageText> pageText; // Task::Read
    AnswerEnd end = AnswerEnd::Complete;
    int promptTokens = 0;
    int visualTokens = 0;
    int answerTokens = 0;
    StageTimes times;
    QDateTime keptSince; // valid: from the library, where it has been since then
};

} // namespace app

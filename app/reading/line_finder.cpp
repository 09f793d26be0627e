// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/line_finder.h"

#include "app/reading/ink_grouping.h"
#include "app/reading/ink_level.h"
#include "app/reading/page_orientation.h"
#include "app/reading/reading_order.h"
#include "app/reading/standing_text.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

namespace app {

namespace {

// A page that is smaller holds no letter, and the steps below need some pixels each way.
constexpr int kLeastSide = 8;

constexpr int kLayoutPixels = 4'500'000; // larger pages are halved (or more) to find the lines
constexpr int kSmallLetter = 14;         // pixels: would run into each other when smoothed
constexpr double kFrameAcross = 0.2;     // margins of a frame, in heights of its line
constexpr double kFrameDown = 0.125;
constexpr int kLookPixels = 1'200'000;  // for the size of the letters and the skew
constexpr double kLeastSkew = 0.1;      // degrees; less is left alone
constexpr int kLeastHeight = 4;         // pixels of a line
constexpr int kPaperShrink = 4;         // the paper's colour is looked for at a quarter of the size
constexpr double kInkLevel = 0.58;      // ink is darker than this share of the way up to paper
constexpr double kShadow = 0.35;        // of the usual contrast of text
constexpr double kPictureShare = 0.15;  // around a line, above which it is part of a picture
constexpr int kLeastContrast = 14;      // of ink after smoothing
constexpr int kTallestLetter = 6;       // of typical ones: a thin stem of a title is no rule
constexpr double kMostInkBeside = 0.45; // a rule; with more, it lies within bold letters
constexpr int kHeightsPerThinEnd = 12;  // of a line, in what smoothing takes from its ends
constexpr double kUpsideDown = 1.5;     // ink below the band of small letters, for each above it
constexpr double kFaint = 0.1;          // next to the band's fullest row, no more than dirt
constexpr int kRuleLevel = 205;         // hairlines are fainter than letters; paper is at 255

cv::Mat greyOf(const QImage& image) {
    const QImage rgb = image.convertToFormat(image.isGrayscale() ? QImage::Format_Grayscale8
                                                                 : QImage::Format_RGB888);
    const bool isGrey = rgb.format() == QImage::Format_Grayscale8;
    const cv::Mat view(rgb.height(), rgb.width(), isGrey ? CV_8UC1 : CV_8UC3,
                       const_cast<uchar*>(rgb.constBits()), size_t(rgb.bytesPerLine()));
    cv::Mat grey;
    if (isGrey) {
        grey = view.clone();
    } else {
        cv::cvtColor(view, grey, cv::COLOR_RGB2GRAY);
    }
    return grey;
}

QImage viewOf(const cv::Mat& grey) {
    return {grey.data, grey.cols, grey.rows, qsizetype(grey.step), QImage::Format_Grayscale8};
}

// Divides by the local paper colour: the brightest value around, smoothed.
cv::Mat whitened(const cv::Mat& grey) {
    const cv::Size small(std::max(1, grey.cols / kPaperShrink),
                         std::max(1, grey.rows / kPaperShrink));
    cv::Mat paper;
    cv::resize(grey, paper, small, 0, 0, cv::INTER_AREA);
    cv::dilate(paper, paper, cv::Mat::ones(9, 9, CV_8U));
    cv::GaussianBlur(paper, paper, cv::Size(), 6);
    cv::max(paper, 30, paper);
    cv::resize(paper, paper, grey.size(), 0, 0, cv::INTER_LINEAR);
    cv::Mat white;
    cv::divide(grey, paper, white, 255);
    return white;
}

struct Paper {
    int level = 255; // its commonest value
    int grain = 0;   // how far below the level its values still are common
};

Paper paperOf(const cv::Mat& smooth) {
    std::array<int, 256> counts{};
    for (int y = 0; y < smooth.rows; y += 2) {
        const uchar* row = smooth.ptr(y);
        for (int x = 0; x < smooth.cols; x += 2) {
            ++counts[row[x]];
        }
    }
    const auto mode = std::max_element(counts.begin() + 128, counts.end());
    auto lower = mode;
    while (lower > counts.begin() && *lower > *mode / 4) {
        --lower;
    }
    return {int(mode - counts.begin()), int(mode - lower)};
}

// 255 where there is ink: darker than half-way between paper and the darkest value around, so that
// faint print counts where there is nothing stronger. Smoothed before, or the letters of needle
// printers fall apart.
cv::Mat inkOf(const cv::Mat& white, double smoothing) {
    cv::Mat smooth;
    cv::GaussianBlur(white, smooth, cv::Size(), smoothing);
    const Paper paper = paperOf(smooth);
    cv::Mat threshold; // at half the size: it varies slowly
    cv::resize(smooth, threshold, cv::Size(), 0.5, 0.5, cv::INTER_AREA);
    cv::erode(threshold, threshold, cv::Mat::ones(13, 13, CV_8U));
    cv::addWeighted(threshold, 1 - kInkLevel, threshold, 0, kInkLevel * paper.level, threshold);
    cv::min(threshold, paper.level - std::max(kLeastContrast, 3 * paper.grain), threshold);
    cv::resize(threshold, threshold, white.size(), 0, 0, cv::INTER_NEAREST);
    return smooth < threshold;
}

constexpr double kSmoothing = 1.0 / 16; // standard deviation, in letter heights
constexpr double kLeastSmoothing = 0.7; // pixels
constexpr double kMostSmoothing = 2.5;

double smoothingFor(int letter) {
    return std::clamp(letter * kSmoothing, kLeastSmoothing, kMostSmoothing);
}

struct Patches {
    cv::Mat labels;                // CV_32S
    std::vector<InkPatch> patches; // patch i has label i + 1
};

Patches patchesOf(const cv::Mat& ink) {
    Patches result;
    cv::Mat stats;
    cv::Mat centres;
    const int count =
        cv::connectedComponentsWithStats(ink, result.labels, stats, centres, 8, CV_32S);
    for (int i = 1; i < count; ++i) {
        const int* s = stats.ptr<int>(i);
        result.patches.push_back({QRect(s[cv::CC_STAT_LEFT], s[cv::CC_STAT_TOP],
                                        s[cv::CC_STAT_WIDTH], s[cv::CC_STAT_HEIGHT]),
                                  s[cv::CC_STAT_AREA]});
    }
    return result;
}

cv::Rect toRect(const QRect& box) {
    return {box.x(), box.y(), box.width(), box.height()};
}

bool isSpeck(const InkPatch& patch, int letter) {
    return std::max(patch.box.width(), patch.box.height()) < std::max(2, letter / 8);
}

bool isRule(const InkPatch& patch, int letter) {
    const int width = patch.box.width();
    const int height = patch.box.height();
    return (width > 1.6 * letter && height < 0.25 * letter) ||
           (height > 3 * letter && width < 0.4 * letter);
}

// A long straight stroke, also where letters touch it.
struct Stroke {
    QRect box;
    cv::Mat ink; // 255 where it is in its box
};

// How much ink there is on one side of a stroke, whichever has more: the share of a strip beyond
// the ragged edge.
double inkBeside(const QRect& stroke, const cv::Mat& ink, int letter) {
    const int edge = letter / 8 + 1;
    const int strip = std::max(2, letter / 6);
    const bool isLevel = stroke.width() > stroke.height();
    const QPoint across = isLevel ? QPoint(0, 1) : QPoint(1, 0);
    const QSize size = isLevel ? QSize(stroke.width(), strip) : QSize(strip, stroke.height());
    double most = 0;
    for (const QPoint& corner : {stroke.topLeft() - (edge + strip) * across,
                                 isLevel ? stroke.bottomLeft() + (edge + 1) * across
                                         : stroke.topRight() + (edge + 1) * across}) {
        const QRect beside = QRect(corner, size) & QRect(0, 0, ink.cols, ink.rows);
        const double count = beside.isEmpty() ? 0 : cv::countNonZero(ink(toRect(beside)));
        most = std::max(most, count / (size.width() * size.height()));
    }
    return most;
}

std::vector<Stroke> strokesOf(const cv::Mat& ink, int letter) {
    std::vector<Stroke> strokes;
    for (const cv::Size& least : {cv::Size(4 * letter, 1), cv::Size(1, 3 * letter)}) {
        cv::Mat straight;
        cv::morphologyEx(ink, straight, cv::MORPH_OPEN, cv::Mat::ones(least, CV_8U));
        if (cv::countNonZero(straight) == 0) {
            continue;
        }
        const Patches found = patchesOf(straight);
        for (int i = 0; i < int(found.patches.size()); ++i) {
            const auto& [box, area] = found.patches[i];
            if (area < 0.35 * letter * std::max(box.width(), box.height()) &&
                inkBeside(box, ink, letter) < kMostInkBeside) {
                strokes.push_back({box, found.labels(toRect(box)) == i + 1});
            }
        }
    }
    return strokes;
}

// 255 on strokes, and on a margin of this size.
cv::Mat maskOf(const std::vector<Stroke>& strokes, const cv::Size& size, const cv::Size& margin) {
    cv::Mat mask = cv::Mat::zeros(size, CV_8U);
    for (const Stroke& stroke : strokes) {
        mask(toRect(stroke.box)).setTo(255, stroke.ink);
    }
    cv::dilate(mask, mask, cv::Mat::ones(margin, CV_8U));
    return mask;
}

// The rim of the paper in a scan.
bool isAtEdge(const InkPatch& patch, const QRect& page, int letter) {
    const bool touches = !page.adjusted(1, 1, -1, -1).contains(patch.box);
    const int narrower = std::min(patch.box.width(), patch.box.height());
    const bool isBlock = fill(patch) > 0.7;
    return touches && (5 * narrower < 2 * letter || 2 * patch.box.height() > 3 * letter || isBlock);
}

// Pictures, logos, signatures, and what somebody drew around a figure.
bool isLarge(const InkPatch& patch, int letter) {
    const int width = patch.box.width();
    const int height = patch.box.height();
    return height > 6 * letter || (width > 12 * letter && height > 2.5 * letter) ||
           (std::min(width, height) > 3 * letter && fill(patch) < kOutlineFill);
}

// Punch holes, the scanner's lid beside the paper.
bool isSolid(const InkPatch& patch, int letter) {
    return std::min(patch.box.width(), patch.box.height()) > 1.8 * letter && fill(patch) > 0.7;
}

struct Layout {
    std::vector<InkPatch> letters; // what may be some
    cv::Mat surfaces;              // 255 on pictures, black areas and the like
};

Layout layoutOf(const Patches& all, const cv::Mat& rules) {
    const int letter = std::max(4, typicalHeight(all.patches));
    const auto isShred = [&](const InkPatch& patch) { // of a rule
        const QRect around = patch.box.adjusted(-2, -2, 2, 2) & QRect(0, 0, rules.cols, rules.rows);
        return 3 * patch.box.height() < letter && cv::countNonZero(rules(toRect(around))) > 0;
    };
    const QRect page(0, 0, all.labels.cols, all.labels.rows);
    Layout layout{{}, cv::Mat::zeros(all.labels.size(), CV_8U)};
    for (int i = 0; i < int(all.patches.size()); ++i) {
        const InkPatch& patch = all.patches[i];
        if (isLarge(patch, letter) || isSolid(patch, letter)) {
            if (fill(patch) < kOutlineFill) {
                continue;
            }
            cv::Mat region = layout.surfaces(toRect(patch.box));
            region.setTo(255, all.labels(toRect(patch.box)) == i + 1);
        } else if (!isSpeck(patch, letter) && !isRule(patch, letter) &&
                   !isAtEdge(patch, page, letter) && !isShred(patch)) {
            layout.letters.push_back(patch);
        }
    }
    return layout;
}

// Returns how the turned pixels lie on the page before.
QTransform turnClockwise(cv::Mat& grey) {
    const int height = grey.rows;
    cv::rotate(grey, grey, cv::ROTATE_90_CLOCKWISE);
    return QTransform(0, -1, 1, 0, 0, height);
}

// grey → turned by −degrees about its centre, on white paper.
QTransform turnBack(cv::Mat& grey, double degrees) {
    const cv::Mat turn =
        cv::getRotationMatrix2D(cv::Point2d(grey.cols / 2.0, grey.rows / 2.0), degrees, 1);
    cv::warpAffine(grey, grey, turn, grey.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT,
                   cv::Scalar(255));
    const double* m = turn.ptr<double>();
    return QTransform(m[0], m[3], m[1], m[4], m[2], m[5]).inverted();
}

// The ink of a line, tightly, by the rule that the row packer's models were trained with; null when
// there is none.
QRect tightBox(const cv::Mat& white, const QRect& around) {
    const QRect box = around & QRect(0, 0, white.cols, white.rows);
    if (box.height() < 4 || box.width() < 2) {
        return {};
    }
    const cv::Mat ink = white(toRect(box)) < (inkLevel(viewOf(white), box) + 255) / 2;
    cv::Mat rows;
    cv::Mat columns;
    cv::reduce(ink, rows, 1, cv::REDUCE_SUM, CV_32S);
    cv::reduce(ink, columns, 0, cv::REDUCE_MAX);
    const double least = 255 * std::max(1.0, 0.004 * ink.cols);
    std::vector<cv::Point> y;
    std::vector<cv::Point> x;
    cv::findNonZero(rows >= least, y);
    cv::findNonZero(columns, x);
    if (y.empty() || x.empty()) {
        return {};
    }
    return QRect(QPoint(x.front().x, y.front().y), QPoint(x.back().x, y.back().y))
        .translated(box.topLeft());
}

// Stains, shadows and print that shines through are much fainter than the text of the page.
void dropShadows(const cv::Mat& white, std::vector<QRect>& boxes) {
    std::vector<std::pair<int, int>> contrasts; // and widths
    for (const QRect& box : boxes) {
        contrasts.emplace_back(255 - inkLevel(viewOf(white), box), box.width());
    }
    const int usual = weightedMedian(contrasts);
    size_t i = 0;
    std::erase_if(boxes, [&](const QRect&) { return contrasts[i++].first < kShadow * usual; });
}

bool isInPicture(const cv::Mat& surfaces, const QRect& line) {
    const int margin = line.height() / 2;
    const QRect around =
        line.adjusted(-margin, -margin, margin, margin) & QRect(0, 0, surfaces.cols, surfaces.rows);
    return cv::countNonZero(surfaces(toRect(around))) >
           kPictureShare * around.width() * around.height();
}

QRect scaled(const QRect& box, double factor) {
    return QRectF(QPointF(box.topLeft()) * factor, QSizeF(box.size()) * factor).toAlignedRect();
}

int medianHeight(std::vector<int> heights) {
    const auto middle = heights.begin() + qptrdiff(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    return *middle;
}

// An initial says nothing of the size of its block.
void measureBlocks(QVector<TextLine>& lines) {
    std::map<int, std::vector<int>> heights;
    for (const TextLine& line : lines) {
        if (line.box.width() > line.box.height()) {
            heights[line.block].push_back(line.box.height());
        }
    }
    for (TextLine& line : lines) {
        const std::vector<int>& ofBlock = heights[line.block];
        line.blockInkHeight = ofBlock.empty() ? line.box.height() : medianHeight(ofBlock);
    }
}

// The picture, halved (or more) until it has at most so many pixels.
cv::Mat shrunk(const cv::Mat& picture, int pixels, int& factor) {
    factor = std::max(1, int(std::ceil(std::sqrt(double(picture.total()) / pixels))));
    if (factor == 1) {
        return picture;
    }
    cv::Mat small;
    const cv::Size size(std::max(1, picture.cols / factor), std::max(1, picture.rows / factor));
    cv::resize(picture, small, size, 0, 0, cv::INTER_AREA);
    return small;
}

// A first look at a small copy of the page.
struct Look {
    int letter = 0;  // typical height, pixels of the page; 0: there is nothing on it
    int turns = 0;   // quarter turns clockwise that bring the page upright
    double skew = 0; // degrees that are left then
};

Look lookAt(const cv::Mat& white) {
    int factor = 1;
    const cv::Mat small = shrunk(white, kLookPixels, factor);
    double smoothing = kLeastSmoothing;
    std::vector<InkPatch> patches = patchesOf(inkOf(small, smoothing)).patches;
    for (int i = 0; i < 3; ++i) {
        const double wanted = smoothingFor(typicalHeight(patches));
        if (wanted < 1.25 * smoothing) {
            break;
        }
        smoothing = wanted;
        patches = patchesOf(inkOf(small, smoothing)).patches;
    }
    const int letter = typicalHeight(patches);
    std::erase_if(patches, [&](const InkPatch& patch) {
        return isSpeck(patch, letter) || isLarge(patch, letter) || isRule(patch, letter);
    });
    const int turns = turnsToUpright(patches);
    return {factor * letter, turns, skewOf(turned(std::move(patches), turns))};
}

Layout layoutOf(const cv::Mat& white, int letter) {
    cv::Mat ink = inkOf(white, smoothingFor(letter));
    const cv::Mat rules = maskOf(strokesOf(ink, letter), ink.size(), cv::Size(3, 3));
    ink.setTo(0, rules);
    return layoutOf(patchesOf(ink), rules);
}

struct Found {
    std::vector<QRect> lines;
    std::vector<QRect> rules;
    std::vector<QRect> standing = {}; // lines on their side
};

// Rules that stand between the columns of a table become paper: a line across narrow columns would
// else be full of strokes that look like letters. What letters might be is left alone.
void eraseStanding(cv::Mat& white, std::vector<Stroke> rules, const cv::Size& size, int letter) {
    std::erase_if(rules,
                  [&](const Stroke& rule) { return rule.box.height() <= kTallestLetter * letter; });
    if (rules.empty()) {
        return;
    }
    cv::Mat standing = maskOf(rules, size, cv::Size(3, 1));
    cv::resize(standing, standing, white.size(), 0, 0, cv::INTER_NEAREST);
    white.setTo(255, standing);
}

// A copy of the page, of usual size for its layout to be found.
struct LayoutCopy {
    cv::Mat picture;
    double pixel = 1; // pixels of the page for one of the copy
};

LayoutCopy layoutCopyOf(const cv::Mat& white, int letter) {
    LayoutCopy copy;
    if (letter < kSmallLetter && white.total() < kLayoutPixels / 2) {
        cv::resize(white, copy.picture, cv::Size(), 2, 2, cv::INTER_CUBIC);
        copy.pixel = 0.5;
        return copy;
    }
    int factor = 1;
    copy.picture = shrunk(white, kLayoutPixels, factor);
    copy.pixel = factor;
    return copy;
}

Found findBoxes(cv::Mat& white, int letter) {
    const auto [picture, pixel] = layoutCopyOf(white, letter);
    const int letterOfCopy = std::max(1, int(letter / pixel));
    Layout layout = layoutOf(picture, letterOfCopy);
    const std::vector<Stroke> rules = strokesOf(picture < kRuleLevel, letterOfCopy);
    Found found;
    for (const Stroke& rule : rules) {
        found.rules.push_back(scaled(rule.box, pixel));
    }
    eraseStanding(white, rules, picture.size(), letterOfCopy);
    for (const QRect& box : takeStandingLines(layout.letters)) {
        if (!isInPicture(layout.surfaces, box)) {
            found.standing.push_back(scaled(box, pixel));
        }
    }
    for (const QRect& box : groupIntoLines(layout.letters)) {
        const QRect rough = scaled(box, pixel);
        const int thinEnd = rough.height() / kHeightsPerThinEnd;
        const QRect around = rough.adjusted(-thinEnd, 0, thinEnd, 0);
        const QRect tight = isInPicture(layout.surfaces, box) ? QRect() : tightBox(white, around);
        if (tight.height() >= kLeastHeight) {
            found.lines.push_back(tight);
        }
    }
    dropShadows(white, found.lines);
    return found;
}

void takeLines(TextLines& result, const Found& found) {
    for (const OrderedLine& line : readingOrder(found.lines, found.rules)) {
        result.lines.append({found.lines[line.index], line.block, 0});
    }
    measureBlocks(result.lines);
}

// Small letters make a band that is full of ink; more of them rise above it than hang below.
// Nothing tells of capitals and figures.
bool isUpsideDown(const cv::Mat& line) {
    cv::Mat rows;
    cv::reduce(255 - line, rows, 1, cv::REDUCE_SUM, CV_64F);
    double peak = 0;
    cv::minMaxLoc(rows, nullptr, &peak);
    std::vector<cv::Point> band;
    cv::findNonZero(rows >= peak / 2, band);
    const int edge = 1 + rows.rows / 24; // the band's own
    const int end = std::min(rows.rows, band.back().y + 1 + edge);
    const double above = cv::sum(rows.rowRange(0, std::max(0, band.front().y - edge)))[0];
    const double below = cv::sum(rows.rowRange(end, rows.rows))[0];
    return below > kUpsideDown * std::max(above, kFaint * peak);
}

// A line that stands on its side, upright below the page. Most run upwards.
void takeStanding(TextLines& result, cv::Mat& white, const QRect& line) {
    const int margin = line.width() / kHeightsPerThinEnd + 1;
    const QRect from =
        line.adjusted(-margin, -margin, margin, margin) & QRect(0, 0, white.cols, white.rows);
    cv::Mat strip = white(toRect(from)).clone();
    QTransform toGrey = QTransform::fromTranslate(from.left(), from.top());
    toGrey = turnClockwise(strip) * toGrey;
    for (int turns = isUpsideDown(strip) ? 2 : 0; turns > 0; --turns) {
        toGrey = turnClockwise(strip) * toGrey;
    }
    const QRect at(0, white.rows + strip.rows, strip.cols, strip.rows);
    cv::Mat both(at.bottom() + strip.rows, std::max(white.cols, strip.cols), CV_8U,
                 cv::Scalar(255));
    white.copyTo(both(cv::Rect(0, 0, white.cols, white.rows)));
    strip.copyTo(both(toRect(at)));
    const QRect tight = tightBox(both, at);
    if (tight.height() < kLeastHeight) {
        return;
    }
    const int block = result.lines.isEmpty() ? 0 : result.lines.last().block + 1;
    result.strips.append({at, QTransform::fromTranslate(-at.left(), -at.top()) * toGrey});
    result.lines.append({tight, block, tight.height()});
    white = both;
}

TextLines find(const QImage& page) {
    cv::Mat white = whitened(greyOf(page));
    TextLines result;
    result.toPage = QTransform::fromScale(1.0 / white.cols, 1.0 / white.rows);
    const Look look = lookAt(white);
    for (int i = 0; i < look.turns; ++i) {
        result.toPage = turnClockwise(white) * result.toPage;
    }
    if (std::abs(look.skew) > kLeastSkew) {
        result.toPage = turnBack(white, look.skew) * result.toPage;
    }
    if (look.letter > 0) {
        const Found found = findBoxes(white, look.letter);
        takeLines(result, found);
        for (const QRect& line : found.standing) {
            takeStanding(result, white, line);
        }
    }
    result.grey = viewOf(white).copy();
    return result;
}

TextLines tighten(const QImage& page, const QVector<QRectF>& places) {
    const cv::Mat white = whitened(greyOf(page));
    const QTransform toPixels = QTransform::fromScale(white.cols, white.rows);
    Found given;
    for (const QRectF& place : places) {
        const QRect box = tightBox(white, toPixels.mapRect(place).toAlignedRect());
        if (box.height() >= kLeastHeight) {
            given.lines.push_back(box);
        }
    }
    TextLines result;
    result.toPage = toPixels.inverted();
    takeLines(result, given);
    result.grey = viewOf(white).copy();
    return result;
}

template <typename Work>
Result<TextLines> guarded(const QImage& page, Work work) {
    if (page.isNull()) {
        return failure(FailureCode::BadArguments, {},
                       QStringLiteral("There is no picture to read."));
    }
    if (std::min(page.width(), page.height()) < kLeastSide) {
        return TextLines{page.convertToFormat(QImage::Format_Grayscale8),
                         QTransform::fromScale(1.0 / page.width(), 1.0 / page.height()),
                         {}};
    }
    try {
        return work();
    } catch (const cv::Exception& error) {
        const bool isMemory = error.code == cv::Error::StsNoMem;
        return failure(isMemory ? FailureCode::OutOfMemory : FailureCode::Internal, {},
                       QStringLiteral("Finding the text lines failed: %1")
                           .arg(QString::fromStdString(error.err)));
    }
}

} // namespace

Result<TextLines> findLines(const QImage& page) {
    return guarded(page, [&] { return find(page); });
}

Result<TextLines> linesAt(const QImage& page, const QVector<QRectF>& places) {
    return guarded(page, [&] { return tighten(page, places); });
}

QRectF TextLines::onPage(const QRectF& pixels) const {
    for (const TurnedStrip& strip : strips) {
        if (QRectF(strip.at).contains(pixels.center())) {
            return toPage.mapRect(strip.toGrey.mapRect(pixels));
        }
    }
    return toPage.mapRect(pixels);
}

QRectF framed(const QRect& box) {
    const double across = box.height() * kFrameAcross;
    const double down = box.height() * kFrameDown;
    return QRectF(box).adjusted(-across, -down, across, down);
}

} // namespace app

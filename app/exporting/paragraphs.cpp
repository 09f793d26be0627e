// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/paragraphs.h"

#include "app/plain_text.h"
#include "app/reading/beside.h"

#include <algorithm>

namespace app {

namespace {

constexpr double kFullLine = 0.8; // a line of running text that is shorter ends a paragraph
constexpr qsizetype kShortestRunning = 30; // characters; shorter lines are names, prices, labels
constexpr double kFirstHeading = 2.0;      // times the height of a usual line
constexpr double kSecondHeading = 1.5;
constexpr int kMostHeadingLines = 2;

// Lines of one block that stand beside each other are one row.
struct Row {
    QString text;
    QRectF box;
};

using Block = QVector<Row>;

QVector<Block> blocksOf(const PageText& page) {
    QVector<Block> blocks;
    int number = 0;
    for (const ReadLine& line : page.lines) {
        const QString text = withoutControls(line.text).simplified();
        if (text.isEmpty()) {
            continue;
        }
        if (blocks.isEmpty() || line.block != number) {
            blocks.append(Block());
        }
        number = line.block;
        Block& block = blocks.last();
        if (!block.isEmpty() && !line.box.isNull() && areBeside(block.last().box, line.box)) {
            block.last().text += u' ' + text;
            block.last().box |= line.box;
        } else {
            block.append({text, line.box});
        }
    }
    return blocks;
}

double usualHeight(const QVector<Block>& blocks) {
    QVector<double> heights;
    for (const Block& block : blocks) {
        for (const Row& row : block) {
            heights.append(row.box.height());
        }
    }
    if (heights.isEmpty()) {
        return 0;
    }
    const auto middle = heights.begin() + heights.size() / 2;
    std::nth_element(heights.begin(), middle, heights.end());
    return *middle;
}

int headingLevel(const Block& block, double usual) {
    if (block.size() > kMostHeadingLines || usual <= 0) {
        return 0;
    }
    double height = block.first().box.height();
    for (const Row& row : block) {
        height = std::min(height, row.box.height());
    }
    return height >= kFirstHeading * usual ? 1 : height >= kSecondHeading * usual ? 2 : 0;
}

// All its lines but the last reach its right edge.
bool isRunning(const Block& block) {
    if (block.size() < 2) {
        return false;
    }
    QRectF whole;
    for (const Row& row : block) {
        if (row.box.isNull()) {
            return false;
        }
        whole |= row.box;
    }
    return std::all_of(block.begin(), block.end() - 1, [&](const Row& row) {
        return row.text.size() >= kShortestRunning &&
               row.box.right() >= whole.left() + kFullLine * whole.width();
    });
}

// "exam-" and "ple" are one word; "pre-" and "Columbian", "A-" and "4" may not be.
bool isBroken(const QString& before, const QString& after) {
    return before.size() > 2 && before.back() == u'-' && before[before.size() - 2].isLower() &&
           after.front().isLower();
}

QString joined(const Block& block) {
    QString text;
    for (const Row& row : block) {
        if (!text.isEmpty() && isBroken(text, row.text)) {
            text.chop(1);
        } else if (!text.isEmpty()) {
            text += u' ';
        }
        text += row.text;
    }
    return text;
}

} // namespace

QVector<Paragraph> paragraphsOf(const PageText& page) {
    const QVector<Block> blocks = blocksOf(page);
    const double usual = usualHeight(blocks);
    QVector<Paragraph> paragraphs;
    for (const Block& block : blocks) {
        if (const int level = headingLevel(block, usual); level > 0) {
            paragraphs.append({Paragraph::Kind::Heading, level, {joined(block)}});
        } else if (isRunning(block)) {
            paragraphs.append({Paragraph::Kind::Running, 0, {joined(block)}});
        } else {
            QStringList lines;
            for (const Row& row : block) {
                lines.append(row.text);
            }
            paragraphs.append({Paragraph::Kind::Lines, 0, lines});
        }
    }
    return paragraphs;
}

} // namespace app

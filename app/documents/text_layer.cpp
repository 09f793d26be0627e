// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/text_layer.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>
#include <limits>

namespace app {

namespace {

constexpr double kLineSlack = 0.004; // of the page, around a line that the pointer is over

// Where a word's characters are not known they share its box.
QRectF shareOf(const QRectF& box, qsizetype index, qsizetype count) {
    const double width = box.width() / double(count);
    return {box.left() + double(index) * width, box.top(), width, box.height()};
}

double distance(const QPointF& at, const QRectF& box, const QSizeF& page) {
    const double x = std::max({box.left() - at.x(), at.x() - box.right(), 0.0}) * page.width();
    const double y = std::max({box.top() - at.y(), at.y() - box.bottom(), 0.0}) * page.height();
    return std::hypot(x, y);
}

} // namespace

TextLayer::TextLayer(const QVector<TextWord>& words) {
    for (const TextWord& word : words) {
        append(word);
    }
    if (m_text.endsWith(QLatin1Char(' ')) || m_text.endsWith(QLatin1Char('\n'))) {
        m_text.chop(1);
        m_boxes.removeLast();
    }
    endLine();
}

void TextLayer::append(const TextWord& word) {
    const qsizetype count = word.text.size();
    if (count == 0) {
        return;
    }
    for (qsizetype i = 0; i < count; ++i) {
        const QRectF box =
            word.characters.size() == count ? word.characters[i] : shareOf(word.box, i, count);
        m_boxes.append(
            {float(box.left()), float(box.top()), float(box.right()), float(box.bottom())});
    }
    m_text += word.text;
    if (word.endsLine) {
        endLine();
        m_text += QLatin1Char('\n');
        m_boxes.append(Box());
    } else if (word.spaceAfter) {
        m_text += QLatin1Char(' ');
        m_boxes.append(Box());
    }
}

void TextLayer::endLine() {
    const int first = m_lines.isEmpty() ? 0 : m_lines.last().range.last + 1;
    const int last = int(m_text.size());
    if (first >= last) {
        return;
    }
    Line line{{first, last}, {}};
    for (int i = first; i < last; ++i) {
        line.box |= boxOf(i);
    }
    m_lines.append(line);
}

QRectF TextLayer::boxOf(int character) const {
    const Box& box = m_boxes[character];
    return {QPointF(double(box.left), double(box.top)),
            QPointF(double(box.right), double(box.bottom))};
}

bool TextLayer::isUpright(const Line& line) const {
    const QPointF first = boxOf(line.range.first).center();
    QPointF last = first;
    for (int i = line.range.last - 1; i > line.range.first; --i) {
        if (!boxOf(i).isNull()) {
            last = boxOf(i).center();
            break;
        }
    }
    return std::abs(last.x() - first.x()) >= std::abs(last.y() - first.y());
}

QString TextLayer::text(const TextRange& range) const {
    return range.isEmpty() ? QString() : m_text.mid(range.first, range.last - range.first);
}

QVector<QRectF> TextLayer::boxes(const TextRange& range) const {
    QVector<QRectF> boxes;
    for (const Line& line : m_lines) {
        const int first = std::max(range.first, line.range.first);
        const int last = std::min(range.last, line.range.last);
        QRectF box;
        for (int i = first; i < last; ++i) {
            box |= boxOf(i);
        }
        if (box.isEmpty()) {
            continue;
        }
        if (isUpright(line)) {
            box.setTop(line.box.top());
            box.setBottom(line.box.bottom());
        } else {
            box.setLeft(line.box.left());
            box.setRight(line.box.right());
        }
        boxes.append(box);
    }
    return boxes;
}

QRectF TextLayer::box(const TextRange& range) const {
    QRectF all;
    for (const QRectF& box : boxes(range)) {
        all |= box;
    }
    return all;
}

int TextLayer::caretAt(const QPointF& at, const QSizeF& page) const {
    const Line* best = nullptr;
    double nearest = std::numeric_limits<double>::infinity();
    for (const Line& line : m_lines) {
        const double away = line.box.isNull() ? nearest : distance(at, line.box, page);
        if (away < nearest) {
            nearest = away;
            best = &line;
        }
    }
    return best != nullptr ? caretIn(*best, at) : 0;
}

int TextLayer::caretIn(const Line& line, const QPointF& at) const {
    const bool upright = isUpright(line);
    const auto along = [upright](const QPointF& point) {
        return upright ? point.x() : point.y();
    };
    const QRectF start = boxOf(line.range.first);
    const bool forward = along(line.box.center()) >= along(start.center());
    const double wanted = forward ? along(at) : -along(at);
    int caret = line.range.first;
    double end = -std::numeric_limits<double>::infinity(); // of the character before the caret
    for (int i = line.range.first; i < line.range.last; ++i) {
        const QRectF box = boxOf(i);
        if (box.isNull()) {
            continue;
        }
        const double first = forward ? along(box.topLeft()) : -along(box.bottomRight());
        const double last = forward ? along(box.bottomRight()) : -along(box.topLeft());
        if ((first + last) / 2 < wanted) {
            caret = i + 1;
            end = last;
        } else if (wanted - end > first - wanted) { // behind the space rather than before it
            return i;
        } else {
            return caret;
        }
    }
    return caret;
}

bool TextLayer::covers(const QPointF& at) const {
    return std::any_of(m_lines.cbegin(), m_lines.cend(), [&](const Line& line) {
        return !line.box.isNull() &&
               line.box.adjusted(-kLineSlack, -kLineSlack, kLineSlack, kLineSlack).contains(at);
    });
}

int TextLayer::lineIndex(int caret) const {
    const auto found = std::find_if(m_lines.cbegin(), m_lines.cend(),
                                    [caret](const Line& line) { return caret <= line.range.last; });
    return int(std::min(found - m_lines.cbegin(), m_lines.size() - 1));
}

TextRange TextLayer::lineAt(int caret) const {
    return m_lines.isEmpty() ? TextRange() : m_lines[lineIndex(caret)].range;
}

TextRange TextLayer::wordAt(int caret) const {
    const TextRange line = lineAt(caret);
    if (line.isEmpty()) {
        return line;
    }
    // Behind the last letter of a word is still that word.
    const auto isSpace = [this](int at) {
        return at >= m_text.size() || m_text[at].isSpace();
    };
    const int at = caret > line.first && isSpace(caret) ? caret - 1 : caret;
    const QString text = this->text(line);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    finder.setPosition(at - line.first);
    if (!finder.isAtBoundary()) {
        finder.toPreviousBoundary();
    }
    const int first = int(finder.position());
    const auto end = finder.toNextBoundary();
    return {line.first + first, end < 0 ? line.last : line.first + int(end)};
}

int TextLayer::caretBeside(int caret, int lines) const {
    if (m_lines.isEmpty()) {
        return 0;
    }
    const int wanted = lineIndex(caret) + lines;
    if (wanted < 0 || wanted >= m_lines.size()) {
        return wanted < 0 ? 0 : int(m_text.size());
    }
    const TextRange from = lineAt(caret);
    const QPointF at = caret < from.last ? boxOf(caret).topLeft() : boxOf(from.last - 1).topRight();
    return caretIn(m_lines[wanted], at);
}

qsizetype TextLayer::bytes() const {
    return qsizetype(sizeof(TextLayer)) + m_text.size() * qsizetype(sizeof(QChar)) +
           m_boxes.size() * qsizetype(sizeof(Box)) + m_lines.size() * qsizetype(sizeof(Line));
}

} // namespace app

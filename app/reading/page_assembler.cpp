// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/page_assembler.h"

#include "app/reading/word_aligner.h"

#include <QStringList>

#include <algorithm>
#include <map>

namespace app {

namespace {

// A line of an answer, with the confidences of its characters (or none).
struct AnswerLine {
    QString text;
    QVector<float> confidences;
};

QVector<AnswerLine> linesOf(const PartAnswer& answer) {
    QVector<AnswerLine> lines;
    qsizetype start = 0;
    for (const QString& text : answer.text.split(u'\n')) {
        lines.append({text, answer.confidences.mid(start, text.size())});
        start += text.size() + 1;
    }
    return lines;
}

float smallest(const QVector<float>& confidences) {
    return confidences.isEmpty() ? 1 : *std::min_element(confidences.begin(), confidences.end());
}

// The words of an answer line, without places.
QVector<ReadWord> wordsOf(const AnswerLine& line) {
    QVector<ReadWord> words;
    qsizetype start = 0;
    while (start < line.text.size()) {
        qsizetype end = start;
        while (end < line.text.size() && !line.text[end].isSpace()) {
            ++end;
        }
        if (end > start) {
            words.append({line.text.mid(start, end - start),
                          {},
                          smallest(line.confidences.mid(start, end - start))});
        }
        start = end + 1;
    }
    return words;
}

QVector<ReadWord> placedWords(const ReadingPlan& plan, const PackedRow& row,
                              const AnswerLine& line) {
    QVector<ReadWord> words = wordsOf(line);
    QStringList texts;
    for (const ReadWord& word : words) {
        texts.append(word.text);
    }
    const QVector<WordSpan> spans = alignWords(row, texts);
    for (qsizetype i = 0; i < words.size(); ++i) {
        words[i].box = plan.toPage(row, spans[i].left, spans[i].right);
    }
    return words;
}

// Appends a row's words to its line; a word that was cut in two is joined again.
void append(ReadLine& line, QVector<ReadWord> words, bool continuesWord) {
    if (continuesWord && !line.words.isEmpty() && !words.isEmpty()) {
        ReadWord& cut = line.words.last();
        const ReadWord rest = words.takeFirst();
        cut.text += rest.text;
        cut.box = cut.box.united(rest.box);
        cut.confidence = std::min(cut.confidence, rest.confidence);
    }
    line.words += words;
}

QString joined(const QVector<ReadWord>& words) {
    QStringList texts;
    for (const ReadWord& word : words) {
        texts.append(word.text);
    }
    return texts.join(u' ');
}

PageText fromPackedRows(const ReadingPlan& plan, const QVector<PartAnswer>& answers) {
    PageText page;
    std::map<int, ReadLine> lines; // by index into plan.lines
    qsizetype next = 0;
    for (const ReadingPart& part : plan.parts) {
        for (const PackedRow& row : part.rows) {
            const PartAnswer answer = answers.value(next++, PartAnswer{{}, {}, false});
            page.complete = page.complete && answer.complete;
            append(lines[row.line], placedWords(plan, row, {answer.text, answer.confidences}),
                   row.continuesWord);
        }
    }
    for (auto& [index, line] : lines) {
        const TextLine& found = plan.lines.lines[index];
        line.text = joined(line.words);
        line.box = plan.toPage(framed(found.box));
        line.block = found.block;
        page.lines.append(line);
    }
    return page;
}

PageText fromWholePage(const QVector<PartAnswer>& answers) {
    PageText page;
    int block = 0;
    for (const PartAnswer& answer : answers) {
        page.complete = page.complete && answer.complete;
        for (const AnswerLine& line : linesOf(answer)) {
            if (line.text.trimmed().isEmpty()) {
                ++block;
            } else {
                page.lines.append({line.text, {}, block, wordsOf(line)});
            }
        }
    }
    return page;
}

} // namespace

PageText assemblePageText(const ReadingPlan& plan, const QVector<PartAnswer>& answers) {
    return plan.mode == ReadingMode::WholePage ? fromWholePage(answers)
                                               : fromPackedRows(plan, answers);
}

} // namespace app

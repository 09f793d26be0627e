// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotating/proof_page.h"

namespace app {

namespace {

// Calls each(word, start) for the words of the line where its text has them.
template <typename Each>
void forWords(const ReadLine& line, Each each) {
    qsizetype from = 0;
    for (const ReadWord& word : line.words) {
        const qsizetype start = line.text.indexOf(word.text, from);
        if (start >= 0) {
            each(word, int(start));
            from = start + word.text.size();
        }
    }
}

} // namespace

ProofPage ProofPage::of(const PageText& read) {
    ProofPage page;
    page.complete = read.complete;
    for (const ReadLine& line : read.lines) {
        if (!line.text.trimmed().isEmpty()) {
            page.lines.append({line, std::nullopt});
        }
    }
    return page;
}

PageText ProofPage::asRead() const {
    PageText text;
    text.complete = complete;
    for (const ProofLine& line : lines) {
        text.lines.append(line.read);
    }
    return text;
}

PageText ProofPage::asChecked() const {
    PageText text = asRead();
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].isCorrected()) {
            text.lines[i].text = lines[i].text();
            text.lines[i].words.clear();
        }
    }
    return text;
}

int ProofPage::uncertainCount() const {
    int count = 0;
    for (const ProofLine& line : lines) {
        count += int(uncertainSpans(line).size());
    }
    return count;
}

QVector<UncertainSpan> uncertainSpans(const ProofLine& line) {
    QVector<UncertainSpan> spans;
    if (!line.checked) {
        forWords(line.read, [&](const ReadWord& word, int start) {
            if (word.confidence < kUncertainBelow) {
                spans.append({start, int(word.text.size())});
            }
        });
    }
    return spans;
}

QRectF placeOf(const ProofLine& line, const UncertainSpan& span) {
    QRectF place;
    if (!line.isCorrected()) {
        forWords(line.read, [&](const ReadWord& word, int start) {
            const bool touches =
                start < span.start + span.length && span.start < start + int(word.text.size());
            if (touches) {
                place = place.united(word.box);
            }
        });
    }
    return place;
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ProofPage: the text that a model read from a page, and what a person made of it, line by line.
// The model's text is never changed. A value.
#pragma once

#include "app/reading/page_text.h"

#include <QString>
#include <QVector>

#include <optional>

namespace app {

// A word whose probability is below this is worth a look. Of the words of the samples that Nano
// reads wrongly, four in five lie below it, of the others one in four.
constexpr float kUncertainBelow = 0.7F;

struct ProofLine {
    ReadLine read;
    std::optional<QString> checked; // by a person: corrected, or the same text, found to be right

    const QString& text() const { return checked ? *checked : read.text; }

    bool isCorrected() const { return checked && *checked != read.text; }
};

// Characters [start, start + length) of a line's text that a person should look at.
struct UncertainSpan {
    int start = 0;
    int length = 0;
};

struct ProofPage {
    QVector<ProofLine> lines;
    bool complete = true; // PageText::complete

    static ProofPage of(const PageText& read);
    PageText asRead() const;
    // With the corrections. A corrected line has no words: their places are not known any more.
    PageText asChecked() const;
    int uncertainCount() const;
};

// Of a line that a person has checked: none.
QVector<UncertainSpan> uncertainSpans(const ProofLine& line);
// Where on the page the characters of that span stand: the words that it touches; null: unknown.
QRectF placeOf(const ProofLine& line, const UncertainSpan& span);

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/payable_label.h"

#include "app/reading/edit_distance.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace app {

namespace {

constexpr qsizetype kLongWord = 5; // letters; of so many, one may be misread
// A label begins with what it names: "GST 6 % included in total" does not name the total.
constexpr qsizetype kTotalAmong = 2;

using Names = QStringList;

const Names& totals() {
    static const Names kNames = QStringLiteral("total totale totaal gesamt gesamtbetrag endbetrag "
                                               "rechnungsbetrag summe")
                                    .split(u' ');
    return kNames;
}

const Names& dues() {
    static const Names kNames = QStringLiteral("due payable pay pagare zahlen betalen").split(u' ');
    return kNames;
}

const Names& nets() {
    static const Names kNames = QStringLiteral("net nett").split(u' ');
    return kNames;
}

const Names& amounts() {
    static const Names kNames = QStringLiteral("amount amt").split(u' ');
    return kNames;
}

const Names& lasts() {
    static const Names kNames = QStringLiteral("grand incl inclusive including included inc inkl "
                                               "ttc brutto final")
                                    .split(u' ');
    return kNames;
}

const Names& taxes() {
    static const Names kNames = QStringLiteral("tax gst vat sst mwst ust tva iva btw").split(u' ');
    return kNames;
}

// With one of these it is a total of something else.
const Names& others() {
    static const Names kNames =
        QStringLiteral("sub subtotal zwischensumme qty quantity item items excl excluding excluded "
                       "exclusive ht discount discounts savings saved supplies points")
            .split(u' ');
    return kNames;
}

bool isOneOf(const QString& word, const Names& names) {
    return std::any_of(names.begin(), names.end(), [&](const QString& name) {
        return word == name || (name.size() >= kLongWord && editDistance(word, name) <= 1);
    });
}

bool hasOneOf(const QStringList& words, const Names& names) {
    return std::any_of(words.begin(), words.end(),
                       [&](const QString& word) { return isOneOf(word, names); });
}

} // namespace

Payable payableOf(const QString& label) {
    static const QRegularExpression kBetweenWords(QStringLiteral("[^\\p{L}\\p{N}]+"),
                                                  QRegularExpression::UseUnicodePropertiesOption);
    const QStringList words = label.toCaseFolded().split(kBetweenWords, Qt::SkipEmptyParts);
    const bool isLast = hasOneOf(words, lasts());
    if (hasOneOf(words, others()) || (!isLast && hasOneOf(words, taxes()))) {
        return Payable::No;
    }
    const bool isNet = hasOneOf(words, nets());
    const bool isDue = hasOneOf(words, dues());
    if (hasOneOf(words.mid(0, kTotalAmong), totals())) {
        return isLast || isNet || isDue ? Payable::InTheEnd : Payable::Total;
    }
    return isDue || (isNet && hasOneOf(words, amounts())) ? Payable::Due : Payable::No;
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/payable_label.h"

#include "app/reading/edit_distance.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <span>

namespace app {

namespace {

constexpr qsizetype kLongWord = 5; // letters; of so many, one may be misread
// A label begins with what it names: "GST 6 % included in total" does not name the total.
constexpr qsizetype kTotalAmong = 2;

constexpr QStringView kTotals[] = {u"total",        u"totale",    u"totaal",          u"gesamt",
                                   u"gesamtbetrag", u"endbetrag", u"rechnungsbetrag", u"summe"};
constexpr QStringView kDues[] = {u"due", u"payable", u"pay", u"pagare", u"zahlen", u"betalen"};
constexpr QStringView kNets[] = {u"net", u"nett"};
constexpr QStringView kAmounts[] = {u"amount", u"amt"};
constexpr QStringView kLasts[] = {u"grand", u"incl", u"inclusive", u"including", u"included",
                                  u"inc",   u"inkl", u"ttc",       u"brutto",    u"final"};
constexpr QStringView kTaxes[] = {u"tax", u"gst", u"vat", u"sst", u"mwst",
                                  u"ust", u"tva", u"iva", u"btw"};
// With one of these it is a total of something else.
constexpr QStringView kOthers[] = {
    u"sub",      u"subtotal",  u"zwischensumme", u"qty",      u"quantity",  u"item",
    u"items",    u"excl",      u"excluding",     u"excluded", u"exclusive", u"ht",
    u"discount", u"discounts", u"savings",       u"saved",    u"supplies",  u"points"};

bool isLike(QStringView word, QStringView name) {
    return word == name || (name.size() >= kLongWord && editDistance(word, name) <= 1);
}

bool hasOneOf(const QStringList& words, std::span<const QStringView> names) {
    return std::any_of(words.begin(), words.end(), [&](const QString& word) {
        return std::any_of(names.begin(), names.end(),
                           [&](QStringView name) { return isLike(word, name); });
    });
}

} // namespace

Payable payableOf(const QString& label) {
    static const QRegularExpression kBetweenWords(QStringLiteral("[^\\p{L}\\p{N}]+"),
                                                  QRegularExpression::UseUnicodePropertiesOption);
    const QStringList words = label.toCaseFolded().split(kBetweenWords, Qt::SkipEmptyParts);
    const bool isLast = hasOneOf(words, kLasts);
    if (hasOneOf(words, kOthers) || (!isLast && hasOneOf(words, kTaxes))) {
        return Payable::No;
    }
    const bool isNet = hasOneOf(words, kNets);
    const bool isDue = hasOneOf(words, kDues);
    if (hasOneOf(words.mid(0, kTotalAmong), kTotals)) {
        return isLast || isNet || isDue ? Payable::InTheEnd : Payable::Total;
    }
    return isDue || (isNet && hasOneOf(words, kAmounts)) ? Payable::Due : Payable::No;
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which amount of a receipt or an invoice is the one to pay: there the total goes by many names
// ("Total sales (inclusive of GST)", "Net amt", "Gesamtbetrag"), and other amounts by similar ones
// ("Subtotal", "Total qty", "Total (excl. tax)"). Pure function, any thread.
#pragma once

#include <QString>

namespace app {

// How surely the words before an amount say that it is to be paid. In a word of five letters or
// more, one may be misread.
enum class Payable {
    No,       // it is something else
    Due,      // "Balance due", "Net amt"
    Total,    // "Total", "Total sales"
    InTheEnd, // a total said to be the last or to hold the tax: "Grand total", "Total incl. tax"
};

Payable payableOf(const QString& label);

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which labels name the amount to pay.
#include "app/reading/payable_label.h"

#include <QTest>

using app::Payable;

class PayableLabelTest final : public QObject {
    Q_OBJECT

private slots:
    void ranks_data();
    void ranks();
};

void PayableLabelTest::ranks_data() {
    QTest::addColumn<QString>("label");
    QTest::addColumn<Payable>("payable");
    const auto row = [](const char* label, Payable payable) {
        QTest::newRow(label) << QString::fromUtf8(label) << payable;
    };
    row("Total", Payable::Total);
    row("TOTAL RM :", Payable::Total);
    row("T0tal sales", Payable::Total);
    row("Invoice total", Payable::Total);
    row("Gesamtbetrag", Payable::Total);
    row("Total payable", Payable::InTheEnd);
    row("Grand t0tal", Payable::InTheEnd);
    row("Net total", Payable::InTheEnd);
    row("Total à pagare", Payable::InTheEnd);
    row("TOTAL TTC", Payable::InTheEnd);
    row("Total sales (inclusive of GST)", Payable::InTheEnd);
    row("Balance due", Payable::Due);
    row("Net amt :", Payable::Due);
    row("Total sales (exclusive of GST)", Payable::No);
    row("Total 6% supplies (inc. GST)", Payable::No);
    row("Sub total", Payable::No);
    row("Subtotal", Payable::No);
    row("Total qty", Payable::No);
    row("Total GST", Payable::No);
    row("GST 6% included in total", Payable::No);
    row("Amount", Payable::No);
    row("Date", Payable::No);
    row("", Payable::No);
}

void PayableLabelTest::ranks() {
    QFETCH(QString, label);
    QFETCH(Payable, payable);
    QCOMPARE(app::payableOf(label), payable);
}

QTEST_APPLESS_MAIN(PayableLabelTest)
#include "tst_payable_label.moc"

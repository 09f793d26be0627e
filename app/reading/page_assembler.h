// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From the answers of a model back to the page: which words were read where. Pure function, any
// thread.
#pragma once

#include "app/reading/page_text.h"
#include "app/reading/reading_plan.h"

#include <QString>
#include <QVector>

namespace app {

// What a model wrote for one row of a reading plan, or for a whole page.
struct PartAnswer {
    QString text;
    QVector<float> confidences; // one per QChar of text, or none
    bool complete = true;       // the model ended by itself
};

// Packed rows: an answer for each row of each part; one line per text line of the page, its pieces
// joined again, words placed on their ink; a missing answer makes the text incomplete. Whole pages:
// one line per line of the answer, without boxes.
PageText assemblePageText(const ReadingPlan& plan, const QVector<PartAnswer>& answers);

} // namespace app

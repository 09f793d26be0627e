// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// PDF/A: what a PDF says about itself, kept true in its copy, or said of a PDF that Tessera makes.
// Any thread.
#pragma once

#include <qpdf/QPDF.hh>
#include <QString>

namespace app {

bool claimsToBeArchival(QPDF& pdf);
// Text that was added is not part of a tagged PDF's structure: level A becomes B.
void keepClaimTrue(QPDF& pdf);
// PDF/A-2b. Everything in it must be fit for that.
void makeArchival(QPDF& pdf, const QString& title);

} // namespace app

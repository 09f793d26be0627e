// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How high the smallest text of a picture is, so that one can say whether a model can read it. An
// estimate: from the words that a document knows, else from the lines that are found. Any thread.
#pragma once

#include "app/documents/document.h"

#include <QImage>

namespace app {

// Pixels of the picture, which shows this region (0…1) of the page; of the ink, with ascenders and
// descenders. 0: there is no text. The very smallest are left out: they may be specks.
double smallestTextHeight(const QVector<TextWord>& words, const QRectF& region,
                          const QImage& picture);

// Below this many pixels letters run into each other.
constexpr double kReadableTextHeight = 8;

} // namespace app

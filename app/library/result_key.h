// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The key of a result: a hash of everything that determines it: model, its prompts and reading
// mode, the pixels of the pages, the question, what was said before, decoding options. The same key
// means the same result. Pure; hashing a page takes some milliseconds.
#pragma once

#include "app/library/records.h"

#include <optional>

namespace app {

// What of an opened model a result depends on, beside the request.
struct ModelInUse {
    ModelIdentity identity;
    ModelCard card;
    bool eighteenTiles = false;
    WeightBits weights = WeightBits::Stored;
};

// Of the pixels, whatever format the picture is kept in.
KnownPicture knownPicture(const QImage& picture);

// pictures: the request's pages. None when the result is not determined: a temperature
// makes every answer another one.
std::optional<QByteArray> resultKey(const AnalysisRequest& request,
                                    const QVector<KnownPicture>& pictures, const ModelInUse& model);

// The part of the key that is neither model, page nor prompt, for people: JSON.
QString settingsText(const AnalysisRequest& request, const ModelInUse& model);

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a model is known by: a hash of its configuration and weights, wherever its folder lies. The
// library remembers the hashes of files, so that gigabytes are read once. Any thread; may take
// seconds the first time.
#pragma once

#include "app/library/library.h"

namespace app {

Result<ModelIdentity> identityOf(const ModelCard& card, Library& library);

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What pictures are known again by. Pure function, any thread; a page takes some milliseconds.
#pragma once

#include <QByteArray>
#include <QImage>

namespace app {

// Of the pixels, whatever format the picture is kept in. Libraries keep it: it must stay the same.
QByteArray pictureHash(const QImage& picture);

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Boxes as annotations in a copy of a PDF, so that any viewer shows them. The pages keep their
// contents as they are. Any thread.
#pragma once

#include "app/annotating/box.h"
#include "app/result.h"

#include <QByteArray>
#include <QColor>

#include <functional>

namespace app {

// Fails as editedPdf (pdf_file.h) does.
Result<QByteArray> withAnnotations(const QByteArray& pdf, const QString& name, int pageCount,
                                   const QVector<Box>& boxes,
                                   const std::function<QColor(const QString& label)>& colorOf);

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Boxes as annotations in a copy of a PDF, so that any viewer shows them. The pages keep their
// contents as they are. The only code that knows qpdf. Any thread.
#pragma once

#include "app/annotating/box.h"
#include "app/result.h"

#include <QByteArray>
#include <QColor>

#include <functional>

namespace app {

// name: what people call the PDF. Encrypted or Signed when a copy would lose the lock or break the
// signature, which nobody asked for; BadArguments when it is damaged or not the one it was.
Result<QByteArray> withAnnotations(const QByteArray& pdf, const QString& name,
                                   const QVector<Box>& boxes,
                                   const std::function<QColor(const QString& label)>& colorOf);

} // namespace app

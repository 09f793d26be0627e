// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a PDF is taken apart and put together again with qpdf, which only the files pdf_* know. What
// is not changed on purpose is written as it was read, compressed as it was. Any thread.
#pragma once

#include "app/result.h"

#include <QByteArray>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <functional>

namespace app {

using PdfEdit = std::function<Result<void>(QPDF& pdf, std::vector<QPDFPageObjectHelper>& pages)>;

// The bytes of a changed copy. name: what people call the PDF. Encrypted or Signed when a copy
// would lose the lock or break the signature, which nobody asked for; BadArguments when it is
// damaged or has not `pageCount` pages.
Result<QByteArray> editedPdf(const QByteArray& pdf, const QString& name, int pageCount,
                             const PdfEdit& edit);
// The same for a new one without pages.
Result<QByteArray> newPdf(const QString& name, const PdfEdit& edit);

// A stream, compressed here: nothing that is written is compressed later on.
QPDFObjectHandle pdfStream(QPDF& pdf, const QByteArray& content);
// Four digits behind the point, whatever the locale.
QByteArray pdfNumber(double value);

} // namespace app

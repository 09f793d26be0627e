// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/document_opener.h"

#include "app/documents/image_document.h"
#include "app/documents/pdf_document.h"

#include <QCollator>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <new>

namespace app {

namespace {

constexpr qint64 kSignatureBytes = 1024; // a PDF header may stand anywhere in the first 1,024

bool isPdf(const QByteArray& start) {
    return start.left(kSignatureBytes).contains("%PDF-");
}

bool isPdfName(const QString& name) {
    return name.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive);
}

bool looksLikeDocument(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QByteArray start = file.read(kSignatureBytes);
    return isPdf(start) || !ImageDocument::formatOf(start).isEmpty();
}

Result<QByteArray> readFile(const QString& path) {
    const QFileInfo about(path);
    if (!about.exists()) {
        return failure(FailureCode::FileNotFound, path, QStringLiteral("There is no such file."));
    }
    if (!about.isFile()) {
        return failure(FailureCode::BadArguments, path, QStringLiteral("It is not a file."));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(FailureCode::FileAccess, path, file.errorString());
    }
    if (file.size() > kMaxFileBytes) {
        return failure(FailureCode::TooLarge, path,
                       QStringLiteral("The file has %1 bytes; the limit is %2.")
                           .arg(file.size())
                           .arg(kMaxFileBytes));
    }
    const QByteArray bytes = file.read(file.size());
    if (file.error() != QFileDevice::NoError) {
        return failure(FailureCode::FileAccess, path, file.errorString());
    }
    return bytes;
}

Result<std::shared_ptr<const Document>> openKnown(const QByteArray& bytes, const QString& name,
                                                  const QString& password) {
    if (bytes.isEmpty()) {
        return failure(FailureCode::NotADocument, name, QStringLiteral("The file is empty."));
    }
    if (!ImageDocument::formatOf(bytes.left(16)).isEmpty()) {
        return ImageDocument::open(bytes, name);
    }
    if (isPdf(bytes) || isPdfName(name)) {
        return PdfDocument::open(bytes, name, password);
    }
    return failure(
        FailureCode::NotADocument, name,
        QStringLiteral("It is neither a PDF nor a PNG, JPEG, TIFF, BMP, WebP, PNM or GIF "
                       "picture."));
}

} // namespace

Result<std::shared_ptr<const Document>> openDocument(const QByteArray& bytes, const QString& name,
                                                     const QString& password) {
    try {
        return openKnown(bytes, name, password);
    } catch (const std::bad_alloc&) {
        return failure(FailureCode::OutOfMemory, name,
                       QStringLiteral("Not enough memory to open it."));
    }
}

Result<std::shared_ptr<const Document>> openDocument(const QString& path, const QString& password) {
    try {
        return readFile(path).and_then([&](const QByteArray& bytes) {
            return openDocument(bytes, QFileInfo(path).fileName(), password);
        });
    } catch (const std::bad_alloc&) {
        return failure(FailureCode::OutOfMemory, path,
                       QStringLiteral("Not enough memory to read it."));
    }
}

Result<QStringList> documentsIn(const QString& folder) {
    if (!QFileInfo(folder).isDir()) {
        return failure(FailureCode::FileNotFound, folder,
                       QStringLiteral("There is no such folder."));
    }
    QStringList paths;
    for (QDirIterator entry(folder, QDir::Files, QDirIterator::Subdirectories); entry.hasNext();) {
        if (const QString path = entry.next(); looksLikeDocument(path)) {
            paths.append(path);
        }
    }
    if (paths.isEmpty()) {
        return failure(FailureCode::EmptyFolder, folder,
                       QStringLiteral("There are no PDFs or pictures in it."));
    }
    QCollator order(QLocale(QLocale::English)); // the C locale knows no numbers
    order.setNumericMode(true);
    std::sort(paths.begin(), paths.end(), order);
    return paths;
}

} // namespace app

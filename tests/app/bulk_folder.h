// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A folder of small documents for tests of bulk jobs, and a reading of them that is a function of
// the pixels alone: what a real model would be, without the time it takes.
#pragma once

#include "app/documents/page_picture.h"
#include "app/library/kept_answers.h"
#include "app/models/model_catalog.h"
#include "tests/app/pages.h"

#include <QColor>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QImage>
#include <QMap>

namespace bulk {

// A page of one colour, as big as a stamp.
inline QByteArray scan(int number) {
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(QColor::fromHsv(number * 37 % 360, 200, 100 + number % 150));
    return pages::encoded(image, "PNG");
}

// scan-0.png … and every fifth in a folder below.
inline void fill(const QString& folder, int scans) {
    QDir(folder).mkpath(QStringLiteral("more"));
    for (int i = 0; i < scans; ++i) {
        const QString name = QStringLiteral("%1scan-%2.png")
                                 .arg(i % 5 == 4 ? QStringLiteral("more/") : QString())
                                 .arg(i);
        pages::write(QDir(folder).filePath(name), scan(i));
    }
}

// Relative names and contents of all files below, hidden ones too.
inline QMap<QString, QByteArray> filesIn(const QString& folder) {
    QMap<QString, QByteArray> files;
    QDirIterator entry(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entry.hasNext()) {
        const QString path = entry.next();
        files.insert(QDir(folder).relativeFilePath(path), pages::contentOf(path));
    }
    return files;
}

inline app::AnalysisResult readingOf(const QImage& page) {
    const QImage pixels = page.convertToFormat(QImage::Format_RGB888);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (int y = 0; y < pixels.height(); ++y) {
        hash.addData(QByteArrayView(pixels.constScanLine(y), pixels.width() * 3));
    }
    const QString word = QString::fromLatin1(hash.result().toHex().left(12));
    app::PageText text;
    text.lines.append({QStringLiteral("read ") + word,
                       QRectF(0.1, 0.1, 0.8, 0.1),
                       0,
                       {{QStringLiteral("read"), QRectF(0.1, 0.1, 0.2, 0.1), 0.5F},
                        {word, QRectF(0.35, 0.1, 0.55, 0.1), 0.75F}}});
    app::AnalysisResult result;
    result.task = app::Task::Read;
    result.text = text.plainText();
    result.pageText = std::move(text);
    return result;
}

// library may be null. The model is only named: analyze stands for it.
inline app::AnswerMeans
means(app::Library* library,
      std::function<app::Result<app::AnalysisResult>(const app::AnalysisRequest&)> analyze) {
    return {library, [] { return app::ModelCatalog().find({}); }, app::pageImage,
            [analyze = std::move(analyze)](const app::AnalysisRequest& request,
                                           const app::PartialText&) {
                return analyze(request);
            }};
}

} // namespace bulk

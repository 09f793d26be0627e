// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/export_job.h"

#include "app/documents/page_picture.h"
#include "app/documents/render_limits.h"
#include "app/exporting/own_text.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QImage>

#include <algorithm>
#include <optional>

namespace app {

namespace {

QVector<int> chosenPages(const ExportJob& job) {
    QVector<int> pages = job.chosen;
    for (int page = 0; job.chosen.isEmpty() && page < job.document->pageCount(); ++page) {
        pages.append(page);
    }
    std::sort(pages.begin(), pages.end());
    pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
    if (!job.format->isOfText() && job.pages == ExportPages::WithBoxes) {
        pages.removeIf([&](int page) {
            return std::none_of(job.boxes.begin(), job.boxes.end(),
                                [&](const Box& box) { return box.page == page; });
        });
    }
    return pages;
}

QVector<Box> chosenBoxes(const ExportJob& job) {
    QVector<Box> boxes = job.boxes;
    boxes.removeIf(
        [&](const Box& box) { return !job.chosen.isEmpty() && !job.chosen.contains(box.page); });
    return boxes;
}

QString nameOf(const ExportJob& job) {
    return QFileInfo(job.source).fileName();
}

// Of the page's picture in the export.
QSize picturePixels(const ExportJob& job, int page) {
    const QSizeF points = job.document->pageSize(page);
    return pixelSize(points,
                     job.document->hasOwnPixels() ? kPictureDpi : dpiWithin(points, job.dpi));
}

QVector<PictureBoxes> picturesOf(const ExportJob& job) {
    QVector<PictureBoxes> pictures;
    for (const int page : chosenPages(job)) {
        PictureBoxes picture{pictureName(job.source, page), picturePixels(job, page), {}};
        for (const Box& box : job.boxes) {
            if (box.page == page) {
                picture.boxes.append(box);
            }
        }
        pictures.append(picture);
    }
    return pictures;
}

// What is known of a page: what was read, else the text that it has of its own.
std::optional<ReadPage> readPage(const ExportJob& job, int page) {
    if (const auto proof = job.texts.constFind(page); proof != job.texts.cend()) {
        const PageText text =
            job.text == ExportedText::Checked ? proof->asChecked() : proof->asRead();
        return ReadPage{page, job.document->pageSize(page), text, TextSource::Model};
    }
    const ReadPage known = ownText(*job.document, page);
    return known.text.lines.isEmpty() ? std::nullopt : std::optional(known);
}

Result<ExportedFile> exportedText(const ExportJob& job) {
    ReadDocument document{nameOf(job), job.model, {}, job.document};
    ExportReport report{job.target};
    for (const int page : chosenPages(job)) {
        if (const std::optional<ReadPage> known = readPage(job, page)) {
            document.pages.append(*known);
        } else {
            report.unread.append(page);
        }
    }
    if (document.pages.isEmpty()) {
        return failure(FailureCode::NotRead, nameOf(job),
                       QStringLiteral("None of its pages has been read."));
    }
    report.pages = int(document.pages.size());
    return job.format->writeText(document).map([&](const Exported& made) {
        report.notes = made.notes;
        return ExportedFile{made.bytes, report};
    });
}

Result<ExportedFile> exportedBoxes(const ExportJob& job) {
    const QVector<Box> boxes = chosenBoxes(job);
    ExportReport report{job.target};
    report.boxes = int(boxes.size());
    report.pages = job.document->pageCount();
    return job.format->writeBoxes({nameOf(job), job.document, boxes, job.colorOf})
        .map([&](const Exported& made) {
            report.notes = made.notes;
            return ExportedFile{made.bytes, report};
        });
}

// Turns about any of the chosen pages.
Result<ExportedFile> exportedConversation(const ExportJob& job) {
    AskedDocument asked{nameOf(job), job.document, job.turns};
    asked.turns.removeIf([&](const KeptTurn& turn) {
        const QVector<PagePart>& parts = turn.asked.parts;
        return !job.chosen.isEmpty() &&
               std::none_of(parts.begin(), parts.end(),
                            [&](const PagePart& part) { return job.chosen.contains(part.page); });
    });
    if (asked.turns.isEmpty()) {
        return failure(FailureCode::BadArguments, nameOf(job),
                       QStringLiteral("nothing has been asked about it yet"));
    }
    ExportReport report{job.target};
    report.pages = job.document->pageCount();
    return job.format->writeConversation(asked).map([&](const Exported& made) {
        return ExportedFile{made.bytes, report};
    });
}

QString placeOf(const ExportJob& job, const QString& path) {
    return path.isEmpty() ? job.target : QDir(job.target).filePath(path);
}

Result<int> save(const ExportJob& job, const ExportFile& file) {
    const QString path = placeOf(job, file.path);
    if (QFileInfo(path).canonicalFilePath() == QFileInfo(job.source).canonicalFilePath() &&
        QFileInfo::exists(path)) {
        return failure(FailureCode::FileExists, path, QStringLiteral("It is the document itself."));
    }
    if (!QDir().mkpath(QFileInfo(path).path())) {
        return failure(FailureCode::WriteFailed, QFileInfo(path).path(),
                       QStringLiteral("The folder cannot be made."));
    }
    return writeFile(path, file.bytes, job.existing).map([] { return 1; });
}

Result<ExportFile> pictureFile(const ExportJob& job, int page, const QString& folder,
                               std::stop_token stop) {
    const Result<PagePicture> picture = pagePicture(*job.document, page, std::move(stop), job.dpi);
    if (!picture) {
        return tl::unexpected(picture.error());
    }
    ExportFile file{folder + QLatin1Char('/') + pictureName(job.source, page), {}};
    QBuffer buffer(&file.bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!picture->image.isNull() && !picture->image.save(&buffer, "PNG")) {
        return failure(FailureCode::OutOfMemory, job.source, QStringLiteral("PNG"));
    }
    return file;
}

Result<ExportReport> writeOneFile(const ExportJob& job) {
    const Result<ExportedFile> made = exported(job);
    if (!made) {
        return tl::unexpected(made.error());
    }
    return save(job, {QString(), made->bytes}).map([&](int files) {
        ExportReport report = made->report;
        report.files = files;
        return report;
    });
}

Result<ExportReport> writeFolder(const ExportJob& job, const std::stop_token& stop,
                                 const std::function<void(int page)>& progress) {
    const QVector<PictureBoxes> pictures = picturesOf(job);
    ExportReport report{job.target};
    report.boxes = int(chosenBoxes(job).size());
    report.pages = int(pictures.size());
    // The pictures first: a list that is there names none that is missing.
    for (const int page : job.withPictures ? chosenPages(job) : QVector<int>()) {
        const Result<ExportFile> file =
            pictureFile(job, page, job.format->folder().pictureFolder, stop);
        if (stop.stop_requested()) {
            report.stopped = true;
            return report;
        }
        const Result<int> saved = file ? save(job, *file) : tl::unexpected(file.error());
        if (!saved) {
            return tl::unexpected(saved.error());
        }
        report.files += *saved;
        if (progress) {
            progress(page);
        }
    }
    for (const ExportFile& file : job.format->folder().write(pictures)) {
        const Result<int> saved = save(job, file);
        if (!saved) {
            return tl::unexpected(saved.error());
        }
        report.files += *saved;
    }
    return report;
}

} // namespace

QString pictureName(const QString& source, int page) {
    return QStringLiteral("%1-%2.png")
        .arg(QFileInfo(source).completeBaseName())
        .arg(page + 1, 4, 10, QLatin1Char('0'));
}

QString suggestedName(const QString& source, const ExportFormat& format) {
    return QFileInfo(source).completeBaseName() + QLatin1String(format.nameEnd);
}

QStringList replacedFiles(const ExportJob& job) {
    QStringList paths;
    if (job.format->target() == ExportTarget::File) {
        paths.append(job.target);
    } else {
        for (const ExportFile& file : job.format->folder().write(picturesOf(job))) {
            paths.append(placeOf(job, file.path));
        }
    }
    paths.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return paths;
}

Result<ExportedFile> exported(const ExportJob& job) {
    return job.format->isOfText()                     ? exportedText(job)
           : job.format->writeConversation != nullptr ? exportedConversation(job)
                                                      : exportedBoxes(job);
}

Result<ExportReport> run(const ExportJob& job, std::stop_token stop,
                         const std::function<void(int page)>& progress) {
    return job.format->target() == ExportTarget::File ? writeOneFile(job)
                                                      : writeFolder(job, stop, progress);
}

} // namespace app

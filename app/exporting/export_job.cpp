// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/export_job.h"

#include "app/documents/page_picture.h"
#include "app/documents/render_limits.h"
#include "app/exporting/pdf_annotations.h"
#include "app/files/file_writer.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>

namespace app {

namespace {

using Files = Result<QVector<ExportFile>>;

QVector<int> chosenPages(const ExportJob& job) {
    QVector<bool> used(job.document->pageCount(), job.pages == ExportPages::All);
    for (const Box& box : job.boxes) {
        if (box.page < used.size()) {
            used[box.page] = true;
        }
    }
    QVector<int> pages;
    for (int page = 0; page < used.size(); ++page) {
        if (used[page]) {
            pages.append(page);
        }
    }
    return pages;
}

// Of the page's picture in the export.
QSize picturePixels(const ExportJob& job, int page) {
    const QSizeF points = job.document->pageSize(page);
    const bool isPicture = !job.document->modelImage(page).isNull();
    return pixelSize(points, isPicture ? kPictureDpi : dpiWithin(points, job.dpi));
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

Files pdfFiles(const ExportJob& job) {
    QFile file(job.source);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(FailureCode::FileAccess, job.source, file.errorString());
    }
    return withAnnotations(file.readAll(), job.source, job.document->pageCount(), job.boxes,
                           job.colorOf)
        .map([](const QByteArray& bytes) {
            return QVector<ExportFile>{{QString(), bytes}};
        });
}

Files textFiles(const ExportJob& job) {
    QStringList pages;
    for (const ProofPage& page : job.texts) {
        const PageText text =
            job.kind == ExportKind::TextChecked ? page.asChecked() : page.asRead();
        pages.append(text.plainText());
    }
    return QVector<ExportFile>{{QString(), pages.join(QStringLiteral("\n\f\n")).toUtf8() + '\n'}};
}

// One row per kind.
struct Exporter {
    ExportKind kind;
    ExportTarget target;
    const char* suffix; // of the suggested name
    const BoxFormat* format;
    Files (*files)(const ExportJob& job); // without a format
};

const QVector<Exporter>& exporters() {
    static const QVector<Exporter> table{
        {ExportKind::Coco, ExportTarget::Folder, "-coco", &cocoFormat(), nullptr},
        {ExportKind::Yolo, ExportTarget::Folder, "-yolo", &yoloFormat(), nullptr},
        {ExportKind::Voc, ExportTarget::Folder, "-voc", &vocFormat(), nullptr},
        {ExportKind::LabelStudio, ExportTarget::Folder, "-label-studio", &labelStudioFormat(),
         nullptr},
        {ExportKind::PdfAnnotations, ExportTarget::File, "-boxes.pdf", nullptr, pdfFiles},
        {ExportKind::TextChecked, ExportTarget::File, ".txt", nullptr, textFiles},
        {ExportKind::TextAsRead, ExportTarget::File, "-as-read.txt", nullptr, textFiles},
    };
    return table;
}

const Exporter& exporterOf(ExportKind kind) {
    return exporters()[int(kind)];
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
    return writeFile(path, file.bytes, Existing::Replace).map([] { return 1; });
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

} // namespace

ExportTarget targetOf(ExportKind kind) {
    return exporterOf(kind).target;
}

QString pictureName(const QString& source, int page) {
    return QStringLiteral("%1-%2.png")
        .arg(QFileInfo(source).completeBaseName())
        .arg(page + 1, 4, 10, QLatin1Char('0'));
}

QString suggestedName(const QString& source, ExportKind kind) {
    return QFileInfo(source).completeBaseName() + QLatin1String(exporterOf(kind).suffix);
}

QStringList replacedFiles(const ExportJob& job) {
    const Exporter& exporter = exporterOf(job.kind);
    QStringList paths;
    if (exporter.target == ExportTarget::File) {
        paths.append(job.target);
    } else {
        for (const ExportFile& file : exporter.format->write(picturesOf(job))) {
            paths.append(placeOf(job, file.path));
        }
    }
    paths.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return paths;
}

Result<ExportReport> run(const ExportJob& job, std::stop_token stop,
                         const std::function<void(int page)>& progress) {
    const Exporter& exporter = exporterOf(job.kind);
    ExportReport report{job.target, 0, int(job.boxes.size()), 0, false};
    const QVector<PictureBoxes> pictures =
        exporter.format != nullptr ? picturesOf(job) : QVector<PictureBoxes>();
    const Files files =
        exporter.format != nullptr ? Files(exporter.format->write(pictures)) : exporter.files(job);
    if (!files) {
        return tl::unexpected(files.error());
    }
    // The pictures first: a list that is there names none that is missing.
    const QVector<int> pages =
        exporter.format != nullptr && job.withPictures ? chosenPages(job) : QVector<int>();
    for (const int page : pages) {
        const Result<ExportFile> file =
            pictureFile(job, page, exporter.format->pictureFolder, stop);
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
    for (const ExportFile& file : *files) {
        const Result<int> saved = save(job, file);
        if (!saved) {
            return tl::unexpected(saved.error());
        }
        report.files += *saved;
    }
    report.pages = exporter.format != nullptr ? int(pictures.size()) : job.document->pageCount();
    return report;
}

} // namespace app

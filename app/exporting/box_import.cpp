// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/box_import.h"

#include "app/exporting/export_job.h"

#include <QFileInfo>

namespace app {

namespace {

constexpr int kMostBoxes = 100'000;

const BoxFormat* formatOf(const QString& path) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == QLatin1String("json")  ? &cocoFormat()
           : suffix == QLatin1String("xml") ? &vocFormat()
           : suffix == QLatin1String("txt") ? &yoloFormat()
                                            : nullptr;
}

QString stemOf(const QString& name) {
    return QFileInfo(name).completeBaseName();
}

// −1: no page. By the name that export gives, by the document's own name, else by being as many as
// there are pages.
int pageOf(const PictureBoxes& picture, const QString& source, int pageCount) {
    const QString stem = stemOf(picture.picture);
    if (pageCount == 1 && stem == stemOf(source)) {
        return 0;
    }
    const qsizetype dash = stem.lastIndexOf(QLatin1Char('-'));
    bool isNumber = false;
    const int number = stem.mid(dash + 1).toInt(&isNumber);
    const bool isOurs = dash > 0 && isNumber && stem.left(dash) == stemOf(source);
    return isOurs && number >= 1 && number <= pageCount ? number - 1 : -1;
}

QVector<int> pagesOf(const QVector<PictureBoxes>& pictures, const QString& source, int pageCount) {
    QVector<int> pages;
    bool any = false;
    for (const PictureBoxes& picture : pictures) {
        pages.append(pageOf(picture, source, pageCount));
        any = any || pages.last() >= 0;
    }
    if (!any && pictures.size() == pageCount) {
        for (int page = 0; page < pageCount; ++page) {
            pages[page] = page;
        }
    }
    return pages;
}

} // namespace

Result<ImportedBoxes> importBoxes(const QStringList& paths, const QString& source, int pageCount) {
    const BoxFormat* format = paths.isEmpty() ? nullptr : formatOf(paths.first());
    for (const QString& path : paths) {
        if (format == nullptr || formatOf(path) != format) {
            return notImportable(path, QStringLiteral("Choose one COCO file (.json), VOC files "
                                                      "(.xml) or YOLO files (.txt)."));
        }
    }
    if (format == nullptr) {
        return notImportable(source, QStringLiteral("No file was chosen."));
    }
    const Result<QVector<PictureBoxes>> pictures = format->read(paths);
    if (!pictures) {
        return tl::unexpected(pictures.error());
    }
    ImportedBoxes imported;
    const QVector<int> pages = pagesOf(*pictures, source, pageCount);
    for (int i = 0; i < pictures->size(); ++i) {
        const PictureBoxes& picture = (*pictures)[i];
        if (pages[i] < 0) {
            imported.unmatched.append(picture.picture);
            continue;
        }
        for (Box box : picture.boxes) {
            const auto place = withinPage(box.place);
            if (!place) {
                ++imported.outside;
                continue;
            }
            box.place = *place;
            box.page = pages[i];
            box.label = plainLabel(box.label);
            box.source = BoxSource::Import;
            box.origin = QFileInfo(paths.first()).fileName();
            imported.boxes.append(box);
        }
    }
    if (imported.boxes.size() > kMostBoxes) {
        return notImportable(paths.first(), QStringLiteral("It holds %1 boxes; the limit is %2.")
                                                .arg(imported.boxes.size())
                                                .arg(kMostBoxes));
    }
    if (imported.boxes.isEmpty() && !imported.unmatched.isEmpty()) {
        return notImportable(
            paths.first(),
            QStringLiteral("It is about other pictures (“%1”), not about pages of “%2”.")
                .arg(imported.unmatched.first(), QFileInfo(source).fileName()));
    }
    return imported;
}

} // namespace app

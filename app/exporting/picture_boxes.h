// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// PictureBoxes: the boxes of one picture as the formats of annotation tools see them: a file name,
// a size in pixels, boxes with labels. What formats write and read; values, any thread.
#pragma once

#include "app/annotating/box.h"
#include "app/result.h"

#include <QByteArray>
#include <QSize>
#include <QStringList>

namespace app {

struct PictureBoxes {
    QString picture; // file name without folder
    QSize pixels;
    QVector<Box> boxes; // `page` means nothing here
};

struct ExportFile {
    QString path; // below the chosen folder
    QByteArray bytes;
};

// A format of annotation tools; one file each in this folder.
struct BoxFormat {
    QString pictureFolder; // where its tools expect the pictures
    QVector<ExportFile> (*write)(const QVector<PictureBoxes>& pictures);
    // Paths as a person chose them; null: Tessera does not read this format.
    Result<QVector<PictureBoxes>> (*read)(const QStringList& paths);
};

const BoxFormat& cocoFormat();
const BoxFormat& yoloFormat();
const BoxFormat& vocFormat();
const BoxFormat& labelStudioFormat();

// --- what formats share ---

// Formats know no box without a label.
QString labelToWrite(const Box& box);
// The labels to write, in alphabetical order.
QStringList labelsToWrite(const QVector<PictureBoxes>& pictures);
QRectF toPixels(const QRectF& place, const QSize& pixels);
QRectF fromPixels(const QRectF& rect, const QSize& pixels);
// Three digits behind the point: of a pixel more would only look exact.
double rounded(double value);
// The whole file; BadArguments when it is not there, not readable or unreasonably large.
Result<QByteArray> readForImport(const QString& path);
tl::unexpected<Failure> notImportable(const QString& path, const QString& why);

} // namespace app

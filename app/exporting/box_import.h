// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Boxes from the files of annotation tools: which format it is, and which picture in them is which
// page of the document. Nothing is taken over from a file that is not wholly understood; boxes that
// lie beside their page are left out and counted. Any thread.
#pragma once

#include "app/exporting/picture_boxes.h"

namespace app {

struct ImportedBoxes {
    QVector<Box> boxes;
    int outside = 0;       // boxes that lie beside their page
    QStringList unmatched; // pictures that are no page of the document
};

// source: the document's file; paths: what a person chose: a COCO .json, VOC .xml files, YOLO .txt
// files or their classes.txt. BadArguments names the file and what is wrong with it.
Result<ImportedBoxes> importBoxes(const QStringList& paths, const QString& source, int pageCount);

} // namespace app

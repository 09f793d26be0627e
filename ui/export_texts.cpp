// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export_texts.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

namespace {

constexpr const char* kContext = "ui::ExportTexts";

struct Texts {
    const char* name; // of the format
    const char* title;
    const char* description;
};

constexpr Texts kTexts[] = {
    {"pdf", QT_TRANSLATE_NOOP("ui::ExportTexts", "Searchable PDF"),
     QT_TRANSLATE_NOOP("ui::ExportTexts",
                       "All pages as they are, with invisible text over their ink to search and "
                       "copy. Pages that have text of their own keep it.")},
    {"txt", QT_TRANSLATE_NOOP("ui::ExportTexts", "Text: plain"),
     QT_TRANSLATE_NOOP("ui::ExportTexts", "The lines as they stand on the pages.")},
    {"markdown", QT_TRANSLATE_NOOP("ui::ExportTexts", "Text: Markdown"),
     QT_TRANSLATE_NOOP("ui::ExportTexts", "Headings and paragraphs, lines joined.")},
    {"html", QT_TRANSLATE_NOOP("ui::ExportTexts", "Text: HTML"),
     QT_TRANSLATE_NOOP("ui::ExportTexts",
                       "Headings and paragraphs for browsers and word processors.")},
    {"odt", QT_TRANSLATE_NOOP("ui::ExportTexts", "Text: ODT"),
     QT_TRANSLATE_NOOP("ui::ExportTexts",
                       "Headings and paragraphs for LibreOffice and other word processors.")},
    {"csv", QT_TRANSLATE_NOOP("ui::ExportTexts", "Table: CSV"),
     QT_TRANSLATE_NOOP("ui::ExportTexts",
                       "The pages row by row, what stands in columns in columns.")},
    {"xlsx", QT_TRANSLATE_NOOP("ui::ExportTexts", "Table: XLSX"),
     QT_TRANSLATE_NOOP("ui::ExportTexts",
                       "The same for spreadsheets: a tab for each page, numbers as numbers.")},
    {"hocr", QT_TRANSLATE_NOOP("ui::ExportTexts", "Text with places: hOCR"),
     QT_TRANSLATE_NOOP("ui::ExportTexts", "HTML with the place of every word, in pixels at 300 "
                                          "dpi.")},
    {"alto", QT_TRANSLATE_NOOP("ui::ExportTexts", "Text with places: ALTO"),
     QT_TRANSLATE_NOOP("ui::ExportTexts", "ALTO 4 XML, as libraries and archives use it.")},
    {"json", QT_TRANSLATE_NOOP("ui::ExportTexts", "Text with places: JSON"),
     QT_TRANSLATE_NOOP("ui::ExportTexts", "Lines and words with places and probabilities, for "
                                          "programs.")},
    {"conversation-md", QT_TRANSLATE_NOOP("ui::ExportTexts", "Conversation: Markdown"),
     QT_TRANSLATE_NOOP("ui::ExportTexts",
                       "Questions and answers, with the places that they name cut out of the "
                       "pages.")},
    {"conversation-html", QT_TRANSLATE_NOOP("ui::ExportTexts", "Conversation: HTML"),
     QT_TRANSLATE_NOOP("ui::ExportTexts",
                       "The same as one file for browsers, which loads nothing.")},
    {"conversation-pdf", QT_TRANSLATE_NOOP("ui::ExportTexts", "Conversation: PDF"),
     QT_TRANSLATE_NOOP("ui::ExportTexts", "The same on paper.")},
    {"coco", QT_TRANSLATE_NOOP("ui::ExportTexts", "Boxes: COCO"),
     QT_TRANSLATE_NOOP("ui::ExportTexts",
                       "One JSON file for all pages, boxes in pixels. Can be imported again.")},
    {"yolo", QT_TRANSLATE_NOOP("ui::ExportTexts", "Boxes: YOLO"),
     QT_TRANSLATE_NOOP("ui::ExportTexts", "A text file per page with classes.txt and data.yaml. "
                                          "Can be imported again.")},
    {"voc", QT_TRANSLATE_NOOP("ui::ExportTexts", "Boxes: Pascal VOC"),
     QT_TRANSLATE_NOOP("ui::ExportTexts",
                       "An XML file per page, boxes in whole pixels. Can be imported again.")},
    {"label-studio", QT_TRANSLATE_NOOP("ui::ExportTexts", "Boxes: Label Studio"),
     QT_TRANSLATE_NOOP("ui::ExportTexts", "A JSON file of tasks, one per page.")},
    {"boxes-pdf", QT_TRANSLATE_NOOP("ui::ExportTexts", "Boxes: PDF with annotations"),
     QT_TRANSLATE_NOOP("ui::ExportTexts", "A copy of the PDF with a frame around each box. The PDF "
                                          "itself stays as it is.")},
};

const Texts& textsOf(const app::ExportFormat& format) {
    return *std::find_if(std::begin(kTexts), std::end(kTexts),
                         [&](const Texts& texts) { return qstrcmp(texts.name, format.name) == 0; });
}

} // namespace

QString exportTitle(const app::ExportFormat& format) {
    return QCoreApplication::translate(kContext, textsOf(format).title);
}

QString exportDescription(const app::ExportFormat& format) {
    return QCoreApplication::translate(kContext, textsOf(format).description);
}

} // namespace ui

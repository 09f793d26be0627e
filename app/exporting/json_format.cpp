// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// JSON after resources/schemas/read-document-1.schema.json, whose number changes when a reader of
// the old one could no longer read the new one. Boxes are [x0, y0, x1, y1], 0 to 1 of the page.
#include "app/exporting/export_format.h"
#include "app/exporting/placed_words.h"
#include "app/plain_text.h"
#include "app/reading/box_json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace app {

namespace {

constexpr int kSchema = 1;

QJsonObject lineJson(const ReadLine& line) {
    QJsonArray words;
    for (const ReadWord& word : placedWords(line)) {
        words.append(QJsonObject{{QStringLiteral("text"), word.text},
                                 {QStringLiteral("box"), boxJson(word.box)},
                                 {QStringLiteral("confidence"), double(word.confidence)}});
    }
    return {{QStringLiteral("text"), withoutControls(line.text)},
            {QStringLiteral("box"), boxJson(line.box)},
            {QStringLiteral("block"), line.block},
            {QStringLiteral("words"), words}};
}

QJsonObject pageJson(const ReadPage& page) {
    QJsonArray lines;
    for (const ReadLine& line : page.text.lines) {
        lines.append(lineJson(line));
    }
    return {{QStringLiteral("page"), page.page + 1},
            {QStringLiteral("width"), page.points.width()},
            {QStringLiteral("height"), page.points.height()},
            {QStringLiteral("source"),
             page.source == TextSource::File ? QStringLiteral("file") : QStringLiteral("model")},
            {QStringLiteral("complete"), page.text.complete},
            {QStringLiteral("text"), withoutControls(page.text.plainText())},
            {QStringLiteral("lines"), lines}};
}

} // namespace

Result<Exported> exportJson(const ReadDocument& document) {
    QJsonArray pages;
    for (const ReadPage& page : document.pages) {
        pages.append(pageJson(page));
    }
    const QJsonObject object{
        {QStringLiteral("schema"), kSchema},
        {QStringLiteral("file"), withoutControls(document.name)},
        {QStringLiteral("model"), document.model.isEmpty()
                                      ? QJsonValue(QJsonValue::Null)
                                      : QJsonValue(withoutControls(document.model))},
        {QStringLiteral("pages"), pages}};
    return Exported{QJsonDocument(object).toJson(QJsonDocument::Indented), {}};
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/page_text.h"

#include "app/reading/beside.h"
#include "app/reading/box_json.h"

namespace app {

namespace {

QJsonObject toJson(const ReadWord& word) {
    return {{QStringLiteral("text"), word.text},
            {QStringLiteral("box"), boxJson(word.box)},
            {QStringLiteral("confidence"), static_cast<double>(word.confidence)}};
}

QJsonObject toJson(const ReadLine& line) {
    QJsonArray words;
    for (const ReadWord& word : line.words) {
        words.append(toJson(word));
    }
    return {{QStringLiteral("text"), line.text},
            {QStringLiteral("box"), boxJson(line.box)},
            {QStringLiteral("block"), line.block},
            {QStringLiteral("words"), words}};
}

} // namespace

QString PageText::plainText() const {
    QString text;
    const ReadLine* before = nullptr;
    for (const ReadLine& line : lines) {
        if (before != nullptr) {
            const bool isBeside = !line.box.isNull() && line.block == before->block &&
                                  areBeside(before->box, line.box);
            text += isBeside                      ? QStringLiteral(" ")
                    : line.block != before->block ? QStringLiteral("\n\n")
                                                  : QStringLiteral("\n");
        }
        text += line.text;
        before = &line;
    }
    return text;
}

QJsonObject PageText::toJson() const {
    QJsonArray array;
    for (const ReadLine& line : lines) {
        array.append(app::toJson(line));
    }
    return {{QStringLiteral("text"), plainText()},
            {QStringLiteral("complete"), complete},
            {QStringLiteral("lines"), array}};
}

} // namespace app

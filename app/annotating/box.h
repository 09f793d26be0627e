// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Box: a rectangle on a page with a label, and where it comes from. A value; places are page
// coordinates 0…1 of the upright page. Labels come from people, models and files: they are one line
// of plain text, whatever they were.
#pragma once

#include <QRectF>
#include <QString>
#include <QVector>

#include <optional>

namespace app {

enum class BoxSource {
    Person,
    Find,   // a phrase that a model found
    Answer, // a place that an answer speaks of
    Import, // a file
};

struct Box {
    quint64 id = 0; // given by BoxList, never twice in one list
    int page = 0;
    QRectF place;
    QString label;
    BoxSource source = BoxSource::Person;
    QString origin; // the phrase, question or file it comes from
};

constexpr int kMostLabelCharacters = 200;

// The text as one line without control and direction characters, cut to kMostLabelCharacters.
QString plainLabel(const QString& text);
// What of the rectangle lies on the page; none when nothing does, or when it is no rectangle.
std::optional<QRectF> withinPage(const QRectF& place);
// The different labels in alphabetical order.
QStringList labelsOf(const QVector<Box>& boxes);

} // namespace app

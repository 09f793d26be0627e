// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is searched for in the library and what is found. All words have to be in a passage, as
// words, as their beginnings or as parts of them; "words in quotes" stand together. Values and pure
// functions, any thread.
#pragma once

#include "app/reading/page_text.h"

#include <QByteArray>
#include <QDateTime>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <QVector>

namespace app {

struct LibraryQuery {
    QString text = {};
    QByteArray document = {}; // only in this one; empty: in all
    int most = 50;
};

struct LibraryHit {
    enum class Kind { Title, Page, Turn };

    struct Mark { // of the snippet, what was searched for
        int start = 0;
        int length = 0;

        bool operator==(const Mark&) const = default;
    };

    Kind kind = Kind::Page;
    QByteArray document;
    QString title;
    QString path;
    int page = 0;
    QByteArray conversation; // of a turn, its name
    qint64 turn = -1;        // and its place in it
    QString snippet;
    QVector<Mark> marks;
};

struct LibraryHits {
    QVector<LibraryHit> hits; // the best first
    int total = 0;            // of which hits may be only the first
};

// The words and quoted phrases of a query.
QStringList searchTerms(const QString& query);

// Where on the page the terms stand: boxes of words, or of lines whose words are not known.
QVector<QRectF> placesOfTerms(const PageText& text, const QStringList& terms);

} // namespace app

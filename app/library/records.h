// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What goes into the library and comes out of it. Values, any thread.
#pragma once

#include "app/analysis/analysis.h"
#include "app/asking/conversation.h"

#include <QByteArray>
#include <QDateTime>
#include <QSize>
#include <QString>
#include <QVector>

namespace app {

struct DocumentRecord {
    QByteArray hash; // SHA-256 of its bytes
    QString title;
    QString path; // where it was seen last; may be empty (standard input)
    int pages = 0;
    qint64 bytes = 0;
    QDateTime seen;
};

struct ModelIdentity {
    QByteArray hash; // of its configuration and weights
    QString name;
    QString version;
    QString folder;
};

// What a page looks like to a model.
struct KnownPicture {
    QByteArray hash = {}; // of its pixels; empty: not known
    QSize size = {};
};

// What a model made of a request, under the key of all that determines it (result_key.h).
struct ResultRecord {
    QByteArray key;
    ModelIdentity model;
    QString prompt;
    QString settings; // JSON, for people
    QVector<PageOrigin> origins;
    QVector<KnownPicture> pictures; // one per origin
    AnalysisResult result;
};

// A turn of a conversation that has been answered.
struct KeptTurn {
    qint64 place = 0; // in its conversation: turns are ordered by it
    Question asked;
    QString model; // its name
    AnalysisResult result;
    QDateTime when;
};

// A conversation about one document. Its name is given by whom it belongs to and never changes.
struct KeptConversation {
    QByteArray name;
    QVector<KeptTurn> turns;
};

} // namespace app

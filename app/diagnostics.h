// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a bug report needs to say about program, machine and models; no document text is in it.
// English, the same in the window and from `tessera-cli doctor`. Reads small files; any thread.
#pragma once

#include "app/models/model_catalog.h"

#include <QString>
#include <QVector>

namespace app {

struct DiagnosticLine {
    QString label; // empty: goes on with the line before
    QString value;
};

struct Diagnostics {
    QVector<DiagnosticLine> lines;
    QVector<Failure> problems; // folders that look like models but cannot be used
    int models = 0;

    QString text() const; // the lines, in columns
};

Diagnostics diagnose(const ModelCatalog& catalog);

} // namespace app

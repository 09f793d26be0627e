// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Prompts: everything for which the window has to wait for a person. Two implementations: real
// dialogs (ui/dialogs/dialog_prompts) and scripted answers in tests/ui. GUI thread.
#pragma once

#include "app/exporting/export_job.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace ui {

enum class PasswordTry { First, Again };

// What of a document could be exported.
struct ExportOffer {
    QString source; // the document's file
    QString folder; // where to put things when nobody says otherwise
    int pageCount = 1;
    int readPages = 0;
    bool isPdf = true;
    bool hasBoxes = false;
    bool hasCorrections = false;
    bool hasConversation = false;
    QString first = QStringLiteral("pdf"); // the format that is probably wanted
};

struct ExportChoice {
    const app::ExportFormat* format = nullptr;
    QString target;
    QVector<int> chosen = {}; // pages; empty: all
    app::ExportedText text = app::ExportedText::Checked;
    app::ExportPages pages = app::ExportPages::All;
    bool withPictures = true;
    double dpi = app::kPagePictureDpi;
};

class Prompts {
public:
    virtual ~Prompts() = default;

    // Empty when nothing was chosen.
    virtual QStringList chooseFiles() = 0;
    virtual QString chooseFolder(const QString& title) = 0;
    virtual QStringList chooseBoxFiles() = 0;
    virtual std::optional<ExportChoice> chooseExport(const ExportOffer& offer) = 0;
    virtual std::optional<QString> askPassword(const QString& documentName, PasswordTry which) = 0;
    // action: the text of the button that does it.
    virtual bool confirm(const QString& question, const QString& action) = 0;
    // Shows all of the target, and opens it outside the program when the person agrees.
    virtual void offerLink(const QUrl& target) = 0;
    // A file for a table, with the end of a format that there is; asks before one is replaced.
    virtual QString chooseTableFile(const QString& suggestion) = 0;
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ScriptedPrompts: a person whose answers are known beforehand. What was asked is kept.
#pragma once

#include "ui/prompts.h"

#include <QStringList>

namespace ui {

class ScriptedPrompts final : public Prompts {
public:
    QStringList files;     // chosen each time
    QString folder;        // likewise
    QStringList passwords; // given one after another; none left: cancels
    bool agrees = true;
    QStringList boxFiles; // chosen each time
    QString tableFile;    // likewise
    std::optional<ExportChoice> exportChosen;

    QVector<PasswordTry> passwordsAsked;
    QStringList confirmationsAsked;
    QVector<ExportOffer> exportsOffered;
    QList<QUrl> linksOffered;

    QStringList chooseFiles() override { return files; }

    QString chooseFolder(const QString&) override { return folder; }

    QStringList chooseBoxFiles() override { return boxFiles; }

    QString chooseTableFile(const QString&) override { return tableFile; }

    std::optional<ExportChoice> chooseExport(const ExportOffer& offer) override {
        exportsOffered.append(offer);
        return exportChosen;
    }

    std::optional<QString> askPassword(const QString&, PasswordTry which) override {
        passwordsAsked.append(which);
        return passwords.isEmpty() ? std::nullopt : std::optional(passwords.takeFirst());
    }

    bool confirm(const QString& question, const QString&) override {
        confirmationsAsked.append(question);
        return agrees;
    }

    void offerLink(const QUrl& target) override { linksOffered.append(target); }
};

} // namespace ui

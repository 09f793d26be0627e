// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// DialogPrompts: Prompts with real dialogs over a window. GUI thread.
#pragma once

#include "ui/prompts.h"

class QWidget;

namespace ui {

class DialogPrompts final : public Prompts {
public:
    // The window that dialogs belong to when no other is active; set before the first is needed.
    void setWindow(QWidget* window) { m_window = window; }

    QStringList chooseFiles() override;
    QString chooseFolder(const QString& title) override;
    QStringList chooseBoxFiles() override;
    QString chooseTableFile(const QString& suggestion) override;
    std::optional<ExportChoice> chooseExport(const ExportOffer& offer) override;
    std::optional<QString> askPassword(const QString& documentName, PasswordTry which) override;
    bool confirm(const QString& question, const QString& action) override;
    void offerLink(const QUrl& target) override;

private:
    QWidget* owner() const;

    QWidget* m_window = nullptr;
    QString m_folder; // where files were chosen last
};

} // namespace ui

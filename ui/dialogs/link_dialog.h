// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// LinkDialog: shows where a link of an answer leads, all of it and in the letters it is really
// written in, before anything is opened. Accepted: open it. GUI thread.
#pragma once

#include <QDialog>

class QUrl;

namespace ui {

class LinkDialog final : public QDialog {
    Q_OBJECT
public:
    explicit LinkDialog(const QUrl& target, QWidget* parent = nullptr);
};

} // namespace ui

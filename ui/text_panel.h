// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// TextPanel: the side panel's tab for the text that was read from the current page. Says what the
// user wants; does nothing itself. GUI thread.
#pragma once

#include <QWidget>

namespace ui {

class TextPanel final : public QWidget {
    Q_OBJECT
public:
    explicit TextPanel(QWidget* parent = nullptr);

signals:
    void readWanted();
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// BoxesPanel: the side panel's tab for the boxes of the document. Says what the user wants; does
// nothing itself. GUI thread.
#pragma once

#include <QWidget>

namespace ui {

class BoxesPanel final : public QWidget {
    Q_OBJECT
public:
    explicit BoxesPanel(QWidget* parent = nullptr);

signals:
    void findWanted();
};

} // namespace ui

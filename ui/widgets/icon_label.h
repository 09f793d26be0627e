// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// IconLabel: an icon as a picture, drawn afresh each time, so that it follows palette and screen.
// Not for pressing. GUI thread.
#pragma once

#include <QIcon>
#include <QWidget>

namespace ui {

class IconLabel final : public QWidget {
    Q_OBJECT
public:
    IconLabel(const QIcon& icon, int edge, QWidget* parent = nullptr);

    void setIcon(const QIcon& icon);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QIcon m_icon;
};

} // namespace ui

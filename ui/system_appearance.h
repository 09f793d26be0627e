// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// SystemAppearance: whether the desktop asks for dark colours and for less motion, now and whenever
// it changes its mind. Asks the desktop portal over the session bus without waiting for it; until
// it answers, and where there is none, the palette that the platform gave the application decides.
// GUI thread; make it before the program sets a palette of its own.
#pragma once

#include "ui/theme.h"

#include <QObject>

class QDBusVariant;

namespace ui {

class SystemAppearance final : public QObject {
    Q_OBJECT
public:
    explicit SystemAppearance(QObject* parent = nullptr);

    ColorScheme colorScheme() const { return m_scheme; }

signals:
    void colorSchemeChanged(ui::ColorScheme scheme);
    void motionChanged(bool wanted);

private slots:
    void take(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void ask(const QString& group, const QString& key);

    const ColorScheme m_platformScheme;
    ColorScheme m_scheme;
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Surfaces: the window and every dialog, each by its name and the way to it, so that what has to
// hold for all of them is checked on all, and pictures are made of all. A new dialog belongs here.
#pragma once

#include "tests/ui/window_story.h"

#include <QLocale>
#include <QTranslator>
#include <QVector>

#include <functional>

namespace ui {

struct Surface {
    const char* name;
    // Brings it up in a story with a document and a model; it lives as long as the story's window.
    std::function<QWidget*(WindowStory& story)> open;
};

QVector<Surface> surfaces();

// For messages: its class, its name and where it is.
QString describe(const QWidget* widget);
// The text on a button or label; empty for others.
QString shownText(const QWidget* widget);

// What there are translations for: "de", "en"…
QStringList languages();

// Turns to the language for its life, Qt's own texts with it.
class Speaking final {
public:
    explicit Speaking(const QString& language);
    ~Speaking();
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;

private:
    QLocale m_before;
    QTranslator m_qt;
    QTranslator m_tessera;
};

} // namespace ui

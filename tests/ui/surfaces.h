// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Surfaces: the window and every dialog, each by its name and the way to it, so that what has to
// hold for all of them is checked on all, and pictures are made of all. A new dialog belongs here.
#pragma once

#include "tests/ui/window_story.h"

#include <QVector>

#include <functional>

class QTranslator;

namespace ui {

struct Surface {
    const char* name;
    // Brings it up in a story with a document and a model; it lives as long as the story's window.
    std::function<QWidget*(WindowStory& story)> open;
};

QVector<Surface> surfaces();

// What there are translations for: files to load, and "" for English.
QStringList translationFiles();

// Turns to the language of the file for its life.
class Speaking final {
public:
    explicit Speaking(const QString& file);
    ~Speaking();
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;

private:
    QTranslator* m_translator = nullptr;
};

} // namespace ui

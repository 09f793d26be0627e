// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// WindowStory: the real main window with a scripted model and a scripted person, and the gestures
// that stories about it are made of. GUI thread.
#pragma once

#include "tests/app/scripted_analyzer.h"
#include "tests/ui/scripted_prompts.h"
#include "ui/main_window.h"

#include <QTemporaryDir>
#include <QUrl>

#include <functional>
#include <memory>

class QAction;

namespace ui {

class WindowStory {
public:
    // The script's functions can be set before or after, but before anything is asked.
    // settings: the file that an earlier run left. hub: where models are downloaded from.
    explicit WindowStory(std::shared_ptr<app::Script> script = std::make_shared<app::Script>(),
                         const QByteArray& settings = {}, const QUrl& hub = {});
    // With this analyzer instead of a script.
    explicit WindowStory(std::function<std::unique_ptr<app::Analyzer>()> makeAnalyzer,
                         const QByteArray& settings = {}, const QUrl& hub = {});
    ~WindowStory();

    app::Script& script() { return *m_script; }

    ScriptedPrompts& prompts() { return m_prompts; }

    app::AnalysisQueue& queue() { return *m_queue; }

    app::Settings& settings() { return m_settings; }

    app::ModelLoader& models() { return *m_models; }

    // Holds the settings, and "models", the folder for downloaded ones.
    QString folder() const { return m_folder.path(); }

    MainWindow& window() { return *m_window; }

    PageView& pages() const;

    // Opens the model and waits for it.
    void loadModel();
    // Opens and waits until it is the current document and its page no longer moves.
    void open(const QString& path);
    void trigger(const char* action) const;
    QAction* action(const char* name) const;
    void type(const QString& question) const;
    void send() const;

    template <typename Widget>
    Widget* find(const char* name) const {
        return m_window->findChild<Widget*>(QString::fromLatin1(name));
    }

    QString lastText(const char* labelName) const;

    void closeWindow() { m_window.reset(); }

private:
    std::shared_ptr<app::Script> m_script;
    QTemporaryDir m_folder;
    app::Settings m_settings;
    ScriptedPrompts m_prompts;
    std::unique_ptr<app::AnalysisQueue> m_queue;
    std::unique_ptr<app::ModelLoader> m_models;
    std::unique_ptr<MainWindow> m_window;
};

// Runs the event loop until then, at most so long.
void waitUntil(const std::function<bool()>& done, int milliseconds = 10'000);

// A PDF with so many pages of A4, a black frame at 0.25…0.75 of each, written into the folder.
QString writePdf(const QString& folder, int pages,
                 const QString& name = QStringLiteral("pages.pdf"));

// How far the wanted colour is from the best pixel there or next to it: pages and boxes are painted
// on whole pixels, coordinates are not. 0…255.
int nearestColor(const PageView& pages, const QPointF& at, const QColor& wanted);
QColor pixelAt(const PageView& pages, const QPointF& at);
// The largest difference in one channel.
int apart(const QColor& a, const QColor& b);

std::shared_ptr<app::Script>
answering(std::function<app::ScriptedAnswer(const app::AnalysisRequest&)> answer);
// Repeats the question and finds it at (0.1, 0.1, 0.2 × 0.05) and (0.3, 0.6, 0.4 × 0.1).
app::ScriptedAnswer twoPlaces(const app::AnalysisRequest& request);
// Writes until it is stopped.
app::ScriptedAnswer endlessly(const app::AnalysisRequest& request);

} // namespace ui

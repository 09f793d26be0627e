// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_story.h"

#include "tests/ui/square_page.h"
#include "ui/widgets/growing_text.h"
#include "ui/widgets/question_edit.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFileInfo>
#include <QLabel>
#include <QPainter>
#include <QPdfWriter>

#include <functional>

using namespace std::chrono_literals;

namespace ui {

void waitUntil(const std::function<bool()>& done, int milliseconds) {
    const QDeadlineTimer deadline(milliseconds);
    while (!done() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
}

namespace {

QString written(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("%s cannot be written", qPrintable(path));
    }
    return path;
}

// Nano, and whatever a test puts into the folder "models".
app::ModelCatalog catalogIn(const QString& folder, const QUrl& hub) {
    app::ModelPlaces places;
    places.shipped = {QStringLiteral(TESSERA_SOURCE_DIR "/resources/models")};
    places.ownFolder = folder + QStringLiteral("/models");
    places.hub = hub;
    return app::ModelCatalog(places);
}

} // namespace

WindowStory::WindowStory(std::shared_ptr<app::Script> script, const QByteArray& settings,
                         const QUrl& hub)
    : WindowStory(app::scripted(script), settings, hub) {
    m_script = std::move(script);
}

WindowStory::WindowStory(std::function<std::unique_ptr<app::Analyzer>()> makeAnalyzer,
                         const QByteArray& settings, const QUrl& hub)
    : m_settings(written(m_folder.filePath(QStringLiteral("tessera.ini")), settings))
    , m_queue(std::make_unique<app::AnalysisQueue>(std::move(makeAnalyzer)))
    , m_models(
          std::make_unique<app::ModelLoader>(catalogIn(m_folder.path(), hub), m_settings, *m_queue))
    , m_window(std::make_unique<MainWindow>(*m_queue, m_settings, m_prompts, *m_models)) {
    m_window->show();
}

WindowStory::~WindowStory() {
    closeWindow();
}

PageView& WindowStory::pages() const {
    return *find<PageView>("pageView");
}

void WindowStory::loadModel() {
    bool loaded = false;
    const auto watch = QObject::connect(m_queue.get(), &app::AnalysisQueue::modelOpened,
                                        m_window.get(), [&loaded] { loaded = true; });
    m_queue->openModel({QStringLiteral("scripted")});
    waitUntil([&loaded] { return loaded; });
    QObject::disconnect(watch);
}

void WindowStory::open(const QString& path) {
    m_window->openPaths({path});
    const QString name = QFileInfo(path).fileName();
    waitUntil([&] { return m_window->windowTitle().startsWith(name); });
    QPointF place;
    int unmoved = 0;
    waitUntil([&] {
        const QPointF now = pages().toViewport({0, {0.5, 0.5}});
        unmoved = now == place ? unmoved + 1 : 0;
        place = now;
        return unmoved == 5;
    });
}

QAction* WindowStory::action(const char* name) const {
    return find<QAction>(name);
}

void WindowStory::trigger(const char* name) const {
    action(name)->trigger();
}

void WindowStory::type(const QString& question) const {
    find<QuestionEdit>("question")->setPlainText(question);
}

void WindowStory::send() const {
    find<QAbstractButton>("send")->click();
}

QString WindowStory::lastText(const char* name) const {
    const auto texts = m_window->findChildren<QWidget*>(QString::fromLatin1(name));
    if (texts.isEmpty()) {
        return {};
    }
    if (auto* label = qobject_cast<QLabel*>(texts.last())) {
        return label->text();
    }
    return qobject_cast<GrowingText*>(texts.last())->toPlainText();
}

QString writePdf(const QString& folder, int pages, const QString& name) {
    const QString path = folder + QLatin1Char('/') + name;
    QPdfWriter writer(path);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});
    QPainter painter(&writer);
    for (int page = 0; page < pages; ++page) {
        if (page > 0) {
            writer.newPage();
        }
        const QRectF paper = painter.viewport();
        painter.setPen(QPen(Qt::black, 30));
        painter.drawRect(
            QRectF(paper.width() / 4, paper.height() / 4, paper.width() / 2, paper.height() / 2));
    }
    painter.end();
    return path;
}

int apart(const QColor& a, const QColor& b) {
    return std::max({std::abs(a.red() - b.red()), std::abs(a.green() - b.green()),
                     std::abs(a.blue() - b.blue())});
}

QColor pixelAt(const PageView& pages, const QPointF& at) {
    const QImage shot = pages.viewport()->grab().toImage();
    return shot.pixelColor((at * shot.devicePixelRatio()).toPoint());
}

int nearestColor(const PageView& pages, const QPointF& at, const QColor& wanted) {
    return nearestColor(pages.viewport()->grab().toImage(), at, wanted);
}

app::ScriptedAnswer twoPlaces(const app::AnalysisRequest& request) {
    app::ScriptedAnswer answer;
    answer.text = request.text;
    answer.places = {{request.text, QRectF(0.1, 0.1, 0.2, 0.05), 0, 0},
                     {request.text, QRectF(0.3, 0.6, 0.4, 0.1), 0, 0}};
    return answer;
}

app::ScriptedAnswer endlessly(const app::AnalysisRequest&) {
    app::ScriptedAnswer answer;
    answer.text = QStringLiteral("on and on ");
    answer.perCharacter = 2ms;
    answer.endless = true;
    return answer;
}

std::shared_ptr<app::Script>
answering(std::function<app::ScriptedAnswer(const app::AnalysisRequest&)> answer) {
    auto script = std::make_shared<app::Script>();
    script->answer = std::move(answer);
    return script;
}

} // namespace ui

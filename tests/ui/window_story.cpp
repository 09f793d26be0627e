// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_story.h"

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

namespace ui {

void waitUntil(const std::function<bool()>& done, int milliseconds) {
    const QDeadlineTimer deadline(milliseconds);
    while (!done() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
}

WindowStory::WindowStory(std::shared_ptr<app::Script> script)
    : m_script(std::move(script))
    , m_queue(std::make_unique<app::AnalysisQueue>(app::scripted(m_script)))
    , m_window(std::make_unique<MainWindow>(*m_queue, m_prompts)) {
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

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/areas/restoring.h"

#include <QFileInfo>
#include <QMainWindow>
#include <QMenu>
#include <QScrollBar>
#include <QSplitter>

#include <utility>

namespace ui {

namespace {

const app::Setting<QByteArray> kGeometry{"window/geometry", {}};
const app::Setting<QByteArray> kSplitter{"window/splitter", {}};
const app::Setting<bool> kShowPages{"window/showPages", true};
const app::Setting<bool> kShowSidePanel{"window/showSidePanel", true};
// Long enough to gather what belongs together, short enough to be there after a crash.
constexpr std::chrono::milliseconds kKeepAfter(1500);

} // namespace

Restoring::Restoring(Workspace& work, QSplitter& splitter)
    : m_work(work)
    , m_splitter(splitter)
    , m_session(work.settings())
    , m_recent(new QMenu(tr("Open &Recent"), &work.window())) {
    m_recent->setObjectName(QStringLiteral("recentFiles"));
    m_recent->setToolTipsVisible(true);
    fillRecentFiles();
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(kKeepAfter);
    connect(&m_keepSoon, &QTimer::timeout, this, &Restoring::keep);
    connectDocuments();
    connectChanges();
}

QVector<ActionRow> Restoring::rows() {
    return {{"reopenTab",
             tr("Reopen Closed &Tab"),
             {},
             {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T)},
             [this] { reopen(); },
             tr("Open the document that was closed last, where you were in it")}};
}

void Restoring::connectDocuments() {
    const DocumentTabs& documents = m_work.documents();
    connect(&documents, &DocumentTabs::added, this, [this](const OpenDocument& open) {
        if (!open.path.isEmpty()) {
            m_session.addRecentFile(open.path);
            fillRecentFiles();
        }
    });
    connect(&documents, &DocumentTabs::closing, this, [this](const OpenDocument& open, int index) {
        if (!open.path.isEmpty()) { // the sample and pasted pictures are not on disk
            m_closed.append({open.path, open.position, index});
        }
    });
    connect(&m_work.loader(), &DocumentLoader::busyChanged, this, [this](bool busy) {
        if (!busy && std::exchange(m_restoring, false)) {
            m_work.documents().showPath(std::exchange(m_current, {}));
            m_work.documents().expectNothing(); // files that are not there any more
        }
    });
}

void Restoring::connectChanges() {
    const auto keepSoon = [this] {
        m_keepSoon.start();
    };
    connect(&m_work, &Workspace::changed, this, [this, keepSoon] {
        m_work.actions()["reopenTab"]->setEnabled(!m_closed.isEmpty());
        keepSoon();
    });
    connect(&m_work.pages(), &PageView::zoomChanged, this, keepSoon);
    connect(&m_work.pages(), &PageView::mouseModeChanged, this, keepSoon);
    connect(m_work.pages().verticalScrollBar(), &QScrollBar::valueChanged, this, keepSoon);
    connect(m_work.pages().horizontalScrollBar(), &QScrollBar::valueChanged, this, keepSoon);
    connect(&m_splitter, &QSplitter::splitterMoved, this, keepSoon);
    m_work.window().installEventFilter(this);
}

bool Restoring::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move ||
        event->type() == QEvent::WindowStateChange) {
        m_keepSoon.start();
    }
    return QObject::eventFilter(watched, event);
}

void Restoring::restoreWindow() {
    const app::Settings& settings = m_work.settings();
    m_work.window().restoreGeometry(settings.value(kGeometry));
    m_splitter.restoreState(settings.value(kSplitter));
    m_work.actions()["showPages"]->setChecked(settings.value(kShowPages));
    m_work.actions()["showSidePanel"]->setChecked(settings.value(kShowSidePanel));
}

bool Restoring::restoreDocuments() {
    const SessionState state = m_session.state();
    QStringList paths;
    for (const SessionDocument& document : state.documents) {
        paths.append(document.path);
        m_work.documents().expect(document.path, document.position);
    }
    m_current = paths.value(state.current);
    m_restoring = !paths.isEmpty();
    m_work.loader().open(paths);
    return !paths.isEmpty();
}

void Restoring::keep() {
    m_keepSoon.stop();
    if (!m_restoring) { // else it would be forgotten what is still to come
        m_session.keep(state());
    }
    app::Settings& settings = m_work.settings();
    settings.set(kGeometry, m_work.window().saveGeometry());
    settings.set(kSplitter, m_splitter.saveState());
    settings.set(kShowPages, m_work.actions()["showPages"]->isChecked());
    settings.set(kShowSidePanel, m_work.actions()["showSidePanel"]->isChecked());
    emit keeping();
    const auto written = settings.sync();
    if (!written && std::exchange(m_couldKeep, false)) {
        m_work.showFailure(written.error());
    }
    m_couldKeep = written.has_value();
}

SessionState Restoring::state() const {
    SessionState state;
    for (const auto& open : m_work.documents().all()) {
        if (open->path.isEmpty()) {
            continue;
        }
        const bool isCurrent = open.get() == m_work.current();
        if (isCurrent) {
            state.current = int(state.documents.size());
        }
        state.documents.append(
            {open->path, isCurrent ? m_work.pages().position() : open->position});
    }
    return state;
}

void Restoring::reopen() {
    const ClosedTab closed = m_closed.takeLast();
    m_work.documents().expect(closed.path, closed.position, closed.index);
    m_work.loader().open({closed.path});
    m_work.noteChange();
}

void Restoring::fillRecentFiles() {
    m_recent->clear();
    const QStringList files = m_session.recentFiles();
    for (const QString& path : files) {
        const QString name = QFileInfo(path).fileName();
        QAction* action =
            m_recent->addAction(QString(name).replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setToolTip(path);
        action->setStatusTip(path);
        connect(action, &QAction::triggered, this, [this, path] { m_work.loader().open({path}); });
    }
    if (!files.isEmpty()) {
        m_recent->addSeparator();
        QAction* clear = m_recent->addAction(tr("&Clear List"));
        clear->setObjectName(QStringLiteral("clearRecent"));
        connect(
            clear, &QAction::triggered, this,
            [this] {
                m_session.clearRecentFiles();
                fillRecentFiles();
            },
            Qt::QueuedConnection); // it removes the action itself
    }
    m_recent->setEnabled(!files.isEmpty());
}

} // namespace ui

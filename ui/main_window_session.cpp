// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow's comings and goings: what an earlier run left open, files opened before, pictures
// that are pasted or dropped.
#include "app/off_thread.h"
#include "ui/main_window.h"

#include <QBuffer>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QTabBar>

namespace ui {

namespace {

const app::Setting<QByteArray> kGeometry{"window/geometry", {}};
const app::Setting<QByteArray> kSplitter{"window/splitter", {}};
const app::Setting<bool> kShowPages{"window/showPages", true};
const app::Setting<bool> kShowSidePanel{"window/showSidePanel", true};
const app::Setting<int> kMouseMode{"window/mouseMode", 0};
const app::Setting<int> kPageColors{"window/pageColors", 0};

QString n(const char* name) {
    return QString::fromLatin1(name);
}

QStringList localPaths(const QMimeData& data) {
    QStringList paths;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile()) {
            paths.append(url.toLocalFile());
        }
    }
    return paths;
}

QByteArray encoded(const QImage& image) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG", 90); // little compression: it is only kept in memory
    return bytes;
}

} // namespace

// --- session ---

void MainWindow::restoreWindow() {
    restoreGeometry(m_settings.value(kGeometry));
    m_splitter->restoreState(m_settings.value(kSplitter));
    m_actions[n("showPages")]->setChecked(m_settings.value(kShowPages));
    m_actions[n("showSidePanel")]->setChecked(m_settings.value(kShowSidePanel));
    if (m_settings.value(kMouseMode) == int(MouseMode::Select)) {
        m_pages->setMouseMode(MouseMode::Select);
    }
    setPageColors(app::PageColors(std::clamp(m_settings.value(kPageColors), 0, 2)));
    showSidePanels();
}

bool MainWindow::restoreSession() {
    const SessionState state = m_session.state();
    QStringList paths;
    for (const SessionDocument& document : state.documents) {
        paths.append(document.path);
        m_restored.insert(document.path, document.position);
    }
    if (state.current >= 0 && state.current < paths.size()) {
        m_restoredCurrent = paths[state.current];
    }
    openPaths(paths);
    return !paths.isEmpty();
}

void MainWindow::showPath(const QString& path) {
    for (int index = 0; index < int(m_documents.size()); ++index) {
        if (m_documents[std::size_t(index)]->path == path) {
            m_tabs->setCurrentIndex(index);
        }
    }
}

void MainWindow::keepSession() {
    if (OpenDocument* open = current()) {
        open->position = m_pages->position();
    }
    SessionState state;
    for (const auto& open : m_documents) {
        if (open->path.isEmpty()) {
            continue; // the sample and pasted pictures are not on disk
        }
        if (open.get() == current()) {
            state.current = int(state.documents.size());
        }
        state.documents.append({open->path, open->position});
    }
    m_session.keep(state);
    m_settings.set(kGeometry, saveGeometry());
    m_settings.set(kSplitter, m_splitter->saveState());
    m_settings.set(kShowPages, m_actions[n("showPages")]->isChecked());
    m_settings.set(kShowSidePanel, m_actions[n("showSidePanel")]->isChecked());
    m_settings.set(kMouseMode, int(m_pages->mouseMode()));
    m_settings.set(kPageColors, int(m_pages->pageColors()));
    if (const auto written = m_settings.sync(); !written) {
        showFailure(written.error());
    }
}

// --- recent files ---

void MainWindow::fillRecentFiles() {
    m_recent->clear();
    const QStringList files = m_session.recentFiles();
    for (const QString& path : files) {
        const QString name = QFileInfo(path).fileName();
        QAction* action =
            m_recent->addAction(QString(name).replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setToolTip(path);
        action->setStatusTip(path);
        connect(action, &QAction::triggered, this, [this, path] { openPaths({path}); });
    }
    if (!files.isEmpty()) {
        m_recent->addSeparator();
        QAction* clear = m_recent->addAction(tr("&Clear List"));
        clear->setObjectName(n("clearRecent"));
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

// --- pictures and files from elsewhere ---

QVector<ActionRow> MainWindow::pasteRows() {
    return {{n("paste"),
             tr("&Paste as Document"),
             {},
             QKeySequence::keyBindings(QKeySequence::Paste),
             [this] { take(*QGuiApplication::clipboard()->mimeData()); },
             tr("Open the picture or the files in the clipboard")}};
}

bool MainWindow::canTake(const QMimeData& mime) {
    return mime.hasImage() || !localPaths(mime).isEmpty();
}

void MainWindow::take(const QMimeData& mime) {
    if (const QStringList paths = localPaths(mime); !paths.isEmpty()) {
        openPaths(paths);
        return;
    }
    const auto image = qvariant_cast<QImage>(mime.imageData());
    if (image.isNull()) {
        showFailure({app::FailureCode::NotADocument, tr("Clipboard"),
                     QStringLiteral("It holds neither a picture nor files.")});
        return;
    }
    const QString name = tr("Picture %1").arg(++m_pasted);
    app::runOffThread(
        this, [image, name] { return app::openDocument(encoded(image), name); },
        [this](const app::Result<std::shared_ptr<const app::Document>>& document) {
            if (document) {
                addDocument({}, *document);
            } else {
                showFailure(document.error());
            }
        });
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (canTake(*event->mimeData())) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    take(*event->mimeData());
}

} // namespace ui

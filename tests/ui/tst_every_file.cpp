// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every file there is, good and bad, is opened in one window: it is shown or a message says why
// not, and the event loop never stands still for long. Files: tests/data always, and the folder
// $TESSERA_DATA (else ../shared/data), which may be absent.
#include "tests/ui/stall_watch.h"
#include "tests/ui/window_story.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLabel>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

namespace {

constexpr double kMostMilliseconds = 100;
constexpr int kPagePatience = 1500; // then the page is left while it is still being drawn

QStringList filesIn(const QString& folder) {
    QStringList files;
    for (QDirIterator entry(folder, QDir::Files, QDirIterator::Subdirectories); entry.hasNext();) {
        files.append(entry.next());
    }
    files.sort();
    return files;
}

} // namespace

class TestEveryFile : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() {
        ui::applyTheme(*qApp, ui::ColorScheme::Light)->setMotion(false);
        m_story = std::make_unique<ui::WindowStory>();
        m_story->loadModel();
        m_story->trigger("showTiles");
    }

    void cleanupTestCase() { m_story.reset(); }

    void sample() { openAll(filesIn(QFINDTESTDATA("../data"))); }

    void collection() {
        const QString folder =
            qEnvironmentVariable("TESSERA_DATA", QStringLiteral("../shared/data"));
        if (!QFileInfo(folder).isDir()) {
            QSKIP(qPrintable(QStringLiteral("SKIPPED: no collection of documents in %1; set "
                                            "TESSERA_DATA to one")
                                 .arg(QDir(folder).absolutePath())));
        }
        openAll(filesIn(folder));
    }

private:
    QString message() const {
        const auto* text = m_story->find<QLabel>("messageText");
        return text->isVisible() ? text->text() : QString();
    }

    // Nothing when all is well.
    QString open(const QString& path) {
        ui::StallWatch watch;
        watch.start();
        const int before = m_story->find<QTabBar>("documentTabs")->count();
        m_story->window().openPaths({path});
        const auto isOpen = [&] {
            return m_story->find<QTabBar>("documentTabs")->count() > before;
        };
        ui::waitUntil([&] { return isOpen() || !message().isEmpty(); }, 30'000);
        QString problem;
        if (isOpen()) {
            // Until the first page is there, or told to be broken.
            ui::waitUntil([&] { return m_story->pages().isSettled(); }, kPagePatience);
            m_story->trigger("close");
            ++m_shown;
        } else if (message().size() < 15) {
            problem =
                QStringLiteral("neither shown nor refused with a reason: “%1”").arg(message());
        } else {
            ++m_refused;
        }
        m_story->find<QToolButton>("messageClose")->click();
        QCoreApplication::processEvents();
        watch.stop();
        m_longest = std::max(m_longest, watch.longest().own);
        if (watch.longest().own > kMostMilliseconds) {
            problem += QStringLiteral(" stood still for %1 ms").arg(watch.longest().own);
        }
        return problem;
    }

    void openAll(const QStringList& files) {
        QVERIFY(!files.isEmpty());
        m_shown = m_refused = 0;
        m_longest = 0;
        QStringList problems;
        for (const QString& file : files) {
            if (const QString problem = open(file); !problem.isEmpty()) {
                problems.append(QStringLiteral("%1: %2").arg(file, problem));
            }
        }
        qInfo("%d files shown, %d refused with a message; longest stall %.0f ms", m_shown,
              m_refused, m_longest);
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
    }

    std::unique_ptr<ui::WindowStory> m_story;
    int m_shown = 0;
    int m_refused = 0;
    double m_longest = 0;
};

QTEST_MAIN(TestEveryFile)
#include "tst_every_file.moc"

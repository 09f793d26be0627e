// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ui_latency [--pages N] [--turns N] [--check]: how long the window keeps a person waiting. Time to
// the first paint and to the first page; the longest time the event loop stands still while N
// pages scroll past, an answer streams at 100 tokens a second and pages are drawn; memory over page
// turns. With a scripted model, offscreen. --check: fails where a goal is missed.
#include "tests/ui/stall_watch.h"
#include "tests/ui/window_story.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QScrollBar>
#include <QTemporaryDir>

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <thread>

namespace {

using namespace std::chrono_literals;

constexpr double kFirstPaintGoal = 400;
constexpr double kFirstPageGoal = 200;
constexpr double kStallGoal = 50;
constexpr double kGrowthGoal = 16; // MiB over the second half of the page turns

double residentMiB() {
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const double pages = file.readAll().split(' ').value(1).toDouble();
    return pages * double(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

// Since the process was started, as the kernel counts it (in hundredths of a second).
double millisecondsOfProcess() {
    QFile stat(QStringLiteral("/proc/self/stat"));
    QFile uptime(QStringLiteral("/proc/uptime"));
    if (!stat.open(QIODevice::ReadOnly) || !uptime.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArray line = stat.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    const double started = fields.value(19).toDouble() / double(sysconf(_SC_CLK_TCK));
    return (uptime.readAll().split(' ').value(0).toDouble() - started) * 1000;
}

// Pages full of text, no two alike; a PDF without a cross-reference table, readers rebuild it.
QByteArray textPdf(int pages) {
    QByteArray kids;
    QByteArray objects;
    for (int page = 0; page < pages; ++page) {
        const QByteArray id = QByteArray::number(10 + 2 * page);
        const QByteArray contentId = QByteArray::number(11 + 2 * page);
        QByteArray content = "BT /F 10 Tf 50 790 Td 13 TL\n";
        for (int line = 0; line < 56; ++line) {
            content += "(Page " + QByteArray::number(page + 1) + ", line " +
                       QByteArray::number(line + 1) +
                       ": the quick brown fox jumps over the lazy dog and reads on until noon.) "
                       "Tj T*\n";
        }
        content += "ET";
        kids += id + " 0 R ";
        objects += id + " 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents " +
                   contentId + " 0 R>>endobj\n" + contentId + " 0 obj<</Length " +
                   QByteArray::number(content.size()) + ">>stream\n" + content +
                   "\nendstream endobj\n";
    }
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count " +
           QByteArray::number(pages) + "/Kids[" + kids +
           "]/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
           "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n" +
           objects + "trailer<</Root 1 0 R>>\n";
}

QString writtenPdf(const QTemporaryDir& folder, int pages) {
    const QString path = folder.filePath(QStringLiteral("%1-pages.pdf").arg(pages));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(textPdf(pages)) < 0) {
        qFatal("%s cannot be written", qPrintable(path));
    }
    return path;
}

class Report {
public:
    void row(const char* what, double measured, const char* unit, double goal) {
        const bool met = measured <= goal;
        m_allMet = m_allMet && met;
        std::printf("%-52s %8.1f %-4s goal %6.0f  %s\n", what, measured, unit, goal,
                    met ? "met" : "MISSED");
    }

    void note(const char* what, double measured, const char* unit) {
        std::printf("%-52s %8.1f %s\n", what, measured, unit);
    }

    bool allMet() const { return m_allMet; }

private:
    bool m_allMet = true;
};

// A thread that only sleeps, and the longest time that it was kept from waking: what the machine
// itself takes away meanwhile.
class Sleeper {
public:
    Sleeper()
        : m_thread([this](const std::stop_token& stop) {
            while (!stop.stop_requested()) {
                QElapsedTimer slept;
                slept.start();
                std::this_thread::sleep_for(1ms);
                m_longest = std::max(m_longest, double(slept.nsecsElapsed()) / 1e6);
            }
        }) {}

    double stop() {
        m_thread.request_stop();
        m_thread.join();
        return m_longest;
    }

private:
    double m_longest = 0;
    std::jthread m_thread; // last: it writes what stands before it
};

// 100 tokens of five characters a second, for as long as it takes.
app::ScriptedAnswer stream(const app::AnalysisRequest&) {
    app::ScriptedAnswer answer;
    answer.text = QStringLiteral("A word, **another**, and `code`; then a new line.\n\n");
    answer.perCharacter = 2ms;
    answer.endless = true;
    return answer;
}

void measureScrolling(ui::WindowStory& story, int pages, Report& report) {
    story.type(QStringLiteral("Tell me all."));
    story.send();
    QScrollBar* bar = story.pages().verticalScrollBar();
    const int last = bar->maximum();
    const int step = std::max(1, last / (pages * 2)); // two steps a page, sixty a second
    ui::StallWatch watch;
    QTimer scroll;
    scroll.setTimerType(Qt::PreciseTimer);
    QObject::connect(&scroll, &QTimer::timeout, &scroll,
                     [&] { bar->setValue(bar->value() + step); });
    Sleeper sleeper;
    watch.start();
    scroll.start(16);
    ui::waitUntil([&] { return bar->value() >= last; }, 600'000);
    scroll.stop();
    watch.stop();
    report.row("longest stall, scrolling + streaming + rendering", watch.longest().own, "ms",
               kStallGoal);
    report.note("  the same by the clock on the wall", watch.longestWall(), "ms");
    report.note("  the longest that a sleeping thread was kept waiting", sleeper.stop(), "ms");
    report.note("  99.9 % of the loop's turns take at most", watch.percentile(0.999), "ms");
    story.trigger("stopAnswer");
}

void measureTurns(ui::WindowStory& story, int turns, Report& report) {
    const int pages = story.pages().pageCount();
    double half = 0;
    for (int turn = 0; turn < turns; ++turn) {
        story.pages().goToPage(turn * 7 % pages);
        ui::waitUntil([&] { return story.pages().isSettled(); }, 5'000);
        if (turn == turns / 2) {
            half = residentMiB();
        }
    }
    report.row("memory gained over the second half of page turns", residentMiB() - half, "MiB",
               kGrowthGoal);
    report.note("  memory then", residentMiB(), "MiB");
}

} // namespace

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    QCommandLineParser line;
    line.addOption({QStringLiteral("pages"), QStringLiteral("Pages to scroll."),
                    QStringLiteral("N"), QStringLiteral("500")});
    line.addOption({QStringLiteral("turns"), QStringLiteral("Page turns."), QStringLiteral("N"),
                    QStringLiteral("1000")});
    line.addOption({QStringLiteral("check"), QStringLiteral("Fail where a goal is missed.")});
    line.addHelpOption();
    line.process(application);

    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    Report report;
    ui::applyTheme(application, ui::ColorScheme::Light)->setMotion(false);
    ui::WindowStory story(ui::answering(stream));
    ui::waitUntil([&] { return story.window().isVisible(); });
    story.window().repaint();
    report.row("from the start of the process to the first paint", millisecondsOfProcess(), "ms",
               kFirstPaintGoal);

    QElapsedTimer sinceOpen;
    sinceOpen.start();
    story.window().openSample();
    ui::waitUntil([&] { return story.pages().isSettled(); });
    report.row("to the first page after that", double(sinceOpen.elapsed()), "ms", kFirstPageGoal);

    const QTemporaryDir folder;
    story.loadModel();
    const int pages = line.value(QStringLiteral("pages")).toInt();
    const QString path = writtenPdf(folder, std::max(pages, 2));
    sinceOpen.restart();
    story.open(path);
    ui::waitUntil([&] { return story.pages().isSettled(); });
    report.note("opening that many pages until the first is seen", double(sinceOpen.elapsed()),
                "ms");
    measureScrolling(story, pages, report);
    measureTurns(story, line.value(QStringLiteral("turns")).toInt(), report);
    return line.isSet(QStringLiteral("check")) && !report.allMet() ? 1 : 0;
}

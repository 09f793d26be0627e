// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Many documents read from the window: what has to be chosen first, what the list says, looking at
// pages that need it, going on after a stop, and after the program was closed.
#include "tests/app/bulk_folder.h"
#include "tests/app/small_drive.h"
#include "tests/ui/window_story.h"
#include "ui/dialogs/bulk_dialog.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QUrl>

namespace {

constexpr int kScans = 5;

// Like a model that reads; pages of its choice do not come to their end.
app::ScriptedAnswer readingOf(const app::AnalysisRequest& request, app::AnswerEnd end) {
    const app::AnalysisResult result = bulk::readingOf(request.pages.first());
    app::ScriptedAnswer answer;
    answer.text = result.text;
    answer.pageText = result.pageText;
    answer.end = end;
    return answer;
}

// At the page of this number the model waits until it is released.
std::shared_ptr<app::Script> reader(int held = -1) {
    return ui::answering([held, read = 0](const app::AnalysisRequest& request) mutable {
        app::ScriptedAnswer answer = readingOf(request, app::AnswerEnd::Complete);
        answer.held = read++ == held;
        return answer;
    });
}

} // namespace

class TestBulkWindow final : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() { ui::applyTheme(*qApp, ui::ColorScheme::Light)->setMotion(false); }

    void init();

    void saysWhatIsMissing();
    void readsAFolder();
    void pagesToLookAtComeFirst();
    void goesOnAfterAStop();
    void pauses();
    void waitsForRoomOnAFullDrive();
    void remembersTheJob();
    void takesWhatIsDropped();
    void closesWhileReading();

private:
    QString in() const { return m_folder->filePath(QStringLiteral("in")); }

    QString out() const { return m_folder->filePath(QStringLiteral("out")); }

    // Opens the dialog and fills it in.
    void prepare(ui::WindowStory& story) const {
        story.trigger("readMany");
        story.prompts().folder = in();
        story.find<QPushButton>("addFolder")->click();
        story.prompts().folder = out();
        story.find<QPushButton>("chooseBulkFolder")->click();
    }

    static void start(ui::WindowStory& story) { story.find<QPushButton>("startJob")->click(); }

    static bool isReady(ui::WindowStory& story) {
        return story.find<QPushButton>("startJob")->isVisible();
    }

    static QString cell(ui::WindowStory& story, int row, int column) {
        return story.find<QTableView>("bulkTable")->model()->index(row, column).data().toString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestBulkWindow::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    bulk::fill(in(), kScans);
}

void TestBulkWindow::saysWhatIsMissing() {
    ui::WindowStory story(reader());
    story.trigger("readMany");
    const auto* hint = story.find<QLabel>("jobHint");
    const auto* start = story.find<QPushButton>("startJob");
    QVERIFY(hint->text().contains(QLatin1String("Add documents")));
    prepare(story);
    QVERIFY(hint->text().contains(QLatin1String("No model")));
    QVERIFY(!start->isEnabled());
    story.loadModel();
    QVERIFY(!hint->isVisible());
    QVERIFY(start->isEnabled());
    story.find<QCheckBox>("bulkAs-pdf")->setChecked(false);
    QVERIFY(hint->text().contains(QLatin1String("format")));
    QVERIFY(!start->isEnabled());
}

void TestBulkWindow::readsAFolder() {
    ui::WindowStory story(reader());
    story.loadModel();
    prepare(story);
    story.find<QCheckBox>("bulkAs-txt")->setChecked(true);
    start(story);
    QVERIFY(!isReady(story));
    QTRY_VERIFY(isReady(story));
    const auto* table = story.find<QTableView>("bulkTable");
    QCOMPARE(table->model()->rowCount(), kScans);
    QCOMPARE(cell(story, 0, ui::BulkRows::Document), QStringLiteral("more/scan-4.png"));
    QCOMPARE(cell(story, 0, ui::BulkRows::Pages), QStringLiteral("1"));
    QVERIFY(cell(story, 0, ui::BulkRows::Outcome).contains(QLatin1String("read")));
    QCOMPARE(bulk::filesIn(out()).size(), 2 * kScans + 1);
    QCOMPARE(story.find<QProgressBar>("jobProgress")->value(), kScans);
    QVERIFY(story.find<QLabel>("jobSaid")->text().startsWith(QLatin1String("5 ")));
}

void TestBulkWindow::pagesToLookAtComeFirst() {
    pages::write(in() + QStringLiteral("/zz.pdf"), "%PDF-1.4 nothing more");
    const QImage bad = QImage::fromData(bulk::scan(3)).convertToFormat(QImage::Format_RGB888);
    ui::WindowStory story(ui::answering([bad](const app::AnalysisRequest& request) {
        const bool same = request.pages.first().convertToFormat(QImage::Format_RGB888) == bad;
        return readingOf(request, same ? app::AnswerEnd::Loop : app::AnswerEnd::Complete);
    }));
    story.loadModel();
    prepare(story);
    start(story);
    QTRY_VERIFY(isReady(story));
    const QString said = story.find<QLabel>("jobSaid")->text();
    QVERIFY2(said.contains(QLatin1String("2 of them")), qPrintable(said));
    QCOMPARE(cell(story, 0, ui::BulkRows::Document), QStringLiteral("scan-3.png"));
    QVERIFY(cell(story, 0, ui::BulkRows::Outcome).contains(QLatin1String("page 1")));
    QCOMPARE(cell(story, 1, ui::BulkRows::Document), QStringLiteral("zz.pdf"));
    QVERIFY(cell(story, 1, ui::BulkRows::Outcome).contains(QLatin1String("zz.pdf")));

    auto* table = story.find<QTableView>("bulkTable");
    auto* look = story.find<QPushButton>("lookAtIt");
    table->setCurrentIndex(table->model()->index(0, 0));
    QVERIFY(look->isEnabled());
    look->click();
    QTRY_VERIFY(story.window().windowTitle().startsWith(QLatin1String("scan-3.png")));
}

void TestBulkWindow::goesOnAfterAStop() {
    ui::WindowStory story(reader(2));
    story.loadModel();
    prepare(story);
    start(story);
    QTRY_COMPARE(story.find<QProgressBar>("jobProgress")->value(), 2);
    story.find<QPushButton>("stopJob")->click();
    QTRY_VERIFY(isReady(story));
    QVERIFY(story.find<QLabel>("jobSaid")->text().contains(QLatin1String("left")));
    QCOMPARE(bulk::filesIn(out()).size(), 2 + 1);
    start(story);
    QTRY_VERIFY(isReady(story));
    QCOMPARE(bulk::filesIn(out()).size(), kScans + 1);
}

void TestBulkWindow::pauses() {
    ui::WindowStory story(reader(1));
    story.loadModel();
    prepare(story);
    start(story);
    QTRY_COMPARE(story.script().asked().size(), 2);
    auto* pause = story.find<QPushButton>("pauseJob");
    pause->click();
    story.script().release();
    QTRY_VERIFY(!story.queue().isBusy()); // the page in hand is finished
    QTest::qWait(150);
    QCOMPARE(story.script().asked().size(), 2);
    QVERIFY(story.find<QLabel>("statusActivity")->text().contains(QLatin1String("paused")));
    pause->click();
    QTRY_VERIFY(isReady(story));
    QCOMPARE(story.script().asked().size(), kScans);
}

// The outputs stand on a drive that is too small for them, until it grows.
void TestBulkWindow::waitsForRoomOnAFullDrive() {
    const SmallDrive drive(16);
    if (!drive.isThere()) {
        QSKIP("only root can have a small drive");
    }
    ui::WindowStory story(reader());
    story.loadModel();
    prepare(story);
    story.find<QLineEdit>("bulkFolder")->setText(drive.path());
    const auto* said = story.find<QLabel>("jobSaid");
    const auto* activity = story.find<QLabel>("statusActivity");
    const QLatin1String full("is full");
    start(story);
    QTRY_VERIFY2(said->text().contains(full), qPrintable(said->text()));
    QTRY_VERIFY(activity->text().contains(full));
    story.find<QPushButton>("pauseJob")->click();
    story.find<QPushButton>("pauseJob")->click(); // it waits on
    QTRY_VERIFY(activity->text().contains(full));
    story.find<QPushButton>("stopJob")->click();
    QTRY_VERIFY(isReady(story));
    QVERIFY2(said->text().contains(QLatin1String("left")), qPrintable(said->text()));
    QTRY_VERIFY(!activity->text().contains(full));
    start(story);
    QTRY_VERIFY(activity->text().contains(full));
    QVERIFY(drive.grow(10'000));
    QTRY_VERIFY_WITH_TIMEOUT(isReady(story), 60'000);
    QTRY_VERIFY(!activity->text().contains(full));
    QCOMPARE(bulk::filesIn(drive.path()).size(), kScans + 1);
}

void TestBulkWindow::remembersTheJob() {
    QByteArray settings;
    {
        ui::WindowStory story(reader());
        story.loadModel();
        prepare(story);
        auto* own = story.find<QComboBox>("bulkOwnText");
        own->setCurrentIndex(own->findData(int(app::OwnText::Skip)));
        start(story);
        QTRY_VERIFY(isReady(story));
        QVERIFY(story.settings().sync());
        settings = pages::contentOf(story.folder() + QStringLiteral("/tessera.ini"));
    }
    ui::WindowStory story(reader(), settings);
    story.trigger("readMany");
    QCOMPARE(story.find<QListWidget>("jobInputs")->item(0)->text(), in());
    QCOMPARE(story.find<QLineEdit>("bulkFolder")->text(), out());
    QCOMPARE(story.find<QComboBox>("bulkOwnText")->currentData().toInt(), int(app::OwnText::Skip));
}

void TestBulkWindow::takesWhatIsDropped() {
    ui::WindowStory story(reader());
    story.trigger("readMany");
    auto* dialog = story.find<ui::BulkDialog>("bulkDialog");
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(in())});
    for (int times = 0; times < 2; ++times) {
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(dialog, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(dialog, &drop);
    }
    const auto* inputs = story.find<QListWidget>("jobInputs");
    QCOMPARE(inputs->count(), 1);
    QCOMPARE(inputs->item(0)->text(), in());
}

void TestBulkWindow::closesWhileReading() {
    ui::WindowStory story(ui::answering(ui::endlessly));
    story.loadModel();
    prepare(story);
    start(story);
    QTRY_VERIFY(story.queue().isBusy());
    story.window().close();
    story.closeWindow(); // neither hangs nor crashes
    QTRY_VERIFY(!story.queue().isBusy());
}

QTEST_MAIN(TestBulkWindow)
#include "tst_bulk_window.moc"

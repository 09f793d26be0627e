// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Boxes in the real window on a screen with two device pixels per pixel: those of answers and those
// that are kept lie around what they are about, to the device pixel, at every zoom and turn, on
// pages that are cropped and turned by their file.
#include "tests/app/pages.h"
#include "tests/ui/square_page.h"
#include "tests/ui/window_story.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

class TestPlacesOnSharpScreens : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() {
        ui::applyTheme(*qApp, ui::ColorScheme::Light)->setMotion(false);
        QCOMPARE(qApp->devicePixelRatio(), 2.0);
    }

    void boxesLieAroundTheSquare_data();
    void boxesLieAroundTheSquare();

private:
    static QRectF inDevicePixels(const QRectF& box) { return {box.topLeft() * 2, box.size() * 2}; }

    static QImage shotOf(const ui::WindowStory& story) {
        QImage shot = story.pages().viewport()->grab().toImage();
        shot.setDevicePixelRatio(1);
        return shot;
    }

    static bool squareIsAt(const ui::WindowStory& story, const QRectF& expected) {
        const QRect around = expected.toAlignedRect().adjusted(-24, -24, 24, 24);
        const QRect dark = ui::darkBounds(shotOf(story), around);
        return ui::apart(QRectF(dark), expected) <= 1.01;
    }

    // The line of a box is on all four sides of the square, and nowhere in it.
    static bool lineIsAround(const ui::WindowStory& story, const QRectF& expected) {
        const QImage shot = shotOf(story);
        const auto isLine = [&](const QPointF& at) {
            return ui::nearestColor(shot, at, ui::placeColor(1)) < 12;
        };
        return isLine({expected.left(), expected.center().y()}) &&
               isLine({expected.right(), expected.center().y()}) &&
               isLine({expected.center().x(), expected.bottom()}) && !isLine(expected.center());
    }

    using Check = bool (*)(const ui::WindowStory& story, const QRectF& expected);

    // At every turn and zoom of the view.
    static bool holdsEverywhere(const ui::WindowStory& story, const QRectF& box, Check check) {
        for (int turns = 0; turns < 4; ++turns) {
            for (const double zoom : {0.61, 1.0, 2.35}) {
                story.pages().setTurns(turns);
                story.pages().setZoom(zoom, {300, 300});
                bool holds = false;
                ui::waitUntil([&] {
                    story.pages().reveal(0, box); // the window may still be laid out
                    const QRectF now = story.pages().frameOnScreen(0).toScreen(box);
                    return (holds = check(story, inDevicePixels(now)));
                });
                if (!holds) {
                    qWarning("not at %d turns, zoom %.2f", turns, zoom);
                    return false;
                }
            }
        }
        return true;
    }

    QTemporaryDir m_folder;
};

void TestPlacesOnSharpScreens::boxesLieAroundTheSquare_data() {
    QTest::addColumn<QRectF>("crop");
    QTest::addColumn<int>("fileTurns");
    for (const QRectF crop : {QRectF(0, 0, 300, 400), QRectF(33, 71, 190, 240)}) {
        for (const int file : {0, 1, 3}) {
            QTest::addRow("crop %d file %d", int(crop.left()), file) << crop << file;
        }
    }
}

void TestPlacesOnSharpScreens::boxesLieAroundTheSquare() {
    QFETCH(const QRectF, crop);
    QFETCH(const int, fileTurns);
    const QRectF box = ui::squareOnPage(crop, fileTurns);
    const QString path = m_folder.filePath(QStringLiteral("square.pdf"));
    QVERIFY(pages::write(path, ui::squarePdf(crop, fileTurns)));
    ui::WindowStory story(ui::answering([&](const app::AnalysisRequest&) {
        app::ScriptedAnswer answer;
        answer.places = {{QStringLiteral("square"), box, 0, 0}};
        return answer;
    }));
    story.loadModel();
    story.open(path);
    // What the page's own renderer drew, without a box.
    QVERIFY(holdsEverywhere(story, box, squareIsAt));

    story.trigger("findOnPage");
    story.type(QStringLiteral("square"));
    story.send();
    QTRY_COMPARE(story.pages().places().marks().size(), 1);
    QVERIFY(holdsEverywhere(story, box, lineIsAround));

    story.trigger("keepPlaces");
    QTest::keyClick(&story.pages(), Qt::Key_Escape); // its handles lie on the line
    QVERIFY(holdsEverywhere(story, box, lineIsAround));
}

int main(int argc, char** argv) {
    qputenv("QT_SCALE_FACTOR", "2");
    QApplication application(argc, argv);
    TestPlacesOnSharpScreens test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_places_on_sharp_screens.moc"

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a screen reader is told without being asked: answers and pages that have been read.
#include "tests/ui/window_story.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QTest>

namespace {

QStringList told;

} // namespace

// Stands in for Qt's, which sends nothing where no screen reader listens.
void QAccessible::updateAccessibility(QAccessibleEvent* event) {
    if (event->type() == QAccessible::Alert) {
        const QAccessibleInterface* source = event->accessibleInterface();
        told.append(source->text(QAccessible::Name) + QStringLiteral(" | ") +
                    source->text(QAccessible::Description));
    }
}

class TestAnnouncements final : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() { ui::applyTheme(*qApp, ui::ColorScheme::Light); }

    void init() { told.clear(); }

    void answersAreAnnounced();
    void readLinesAreAnnounced();
    void messagesAreAnnounced();
};

void TestAnnouncements::answersAreAnnounced() {
    ui::WindowStory story(ui::answering([](const app::AnalysisRequest& request) {
        app::ScriptedAnswer answer;
        answer.text = request.text == QLatin1String("Who?") ? QStringLiteral("A **gardener**.")
                                                            : QStringLiteral("In spring.");
        answer.perCharacter = std::chrono::milliseconds(1);
        return answer;
    }));
    story.loadModel();
    story.window().openSample();
    story.type(QStringLiteral("Who?"));
    story.send();
    QTRY_COMPARE(told.size(), 1); // whole, and not piece by piece
    QCOMPARE(told[0], QStringLiteral("Who? | A gardener."));
    story.type(QStringLiteral("When?"));
    story.send();
    QTRY_COMPARE(told.size(), 2);
    QCOMPARE(told[1], QStringLiteral("When? | In spring."));
    // Later it is read in its list.
    auto* turn = QAccessible::queryAccessibleInterface(story.find<QWidget>("turn"));
    QCOMPARE(turn->role(), QAccessible::ListItem);
    QCOMPARE(turn->text(QAccessible::Description), QStringLiteral("A gardener."));
}

void TestAnnouncements::readLinesAreAnnounced() {
    ui::WindowStory story(ui::answering([](const app::AnalysisRequest&) {
        app::ReadLine line;
        line.text = QStringLiteral("a clear blurred line");
        line.box = QRectF(0.1, 0.1, 0.5, 0.05);
        line.words = {{QStringLiteral("a"), {}, 0.99F},
                      {QStringLiteral("clear"), {}, 0.99F},
                      {QStringLiteral("blurred"), {}, 0.2F},
                      {QStringLiteral("line"), {}, 0.99F}};
        app::ScriptedAnswer answer;
        answer.text = line.text;
        answer.pageText = app::PageText{{line}, true};
        return answer;
    }));
    story.loadModel();
    story.window().openSample();
    story.trigger("showText");
    story.trigger("readPage");
    auto* list = story.find<QAbstractItemView>("lineList");
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QTRY_VERIFY(!told.filter(QStringLiteral("Lines of the page | 1 uncertain word")).isEmpty());
    const QAccessibleInterface* row = QAccessible::queryAccessibleInterface(list)->child(0);
    QCOMPARE(row->text(QAccessible::Name),
             QStringLiteral("a clear blurred line – uncertain: blurred"));
}

void TestAnnouncements::messagesAreAnnounced() {
    ui::WindowStory story;
    story.window().openPaths({QStringLiteral("/nowhere/there.pdf")});
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(told[0].contains(QLatin1String("there.pdf")));
}

QTEST_MAIN(TestAnnouncements)

#include "tst_announcements.moc"

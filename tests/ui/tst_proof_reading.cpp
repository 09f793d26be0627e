// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The text tab: a page is read, its lines and the page follow each other, uncertain words are
// walked through and corrected, the model's text is kept, everything is undone.
#include "app/annotating/proof_page.h"
#include "tests/ui/window_story.h"
#include "ui/line_picture.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"
#include "ui/widgets/message_bar.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>

namespace {

app::ReadLine line(const QString& text, const QRectF& box, int block,
                   const QVector<float>& confidences) {
    app::ReadLine read{text, box, block, {}};
    const QStringList words = text.split(QLatin1Char(' '));
    for (int i = 0; i < words.size(); ++i) {
        const double width = box.width() / double(words.size());
        const QRectF place(box.left() + width * i, box.top(), width, box.height());
        read.words.append({words[i], place, confidences[i]});
    }
    return read;
}

app::ScriptedAnswer reading(const app::AnalysisRequest&) {
    app::PageText page;
    page.lines = {line(QStringLiteral("The Tota1 due"), {0.1, 0.1, 0.6, 0.03}, 0, {1, 0.2F, 1}),
                  line(QStringLiteral("is paid"), {0.1, 0.15, 0.3, 0.03}, 0, {1, 1}),
                  line(QStringLiteral("0n 4 Apri1"), {0.1, 0.8, 0.3, 0.03}, 1, {0.4F, 1, 0.5F})};
    app::ScriptedAnswer answer;
    answer.text = page.plainText();
    answer.pageText = page;
    return answer;
}

QListView* list(const ui::WindowStory& story) {
    return story.find<QListView>("lineList");
}

QLineEdit* editor(const ui::WindowStory& story) {
    return qobject_cast<QLineEdit*>(list(story)->indexWidget(list(story)->currentIndex()));
}

QString lineText(const ui::WindowStory& story, int row) {
    return list(story)->model()->index(row, 0).data().toString();
}

QString count(const ui::WindowStory& story) {
    return story.find<QLabel>("uncertainCount")->text();
}

} // namespace

class TestProofReading : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() {
        ui::applyTheme(*qApp, ui::ColorScheme::Light)->setMotion(false);
        QVERIFY(m_folder.isValid());
        m_pdf = ui::writePdf(m_folder.path(), 3);
    }

    void whatWasReadStandsThere();
    void linesAndPageFollowEachOther();
    void thePictureShowsTheLine();
    void uncertainWordsAreWalkedThrough();
    void theWalkGoesOnOverPages();
    void lookingIsNotCorrecting();
    void enterAcceptsALine();
    void aPageWithoutTextSaysSo();
    void hostileTextStaysText();

private:
    // Opens and reads the first page in the text tab.
    void read(ui::WindowStory& story) const {
        story.loadModel();
        story.open(m_pdf);
        story.trigger("showText");
        story.trigger("readPage");
        QTRY_VERIFY(list(story)->isVisible());
    }

    QTemporaryDir m_folder;
    QString m_pdf;
};

void TestProofReading::whatWasReadStandsThere() {
    ui::WindowStory story(ui::answering(reading));
    QVERIFY(!story.action("nextUncertain")->isEnabled());
    read(story);
    QCOMPARE(list(story)->model()->rowCount(), 3);
    QCOMPARE(lineText(story, 0), QStringLiteral("The Tota1 due"));
    QCOMPARE(count(story), QStringLiteral("3 uncertain words"));
    story.trigger("nextPage"); // not read
    QVERIFY(!list(story)->isVisible());
    story.trigger("previousPage");
    QVERIFY(list(story)->isVisible());
    story.trigger("close");
    QCOMPARE(list(story)->model()->rowCount(), 0);
}

void TestProofReading::linesAndPageFollowEachOther() {
    ui::WindowStory story(ui::answering(reading));
    read(story);
    QCOMPARE(story.pages().places().marks().size(), 3);
    list(story)->setCurrentIndex(list(story)->model()->index(2, 0));
    QCOMPARE(story.pages().places().lit(), 3);
    const QRectF there = story.pages().toViewport(0, QRectF(0.1, 0.8, 0.3, 0.03));
    QVERIFY(QRectF(story.pages().viewport()->rect()).contains(there)); // it was scrolled to

    story.pages().reveal(0, QRectF(0.1, 0.1, 0.6, 0.03));
    QTest::mouseClick(story.pages().viewport(), Qt::LeftButton, {},
                      story.pages().toViewport(0, QRectF(0.1, 0.1, 0.6, 0.03)).center().toPoint());
    QCOMPARE(list(story)->currentIndex().row(), 0);
    QCOMPARE(story.pages().places().lit(), 1);
    // Lines are seen on the page only while they are meant.
    const QPointF edge = story.pages().frameOnScreen(0).toScreen(QPointF(0.4, 0.1));
    QTRY_VERIFY(ui::nearestColor(story.pages(), edge, ui::placeColor(1)) < 40);
    const QPointF other = story.pages().frameOnScreen(0).toScreen(QPointF(0.25, 0.15));
    QVERIFY(ui::nearestColor(story.pages(), other, Qt::white) < 8);
    story.trigger("showAsk");
    QVERIFY(story.pages().places().marks().isEmpty());
}

// The frame of the page crosses the picture of a line at the right place.
void TestProofReading::thePictureShowsTheLine() {
    ui::WindowStory story(ui::answering([](const app::AnalysisRequest&) {
        app::ScriptedAnswer answer;
        app::PageText page;
        page.lines = {line(QStringLiteral("corner"), {0.2, 0.24, 0.2, 0.02}, 0, {1})};
        answer.pageText = page;
        return answer;
    }));
    read(story);
    auto* picture = story.find<ui::LinePicture>("linePicture");
    QVERIFY(!picture->isVisible());
    list(story)->setCurrentIndex(list(story)->model()->index(0, 0));
    QVERIFY(picture->isVisible());
    QTRY_VERIFY(picture->hasPicture());
    const QRectF part = picture->shownPart(); // of 1653 × 2339 pixels, as for reading
    QVERIFY(part.left() < 0.2 * 1653 && part.right() > 0.4 * 1653);
    QVERIFY(part.top() < 0.24 * 2339 && part.bottom() > 0.26 * 2339);
    const double scale = picture->height() / part.height();
    const QPointF corner((0.25 * 1654 - part.left()) * scale, (0.25 * 2339 - part.top()) * scale);
    const QImage shot = picture->grab().toImage();
    int darkest = 255;
    for (int dx = -4; dx <= 4; ++dx) {
        darkest = std::min(darkest, shot.pixelColor(corner.toPoint() + QPoint(dx, 0)).lightness());
    }
    QVERIFY(darkest < 60);
}

void TestProofReading::uncertainWordsAreWalkedThrough() {
    ui::WindowStory story(ui::answering(reading));
    read(story);
    story.trigger("nextUncertain");
    QVERIFY(editor(story) != nullptr);
    QCOMPARE(editor(story)->selectedText(), QStringLiteral("Tota1"));
    QTest::keyClicks(editor(story), QStringLiteral("Total"));
    story.trigger("nextUncertain"); // takes what was typed
    QTRY_COMPARE(lineText(story, 0), QStringLiteral("The Total due"));
    QCOMPARE(list(story)->currentIndex().row(), 2);
    QTRY_VERIFY(editor(story) != nullptr && editor(story)->selectedText() == QLatin1String("0n"));
    QCOMPARE(count(story), QStringLiteral("2 uncertain words"));
    story.trigger("nextUncertain"); // in the same line
    QCOMPARE(editor(story)->selectedText(), QStringLiteral("Apri1"));
    story.trigger("previousUncertain");
    QCOMPARE(editor(story)->selectedText(), QStringLiteral("0n"));

    story.trigger("undo");
    QCOMPARE(lineText(story, 0), QStringLiteral("The Tota1 due"));
    QCOMPARE(count(story), QStringLiteral("3 uncertain words"));
    story.trigger("redo");
    QCOMPARE(lineText(story, 0), QStringLiteral("The Total due"));
    story.trigger("showText");
    list(story)->setCurrentIndex(list(story)->model()->index(0, 0));
    QVERIFY(story.action("restoreLine")->isEnabled());
    story.trigger("restoreLine");
    QCOMPARE(lineText(story, 0), QStringLiteral("The Tota1 due"));
}

void TestProofReading::theWalkGoesOnOverPages() {
    ui::WindowStory story(ui::answering(reading));
    read(story);
    story.trigger("lastPage");
    story.trigger("readPage");
    QTRY_VERIFY(list(story)->isVisible());
    story.trigger("firstPage");
    for (int i = 0; i < 4; ++i) {
        story.trigger("nextUncertain");
    }
    QCOMPARE(story.pages().currentPage(), 2);
    QTRY_VERIFY(editor(story) != nullptr);
    QCOMPARE(editor(story)->selectedText(), QStringLiteral("Tota1"));
    story.trigger("previousUncertain");
    QCOMPARE(story.pages().currentPage(), 0);
    QCOMPARE(editor(story)->selectedText(), QStringLiteral("Apri1"));
    for (int i = 0; i < 3; ++i) {
        story.trigger("previousUncertain");
    }
    QVERIFY(story.window().findChild<ui::MessageBar*>()->text().contains(
        QLatin1String("no uncertain words before")));
}

void TestProofReading::lookingIsNotCorrecting() {
    ui::WindowStory story(ui::answering(reading));
    read(story);
    for (int i = 0; i < 3; ++i) {
        story.trigger("nextUncertain");
    }
    QTest::keyClick(editor(story), Qt::Key_Escape);
    QCOMPARE(count(story), QStringLiteral("3 uncertain words"));
    QVERIFY(!story.action("undo")->isEnabled());
}

void TestProofReading::enterAcceptsALine() {
    ui::WindowStory story(ui::answering(reading));
    read(story);
    story.trigger("nextUncertain");
    QTest::keyClick(editor(story), Qt::Key_Return);
    QCOMPARE(count(story), QStringLiteral("2 uncertain words")); // right as it is
    QCOMPARE(lineText(story, 0), QStringLiteral("The Tota1 due"));
    QCOMPARE(list(story)->currentIndex().row(), 1);
    story.trigger("undo");
    QCOMPARE(count(story), QStringLiteral("3 uncertain words"));
}

void TestProofReading::aPageWithoutTextSaysSo() {
    ui::WindowStory story(ui::answering([](const app::AnalysisRequest&) {
        app::ScriptedAnswer answer;
        answer.pageText = app::PageText();
        return answer;
    }));
    story.loadModel();
    story.open(m_pdf);
    story.trigger("showText");
    story.trigger("readPage");
    const auto sentence = [&] {
        for (QLabel* label : story.find<QWidget>("textPanel")->findChildren<QLabel*>()) {
            if (label->isVisible()) {
                return label->text();
            }
        }
        return QString();
    };
    QTRY_COMPARE(sentence(), QStringLiteral("No text was found on this page."));
}

void TestProofReading::hostileTextStaysText() {
    const QString hostile = QStringLiteral("<img/src='file:///x'>&amp; =1+1");
    ui::WindowStory story(ui::answering([hostile](const app::AnalysisRequest&) {
        app::ScriptedAnswer answer;
        app::PageText page;
        page.lines = {line(hostile, QRectF(), 0, {0.1F, 0.1F})};
        answer.pageText = page;
        return answer;
    }));
    read(story);
    QCOMPARE(lineText(story, 0), hostile);
    story.trigger("nextUncertain");
    QCOMPARE(editor(story)->text(), hostile);
    QVERIFY(story.pages().places().marks().isEmpty()); // nobody knows where it stands
}

QTEST_MAIN(TestProofReading)
#include "tst_proof_reading.moc"

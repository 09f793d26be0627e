// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The annotator's story: find, keep, correct, undo, export, import again; and the export dialog.
#include "tests/ui/window_story.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/theme.h"
#include "ui/widgets/message_bar.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

class TestAnnotator : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() {
        ui::applyTheme(*qApp, ui::ColorScheme::Light);
        QVERIFY(m_folder.isValid());
        m_pdf = ui::writePdf(m_folder.path(), 2);
    }

    void findsCorrectsExportsAndImports();
    void theCopyCarriesTheBoxes();
    void asksBeforeReplacing();
    void whatFailsIsSaid();
    void theDialogOffersWhatFits_data();
    void theDialogOffersWhatFits();
    void theDialogTakesPages();
    void theSearchablePdfIsWritten();
    void theDialogSaysWhere();

private:
    ui::ExportChoice into(const char* format, const char* name) const {
        ui::ExportChoice choice;
        choice.format = app::exportFormat(QString::fromLatin1(format));
        choice.target = m_folder.filePath(QString::fromLatin1(name));
        choice.dpi = 50;
        return choice;
    }

    // Finds two places and keeps them.
    void keepTwo(ui::WindowStory& story) const {
        story.loadModel();
        story.open(m_pdf);
        story.trigger("findOnPage");
        story.type(QStringLiteral("=total"));
        story.send();
        QTRY_VERIFY(story.action("keepPlaces")->isEnabled());
        story.trigger("keepPlaces");
    }

    QTemporaryDir m_folder;
    QString m_pdf;
};

namespace {

QString message(ui::WindowStory& story) {
    return story.window().findChild<ui::MessageBar*>()->text();
}

QTableView* table(const ui::WindowStory& story) {
    return story.find<QTableView>("boxTable");
}

} // namespace

void TestAnnotator::findsCorrectsExportsAndImports() {
    ui::WindowStory story(ui::answering(ui::twoPlaces));
    keepTwo(story);
    QTest::keyClick(&story.pages(), Qt::Key_Down, Qt::ShiftModifier); // the first one is chosen
    const QRectF corrected = story.pages().places().marks()[0].box;
    QVERIFY(corrected.top() > 0.1);

    story.prompts().exportChosen = into("coco", "pages-coco");
    story.trigger("export");
    QCOMPARE(story.prompts().exportsOffered.size(), 1);
    QVERIFY(story.prompts().exportsOffered[0].hasBoxes);
    QTRY_VERIFY2(message(story).contains(QLatin1String("pages-coco")), qPrintable(message(story)));
    const QDir folder(m_folder.filePath(QStringLiteral("pages-coco")));
    QCOMPARE(folder.entryList({QStringLiteral("*.json")}),
             QStringList{QStringLiteral("annotations.json")});
    QCOMPARE(QDir(folder.filePath(QStringLiteral("images"))).entryList(QDir::Files).size(), 2);

    for (int i = 0; i < 2; ++i) {
        story.trigger("deleteBoxes");
        table(story)->selectAll();
    }
    QCOMPARE(table(story)->model()->rowCount(), 0);
    story.prompts().boxFiles = {folder.filePath(QStringLiteral("annotations.json"))};
    story.trigger("importBoxes");
    QTRY_COMPARE(table(story)->model()->rowCount(), 2);
    QCOMPARE(message(story), QStringLiteral("2 boxes were imported."));
    QCOMPARE(table(story)->model()->index(0, 0).data().toString(), QStringLiteral("=total"));
    QCOMPARE(table(story)->model()->index(0, 3).data().toString(), QStringLiteral("Imported"));
    const QRectF back = story.pages().places().marks()[0].box;
    QVERIFY(std::abs(back.top() - corrected.top()) < 1e-4);
    QVERIFY(std::abs(back.left() - corrected.left()) < 1e-4);
    story.trigger("undo");
    QCOMPARE(table(story)->model()->rowCount(), 0);
}

void TestAnnotator::theCopyCarriesTheBoxes() {
    ui::WindowStory story(ui::answering(ui::twoPlaces));
    keepTwo(story);
    story.prompts().exportChosen = into("boxes-pdf", "copy.pdf");
    story.trigger("export");
    QTRY_VERIFY(message(story).contains(QLatin1String("copy.pdf")));
    story.open(m_folder.filePath(QStringLiteral("copy.pdf")));
    story.pages().setZoom(2, {0, 0});
    story.pages().reveal(0, QRectF(0.3, 0.6, 0.4, 0.1));
    // The middle of an edge of the second place, as any viewer shows it now: 4 pixels thick.
    const auto edge = [&] {
        return story.pages().frameOnScreen(0).toScreen(QPointF(0.5, 0.6)) + QPointF(0, 2);
    };
    QTRY_VERIFY(ui::nearestColor(story.pages(), edge(), ui::placeColor(1)) < 30);
}

void TestAnnotator::asksBeforeReplacing() {
    ui::WindowStory story(ui::answering(ui::twoPlaces));
    keepTwo(story);
    QFile file(m_folder.filePath(QStringLiteral("there.pdf")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    story.prompts().agrees = false;
    story.prompts().exportChosen = into("boxes-pdf", "there.pdf");
    story.trigger("export");
    QCOMPARE(story.prompts().confirmationsAsked.size(), 1);
    QTest::qWait(100);
    QCOMPARE(file.size(), 4);
    story.prompts().agrees = true;
    story.trigger("export");
    QTRY_VERIFY(file.size() > 400);
}

void TestAnnotator::whatFailsIsSaid() {
    ui::WindowStory story(ui::answering(ui::twoPlaces));
    keepTwo(story);
    story.prompts().exportChosen = into("boxes-pdf", "pages.pdf"); // the document itself
    story.trigger("export");
    QTRY_VERIFY(message(story).contains(QLatin1String("already something")));

    QFile file(m_folder.filePath(QStringLiteral("bad.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    story.prompts().boxFiles = {file.fileName()};
    story.trigger("importBoxes");
    QTRY_VERIFY(message(story).contains(QLatin1String("bad.json")));
    QCOMPARE(table(story)->model()->rowCount(), 2);
}

void TestAnnotator::theDialogOffersWhatFits_data() {
    QTest::addColumn<bool>("isPdf");
    QTest::addColumn<bool>("hasBoxes");
    QTest::addColumn<int>("readPages");
    QTest::addColumn<QStringList>("wanted"); // formats that can be chosen
    const QStringList text{"pdf", "txt",  "markdown", "html", "odt",
                           "csv", "xlsx", "hocr",     "alto", "json"};
    const QStringList tools{"coco", "yolo", "voc", "label-studio"};
    QTest::newRow("everything") << true << true << 3 << text + tools + QStringList{"boxes-pdf"};
    QTest::newRow("a picture") << false << true << 1 << text + tools;
    QTest::newRow("an unread picture") << false << true << 0 << tools;
    QTest::newRow("only text") << true << false << 3 << text;
    QTest::newRow("a PDF that may have text") << true << false << 0 << text;
    QTest::newRow("nothing") << false << false << 0 << QStringList{};
}

void TestAnnotator::theDialogOffersWhatFits() {
    QFETCH(bool, isPdf);
    QFETCH(bool, hasBoxes);
    QFETCH(int, readPages);
    QFETCH(QStringList, wanted);
    ui::ExportDialog dialog(
        {QStringLiteral("/tmp/a.pdf"), QStringLiteral("/tmp"), 3, readPages, isPdf, hasBoxes});
    auto* format = dialog.findChild<QComboBox*>(QStringLiteral("exportFormat"));
    auto* button = dialog.findChild<QPushButton*>(QStringLiteral("doExport"));
    auto* words = dialog.findChild<QLabel*>(QStringLiteral("exportDescription"));
    QStringList offered;
    for (int row = 0; row < format->count(); ++row) {
        format->setCurrentIndex(row);
        QVERIFY(!words->text().isEmpty());
        if (button->isEnabled()) {
            offered.append(format->currentData().toString());
        }
    }
    QCOMPARE(offered, wanted);
}

void TestAnnotator::theDialogTakesPages() {
    ui::ExportDialog dialog(
        {QStringLiteral("/somewhere/a scan.pdf"), QStringLiteral("/somewhere"), 12, 4});
    QCOMPARE(dialog.choice().format->name, "pdf");
    QCOMPARE(dialog.choice().target, QStringLiteral("/somewhere/a scan-searchable.pdf"));
    auto* words = dialog.findChild<QLabel*>(QStringLiteral("exportCoverage"));
    QVERIFY2(words->text().startsWith("4 of 12 pages"), qPrintable(words->text()));
    auto* pages = dialog.findChild<QLineEdit*>(QStringLiteral("exportPages"));
    auto* button = dialog.findChild<QPushButton*>(QStringLiteral("doExport"));
    pages->setText(QStringLiteral("2-3,12"));
    QCOMPARE(dialog.choice().chosen, (QVector<int>{1, 2, 11}));
    QVERIFY(button->isEnabled());
    for (const char* wrong : {"0", "13", "x", "3-2"}) {
        pages->setText(QString::fromLatin1(wrong));
        QVERIFY2(!button->isEnabled(), wrong);
        QVERIFY2(words->text().contains(QLatin1String("1 to 12")), wrong);
    }
}

void TestAnnotator::theSearchablePdfIsWritten() {
    ui::WindowStory story(ui::answering(ui::twoPlaces));
    story.loadModel();
    story.open(m_pdf);
    story.prompts().exportChosen = into("pdf", "searchable.pdf");
    story.trigger("export");
    QCOMPARE(story.prompts().exportsOffered[0].first, QStringLiteral("pdf"));
    QCOMPARE(story.prompts().exportsOffered[0].pageCount, 2);
    QTRY_VERIFY2(message(story).contains(QLatin1String("no text yet")), qPrintable(message(story)));
    const QString target = m_folder.filePath(QStringLiteral("searchable.pdf"));
    QVERIFY(!QFile::exists(target));
    // One that has text of its own.
    story.open(QStringLiteral(TESSERA_SOURCE_DIR "/resources/samples/letter.pdf"));
    story.trigger("export");
    QTRY_VERIFY2(message(story).contains(QLatin1String("Exported to")), qPrintable(message(story)));
    QVERIFY(QFile::exists(target));
}

void TestAnnotator::theDialogSaysWhere() {
    ui::ExportDialog dialog({QStringLiteral("/somewhere/a scan.pdf"), QStringLiteral("/somewhere"),
                             12, 4, true, true, false, false, QStringLiteral("yolo")});
    QCOMPARE(dialog.choice().target, QStringLiteral("/somewhere/a scan-yolo"));
    auto* format = dialog.findChild<QComboBox*>(QStringLiteral("exportFormat"));
    format->setCurrentIndex(format->findData(QStringLiteral("boxes-pdf")));
    QCOMPARE(dialog.choice().target, QStringLiteral("/somewhere/a scan-boxes.pdf"));
    auto* target = dialog.findChild<QLineEdit*>(QStringLiteral("exportTarget"));
    target->selectAll();
    QTest::keyClicks(target, QStringLiteral("mine.pdf"));
    format->setCurrentIndex(0);
    QCOMPARE(dialog.choice().target, QStringLiteral("/somewhere/mine.pdf")); // kept
    target->clear();
    QVERIFY(!dialog.findChild<QPushButton*>(QStringLiteral("doExport"))->isEnabled());
}

QTEST_MAIN(TestAnnotator)
#include "tst_annotator.moc"

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Boxes and text in the formats of other programs, and back.
#include "app/documents/document_opener.h"
#include "app/exporting/box_import.h"
#include "app/exporting/export_job.h"
#include "app/exporting/pdf_annotations.h"
#include "tests/app/pages.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace app {

namespace {

using Boxes = QVector<Box>;

Box boxAt(int page, const QRectF& place, const QString& label) {
    Box box;
    box.page = page;
    box.place = place;
    box.label = label;
    return box;
}

// Labels as people and models write them, and worse.
Boxes manyBoxes() {
    return {boxAt(0, {0.1, 0.2, 0.3, 0.05}, QStringLiteral("total")),
            boxAt(0, {0.0, 0.0, 1.0, 1.0}, QStringLiteral("=HYPERLINK(\"http://x\",\"y\")")),
            boxAt(0, {0.5, 0.5, 0.125, 0.25}, QStringLiteral("<b>&amp;]]>'\"</b>")),
            boxAt(2, {0.25, 0.75, 0.01, 0.02}, QStringLiteral("发票 {: - # 'x'")),
            boxAt(2, {0.3, 0.3, 0.2, 0.2}, QStringLiteral("total"))};
}

QByteArray threePages() {
    return pages::pdf("/MediaBox[0 0 400 600]", "0 0 0 rg 40 40 80 80 re f", 3);
}

ExportJob jobFor(const QString& source, ExportKind kind, const QString& target) {
    ExportJob job;
    job.document = *openDocument(source);
    job.source = source;
    job.boxes = manyBoxes();
    job.colorOf = [](const QString&) {
        return QColor(0, 114, 178);
    };
    job.kind = kind;
    job.target = target;
    return job;
}

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    file.open(QIODevice::ReadOnly);
    return file.readAll();
}

QStringList filesBelow(const QString& folder) {
    QStringList files;
    for (QDirIterator entry(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         entry.hasNext();) {
        files.append(QDir(folder).relativeFilePath(entry.next()));
    }
    files.sort();
    return files;
}

bool isLess(const Box& a, const Box& b) {
    return std::tuple(a.page, a.label, a.place.left()) <
           std::tuple(b.page, b.label, b.place.left());
}

QString difference(Boxes a, Boxes b, double tolerance) {
    std::sort(a.begin(), a.end(), isLess);
    std::sort(b.begin(), b.end(), isLess);
    if (a.size() != b.size()) {
        return QStringLiteral("%1 boxes instead of %2").arg(a.size()).arg(b.size());
    }
    for (int i = 0; i < a.size(); ++i) {
        const QRectF x = a[i].place;
        const QRectF y = b[i].place;
        const bool near = std::abs(x.left() - y.left()) <= tolerance &&
                          std::abs(x.top() - y.top()) <= tolerance &&
                          std::abs(x.right() - y.right()) <= tolerance &&
                          std::abs(x.bottom() - y.bottom()) <= tolerance;
        if (a[i].page != b[i].page || a[i].label != b[i].label || !near) {
            return QStringLiteral("box %1: “%2” on page %3").arg(i).arg(a[i].label).arg(a[i].page);
        }
    }
    return {};
}

} // namespace

class TestBoxFormats : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void thereAndBack_data();
    void thereAndBack();
    void cocoSaysWhatItShould();
    void yoloSaysWhatItShould();
    void labelStudioSaysWhatItShould();
    void picturesComeAlong();
    void pagesWithoutBoxesMayBeLeftOut();
    void aPictureKeepsItsPixels();
    void stoppedLeavesNoList();
    void theDocumentIsNeverTouched();
    void whatCannotBeWrittenSaysSo();
    void whatWouldBeReplacedIsKnown();
    void annotationsLieWhereTheBoxesAre_data();
    void annotationsLieWhereTheBoxesAre();
    void annotationsKeepThePage();
    void lockedAndSignedAreRefused_data();
    void lockedAndSignedAreRefused();
    void importRefusesWhatItDoesNotUnderstand_data();
    void importRefusesWhatItDoesNotUnderstand();
    void importFindsThePages_data();
    void importFindsThePages();
    void importKeepsToThePage();
    void textIsWrittenBothWays();

private:
    QString write(const QString& name, const QByteArray& bytes) const {
        const QString path = m_folder.filePath(name);
        pages::write(path, bytes);
        return path;
    }

    QTemporaryDir m_folder;
    QString m_source;
};

void TestBoxFormats::initTestCase() {
    QVERIFY(m_folder.isValid());
    m_source = write(QStringLiteral("scan 1.pdf"), threePages());
}

void TestBoxFormats::thereAndBack_data() {
    QTest::addColumn<ExportKind>("kind");
    QTest::addColumn<QStringList>("chosen");
    QTest::addColumn<double>("tolerance");
    const QString stem = QStringLiteral("Annotations/scan 1-000");
    QTest::newRow("COCO") << ExportKind::Coco << QStringList{QStringLiteral("annotations.json")}
                          << 1e-6;
    QTest::newRow("YOLO") << ExportKind::Yolo << QStringList{QStringLiteral("classes.txt")} << 2e-6;
    // Whole pixels of a page with 833 × 1250.
    QTest::newRow("VOC") << ExportKind::Voc
                         << QStringList{stem + QStringLiteral("1.xml"),
                                        stem + QStringLiteral("2.xml"),
                                        stem + QStringLiteral("3.xml")}
                         << 0.51 / 833;
}

void TestBoxFormats::thereAndBack() {
    QFETCH(ExportKind, kind);
    QFETCH(QStringList, chosen);
    QFETCH(double, tolerance);
    const QString target = m_folder.filePath(QString::fromLatin1(QTest::currentDataTag()));
    ExportJob job = jobFor(m_source, kind, target);
    job.withPictures = false;
    const Result<ExportReport> report = run(job, {});
    QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
    QCOMPARE(report->boxes, 5);
    QCOMPARE(report->pages, 3);
    for (QString& path : chosen) {
        path = target + QLatin1Char('/') + path;
    }
    const Result<ImportedBoxes> back = importBoxes(chosen, m_source, 3);
    QVERIFY2(back, qPrintable(back ? QString() : back.error().detail));
    QCOMPARE(back->outside, 0);
    QVERIFY(back->unmatched.isEmpty());
    QCOMPARE(difference(back->boxes, manyBoxes(), tolerance), QString());
    QCOMPARE(back->boxes.first().source, BoxSource::Import);
}

void TestBoxFormats::cocoSaysWhatItShould() {
    const PictureBoxes picture{
        QStringLiteral("a.png"),
        {200, 100},
        {boxAt(0, {0.5, 0.25, 0.1, 0.5}, QStringLiteral("b")), boxAt(0, {0, 0, 1, 1}, QString())}};
    const PictureBoxes empty{QStringLiteral("b.png"), {200, 100}, {}};
    const auto files = cocoFormat().write({picture, empty});
    const QJsonObject all = QJsonDocument::fromJson(files[0].bytes).object();
    const QJsonArray images = all[QStringLiteral("images")].toArray();
    QCOMPARE(images.size(), 2); // also the one without boxes
    QCOMPARE(images[1][QStringLiteral("file_name")].toString(), QStringLiteral("b.png"));
    const QJsonArray annotations = all[QStringLiteral("annotations")].toArray();
    QCOMPARE(annotations[0][QStringLiteral("bbox")].toArray(), (QJsonArray{100, 25, 20, 50}));
    QCOMPARE(annotations[0][QStringLiteral("area")].toDouble(), 1000.0);
    QCOMPARE(annotations[0][QStringLiteral("image_id")].toInt(), 1);
    const QJsonArray categories = all[QStringLiteral("categories")].toArray();
    QCOMPARE(categories.size(), 2);
    QCOMPARE(categories[1][QStringLiteral("name")].toString(), QStringLiteral("box")); // no label
}

void TestBoxFormats::yoloSaysWhatItShould() {
    const PictureBoxes picture{QStringLiteral("a.b.png"),
                               {200, 100},
                               {boxAt(0, {0.5, 0.25, 0.1, 0.5}, QStringLiteral("x\n\"y\""))}};
    const auto files = yoloFormat().write({picture, {QStringLiteral("c.png"), {1, 1}, {}}});
    QCOMPARE(files.size(), 4);
    QCOMPARE(files[0].bytes, QByteArray("x \"y\"\n"));
    QVERIFY(files[1].bytes.endsWith("names:\n  0: \"x \\\"y\\\"\"\n"));
    QCOMPARE(files[2].path, QStringLiteral("labels/a.b.txt"));
    QCOMPARE(files[2].bytes, QByteArray("0 0.550000 0.500000 0.100000 0.500000\n"));
    QCOMPARE(files[3].bytes, QByteArray()); // a picture without boxes has an empty file
}

void TestBoxFormats::labelStudioSaysWhatItShould() {
    const PictureBoxes picture{QStringLiteral("a.png"),
                               {200, 100},
                               {boxAt(0, {0.5, 0.25, 0.1, 0.5}, QStringLiteral("seal"))}};
    const auto files = labelStudioFormat().write({picture});
    const QJsonValue task = QJsonDocument::fromJson(files[0].bytes).array().first();
    QCOMPARE(task[QStringLiteral("data")][QStringLiteral("image")].toString(),
             QStringLiteral("images/a.png"));
    const QJsonValue region = task[QStringLiteral("annotations")][0][QStringLiteral("result")][0];
    QCOMPARE(region[QStringLiteral("original_width")].toInt(), 200);
    const QJsonValue value = region[QStringLiteral("value")];
    QCOMPARE(value[QStringLiteral("x")].toDouble(), 50.0);
    QCOMPARE(value[QStringLiteral("height")].toDouble(), 50.0);
    QCOMPARE(value[QStringLiteral("rectanglelabels")][0].toString(), QStringLiteral("seal"));
}

// What stands in the list is true of the picture: the black square of the page is found in it.
void TestBoxFormats::picturesComeAlong() {
    const QString target = m_folder.filePath(QStringLiteral("with pictures"));
    ExportJob job = jobFor(m_source, ExportKind::Coco, target);
    QVector<int> done;
    const auto report = run(job, {}, [&](int page) { done.append(page); });
    QVERIFY(report);
    QCOMPARE(done, (QVector<int>{0, 1, 2}));
    QCOMPARE(report->files, 4);
    const QImage picture(target + QStringLiteral("/images/scan 1-0001.png"));
    QCOMPARE(picture.size(), QSize(833, 1250)); // 400 × 600 points at 150 dpi
    QCOMPARE(picture.pixelColor(80 * 833 / 400, (600 - 80) * 1250 / 600), QColor(Qt::black));
    const QJsonObject all =
        QJsonDocument::fromJson(contentsOf(target + QStringLiteral("/annotations.json"))).object();
    QCOMPARE(all[QStringLiteral("images")][0][QStringLiteral("width")].toInt(), 833);
}

void TestBoxFormats::pagesWithoutBoxesMayBeLeftOut() {
    ExportJob job =
        jobFor(m_source, ExportKind::Voc, m_folder.filePath(QStringLiteral("only used")));
    job.pages = ExportPages::WithBoxes;
    job.withPictures = false;
    QVERIFY(run(job, {}));
    QCOMPARE(filesBelow(job.target), (QStringList{QStringLiteral("Annotations/scan 1-0001.xml"),
                                                  QStringLiteral("Annotations/scan 1-0003.xml")}));
}

void TestBoxFormats::aPictureKeepsItsPixels() {
    const QString source =
        write(QStringLiteral("flag.png"), pages::encoded(pages::flag(160, 90), "png"));
    ExportJob job = jobFor(source, ExportKind::Coco, m_folder.filePath(QStringLiteral("flag")));
    job.boxes = {boxAt(0, {0.5, 0, 0.5, 1}, QStringLiteral("blue"))};
    QVERIFY(run(job, {}));
    const QImage picture(job.target + QStringLiteral("/images/flag-0001.png"));
    QCOMPARE(picture.convertToFormat(QImage::Format_RGB32), pages::flag(160, 90));
    const QJsonObject all =
        QJsonDocument::fromJson(contentsOf(job.target + QStringLiteral("/annotations.json")))
            .object();
    QCOMPARE(all[QStringLiteral("annotations")][0][QStringLiteral("bbox")].toArray(),
             (QJsonArray{80, 0, 80, 90}));
}

void TestBoxFormats::stoppedLeavesNoList() {
    ExportJob job = jobFor(m_source, ExportKind::Coco, m_folder.filePath(QStringLiteral("half")));
    std::stop_source stop;
    const auto report = run(job, stop.get_token(), [&](int) { stop.request_stop(); });
    QVERIFY(report && report->stopped);
    QCOMPARE(filesBelow(job.target), QStringList{QStringLiteral("images/scan 1-0001.png")});
}

void TestBoxFormats::theDocumentIsNeverTouched() {
    const QByteArray before = contentsOf(m_source);
    for (const QString& target : {m_source, m_folder.filePath(QStringLiteral("./scan 1.pdf"))}) {
        const auto report = run(jobFor(m_source, ExportKind::PdfAnnotations, target), {});
        QVERIFY(!report);
        QCOMPARE(report.error().code, FailureCode::FileExists);
    }
    QVERIFY(QFile::link(m_source, m_folder.filePath(QStringLiteral("link.pdf"))));
    QVERIFY(!run(
        jobFor(m_source, ExportKind::PdfAnnotations, m_folder.filePath(QStringLiteral("link.pdf"))),
        {}));
    QCOMPARE(contentsOf(m_source), before);
}

void TestBoxFormats::whatCannotBeWrittenSaysSo() {
    const QString blocked = write(QStringLiteral("a file"), "x");
    ExportJob job = jobFor(m_source, ExportKind::Coco, blocked + QStringLiteral("/below"));
    const auto report = run(job, {});
    QVERIFY(!report);
    QCOMPARE(report.error().code, FailureCode::WriteFailed);
    QVERIFY(report.error().subject.startsWith(blocked));
    QCOMPARE(contentsOf(blocked), QByteArray("x"));
}

void TestBoxFormats::whatWouldBeReplacedIsKnown() {
    ExportJob job = jobFor(m_source, ExportKind::Coco, m_folder.filePath(QStringLiteral("again")));
    QVERIFY(replacedFiles(job).isEmpty());
    job.withPictures = false;
    QVERIFY(run(job, {}));
    QCOMPARE(replacedFiles(job), QStringList{job.target + QStringLiteral("/annotations.json")});
}

void TestBoxFormats::annotationsLieWhereTheBoxesAre_data() {
    QTest::addColumn<QByteArray>("keys");
    QTest::newRow("plain") << QByteArray("/MediaBox[0 0 300 200]");
    QTest::newRow("origin elsewhere") << QByteArray("/MediaBox[-50 100 250 300]");
    QTest::newRow("crop box") << QByteArray("/MediaBox[0 0 500 500]/CropBox[20 40 320 240]");
    QTest::newRow("crop box beyond the page")
        << QByteArray("/MediaBox[0 0 300 200]/CropBox[-100 -100 900 900]");
    QTest::newRow("turned right") << QByteArray("/MediaBox[0 0 200 300]/Rotate 90");
    QTest::newRow("upside down") << QByteArray("/MediaBox[0 0 300 200]/Rotate 180");
    QTest::newRow("turned left, cropped")
        << QByteArray("/MediaBox[0 0 500 500]/CropBox[20 40 220 340]/Rotate 270");
    QTest::newRow("turned twice over") << QByteArray("/MediaBox[0 0 200 300]/Rotate -270");
}

// The copy is rendered: the frame has its colour exactly on the edges of the box, to the pixel.
void TestBoxFormats::annotationsLieWhereTheBoxesAre() {
    QFETCH(QByteArray, keys);
    const QRectF place(0.1, 0.3, 0.4, 0.2);
    const auto copy = withAnnotations(pages::pdf(keys, ""), QStringLiteral("a.pdf"), 1,
                                      {boxAt(0, place, QStringLiteral("seal"))},
                                      [](const QString&) { return QColor(255, 0, 0); });
    QVERIFY2(copy, qPrintable(copy ? QString() : copy.error().detail));
    const auto document = openDocument(*copy, QStringLiteral("copy.pdf"));
    QVERIFY(document);
    QCOMPARE((*document)->pageSize(0), QSizeF(300, 200));
    const Result<QImage> image = (*document)->render(0, 288, {}); // 1200 × 800
    QVERIFY(image);
    QRect red;
    for (int y = 0; y < image->height(); ++y) {
        for (int x = 0; x < image->width(); ++x) {
            const QColor color = image->pixelColor(x, y);
            if (color.red() > 200 && color.green() < 100) {
                red |= QRect(x, y, 1, 1);
            }
        }
    }
    const QRect wanted(120, 240, 480, 160);
    QVERIFY2(std::abs(red.left() - wanted.left()) <= 1 && std::abs(red.top() - wanted.top()) <= 1 &&
                 std::abs(red.right() - wanted.right()) <= 1 &&
                 std::abs(red.bottom() - wanted.bottom()) <= 1,
             qPrintable(QStringLiteral("%1 %2 %3 %4")
                            .arg(red.left())
                            .arg(red.top())
                            .arg(red.right())
                            .arg(red.bottom())));
    QCOMPARE(image->pixelColor(red.center()), QColor(Qt::white)); // nothing is covered
}

void TestBoxFormats::annotationsKeepThePage() {
    const QByteArray before = threePages();
    const auto copy = withAnnotations(before, QStringLiteral("a.pdf"), 3, manyBoxes(),
                                      [](const QString&) { return QColor(255, 0, 0); });
    QVERIFY(copy);
    const auto old = openDocument(before, QStringLiteral("a.pdf"));
    const auto now = openDocument(*copy, QStringLiteral("b.pdf"));
    QVERIFY(old && now);
    QCOMPARE((*now)->pageCount(), 3);
    // A page without boxes looks the same to the last bit.
    QCOMPARE(*(*now)->render(1, 72, {}), *(*old)->render(1, 72, {}));
    QVERIFY(*(*now)->render(0, 72, {}) != *(*old)->render(0, 72, {}));
    // Hostile labels are strings of the file and nothing else: its structure holds.
    QVERIFY(copy->contains("/Square"));
    QVERIFY(!copy->contains("HYPERLINK(\"http://x\",\"y\") >>"));
    // Once more over the copy: earlier annotations stay.
    const auto twice = withAnnotations(*copy, QStringLiteral("b.pdf"), 3, manyBoxes(),
                                       [](const QString&) { return QColor(0, 0, 255); });
    QVERIFY(twice);
    QCOMPARE(twice->count("/Subtype /Square"), 2 * manyBoxes().size());
}

void TestBoxFormats::lockedAndSignedAreRefused_data() {
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<FailureCode>("code");
    for (const char* name : {"rc4.pdf", "aes256.pdf"}) {
        const QString path = QStringLiteral(TESSERA_SOURCE_DIR "/tests/data/documents/%1");
        QTest::newRow(name) << contentsOf(path.arg(QLatin1String(name))) << FailureCode::Encrypted;
    }
    const QByteArray signedPdf =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[5 0 R]>>>>"
        "endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[5 0 R]>>endobj\n"
        "5 0 obj<</Type/Annot/Subtype/Widget/FT/Sig/T(s)/Rect[0 0 0 0]/V 6 0 R>>endobj\n"
        "6 0 obj<</Type/Sig/Filter/Adobe.PPKLite/Contents<00>>>endobj\ntrailer<</Root 1 0 R>>\n";
    QTest::newRow("signed") << signedPdf << FailureCode::Signed;
    QTest::newRow("certified")
        << QByteArray(
               "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/Perms<</DocMDP 6 0 R>>>>endobj\n"
               "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
               "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
               "6 0 obj<</Type/Sig/Contents<00>>>endobj\ntrailer<</Root 1 0 R>>\n")
        << FailureCode::Signed;
    QTest::newRow("not a PDF") << QByteArray("nothing of the kind") << FailureCode::BadArguments;
    QTest::newRow("changed meanwhile")
        << pages::pdf("/MediaBox[0 0 9 9]", "") << FailureCode::BadArguments;
}

void TestBoxFormats::lockedAndSignedAreRefused() {
    QFETCH(QByteArray, pdf);
    QFETCH(FailureCode, code);
    const auto copy = withAnnotations(pdf, QStringLiteral("a.pdf"), 3, manyBoxes(),
                                      [](const QString&) { return QColor(); });
    QVERIFY(!copy);
    QCOMPARE(copy.error().code, code);
    QCOMPARE(copy.error().subject, QStringLiteral("a.pdf"));
    QVERIFY(!copy.error().detail.isEmpty());
}

void TestBoxFormats::importRefusesWhatItDoesNotUnderstand_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("why");
    const auto row = [](const char* tag, const char* name, const QByteArray& bytes,
                        const char* why) {
        QTest::newRow(tag) << QString::fromLatin1(name) << bytes << QString::fromUtf8(why);
    };
    const QByteArray image = R"({"images":[{"id":1,"file_name":"a.png","width":9,"height":9}],)"
                             R"("categories":[{"id":1,"name":"x"}],"annotations":[)";
    row("no such format", "a.csv", "x", "Choose one");
    row("cut JSON", "a.json", R"({"images": [)", "not JSON");
    row("other JSON", "a.json", R"({"boxes": []})", "no list “images”");
    row("a list", "a.json", "[]", "no list “images”");
    row("picture without size", "a.json",
        R"({"images":[{"id":1,"file_name":"a"}],"annotations":[],"categories":[]})",
        "Entry 1 of “images”");
    row("unknown picture", "a.json", image + R"({"image_id":2,"category_id":1,"bbox":[1,1,1,1]}]})",
        "Entry 1 of “annotations”");
    row("unknown category", "a.json",
        image + R"({"image_id":1,"category_id":2,"bbox":[1,1,1,1]}]})", "Entry 1 of “annotations”");
    row("three numbers", "a.json", image + R"({"image_id":1,"category_id":1,"bbox":[1,1,1]}]})",
        "Entry 1 of “annotations”");
    row("a word among them", "a.json",
        image + R"({"image_id":1,"category_id":1,"bbox":[1,1,1,"1"]}]})",
        "Entry 1 of “annotations”");
    row("cut XML", "a.xml", "<annotation><object>", "Line 1");
    row("other XML", "a.xml", "<html/>", "not VOC");
    row("no XML", "a.xml", "annotation", "Line 1");
    row("XML without size", "a.xml", "<annotation></annotation>", "how large");
    row("object without box", "a.xml",
        "<annotation><size><width>9</width><height>9</height></size>\n<object><name>x</name>"
        "</object></annotation>",
        "Line 2");
    row("entities", "a.xml",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><annotation><filename>&x;"
        "</filename></annotation>",
        "how large");
    row("YOLO without classes", "lonely/a.txt", "0 0.5 0.5 0.1 0.1\n", "no classes.txt");
    row("YOLO with a word", "yolo/a.txt", "0 0.5 0.5 0.1 0.1\n0 0.5 x 0.1 0.1\n", "Line 2");
    row("YOLO with another class", "yolo/a.txt", "1 0.5 0.5 0.1 0.1\n", "(0 to 0)");
    row("YOLO with a negative class", "yolo/a.txt", "-1 0.5 0.5 0.1 0.1\n", "Line 1");
    row("other pictures", "a.json", image + R"({"image_id":1,"category_id":1,"bbox":[1,1,1,1]}]})",
        "other pictures");
}

void TestBoxFormats::importRefusesWhatItDoesNotUnderstand() {
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, why);
    QTemporaryDir folder;
    QDir(folder.path()).mkpath(QStringLiteral("lonely"));
    QDir(folder.path()).mkpath(QStringLiteral("yolo"));
    pages::write(folder.filePath(QStringLiteral("yolo/classes.txt")), "seal\n");
    const QString path = folder.filePath(name);
    QVERIFY(pages::write(path, bytes));
    const auto imported = importBoxes({path}, m_source, 3);
    QVERIFY(!imported);
    QCOMPARE(imported.error().code, FailureCode::BadArguments);
    QCOMPARE(imported.error().subject, path);
    QVERIFY2(imported.error().detail.contains(why), qPrintable(imported.error().detail));
}

void TestBoxFormats::importFindsThePages_data() {
    QTest::addColumn<QStringList>("pictures");
    QTest::addColumn<int>("pageCount");
    QTest::addColumn<QVector<int>>("wanted");
    QTest::newRow("own names") << QStringList{QStringLiteral("scan 1-0003.png"),
                                              QStringLiteral("scan 1-0001.png")}
                               << 3 << QVector<int>{2, 0};
    QTest::newRow("the document itself")
        << QStringList{QStringLiteral("scan 1.jpg")} << 1 << QVector<int>{0};
    QTest::newRow("another picture, one page")
        << QStringList{QStringLiteral("x.jpg")} << 1 << QVector<int>{0};
    QTest::newRow("as many as pages")
        << QStringList{QStringLiteral("x.jpg"), QStringLiteral("y.jpg")} << 2 << QVector<int>{0, 1};
    QTest::newRow("some of another document")
        << QStringList{QStringLiteral("scan 1-0002.png"), QStringLiteral("other-0001.png")} << 3
        << QVector<int>{1};
}

void TestBoxFormats::importFindsThePages() {
    QFETCH(QStringList, pictures);
    QFETCH(int, pageCount);
    QFETCH(QVector<int>, wanted);
    QVector<PictureBoxes> all;
    for (const QString& picture : pictures) {
        all.append({picture, {100, 100}, {boxAt(0, {0.1, 0.1, 0.1, 0.1}, QStringLiteral("x"))}});
    }
    const QString path = write(QStringLiteral("pages.json"), cocoFormat().write(all).first().bytes);
    const auto imported = importBoxes({path}, m_source, pageCount);
    QVERIFY2(imported, qPrintable(imported ? QString() : imported.error().detail));
    QVector<int> got;
    for (const Box& box : imported->boxes) {
        got.append(box.page);
    }
    QCOMPARE(got, wanted);
    QCOMPARE(imported->unmatched.size(), pictures.size() - wanted.size());
}

void TestBoxFormats::importKeepsToThePage() {
    const QString path =
        write(QStringLiteral("wild.json"),
              R"({"images":[{"id":1,"file_name":"scan 1.png","width":100,"height":100}],)"
              R"("categories":[{"id":1,"name":"a\u202Eb\u0007"}],"annotations":[)"
              R"({"image_id":1,"category_id":1,"bbox":[50,50,100,100]},)"
              R"({"image_id":1,"category_id":1,"bbox":[200,200,10,10]},)"
              R"({"image_id":1,"category_id":1,"bbox":[1e300,0,1e300,1e308]},)"
              R"({"image_id":1,"category_id":1,"bbox":[10,10,0,0]}]})");
    const auto imported = importBoxes({path}, m_source, 1);
    QVERIFY(imported);
    QCOMPARE(imported->boxes.size(), 1);
    QCOMPARE(imported->outside, 3);
    QCOMPARE(imported->boxes[0].place, QRectF(0.5, 0.5, 0.5, 0.5));
    QCOMPARE(imported->boxes[0].label, QStringLiteral("a b"));
}

void TestBoxFormats::textIsWrittenBothWays() {
    ExportJob job =
        jobFor(m_source, ExportKind::TextChecked, m_folder.filePath(QStringLiteral("a.txt")));
    PageText text;
    text.lines = {{QStringLiteral("Tota1"), QRectF(0, 0.1, 1, 0.1), 0, {}},
                  {QStringLiteral("due"), QRectF(0, 0.3, 1, 0.1), 1, {}}};
    job.texts.insert(0, ProofPage::of(text));
    job.texts.insert(2, ProofPage::of(text));
    job.texts[0].lines[0].checked = QStringLiteral("Total");
    QVERIFY(run(job, {}));
    QCOMPARE(contentsOf(job.target), QByteArray("Total\n\ndue\n\f\nTota1\n\ndue\n"));
    job.kind = ExportKind::TextAsRead;
    QVERIFY(run(job, {}));
    QCOMPARE(contentsOf(job.target), QByteArray("Tota1\n\ndue\n\f\nTota1\n\ndue\n"));
    QCOMPARE(suggestedName(m_source, job.kind), QStringLiteral("scan 1-as-read.txt"));
}

} // namespace app

QTEST_GUILESS_MAIN(app::TestBoxFormats)
#include "tst_box_formats.moc"

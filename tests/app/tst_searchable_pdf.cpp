// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Searchable PDFs, read back with Poppler and checked with qpdf: every word lies on its ink, the
// pages look and are as before, and whatever the text holds, the file is clean.
#include "app/documents/document_opener.h"
#include "app/exporting/export_format.h"
#include "app/plain_text.h"
#include "tests/app/pages.h"
#include "tests/app/pdftotext_words.h"
#include "tests/app/read_pages.h"

#include <QHash>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFJob.hh>
#include <qpdf/QPDFLogger.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <QTemporaryDir>
#include <QTest>

#include <poppler-qt6.h>

#include <memory>
#include <sstream>

using namespace app;

namespace {

using DocumentPointer = std::shared_ptr<const Document>;

constexpr double kDpi = 200; // of the scans that the samples become
constexpr double kNear = 2;  // points

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString sampleFile(const QString& name) {
    return QStringLiteral(TESSERA_SOURCE_DIR "/resources/samples/") + name;
}

DocumentPointer opened(const QByteArray& bytes) {
    return openDocument(bytes, QStringLiteral("scan.pdf")).value_or(nullptr);
}

ReadDocument readDocument(const DocumentPointer& document, const QVector<ReadLine>& lines) {
    ReadPage page = pages::page(0, lines);
    page.points = document->pageSize(0);
    return {QStringLiteral("scan.pdf"), QStringLiteral("Nano 1"), {page}, document};
}

// What `qpdf --check` says; empty: nothing to complain of.
QString complaints(const QByteArray& pdf) {
    QTemporaryDir dir;
    const QByteArray path = QFile::encodeName(dir.filePath(QStringLiteral("out.pdf")));
    if (!pages::write(QFile::decodeName(path), pdf)) {
        return QStringLiteral("not written");
    }
    const auto log = QPDFLogger::create();
    std::ostringstream said;
    std::ostringstream errors;
    log->setOutputStreams(&said, &errors);
    QPDFJob job;
    job.setLogger(log);
    const char* arguments[] = {"qpdf", "--check", path.constData(), nullptr};
    job.initializeFromArgv(arguments);
    try {
        job.run();
    } catch (const std::exception& error) {
        return QString::fromUtf8(error.what());
    }
    return job.getExitCode() == 0 ? QString() : QString::fromStdString(said.str() + errors.str());
}

// A page that is a picture of a page, as scanners make them.
QByteArray scannedPdf(const QImage& picture, const QByteArray& pageKeys, const QByteArray& matrix,
                      const QByteArray& moreKeys = {}) {
    const QByteArray jpeg = pages::encoded(picture, "jpeg");
    const QByteArray content = "q " + matrix + " cm /Im Do Q";
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R" + moreKeys +
           ">>endobj\n"
           "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]/Resources<</XObject<</Im 5 0 R>>>>>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R " +
           pageKeys + ">>endobj\n4 0 obj<</Length " + QByteArray::number(content.size()) +
           ">>stream\n" + content +
           "\nendstream endobj\n5 0 obj<</Type/XObject/Subtype/Image/ColorSpace/DeviceRGB"
           "/BitsPerComponent 8/Filter/DCTDecode/Width " +
           QByteArray::number(picture.width()) + "/Height " + QByteArray::number(picture.height()) +
           "/Length " + QByteArray::number(jpeg.size()) + ">>stream\n" + jpeg +
           "\nendstream endobj\ntrailer<</Root 1 0 R>>\n";
}

// The box of what is dark inside the box, which is a little too large.
QRectF inkIn(const QImage& page, const QRectF& box) {
    const QSize size = page.size();
    const QRect around = QRectF(box.left() * size.width(), box.top() * size.height(),
                                box.width() * size.width(), box.height() * size.height())
                             .toAlignedRect()
                             .intersected(page.rect());
    QRect ink;
    for (int y = around.top(); y <= around.bottom(); ++y) {
        for (int x = around.left(); x <= around.right(); ++x) {
            if (qGray(page.pixel(x, y)) < 128) {
                ink |= QRect(x, y, 1, 1);
            }
        }
    }
    return {double(ink.x()) / size.width(), double(ink.y()) / size.height(),
            double(ink.width()) / size.width(), double(ink.height()) / size.height()};
}

// A sample page as a scan, and its words with the places of their ink.
struct Scan {
    QImage picture;
    QSizeF points;
    QVector<ReadLine> lines;
};

Scan madeScan(const QString& sample) {
    const DocumentPointer document = openDocument(sampleFile(sample)).value_or(nullptr);
    Scan scan{*document->render(0, kDpi, {}), document->pageSize(0), {}};
    ReadLine line;
    for (const TextWord& word : document->words(0)) {
        const QRectF ink = inkIn(scan.picture, word.box);
        if (!ink.isEmpty()) {
            line.words.append({word.text, ink, 1});
            line.text += (line.text.isEmpty() ? QString() : QStringLiteral(" ")) + word.text;
            line.box |= ink;
        }
        if (word.endsLine && !line.words.isEmpty()) {
            scan.lines.append(std::exchange(line, {}));
        }
    }
    return scan;
}

const Scan& scanOf(const QString& sample) {
    static QHash<QString, Scan> scans;
    const auto known = scans.find(sample);
    return known != scans.end() ? *known : *scans.insert(sample, madeScan(sample));
}

double farthest(const QRectF& one, const QRectF& other, const QSizeF& points) {
    return std::max({std::abs(one.left() - other.left()) * points.width(),
                     std::abs(one.right() - other.right()) * points.width(),
                     std::abs(one.top() - other.top()) * points.height(),
                     std::abs(one.bottom() - other.bottom()) * points.height()});
}

// Words of the lines that are not among those found where they belong.
QStringList misplaced(const QVector<TextWord>& found, const QSizeF& points,
                      const QVector<ReadLine>& lines) {
    QStringList missing;
    for (const ReadLine& line : lines) {
        for (const ReadWord& word : line.words) {
            const bool isThere =
                std::any_of(found.begin(), found.end(), [&](const TextWord& candidate) {
                    return candidate.text == word.text &&
                           farthest(candidate.box, word.box, points) <= kNear;
                });
            if (!isThere) {
                missing.append(word.text);
            }
        }
    }
    return missing;
}

QStringList misplaced(const Document& document, const QVector<ReadLine>& lines) {
    return misplaced(document.words(0), document.pageSize(0), lines);
}

// The raw streams of a page: its contents without the first `skipped`, then its pictures.
QVector<QByteArray> streamsOf(const QByteArray& bytes, std::size_t skipped) {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("", bytes.constData(), std::size_t(bytes.size()));
    auto page = QPDFPageDocumentHelper(pdf).getAllPages().front();
    std::vector<QPDFObjectHandle> streams = page.getPageContents();
    streams.erase(streams.begin(), streams.begin() + std::ptrdiff_t(skipped));
    for (const auto& [name, picture] : page.getImages()) {
        streams.push_back(picture);
    }
    QVector<QByteArray> raw;
    for (QPDFObjectHandle& stream : streams) {
        const auto buffer = stream.getRawStreamData();
        raw.append(
            {reinterpret_cast<const char*>(buffer->getBuffer()), qsizetype(buffer->getSize())});
    }
    return raw;
}

// Of the first page's only picture.
QByteArray storedPixels(const QByteArray& bytes) {
    QPDF pdf;
    pdf.processMemoryFile("", bytes.constData(), std::size_t(bytes.size()));
    auto pictures = QPDFPageDocumentHelper(pdf).getAllPages().front().getImages();
    const auto buffer = pictures.begin()->second.getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char*>(buffer->getBuffer()), qsizetype(buffer->getSize())};
}

std::unique_ptr<Poppler::Document> inPoppler(const QByteArray& pdf) {
    return Poppler::Document::loadFromData(pdf);
}

bool isFound(const QByteArray& pdf, const QString& text) {
    const auto document = inPoppler(pdf);
    return !document->page(0)->search(text, Poppler::Page::IgnoreCase).isEmpty();
}

bool hasNote(const Exported& exported, ExportNote::Kind kind, int page) {
    return std::any_of(exported.notes.begin(), exported.notes.end(), [&](const ExportNote& note) {
        return note.kind == kind && note.page == page;
    });
}

} // namespace

class SearchablePdfTest final : public QObject {
    Q_OBJECT

private slots:
    void wordsLieOnTheirInk_data();
    void wordsLieOnTheirInk();
    void pdftotextFindsThemThere_data();
    void pdftotextFindsThemThere();
    void picturesBecomePages_data();
    void picturesBecomePages();
    void everyScriptIsFound_data();
    void everyScriptIsFound();
    void hostileTextIsOnlyText();
    void columnsRunDownwards();
    void placelessTextIsSomewhere();
    void ownTextIsKept();
    void lockedAndSignedAreRefused_data();
    void lockedAndSignedAreRefused();
    void jpegStaysAsItIs();
    void turnedJpegStandsUpright();
    void otherPicturesLoseNothing_data();
    void otherPicturesLoseNothing();
    void everyPictureOfATiffIsAPage();
    void picturesAreArchival();
    void claimsOfPdfStayTrue_data();
    void claimsOfPdfStayTrue();
    void sharedPartsStayApart();
    void sameInSameOut();
};

void SearchablePdfTest::wordsLieOnTheirInk_data() {
    QTest::addColumn<QString>("sample");
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<QByteArray>("matrix");

    // Letters and A4 differ by a few points, which stretch the picture and nothing else.
    const struct {
        const char* name;
        const char* keys;
        const char* matrix;
    } kinds[] = {
        {"upright", "/MediaBox[0 0 595 842]", "595 0 0 842 0 0"},
        {"turned right", "/MediaBox[0 0 842 595]/Rotate 90", "0 595 -842 0 842 0"},
        {"upside down", "/MediaBox[0 0 595 842]/Rotate 180", "-595 0 0 -842 595 842"},
        {"turned left", "/MediaBox[0 0 842 595]/Rotate -90", "0 -595 842 0 0 595"},
        {"cropped", "/MediaBox[-9 -9 900 1200]/CropBox[100 150 695 992]", "595 0 0 842 100 150"},
        {"cropped, turned", "/MediaBox[0 0 1200 900]/CropBox[50 60 892 655]/Rotate 90",
         "0 595 -842 0 892 60"},
        {"crop box beyond the page", "/MediaBox[0 0 595 842]/CropBox[-50 -50 9000 9000]",
         "595 0 0 842 0 0"},
        {"corners the other way round", "/MediaBox[595 842 0 0]", "595 0 0 842 0 0"},
        {"large unit", "/MediaBox[0 0 59.5 84.2]/UserUnit 10", "59.5 0 0 84.2 0 0"},
    };

    for (const char* sample : {"article.pdf", "invoice.pdf", "letter.pdf"}) {
        for (const auto& kind : kinds) {
            QTest::addRow("%s %s", sample, kind.name)
                << QString(QLatin1String(sample)) << QByteArray(kind.keys)
                << QByteArray(kind.matrix);
        }
    }
}

void SearchablePdfTest::wordsLieOnTheirInk() {
    QFETCH(QString, sample);
    QFETCH(QByteArray, keys);
    QFETCH(QByteArray, matrix);
    const Scan& scan = scanOf(sample);
    QVERIFY(scan.lines.size() > 10);
    const QByteArray before = scannedPdf(scan.picture, keys, matrix);
    const DocumentPointer document = opened(before);
    QVERIFY(document);
    QVERIFY(document->words(0).isEmpty());
    const auto exported = exportPdf(readDocument(document, scan.lines));
    QVERIFY2(exported, qPrintable(exported ? QString() : exported.error().detail));
    const DocumentPointer copy = opened(exported->bytes);
    QVERIFY(copy);
    QCOMPARE(misplaced(*copy, scan.lines), QStringList());
    QVERIFY(isFound(exported->bytes, scan.lines[3].text));
    // As before: to the eye, and to the byte.
    QCOMPARE(*copy->render(0, 100, {}), *document->render(0, 100, {}));
    QCOMPARE(streamsOf(exported->bytes, 1), streamsOf(before, 0));
    QCOMPARE(complaints(exported->bytes), QString());
    QVERIFY(!exported->bytes.contains("Interpolate"));
}

void SearchablePdfTest::pdftotextFindsThemThere_data() {
    QTest::addColumn<QString>("sample");
    for (const char* sample : {"article.pdf", "invoice.pdf", "letter.pdf"}) {
        QTest::addRow("%s", sample) << QString(QLatin1String(sample));
    }
}

void SearchablePdfTest::pdftotextFindsThemThere() {
    QFETCH(QString, sample);
    const Scan& scan = scanOf(sample);
    const DocumentPointer document =
        opened(scannedPdf(scan.picture, "/MediaBox[0 0 595 842]", "595 0 0 842 0 0"));
    QVERIFY(document);
    const auto exported = exportPdf(readDocument(document, scan.lines));
    QVERIFY(exported);
    const QSizeF points = document->pageSize(0);
    const QVector<TextWord> found =
        pdftotextWords({QStringLiteral("-")}, exported->bytes).value_or(QVector<TextWord>());
    QVERIFY2(!found.isEmpty(), "pdftotext (package poppler-utils) is missing or finds no words");
    QCOMPARE(misplaced(found, points, scan.lines), QStringList());
}

void SearchablePdfTest::picturesBecomePages_data() {
    QTest::addColumn<QByteArray>("format");
    for (const char* format : {"png", "jpeg", "tiff", "bmp", "webp", "ppm"}) {
        QTest::addRow("%s", format) << QByteArray(format);
    }
}

void SearchablePdfTest::picturesBecomePages() {
    QFETCH(QByteArray, format);
    Scan scan = scanOf(QStringLiteral("invoice.pdf"));
    scan.picture.setDotsPerMeterX(qRound(kDpi / 0.0254));
    scan.picture.setDotsPerMeterY(qRound(kDpi / 0.0254));
    const DocumentPointer document = opened(pages::encoded(scan.picture, format));
    QVERIFY(document);
    const auto exported = exportPdf(readDocument(document, scan.lines));
    QVERIFY2(exported, qPrintable(exported ? QString() : exported.error().detail));
    const DocumentPointer copy = opened(exported->bytes);
    QVERIFY(copy);
    if (format == "png" || format == "jpeg" || format == "tiff") { // the others do not tell
        QVERIFY(qAbs(copy->pageSize(0).width() - scan.points.width()) < 1);
        QVERIFY(qAbs(copy->pageSize(0).height() - scan.points.height()) < 1);
    }
    QCOMPARE(misplaced(*copy, scan.lines), QStringList());
    QCOMPARE(complaints(exported->bytes), QString());
    QCOMPARE(exported->notes.size(), 0);
}

void SearchablePdfTest::everyScriptIsFound_data() {
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* text) {
        QTest::addRow("%s", name) << QString::fromUtf8(text);
    };
    row("Chinese", "发票号码：第3章 合计金额");
    row("Japanese", "これはテストです。");
    row("Hebrew", "שלום עולם");
    row("Arabic", "السلام عليكم");
    row("Hebrew and a number", "חדר12א");
    row("Greek, Cyrillic", "Ελλάδα Россия");
    row("combining", "e\xCC\x81te\xCC\x81 mañana");
    row("beyond U+FFFF", "\xF0\xA0\xAE\xB7\xE7\x94\xB0 \xF0\x9D\x94\x98 \xF0\x9F\x98\x80");
    row("ligature signs", "ﬁne æon œuvre");
}

void SearchablePdfTest::everyScriptIsFound() {
    QFETCH(QString, text);
    const DocumentPointer document = opened(pages::pdf("/MediaBox[0 0 400 300]", ""));
    // As wide as such text is.
    const double width = double(text.size()) * 0.02;
    ReadLine line{text, QRectF(0.1, 0.2, width, 0.05), 0, {}};
    const auto exported = exportPdf(readDocument(document, {line}));
    QVERIFY2(exported, qPrintable(exported ? QString() : exported.error().detail));
    const auto reader = inPoppler(exported->bytes);
    const QString read = reader->page(0)->text(QRectF());
    // Readers mark where the direction changes.
    QCOMPARE(withoutControls(read).simplified().normalized(QString::NormalizationForm_KC),
             text.normalized(QString::NormalizationForm_KC));
    for (const QString& word : text.split(u' ')) {
        QVERIFY2(isFound(exported->bytes, word), qPrintable(word));
    }
    QCOMPARE(complaints(exported->bytes), QString());
}

void SearchablePdfTest::hostileTextIsOnlyText() {
    const DocumentPointer document = opened(pages::pdf("/MediaBox[0 0 595 842]", ""));
    ReadDocument hostile = readDocument(document, pages::hostilePage().text.lines);
    hostile.name = pages::hostileTexts().join(u' ');
    const auto exported = exportPdf(hostile);
    QVERIFY2(exported, qPrintable(exported ? QString() : exported.error().detail));
    QCOMPARE(complaints(exported->bytes), QString());
    const QString read = inPoppler(exported->bytes)->page(0)->text(QRectF());
    for (const QString& text : pages::hostileTexts()) {
        const QString kept = withoutControls(text).simplified();
        QVERIFY2(read.simplified().contains(kept), qPrintable(kept + u'\n' + read));
    }
    // Of a picture's PDF the name is in its description.
    hostile.document = opened(pages::encoded(pages::flag(), "png"));
    const auto picture = exportPdf(hostile);
    QVERIFY(picture);
    QCOMPARE(complaints(picture->bytes), QString());
    QVERIFY(picture->bytes.contains("&lt;script&gt;"));
}

void SearchablePdfTest::columnsRunDownwards() {
    const DocumentPointer document = opened(pages::pdf("/MediaBox[0 0 400 300]", ""));
    const QString text = QString::fromUtf8("春眠不覚暁");
    ReadLine line{text, QRectF(0.8, 0.1, 0.04, 0.5), 0, {{text, QRectF(0.8, 0.1, 0.04, 0.5), 1}}};
    const auto exported = exportPdf(readDocument(document, {line}));
    QVERIFY(exported);
    QCOMPARE(misplaced(*opened(exported->bytes), {line}), QStringList());
}

void SearchablePdfTest::placelessTextIsSomewhere() {
    const DocumentPointer document = opened(pages::pdf("/MediaBox[0 0 400 300]", ""));
    const ReadLine line{QStringLiteral("nobody knows where"), {}, 0, {}};
    const auto exported = exportPdf(readDocument(document, {line, line}));
    QVERIFY(exported);
    QVERIFY(hasNote(*exported, ExportNote::Kind::NoPlaces, 0));
    QVERIFY(isFound(exported->bytes, line.text));
    QCOMPARE(complaints(exported->bytes), QString());
}

void SearchablePdfTest::ownTextIsKept() {
    const DocumentPointer document =
        openDocument(sampleFile(QStringLiteral("letter.pdf"))).value_or(nullptr);
    QVERIFY(document);
    const QByteArray before = document->bytes();
    const auto exported = exportPdf(readDocument(
        document, {{QStringLiteral("never seen"), QRectF(0.1, 0.1, 0.5, 0.1), 0, {}}}));
    QVERIFY2(exported, qPrintable(exported ? QString() : exported.error().detail));
    QVERIFY(hasNote(*exported, ExportNote::Kind::KeptOwnText, 0));
    QVERIFY(!isFound(exported->bytes, QStringLiteral("never seen")));
    QCOMPARE(streamsOf(exported->bytes, 0), streamsOf(before, 0));
    QCOMPARE(complaints(exported->bytes), QString());
    QCOMPARE(document->bytes(), before);
    QCOMPARE(contentsOf(sampleFile(QStringLiteral("letter.pdf"))), before);
}

void SearchablePdfTest::lockedAndSignedAreRefused_data() {
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<QString>("password");
    QTest::addColumn<FailureCode>("code");
    const QString folder = QStringLiteral(TESSERA_SOURCE_DIR "/tests/data/documents/");
    QTest::addRow("rc4") << contentsOf(folder + "rc4.pdf") << QStringLiteral("open")
                         << FailureCode::Encrypted;
    QTest::addRow("aes256") << contentsOf(folder + "aes256.pdf") << QStringLiteral("pässword")
                            << FailureCode::Encrypted;
    QTest::addRow("certified") << scannedPdf(pages::flag(), "/MediaBox[0 0 60 30]", "60 0 0 30 0 0",
                                             "/Perms<</DocMDP<</Type/Sig/Contents<00>>>>>")
                               << QString() << FailureCode::Signed;
}

void SearchablePdfTest::lockedAndSignedAreRefused() {
    QFETCH(QByteArray, pdf);
    QFETCH(QString, password);
    QFETCH(FailureCode, code);
    const auto document = openDocument(pdf, QStringLiteral("scan.pdf"), password);
    QVERIFY2(document, qPrintable(document ? QString() : document.error().detail));
    const auto exported = exportPdf(
        readDocument(*document, {{QStringLiteral("text"), QRectF(0.1, 0.1, 0.5, 0.1), 0, {}}}));
    QVERIFY(!exported);
    QCOMPARE(exported.error().code, code);
    QCOMPARE(exported.error().subject, QStringLiteral("scan.pdf"));
}

void SearchablePdfTest::jpegStaysAsItIs() {
    const QByteArray jpeg = pages::encoded(pages::flag(), "jpeg");
    const auto exported = exportPdf(readDocument(opened(jpeg), {}));
    QVERIFY(exported);
    QVERIFY(streamsOf(exported->bytes, 1).contains(jpeg));
    QVERIFY(exported->bytes.contains(jpeg));
}

void SearchablePdfTest::turnedJpegStandsUpright() {
    for (const char* name : {"hopper_orientation_8.jpg"}) {
        const DocumentPointer document = opened(contentsOf(
            QStringLiteral(TESSERA_SOURCE_DIR "/tests/data/robust/") + QLatin1String(name)));
        QVERIFY(document);
        const auto exported = exportPdf(readDocument(document, {}));
        QVERIFY(exported);
        const DocumentPointer copy = opened(exported->bytes);
        const double dpi = 72.0 * document->render(0, 96, {})->width() / copy->pageSize(0).width();
        const QImage now = *copy->render(0, dpi, {});
        const QImage then = *document->render(0, 96, {});
        QCOMPARE(now.size(), then.size());
        qint64 difference = 0;
        for (int y = 0; y < now.height(); ++y) {
            for (int x = 0; x < now.width(); ++x) {
                difference += qAbs(qGray(now.pixel(x, y)) - qGray(then.pixel(x, y)));
            }
        }
        QVERIFY2(difference < 10 * now.width() * now.height(),
                 qPrintable(QString::number(double(difference) / (now.width() * now.height()))));
    }
}

void SearchablePdfTest::otherPicturesLoseNothing_data() {
    QTest::addColumn<QImage>("picture");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("pixels");
    QByteArray colourBytes;
    QByteArray greyBytes;
    QByteArray inkBytes;
    QImage colours(67, 41, QImage::Format_RGB32);
    QImage grey(67, 41, QImage::Format_RGB32);
    QImage ink(67, 41, QImage::Format_RGB32);
    for (int y = 0; y < 41; ++y) {
        for (int x = 0; x < 67; ++x) {
            colours.setPixel(x, y, qRgb(x * 3, y * 6, (x * y) % 256));
            grey.setPixel(x, y, qRgb((x * y) % 256, (x * y) % 256, (x * y) % 256));
            ink.setPixel(x, y, (x * y) % 3 == 0 ? 0xff000000U : 0xffffffffU);
            colourBytes.append(char(x * 3)).append(char(y * 6)).append(char(x * y));
            greyBytes.append(char(x * y));
            if (x % 8 == 0) {
                inkBytes.append('\0');
            }
            inkBytes.back() = char(inkBytes.back() | ((x * y) % 3 == 0 ? 0 : 0x80 >> (x % 8)));
        }
    }
    QTest::addRow("colours") << colours << QByteArray("/BitsPerComponent 8 /ColorSpace /DeviceRGB")
                             << colourBytes;
    QTest::addRow("grey") << grey << QByteArray("/BitsPerComponent 8 /ColorSpace /DeviceGray")
                          << greyBytes;
    QTest::addRow("black and white")
        << ink << QByteArray("/BitsPerComponent 1 /ColorSpace /DeviceGray") << inkBytes;
}

void SearchablePdfTest::otherPicturesLoseNothing() {
    QFETCH(QImage, picture);
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, pixels);
    const auto exported = exportPdf(readDocument(opened(pages::encoded(picture, "png")), {}));
    QVERIFY(exported);
    QVERIFY(exported->bytes.contains(kind));
    // Not rendered: Poppler scales every picture by a pixel.
    QCOMPARE(storedPixels(exported->bytes), pixels);
}

void SearchablePdfTest::everyPictureOfATiffIsAPage() {
    const DocumentPointer document = opened(pages::tiff(3));
    ReadDocument read = readDocument(document, {});
    read.pages = {
        pages::page(2, {pages::line(QStringLiteral("third"), QRectF(0.1, 0.2, 0.6, 0.3))})};
    const auto exported = exportPdf(read);
    QVERIFY(exported);
    const DocumentPointer copy = opened(exported->bytes);
    QCOMPARE(copy->pageCount(), 3);
    QVERIFY(copy->words(0).isEmpty());
    QCOMPARE(copy->words(2).size(), 1);
    QVERIFY(copy->pageSize(2).width() > copy->pageSize(0).width());
}

void SearchablePdfTest::picturesAreArchival() {
    const Scan& scan = scanOf(QStringLiteral("letter.pdf"));
    const auto exported =
        exportPdf(readDocument(opened(pages::encoded(scan.picture, "png")), scan.lines));
    QVERIFY(exported);
    QVERIFY(!hasNote(*exported, ExportNote::Kind::NotArchival, -1));
    QVERIFY(exported->bytes.contains("<pdfaid:part>2</pdfaid:part>"));
    QVERIFY(exported->bytes.contains("<pdfaid:conformance>B</pdfaid:conformance>"));
    QPDF pdf;
    pdf.processMemoryFile("", exported->bytes.constData(), std::size_t(exported->bytes.size()));
    QPDFObjectHandle intent = pdf.getRoot().getKey("/OutputIntents").getArrayItem(0);
    QCOMPARE(QByteArray::fromStdString(intent.getKey("/S").getName()), QByteArray("/GTS_PDFA1"));
    const auto profile = intent.getKey("/DestOutputProfile").getStreamData();
    const QByteArray icc(reinterpret_cast<const char*>(profile->getBuffer()),
                         qsizetype(profile->getSize()));
    QCOMPARE(icc.mid(12, 8), QByteArray("mntrRGB "));
    QVERIFY(pdf.getTrailer().hasKey("/ID"));
    QVERIFY(!pdf.getRoot().getKey("/Metadata").getDict().hasKey("/Filter"));
    // Every font is in the file, and every code has a glyph that is not the missing one.
    QPDFObjectHandle fonts = QPDFPageDocumentHelper(pdf)
                                 .getAllPages()
                                 .front()
                                 .getAttribute("/Resources", false)
                                 .getKey("/Font");
    QCOMPARE(fonts.getKeys().size(), std::size_t(1));
    QPDFObjectHandle shapes =
        fonts.getKey(*fonts.getKeys().begin()).getKey("/DescendantFonts").getArrayItem(0);
    QVERIFY(shapes.getKey("/FontDescriptor").getKey("/FontFile2").isStream());
    const auto map = shapes.getKey("/CIDToGIDMap").getStreamData();
    for (std::size_t at = 2; at < map->getSize(); at += 2) {
        QVERIFY(map->getBuffer()[at] == 0 && map->getBuffer()[at + 1] > 0);
    }
}

void SearchablePdfTest::claimsOfPdfStayTrue_data() {
    QTest::addColumn<QByteArray>("claim");
    QTest::addColumn<QByteArray>("kept");
    QTest::addColumn<bool>("isArchival");
    QTest::addRow("1b") << QByteArray("<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B<")
                        << QByteArray("<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B<") << true;
    QTest::addRow("2a") << QByteArray("<x pdfaid:part='2' pdfaid:conformance='A'/>")
                        << QByteArray("<x pdfaid:part='2' pdfaid:conformance='B'/>") << true;
    QTest::addRow("3a, elements")
        << QByteArray("<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A<")
        << QByteArray("<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B<") << true;
    QTest::addRow("none") << QByteArray("<x/>") << QByteArray("<x/>") << false;
}

void SearchablePdfTest::claimsOfPdfStayTrue() {
    QFETCH(QByteArray, claim);
    QFETCH(QByteArray, kept);
    QFETCH(bool, isArchival);
    QByteArray pdf =
        scannedPdf(pages::flag(), "/MediaBox[0 0 60 30]", "60 0 0 30 0 0", "/Metadata 6 0 R");
    pdf.replace("trailer", "6 0 obj<</Type/Metadata/Subtype/XML/Length " +
                               QByteArray::number(claim.size()) + ">>stream\n" + claim +
                               "\nendstream endobj\ntrailer");
    const auto exported = exportPdf(
        readDocument(opened(pdf), {{QStringLiteral("text"), QRectF(0.1, 0.1, 0.5, 0.1), 0, {}}}));
    QVERIFY2(exported, qPrintable(exported ? QString() : exported.error().detail));
    QVERIFY(exported->bytes.contains(kept));
    QCOMPARE(hasNote(*exported, ExportNote::Kind::NotArchival, -1), !isArchival);
    QCOMPARE(complaints(exported->bytes), QString());
}

// Pages that share contents and fonts each get their own text.
void SearchablePdfTest::sharedPartsStayApart() {
    const DocumentPointer document = opened(pages::pdf("/MediaBox[0 0 400 300]", "", 3));
    ReadDocument read = readDocument(document, {});
    read.pages.clear();
    for (int page = 0; page < 3; ++page) {
        read.pages.append(pages::page(page, {pages::line(QStringLiteral("page%1 text").arg(page),
                                                         QRectF(0.1, 0.1, 0.5, 0.1))}));
    }
    const auto exported = exportPdf(read);
    QVERIFY(exported);
    const DocumentPointer copy = opened(exported->bytes);
    for (int page = 0; page < 3; ++page) {
        QCOMPARE(copy->words(page).size(), 2);
        QCOMPARE(copy->words(page).first().text, QStringLiteral("page%1").arg(page));
    }
}

void SearchablePdfTest::sameInSameOut() {
    for (const QByteArray& bytes :
         {pages::pdf("/MediaBox[0 0 400 300]", ""), pages::encoded(pages::flag(), "png")}) {
        const ReadDocument read = readDocument(opened(bytes), pages::letter().text.lines);
        const auto first = exportPdf(read);
        QVERIFY(first);
        QCOMPARE(first->bytes, exportPdf(read)->bytes);
    }
}

QTEST_MAIN(SearchablePdfTest)
#include "tst_searchable_pdf.moc"

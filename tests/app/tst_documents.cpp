// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/document_opener.h"
#include "app/documents/page_picture.h"
#include "app/documents/render_limits.h"
#include "tests/app/pages.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QtEndian>
#include <QTest>

#include <thread>

using namespace app;
using DocumentResult = Result<std::shared_ptr<const Document>>;

namespace {

QString sourceFile(const QString& path) {
    return QStringLiteral(TESSERA_SOURCE_DIR "/") + path;
}

QByteArray sentence() {
    return "BT /F 24 Tf 20 40 Td (Two words) Tj ET";
}

QString describe(const DocumentResult& result) {
    return result ? QStringLiteral("opened")
                  : result.error().subject + QStringLiteral(": ") + result.error().detail;
}

int darkPixels(const QImage& image) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += qGray(image.pixel(x, y)) < 128;
        }
    }
    return count;
}

// A PNG or BMP header that claims a size; hardly anything follows.
QByteArray bomb(const char* format, quint32 width, quint32 height) {
    QByteArray bytes = pages::encoded(pages::flag(2, 2), format);
    if (qstrcmp(format, "png") == 0) {
        qToBigEndian(width, bytes.data() + 16);
        qToBigEndian(height, bytes.data() + 20);
        qToBigEndian(quint32(0), bytes.data() + 29); // the check sum is corrected below
        quint32 crc = 0xffffffffU;
        for (int i = 12; i < 29; ++i) {
            crc ^= uchar(bytes[i]);
            for (int bit = 0; bit < 8; ++bit) {
                crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320U : 0);
            }
        }
        qToBigEndian(~crc, bytes.data() + 29);
    } else {
        qToLittleEndian(width, bytes.data() + 18);
        qToLittleEndian(height, bytes.data() + 22);
    }
    return bytes;
}

} // namespace

class TestDocuments : public QObject {
    Q_OBJECT
private slots:
    void pdfOfSeveralPages();
    void pdfGeometry_data();
    void pdfGeometry();
    void encryptedPdf_data();
    void encryptedPdf();
    void hugePages_data();
    void hugePages();
    void endlessPageCanBeStopped();
    void pictureFormats_data();
    void pictureFormats();
    void tiffOfSeveralPages();
    void decodesAsTheReference_data();
    void decodesAsTheReference();
    void orientation_data();
    void orientation();
    void transparencyOnWhitePaper();
    void bombs_data();
    void bombs();
    void unreadable_data();
    void unreadable();
    void extensionIsOnlyAHint();
    void folders();
    void filesAreReadOnce();
    void picturesAtOtherSizes();
    void drawingFromSeveralThreads();
};

void TestDocuments::pdfOfSeveralPages() {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        QPainter painter(&writer);
        painter.drawText(1000, 1000, QStringLiteral("First"));
        writer.newPage();
        painter.fillRect(0, 0, 100'000, 100'000, Qt::black);
    }
    const DocumentResult document = openDocument(bytes, QStringLiteral("two.pdf"));
    QVERIFY2(document, qPrintable(describe(document)));
    QCOMPARE((*document)->pageCount(), 2);
    QCOMPARE((*document)->title(), QStringLiteral("two.pdf"));
    QCOMPARE((*document)->pageSize(0).toSize(), QSize(595, 842));
    QVERIFY((*document)->modelImage(0).isNull());
    const Result<QImage> first = (*document)->render(0, 100, {});
    const Result<QImage> second = (*document)->render(1, 100, {});
    QVERIFY(first && second);
    QCOMPARE(first->size(), pixelSize((*document)->pageSize(0), 100));
    QCOMPARE(first->format(), QImage::Format_RGB32);
    QVERIFY(darkPixels(*first) > 5 && darkPixels(*first) < 1000);
    QVERIFY(darkPixels(*second) > 500'000);
    QVERIFY(!(*document)->render(2, 100, {}));
}

void TestDocuments::pdfGeometry_data() {
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<QRectF>("firstWord"); // roughly
    QTest::newRow("plain") << QByteArray("/MediaBox[0 0 200 100]") << QSizeF(200, 100)
                           << QRectF(0.1, 0.36, 0.22, 0.3);
    QTest::newRow("crop box") << QByteArray("/MediaBox[0 0 400 400]/CropBox[10 20 110 120]")
                              << QSizeF(100, 100) << QRectF(0.1, 0.56, 0.44, 0.3);
    QTest::newRow("turned") << QByteArray("/MediaBox[0 0 200 100]/Rotate 90") << QSizeF(100, 200)
                            << QRectF(0.34, 0.1, 0.3, 0.22);
    QTest::newRow("turned, cropped")
        << QByteArray("/MediaBox[0 0 400 400]/CropBox[10 20 110 120]/Rotate 270")
        << QSizeF(100, 100) << QRectF(0.56, 0.46, 0.3, 0.44);
}

void TestDocuments::pdfGeometry() {
    QFETCH(QByteArray, keys);
    QFETCH(QSizeF, size);
    QFETCH(QRectF, firstWord);
    const DocumentResult document =
        openDocument(pages::pdf(keys, sentence()), QStringLiteral("a.pdf"));
    QVERIFY2(document, qPrintable(describe(document)));
    QCOMPARE((*document)->pageSize(0), size);
    const QVector<TextWord> words = (*document)->words(0);
    QVERIFY(!words.isEmpty());
    QCOMPARE(words.first().text, QStringLiteral("Two"));
    QVERIFY(words.first().spaceAfter);
    const QRectF overlap = words.first().box & firstWord;
    QVERIFY2(overlap.width() * overlap.height() > 0.6 * firstWord.width() * firstWord.height(),
             QTest::toString(words.first().box));

    const Result<QImage> image = (*document)->render(0, 144, {});
    QVERIFY(image);
    QCOMPARE(image->size(), (size * 2).toSize());
    const QRectF box = words.first().box;
    const QRect pixels = QRectF(box.x() * image->width(), box.y() * image->height(),
                                box.width() * image->width(), box.height() * image->height())
                             .toAlignedRect();
    QVERIFY(darkPixels(image->copy(pixels)) > 50);
}

void TestDocuments::encryptedPdf_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("opens");
    const QString old = QStringLiteral("rc4.pdf");
    const QString recent = QStringLiteral("aes256.pdf");
    QTest::newRow("none") << old << QString() << false;
    QTest::newRow("wrong") << old << QStringLiteral("guess") << false;
    QTest::newRow("user") << old << QStringLiteral("open") << true;
    QTest::newRow("owner") << old << QStringLiteral("owner") << true;
    QTest::newRow("recent, none") << recent << QString() << false;
    QTest::newRow("recent, accented") << recent << QStringLiteral("pässword") << true;
    QTest::newRow("127 bytes") << recent << QString(127, u'x') << false;
    QTest::newRow("128 bytes") << recent << QString(128, u'x') << false;
    QTest::newRow("4096 bytes") << old << QString(4096, u'x') << false;
}

void TestDocuments::encryptedPdf() {
    QFETCH(QString, file);
    QFETCH(QString, password);
    QFETCH(bool, opens);
    const DocumentResult document =
        openDocument(sourceFile(QStringLiteral("tests/data/documents/") + file), password);
    QCOMPARE(document.has_value(), opens);
    if (opens) {
        QCOMPARE((*document)->words(0).first().text, QStringLiteral("Secret"));
        return;
    }
    QCOMPARE(document.error().code, FailureCode::NeedsPassword);
    QCOMPARE(document.error().subject, file);
    QVERIFY(password.isEmpty() || !document.error().detail.contains(password));
    QCOMPARE(document.error().detail.contains(QStringLiteral("at most 127 bytes")),
             password.size() > 127);
}

void TestDocuments::hugePages_data() {
    QTest::addColumn<QByteArray>("box");
    QTest::addColumn<bool>("refused");  // at 72 dpi, without clamping
    QTest::addColumn<bool>("readable"); // at the dpi that the budget allows
    QTest::newRow("Acrobat's largest") << QByteArray("[0 0 14400 14400]") << true << true;
    QTest::newRow("a million points") << QByteArray("[0 0 1000000 1000000]") << true << true;
    QTest::newRow("a thread") << QByteArray("[0 0 1 2000000]") << true << false;
    QTest::newRow("nothing") << QByteArray("[0 0 0 0]") << false << true;
}

void TestDocuments::hugePages() {
    QFETCH(QByteArray, box);
    QFETCH(bool, refused);
    QFETCH(bool, readable);
    const DocumentResult document =
        openDocument(pages::pdf("/MediaBox" + box, sentence()), QStringLiteral("huge.pdf"));
    QVERIFY2(document, qPrintable(describe(document)));
    if (refused) {
        const Result<QImage> image = (*document)->render(0, 72, {});
        QVERIFY(!image);
        QCOMPARE(image.error().code, FailureCode::TooLarge);
        QCOMPARE(image.error().subject, QStringLiteral("huge.pdf, page 1"));
    }
    const Result<PagePicture> picture = pagePicture(**document, 0, {});
    QCOMPARE(picture.has_value(), readable);
    if (readable) {
        QCOMPARE(picture->image.size(), pixelSize((*document)->pageSize(0), picture->dpi));
        QVERIFY(qint64{picture->image.width()} * picture->image.height() <=
                1.01 * kPagePixelBudget);
        QVERIFY(picture->dpi <= kReadingDpi);
    }
}

void TestDocuments::endlessPageCanBeStopped() {
    QByteArray content;
    for (int i = 0; i < 1'000'000; ++i) {
        content += "0 0 m 200 100 l 0 100 l 200 0 l f\n";
    }
    const DocumentResult document =
        openDocument(pages::pdf("/MediaBox[0 0 200 100]", content), QStringLiteral("slow.pdf"));
    QVERIFY(document);
    std::stop_source stop;
    std::jthread later([&stop] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        stop.request_stop();
    });
    QElapsedTimer clock;
    clock.start();
    const Result<QImage> image = (*document)->render(0, 300, stop.get_token());
    QVERIFY(image && image->isNull());
    QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
}

void TestDocuments::pictureFormats_data() {
    QTest::addColumn<QByteArray>("format");
    for (const char* format : {"png", "bmp", "ppm", "pgm", "pbm", "webp", "jpeg", "tiff"}) {
        QTest::newRow(format) << QByteArray(format);
    }
}

void TestDocuments::pictureFormats() {
    QFETCH(QByteArray, format);
    const QByteArray bytes = pages::encoded(pages::flag(), format.constData());
    QVERIFY(!bytes.isEmpty());
    const DocumentResult document = openDocument(bytes, QStringLiteral("picture"));
    QVERIFY2(document, qPrintable(describe(document)));
    QCOMPARE((*document)->pageCount(), 1);
    QCOMPARE((*document)->pageSize(0), QSizeF(45, 22.5));
    QVERIFY((*document)->words(0).isEmpty());
    const QImage pixels = (*document)->modelImage(0);
    QCOMPARE(pixels.format(), QImage::Format_RGB888);
    QCOMPARE(pixels.size(), QSize(60, 30));
    QVERIFY(qGray(pixels.pixel(2, 2)) < 40);
    const Result<QImage> shown = (*document)->render(0, kPictureDpi, {});
    QVERIFY(shown);
    QCOMPARE(shown->format(), QImage::Format_RGB32);
    QCOMPARE(shown->size(), QSize(60, 30));
    const bool isColour = format != "pgm" && format != "pbm";
    const QColor right = shown->pixelColor(55, 25);
    QVERIFY(!isColour || (right.blue() > 200 && right.red() < 60));
}

void TestDocuments::tiffOfSeveralPages() {
    const DocumentResult document = openDocument(pages::tiff(3), QStringLiteral("fax.tif"));
    QVERIFY2(document, qPrintable(describe(document)));
    QCOMPARE((*document)->pageCount(), 3);
    for (int page : {2, 0, 1}) {
        const QImage image = (*document)->modelImage(page);
        QCOMPARE(image.size(), QSize(10 + page, 5));
        QCOMPARE(qGray(image.pixel(3, 3)), page * 100);
    }
    QVERIFY((*document)->modelImage(3).isNull());
}

void TestDocuments::decodesAsTheReference_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("lossy");
    QTest::addColumn<QByteArray>("rgb");
    QDir folder(
        qEnvironmentVariable("TESSERA_GOLDENS", sourceFile(QStringLiteral("../shared/goldens"))));
    if (!folder.cd(QStringLiteral("preprocess/decode"))) {
        QSKIP("no reference vectors here");
    }
    QFile table(folder.filePath(QStringLiteral("decode.json")));
    QVERIFY(table.open(QIODevice::ReadOnly));
    const QJsonArray cases = QJsonDocument::fromJson(table.readAll()).object()[u"cases"].toArray();
    QVERIFY(!cases.isEmpty());
    for (const QJsonValue& value : cases) {
        const QString file = value[u"file"].toString();
        QTest::newRow(qPrintable(file))
            << folder.filePath(file) << QSize(value[u"size"][0].toInt(), value[u"size"][1].toInt())
            << value[u"lossy"].toBool()
            << QByteArray::fromHex(value[u"rgb_hex"].toString().toLatin1());
    }
}

void TestDocuments::decodesAsTheReference() {
    QFETCH(QString, path);
    QFETCH(QSize, size);
    QFETCH(bool, lossy);
    QFETCH(QByteArray, rgb);
    const DocumentResult document = openDocument(path);
    QVERIFY2(document, qPrintable(describe(document)));
    const QImage image = (*document)->modelImage(0);
    QCOMPARE(image.size(), size);
    QCOMPARE(image.format(), QImage::Format_RGB888);
    int worst = 0;
    for (int y = 0; y < size.height(); ++y) {
        for (int i = 0; i < 3 * size.width(); ++i) {
            const int expected = uchar(rgb[3 * size.width() * y + i]);
            worst = qMax(worst, qAbs(image.constScanLine(y)[i] - expected));
        }
    }
    QVERIFY2(worst <= (lossy ? 3 : 0), qPrintable(QString::number(worst)));
}

void TestDocuments::orientation_data() {
    QTest::addColumn<int>("tag");
    for (int tag = 1; tag <= 8; ++tag) {
        QTest::addRow("%d", tag) << tag;
    }
}

// EXIF: how the stored picture must be turned to look like the flag.
void TestDocuments::orientation() {
    QFETCH(int, tag);
    const QTransform storedToShown[] = {
        {1, 0, 0, 1, 0, 0}, {-1, 0, 0, 1, 0, 0}, {-1, 0, 0, -1, 0, 0}, {1, 0, 0, -1, 0, 0},
        {0, 1, 1, 0, 0, 0}, {0, 1, -1, 0, 0, 0}, {0, -1, -1, 0, 0, 0}, {0, -1, 1, 0, 0, 0},
    };
    const QImage stored = pages::flag().transformed(storedToShown[tag - 1].inverted());
    QByteArray bytes = pages::encoded(stored, "jpeg");
    QByteArray exif("\xff\xe1\0\x22"
                    "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0",
                    29);
    exif += char(tag);
    exif += QByteArray(6, '\0');
    bytes.insert(2, exif);
    const DocumentResult document = openDocument(bytes, QStringLiteral("photo.jpg"));
    QVERIFY2(document, qPrintable(describe(document)));
    QCOMPARE((*document)->pageSize(0), QSizeF(45, 22.5));
    QCOMPARE((*document)->modelImage(0).size(), stored.size());
    const Result<PagePicture> picture = pagePicture(**document, 0, {});
    const Result<QImage> shown = (*document)->render(0, kPictureDpi, {});
    const Result<QImage> larger = (*document)->render(0, 2 * kPictureDpi, {});
    QVERIFY(shown && picture && larger);
    QCOMPARE(larger->size(), QSize(120, 60));
    for (const QImage& image : {*shown, picture->image, larger->scaled(60, 30)}) {
        QCOMPARE(image.size(), QSize(60, 30));
        QVERIFY(qGray(image.pixel(3, 3)) < 40);
        QVERIFY(image.pixelColor(5, 25).red() > 180);
        QVERIFY(image.pixelColor(55, 5).blue() > 180);
    }
}

void TestDocuments::transparencyOnWhitePaper() {
    QImage glass(10, 10, QImage::Format_ARGB32);
    glass.fill(qRgba(200, 0, 0, 0));
    const DocumentResult document =
        openDocument(pages::encoded(glass, "png"), QStringLiteral("glass.png"));
    QVERIFY(document);
    QCOMPARE((*document)->render(0, kPictureDpi, {})->pixel(5, 5), qRgb(255, 255, 255));
    QCOMPARE((*document)->modelImage(0).pixel(5, 5), qRgb(200, 0, 0));
}

void TestDocuments::bombs_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<FailureCode>("code");
    QTest::newRow("PNG of 400 million pixels")
        << bomb("png", 20'000, 20'000) << FailureCode::TooLarge;
    QTest::newRow("PNG of 1600 million pixels")
        << bomb("png", 40'000, 40'000) << FailureCode::TooLarge;
    QTest::newRow("BMP of 225 million pixels")
        << bomb("bmp", 15'000, 15'000) << FailureCode::TooLarge;
    QTest::newRow("PPM of 900 million pixels")
        << QByteArray("P6\n30000 30000\n255\n") << FailureCode::TooLarge;
    // Qt takes a header for nonsense from a certain size on.
    QTest::newRow("BMP of 900 million pixels")
        << bomb("bmp", 30'000, 30'000) << FailureCode::NotADocument;
    QTest::newRow("PPM of 10000 million pixels")
        << QByteArray("P6\n100000 100000\n255\n") << FailureCode::NotADocument;
}

void TestDocuments::bombs() {
    QFETCH(QByteArray, bytes);
    QFETCH(FailureCode, code);
    const DocumentResult document = openDocument(bytes, QStringLiteral("bomb"));
    QVERIFY(!document);
    QCOMPARE(document.error().code, code);
    QCOMPARE(document.error().detail.contains(QStringLiteral("200 million")),
             code == FailureCode::TooLarge);
}

void TestDocuments::unreadable_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("a.pdf");
    QTest::newRow("text") << QByteArray("Dear all,") << QStringLiteral("a.txt");
    QTest::newRow("text named PDF") << QByteArray("Dear all,") << QStringLiteral("a.pdf");
    QTest::newRow("PDF header only") << QByteArray("%PDF-1.7\n") << QStringLiteral("a.pdf");
    QTest::newRow("vector picture")
        << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>") << QStringLiteral("a.svg");
    QTest::newRow("vector picture named PNG")
        << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>") << QStringLiteral("a.png");
    QTest::newRow("PNG signature only")
        << QByteArray("\x89PNG\r\n\x1a\n") << QStringLiteral("a.png");
    QTest::newRow("TIFF without directory")
        << QByteArray("II*\0\0\0\0\0", 8) << QStringLiteral("a.tif");
}

void TestDocuments::unreadable() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    const DocumentResult document = openDocument(bytes, name);
    QVERIFY(!document);
    QCOMPARE(document.error().code, FailureCode::NotADocument);
    QCOMPARE(document.error().subject, name);
    QVERIFY(!document.error().detail.isEmpty());
}

void TestDocuments::extensionIsOnlyAHint() {
    const DocumentResult picture =
        openDocument(pages::encoded(pages::flag(), "png"), QStringLiteral("flag.pdf"));
    const DocumentResult pdf = openDocument(pages::pdf("/MediaBox[0 0 200 100]", sentence()),
                                            QStringLiteral("letter.jpg"));
    QVERIFY(picture && pdf);
    QCOMPARE((*picture)->modelImage(0).size(), QSize(60, 30));
    QCOMPARE((*pdf)->words(0).size(), 2);

    QByteArray truncated = pages::encoded(pages::flag(600, 300), "png");
    truncated.truncate(truncated.size() / 2);
    const DocumentResult half = openDocument(truncated, QStringLiteral("half.png"));
    QVERIFY(half);
    const Result<QImage> image = (*half)->render(0, kPictureDpi, {});
    QVERIFY(!image);
    QCOMPARE(image.error().code, FailureCode::NotADocument);
}

void TestDocuments::folders() {
    const QTemporaryDir folder;
    const QDir dir(folder.path());
    const auto empty = documentsIn(folder.path());
    QVERIFY(!empty);
    QCOMPARE(empty.error().code, FailureCode::EmptyFolder);
    QCOMPARE(documentsIn(dir.filePath(QStringLiteral("absent"))).error().code,
             FailureCode::FileNotFound);

    QVERIFY(dir.mkdir(QStringLiteral("below")));
    const QByteArray png = pages::encoded(pages::flag(), "png");
    QVERIFY(pages::write(dir.filePath(QStringLiteral("page10.png")), png));
    QVERIFY(pages::write(dir.filePath(QStringLiteral("page2.png")), png));
    QVERIFY(pages::write(dir.filePath(QStringLiteral("below/no-extension")), png));
    QVERIFY(pages::write(dir.filePath(QStringLiteral("notes.txt")), "Dear all,"));
    QStringList found;
    for (const QString& path : documentsIn(folder.path()).value_or(QStringList())) {
        found.append(dir.relativeFilePath(path));
    }
    QCOMPARE(found.join(u' '), QStringLiteral("below/no-extension page2.png page10.png"));

    QCOMPARE(openDocument(folder.path()).error().code, FailureCode::BadArguments);
    QCOMPARE(openDocument(dir.filePath(QStringLiteral("absent.pdf"))).error().code,
             FailureCode::FileNotFound);
}

void TestDocuments::filesAreReadOnce() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("letter.pdf"));
    QVERIFY(pages::write(path, pages::pdf("/MediaBox[0 0 200 100]", sentence())));
    const DocumentResult document = openDocument(path);
    QVERIFY(document);
    QVERIFY(pages::write(path, "something else entirely"));
    QVERIFY(darkPixels(*(*document)->render(0, 144, {})) > 50);
    QCOMPARE((*document)->title(), QStringLiteral("letter.pdf"));
}

void TestDocuments::picturesAtOtherSizes() {
    const DocumentResult document =
        openDocument(pages::encoded(pages::flag(400, 300), "jpeg"), QStringLiteral("flag.jpg"));
    QVERIFY(document);
    for (double dpi : {9.6, 31.0, 96.0, 250.0}) {
        const Result<QImage> image = (*document)->render(0, dpi, {});
        QVERIFY(image);
        QCOMPARE(image->size(), pixelSize((*document)->pageSize(0), dpi));
    }
    const Result<QImage> tooLarge = (*document)->render(0, 20'000, {});
    QVERIFY(!tooLarge);
    QCOMPARE(tooLarge.error().code, FailureCode::TooLarge);
}

void TestDocuments::drawingFromSeveralThreads() {
    const DocumentResult document =
        openDocument(pages::pdf("/MediaBox[0 0 200 100]", sentence(), 8), QStringLiteral("a.pdf"));
    QVERIFY(document);
    const int expected = darkPixels(*(*document)->render(0, 72, {}));
    std::atomic<int> equal = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&, i] {
                equal += darkPixels(*(*document)->render(i, 72, {})) == expected &&
                         (*document)->words(i).size() == 2;
            });
        }
    }
    QCOMPARE(equal, 8);
}

QTEST_MAIN(TestDocuments)
#include "tst_documents.moc"

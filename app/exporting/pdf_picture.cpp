// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/pdf_picture.h"

#include "app/documents/render_limits.h"
#include "app/exporting/jpeg_header.h"
#include "app/exporting/pdf_file.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

using Object = QPDFObjectHandle;

constexpr double kPointsPerInch = 72;
constexpr double kInchesPerMetre = 39.37007874;
constexpr double kLeastDpi = 20; // what a file says beyond these is no resolution
constexpr double kMostDpi = 10'000;
constexpr double kLeastSide = 3; // of a PDF page, in points
constexpr double kMostSide = 14'400;

double plausible(double dpi) {
    return dpi >= kLeastDpi && dpi <= kMostDpi ? dpi : kPictureDpi;
}

QSizeF pageSize(const QSize& pixels, const QSizeF& dpi) {
    const QSizeF size(pixels.width() * kPointsPerInch / plausible(dpi.width()),
                      pixels.height() * kPointsPerInch / plausible(dpi.height()));
    const double scale = std::min(1.0, kMostSide / std::max(size.width(), size.height()));
    return {std::max(kLeastSide, size.width() * scale),
            std::max(kLeastSide, size.height() * scale)};
}

Object imageKeys(Object stream, const QSize& pixels, const char* colours, int bits) {
    Object keys = stream.getDict();
    keys.replaceKey("/Type", Object::newName("/XObject"));
    keys.replaceKey("/Subtype", Object::newName("/Image"));
    keys.replaceKey("/Width", Object::newInteger(pixels.width()));
    keys.replaceKey("/Height", Object::newInteger(pixels.height()));
    keys.replaceKey("/ColorSpace", Object::newName(colours));
    keys.replaceKey("/BitsPerComponent", Object::newInteger(bits));
    return stream;
}

Object jpegImage(QPDF& pdf, const QByteArray& jpeg, const JpegHeader& header) {
    const char* colours = header.components == 1   ? "/DeviceGray"
                          : header.components == 3 ? "/DeviceRGB"
                                                   : "/DeviceCMYK";
    Object image =
        imageKeys(Object::newStream(&pdf, jpeg.toStdString()), header.pixels, colours, 8);
    image.getDict().replaceKey("/Filter", Object::newName("/DCTDecode"));
    if (header.isInverted) {
        image.getDict().replaceKey("/Decode", Object::parse("[1 0 1 0 1 0 1 0]"));
    }
    return image;
}

bool isBlackAndWhite(const QImage& grey) {
    for (int y = 0; y < grey.height(); ++y) {
        const uchar* row = grey.constScanLine(y);
        if (!std::all_of(row, row + grey.width(), [](uchar v) { return v == 0 || v == 255; })) {
            return false;
        }
    }
    return true;
}

QByteArray packedBits(const QImage& grey) {
    const int bytesPerRow = (grey.width() + 7) / 8;
    QByteArray bits(qsizetype(bytesPerRow) * grey.height(), '\0');
    for (int y = 0; y < grey.height(); ++y) {
        const uchar* row = grey.constScanLine(y);
        char* out = bits.data() + qsizetype(y) * bytesPerRow;
        for (int x = 0; x < grey.width(); ++x) {
            out[x / 8] = char(out[x / 8] | ((row[x] & 0x80) >> (x % 8)));
        }
    }
    return bits;
}

// Rows as PNG's filters "Sub" and "Up" leave them, whichever is nearer to nothing: that is what
// makes pictures small.
QByteArray filteredRows(const QImage& image, int channels) {
    const int size = image.width() * channels;
    const QByteArray nothing(size, '\0');
    QByteArray rows;
    rows.reserve(qsizetype(size + 1) * image.height());
    for (int y = 0; y < image.height(); ++y) {
        const uchar* row = image.constScanLine(y);
        const uchar* above = y > 0 ? image.constScanLine(y - 1)
                                   : reinterpret_cast<const uchar*>(nothing.constData());
        QByteArray sub(size + 1, '\1');
        QByteArray up(size + 1, '\2');
        qint64 subWeight = 0;
        qint64 upWeight = 0;
        for (int i = 0; i < size; ++i) {
            const auto beside =
                static_cast<signed char>(row[i] - (i >= channels ? row[i - channels] : 0));
            const auto below = static_cast<signed char>(row[i] - above[i]);
            sub[i + 1] = char(beside);
            up[i + 1] = char(below);
            subWeight += std::abs(int(beside));
            upWeight += std::abs(int(below));
        }
        rows += subWeight < upWeight ? sub : up;
    }
    return rows;
}

Object losslessImage(QPDF& pdf, const QImage& upright) {
    const bool isGrey = upright.allGray();
    const QImage image =
        upright.convertToFormat(isGrey ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
    if (isGrey && isBlackAndWhite(image)) {
        return imageKeys(pdfStream(pdf, packedBits(image)), image.size(), "/DeviceGray", 1);
    }
    const int channels = isGrey ? 1 : 3;
    Object stream = imageKeys(pdfStream(pdf, filteredRows(image, channels)), image.size(),
                              isGrey ? "/DeviceGray" : "/DeviceRGB", 8);
    Object parameters = Object::newDictionary();
    parameters.replaceKey("/Predictor", Object::newInteger(15));
    parameters.replaceKey("/Colors", Object::newInteger(channels));
    parameters.replaceKey("/Columns", Object::newInteger(image.width()));
    stream.getDict().replaceKey("/DecodeParms", parameters);
    return stream;
}

// The unit square of the image on a page of that size, the image's pixels turned as `orientation`
// says (downwards, as pixels count).
QByteArray drawing(const QSizeF& page, const QTransform& orientation) {
    const QRectF whole = orientation.mapRect(QRectF(0, 0, 1, 1));
    const auto corner = [&](double x, double y) {
        const QPointF at = orientation.map(QPointF(x, y)) - whole.topLeft();
        return QPointF(at.x() * page.width(), (1 - at.y()) * page.height());
    };
    const QPointF origin = corner(0, 1);
    const QPointF across = corner(1, 1) - origin;
    const QPointF up = corner(0, 0) - origin;
    QByteArray content = "q";
    for (const double number : {across.x(), across.y(), up.x(), up.y(), origin.x(), origin.y()}) {
        content += ' ' + pdfNumber(number);
    }
    return content + " cm /Picture Do Q\n";
}

QPDFPageObjectHelper pageOf(QPDF& pdf, const Object& image, const QSizeF& size,
                            const QTransform& orientation) {
    Object pictures = Object::newDictionary();
    pictures.replaceKey("/Picture", pdf.makeIndirectObject(image));
    Object resources = Object::newDictionary();
    resources.replaceKey("/XObject", pictures);
    Object page = Object::newDictionary();
    page.replaceKey("/Type", Object::newName("/Page"));
    page.replaceKey("/MediaBox", Object::newFromRectangle({0, 0, size.width(), size.height()}));
    page.replaceKey("/Resources", resources);
    page.replaceKey("/Contents",
                    pdf.makeIndirectObject(pdfStream(pdf, drawing(size, orientation))));
    return QPDFPageObjectHelper(pdf.makeIndirectObject(page));
}

// A fresh picture has the screen's resolution: the file said nothing then.
QSizeF resolutionOf(const QImage& image) {
    const QImage fresh(1, 1, QImage::Format_RGB32);
    const bool isSaid = image.dotsPerMeterX() != fresh.dotsPerMeterX() ||
                        image.dotsPerMeterY() != fresh.dotsPerMeterY();
    return isSaid ? QSizeF(image.dotsPerMeterX(), image.dotsPerMeterY()) / kInchesPerMetre
                  : QSizeF();
}

} // namespace

Result<PdfPicture> pdfPicture(QPDF& pdf, const Document& document, int page) {
    if (const auto jpeg = jpegHeader(document.bytes()); jpeg && page == 0) {
        const QTransform orientation = document.orientation(page);
        const QSizeF stored = pageSize(jpeg->pixels, jpeg->dpi);
        const QSizeF upright = orientation.mapRect(QRectF(QPointF(), stored)).size();
        const Object image = jpegImage(pdf, document.bytes(), *jpeg);
        return PdfPicture{pageOf(pdf, image, upright, orientation), jpeg->components != 4};
    }
    const Result<QImage> image = document.render(page, kPictureDpi, {});
    if (!image) {
        return tl::unexpected(image.error());
    }
    const QSizeF size = pageSize(image->size(), resolutionOf(*image));
    return PdfPicture{pageOf(pdf, losslessImage(pdf, *image), size, {}), true};
}

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/image_document.h"

#include "app/documents/picture_pixels.h"
#include "app/documents/render_limits.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QHash>
#include <QImageReader>

#include <mutex>
#include <optional>
#include <utility>

namespace app {

namespace {

constexpr int kMaxPages = 50'000;
constexpr qint64 kMaxDecodedBytes = 800'000'000;
constexpr int kAllocationLimitMegabytes = 1024; // Qt's own is 128 and refuses honest 600 dpi scans
constexpr double kPointsPerPixel = 72.0 / kPictureDpi;

// One use of the file's decoder: QImageReader goes forward only.
struct Decoder {
    Decoder(const QByteArray& bytes, const QByteArray& format) {
        QImageReader::setAllocationLimit(kAllocationLimitMegabytes);
        buffer.setData(bytes);
        buffer.open(QIODevice::ReadOnly);
        reader.setAutoDetectImageFormat(false); // or other decoders would be offered the bytes
        reader.setFormat(format);
        reader.setDevice(&buffer);
        reader.setAutoTransform(false);
    }

    bool goTo(int frame) { return frame == 0 || reader.jumpToImage(frame); }

    QBuffer buffer;
    QImageReader reader;
};

int bytesPerPixel(QImage::Format format) {
    const int bits = QImage::toPixelFormat(format).bitsPerPixel();
    return format == QImage::Format_Invalid ? 4 : qMax(1, bits / 8);
}

bool startsLikePnm(const QByteArray& start) {
    return start.size() > 2 && start[0] == 'P' && start[1] >= '1' && start[1] <= '6' &&
           (isspace(static_cast<unsigned char>(start[2])) != 0 || start[2] == '#');
}

} // namespace

struct ImageDocument::Frame {
    QSize stored;
    QImageIOHandler::Transformations transformation;

    bool isTurned() const {
        return transformation.testFlag(QImageIOHandler::TransformationRotate90);
    }

    QSize upright() const { return isTurned() ? stored.transposed() : stored; }
};

struct ImageDocument::Impl {
    QByteArray bytes;
    QByteArray contentHash;
    QByteArray format;
    QString name;
    int pages = 1;
    mutable std::mutex mutex;
    mutable QHash<int, Result<Frame>> frames; // guarded by mutex; headers read so far

    QString pageName(int page) const {
        return pages == 1 ? name : QStringLiteral("%1, page %2").arg(name).arg(page + 1);
    }

    Result<Frame> frame(int page) const;
    Result<Frame> inspect(int page) const;
    Result<Frame> inspect(QImageReader& reader, int page) const;
    void inspectAll();
    Result<QImage> decode(int page, const QSize& size) const;
    int countPages() const;
};

Result<ImageDocument::Frame> ImageDocument::Impl::frame(int page) const {
    const std::lock_guard lock(mutex);
    const auto known = frames.constFind(page);
    return known != frames.cend() ? *known : *frames.insert(page, inspect(page));
}

Result<ImageDocument::Frame> ImageDocument::Impl::inspect(int page) const {
    Decoder decoder(bytes, format);
    if (page < 0 || page >= pages || !decoder.goTo(page)) {
        return failure(
            FailureCode::NotADocument, pageName(page),
            QStringLiteral("The picture is damaged: %1.").arg(decoder.reader.errorString()));
    }
    return inspect(decoder.reader, page);
}

// All at once while the file is opened, so that asking for a size never waits.
void ImageDocument::Impl::inspectAll() {
    Decoder decoder(bytes, format);
    for (int page = 0; page < pages; ++page) {
        frames.insert(page, inspect(decoder.reader, page));
        if (page + 1 < pages && !decoder.reader.jumpToNextImage()) {
            return; // the rest one by one
        }
    }
}

Result<ImageDocument::Frame> ImageDocument::Impl::inspect(QImageReader& reader, int page) const {
    const QSize size = reader.canRead() ? reader.size() : QSize();
    if (size.isEmpty()) {
        return failure(FailureCode::NotADocument, pageName(page),
                       QStringLiteral("The picture is damaged: %1.").arg(reader.errorString()));
    }
    const qint64 pixels = qint64{size.width()} * size.height();
    if (pixels > kMaxPagePixels ||
        pixels * bytesPerPixel(reader.imageFormat()) > kMaxDecodedBytes) {
        return failure(FailureCode::TooLarge, pageName(page),
                       QStringLiteral("The picture has %1 × %2 pixels; the limits are %3 million "
                                      "pixels and %4 MB decoded.")
                           .arg(size.width())
                           .arg(size.height())
                           .arg(kMaxPagePixels / 1'000'000)
                           .arg(kMaxDecodedBytes / 1'000'000));
    }
    return Frame{size, reader.transformation()};
}

Result<QImage> ImageDocument::Impl::decode(int page, const QSize& size) const {
    Decoder decoder(bytes, format);
    QImage image;
    if (decoder.goTo(page)) {
        if (!size.isEmpty()) {
            decoder.reader.setScaledSize(size);
        }
        image = decoder.reader.read();
    }
    if (image.isNull()) {
        return failure(
            FailureCode::NotADocument, pageName(page),
            QStringLiteral("The picture is damaged: %1.").arg(decoder.reader.errorString()));
    }
    return image;
}

int ImageDocument::Impl::countPages() const {
    return format == "tiff" ? Decoder(bytes, format).reader.imageCount() : 1;
}

ImageDocument::ImageDocument(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}

ImageDocument::~ImageDocument() = default;

QByteArray ImageDocument::formatOf(const QByteArray& start) {
    static const std::pair<QByteArray, QByteArray> signatures[] = {
        {QByteArrayLiteral("\x89PNG\r\n\x1a\n"), "png"},
        {QByteArrayLiteral("\xff\xd8\xff"), "jpeg"},
        {QByteArrayLiteral("II*\0"), "tiff"},
        {QByteArrayLiteral("MM\0*"), "tiff"},
        {QByteArrayLiteral("II+\0"), "tiff"},
        {QByteArrayLiteral("MM\0+"), "tiff"},
        {QByteArrayLiteral("GIF87a"), "gif"},
        {QByteArrayLiteral("GIF89a"), "gif"},
        {QByteArrayLiteral("BM"), "bmp"},
    };
    for (const auto& [signature, format] : signatures) {
        if (start.startsWith(signature)) {
            return format;
        }
    }
    if (start.startsWith("RIFF") && start.mid(8, 4) == "WEBP") {
        return "webp";
    }
    return startsLikePnm(start) ? QByteArray("ppm") : QByteArray();
}

Result<std::shared_ptr<const Document>> ImageDocument::open(const QByteArray& bytes,
                                                            const QString& name) {
    auto impl = std::make_unique<Impl>();
    impl->bytes = bytes;
    impl->contentHash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    impl->name = name;
    impl->format = formatOf(bytes.left(16));
    if (impl->format.isEmpty()) {
        return failure(FailureCode::NotADocument, name,
                       QStringLiteral("Not a known picture format."));
    }
    impl->pages = impl->countPages();
    if (impl->pages > kMaxPages) {
        return failure(
            FailureCode::TooLarge, name,
            QStringLiteral("It has %1 pages; the limit is %2.").arg(impl->pages).arg(kMaxPages));
    }
    impl->pages = qMax(1, impl->pages);
    impl->inspectAll();
    if (const auto first = impl->frame(0); !first) {
        return tl::unexpected(first.error());
    }
    return std::shared_ptr<const Document>(new ImageDocument(std::move(impl)));
}

int ImageDocument::pageCount() const {
    return m_impl->pages;
}

QSizeF ImageDocument::pageSize(int page) const {
    const Result<Frame> frame = m_impl->frame(page);
    return frame ? QSizeF(frame->upright()) * kPointsPerPixel : kDamagedPageSize;
}

Result<QImage> ImageDocument::render(int page, double dpi, std::stop_token stop) const {
    const Result<Frame> frame = m_impl->frame(page);
    if (!frame) {
        return tl::unexpected(frame.error());
    }
    const QSizeF points = QSizeF(frame->upright()) * kPointsPerPixel;
    const QSize size = pixelSize(points, dpi);
    if (size != frame->upright()) { // a picture at its own size has passed the limits already
        if (const auto allowed = renderSize(points, dpi, m_impl->pageName(page)); !allowed) {
            return tl::unexpected(allowed.error());
        }
    }
    if (stop.stop_requested()) {
        return QImage();
    }
    const QSize scaled = frame->isTurned() ? size.transposed() : size;
    return m_impl->decode(page, scaled == frame->stored ? QSize() : scaled)
        .map([&](const QImage& image) {
            return stop.stop_requested() ? QImage()
                                         : flattened(oriented(image, frame->transformation));
        });
}

QImage ImageDocument::modelImage(int page) const {
    const Result<Frame> frame = m_impl->frame(page);
    const Result<QImage> image =
        frame ? m_impl->decode(page, QSize()) : tl::unexpected(frame.error());
    return image ? rgbPixels(*image) : QImage();
}

QTransform ImageDocument::orientation(int page) const {
    const Result<Frame> frame = m_impl->frame(page);
    return frame ? orientationTransform(frame->transformation) : QTransform();
}

QVector<TextWord> ImageDocument::words(int) const {
    return {};
}

QString ImageDocument::title() const {
    return m_impl->name;
}

QByteArray ImageDocument::contentHash() const {
    return m_impl->contentHash;
}

QByteArray ImageDocument::bytes() const {
    return m_impl->bytes;
}

} // namespace app

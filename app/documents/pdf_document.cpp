// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/pdf_document.h"

#include "app/documents/render_limits.h"

#include <QCryptographicHash>
#include <QLoggingCategory>
#include <QTransform>

#include <poppler-qt6.h>

#include <algorithm>
#include <chrono>
#include <mutex>
#include <vector>

namespace app {

namespace {

Q_LOGGING_CATEGORY(pdfLog, "app.documents.pdf", QtWarningMsg)

constexpr int kMaxPages = 50'000;
constexpr int kMaxPasswordBytes = 127; // longer ones have crashed Poppler (stack overflow)
constexpr int kMaxWords = 200'000;     // of a page
constexpr int kMaxOutlineEntries = 10'000;
constexpr int kMaxOutlineDepth = 16;
constexpr std::chrono::seconds kRenderTime(20);

using PopplerDocument = std::unique_ptr<Poppler::Document>;
using PopplerPage = std::unique_ptr<Poppler::Page>;

// Poppler asks now and then whether to go on; it does not ask inside a single picture.
struct Patience {
    std::stop_token stop;
    std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::now() + kRenderTime;

    bool isStopped() const { return stop.stop_requested(); }

    bool isOver() const { return std::chrono::steady_clock::now() > deadline; }

    static bool isExhausted(const QVariant& self) {
        const auto* patience = static_cast<const Patience*>(self.value<void*>());
        return patience->isStopped() || patience->isOver();
    }

    QVariant closure() { return QVariant::fromValue<void*>(this); }
};

void quietPoppler() {
    static const bool done = [] {
        Poppler::setDebugErrorFunction(
            [](const QString& message, const QVariant&) { qCDebug(pdfLog).noquote() << message; },
            {});
        return true;
    }();
    Q_UNUSED(done)
}

// Old encryption wants the password in PDF's own 8-bit encoding (Latin-1 for all that people type),
// the newest in UTF-8.
std::vector<QByteArray> spellings(const QString& password) {
    std::vector<QByteArray> all{password.toUtf8()};
    if (const QByteArray latin1 = password.toLatin1(); QString::fromLatin1(latin1) == password) {
        all.push_back(latin1);
    }
    return all;
}

Result<void> unlock(Poppler::Document& document, const QString& name, const QString& password) {
    if (password.isEmpty()) {
        return failure(FailureCode::NeedsPassword, name, QStringLiteral("It is encrypted."));
    }
    for (const QByteArray& spelling : spellings(password)) {
        if (spelling.size() > kMaxPasswordBytes) {
            return failure(FailureCode::NeedsPassword, name,
                           QStringLiteral("A PDF password has at most %1 bytes; this one has %2.")
                               .arg(kMaxPasswordBytes)
                               .arg(spelling.size()));
        }
        document.unlock(spelling, spelling); // true means "still locked"; asked again below
        if (!document.isLocked()) {
            return {};
        }
    }
    return failure(FailureCode::NeedsPassword, name, QStringLiteral("The password is wrong."));
}

Result<void> checkPages(const Poppler::Document& document, const QString& name) {
    if (document.numPages() < 1) {
        return failure(FailureCode::NotADocument, name, QStringLiteral("The PDF has no pages."));
    }
    if (document.numPages() > kMaxPages) {
        return failure(FailureCode::TooLarge, name,
                       QStringLiteral("It has %1 pages; the limit is %2.")
                           .arg(document.numPages())
                           .arg(kMaxPages));
    }
    return {};
}

// Okular's choices; annotations and form fields are drawn, as a reader would see them.
void setHints(Poppler::Document& document) {
    document.setRenderHint(Poppler::Document::Antialiasing);
    document.setRenderHint(Poppler::Document::TextAntialiasing);
    document.setPaperColor(Qt::white);
}

bool isUsable(const QSizeF& size) {
    return size.width() > 0 && size.height() > 0 && qIsFinite(size.width()) &&
           qIsFinite(size.height());
}

QRectF normalised(const QRectF& box, const QSizeF& page) {
    const QRectF scaled(box.x() / page.width(), box.y() / page.height(), box.width() / page.width(),
                        box.height() / page.height());
    return scaled.intersected(QRectF(0, 0, 1, 1));
}

TextWord wordOf(const Poppler::TextBox& box, const QSizeF& page) {
    const bool endsLine = box.nextWord() == nullptr;
    TextWord word{box.text(), normalised(box.boundingBox(), page), box.hasSpaceAfter() || endsLine,
                  endsLine};
    word.characters.reserve(word.text.size());
    for (int i = 0; i < word.text.size(); ++i) {
        word.characters.append(normalised(box.charBoundingBox(i), page));
    }
    return word;
}

// Files may name themselves as their own children: depth and number are bounded.
void appendOutline(QVector<OutlineEntry>& entries, const QVector<Poppler::OutlineItem>& items,
                   int level) {
    for (const Poppler::OutlineItem& item : items) {
        if (item.isNull() || entries.size() >= kMaxOutlineEntries) {
            return;
        }
        OutlineEntry entry{item.name().simplified(), level};
        const auto destination = item.destination();
        if (destination && item.externalFileName().isEmpty() && destination->pageNumber() > 0) {
            entry.page = destination->pageNumber() - 1;
            entry.top = destination->isChangeTop() ? std::clamp(destination->top(), 0.0, 1.0) : 0;
        }
        entries.append(entry);
        if (level + 1 < kMaxOutlineDepth && item.hasChildren()) {
            appendOutline(entries, item.children(), level + 1);
        }
    }
}

} // namespace

struct PdfDocument::Impl {
    QByteArray bytes; // Poppler reads from here for as long as the document lives
    QByteArray contentHash;
    QString name;
    PopplerDocument document;
    std::vector<QSizeF> sizes; // all pages', so that asking for one never waits for a rendering
    mutable std::mutex mutex;  // of everything that calls Poppler

    bool contains(int page) const { return page >= 0 && page < int(sizes.size()); }

    PopplerPage page(int index) const { return contains(index) ? document->page(index) : nullptr; }

    void measurePages();

    QString pageName(int page) const {
        return QStringLiteral("%1, page %2").arg(name).arg(page + 1);
    }
};

void PdfDocument::Impl::measurePages() {
    sizes.assign(document->numPages(), kDamagedPageSize);
    for (int i = 0; i < int(sizes.size()); ++i) {
        const PopplerPage source = page(i);
        if (const QSizeF size = source ? source->pageSizeF() : QSizeF(); isUsable(size)) {
            sizes[i] = size;
        }
    }
}

PdfDocument::PdfDocument(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}

PdfDocument::~PdfDocument() = default;

Result<std::shared_ptr<const Document>>
PdfDocument::open(const QByteArray& bytes, const QString& name, const QString& password) {
    quietPoppler();
    auto impl = std::make_unique<Impl>();
    impl->bytes = bytes;
    impl->contentHash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    impl->name = name;
    impl->document = Poppler::Document::loadFromData(impl->bytes);
    if (!impl->document) {
        return failure(FailureCode::NotADocument, name,
                       QStringLiteral("The PDF is damaged beyond repair."));
    }
    if (impl->document->isLocked()) {
        if (auto unlocked = unlock(*impl->document, name, password); !unlocked) {
            return tl::unexpected(unlocked.error());
        }
    }
    if (auto checked = checkPages(*impl->document, name); !checked) {
        return tl::unexpected(checked.error());
    }
    setHints(*impl->document);
    impl->measurePages();
    return std::shared_ptr<const Document>(new PdfDocument(std::move(impl)));
}

int PdfDocument::pageCount() const {
    return int(m_impl->sizes.size());
}

QSizeF PdfDocument::pageSize(int page) const {
    return m_impl->contains(page) ? m_impl->sizes[page] : kDamagedPageSize;
}

Result<QImage> PdfDocument::render(int page, double dpi, std::stop_token stop) const {
    const std::lock_guard lock(m_impl->mutex);
    if (stop.stop_requested()) {
        return QImage();
    }
    const QString subject = m_impl->pageName(page);
    const PopplerPage source = m_impl->page(page);
    if (!source) {
        return failure(FailureCode::NotADocument, subject, QStringLiteral("The page is damaged."));
    }
    const Result<QSize> size = renderSize(pageSize(page), dpi, subject);
    if (!size) {
        return tl::unexpected(size.error());
    }
    Patience patience{std::move(stop)};
    QImage image =
        source->renderToImage(dpi, dpi, 0, 0, size->width(), size->height(), Poppler::Page::Rotate0,
                              nullptr, nullptr, &Patience::isExhausted, patience.closure());
    if (patience.isStopped()) {
        return QImage();
    }
    if (patience.isOver()) {
        return failure(FailureCode::TooLarge, subject,
                       QStringLiteral("Drawing the page takes longer than %1 seconds.")
                           .arg(kRenderTime.count()));
    }
    if (image.size() != *size) { // Poppler answers a failed allocation with a 1 × 1 picture
        return failure(FailureCode::OutOfMemory, subject,
                       QStringLiteral("The page could not be drawn at %1 × %2 pixels.")
                           .arg(size->width())
                           .arg(size->height()));
    }
    return std::move(image).convertToFormat(QImage::Format_RGB32);
}

QImage PdfDocument::modelImage(int) const {
    return {};
}

QTransform PdfDocument::orientation(int) const {
    return {};
}

QVector<TextWord> PdfDocument::words(int page) const {
    const std::lock_guard lock(m_impl->mutex);
    const PopplerPage source = m_impl->page(page);
    if (!source) {
        return {};
    }
    const QSizeF size = pageSize(page);
    Patience patience;
    QVector<TextWord> words;
    for (const auto& box :
         source->textList(Poppler::Page::Rotate0, &Patience::isExhausted, patience.closure())) {
        words.append(wordOf(*box, size));
        if (words.size() >= kMaxWords) {
            break;
        }
    }
    return words;
}

QVector<OutlineEntry> PdfDocument::outline() const {
    const std::lock_guard lock(m_impl->mutex);
    QVector<OutlineEntry> entries;
    appendOutline(entries, m_impl->document->outline(), 0);
    for (OutlineEntry& entry : entries) {
        if (!m_impl->contains(entry.page)) {
            entry.page = -1;
        }
    }
    return entries;
}

QString PdfDocument::title() const {
    return m_impl->name;
}

QByteArray PdfDocument::contentHash() const {
    return m_impl->contentHash;
}

QByteArray PdfDocument::bytes() const {
    return m_impl->bytes;
}

} // namespace app

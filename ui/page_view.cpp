// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page_view.h"

#include "ui/accessible_roles.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>
#include <QStyle>
#include <QVariantAnimation>

#include <cmath>

namespace ui {

namespace {

constexpr quint64 kFirstSlot = 0;
constexpr int kRevealMargin = 48;
constexpr std::chrono::milliseconds kRequestDelay(15);
constexpr std::chrono::milliseconds kEdgeScrollStep(30);

double snapped(double value, double ratio) {
    return std::round(value * ratio) / ratio;
}

void paintShadow(QPainter& painter, const QRectF& page, const QColor& color) {
    QColor soft = color;
    for (int step = 1; step <= 3; ++step) {
        soft.setAlpha(color.alpha() / (step + 1));
        painter.setPen(QPen(soft, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(page.adjusted(-step + 0.5, -step + 1.5, step - 0.5, step + 0.5));
    }
}

} // namespace

PageView::PageView(app::PageRenderer& renderer, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_images(renderer, kFirstSlot)
    , m_glide(new QVariantAnimation(this)) {
    giveViewsTheirRoles(); // before anybody asks
    setObjectName(QStringLiteral("pageView"));
    setAccessibleName(tr("Pages"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setProperty(kCanvasProperty, true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // fitting the width must not depend on it
    horizontalScrollBar()->setLayoutDirection(Qt::LeftToRight); // as the pages are, in every window
    viewport()->setMouseTracking(true);
    viewport()->grabGesture(Qt::PinchGesture);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_glide->setEasingCurve(QEasingCurve::OutCubic);
    connect(m_glide, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& value) { scrollTo(value.toPointF()); });
    m_request.setSingleShot(true);
    m_request.setInterval(kRequestDelay);
    connect(&m_request, &QTimer::timeout, this, &PageView::requestImages);
    m_edgeScroll.setInterval(kEdgeScrollStep);
    connect(&m_edgeScroll, &QTimer::timeout, this, &PageView::scrollForTool);
    connect(&m_images, &PageImages::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&m_images, &PageImages::failed, this, &PageView::pageFailed);
}

void PageView::setDocument(std::shared_ptr<const app::Document> document,
                           const ViewPosition& position) {
    m_glide->stop();
    m_document = std::move(document);
    m_images.setDocument(m_document);
    m_tiles.hide();
    m_places.setMarks({});
    m_working = nullptr;
    m_layout.setTurns(position.turns);
    QVector<QSizeF> sizes;
    for (int page = 0; m_document && page < m_document->pageCount(); ++page) {
        sizes.append(m_document->pageSize(page));
    }
    m_layout.setPages(std::move(sizes));
    m_mode = position.mode;
    PagePoint top = position.top;
    if (top.page >= m_layout.pageCount()) {
        top = {}; // the file has become shorter since
    }
    m_current = top.page;
    m_layout.setZoom(m_mode == ZoomMode::Free ? position.zoom : zoomForMode());
    updateScrollBars();
    if (m_document) {
        const QPointF content = m_layout.toContent(top);
        scrollTo(top.at.isNull() ? content - QPointF(0, PageLayout::kGap) : content);
    }
    emit zoomChanged();
    emit currentPageChanged(m_current);
    requestSoon();
    viewport()->update();
}

ViewPosition PageView::position() const {
    ViewPosition position{m_mode, zoom(), turns(), {}};
    if (m_document) {
        position.top = m_layout.toPage(scrollOffset());
    }
    return position;
}

// --- zoom ---

void PageView::setZoom(double zoom, const QPointF& anchor) {
    m_mode = ZoomMode::Free;
    relayout(std::clamp(zoom, kLeastZoom, kMostZoom), anchor);
}

void PageView::zoomBy(double factor) {
    setZoom(zoom() * factor, QRectF(viewport()->rect()).center());
}

void PageView::setZoomMode(ZoomMode mode) {
    m_mode = mode;
    refit();
}

double PageView::zoomForMode() const {
    if (!m_document || m_mode == ZoomMode::Free) {
        return m_layout.zoom();
    }
    const double fit =
        m_mode == ZoomMode::FitWidth ? m_layout.fitWidthZoom() : m_layout.fitPageZoom(m_current);
    return std::clamp(fit, kLeastZoom, kMostZoom);
}

void PageView::setTurns(int turns) {
    if (turns == m_layout.turns()) {
        return;
    }
    // What was in the middle stays there.
    const QPointF middle = QRectF(viewport()->rect()).center();
    const PagePoint kept = m_document ? toPage(middle) : PagePoint();
    const int page = m_current;
    m_layout.setTurns(turns);
    if (!m_document) {
        return;
    }
    m_glide->stop();
    m_layout.setZoom(zoomForMode());
    updateScrollBars();
    scrollTo(m_layout.toContent(kept) - middle);
    if (m_mode == ZoomMode::FitPage) {
        goToPage(page);
    }
    emit zoomChanged();
    requestSoon();
    viewport()->update();
}

void PageView::setPageColors(app::PageColors colors) {
    m_images.setColors(colors);
    requestSoon();
    viewport()->update();
}

void PageView::refit() {
    const QPointF top(viewport()->width() / 2.0,
                      m_mode == ZoomMode::FitPage ? 0 : PageLayout::kGap);
    const int page = m_current;
    relayout(zoomForMode(), top);
    if (m_mode == ZoomMode::FitPage) {
        goToPage(page);
    }
}

void PageView::relayout(double zoom, const QPointF& anchor) {
    if (!m_document) {
        return;
    }
    m_glide->stop();
    const PagePoint kept = toPage(anchor);
    m_layout.setZoom(zoom);
    updateScrollBars();
    scrollTo(m_layout.toContent(kept) - anchor);
    emit zoomChanged();
    requestSoon();
    viewport()->update();
}

// --- movement ---

QPointF PageView::scrollOffset() const {
    return {double(horizontalScrollBar()->value()), double(verticalScrollBar()->value())};
}

void PageView::scrollTo(const QPointF& content) {
    horizontalScrollBar()->setValue(int(std::lround(content.x())));
    verticalScrollBar()->setValue(int(std::lround(content.y())));
    updateCurrentPage();
}

void PageView::glideTo(const QPointF& content) {
    m_glide->stop();
    const int duration =
        style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this, nullptr);
    if (duration <= 0 || !isVisible()) {
        scrollTo(content);
        return;
    }
    m_glide->setDuration(duration);
    m_glide->setStartValue(scrollOffset());
    m_glide->setEndValue(content);
    m_glide->start();
}

void PageView::goToPage(int page) {
    if (!m_document) {
        return;
    }
    page = std::clamp(page, 0, pageCount() - 1);
    const QRectF rect = m_layout.pageRect(page);
    noteJump(page);
    setCurrentPage(page);
    scrollTo({scrollOffset().x(), rect.top() - PageLayout::kGap});
    setCurrentPage(page); // also where the last pages cannot reach the top
}

// Turning a page is no jump: nobody wants to go back through them one by one.
void PageView::noteJump(int page) {
    if (std::abs(page - m_current) > 1) {
        emit jumped(position().top);
    }
}

void PageView::goTo(const PagePoint& top) {
    if (!m_document || top.page < 0 || top.page >= pageCount()) {
        return;
    }
    m_glide->stop();
    setCurrentPage(top.page);
    const QRectF rect = m_layout.frame(top.page).rect();
    const QPointF content = m_layout.toContent(top);
    scrollTo({scrollOffset().x(), top.at.isNull() ? rect.top() - PageLayout::kGap : content.y()});
    if (rect.bottom() - content.y() >= 1) { // a pixel of it is seen
        setCurrentPage(top.page);           // also where more is seen of the next one
    }
}

void PageView::reveal(int page, const QRectF& box) {
    if (!m_document || page < 0 || page >= pageCount()) {
        return;
    }
    const QRectF target = m_layout.frame(page).toScreen(box);
    const QRectF wanted =
        target.adjusted(-kRevealMargin, -kRevealMargin, kRevealMargin, kRevealMargin);
    const QRectF seen(scrollOffset(), QSizeF(viewport()->size()));
    if (seen.contains(target)) {
        return;
    }
    QPointF offset = seen.topLeft();
    if (wanted.top() < seen.top() || wanted.bottom() > seen.bottom()) {
        offset.setY(wanted.center().y() - seen.height() / 2);
    }
    if (wanted.left() < seen.left() || wanted.right() > seen.right()) {
        offset.setX(wanted.center().x() - seen.width() / 2);
    }
    noteJump(page);
    glideTo(offset);
}

void PageView::updateScrollBars() {
    // The bars change the viewport and the viewport the layout; twice settles it.
    for (int pass = 0; pass < 2; ++pass) {
        m_layout.setViewport(viewport()->size());
        const QSizeF content = m_document ? m_layout.contentSize() : QSizeF();
        const auto set = [](QScrollBar* bar, double whole, int seen) {
            bar->setPageStep(seen);
            bar->setSingleStep(48);
            bar->setRange(0, std::max(0, int(std::ceil(whole)) - seen));
        };
        set(horizontalScrollBar(), content.width(), viewport()->width());
        set(verticalScrollBar(), content.height(), viewport()->height());
    }
}

void PageView::updateCurrentPage() {
    if (!m_document) {
        return;
    }
    const QRectF seen(scrollOffset(), QSizeF(viewport()->size()));
    if (!seen.contains(m_layout.pageRect(m_current))) {
        setCurrentPage(m_layout.nearestPage(seen.center().y()));
    }
}

void PageView::setCurrentPage(int page) {
    if (page != m_current) {
        m_current = page;
        emit currentPageChanged(page);
    }
}

// --- coordinates ---

QPointF PageView::toViewport(const PagePoint& point) const {
    return m_layout.toContent(point) - scrollOffset();
}

QRectF PageView::toViewport(int page, const QRectF& box) const {
    return m_layout.frame(page).toScreen(box).translated(-scrollOffset());
}

PagePoint PageView::toPage(const QPointF& at) const {
    return m_layout.toPage(at + scrollOffset());
}

// --- overlays ---

void PageView::showTiles(const TileView& view) {
    m_tiles.show(view);
    setAccessibleDescription(m_tiles.summary());
    if (view.region.isNull()) {
        updateSurround();
    } else {
        viewport()->update(); // the page stays where it is while a part of it is drawn
    }
}

void PageView::hideTiles() {
    m_tiles.hide();
    setAccessibleDescription({});
    updateSurround();
}

void PageView::updateSurround() {
    if (!m_document) {
        return;
    }
    const PagePoint kept = toPage(kTop);
    m_layout.clearSurrounds();
    if (m_tiles.isShown()) {
        m_layout.setSurround(m_tiles.page(), m_tiles.surround());
    }
    m_layout.setZoom(zoomForMode());
    updateScrollBars();
    scrollTo(m_layout.toContent(kept) - kTop);
    emit zoomChanged();
    requestSoon();
    viewport()->update();
}

void PageView::showPlaces(const QVector<PlaceMark>& marks) {
    m_places.setMarks(marks);
    viewport()->update();
}

void PageView::lightPlace(int number) {
    if (m_places.setLit(number)) {
        viewport()->update();
    }
}

void PageView::addOverlay(const PageOverlay* overlay) {
    m_overlays.append(overlay);
    viewport()->update();
}

void PageView::removeOverlay(const PageOverlay* overlay) {
    m_overlays.removeAll(overlay);
    viewport()->update();
}

// --- painting ---

PageRange PageView::visiblePages() const {
    const double top = scrollOffset().y();
    return m_document ? m_layout.pagesIn(top, top + viewport()->height()) : PageRange{};
}

PageFrame PageView::frameOnScreen(int page) const {
    const QRectF rect = m_layout.pageRect(page).translated(-scrollOffset());
    const double ratio = devicePixelRatioF();
    return PageFrame({QPointF(snapped(rect.left(), ratio), snapped(rect.top(), ratio)),
                      QPointF(snapped(rect.right(), ratio), snapped(rect.bottom(), ratio))},
                     turns());
}

void PageView::requestSoon() {
    if (!m_request.isActive()) { // never put off by more scrolling
        m_request.start();
    }
}

void PageView::requestImages() {
    if (!m_document) {
        return;
    }
    const PageRange visible = visiblePages();
    QVector<int> order{m_current};
    for (int page = visible.first; page <= visible.last; ++page) {
        order.append(page);
    }
    order << visible.last + 1 << visible.first - 1; // what scrolling shows next
    QVector<WantedPage> wanted;
    QVector<bool> taken(pageCount(), false);
    for (const int page : std::as_const(order)) {
        if (page >= 0 && page < pageCount() && !taken[page]) {
            taken[page] = true;
            const QSizeF upright = frameOnScreen(page).uprightSize();
            wanted.append({page, (upright * devicePixelRatioF()).toSize()});
        }
    }
    m_images.want(wanted);
}

void PageView::paintEvent(QPaintEvent* event) {
    const Colors& colors = colorsOf(palette());
    if (devicePixelRatioF() != m_ratio) { // moved to another screen
        m_ratio = devicePixelRatioF();
        requestSoon();
    }
    QPainter painter(viewport());
    painter.fillRect(event->rect(), colors.canvas);
    const PageRange visible = visiblePages();
    for (int page = visible.first; page <= visible.last; ++page) {
        paintPage(painter, page);
    }
    for (int page = visible.first; page <= visible.last; ++page) {
        const PageFrame frame = frameOnScreen(page);
        if (m_tiles.isShown() && page == m_tiles.page()) {
            m_tiles.paint(painter, frame);
        }
        for (const PageOverlay* overlay : m_overlays) {
            overlay->paint(painter, page, frame);
        }
        m_places.paint(painter, page, frame);
        for (const PageTool* tool : m_tools) {
            if (tool != nullptr) {
                tool->paint(painter, page, frame);
            }
        }
    }
    if (m_tiles.isShown() && m_document) {
        // Out of the way of what lies under it while the pointer is there.
        painter.setOpacity(m_cardTouched ? 0.15 : 1);
        m_tiles.paintCard(painter, viewport()->rect());
        painter.setOpacity(1);
    }
    paintViewportFocus(painter, *this);
}

void PageView::paintPage(QPainter& painter, int page) {
    const PageFrame frame = frameOnScreen(page);
    paintShadow(painter, frame.rect(), colorsOf(palette()).shadow);
    painter.fillRect(frame.rect(), app::paperColor(pageColors()));
    const QImage image = m_images.image(page);
    if (image.isNull()) {
        if (m_images.isBroken(page)) {
            const bool isDark = pageColors() == app::PageColors::Dark;
            painter.setPen(colorsOf(isDark ? ColorScheme::Dark : ColorScheme::Light).textSecondary);
            painter.setFont(fontOf(TextSize::Title));
            painter.drawText(frame.rect(), Qt::AlignCenter, tr("This page cannot be shown."));
        }
        return;
    }
    // An exact fit is drawn pixel by pixel; one pixel more or less is the renderer's rounding.
    const double ratio = devicePixelRatioF();
    const QSizeF room = frame.uprightSize();
    const QSizeF own = QSizeF(image.size()) / ratio;
    const bool fits = std::abs(own.width() - room.width()) * ratio < 1.5 &&
                      std::abs(own.height() - room.height()) * ratio < 1.5;
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !fits);
    painter.setTransform(frame.transform(), true);
    painter.drawImage(QRectF(QPointF(), fits ? own : room), image);
    painter.restore();
}

} // namespace ui

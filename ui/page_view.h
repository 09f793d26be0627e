// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// PageView: the pages of a document in one scrolling column, with the tile overlay, the boxes of an
// answer and what the tools draw painted on them. Turns page coordinates into pixels and gestures
// into zoom, movement, a tool's work (page_tool.h) and signals; knows nothing of models. GUI
// thread.
#pragma once

#include "ui/page_images.h"
#include "ui/page_layout.h"
#include "ui/page_tool.h"
#include "ui/place_overlay.h"
#include "ui/tile_overlay.h"

#include <QAbstractScrollArea>
#include <QElapsedTimer>
#include <QTimer>

#include <array>
#include <memory>

class QNativeGestureEvent;
class QPinchGesture;
class QVariantAnimation;

namespace ui {

enum class ZoomMode { FitWidth, FitPage, Free };

// Where one was in a document, kept while another is shown.
struct ViewPosition {
    ZoomMode mode = ZoomMode::FitWidth;
    double zoom = 1;
    int turns = 0; // quarter turns clockwise
    PagePoint top; // at the top left of the view
};

class PageView final : public QAbstractScrollArea {
    Q_OBJECT
public:
    static constexpr double kLeastZoom = 0.1;
    static constexpr double kMostZoom = 8;

    // The renderer must outlive the view.
    explicit PageView(app::PageRenderer& renderer, QWidget* parent = nullptr);

    // Null: nothing to show.
    void setDocument(std::shared_ptr<const app::Document> document, const ViewPosition& position);
    ViewPosition position() const;

    int pageCount() const { return m_layout.pageCount(); }

    int currentPage() const { return m_current; }

    double zoom() const { return m_layout.zoom(); }

    ZoomMode zoomMode() const { return m_mode; }

    // The point of the page under `anchor` (viewport coordinates) stays under it.
    void setZoom(double zoom, const QPointF& anchor);
    void zoomBy(double factor);
    void setZoomMode(ZoomMode mode);

    // Quarter turns clockwise, of all pages.
    int turns() const { return m_layout.turns(); }

    void setTurns(int turns);

    // For the eye only.
    app::PageColors pageColors() const { return m_images.colors(); }

    void setPageColors(app::PageColors colors);

    // Everything in sight is drawn as finely as it will be.
    bool isSettled() const { return !m_request.isActive() && m_images.isSettled(); }

    MouseMode mouseMode() const { return m_mouseMode; }

    void setMouseMode(MouseMode mode);
    // What the mode does; null: the view's own behaviour. The tool must outlive the view or be
    // taken back.
    void setTool(MouseMode mode, PageTool* tool);

    // Painted over the page and under the boxes of answers, until it is taken back.
    void addOverlay(const PageOverlay* overlay);
    void removeOverlay(const PageOverlay* overlay);

    void goToPage(int page);
    // With this place at the top of the view.
    void goTo(const PagePoint& top);
    // Scrolls just as far as needed to see the box.
    void reveal(int page, const QRectF& box);

    QPointF toViewport(const PagePoint& point) const;
    QRectF toViewport(int page, const QRectF& box) const;
    PagePoint toPage(const QPointF& viewport) const;
    // Snapped to device pixels, as everything is painted.
    PageFrame frameOnScreen(int page) const;

    void showTiles(const TileView& view);
    void hideTiles();

    const TileOverlay& tiles() const { return m_tiles; }

    void showPlaces(const QVector<PlaceMark>& marks);
    void lightPlace(int number);

    const PlaceOverlay& places() const { return m_places; }

signals:
    void currentPageChanged(int page);
    void zoomChanged();
    void mouseModeChanged(ui::MouseMode mode);
    // About to leave this place for another page, not by scrolling.
    void jumped(const ui::PagePoint& from);
    // 0 when the pointer leaves all boxes.
    void placeHovered(int number);
    void placeClicked(int number);
    // On nothing else; the nearest page's point, which may lie beside it.
    void clicked(const ui::PagePoint& point);
    void doubleClicked(const ui::PagePoint& point);
    // On the current page, at this place of the screen.
    void menuWanted(const QPoint& global);
    void pageFailed(int page, const app::Failure& failure);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    // Where the top of a page lies that one went to: what stays in place when the size changes.
    static constexpr QPointF kTop{0, PageLayout::kGap};

    QPointF scrollOffset() const;
    void scrollTo(const QPointF& content);
    void glideTo(const QPointF& content);
    // Lays out again with the point of the page at the anchor kept in place.
    void relayout(double zoom, const QPointF& anchor);
    double zoomForMode() const;
    void refit();
    void updateScrollBars();
    void updateCurrentPage();
    void setCurrentPage(int page);
    void updateSurround();
    void noteJump(int page);
    PageRange visiblePages() const;
    void requestSoon();
    void requestImages();
    void paintPage(QPainter& painter, int page);
    bool pinch(QPinchGesture* gesture);
    bool nativeGesture(QNativeGestureEvent* event);
    void scrollByKeys(double x, double y);
    int placeUnder(const QPointF& viewport) const;
    void touchCard(bool touched);

    PageTool* tool() const { return m_tools[std::size_t(m_mouseMode)]; }

    PageGesture gestureAt(const QPointF& viewport, Qt::KeyboardModifiers modifiers) const;
    int countClicks(const QMouseEvent& event);
    void press(QMouseEvent* event, int clicks);
    void dragTool(const QPointF& viewport, Qt::KeyboardModifiers modifiers);
    void scrollForTool();
    void showCursor(const QPointF& viewport, Qt::KeyboardModifiers modifiers);

    std::shared_ptr<const app::Document> m_document;
    PageImages m_images;
    PageLayout m_layout;
    TileOverlay m_tiles;
    PlaceOverlay m_places;
    QVector<const PageOverlay*> m_overlays;
    ZoomMode m_mode = ZoomMode::FitWidth;
    int m_current = 0;
    double m_ratio = 0; // device pixels per pixel when last painted
    QTimer m_request;   // gathers what scrolling and zooming ask for
    QVariantAnimation* m_glide;
    QPoint m_dragFrom;
    QPointF m_dragOffset;
    bool m_dragging = false;
    MouseMode m_mouseMode = MouseMode::Browse;
    std::array<PageTool*, 3> m_tools{}; // by mouse mode
    PageTool* m_working = nullptr;      // has the pointer until the button is up
    QTimer m_edgeScroll;                // while a tool's pointer is held outside
    QElapsedTimer m_sinceDouble;        // tells a triple click
    QPoint m_doubleAt;
    bool m_cardTouched = false; // the pointer is over the tile overlay's card
};

} // namespace ui

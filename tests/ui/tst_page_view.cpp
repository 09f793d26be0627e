// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_story.h"
#include "ui/page_view.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"

#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <atomic>

namespace {

// Pages of three shapes; a black cross through the middle; counts what it is asked for.
class CrossDocument final : public app::Document {
public:
    explicit CrossDocument(int pages)
        : m_pages(pages) {}

    int pageCount() const override { return m_pages; }

    QSizeF pageSize(int page) const override {
        static const QVector<QSizeF> kShapes{{595, 842}, {842, 595}, {300, 300}};
        return kShapes[page % 3];
    }

    app::Result<QImage> render(int page, double dpi, std::stop_token) const override {
        ++rendered;
        QImage image((pageSize(page) * dpi / 72).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
        image.fill(Qt::white);
        for (int x = 0; x < image.width(); ++x) {
            image.setPixel(x, image.height() / 2, qRgb(0, 0, 0));
        }
        for (int y = 0; y < image.height(); ++y) {
            image.setPixel(image.width() / 2, y, qRgb(0, 0, 0));
        }
        return image;
    }

    QImage modelImage(int) const override { return {}; }

    QTransform orientation(int) const override { return {}; }

    QVector<app::TextWord> words(int) const override { return {}; }

    QString title() const override { return QStringLiteral("crosses"); }

    mutable std::atomic<int> rendered = 0;

private:
    int m_pages;
};

double distance(const QPointF& a, const QPointF& b) {
    return QLineF(a, b).length();
}

} // namespace

class TestPageView : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() { ui::applyTheme(*qApp, ui::ColorScheme::Light)->setMotion(false); }

    void init() {
        m_renderer = std::make_unique<app::PageRenderer>();
        m_view = std::make_unique<ui::PageView>(*m_renderer);
        m_view->resize(700, 500);
        m_view->show();
    }

    void cleanup() {
        m_view.reset();
        m_renderer.reset();
    }

    void coordinatesComeBack_data();
    void coordinatesComeBack();
    void zoomKeepsThePointUnderThePointer_data();
    void zoomKeepsThePointUnderThePointer();
    void wheelZoomsAtThePointer();
    void fittingFillsTheView();
    void pageIsPaintedWhereCoordinatesSay_data();
    void pageIsPaintedWhereCoordinatesSay();
    void onlyWhatIsSeenIsRendered();
    void keysAndPagesMove();
    void revealShowsTheBox();
    void positionIsKept();
    void overlayNeedsItsRoom();

private:
    std::shared_ptr<CrossDocument> show(int pages) {
        auto document = std::make_shared<CrossDocument>(pages);
        m_view->setDocument(document, {});
        return document;
    }

    std::unique_ptr<app::PageRenderer> m_renderer;
    std::unique_ptr<ui::PageView> m_view;
};

void TestPageView::coordinatesComeBack_data() {
    QTest::addColumn<double>("zoom");
    QTest::addColumn<int>("page");
    for (const double zoom : {0.1, 0.37, 1.0, 1.93, 8.0}) {
        for (const int page : {0, 1, 5}) {
            QTest::addRow("%d %% page %d", int(zoom * 100), page) << zoom << page;
        }
    }
}

void TestPageView::coordinatesComeBack() {
    QFETCH(double, zoom);
    QFETCH(int, page);
    show(6);
    m_view->setZoom(zoom, {350, 250});
    m_view->goToPage(page);
    for (const QPointF at :
         {QPointF(0, 0), QPointF(0.5, 0.25), QPointF(1, 1), QPointF(0.001, 0.999)}) {
        const QPointF pixel = m_view->toViewport({page, at});
        const ui::PagePoint back = m_view->toPage(pixel);
        QCOMPARE(back.page, page);
        QVERIFY(distance(back.at, at) < 1e-9);
    }
    // The page measures what its points say.
    const QRectF whole = m_view->toViewport(page, QRectF(0, 0, 1, 1));
    const QSizeF expected = CrossDocument(6).pageSize(page) * zoom * 96 / 72;
    QVERIFY(std::abs(whole.width() - expected.width()) < 1e-6);
    QVERIFY(std::abs(whole.height() - expected.height()) < 1e-6);
}

void TestPageView::zoomKeepsThePointUnderThePointer_data() {
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addRow("in") << 1.0 << 3.0;
    QTest::addRow("a little") << 1.5 << 1.6;
    QTest::addRow("out") << 4.0 << 2.5;
    QTest::addRow("far in") << 1.0 << 8.0;
}

void TestPageView::zoomKeepsThePointUnderThePointer() {
    QFETCH(double, from);
    QFETCH(double, to);
    show(9);
    m_view->setZoom(from, {350, 250});
    m_view->goToPage(4);
    for (const QPointF pointer : {QPointF(350, 250), QPointF(120, 300), QPointF(600, 430)}) {
        const ui::PagePoint before = m_view->toPage(pointer);
        m_view->setZoom(to, pointer);
        // Scroll bars count whole pixels.
        QVERIFY(distance(m_view->toViewport(before), pointer) <= 1.0);
        m_view->setZoom(from, pointer);
    }
}

void TestPageView::wheelZoomsAtThePointer() {
    show(3);
    m_view->setZoom(2, {350, 250});
    const QPointF pointer(200, 333);
    const ui::PagePoint before = m_view->toPage(pointer);
    QWheelEvent notch(pointer, m_view->viewport()->mapToGlobal(pointer), {}, {0, 120}, Qt::NoButton,
                      Qt::ControlModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_view->viewport(), &notch);
    QVERIFY(m_view->zoom() > 2.2 && m_view->zoom() < 2.6);
    QVERIFY(distance(m_view->toViewport(before), pointer) <= 1.0);
}

void TestPageView::fittingFillsTheView() {
    show(3);
    const int width = m_view->viewport()->width();
    m_view->setZoomMode(ui::ZoomMode::FitWidth);
    const QRectF widest = m_view->toViewport(1, QRectF(0, 0, 1, 1));
    QVERIFY(std::abs(widest.width() - (width - 2 * ui::PageLayout::kGap)) < 1e-6);
    QCOMPARE(m_view->horizontalScrollBar()->maximum(), 0);

    m_view->setZoomMode(ui::ZoomMode::FitPage);
    const QRectF first = m_view->toViewport(0, QRectF(0, 0, 1, 1));
    QVERIFY(QRectF(m_view->viewport()->rect()).contains(first));
    QVERIFY(std::abs(first.height() - (m_view->viewport()->height() - 2 * ui::PageLayout::kGap)) <
            1e-6);

    m_view->resize(900, 640); // and stays fitted
    QVERIFY(std::abs(m_view->toViewport(0, QRectF(0, 0, 1, 1)).height() -
                     (m_view->viewport()->height() - 2 * ui::PageLayout::kGap)) < 1e-6);
}

void TestPageView::pageIsPaintedWhereCoordinatesSay_data() {
    QTest::addColumn<double>("zoom");
    QTest::addRow("fifth") << 0.2;
    QTest::addRow("half") << 0.5;
    QTest::addRow("odd") << 0.83;
    QTest::addRow("actual size") << 1.0;
    QTest::addRow("large") << 2.6;
}

// The cross of the page is where toViewport says the middle is, to the pixel.
void TestPageView::pageIsPaintedWhereCoordinatesSay() {
    QFETCH(double, zoom);
    show(3);
    m_view->setZoom(zoom, {350, 250});
    m_view->reveal(0, QRectF(0.5, 0.5, 0, 0));
    const QPointF middle = m_view->toViewport({0, {0.5, 0.5}});
    const auto darkest = [&](const QPoint& step) {
        const QImage shot = m_view->viewport()->grab().toImage();
        int best = -100;
        int darkness = 255;
        for (int offset = -6; offset <= 6; ++offset) {
            // Beside the middle, so that the other arm of the cross is not met.
            const QPoint at = QPointF(middle + QPointF(8, 8)).toPoint() -
                              QPoint(8 * step.x(), 8 * step.y()) + step * offset;
            const int grey = qGray(shot.pixel(at));
            if (grey < darkness) {
                darkness = grey;
                best = offset;
            }
        }
        return darkness < 128 ? best : -100;
    };
    QTRY_VERIFY(std::abs(darkest({1, 0})) <= 1);
    QTRY_VERIFY(std::abs(darkest({0, 1})) <= 1);
}

void TestPageView::onlyWhatIsSeenIsRendered() {
    const auto document = show(500);
    QTRY_VERIFY(document->rendered >= 2);
    QTest::qWait(100);
    QVERIFY2(document->rendered <= 5, qPrintable(QString::number(document->rendered)));

    // A quick pass over all of it renders next to nothing in between.
    for (int page = 0; page < 500; page += 7) {
        m_view->goToPage(page);
    }
    m_view->goToPage(499);
    QTest::qWait(200);
    QVERIFY2(document->rendered <= 12, qPrintable(QString::number(document->rendered)));
    QCOMPARE(m_view->currentPage(), 499);
}

void TestPageView::keysAndPagesMove() {
    show(6);
    QSignalSpy pages(m_view.get(), &ui::PageView::currentPageChanged);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->verticalScrollBar()->value(), 48);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->verticalScrollBar()->value(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QCOMPARE(m_view->verticalScrollBar()->value(), int(m_view->viewport()->height() * 0.9));
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
    QCOMPARE(m_view->currentPage(), 5);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->currentPage(), 0);
    m_view->goToPage(3);
    QCOMPARE(m_view->currentPage(), 3);
    QCOMPARE(pages.last().first().toInt(), 3);
    m_view->goToPage(99); // the last there is
    QCOMPARE(m_view->currentPage(), 5);
}

void TestPageView::revealShowsTheBox() {
    show(6);
    m_view->setZoom(3, {350, 250});
    m_view->goToPage(0);
    const QRectF box(0.7, 0.8, 0.1, 0.05);
    m_view->reveal(4, box);
    QVERIFY(QRectF(m_view->viewport()->rect()).contains(m_view->toViewport(4, box)));
    const QPoint offset(m_view->horizontalScrollBar()->value(),
                        m_view->verticalScrollBar()->value());
    m_view->reveal(4, box); // in sight: nothing moves
    QCOMPARE(QPoint(m_view->horizontalScrollBar()->value(), m_view->verticalScrollBar()->value()),
             offset);
}

void TestPageView::positionIsKept() {
    const auto document = show(6);
    m_view->setZoom(2.5, {350, 250});
    m_view->reveal(3, QRectF(0.2, 0.5, 0.1, 0.1));
    const QPointF before = m_view->toViewport({3, {0.2, 0.5}});
    const ui::ViewPosition position = m_view->position();
    m_view->setDocument(std::make_shared<CrossDocument>(2), {});
    m_view->setDocument(document, position);
    QCOMPARE(m_view->zoom(), 2.5);
    QVERIFY(distance(m_view->toViewport({3, {0.2, 0.5}}), before) <= 1.0);
}

void TestPageView::overlayNeedsItsRoom() {
    show(3);
    ui::TileView tiles;
    tiles.page = 0;
    // A page of half the canvas' width, in the middle of it.
    app::TilePlacement picture;
    picture.canvas = {768, 768};
    picture.grid = {2, 2};
    picture.local = {192, 0, 384, 768};
    tiles.plan.images = {picture};
    const QRectF before = m_view->toViewport(0, QRectF(0, 0, 1, 1));
    m_view->setZoomMode(ui::ZoomMode::FitPage);
    m_view->showTiles(tiles);
    const QRectF canvas = m_view->toViewport(0, QRectF(-0.5, 0, 2, 1));
    QVERIFY(QRectF(m_view->viewport()->rect()).contains(canvas));
    m_view->hideTiles();
    m_view->setZoomMode(ui::ZoomMode::FitWidth);
    QVERIFY(distance(m_view->toViewport(0, QRectF(0, 0, 1, 1)).topLeft(), before.topLeft()) <= 1.0);
}

QTEST_MAIN(TestPageView)
#include "tst_page_view.moc"

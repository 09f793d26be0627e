// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/page_renderer.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <thread>

using namespace app;

namespace {

// Pages that say how often they were drawn, and take as long as they are told.
class SlowDocument final : public Document {
public:
    explicit SlowDocument(int milliseconds = 0)
        : m_milliseconds(milliseconds) {}

    int pageCount() const override { return 100; }

    QSizeF pageSize(int) const override { return {72, 144}; }

    Result<QImage> render(int page, double dpi, std::stop_token stop) const override {
        ++drawn;
        for (int waited = 0; waited < m_milliseconds && !stop.stop_requested(); ++waited) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        if (stop.stop_requested()) {
            ++stopped;
            return QImage();
        }
        if (page == 99) {
            return failure(FailureCode::NotADocument, QStringLiteral("page 100"), {});
        }
        QImage image(int(dpi), int(2 * dpi), QImage::Format_RGB32);
        image.fill(qRgb(page, 0, 0));
        return image;
    }

    QImage modelImage(int) const override { return {}; }

    QTransform orientation(int) const override { return {}; }

    QVector<TextWord> words(int) const override { return {}; }

    QString title() const override { return {}; }

    mutable std::atomic<int> drawn = 0;
    mutable std::atomic<int> stopped = 0;

private:
    int m_milliseconds;
};

QVector<quint64> ids(const QSignalSpy& spy) {
    QVector<quint64> all;
    for (const QList<QVariant>& call : spy) {
        all.append(call[0].toULongLong());
    }
    return all;
}

} // namespace

class TestPageRenderer : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void drawsAndRemembers();
    void newerRequestReplacesStaleOne();
    void sameRequestGoesOn();
    void cancelledRequestStaysSilent();
    void failuresAreReported();
    void cacheIsLimited();
    void newDocumentAtAnOldAddress();
    void closingWhileBusy();
};

void TestPageRenderer::initTestCase() {
    qRegisterMetaType<app::Failure>();
}

void TestPageRenderer::drawsAndRemembers() {
    const auto document = std::make_shared<SlowDocument>();
    PageRenderer renderer;
    QSignalSpy rendered(&renderer, &PageRenderer::rendered);
    const PageRenderer::Request request{1, document, 7, 50};
    QVERIFY(renderer.cached(request).isNull());
    const quint64 first = renderer.request(request);
    QVERIFY(rendered.isEmpty()); // never inside the call
    QVERIFY(rendered.wait());
    QCOMPARE(ids(rendered), QVector<quint64>{first});
    const auto image = rendered[0][1].value<QImage>();
    QCOMPARE(image.size(), QSize(50, 100));
    QCOMPARE(image.pixel(0, 0), qRgb(7, 0, 0));
    QCOMPARE(renderer.cached(request), image);

    const quint64 second = renderer.request(request);
    QVERIFY(second != first);
    QVERIFY(rendered.wait());
    QCOMPARE(document->drawn, 1);
}

void TestPageRenderer::newerRequestReplacesStaleOne() {
    const auto document = std::make_shared<SlowDocument>(100);
    PageRenderer renderer;
    QSignalSpy rendered(&renderer, &PageRenderer::rendered);
    renderer.request({1, document, 0, 50});
    const quint64 other = renderer.request({2, document, 1, 50});
    const quint64 newest = renderer.request({1, document, 0, 80});
    QTRY_COMPARE(rendered.size(), 2);
    QTest::qWait(150);
    QCOMPARE(rendered.size(), 2);
    QVERIFY(ids(rendered).contains(other));
    QVERIFY(ids(rendered).contains(newest));
}

void TestPageRenderer::sameRequestGoesOn() {
    const auto document = std::make_shared<SlowDocument>(50);
    PageRenderer renderer;
    QSignalSpy rendered(&renderer, &PageRenderer::rendered);
    const quint64 first = renderer.request({1, document, 0, 50});
    QCOMPARE(renderer.request({1, document, 0, 50}), first);
    QVERIFY(rendered.wait());
    QCOMPARE(document->drawn, 1);
}

void TestPageRenderer::cancelledRequestStaysSilent() {
    const auto document = std::make_shared<SlowDocument>(20);
    PageRenderer renderer;
    QSignalSpy rendered(&renderer, &PageRenderer::rendered);
    renderer.request({1, document, 0, 50});
    renderer.cancel(1);
    renderer.cancel(1);
    QTest::qWait(100);
    QVERIFY(rendered.isEmpty());
}

void TestPageRenderer::failuresAreReported() {
    PageRenderer renderer;
    QSignalSpy failed(&renderer, &PageRenderer::failed);
    const quint64 id = renderer.request({1, std::make_shared<SlowDocument>(), 99, 50});
    QVERIFY(failed.wait());
    QCOMPARE(ids(failed), QVector<quint64>{id});
    QCOMPARE(failed[0][1].value<Failure>().code, FailureCode::NotADocument);
}

void TestPageRenderer::cacheIsLimited() {
    const auto document = std::make_shared<SlowDocument>();
    PageRenderer renderer(4 * 50 * 100 * 2 + 100); // room for two pages
    QSignalSpy rendered(&renderer, &PageRenderer::rendered);
    for (quint64 page = 0; page < 3; ++page) {
        renderer.request({page, document, int(page), 50});
        QVERIFY(rendered.wait());
    }
    QVERIFY(renderer.cached({0, document, 0, 50}).isNull());
    QVERIFY(!renderer.cached({0, document, 1, 50}).isNull());
    QVERIFY(!renderer.cached({0, document, 2, 50}).isNull());
}

void TestPageRenderer::newDocumentAtAnOldAddress() {
    PageRenderer renderer;
    QSignalSpy rendered(&renderer, &PageRenderer::rendered);
    alignas(SlowDocument) std::byte room[sizeof(SlowDocument)];
    const auto inRoom = [&room] {
        return std::shared_ptr<SlowDocument>(
            new (room) SlowDocument, [](SlowDocument* document) { document->~SlowDocument(); });
    };
    auto document = inRoom();
    renderer.request({1, document, 0, 50});
    QVERIFY(rendered.wait());
    QTRY_COMPARE(document.use_count(), 1);
    document.reset();
    document = inRoom();
    QVERIFY(renderer.cached({1, document, 0, 50}).isNull());
}

void TestPageRenderer::closingWhileBusy() {
    const auto document = std::make_shared<SlowDocument>(10'000);
    QElapsedTimer clock;
    clock.start();
    {
        PageRenderer renderer;
        for (quint64 slot = 0; slot < 50; ++slot) {
            renderer.request({slot, document, int(slot), 50});
        }
        QTRY_VERIFY(document->drawn > 0);
    }
    QVERIFY(clock.elapsed() < 5000);
    QCOMPARE(document->stopped, document->drawn);
}

QTEST_GUILESS_MAIN(TestPageRenderer)
#include "tst_page_renderer.moc"

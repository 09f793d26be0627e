// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pages that tempt a model to go on for ever, read with the one that ships: every answer ends by
// itself or because the model began to repeat itself, never at its limit of tokens, and nothing is
// read from pages on which nothing stands.
#include "app/analysis/engine_analyzer.h"
#include "tests/rel/share.h"

#include <QDir>
#include <QPainter>
#include <QRadialGradient>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace app;

namespace {

constexpr QSize kPage(1240, 1754); // A4 at 150 dpi
constexpr int kAll = 250;          // pages of each kind
constexpr int kShare = 4;

using Chance = QRandomGenerator;
using Draw = QImage (*)(Chance&);

double between(Chance& chance, double least, double most) {
    return least + chance.generateDouble() * (most - least);
}

QImage paper(int tone) {
    QImage page(kPage, QImage::Format_Grayscale8);
    page.fill(QColor(tone, tone, tone));
    return page;
}

void addGrain(QImage& page, Chance& chance, int most) {
    for (int y = 0; y < page.height(); ++y) {
        uchar* line = page.scanLine(y);
        for (int x = 0; x < page.width(); ++x) {
            line[x] = uchar(std::clamp(line[x] + chance.bounded(-most, most + 1), 0, 255));
        }
    }
}

void addShade(QImage& page, Chance& chance) {
    QPainter painter(&page);
    QLinearGradient shade(0, 0, chance.bounded(page.width()), page.height());
    shade.setColorAt(0, QColor(0, 0, 0, chance.bounded(80)));
    shade.setColorAt(1, QColor(0, 0, 0, 0));
    painter.fillRect(page.rect(), shade);
}

// Untouched, or as it comes from a scanner: toned, shaded, grained, with dust and a dark edge.
QImage blank(Chance& chance) {
    if (chance.bounded(5) == 0) {
        return paper(255);
    }
    QImage page = paper(chance.bounded(190, 256));
    addShade(page, chance);
    QPainter painter(&page);
    painter.setPen(Qt::NoPen);
    for (int i = chance.bounded(30); i > 0; --i) {
        painter.setBrush(QColor::fromHsv(0, 0, chance.bounded(120)));
        const double size = between(chance, 0.5, 2.5);
        painter.drawEllipse(QPointF(chance.bounded(page.width()), chance.bounded(page.height())),
                            size, size);
    }
    if (chance.bounded(3) == 0) {
        painter.fillRect(0, 0, chance.bounded(1, 12), page.height(), QColor(40, 40, 40));
    }
    painter.end();
    addGrain(page, chance, chance.bounded(1, 8));
    return page;
}

// Dots, blots or bars without any order.
QImage noise(Chance& chance) {
    QImage page = paper(255);
    const int size = 1 << chance.bounded(6);
    const int wide = size << chance.bounded(3);
    const double share = between(chance, 0.05, 0.6);
    QPainter painter(&page);
    for (int y = 0; y < page.height(); y += size) {
        for (int x = 0; x < page.width(); x += wide) {
            if (chance.generateDouble() < share) {
                const int tone = chance.bounded(200);
                painter.fillRect(x, y, wide, size, QColor(tone, tone, tone));
            }
        }
    }
    return page;
}

// Lights, bodies and edges as a camera sees them.
QImage scene(Chance& chance) {
    QImage page(kPage, QImage::Format_RGB32);
    QPainter painter(&page);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient sky(0, 0, 0, page.height());
    sky.setColorAt(0, QColor::fromHsv(chance.bounded(360), 120, 230));
    sky.setColorAt(1, QColor::fromHsv(chance.bounded(360), 140, 90));
    painter.fillRect(page.rect(), sky);
    painter.setPen(Qt::NoPen);
    for (int i = chance.bounded(20, 200); i > 0; --i) {
        const QPointF middle(chance.bounded(page.width()), chance.bounded(page.height()));
        const double size = 15 * std::exp(between(chance, 0, 3));
        QRadialGradient light(middle, 2 * size, middle - QPointF(size, size) / 2);
        light.setColorAt(0, QColor::fromHsv(chance.bounded(360), chance.bounded(200), 240));
        light.setColorAt(1, QColor::fromHsv(chance.bounded(360), chance.bounded(200), 30));
        painter.setBrush(light);
        if (chance.bounded(2) == 0) {
            painter.drawEllipse(middle, size, size * between(chance, 0.1, 1));
        } else {
            painter.save();
            painter.translate(middle);
            painter.rotate(chance.bounded(360));
            painter.drawRect(QRectF(0, 0, size, size * between(chance, 0.02, 1)));
            painter.restore();
        }
    }
    painter.end();
    page = page.convertToFormat(QImage::Format_Grayscale8);
    addGrain(page, chance, chance.bounded(2, 25));
    return page;
}

// A grid whose cells all say the same.
QImage sameWord(Chance& chance) {
    static const QStringList kWords{"0",        "the", "Total", "------", "1.00", "AAAA",
                                    "ha ha ha", "n/a", "....",  "lll",    "No",   "test"};
    const QString word = kWords[chance.bounded(kWords.size())];
    QImage page = paper(255);
    QPainter painter(&page);
    QFont font(chance.bounded(2) == 0 ? QStringLiteral("Nimbus Sans")
                                      : QStringLiteral("Nimbus Roman"));
    font.setPixelSize(chance.bounded(22, 40));
    painter.setFont(font);
    const QFontMetrics metrics(font);
    const int wide = metrics.horizontalAdvance(word) + chance.bounded(8, 120);
    const int high = metrics.height() + chance.bounded(4, 40);
    const bool isRuled = chance.bounded(2) == 0;
    for (int y = 80; y + high < page.height() - 80; y += high) {
        for (int x = 80; x + wide < page.width() - 80; x += wide) {
            const QRect cell(x, y, wide, high);
            painter.drawText(cell, Qt::AlignCenter, word);
            if (isRuled) {
                painter.drawRect(cell);
            }
        }
    }
    return page;
}

} // namespace

class EndlessPagesTest final : public QObject {
    Q_OBJECT

    EngineAnalyzer m_analyzer;

private slots:
    void initTestCase();
    void everyAnswerEnds_data();
    void everyAnswerEnds();
};

void EndlessPagesTest::initTestCase() {
    ModelChoice choice;
    choice.folder = QStringLiteral(TESSERA_SOURCE_DIR "/resources/models/nano");
    const auto model = m_analyzer.open(choice);
    QVERIFY2(model, model ? "" : qPrintable(model.error().detail));
}

void EndlessPagesTest::everyAnswerEnds_data() {
    QTest::addColumn<Draw>("draw");
    QTest::addColumn<bool>("isEmpty");
    QTest::newRow("blank") << Draw(blank) << true;
    QTest::newRow("noise") << Draw(noise) << false;
    QTest::newRow("scenes") << Draw(scene) << false;
    QTest::newRow("one word again and again") << Draw(sameWord) << false;
}

void EndlessPagesTest::everyAnswerEnds() {
    QFETCH(Draw, draw);
    QFETCH(bool, isEmpty);
    int looped = 0;
    for (int page = 0; page < runs(kShare, kAll); ++page) {
        Chance chance{quint32(page)};
        AnalysisRequest request;
        request.task = Task::Read;
        request.pages = {draw(chance)};
        const auto read = m_analyzer.run(request, [](const QString&) {}, {});
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        const bool hasEnded = read->end == AnswerEnd::Complete || read->end == AnswerEnd::Loop;
        if (!hasEnded || (isEmpty && !read->text.isEmpty())) {
            const QString picture =
                QDir::temp().filePath(QStringLiteral("endless-%1-%2.png")
                                          .arg(QString::fromLatin1(QTest::currentDataTag()))
                                          .arg(page));
            request.pages[0].save(picture);
            QFAIL(qPrintable(QStringLiteral("page %1 (%2), ended %3: %4")
                                 .arg(page)
                                 .arg(picture)
                                 .arg(int(read->end))
                                 .arg(read->text.left(200))));
        }
        looped += read->end == AnswerEnd::Loop ? 1 : 0;
    }
    qInfo("%d pages, the guard against repetition ended %d", runs(kShare, kAll), looped);
}

QTEST_MAIN(EndlessPagesTest)
#include "tst_endless_pages.moc"

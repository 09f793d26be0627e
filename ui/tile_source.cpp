// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tile_source.h"

#include "app/off_thread.h"
#include "app/reading/reading_plan.h"
#include "app/reading/text_size.h"

namespace ui {

namespace {

constexpr std::chrono::milliseconds kSettle(120);
constexpr int kMostKnown = 200;
const QRectF kWholePage(0, 0, 1, 1);

// What one request gets; a page of many rows is read in several.
void addPicture(TileView& view, const app::TilePlan& plan) {
    view.plan.tileEdge = plan.tileEdge;
    view.plan.patchSize = plan.patchSize;
    view.plan.images += plan.images.first();
    view.plan.visualTokens += plan.images.first().tokens;
}

QRectF regionOf(const app::PagePart& part) {
    return part.region.isNull() ? kWholePage : part.region;
}

// Any thread.
app::Result<QImage> pictureOf(const app::Document& document, const app::PagePart& part,
                              const std::stop_token& stop) {
    const auto picture = part.region.isNull()
                             ? app::pagePicture(document, part.page, stop)
                             : app::regionPicture(document, part.page, part.region, stop);
    return picture.map([](const app::PagePicture& made) { return made.image; });
}

} // namespace

bool TileSource::Wish::packs() const {
    return kind == TileKind::AsRead && model.card.readingMode == app::ReadingMode::PackedRows;
}

TileView TileSource::wholePicture(const QImage& picture, const QVector<QSize>& company,
                                  const Wish& wish) {
    TileView view;
    addPicture(view, wish.model.planner(QVector<QSize>{picture.size()} + company));
    const QSize overview = view.plan.images.first().global.size().toSize().expandedTo({1, 1});
    view.images = {picture.scaled(overview, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)};
    return view;
}

app::Result<TileView> TileSource::packedRows(const QImage& picture, const Wish& wish) {
    TileView view;
    view.packed = true;
    const auto reading = app::makeReadingPlan(picture, wish.model.card);
    if (!reading) {
        return tl::unexpected(reading.error());
    }
    int tilesBefore = 0;
    for (const app::ReadingPart& part : reading->parts) {
        addPicture(view, wish.model.planner({part.picture.size()}));
        for (const app::PackedRow& row : part.rows) {
            const int tile = tilesBefore + int(row.target.top()) / view.plan.tileEdge + 1;
            const QRectF line = reading->toPage(QRectF(reading->lines.lines[row.line].box));
            view.rows.append({wish.part.onPage(reading->toPage(QRectF(row.source))),
                              wish.part.onPage(line), tile});
        }
        tilesBefore += part.picture.height() / view.plan.tileEdge;
        view.images.append(part.picture);
    }
    return view;
}

// Of the parts that can be rendered; the others fail when they are asked about.
QVector<app::TilePlacement> TileSource::companyColumns(const app::Document& document,
                                                       const Wish& wish,
                                                       const std::stop_token& stop) {
    QVector<app::TilePlacement> columns;
    for (const app::PagePart& part : wish.company) {
        const auto picture = pictureOf(document, part, stop);
        if (!picture || picture->isNull()) {
            continue;
        }
        Wish alone = wish;
        alone.part = part;
        if (const app::Result<TileView> rows = packedRows(*picture, alone)) {
            columns += rows->plan.images;
        }
    }
    return columns;
}

// Any thread.
app::Result<TileView> TileSource::plan(const app::Document& document, const Wish& wish,
                                       const std::stop_token& stop) {
    const app::Result<QImage> picture = pictureOf(document, wish.part, stop);
    if (!picture) {
        return tl::unexpected(picture.error());
    }
    TileView view;
    if (!picture->isNull() && wish.packs()) {
        const app::Result<TileView> rows = packedRows(*picture, wish);
        if (!rows) {
            return rows;
        }
        view = *rows;
        view.companyColumns =
            wish.companyColumns ? *wish.companyColumns : companyColumns(document, wish, stop);
    } else if (!picture->isNull()) {
        view = wholePicture(*picture, app::partSizes(document, wish.company), wish);
    }
    view.page = wish.part.page;
    view.region = wish.part.region;
    return view;
}

TileSource::TileSource(QObject* parent)
    : QObject(parent) {
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettle);
    connect(&m_settle, &QTimer::timeout, this, &TileSource::work);
}

void TileSource::setDocument(std::shared_ptr<const app::Document> document) {
    m_document = std::move(document);
    forget();
}

void TileSource::setModel(const std::optional<app::ModelDescription>& model) {
    m_model = model;
    forget();
}

void TileSource::setKind(TileKind kind) {
    if (kind != m_kind) {
        m_kind = kind;
        forget();
    }
}

void TileSource::setCompany(const QVector<app::PagePart>& company) {
    if (company != m_company) {
        m_company = company;
        forget();
    }
}

void TileSource::forget() {
    m_working.request_stop();
    m_settle.stop();
    m_known.clear();
    m_companyColumns.reset();
    m_isWorking = false;
    m_isBehind = false;
    ++m_generation;
}

TileSource::Wish TileSource::wishFor(const app::PagePart& part) const {
    return {*m_model, m_kind, part, m_company, m_companyColumns};
}

void TileSource::show(const app::PagePart& part) {
    m_part = part;
    m_following = false;
    const auto known = part.region.isNull() ? m_known.constFind(part.page) : m_known.cend();
    if (!m_document || !m_model) {
        emit unavailable();
    } else if (known != m_known.cend()) {
        emit ready(*known);
    } else {
        m_settle.start();
    }
}

void TileSource::follow(const app::PagePart& part) {
    m_part = part;
    m_following = true;
    m_settle.stop();
    if (!m_document || !m_model) {
        return;
    }
    if (wishFor(part).packs()) {
        m_isBehind = m_isWorking;
        if (!m_isWorking) {
            work();
        }
        return;
    }
    TileView view;
    view.page = part.page;
    view.region = part.region;
    const QVector<app::PagePart> parts = QVector<app::PagePart>{part} + m_company;
    addPicture(view, m_model->planner(app::partSizes(*m_document, parts)));
    emit ready(view);
}

void TileSource::work() {
    m_working.request_stop();
    m_working = std::stop_source();
    m_isWorking = true;
    m_isBehind = false;
    app::runOffThread(
        this,
        [document = m_document, wish = wishFor(m_part), stop = m_working.get_token()] {
            return plan(*document, wish, stop);
        },
        [this, part = m_part, generation = m_generation,
         stop = m_working.get_token()](const app::Result<TileView>& view) {
            if (generation == m_generation && !stop.stop_requested()) {
                m_isWorking = false;
                take(part, view);
            }
        });
}

void TileSource::take(const app::PagePart& part, const app::Result<TileView>& view) {
    if (!view) {
        emit unavailable();
    } else {
        if (view->packed) {
            m_companyColumns = view->companyColumns;
        }
        if (m_known.size() >= kMostKnown) {
            m_known.clear();
        }
        if (part.region.isNull()) {
            m_known.insert(part.page, *view);
        }
        if (part == m_part || (m_following && part.page == m_part.page && !part.region.isNull())) {
            emit ready(*view);
        }
        if (part == m_part) {
            measureText(*view);
        }
    }
    if (m_following && m_isBehind) {
        work();
    }
}

// Finding lines takes longer than planning tiles, so it comes after.
void TileSource::measureText(const TileView& view) {
    if (view.packed || view.plan.images.isEmpty()) {
        return;
    }
    app::runOffThread(
        this,
        [document = m_document, part = m_part, placed = view.plan.images.first(),
         stop = m_working.get_token()] {
            const app::Result<QImage> picture = pictureOf(*document, part, stop);
            return picture && !picture->isNull() && !stop.stop_requested()
                       ? app::smallestTextHeight(document->words(part.page), regionOf(part),
                                                 *picture) *
                             placed.local.height() / placed.image.height()
                       : 0.0;
        },
        [this, part = m_part, view, generation = m_generation](double pixels) {
            if (generation != m_generation || !(part == m_part) || pixels <= 0) {
                return;
            }
            TileView measured = view;
            measured.smallestText = pixels;
            if (part.region.isNull()) {
                m_known.insert(part.page, measured);
            }
            emit ready(measured);
        });
}

void TileSource::inspect(const app::PagePart& part) {
    if (!m_document || !m_model || !m_model->cutter) {
        return;
    }

    struct Cut {
        TileView view;
        QVector<QImage> tiles;
    };

    app::runOffThread(
        this,
        [document = m_document, wish = wishFor(part)]() -> app::Result<Cut> {
            return plan(*document, wish, {})
                .and_then([&](const TileView& view) -> app::Result<Cut> {
                    Cut made{view, {}};
                    if (view.packed) {
                        for (const QImage& column : view.images) {
                            made.tiles += wish.model.cutter(column, {});
                        }
                        return made;
                    }
                    return pictureOf(*document, wish.part, {}).map([&](const QImage& picture) {
                        made.tiles =
                            wish.model.cutter(picture, app::partSizes(*document, wish.company));
                        return made;
                    });
                });
        },
        [this, generation = m_generation](const app::Result<Cut>& made) {
            if (made && generation == m_generation) {
                emit cut(made->view, made->tiles);
            }
        });
}

} // namespace ui

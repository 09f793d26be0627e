// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tile_source.h"

#include "app/off_thread.h"
#include "app/reading/reading_plan.h"

namespace ui {

namespace {

constexpr std::chrono::milliseconds kSettle(120);
constexpr int kMostKnown = 200;

// What one request gets; a page of many rows is read in several.
void addPicture(TileView& view, const app::TilePlan& plan) {
    view.plan.tileEdge = plan.tileEdge;
    view.plan.patchSize = plan.patchSize;
    view.plan.images += plan.images;
    view.plan.visualTokens += plan.visualTokens;
}

TileView wholePage(const QImage& picture, const app::TilePlanner& planner) {
    TileView view;
    addPicture(view, planner({picture.size()}));
    const QSize overview = view.plan.images.first().global.size().toSize().expandedTo({1, 1});
    view.images = {picture.scaled(overview, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)};
    return view;
}

TileView packedRows(const app::ReadingPlan& reading, const app::TilePlanner& planner) {
    TileView view;
    view.packed = true;
    int tilesBefore = 0;
    for (const app::ReadingPart& part : reading.parts) {
        addPicture(view, planner({part.picture.size()}));
        for (const app::PackedRow& row : part.rows) {
            const int tile = tilesBefore + int(row.target.top()) / view.plan.tileEdge + 1;
            const QRectF line = reading.toPage(QRectF(reading.lines.lines[row.line].box));
            view.rows.append({reading.toPage(QRectF(row.source)), line, tile});
        }
        tilesBefore += part.picture.height() / view.plan.tileEdge;
        view.images.append(part.picture);
    }
    return view;
}

// Any thread.
app::Result<TileView> planPage(const app::Document& document, int page,
                               const app::ModelDescription& model, TileKind kind,
                               const std::stop_token& stop) {
    const app::Result<app::PagePicture> picture = app::pagePicture(document, page, stop);
    if (!picture) {
        return tl::unexpected(picture.error());
    }
    TileView view;
    if (!picture->image.isNull() && kind == TileKind::AsRead &&
        model.card.readingMode == app::ReadingMode::PackedRows) {
        const app::Result<app::ReadingPlan> reading =
            app::makeReadingPlan(picture->image, model.card);
        if (!reading) {
            return tl::unexpected(reading.error());
        }
        view = packedRows(*reading, model.planner);
    } else if (!picture->image.isNull()) {
        view = wholePage(picture->image, model.planner);
    }
    view.page = page;
    return view;
}

} // namespace

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

void TileSource::forget() {
    m_working.request_stop();
    m_settle.stop();
    m_known.clear();
    ++m_generation;
}

void TileSource::show(int page) {
    m_page = page;
    if (!m_document || !m_model) {
        emit unavailable();
    } else if (const auto known = m_known.constFind(page); known != m_known.cend()) {
        emit ready(*known);
    } else {
        m_settle.start();
    }
}

void TileSource::work() {
    m_working.request_stop();
    m_working = std::stop_source();
    app::runOffThread(
        this,
        [document = m_document, page = m_page, model = *m_model, kind = m_kind,
         stop = m_working.get_token()] { return planPage(*document, page, model, kind, stop); },
        [this, page = m_page, generation = m_generation,
         stop = m_working.get_token()](const app::Result<TileView>& view) {
            if (generation != m_generation || stop.stop_requested()) {
                return;
            }
            if (!view) {
                emit unavailable();
                return;
            }
            if (m_known.size() >= kMostKnown) {
                m_known.clear();
            }
            m_known.insert(page, *view);
            if (page == m_page) {
                emit ready(*view);
            }
        });
}

} // namespace ui

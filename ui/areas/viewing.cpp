// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/areas/viewing.h"

#include <QActionGroup>
#include <QMainWindow>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

const app::Setting<int> kMouseMode{"window/mouseMode", 0};
const app::Setting<int> kPageColors{"window/pageColors", 0};
constexpr double kZoomStep = 1.25;

} // namespace

Viewing::Viewing(Workspace& work)
    : m_work(work)
    , m_pages(work.pages())
    , m_zoomButton(new QToolButton(&work.window())) {
    m_zoomButton->setObjectName(QStringLiteral("zoomButton"));
    m_zoomButton->setAccessibleName(tr("Zoom"));
    m_zoomButton->setToolTip(tr("Actual size (Ctrl+0)"));
    m_zoomButton->setAutoRaise(true);
    m_zoomButton->setFixedWidth(
        m_zoomButton->fontMetrics().horizontalAdvance(QStringLiteral("0000 %")) + 12);
    connect(&m_pages, &PageView::zoomChanged, this, &Viewing::showZoom);
    connect(&m_pages, &PageView::mouseModeChanged, this, &Viewing::setMouseMode);
    connect(&work, &Workspace::changed, this, &Viewing::updateActions);
}

void Viewing::connectActions() {
    ActionTable& actions = m_work.actions();
    connect(m_zoomButton, &QToolButton::clicked, actions["actualSize"], &QAction::trigger);
    actions.makeExclusive({"colorsOriginal", "colorsDark", "colorsSepia"});
    actions.makeExclusive({"mouseBrowse", "mouseSelect", "mouseRegion"});
    const bool selects = m_work.settings().value(kMouseMode) == int(MouseMode::Select);
    m_pages.setMouseMode(selects ? MouseMode::Select : MouseMode::Browse);
    setMouseMode(m_pages.mouseMode());
    const int colors = m_work.settings().value(kPageColors);
    setPageColors(app::PageColors(std::clamp(colors, 0, int(app::PageColors::Sepia))));
}

void Viewing::keep() {
    m_work.settings().set(kMouseMode, int(m_pages.mouseMode()));
    m_work.settings().set(kPageColors, int(m_pages.pageColors()));
}

QVector<ActionRow> Viewing::zoomRows() {
    return {
        {"zoomIn", tr("Zoom &In"), "zoom-in",
         QKeySequence::keyBindings(QKeySequence::ZoomIn) << QKeySequence(Qt::CTRL | Qt::Key_Equal),
         [this] {
             m_pages.zoomBy(kZoomStep);
         }},
        {"zoomOut", tr("Zoom &Out"), "zoom-out", QKeySequence::keyBindings(QKeySequence::ZoomOut),
         [this] {
             m_pages.zoomBy(1 / kZoomStep);
         }},
        {"actualSize",
         tr("&Actual Size"),
         {},
         {QKeySequence(Qt::CTRL | Qt::Key_0)},
         [this] {
             m_pages.zoomBy(1 / m_pages.zoom());
         }},
        {"fitWidth",
         tr("Fit &Width"),
         "fit-width",
         {QKeySequence(Qt::CTRL | Qt::Key_8)},
         [this] { m_pages.setZoomMode(ZoomMode::FitWidth); },
         {},
         true},
        {"fitPage",
         tr("Fit &Page"),
         "fit-page",
         {QKeySequence(Qt::CTRL | Qt::Key_9)},
         [this] { m_pages.setZoomMode(ZoomMode::FitPage); },
         {},
         true},
    };
}

// The keys are Okular's for the same tools.
QVector<ActionRow> Viewing::mouseRows() {
    return {
        {"mouseBrowse",
         tr("Brows&e"),
         "hand",
         {QKeySequence(Qt::CTRL | Qt::Key_1)},
         [this] { m_pages.setMouseMode(MouseMode::Browse); },
         tr("Move the pages with the mouse"),
         true},
        {"mouseSelect",
         tr("&Select Text"),
         "select-text",
         {QKeySequence(Qt::CTRL | Qt::Key_4)},
         [this] { m_pages.setMouseMode(MouseMode::Select); },
         tr("Select text with the mouse"),
         true},
        {"mouseRegion",
         tr("Select a Re&gion"),
         "region",
         {QKeySequence(Qt::CTRL | Qt::Key_3)},
         [this] {
             m_pages.setMouseMode(MouseMode::Region);
             m_pages.setFocus();
         },
         tr("Draw a rectangle and ask about it alone"),
         true},
    };
}

QVector<ActionRow> Viewing::turnRows() {
    return {
        {"turnRight",
         tr("Turn &Right"),
         {},
         {QKeySequence(Qt::CTRL | Qt::Key_BracketRight)},
         [this] {
             m_pages.setTurns((m_pages.turns() + 1) % 4);
         }},
        {"turnLeft",
         tr("Turn Le&ft"),
         {},
         {QKeySequence(Qt::CTRL | Qt::Key_BracketLeft)},
         [this] {
             m_pages.setTurns((m_pages.turns() + 3) % 4);
         }},
    };
}

QVector<ActionRow> Viewing::colorRows() {
    const auto row = [this](const char* name, const QString& text, app::PageColors colors) {
        return ActionRow{name, text, {}, {}, [this, colors] { setPageColors(colors); }, {}, true};
    };
    return {row("colorsOriginal", tr("&As They Are"), app::PageColors::Original),
            row("colorsDark", tr("&Dark"), app::PageColors::Dark),
            row("colorsSepia", tr("&Sepia"), app::PageColors::Sepia)};
}

void Viewing::setPageColors(app::PageColors colors) {
    m_pages.setPageColors(colors);
    const char* names[] = {"colorsOriginal", "colorsDark", "colorsSepia"};
    m_work.actions()[names[int(colors)]]->setChecked(true);
    emit pageColorsChanged(colors);
}

void Viewing::setMouseMode(MouseMode mode) {
    m_work
        .actions()[mode == MouseMode::Select   ? "mouseSelect"
                   : mode == MouseMode::Region ? "mouseRegion"
                                               : "mouseBrowse"]
        ->setChecked(true);
}

void Viewing::showZoom() {
    const int percent = int(std::lround(m_pages.zoom() * 100));
    m_zoomButton->setText(m_work.current() ? tr("%1 %").arg(percent) : QString());
    m_work.actions()["fitWidth"]->setChecked(m_pages.zoomMode() == ZoomMode::FitWidth);
    m_work.actions()["fitPage"]->setChecked(m_pages.zoomMode() == ZoomMode::FitPage);
}

void Viewing::updateActions() {
    const bool open = m_work.current() != nullptr;
    m_work.actions().setEnabled({{"zoomIn", open},
                                 {"zoomOut", open},
                                 {"actualSize", open},
                                 {"fitWidth", open},
                                 {"fitPage", open},
                                 {"turnLeft", open},
                                 {"turnRight", open},
                                 {"mouseRegion", open}});
    showZoom();
}

} // namespace ui

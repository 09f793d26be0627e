// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page_strip.h"

#include "ui/theme.h"

#include <QAbstractListModel>
#include <QEvent>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <utility>

namespace ui {

// One row per page; what a row looks like is the delegate's affair.
class PageListModel final : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    void setDocument(std::shared_ptr<const app::Document> document) {
        beginResetModel();
        m_document = std::move(document);
        endResetModel();
    }

    int rowCount(const QModelIndex& parent) const override {
        return m_document && !parent.isValid() ? m_document->pageCount() : 0;
    }

    QVariant data(const QModelIndex& index, int role) const override {
        if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) {
            return spoken(index.row());
        }
        return role == Qt::DisplayRole ? QVariant(QString::number(index.row() + 1)) : QVariant();
    }

    void pageChanged(int page) { emit dataChanged(index(page), index(page)); }

    PageState state(int page) const { return m_states.value(page, PageState::Plain); }

    void setStates(const QHash<int, PageState>& states) {
        const QHash<int, PageState> before = std::exchange(m_states, states);
        for (auto page = before.cbegin(); page != before.cend(); ++page) {
            pageChanged(page.key());
        }
        for (auto page = m_states.cbegin(); page != m_states.cend(); ++page) {
            pageChanged(page.key());
        }
    }

private:
    QString spoken(int page) const {
        switch (state(page)) {
        case PageState::Working:
            return PageStrip::tr("Page %1, being worked on").arg(page + 1);
        case PageState::Read:
            return PageStrip::tr("Page %1, read").arg(page + 1);
        case PageState::Flagged:
            return PageStrip::tr("Page %1, not read to its end").arg(page + 1);
        default:
            return PageStrip::tr("Page %1").arg(page + 1);
        }
    }

    QHash<int, PageState> m_states;
    std::shared_ptr<const app::Document> m_document;
};

namespace {

constexpr quint64 kFirstSlot = quint64(1) << 40; // after every page of the page view
constexpr int kPictureWidth = 96;
constexpr int kPictureHeight = 128;
constexpr int kNumberHeight = 22;
constexpr double kStateOffset = 32; // of the sign beside the number
constexpr int kFiner = 2;           // rendered finer and scaled down, thin lines stay thin

QSize pictureSize(const QSizeF& points) {
    return points.scaled(QSizeF(kPictureWidth, kPictureHeight), Qt::KeepAspectRatio)
        .toSize()
        .expandedTo(QSize(1, 1));
}

class PageDelegate final : public QStyledItemDelegate {
public:
    PageDelegate(const PageImages& images, const std::shared_ptr<const app::Document>& document,
                 const PageListModel& model, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_images(images)
        , m_model(model)
        , m_document(document) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        return {kPictureWidth + 2 * kGap,
                pictureSize(m_document->pageSize(index.row())).height() + kNumberHeight + 2 * kGap};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Colors& colors = colorsOf(option.palette);
        const bool current = option.state & QStyle::State_Selected;
        painter->save();
        painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        // The scroll bar is the margin on the other side.
        const QRectF row = QRectF(option.rect).adjusted(kMargin, 2, 0, -2);
        if (current || option.state & QStyle::State_MouseOver) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(current ? colors.accentSoft : colors.hover);
            painter->drawRoundedRect(row, kRadius, kRadius);
        }
        if (current && option.state & QStyle::State_KeyboardFocusChange &&
            option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(colors.accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(row.adjusted(1, 1, -1, -1), kRadius - 1, kRadius - 1);
        }
        QRectF picture(QPointF(), pictureSize(m_document->pageSize(index.row())));
        picture.moveCenter({row.center().x(), 0});
        picture.moveTop(row.top() + kGap - 2);
        paintPicture(painter, picture, m_images.image(index.row()));
        painter->setPen(QPen(current ? colors.accent : colors.border, current ? 2 : 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(picture);
        painter->setPen(current ? colors.text : colors.textSecondary);
        painter->setFont(fontOf(TextSize::Body, current ? TextWeight::Strong : TextWeight::Normal));
        painter->drawText(QRectF(row.left(), picture.bottom() + 2, row.width(), kNumberHeight),
                          Qt::AlignCenter, QString::number(index.row() + 1));
        paintState(
            painter,
            QPointF(row.center().x() + kStateOffset, picture.bottom() + 2 + kNumberHeight / 2.0),
            m_model.state(index.row()), colors);
        painter->restore();
    }

private:
    // A sign for each, so that none depends on its colour.
    static void paintState(QPainter* painter, const QPointF& at, PageState state,
                           const Colors& colors) {
        painter->setBrush(Qt::NoBrush);
        QPen pen(state == PageState::Flagged ? colors.warning
                 : state == PageState::Read  ? colors.accent
                                             : colors.textSecondary,
                 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        painter->setPen(pen);
        if (state == PageState::Read) {
            painter->drawPolyline(
                QPolygonF({at + QPointF(-4, 0), at + QPointF(-1, 3), at + QPointF(5, -4)}));
        } else if (state == PageState::Flagged) {
            painter->drawPolygon(
                QPolygonF({at + QPointF(0, -5), at + QPointF(5.5, 4.5), at + QPointF(-5.5, 4.5)}));
            painter->drawLine(at + QPointF(0, -1), at + QPointF(0, 1));
        } else if (state == PageState::Working) {
            for (const double x : {-5.0, 0.0, 5.0}) {
                painter->drawPoint(at + QPointF(x, 0));
            }
        }
    }

    void paintPicture(QPainter* painter, const QRectF& rect, const QImage& image) const {
        painter->fillRect(rect, app::paperColor(m_images.colors()));
        if (!image.isNull()) {
            painter->drawImage(rect, image);
        }
    }

    const PageImages& m_images;
    const PageListModel& m_model;
    const std::shared_ptr<const app::Document>& m_document;
};

} // namespace

PageStrip::PageStrip(app::PageRenderer& renderer, QWidget* parent)
    : QWidget(parent)
    , m_images(renderer, kFirstSlot)
    , m_model(new PageListModel(this))
    , m_list(new QListView(this)) {
    setObjectName(QStringLiteral("pageStrip"));

    m_list->setObjectName(QStringLiteral("pageList"));
    m_list->setAccessibleName(tr("Pages"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PageDelegate(m_images, m_document, *m_model, this));
    m_list->viewport()->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, kUnit, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);

    m_request.setSingleShot(true);
    m_request.setInterval(30);
    connect(&m_request, &QTimer::timeout, this, &PageStrip::requestImages);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this,
            [this] { m_request.start(); });
    connect(&m_images, &PageImages::changed, m_model, &PageListModel::pageChanged);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                if (current.isValid()) {
                    emit pageChosen(current.row());
                }
            });
}

void PageStrip::setDocument(std::shared_ptr<const app::Document> document) {
    m_images.setDocument(document);
    m_document = std::move(document);
    m_model->setDocument(m_document);
    m_request.start();
}

void PageStrip::setStates(const QHash<int, PageState>& states) {
    m_model->setStates(states);
}

PageState PageStrip::state(int page) const {
    return m_model->state(page);
}

void PageStrip::setColors(app::PageColors colors) {
    m_images.setColors(colors);
    m_request.start();
}

void PageStrip::setCurrentPage(int page) {
    const QSignalBlocker quiet(this);
    const QModelIndex index = m_model->index(page);
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void PageStrip::requestImages() {
    if (!m_document || !isVisible()) {
        return;
    }
    QVector<WantedPage> wanted;
    const QRect seen = m_list->viewport()->rect();
    const QModelIndex top = m_list->indexAt(QPoint(seen.center().x(), seen.top() + kGap));
    for (int page = std::max(0, top.row()); page < m_document->pageCount(); ++page) {
        if (m_list->visualRect(m_model->index(page)).top() > seen.bottom()) {
            break;
        }
        wanted.append(
            {page, pictureSize(m_document->pageSize(page)) * kFiner * devicePixelRatioF()});
    }
    m_images.want(wanted);
}

bool PageStrip::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show) {
        m_request.start();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page_strip.h"

#include "ui/theme.h"

#include <QAbstractListModel>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

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
        if (role == Qt::AccessibleTextRole) {
            return PageStrip::tr("Page %1").arg(index.row() + 1);
        }
        return role == Qt::DisplayRole ? QVariant(QString::number(index.row() + 1)) : QVariant();
    }

    void pageChanged(int page) { emit dataChanged(index(page), index(page)); }

private:
    std::shared_ptr<const app::Document> m_document;
};

namespace {

constexpr quint64 kFirstSlot = quint64(1) << 40; // after every page of the page view
constexpr int kHeaderHeight = 44;
constexpr int kPictureWidth = 96;
constexpr int kPictureHeight = 128;
constexpr int kNumberHeight = 22;
constexpr int kFiner = 2; // rendered finer and scaled down, thin lines stay thin

QSize pictureSize(const QSizeF& points) {
    return points.scaled(QSizeF(kPictureWidth, kPictureHeight), Qt::KeepAspectRatio)
        .toSize()
        .expandedTo(QSize(1, 1));
}

class PageDelegate final : public QStyledItemDelegate {
public:
    PageDelegate(const PageImages& images, const std::shared_ptr<const app::Document>& document,
                 QObject* parent)
        : QStyledItemDelegate(parent)
        , m_images(images)
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
        painter->restore();
    }

private:
    static void paintPicture(QPainter* painter, const QRectF& rect, const QImage& image) {
        painter->fillRect(rect, Qt::white);
        if (!image.isNull()) {
            painter->drawImage(rect, image);
        }
    }

    const PageImages& m_images;
    const std::shared_ptr<const app::Document>& m_document;
};

} // namespace

PageStrip::PageStrip(app::PageRenderer& renderer, QWidget* parent)
    : QWidget(parent)
    , m_images(renderer, kFirstSlot)
    , m_model(new PageListModel(this))
    , m_list(new QListView(this))
    , m_count(new QLabel(this)) {
    setObjectName(QStringLiteral("pageStrip"));
    auto* title = new QLabel(tr("Pages"), this);
    title->setFont(fontOf(TextSize::Title, TextWeight::Strong));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto* header = new QHBoxLayout;
    header->setContentsMargins(kMargin, 0, kMargin, 0);
    header->addWidget(title, 1);
    header->addWidget(m_count);
    title->setFixedHeight(kHeaderHeight);

    m_list->setObjectName(QStringLiteral("pageList"));
    m_list->setAccessibleName(tr("Pages"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PageDelegate(m_images, m_document, this));
    m_list->viewport()->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(header);
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
    m_count->setText(m_document ? QLocale().toString(m_document->pageCount()) : QString());
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

void PageStrip::paintEvent(QPaintEvent*) {
    const Colors& colors = colorsOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.panel);
    painter.fillRect(0, kHeaderHeight - 1, width(), 1, colors.border);
}

} // namespace ui

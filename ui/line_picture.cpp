// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/line_picture.h"

#include "app/documents/page_picture.h"
#include "app/off_thread.h"
#include "ui/theme.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int kHeight = 72;
constexpr double kAround = 0.5; // of the line's height, above and below it
constexpr double kUnderline = 3;

QRectF scaled(const QRectF& part, const QSizeF& size) {
    return {part.left() * size.width(), part.top() * size.height(), part.width() * size.width(),
            part.height() * size.height()};
}

} // namespace

LinePicture::LinePicture(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("linePicture"));
    setAccessibleName(tr("Picture of the line"));
    setFixedHeight(kHeight);
}

LinePicture::~LinePicture() {
    m_rendering.request_stop();
}

void LinePicture::setDocument(std::shared_ptr<const app::Document> document) {
    m_rendering.request_stop();
    m_document = std::move(document);
    m_picture = {};
    m_pictured = -1;
    m_page = -1;
    update();
}

void LinePicture::showLine(int page, const QRectF& line, const QRectF& word) {
    m_line = line;
    m_word = word;
    if (page != m_page && !line.isNull()) {
        m_page = page;
        render();
    }
    update();
}

void LinePicture::render() {
    m_rendering.request_stop();
    m_rendering = std::stop_source();
    app::runOffThread(
        this,
        [document = m_document, page = m_page, stop = m_rendering.get_token()] {
            return app::pagePicture(*document, page, stop);
        },
        [this, page = m_page,
         stop = m_rendering.get_token()](const app::Result<app::PagePicture>& picture) {
            if (!stop.stop_requested() && picture) {
                m_picture = picture->image;
                m_pictured = page;
                update();
            }
        });
}

// The line with a little around it; more at the sides where the widget is wider than the line.
QRectF LinePicture::shownPart() const {
    if (!hasPicture() || m_line.isNull()) {
        return {};
    }
    QRectF part = scaled(m_line, m_picture.size());
    const double around = part.height() * kAround;
    part.adjust(-around, -around, around, around);
    const double wanted = part.height() * width() / height();
    if (part.width() < wanted) {
        part.setWidth(wanted); // lines begin at the left
    } else if (!m_word.isNull()) {
        // Too long to be read as a whole: the part around the word.
        const double middle = scaled(m_word, m_picture.size()).center().x();
        const double most = part.right() - wanted;
        part.moveLeft(std::clamp(middle - wanted / 2, part.left(), std::max(part.left(), most)));
        part.setWidth(wanted);
    }
    return part;
}

void LinePicture::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    const QRectF part = shownPart();
    if (part.isNull()) {
        painter.setPen(colorsOf(ColorScheme::Light).textSecondary);
        const QString why =
            m_line.isNull() ? tr("The place of this line is not known.") : QString();
        painter.drawText(rect(), Qt::AlignCenter, why);
    } else {
        const double scale = std::min(width() / part.width(), height() / part.height());
        const QRectF target(0, (height() - part.height() * scale) / 2, part.width() * scale,
                            part.height() * scale);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(target, m_picture, part);
        if (!m_word.isNull()) {
            const QRectF word = scaled(m_word, m_picture.size()).translated(-part.topLeft());
            const QRectF line(target.left() + word.left() * scale,
                              target.top() + word.bottom() * scale + 2, word.width() * scale,
                              kUnderline);
            painter.fillRect(line, colorsOf(ColorScheme::Light).warning);
        }
    }
    painter.fillRect(0, height() - 1, width(), 1, colorsOf(palette()).border);
}

} // namespace ui

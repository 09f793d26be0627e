// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/pdf_page_place.h"

#include <algorithm>

namespace app {

namespace {

using Object = QPDFObjectHandle;

Object::Rectangle ordered(const Object::Rectangle& box) {
    return {std::min(box.llx, box.urx), std::min(box.lly, box.ury), std::max(box.llx, box.urx),
            std::max(box.lly, box.ury)};
}

bool hasArea(const Object::Rectangle& box) {
    return box.urx > box.llx && box.ury > box.lly;
}

Object::Rectangle paperOf(QPDFPageObjectHelper& page) {
    const Object::Rectangle paper = ordered(page.getMediaBox().getArrayAsRectangle());
    return hasArea(paper) ? paper : Object::Rectangle(0, 0, 612, 792); // as readers take it
}

Object::Rectangle shownPart(QPDFPageObjectHelper& page) {
    const Object::Rectangle paper = paperOf(page);
    const Object::Rectangle crop = ordered(page.getCropBox().getArrayAsRectangle());
    const Object::Rectangle both(std::max(paper.llx, crop.llx), std::max(paper.lly, crop.lly),
                                 std::min(paper.urx, crop.urx), std::min(paper.ury, crop.ury));
    return hasArea(both) ? both : paper;
}

int quarterTurns(QPDFPageObjectHelper& page) {
    Object rotate = page.getAttribute("/Rotate", false);
    const int degrees = rotate.isInteger() ? rotate.getIntValueAsInt() : 0;
    return ((degrees / 90) % 4 + 4) % 4;
}

} // namespace

PdfPagePlace::PdfPagePlace(QPDFPageObjectHelper& page)
    : m_shown(shownPart(page))
    , m_turns(quarterTurns(page)) {}

QPointF PdfPagePlace::at(const QPointF& shown) const {
    const double width = m_shown.urx - m_shown.llx;
    const double height = m_shown.ury - m_shown.lly;
    switch (m_turns) {
    case 1:
        return {m_shown.llx + shown.y() * width, m_shown.lly + shown.x() * height};
    case 2:
        return {m_shown.urx - shown.x() * width, m_shown.lly + shown.y() * height};
    case 3:
        return {m_shown.urx - shown.y() * width, m_shown.ury - shown.x() * height};
    default:
        return {m_shown.llx + shown.x() * width, m_shown.ury - shown.y() * height};
    }
}

QRectF PdfPagePlace::rect(const QRectF& shown) const {
    return QRectF(at(shown.topLeft()), at(shown.bottomRight())).normalized();
}

QSizeF PdfPagePlace::size() const {
    const QSizeF size(m_shown.urx - m_shown.llx, m_shown.ury - m_shown.lly);
    return m_turns % 2 == 0 ? size : size.transposed();
}

} // namespace app

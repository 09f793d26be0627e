// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icons.h"

#include "ui/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

namespace ui {

namespace {

enum class Ink { Plain, OnAccent, Warning };

class LineIcon final : public QIconEngine {
public:
    LineIcon(QByteArray svg, Ink ink)
        : m_svg(std::move(svg))
        , m_ink(ink) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode,
               QIcon::State state) override {
        QByteArray svg = m_svg;
        svg.replace("currentColor", color(mode, state).name().toLatin1());
        QSvgRenderer renderer(svg);
        const int edge = std::min(rect.width(), rect.height());
        QRect square(0, 0, edge, edge);
        square.moveCenter(rect.center());
        renderer.render(painter, square);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new LineIcon(*this); }

private:
    QColor color(QIcon::Mode mode, QIcon::State state) const {
        const Colors& colors = colorsOf(QGuiApplication::palette());
        if (mode == QIcon::Disabled) {
            return colors.textDisabled;
        }
        if (m_ink == Ink::OnAccent || mode == QIcon::Selected) { // rows are selected in the accent
            return colors.onAccent;
        }
        if (m_ink == Ink::Warning) {
            return colors.warning;
        }
        return state == QIcon::On ? colors.accent : colors.textSecondary;
    }

    QByteArray m_svg;
    Ink m_ink;
};

QIcon lineIcon(const QString& name, Ink ink) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    const bool found = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(found, "ui::icon", qPrintable(name));
    return found ? QIcon(new LineIcon(file.readAll(), ink)) : QIcon();
}

} // namespace

QIcon icon(const QString& name) {
    return lineIcon(name, Ink::Plain);
}

QIcon iconOnAccent(const QString& name) {
    return lineIcon(name, Ink::OnAccent);
}

QIcon warningIcon() {
    return lineIcon(QStringLiteral("warning"), Ink::Warning);
}

QIcon applicationIcon() {
    return QIcon(QStringLiteral(":/icons/tessera.svg"));
}

} // namespace ui

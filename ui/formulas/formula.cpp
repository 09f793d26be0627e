// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formulas/formula.h"

#include <QDir>
#include <QFont>
#include <QFontDatabase>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr int kGlyphPixels = 64; // fonts come in whole pixels; what is shown is scaled from this
constexpr double kThinnestRule = 0.9;
constexpr double kLargest = 1000; // ems; more is a formula gone wrong
constexpr int kMostMarks = 20'000;

// "Math-Italic" as the font that was loaded from the program's own resources.
QFont fontOf(const QString& name) {
    static const QHash<QString, QString> families = [] {
        QHash<QString, QString> loaded;
        const QDir folder(QStringLiteral(":/katex"));
        for (const QString& file : folder.entryList({QStringLiteral("*.ttf")})) {
            const int id = QFontDatabase::addApplicationFont(folder.filePath(file));
            const QStringList names = QFontDatabase::applicationFontFamilies(id);
            const QString key = file.section(u'_', 1).section(u'.', 0, 0);
            loaded.insert(key, names.value(0));
        }
        return loaded;
    }();
    QFont font(families.value(name));
    font.setPixelSize(kGlyphPixels);
    font.setBold(name.contains(QLatin1String("Bold")));
    font.setItalic(name.contains(QLatin1String("Italic")));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferAntialias);
    return font;
}

void paintOutline(QPainter& painter, const Formula::Outline& outline, const QRectF& place,
                  const QColor& color) {
    const QRectF& view = outline.view;
    const QByteArray name = color.name().toLatin1();
    const QByteArray svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"" +
                           QStringLiteral("%1 %2 %3 %4")
                               .arg(view.x())
                               .arg(view.y())
                               .arg(view.width())
                               .arg(view.height())
                               .toLatin1() +
                           "\"><g fill=\"" + name + "\" stroke=\"none\">" + outline.paths +
                           "</g></svg>";
    QSvgRenderer renderer(svg);
    painter.save();
    painter.setClipRect(place.adjusted(-1, -1, 1, 1), Qt::IntersectClip);
    renderer.render(&painter, place);
    painter.restore();
}

QRectF rectOf(const QJsonObject& mark) {
    return {mark[QLatin1String("x")].toDouble(), mark[QLatin1String("y")].toDouble(),
            mark[QLatin1String("width")].toDouble(), mark[QLatin1String("height")].toDouble()};
}

void addMark(Formula& formula, const QJsonObject& mark) {
    const QString kind = mark[QLatin1String("kind")].toString();
    if (kind == u"glyph") {
        formula.glyphs.append({mark[QLatin1String("text")].toString(),
                               mark[QLatin1String("font")].toString(), rectOf(mark).topLeft(),
                               mark[QLatin1String("size")].toDouble()});
    } else if (kind == u"rule") {
        formula.rules.append(rectOf(mark));
    } else if (kind == u"outline") {
        const QJsonArray view = mark[QLatin1String("view")].toArray();
        formula.outlines.append(
            {mark[QLatin1String("paths")].toString().toUtf8(),
             QRectF(view[0].toDouble(), view[1].toDouble(), view[2].toDouble(), view[3].toDouble()),
             rectOf(mark)});
    }
}

} // namespace

void Formula::paint(QPainter& painter, const QPointF& origin, double em,
                    const QColor& color) const {
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.translate(origin);
    painter.setPen(color);
    for (const QRectF& rule : rules) {
        const double thickness = std::max(rule.height() * em, kThinnestRule);
        painter.fillRect(QRectF(rule.left() * em, rule.bottom() * em - thickness,
                                std::max(rule.width() * em, kThinnestRule), thickness),
                         color);
    }
    for (const Outline& outline : outlines) {
        const QRectF place(outline.place.topLeft() * em, outline.place.size() * em);
        paintOutline(painter, outline, place, color);
    }
    for (const Glyph& glyph : glyphs) {
        painter.save();
        painter.translate(glyph.at * em);
        const double scale = glyph.size * em / kGlyphPixels;
        painter.scale(scale, scale);
        painter.setFont(fontOf(glyph.font));
        painter.drawText(QPointF(), glyph.text);
        painter.restore();
    }
    painter.restore();
}

Formula Formula::fromJson(const QByteArray& json) {
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Formula formula;
    formula.error = object[QLatin1String("error")].toString();
    formula.width = object[QLatin1String("width")].toDouble(-1);
    formula.ascent = object[QLatin1String("ascent")].toDouble();
    formula.descent = object[QLatin1String("descent")].toDouble();
    const QJsonArray marks = object[QLatin1String("marks")].toArray();
    const bool sane = formula.width >= 0 && formula.width < kLargest &&
                      std::abs(formula.ascent) < kLargest && std::abs(formula.descent) < kLargest &&
                      marks.size() < kMostMarks;
    if (formula.error.isEmpty() && !sane) {
        formula.error = QStringLiteral("it has no sensible size");
    }
    for (const QJsonValue& mark : formula.error.isEmpty() ? marks : QJsonArray()) {
        addMark(formula, mark.toObject());
    }
    return formula;
}

} // namespace ui

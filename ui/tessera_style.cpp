// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tessera_style.h"

#include "ui/theme.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenuBar>
#include <QPainter>
#include <QStyleOption>

namespace ui {

namespace {

constexpr int kScrollBarExtent = 12;
constexpr int kMenuCheckColumn = 28;
constexpr int kMenuMargin = 12;
constexpr int kCheckBoxExtent = 18;
constexpr int kProgressHeight = 6;

bool isPrimary(const QWidget* widget) {
    return widget != nullptr && widget->property(kPrimaryProperty).toBool();
}

void fillRounded(QPainter* painter, const QRectF& rect, const QColor& fill,
                 const QColor& outline = Qt::transparent, double radius = kRadius) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(outline.alpha() == 0 ? QPen(Qt::NoPen) : QPen(outline, 1));
    painter->setBrush(fill);
    const double inset = outline.alpha() == 0 ? 0 : 0.5;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void drawFocusRing(QPainter* painter, const QRectF& rect, const QColor& color) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(rect.adjusted(1, 1, -1, -1), kRadius - 1, kRadius - 1);
    painter->restore();
}

void drawButtonPanel(const QStyleOption* option, QPainter* painter, const QWidget* widget) {
    const Colors& colors = colorsOf(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool under = option->state & QStyle::State_MouseOver;
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    if (isPrimary(widget)) {
        QColor fill = enabled ? colors.accent : colors.border;
        if (enabled && (down || under)) {
            fill = down ? fill.darker(115) : fill.lighter(108);
        }
        fillRounded(painter, option->rect, fill);
    } else {
        const QColor fill = down ? colors.accentSoft : under ? colors.hover : colors.field;
        fillRounded(painter, option->rect, enabled ? fill : colors.window,
                    enabled ? colors.fieldBorder : colors.border);
    }
}

void drawToolPanel(const QStyleOption* option, QPainter* painter) {
    const Colors& colors = colorsOf(option->palette);
    if (!(option->state & QStyle::State_Enabled)) {
        return;
    }
    if (option->state & (QStyle::State_On | QStyle::State_Sunken)) {
        fillRounded(painter, option->rect, colors.accentSoft);
    } else if (option->state & QStyle::State_MouseOver) {
        fillRounded(painter, option->rect, colors.hover);
    }
}

void drawField(const QStyleOption* option, QPainter* painter) {
    const Colors& colors = colorsOf(option->palette);
    const bool focus = option->state & QStyle::State_HasFocus;
    const bool enabled = option->state & QStyle::State_Enabled;
    fillRounded(painter, option->rect, enabled ? colors.field : colors.window,
                focus ? colors.accent : colors.fieldBorder);
}

// A scroll bar lives in a container of its scroll area.
bool isOnCanvas(const QWidget* scrollBar) {
    const QWidget* holder = scrollBar != nullptr ? scrollBar->parentWidget() : nullptr;
    const QWidget* area = holder != nullptr ? holder->parentWidget() : nullptr;
    return area != nullptr && area->property(kCanvasProperty).toBool();
}

void drawScrollBar(const QStyleOptionSlider* option, QPainter* painter, const QRect& slider,
                   const QWidget* widget) {
    const Colors& colors = colorsOf(option->palette);
    if (isOnCanvas(widget)) {
        painter->fillRect(option->rect, colors.canvas);
    }
    if (option->maximum <= option->minimum) {
        return;
    }
    const bool active = option->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const QColor thumb = active ? colors.textSecondary : colors.textDisabled;
    const int thin = active ? 2 : 3; // grows under the pointer, inside its own groove
    const QRectF rect = option->orientation == Qt::Vertical
                            ? QRectF(slider).adjusted(thin, 2, -thin, -2)
                            : QRectF(slider).adjusted(2, thin, -2, -thin);
    const double radius = std::min(rect.width(), rect.height()) / 2;
    fillRounded(painter, rect, thumb, Qt::transparent, radius);
}

void drawMenuBarItem(const QStyleOptionMenuItem* option, QPainter* painter, bool underlines) {
    const Colors& colors = colorsOf(option->palette);
    painter->fillRect(option->rect, colors.window);
    if (option->state & (QStyle::State_Selected | QStyle::State_Sunken)) {
        fillRounded(painter, option->rect.adjusted(1, 3, -1, -3), colors.hover);
    }
    painter->setPen(colors.text);
    const int letters = underlines ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    painter->drawText(option->rect, Qt::AlignCenter | letters, option->text);
}

void drawCheckMark(QPainter* painter, const QRectF& box, const QColor& color, bool exclusive) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (exclusive) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawEllipse(box.center(), 3, 3);
    } else {
        painter->setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF c = box.center();
        painter->drawPolyline(
            QPolygonF{c + QPointF(-4, 0), c + QPointF(-1, 3), c + QPointF(4, -3)});
    }
    painter->restore();
}

void drawCheckBox(const QStyleOption* option, QPainter* painter) {
    const Colors& colors = colorsOf(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & QStyle::State_On;
    const bool under = option->state & QStyle::State_MouseOver;
    const QColor outline = enabled ? colors.fieldBorder : colors.border;
    if (on) {
        fillRounded(painter, option->rect, enabled ? colors.accent : colors.border, Qt::transparent,
                    kUnit);
        drawCheckMark(painter, option->rect, enabled ? colors.onAccent : colors.textDisabled,
                      false);
    } else {
        fillRounded(painter, option->rect,
                    !enabled ? colors.window
                    : under  ? colors.hover
                             : colors.field,
                    outline, kUnit);
    }
}

void drawProgress(const QStyleOptionProgressBar* option, QPainter* painter) {
    const Colors& colors = colorsOf(option->palette);
    const QRect rect(option->rect.left(), option->rect.center().y() - kProgressHeight / 2,
                     option->rect.width(), kProgressHeight);
    fillRounded(painter, rect, colors.border, Qt::transparent, kProgressHeight / 2.0);
    const int range = std::max(1, option->maximum - option->minimum);
    const double share = double(option->progress - option->minimum) / range;
    QRectF done(rect);
    done.setWidth(rect.width() * std::clamp(share, 0.0, 1.0));
    if (option->direction == Qt::RightToLeft) {
        done.moveRight(rect.right() + 1);
    }
    fillRounded(painter, done, colors.accent, Qt::transparent, kProgressHeight / 2.0);
}

void drawMenuText(const QStyleOptionMenuItem* option, QPainter* painter, const QRect& rect) {
    const Colors& colors = colorsOf(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const QStringList parts = option->text.split(QLatin1Char('\t'));
    painter->setPen(enabled ? colors.text : colors.textDisabled);
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, parts.first());
    if (parts.size() > 1) {
        painter->setPen(enabled ? colors.textSecondary : colors.textDisabled);
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, parts.last());
    }
}

void drawMenuItem(const QStyleOptionMenuItem* option, QPainter* painter) {
    const Colors& colors = colorsOf(option->palette);
    const QRect rect = option->rect;
    if (option->menuItemType == QStyleOptionMenuItem::Separator) {
        const int y = rect.center().y();
        painter->fillRect(rect.left() + kMenuMargin, y, rect.width() - 2 * kMenuMargin, 1,
                          colors.border);
        return;
    }
    if (option->state & QStyle::State_Selected && option->state & QStyle::State_Enabled) {
        fillRounded(painter, rect.adjusted(kUnit, 0, -kUnit, 0), colors.hover);
    }
    const QRect checkColumn(rect.left() + kUnit, rect.top(), kMenuCheckColumn, rect.height());
    if (option->checkType != QStyleOptionMenuItem::NotCheckable && option->checked) {
        drawCheckMark(painter, checkColumn, colors.accent,
                      option->checkType == QStyleOptionMenuItem::Exclusive);
    }
    painter->setFont(option->font);
    drawMenuText(option, painter,
                 rect.adjusted(kMenuCheckColumn + kUnit, 0, -kMenuMargin - kGap, 0));
    if (option->menuItemType == QStyleOptionMenuItem::SubMenu) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(colors.textSecondary, 1.5, Qt::SolidLine, Qt::RoundCap));
        const QPointF tip(rect.right() - kMenuMargin, rect.center().y() + 0.5);
        painter->drawPolyline(QPolygonF{tip + QPointF(-4, -4), tip, tip + QPointF(-4, 4)});
        painter->restore();
    }
}

void drawFlatBar(const QStyleOption* option, QPainter* painter, Qt::Edge line) {
    const Colors& colors = colorsOf(option->palette);
    painter->fillRect(option->rect, colors.window);
    const QRect r = option->rect;
    const int y = line == Qt::TopEdge ? r.top() : r.bottom();
    painter->fillRect(r.left(), y, r.width(), 1, colors.border);
}

void drawTabClose(const QStyleOption* option, QPainter* painter) {
    const Colors& colors = colorsOf(option->palette);
    const bool under = option->state & QStyle::State_MouseOver;
    if (under) {
        fillRounded(painter, option->rect, colors.border, Qt::transparent, 4);
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(
        QPen(under ? colors.text : colors.textSecondary, 1.5, Qt::SolidLine, Qt::RoundCap));
    const QPointF c = QRectF(option->rect).center();
    painter->drawLine(c + QPointF(-3.5, -3.5), c + QPointF(3.5, 3.5));
    painter->drawLine(c + QPointF(-3.5, 3.5), c + QPointF(3.5, -3.5));
    painter->restore();
}

void drawTab(const QStyleOptionTab* option, QPainter* painter) {
    const Colors& colors = colorsOf(option->palette);
    const QRect r = option->rect;
    if (option->state & QStyle::State_Selected) {
        painter->fillRect(r, colors.panel);
        painter->fillRect(r.left(), r.bottom() - 1, r.width(), 2, colors.accent);
    } else if (option->state & QStyle::State_MouseOver) {
        painter->fillRect(r, colors.hover);
    }
}

void drawHeader(const QStyleOption* option, QPainter* painter) {
    const Colors& colors = colorsOf(option->palette);
    const bool under = option->state & QStyle::State_MouseOver;
    const QRect r = option->rect;
    painter->fillRect(r, under ? colors.hover : colors.panel);
    painter->fillRect(r.left(), r.bottom(), r.width(), 1, colors.border);
}

} // namespace

void paintViewportFocus(QPainter& painter, const QAbstractScrollArea& area) {
    if (area.hasFocus() && area.window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        drawFocusRing(&painter, area.viewport()->rect(), colorsOf(area.palette()).accent);
    }
}

TesseraStyle::TesseraStyle()
    : QProxyStyle(QStringLiteral("Fusion")) {}

void TesseraStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                                 QPainter* painter, const QWidget* widget) const {
    const Colors& colors = colorsOf(option->palette);
    switch (element) {
    case PE_PanelButtonCommand:
        return drawButtonPanel(option, painter, widget);
    case PE_PanelButtonTool:
        return drawToolPanel(option, painter);
    case PE_PanelLineEdit:
        return drawField(option, painter);
    case PE_FrameFocusRect:
        if (option->state & State_KeyboardFocusChange) {
            drawFocusRing(painter, option->rect, colors.accent);
        }
        return;
    case PE_Frame:
        painter->setPen(colors.border);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_PanelMenu:
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, colors.field);
        painter->setPen(colors.fieldBorder);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_PanelStatusBar:
        return drawFlatBar(option, painter, Qt::TopEdge);
    case PE_IndicatorToolBarSeparator:
        painter->fillRect(option->rect.center().x(), option->rect.top() + 10, 1,
                          option->rect.height() - 20, colors.border);
        return;
    case PE_IndicatorTabClose:
        return drawTabClose(option, painter);
    case PE_IndicatorCheckBox:
        return drawCheckBox(option, painter);
    case PE_FrameMenu:
    case PE_FrameStatusBarItem:
    case PE_FrameTabBarBase:
    case PE_FrameDefaultButton:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void TesseraStyle::drawControl(ControlElement element, const QStyleOption* option,
                               QPainter* painter, const QWidget* widget) const {
    switch (element) {
    case CE_ToolBar:
        return drawFlatBar(option, painter, Qt::BottomEdge);
    case CE_MenuBarEmptyArea:
        return painter->fillRect(option->rect, colorsOf(option->palette).window);
    case CE_MenuBarItem:
        return drawMenuBarItem(qstyleoption_cast<const QStyleOptionMenuItem*>(option), painter,
                               m_underlines);
    case CE_MenuItem:
        return drawMenuItem(qstyleoption_cast<const QStyleOptionMenuItem*>(option), painter);
    case CE_ProgressBar:
        return drawProgress(qstyleoption_cast<const QStyleOptionProgressBar*>(option), painter);
    case CE_Splitter:
        return painter->fillRect(option->rect, colorsOf(option->palette).border);
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        return drawHeader(option, painter);
    case CE_HeaderLabel: {
        auto label = *qstyleoption_cast<const QStyleOptionHeader*>(option);
        label.palette.setColor(QPalette::ButtonText, colorsOf(option->palette).textSecondary);
        return QProxyStyle::drawControl(element, &label, painter, widget);
    }
    case CE_TabBarTabShape:
        return drawTab(qstyleoption_cast<const QStyleOptionTab*>(option), painter);
    case CE_PushButtonLabel:
        if (isPrimary(widget)) {
            auto label = *qstyleoption_cast<const QStyleOptionButton*>(option);
            label.palette.setColor(QPalette::ButtonText, colorsOf(option->palette).onAccent);
            return QProxyStyle::drawControl(element, &label, painter, widget);
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void TesseraStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                      QPainter* painter, const QWidget* widget) const {
    if (control == CC_ScrollBar) {
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        drawScrollBar(bar, painter, subControlRect(control, bar, SC_ScrollBarSlider, widget),
                      widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

// A scroll bar without arrows: the groove is all of it.
QRect TesseraStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                   SubControl part, const QWidget* widget) const {
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || bar == nullptr) {
        return QProxyStyle::subControlRect(control, option, part, widget);
    }
    const bool vertical = bar->orientation == Qt::Vertical;
    const int length = vertical ? bar->rect.height() : bar->rect.width();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    const int thumb =
        range <= 0
            ? length
            : std::min(length,
                       std::max(32, int(qint64(length) * bar->pageStep / (range + bar->pageStep))));
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                              length - thumb, bar->upsideDown);
    const auto along = [&](int from, int size) {
        return vertical ? QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size)
                        : QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height());
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSlider:
        return along(start, thumb);
    case SC_ScrollBarSubPage:
        return along(0, start);
    case SC_ScrollBarAddPage:
        return along(start + thumb, length - start - thumb);
    default:
        return {};
    }
}

QSize TesseraStyle::sizeFromContents(ContentsType type, const QStyleOption* option,
                                     const QSize& contents, const QWidget* widget) const {
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton:
        return {size.width() + 2 * kGap, std::max(size.height(), kControlHeight)};
    case CT_ToolButton:
        return {std::max(size.width(), kControlHeight), std::max(size.height(), kControlHeight)};
    case CT_LineEdit:
        return {size.width(), std::max(size.height(), kControlHeight)};
    case CT_MenuBarItem:
        return {contents.width() + 2 * 10, 30};
    case CT_MenuItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (item->menuItemType == QStyleOptionMenuItem::Separator) {
            return {10, 9};
        }
        return {contents.width() + kMenuCheckColumn + 2 * kMenuMargin + 5 * kGap, 30};
    }
    case CT_TabBarTab:
        return {size.width() + kGap, 36};
    default:
        return size;
    }
}

int TesseraStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                              const QWidget* widget) const {
    switch (metric) {
    case PM_ScrollBarExtent:
        return kScrollBarExtent;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_ToolBarIconSize:
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_TabBarIconSize:
        return kIconSize;
    case PM_ToolBarItemSpacing:
        return kUnit;
    case PM_ToolBarItemMargin:
        return 6;
    case PM_ToolBarFrameWidth:
    case PM_ToolBarHandleExtent:
    case PM_MenuBarPanelWidth:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_MenuBarHMargin:
        return kUnit;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return kCheckBoxExtent;
    case PM_TabCloseIndicatorWidth:
    case PM_TabCloseIndicatorHeight:
        return 18;
    case PM_ToolBarSeparatorExtent:
        return 13;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return kMargin + kUnit;
    case PM_HeaderMargin:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return kGap;
    case PM_MenuVMargin:
        return kUnit;
    case PM_MenuPanelWidth:
    case PM_SplitterWidth:
    case PM_DefaultFrameWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int TesseraStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                            QStyleHintReturn* result) const {
    switch (hint) {
    case SH_Widget_Animation_Duration:
        return m_motion ? 120 : 0;
    case SH_UnderlineShortcut:
        return m_underlines ? 1 : 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

void TesseraStyle::polish(QApplication* application) {
    QProxyStyle::polish(application);
    application->installEventFilter(this);
}

bool TesseraStyle::eventFilter(QObject* watched, QEvent* event) {
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    if (key && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Alt) {
        m_underlines = event->type() == QEvent::KeyPress;
        for (QWidget* window : QApplication::topLevelWidgets()) {
            for (QMenuBar* bar : window->findChildren<QMenuBar*>()) {
                bar->update();
            }
        }
    }
    return QProxyStyle::eventFilter(watched, event);
}

// Everything that can be pressed shows the pointer above it.
void TesseraStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) != nullptr) {
        widget->setAttribute(Qt::WA_Hover);
    }
    if (auto* field = qobject_cast<QLineEdit*>(widget); field != nullptr && field->hasFrame()) {
        field->setTextMargins(kUnit, 0, kUnit, 0);
    }
}

} // namespace ui

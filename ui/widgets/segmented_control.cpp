// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmented_control.h"

#include "ui/mnemonics.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

namespace ui {

namespace {

class Segment final : public QAbstractButton {
public:
    Segment(const QString& text, QWidget* parent)
        : QAbstractButton(parent) {
        setText(text);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
    }

    QSize sizeHint() const override {
        const int width = fontMetrics().horizontalAdvance(withoutMnemonic(text()));
        return {width + 2 * kGap, 26};
    }

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override {
        const Colors& colors = colorsOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF face = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        if (isChecked()) {
            painter.setPen(QPen(hasFocus() ? colors.accent : colors.fieldBorder, 1));
            painter.setBrush(colors.field);
            painter.drawRoundedRect(face, kRadius - 1, kRadius - 1);
        }
        const bool strong = isChecked() || underMouse();
        painter.setPen(!isEnabled() ? colors.textDisabled
                       : strong     ? colors.text
                                    : colors.textSecondary);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
    }
};

} // namespace

SegmentedControl::SegmentedControl(QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_row(new QHBoxLayout(this)) {
    m_row->setContentsMargins(2, 2, 2, 2);
    m_row->setSpacing(2);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on) {
            emit chosen(id);
        }
    });
}

void SegmentedControl::addSegment(int id, const QString& text, const QString& toolTip) {
    auto* segment = new Segment(text, this);
    segment->setToolTip(toolTip);
    segment->setAccessibleName(text);
    segment->setAccessibleDescription(toolTip);
    segment->setObjectName(QStringLiteral("%1Segment%2").arg(objectName()).arg(id));
    m_group->addButton(segment, id);
    m_row->addWidget(segment);
    if (m_group->checkedId() < 0) {
        setCurrent(id);
    }
}

void SegmentedControl::setSegmentVisible(int id, bool visible) {
    m_group->button(id)->setVisible(visible);
}

bool SegmentedControl::isSegmentVisible(int id) const {
    return !m_group->button(id)->isHidden();
}

QWidget* SegmentedControl::followInTabOrder(QWidget* before) {
    for (QAbstractButton* segment : m_group->buttons()) {
        setTabOrder(before, segment);
        before = segment;
    }
    return before;
}

int SegmentedControl::current() const {
    return m_group->checkedId();
}

void SegmentedControl::setCurrent(int id) {
    const QSignalBlocker quiet(m_group);
    m_group->button(id)->setChecked(true);
}

void SegmentedControl::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorsOf(palette()).hover);
    painter.drawRoundedRect(rect(), kRadius, kRadius);
}

} // namespace ui

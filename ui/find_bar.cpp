// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find_bar.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

namespace ui {

namespace {

constexpr int kTextWidth = 260;

} // namespace

FindBar::FindBar(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_previous(addButton("findPrevious", "up", tr("Previous (Shift+F3)")))
    , m_next(addButton("findNext", "down", tr("Next (F3)")))
    , m_matchCase(addSwitch("findCase", tr("Aa"), tr("Match case")))
    , m_wholeWords(addSwitch("findWords", tr("Words"), tr("Whole words only")))
    , m_close(addButton("findClose", "close", tr("Close (Esc)"))) {
    setObjectName(QStringLiteral("findBar"));
    setAccessibleName(tr("Find in the document"));
    m_text->setObjectName(QStringLiteral("findText"));
    m_text->setAccessibleName(tr("Text to find"));
    m_text->setPlaceholderText(tr("Find in the document"));
    m_text->setMinimumWidth(120);
    m_text->setMaximumWidth(kTextWidth);
    m_text->setFixedHeight(kControlHeight - kUnit);
    m_text->installEventFilter(this);
    m_count->setObjectName(QStringLiteral("findCount"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    connect(m_text, &QLineEdit::textChanged, this, &FindBar::queryChanged);
    connect(m_matchCase, &QToolButton::toggled, this, &FindBar::queryChanged);
    connect(m_wholeWords, &QToolButton::toggled, this, &FindBar::queryChanged);
    connect(m_next, &QToolButton::clicked, this, &FindBar::nextWanted);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::previousWanted);
    connect(m_close, &QToolButton::clicked, this, &FindBar::close);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kMargin, kUnit, kUnit, kUnit);
    row->setSpacing(kUnit);
    row->addWidget(m_text, 1);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addSpacing(kUnit);
    row->addWidget(m_matchCase);
    row->addWidget(m_wholeWords);
    row->addSpacing(kGap);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(m_close);
    hide();
}

QToolButton* FindBar::addButton(const char* name, const char* iconName, const QString& toolTip) {
    auto* button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setIcon(icon(QLatin1String(iconName)));
    button->setAutoRaise(true);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QToolButton* FindBar::addSwitch(const char* name, const QString& text, const QString& toolTip) {
    auto* button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void FindBar::open() {
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FindBar::close() {
    if (isVisible()) {
        hide();
        emit closed();
    }
}

app::SearchQuery FindBar::query() const {
    return {m_text->text(), m_matchCase->isChecked(), m_wholeWords->isChecked()};
}

void FindBar::showCount(int current, int count, bool running) {
    const QLocale locale;
    QString text;
    if (count > 0 && current > 0) {
        text = tr("%1 of %2").arg(locale.toString(current), locale.toString(count));
    } else if (count > 0) {
        text = locale.toString(count);
    } else if (count == 0 && !running) {
        text = tr("Not found");
    }
    m_count->setText(running && count >= 0 ? text + QChar(0x2026) : text);
    m_count->setToolTip({});
}

void FindBar::showNote(const QString& note) {
    m_count->setText(note);
    m_count->setToolTip(note);
}

void FindBar::setMissing(bool missing) {
    m_count->setForegroundRole(missing ? QPalette::BrightText : QPalette::PlaceholderText);
}

bool FindBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) {
        return QFrame::eventFilter(watched, event);
    }
    auto* key = static_cast<QKeyEvent*>(event);
    const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->key() != Qt::Key_Escape && !isReturn) {
        return QFrame::eventFilter(watched, event);
    }
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // Escape ends this first, an answer only afterwards
    } else if (!isReturn) {
        close();
    } else if (key->modifiers() & Qt::ShiftModifier) {
        emit previousWanted();
    } else {
        emit nextWanted();
    }
    return true;
}

void FindBar::paintEvent(QPaintEvent*) {
    const Colors& colors = colorsOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.window);
    painter.fillRect(0, height() - 1, width(), 1, colors.border);
}

} // namespace ui

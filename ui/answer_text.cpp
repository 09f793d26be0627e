// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answer_text.h"

#include "ui/formulas/formula_object.h"
#include "ui/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>

#include <memory>

namespace ui {

namespace {

constexpr std::chrono::milliseconds kBetweenLooks(66);
constexpr int kMostLinksInMenu = 12;
constexpr int kLitAlpha = 70;
constexpr int kMarkAlpha = 28;

} // namespace

AnswerText::AnswerText(FormulaTypesetter* formulas, QWidget* parent)
    : GrowingText(parent)
    , m_markdown(*document()) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(kBetweenLooks);
    connect(&m_soon, &QTimer::timeout, this, &AnswerText::renderMarkdown);
    viewport()->setMouseTracking(true);
    if (formulas != nullptr) {
        auto* object = new FormulaObject(*formulas, *document(), this);
        connect(object, &FormulaObject::laidOut, this, &AnswerText::fitHeight);
    }
}

void AnswerText::showPlain(const QString& text) {
    m_soon.stop();
    if (m_isMarkdown) { // a failure after a part of an answer
        m_markdown.show({}, palette());
        m_isMarkdown = false;
    }
    m_text = text;
    showText(text);
}

void AnswerText::showMarkdown(const QString& text, app::AnswerState state) {
    if (!m_isMarkdown) {
        showText({});
        m_isMarkdown = true;
    }
    m_text = text;
    m_state = state;
    if (state == app::AnswerState::Ended) {
        m_soon.stop();
        renderMarkdown();
    } else if (!m_soon.isActive()) {
        renderMarkdown();
        m_soon.start();
    }
}

void AnswerText::renderMarkdown() {
    m_markdown.show(app::parseMarkdown(m_text, m_state), palette());
    fitHeight();
}

void AnswerText::markPlaces(const QVector<app::Place>& places) {
    m_places.clear();
    for (int i = 0; i < places.size(); ++i) {
        const app::Place& place = places[i];
        const auto length = int(place.label.size());
        const bool stands = place.textOffset >= 0 && length > 0 &&
                            m_text.mid(place.textOffset, length) == place.label;
        const int end = place.textOffset + length - 1;
        const int first = !stands        ? -1
                          : m_isMarkdown ? m_markdown.positionOf(place.textOffset)
                                         : place.textOffset;
        const int last = !stands ? -1 : m_isMarkdown ? m_markdown.positionOf(end) : end;
        if (first >= 0 && last >= first) {
            m_places.append({i + 1, first, last + 1});
        }
    }
    repaintMarks();
}

void AnswerText::lightPlace(int number) {
    if (m_lit != number) {
        m_lit = number;
        repaintMarks();
    }
}

void AnswerText::repaintMarks() {
    QList<QTextEdit::ExtraSelection> marks;
    for (const MarkedPlace& place : m_places) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(place.first);
        mark.cursor.setPosition(place.last, QTextCursor::KeepAnchor);
        QColor ground = placeColor(place.number);
        ground.setAlpha(place.number == m_lit ? kLitAlpha : kMarkAlpha);
        mark.format.setBackground(ground);
        mark.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        mark.format.setUnderlineColor(placeColor(place.number));
        marks.append(mark);
    }
    setExtraSelections(marks);
}

QString AnswerText::plainText() const {
    return m_isMarkdown ? app::plainTextOf(m_markdown.blocks()) : m_text;
}

QStringList AnswerText::links() const {
    QStringList targets;
    const auto collect = [&targets](const app::MarkdownSpans& spans) {
        for (const app::MarkdownSpan& span : spans) {
            if (!span.link.isEmpty() && !targets.contains(span.link)) {
                targets.append(span.link);
            }
        }
    };
    for (const app::MarkdownBlock& block : m_markdown.blocks()) {
        collect(block.spans);
        for (const app::MarkdownCell& cell : block.cells) {
            collect(cell.spans);
        }
    }
    return targets;
}

// --- events ---

void AnswerText::paintEvent(QPaintEvent* event) {
    GrowingText::paintEvent(event);
    if (m_isMarkdown) {
        QPainter painter(viewport());
        paintQuoteBars(painter);
    }
}

// Documents have no border at one side of a block.
void AnswerText::paintQuoteBars(QPainter& painter) const {
    const QColor color = colorsOf(palette()).fieldBorder;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const int quotes = block.blockFormat().intProperty(MarkdownDocument::kQuotesProperty);
        if (quotes > 0) {
            const QRectF rect = document()->documentLayout()->blockBoundingRect(block);
            const bool goesOn =
                block.previous().blockFormat().intProperty(MarkdownDocument::kQuotesProperty) > 0;
            const double top = rect.top() - (goesOn ? kGap : 0);
            painter.fillRect(QRectF(1, top, 3, rect.bottom() - top), color);
        }
    }
}

void AnswerText::changeEvent(QEvent* event) {
    GrowingText::changeEvent(event);
    const bool looks =
        event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange;
    if (looks && m_isMarkdown) {
        m_markdown.rewrite(palette());
        fitHeight();
        repaintMarks();
    }
}

int AnswerText::placeAt(const QPoint& viewport) const {
    const int at =
        document()->documentLayout()->hitTest(viewport, Qt::ExactHit); // −1: beside the text
    for (const MarkedPlace& place : m_places) {
        if (at >= place.first && at < place.last) {
            return place.number;
        }
    }
    return 0;
}

void AnswerText::hover(int number) {
    if (m_hovered != number) {
        m_hovered = number;
        emit placeHovered(number);
    }
}

void AnswerText::mouseMoveEvent(QMouseEvent* event) {
    GrowingText::mouseMoveEvent(event);
    const QPoint at = event->position().toPoint();
    hover(placeAt(at));
    const bool presses = m_hovered > 0 || !anchorAt(at).isEmpty();
    viewport()->setCursor(presses ? Qt::PointingHandCursor : Qt::IBeamCursor);
}

void AnswerText::mousePressEvent(QMouseEvent* event) {
    m_pressed = event->position().toPoint();
    GrowingText::mousePressEvent(event);
}

void AnswerText::mouseReleaseEvent(QMouseEvent* event) {
    GrowingText::mouseReleaseEvent(event);
    const QPoint at = event->position().toPoint();
    const bool dragged = (at - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (event->button() != Qt::LeftButton || dragged || textCursor().hasSelection()) {
        return;
    }
    if (const int number = placeAt(at); number > 0) {
        emit placeClicked(number);
    } else if (const QString target = anchorAt(at); !target.isEmpty()) {
        emit linkClicked(target);
    }
}

void AnswerText::leaveEvent(QEvent* event) {
    GrowingText::leaveEvent(event);
    hover(0);
}

// Links are reached by keyboard here.
void AnswerText::contextMenuEvent(QContextMenuEvent* event) {
    const std::unique_ptr<QMenu> menu(createStandardContextMenu());
    menu->setObjectName(QStringLiteral("answerMenu"));
    const QStringList targets = links().mid(0, kMostLinksInMenu);
    if (!targets.isEmpty()) {
        menu->addSeparator();
    }
    for (const QString& target : targets) {
        const QString shown = fontMetrics()
                                  .elidedText(target, Qt::ElideMiddle, 320)
                                  .replace(QLatin1String("&"), QLatin1String("&&"));
        connect(menu->addAction(tr("Open %1…").arg(shown)), &QAction::triggered, this,
                [this, target] { emit linkClicked(target); });
    }
    menu->exec(event->globalPos());
}

QMimeData* AnswerText::createMimeDataFromSelection() const {
    const QTextCursor selection = textCursor();
    QString text;
    QTextCursor each(document());
    for (int at = selection.selectionStart(); at < selection.selectionEnd(); ++at) {
        const QChar c = document()->characterAt(at);
        if (c == QChar::ObjectReplacementCharacter) {
            each.setPosition(at + 1);
            text += u'$' + each.charFormat().stringProperty(MarkdownDocument::kTexProperty) + u'$';
        } else if (c != QChar(0x200B)) { // of a rule
            const bool ends = c == QChar::ParagraphSeparator || c == QChar::LineSeparator ||
                              c == QChar(0xFDD0) || c == QChar(0xFDD1); // cells and frames
            text += ends ? QChar(u'\n') : c;
        }
    }
    auto* mime = new QMimeData;
    mime->setText(text);
    return mime;
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/turn_view.h"

#include "ui/failure_text.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/growing_text.h"
#include "ui/widgets/icon_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kRightMargin = 2; // the scroll bar beside it is the rest
constexpr int kSmallButton = 24;

QString iconNameOf(app::Task task) {
    switch (task) {
    case app::Task::Read:
        return QStringLiteral("read");
    case app::Task::Ask:
        return QStringLiteral("ask");
    case app::Task::AskWithPlaces:
        return QStringLiteral("place");
    case app::Task::Find:
        return QStringLiteral("find");
    }
    return {};
}

QString questionOf(const Turn& turn) {
    return turn.task == app::Task::Read ? TurnView::tr("Read the page") : turn.question;
}

// What came of a turn that has nothing to show.
QString emptyAnswerOf(const Turn& turn) {
    if (turn.result.end == app::AnswerEnd::Cancelled) {
        return {};
    }
    return turn.task == app::Task::Find ? TurnView::tr("Not found on this page.")
                                        : TurnView::tr("No text on this page.");
}

QString answerOf(const Turn& turn) {
    const bool done = turn.state == Turn::State::Done;
    // A place found is said by its chip.
    if (turn.task == app::Task::Find && done && !turn.result.places.isEmpty()) {
        const auto found = turn.result.places.size();
        return found == 1 ? TurnView::tr("Found once.")
                          : TurnView::tr("Found in %1 places.").arg(found);
    }
    if (turn.task == app::Task::Find) {
        return done ? emptyAnswerOf(turn) : QString();
    }
    return done && turn.text.trimmed().isEmpty() ? emptyAnswerOf(turn) : turn.text;
}

QString endText(app::AnswerEnd end) {
    switch (end) {
    case app::AnswerEnd::Complete:
        return TurnView::tr("complete");
    case app::AnswerEnd::TokenLimit:
        return TurnView::tr("stopped at the length limit");
    case app::AnswerEnd::ContextFull:
        return TurnView::tr("stopped: the model's context is full");
    case app::AnswerEnd::Loop:
        return TurnView::tr("stopped: the model repeated itself");
    case app::AnswerEnd::Cancelled:
        return TurnView::tr("stopped by you");
    }
    return {};
}

bool endWarns(const Turn& turn) {
    const app::AnswerEnd end = turn.result.end;
    return turn.state == Turn::State::Done &&
           (end == app::AnswerEnd::TokenLimit || end == app::AnswerEnd::ContextFull ||
            end == app::AnswerEnd::Loop || turn.result.droppedPlaces > 0);
}

QString doneText(const app::AnalysisResult& result) {
    const QLocale locale;
    QStringList parts{endText(result.end)};
    if (result.answerTokens > 0) {
        parts << (result.answerTokens == 1
                      ? TurnView::tr("1 token")
                      : TurnView::tr("%1 tokens").arg(locale.toString(result.answerTokens)));
    }
    if (result.answerTokens > 0 && result.times.decode > 0) {
        const double speed = result.answerTokens / result.times.decode;
        parts << TurnView::tr("%1 tokens/s").arg(locale.toString(speed, 'f', speed < 10 ? 1 : 0));
    }
    if (result.droppedPlaces > 0) {
        parts << TurnView::tr("malformed places dropped: %1").arg(result.droppedPlaces);
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace

QString turnStatus(const Turn& turn) {
    switch (turn.state) {
    case Turn::State::Preparing:
        return TurnView::tr("Preparing the page…");
    case Turn::State::Waiting:
        return TurnView::tr("Waiting for its turn…");
    case Turn::State::Running:
        return turn.text.isEmpty() ? TurnView::tr("Looking at the page…")
                                   : TurnView::tr("Writing…");
    case Turn::State::Done:
        return doneText(turn.result);
    case Turn::State::Failed:
        return TurnView::tr("failed");
    }
    return {};
}

TurnView::TurnView(const Turn& turn, QWidget* parent)
    : QWidget(parent)
    , m_question(new QLabel(questionOf(turn), this))
    , m_pageNumber(new QLabel(tr("p. %1").arg(turn.page + 1), this))
    , m_answer(new GrowingText(this))
    , m_chipRow(new QWidget(this))
    , m_footer(new QLabel(this))
    , m_copy(new QToolButton(this)) {
    setObjectName(QStringLiteral("turn"));
    m_answer->setObjectName(QStringLiteral("answerText"));
    m_answer->setAccessibleName(tr("Answer"));
    new FlowLayout(kUnit + 2, m_chipRow);
    m_chipRow->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kRightMargin, kGap);
    column->setSpacing(kGap);
    column->addLayout(buildQuestion(turn));
    column->addWidget(m_answer);
    column->addWidget(m_chipRow);
    column->addLayout(buildFooter());
    showTurn(turn);
}

QLayout* TurnView::buildQuestion(const Turn& turn) {
    m_question->setObjectName(QStringLiteral("questionText"));
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    m_question->setFont(fontOf(TextSize::Body, TextWeight::Strong));
    m_question->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_pageNumber->setForegroundRole(QPalette::PlaceholderText);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(new IconLabel(icon(iconNameOf(turn.task)), kIconSize, this), 0, Qt::AlignTop);
    row->addWidget(m_question, 1);
    row->addWidget(m_pageNumber, 0, Qt::AlignTop);
    return row;
}

QLayout* TurnView::buildFooter() {
    m_footer->setObjectName(QStringLiteral("turnStatus"));
    m_footer->setTextFormat(Qt::PlainText);
    m_footer->setWordWrap(true);
    m_copy->setObjectName(QStringLiteral("copyAnswer"));
    m_copy->setIcon(icon(QStringLiteral("copy")));
    m_copy->setAutoRaise(true);
    m_copy->setFixedSize(kSmallButton, kSmallButton);
    m_copy->setIconSize(QSize(kSmallButton, kSmallButton) * 3 / 4);
    m_copy->setToolTip(tr("Copy this answer"));
    m_copy->setAccessibleName(m_copy->toolTip());
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_answer->toPlainText()); });
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(m_footer, 1);
    row->addWidget(m_copy);
    return row;
}

void TurnView::showText(const Turn& turn) {
    m_answer->showText(answerOf(turn));
    m_footer->setText(turnStatus(turn));
}

void TurnView::showTurn(const Turn& turn) {
    showText(turn);
    const bool warns = turn.state == Turn::State::Failed || endWarns(turn);
    m_footer->setForegroundRole(warns ? QPalette::BrightText : QPalette::PlaceholderText);
    m_copy->setEnabled(turn.hasEnded() && !turn.text.isEmpty());
    if (turn.state == Turn::State::Failed) {
        m_answer->showText(failureText(turn.failure));
    } else if (turn.state == Turn::State::Done) {
        showChips(turn.result.places);
        underlinePlaces(turn.result.places);
    }
}

void TurnView::showChips(const QVector<app::Place>& places) {
    qDeleteAll(m_chips);
    m_chips.clear();
    for (int number = 1; number <= places.size(); ++number) {
        const QString label = places[number - 1].label.simplified();
        auto* chip = new Chip(label.isEmpty() ? tr("place") : label, m_chipRow);
        chip->setObjectName(QStringLiteral("placeChip%1").arg(number));
        chip->setBadge(number, placeColor(number));
        chip->setToolTip(tr("Show on the page"));
        connect(chip, &Chip::hovered, this,
                [this, number](bool over) { emit placeHovered(over ? number : 0); });
        connect(chip, &Chip::clicked, this, [this, number] { emit placeClicked(number); });
        m_chipRow->layout()->addWidget(chip);
        m_chips.append(chip);
    }
    m_chipRow->setVisible(!m_chips.isEmpty());
}

void TurnView::underlinePlaces(const QVector<app::Place>& places) {
    QList<QTextEdit::ExtraSelection> marks;
    const QString text = m_answer->toPlainText();
    for (int number = 1; number <= places.size(); ++number) {
        const app::Place& place = places[number - 1];
        if (place.textOffset < 0 || text.mid(place.textOffset, place.label.size()) != place.label) {
            continue;
        }
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_answer->document());
        mark.cursor.setPosition(place.textOffset);
        mark.cursor.setPosition(place.textOffset + int(place.label.size()),
                                QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        mark.format.setUnderlineColor(placeColor(number));
        marks.append(mark);
    }
    m_answer->setExtraSelections(marks);
}

void TurnView::lightPlace(int number) {
    for (int i = 0; i < m_chips.size(); ++i) {
        m_chips[i]->setLit(i + 1 == number);
    }
}

void TurnView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(kMargin, height() - 1, width() - kMargin - kRightMargin, 1,
                     colorsOf(palette()).border);
}

} // namespace ui

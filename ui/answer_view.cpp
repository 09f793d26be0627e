// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answer_view.h"

#include "ui/accessible_roles.h"
#include "ui/formulas/formula_typesetter.h"
#include "ui/icons.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"
#include "ui/turn_view.h"
#include "ui/widgets/chip.h"

#include <QLabel>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kFollowDistance = 8;

QString suggestionText(const Suggestion& suggestion) {
    switch (suggestion.task) {
    case app::Task::Read:
        return AnswerView::tr("Read the page");
    case app::Task::Find:
        return AnswerView::tr("Find “%1”").arg(suggestion.text);
    default:
        return suggestion.text;
    }
}

} // namespace

AnswerView::AnswerView(QWidget* parent)
    : QScrollArea(parent)
    , m_formulas(new FormulaTypesetter(this))
    , m_welcome(nullptr)
    , m_list(new QWidget)
    , m_column(new QVBoxLayout(m_list)) {
    giveViewsTheirRoles(); // before anybody asks
    setObjectName(QStringLiteral("answerView"));
    setAccessibleName(tr("Answers"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // so that nothing jumps when it is needed
    setFocusPolicy(Qt::TabFocus);
    viewport()->setAutoFillBackground(false);
    m_welcome = buildWelcome();
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_welcome, 1);
    m_column->addStretch(0);
    setWidget(m_list);
    m_list->setAutoFillBackground(false); // setWidget() asks for it
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int, int last) {
        if (m_follow) {
            verticalScrollBar()->setValue(last);
        }
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        m_follow = value >= verticalScrollBar()->maximum() - kFollowDistance;
    });
}

QWidget* AnswerView::buildWelcome() {
    auto* welcome = new QWidget(m_list);
    auto* column = new QVBoxLayout(welcome);
    column->setContentsMargins(2 * kMargin, 2 * kMargin, 2 * kMargin, kMargin);
    column->setSpacing(kGap);
    auto* sentence = new QLabel(tr("Ask about the page, find a phrase on it, or read its text."));
    sentence->setWordWrap(true);
    sentence->setAlignment(Qt::AlignCenter);
    sentence->setFont(fontOf(TextSize::Title));
    m_suggestionRow = new QWidget(welcome);
    auto* row = new QVBoxLayout(m_suggestionRow);
    row->setContentsMargins(0, kGap, 0, 0);
    row->setSpacing(kGap);
    column->addStretch(2);
    column->addWidget(sentence);
    column->addWidget(m_suggestionRow);
    column->addStretch(3);
    return welcome;
}

void AnswerView::setConversation(app::Conversation* conversation) {
    if (m_conversation != nullptr) {
        m_conversation->disconnect(this);
    }
    removeTurns();
    m_conversation = conversation;
    m_follow = true;
    if (conversation != nullptr) {
        for (int turn = 0; turn < conversation->turns().size(); ++turn) {
            addTurn(turn);
        }
        connect(conversation, &app::Conversation::turnAdded, this, [this](int turn) {
            m_follow = true;
            addTurn(turn);
        });
        connect(conversation, &app::Conversation::textGrown, this,
                [this](int turn) { m_turns[turn]->showText(m_conversation->turns()[turn]); });
        connect(conversation, &app::Conversation::turnChanged, this, &AnswerView::showTurn);
        connect(conversation, &app::Conversation::turnRemoved, this, &AnswerView::removeTurn);
        connect(conversation, &app::Conversation::cleared, this, &AnswerView::removeTurns);
    }
    showRightPart();
}

void AnswerView::setSuggestions(const QVector<Suggestion>& suggestions) {
    qDeleteAll(m_suggestionRow->findChildren<Chip*>());
    for (int i = 0; i < suggestions.size(); ++i) {
        const Suggestion suggestion = suggestions[i];
        auto* chip = new Chip(suggestionText(suggestion), m_suggestionRow);
        chip->setObjectName(QStringLiteral("suggestion%1").arg(i + 1));
        connect(chip, &Chip::clicked, this,
                [this, suggestion] { emit suggestionChosen(suggestion); });
        m_suggestionRow->layout()->addWidget(chip);
        m_suggestionRow->layout()->setAlignment(chip, Qt::AlignHCenter);
    }
    m_suggestionRow->setVisible(!suggestions.isEmpty());
}

void AnswerView::addTurn(int turn) {
    auto* view = new TurnView(m_conversation->turns()[turn], *m_formulas, m_list);
    const auto index = [this, view] {
        return int(m_turns.indexOf(view));
    };
    connect(view, &TurnView::placeHovered, this,
            [this, index](int number) { emit placeHovered(index(), number); });
    connect(view, &TurnView::placeClicked, this,
            [this, index](int number) { emit placeClicked(index(), number); });
    connect(view, &TurnView::linkClicked, this, &AnswerView::linkClicked);
    connect(view, &TurnView::keepPlacesWanted, this,
            [this, index] { emit keepPlacesWanted(index()); });
    connect(view, &TurnView::againWanted, this, [this, index] { emit againWanted(index()); });
    connect(view, &TurnView::editWanted, this, [this, index] { emit editWanted(index()); });
    connect(view, &TurnView::removeWanted, this, [this, index] { emit removeWanted(index()); });
    m_column->insertWidget(m_column->count() - 1, view);
    m_turns.append(view);
    showRightPart();
}

void AnswerView::showTurn(int turn) {
    m_turns[turn]->showTurn(m_conversation->turns()[turn]);
    if (m_conversation->turns()[turn].hasEnded()) {
        m_turns[turn]->announce();
    }
}

void AnswerView::removeTurn(int turn) {
    TurnView* removed = m_turns.takeAt(turn);
    removed->hide();
    removed->deleteLater(); // it may be its own menu that asked for it
    showRightPart();
}

void AnswerView::removeTurns() {
    qDeleteAll(m_turns);
    m_turns.clear();
    showRightPart();
}

void AnswerView::showRightPart() {
    m_welcome->setVisible(m_turns.isEmpty() && m_conversation != nullptr);
    m_column->setStretch(m_column->count() - 1, m_turns.isEmpty() ? 0 : 1);
}

void AnswerView::lightPlace(int turn, int number) {
    for (int i = 0; i < m_turns.size(); ++i) {
        m_turns[i]->lightPlace(i == turn ? number : 0);
    }
}

void AnswerView::paintEvent(QPaintEvent* event) {
    QScrollArea::paintEvent(event);
    QPainter painter(viewport());
    paintViewportFocus(painter, *this);
}

void AnswerView::focusInEvent(QFocusEvent* event) {
    QScrollArea::focusInEvent(event);
    viewport()->update();
}

void AnswerView::focusOutEvent(QFocusEvent* event) {
    QScrollArea::focusOutEvent(event);
    viewport()->update();
}

void AnswerView::scrollToTurn(int turn) {
    ensureWidgetVisible(m_turns[turn]);
}

} // namespace ui

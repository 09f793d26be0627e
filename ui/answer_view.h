// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// AnswerView: the turns of one conversation from the first to the latest, following the text while
// it streams as long as the reader stays at the end. Empty, it says what to do. GUI thread.
#pragma once

#include "app/asking/conversation.h"

#include <QScrollArea>

class QStackedLayout;
class QVBoxLayout;

namespace ui {

class Chip;
class FormulaTypesetter;
class TurnView;

// What a first-time user can ask with one click.
struct Suggestion {
    app::Task task = app::Task::Ask;
    QString text;
};

class AnswerView final : public QScrollArea {
    Q_OBJECT
public:
    explicit AnswerView(QWidget* parent = nullptr);

    // Null: nothing is open. The conversation must outlive the view or be replaced before.
    void setConversation(app::Conversation* conversation);
    void setSuggestions(const QVector<Suggestion>& suggestions);
    // Lights the chip of this place of this turn and no other; number 0: none.
    void lightPlace(int turn, int number);
    void scrollToTurn(int turn);

signals:
    void placeHovered(int turn, int number);
    void placeClicked(int turn, int number);
    void linkClicked(const QString& target);
    void keepPlacesWanted(int turn);
    void againWanted(int turn);
    void editWanted(int turn);
    void removeWanted(int turn);
    void suggestionChosen(const ui::Suggestion& suggestion);

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QWidget* buildWelcome();
    void addTurn(int turn);
    void showTurn(int turn);
    void removeTurn(int turn);
    void removeTurns();
    void showRightPart();

    app::Conversation* m_conversation = nullptr;
    FormulaTypesetter* m_formulas;
    QWidget* m_welcome;
    QWidget* m_suggestionRow = nullptr;
    QWidget* m_list;
    QVBoxLayout* m_column;
    QVector<TurnView*> m_turns;
    bool m_follow = true;
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// TurnView: one question with its answer as it grows, the chips of its places, how it ended and
// what can be done with it. Shows a Turn value each time it is told to; keeps no state of its own.
// GUI thread.
#pragma once

#include "app/asking/conversation.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace ui {

class AnswerText;
class Chip;
class FormulaTypesetter;
class IconLabel;

class TurnView final : public QWidget {
    Q_OBJECT
public:
    TurnView(const app::Turn& turn, FormulaTypesetter& formulas, QWidget* parent);

    // Cheap enough for every piece of streamed text.
    void showText(const app::Turn& turn);
    void showTurn(const app::Turn& turn);
    // What has come of it, to whoever cannot see it.
    void announce();
    // 0: none.
    void lightPlace(int number);

signals:
    // Numbers from 1 in the order of the result's places; 0 when the pointer leaves.
    void placeHovered(int number);
    void placeClicked(int number);
    void linkClicked(const QString& target);
    void keepPlacesWanted();
    void againWanted();
    void editWanted();
    void removeWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void buildKeepPlaces();
    QLayout* buildQuestion();
    QLayout* buildFooter();
    QToolButton* addButton(QHBoxLayout* row, const char* name, const char* iconName,
                           const QString& toolTip);
    void buildMenu(QToolButton* button);
    void showQuestion(const app::Turn& turn);
    void showChips(const QVector<app::Place>& places);
    void copyMarkdown() const;
    void copyPlain() const;

    QLabel* m_question;
    QLabel* m_pageNumber;
    IconLabel* m_icon;
    AnswerText* m_answer;
    QWidget* m_chipRow;
    QVector<Chip*> m_chips;
    QToolButton* m_keepPlaces = nullptr; // behind the chips
    QLabel* m_footer;
    QLabel* m_advice; // what to do about an answer that is not whole
    QVector<QAction*> m_copyActions;
    QToolButton* m_copy = nullptr;
    QString m_written; // the answer as the model wrote it
};

// "41 tokens · 12 tokens/s": how the turn stands or ended, for the line below it.
QString turnStatus(const app::Turn& turn);
QString endText(app::AnswerEnd end); // "complete", "stopped at the length limit"
// "p. 3", "p. 3, 4", "p. 3, a part of it"
QString partsText(const QVector<app::PagePart>& parts);

} // namespace ui

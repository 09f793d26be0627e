// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// TurnView: one question with its answer as it grows, the chips of its places, and how it ended.
// Shows a Turn value each time it is told to; keeps no state of its own. GUI thread.
#pragma once

#include "ui/conversation.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace ui {

class Chip;
class GrowingText;

class TurnView final : public QWidget {
    Q_OBJECT
public:
    explicit TurnView(const Turn& turn, QWidget* parent = nullptr);

    // Cheap enough for every piece of streamed text.
    void showText(const Turn& turn);
    void showTurn(const Turn& turn);
    // 0: none.
    void lightPlace(int number);

signals:
    // Numbers from 1 in the order of the result's places; 0 when the pointer leaves.
    void placeHovered(int number);
    void placeClicked(int number);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLayout* buildQuestion(const Turn& turn);
    QLayout* buildFooter();
    void showFailure(const app::Failure& failure);
    void showChips(const QVector<app::Place>& places);
    void underlinePlaces(const QVector<app::Place>& places);

    QLabel* m_question;
    QLabel* m_pageNumber;
    GrowingText* m_answer;
    QWidget* m_chipRow;
    QVector<Chip*> m_chips;
    QLabel* m_footer;
    QToolButton* m_copy;
};

// "41 tokens · 12 tokens/s": how the turn stands or ended, for the line below it.
QString turnStatus(const Turn& turn);

} // namespace ui

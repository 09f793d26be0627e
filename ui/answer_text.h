// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// AnswerText: one answer as it is read: plain or from Markdown, growing without flicker, with the
// words that have a place on the page marked in the place's colour. Answers are untrusted: nothing
// is ever loaded for them and no link followed; what was clicked is only said. GUI thread.
#pragma once

#include "app/analysis/analysis.h"
#include "ui/markdown_document.h"
#include "ui/widgets/growing_text.h"

#include <QTimer>

namespace ui {

class FormulaTypesetter;

class AnswerText final : public GrowingText {
    Q_OBJECT
public:
    // Without a typesetter formulas are not drawn. It must outlive the text.
    explicit AnswerText(FormulaTypesetter* formulas, QWidget* parent = nullptr);

    void showPlain(const QString& text);
    // Growing text is shown some fifteen times a second, ended text at once.
    void showMarkdown(const QString& text, app::AnswerState state);
    // Places with an offset into the text shown last.
    void markPlaces(const QVector<app::Place>& places);
    void lightPlace(int number);
    // As Markdown is read, without its markup.
    QString plainText() const;
    QStringList links() const;

signals:
    void linkClicked(const QString& target);
    // Numbers from 1; 0 when the pointer leaves.
    void placeHovered(int number);
    void placeClicked(int number);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    QMimeData* createMimeDataFromSelection() const override;

private:
    struct MarkedPlace {
        int number = 0;
        int first = 0; // document positions
        int last = 0;
    };

    void renderMarkdown();
    void repaintMarks();
    int placeAt(const QPoint& viewport) const;
    void paintQuoteBars(QPainter& painter) const;
    void hover(int number);

    MarkdownDocument m_markdown;
    QString m_text;
    app::AnswerState m_state = app::AnswerState::Growing;
    bool m_isMarkdown = false;
    QTimer m_soon; // growing text waits for it
    QVector<MarkedPlace> m_places;
    int m_lit = 0;
    int m_hovered = 0;
    QPoint m_pressed;
};

} // namespace ui

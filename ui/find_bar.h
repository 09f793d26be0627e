// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// FindBar: what is looked for in the document, above the pages. Knows nothing of documents: it says
// what was typed and shows what it is told. GUI thread.
#pragma once

#include "app/documents/text_search.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QToolButton;

namespace ui {

class FindBar final : public QFrame {
    Q_OBJECT
public:
    explicit FindBar(QWidget* parent = nullptr);

    // Shows it with its text selected, ready to type.
    void open();
    void close();
    app::SearchQuery query() const;
    // count −1: nothing was looked for; current 0: none yet.
    void showCount(int current, int count, bool running);
    void showNote(const QString& note);
    // Of the text being looked for, when it is not there.
    void setMissing(bool missing);

signals:
    void queryChanged();
    void nextWanted();
    void previousWanted();
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QToolButton* addButton(const char* name, const char* iconName, const QString& toolTip);
    QToolButton* addSwitch(const char* name, const QString& text, const QString& toolTip);

    QLineEdit* m_text;
    QLabel* m_count;
    QToolButton* m_previous;
    QToolButton* m_next;
    QToolButton* m_matchCase;
    QToolButton* m_wholeWords;
    QToolButton* m_close;
};

} // namespace ui

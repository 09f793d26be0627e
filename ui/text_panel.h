// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// TextPanel: the side panel's tab for the text of the current page: a picture of the current line,
// below it the lines as they were read, to be corrected where they stand; uncertain words one after
// another. Says what the user wants; corrections are made in the list itself. GUI thread.
#pragma once

#include "app/documents/document.h"
#include "ui/proof_rows.h"

#include <QWidget>

#include <memory>

class QAction;
class QLabel;
class QListView;
class QStackedWidget;
class QToolButton;

namespace ui {

class LinePicture;
class ProofDelegate;

class TextPanel final : public QWidget {
    Q_OBJECT
public:
    explicit TextPanel(QWidget* parent = nullptr);

    // Null: no document.
    void setDocument(std::shared_ptr<const app::Document> document, app::Annotations* annotations);
    void showPage(int page);
    // A model is reading this page just now.
    void setReading(bool reading);
    void setActions(QAction* previous, QAction* next, QAction* exporting);

    const app::ProofLines& lines() const { return m_lines; }

    // −1: none.
    int currentLine() const;
    void chooseLine(int row);
    void lightLine(int row);
    // Edits the next (by 1) or previous (by −1) uncertain word of the page; false when there is
    // none any more. fromEnd: from the end (the beginning) of the page instead of the current word.
    bool stepToUncertain(int by, bool fromEnd = false);

signals:
    void readWanted();
    // By mouse or keyboard in the list; −1: none.
    void lineChosen(int row);
    void lineHovered(int row);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildList();
    QWidget* buildFooter();
    void refresh();
    void refreshCount();
    void refreshPicture();
    void editWord(int row, const app::UncertainSpan& span);

    ProofRows m_lines;
    QStackedWidget* m_stack; // not read, being read, no text, lines
    LinePicture* m_picture;
    QListView* m_list;
    ProofDelegate* m_delegate;
    QLabel* m_count;
    QToolButton* m_previous;
    QToolButton* m_next;
    QToolButton* m_export;
    app::Annotations* m_annotations = nullptr;
    int m_page = 0;
    bool m_reading = false;
    app::UncertainSpan m_span; // of the current line; length 0: none
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// BoxesPanel: the side panel's tab for the boxes of the document: a table with one row per box, and
// what can be done with them. Says what the user wants; names are changed in the table itself. GUI
// thread.
#pragma once

#include "ui/box_rows.h"

#include <QWidget>

#include <functional>

class QAction;
class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace ui {

class SegmentedControl;

class BoxesPanel final : public QWidget {
    Q_OBJECT
public:
    explicit BoxesPanel(QWidget* parent = nullptr);

    // Null: no document.
    void setAnnotations(app::Annotations* annotations);
    void setPages(int count, int current);
    // The colour of a label, as in placeColor().
    void setColors(std::function<int(const QString& label)> colorOf);
    void setActions(QAction* add, QAction* remove, QAction* importing, QAction* exporting);

    QVector<quint64> chosen() const;
    // The row of this box and no other; 0: none.
    void choose(quint64 id);
    void light(quint64 id);
    // Begins to edit the label of the current row; false when there is none or the table has no
    // focus.
    bool editLabel();

    // Beside the tabs.
    QWidget* corner() const { return m_corner; }

signals:
    void findWanted();
    // By mouse or keyboard in the table; 0: none or several.
    void boxChosen(quint64 id);
    void boxActivated(quint64 id);
    void boxHovered(quint64 id);
    void selectionChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildTable();
    QWidget* buildFooter();
    void refresh();
    void tellChosen();

    BoxRows m_rows;
    QStackedWidget* m_stack; // what to do without boxes, or the table
    QTableView* m_table;
    QLabel* m_count;
    SegmentedControl* m_scope;
    QWidget* m_corner;
    QToolButton* m_add;
    QToolButton* m_remove;
    QToolButton* m_import;
    QToolButton* m_export;
    int m_page = 0;
    bool m_quiet = false; // the selection is changed from outside
};

} // namespace ui

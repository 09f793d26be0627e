// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// LibraryPanel: the side panel's tab for everything that was read or asked: searched while one
// types, else the documents seen last. Says what the user has chosen; opens nothing itself. GUI
// thread, no call blocks; the library must outlive it.
#pragma once

#include "app/library/library.h"
#include "ui/library_rows.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QStackedWidget;

namespace ui {

class LibraryPanel final : public QWidget {
    Q_OBJECT
public:
    explicit LibraryPanel(QWidget* parent = nullptr);

    void setLibrary(app::Library* library);
    // What is in the library may have changed.
    void refresh();
    void focusSearch();

signals:
    // terms: what to light there; none for a document.
    void chosen(const app::LibraryHit& hit, const QStringList& terms);
    void readWanted();

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildSearch();
    QWidget* buildResults();
    void ask();
    void showHits(const app::Result<app::LibraryHits>& hits);
    void showDocuments(const app::Result<QVector<app::DocumentRecord>>& documents);
    void showFailure(const app::Failure& failure);
    void note(const QString& text, const QString& details = {});
    void choose(const QModelIndex& index);

    app::Library* m_library = nullptr;
    LibraryRows m_rows;
    QTimer m_typing;     // gathers keystrokes
    quint64 m_asked = 0; // answers to earlier questions are dropped
    QStringList m_terms; // of what is shown
    QLineEdit* m_search;
    QStackedWidget* m_stack; // what to do with an empty library, or the list
    QListView* m_list;
    QLabel* m_note;
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow: puts the parts side by side: documents in tabs, the page view with the page strip,
// the side panel, the status line. What can be done with them belongs to the areas (ui/areas), one
// object each; main_window_menus.cpp makes menus and tool bar from their tables. GUI thread; queue,
// settings, prompts and model loader must outlive it.
#pragma once

#include "ui/areas/annotating.h"
#include "ui/areas/asking.h"
#include "ui/areas/bulk_asking.h"
#include "ui/areas/bulk_reading.h"
#include "ui/areas/exporting.h"
#include "ui/areas/help.h"
#include "ui/areas/library_keeping.h"
#include "ui/areas/models.h"
#include "ui/areas/navigating.h"
#include "ui/areas/proof_reading.h"
#include "ui/areas/restoring.h"
#include "ui/areas/seeing.h"
#include "ui/areas/text_on_pages.h"
#include "ui/areas/viewing.h"

#include <QMainWindow>

class QMimeData;
class QSplitter;
class QStackedWidget;

namespace ui {

class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(app::AnalysisQueue& queue, app::Settings& settings, Prompts& prompts,
               app::ModelLoader& modelLoader);
    ~MainWindow() override;

    void openPaths(const QStringList& paths);
    // What an earlier run left open; false: nothing.
    bool restoreSession();
    // The page that ships with the program, with three questions to click.
    void openSample();
    // ModelLoader::start; what is wrong with that is said above the page.
    void startModel(const QString& wish, const QString& device, std::optional<int> threads);
    // From now on what is read, asked and made is kept there and comes back. Before documents open;
    // both must outlive the window.
    void useLibrary(app::Library& library, app::LibraryNews& news);

signals:
    // The settings of the look have changed.
    void appearanceChanged();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void buildCentre();
    void buildSide();
    void connectAreas();
    void showDocument(const OpenDocument* open);
    void showPanels();
    void refreshActivity();
    void take(const QMimeData& mime);

    // main_window_menus.cpp
    void buildMenus();
    void connectActions();
    void buildToolBar();
    void showPageMenu(const QPoint& global);
    QVector<ActionRow> fileRows();
    QVector<ActionRow> closeRows();
    QVector<ActionRow> pasteRows();
    QVector<ActionRow> panelRows();
    QVector<ActionRow> documentRows();
    void updateActions();

    Workspace m_work;
    QSplitter* m_splitter;
    Viewing m_viewing;
    Navigating m_navigating;
    TextOnPages m_textOnPages;
    Annotating m_annotating;
    Asking m_asking;
    ProofReading m_proofReading;
    Seeing m_seeing;
    LibraryKeeping m_libraryKeeping;
    BulkReading m_bulkReading;
    BulkAsking m_bulkAsking;
    Exporting m_exporting;
    Models m_models;
    Help m_help;
    Restoring m_restoring;
    QStackedWidget* m_stack; // the page view, or what to do without a document
    int m_pasted = 0;
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow: puts the parts side by side and connects them: documents in tabs, the page view with
// the page strip, the side panel, the status line. main_window.cpp builds it and keeps the
// documents, main_window_actions.cpp fills menus and tool bar; each of the others has one area, as
// it is called. GUI thread; queue, settings, prompts and model loader must outlive it.
#pragma once

#include "app/analysis/analysis_queue.h"
#include "app/annotating/annotations.h"
#include "app/asking/question_parts.h"
#include "app/documents/document_text.h"
#include "app/documents/page_renderer.h"
#include "app/exporting/box_import.h"
#include "app/library/annotation_keeper.h"
#include "app/library/conversation_keeper.h"
#include "app/library/library_news.h"
#include "app/models/model_loader.h"
#include "app/settings.h"
#include "ui/action_table.h"
#include "ui/dialogs/preferences_dialog.h"
#include "ui/document_loader.h"
#include "ui/page_view.h"
#include "ui/prompts.h"
#include "ui/session.h"
#include "ui/side_panel.h"
#include "ui/tile_source.h"
#include "ui/view_history.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QMenu;
class QMimeData;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QToolBar;
class QToolButton;

namespace ui {

class AskPanel;
class BoxTool;
class BoxesPanel;
class DocumentFind;
class DownloadRun;
class FindBar;
class LibraryPanel;
class LitWords;
class MessageBar;
class NavigationPanel;
class OutlineView;
class ModelDialog;
class PageStrip;
class RegionTool;
class StatusLine;
class TextSelection;
class TextPanel;
class TileInspector;

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
    // What keeps the model from being there; the window is a viewer then.
    void showNoModel(const app::Failure& failure);

signals:
    // The settings of the look have changed.
    void appearanceChanged();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    struct OpenDocument {
        QString path; // empty for the sample and for pasted pictures
        std::shared_ptr<const app::Document> document;
        std::shared_ptr<app::DocumentText> text; // of its pages, own or read
        std::unique_ptr<app::Conversation> conversation;
        std::unique_ptr<app::Annotations> annotations;
        std::unique_ptr<app::ConversationKeeper> conversationKeeper; // null without a library
        std::unique_ptr<app::AnnotationKeeper> annotationKeeper;
        app::QuestionParts parts; // of the next question
        ViewPosition position;
        ViewHistory history;
        int placesTurn = -1; // whose places are on the page
    };

    // main_window.cpp
    QWidget* buildCentre();
    void buildSide();
    void connectViews();
    void addDocument(const QString& path, std::shared_ptr<const app::Document> document);
    void closeDocument(int index);
    void showDocument(int index);
    OpenDocument* current();
    // Above the page, in nobody's way.
    void showFailure(const app::Failure& failure);
    QString titleOf(const OpenDocument& open) const;
    void showSidePanels();
    void showSideTab(SideTab tab);
    void refreshTitle();

    // main_window_actions.cpp
    void buildMenus();
    void buildToolBar();
    QVector<ActionRow> fileRows();
    QVector<ActionRow> closeRows();
    QVector<ActionRow> editRows();
    QVector<ActionRow> viewRows();
    QVector<ActionRow> goRows();
    QVector<ActionRow> pageRows();
    QWidget* buildPageField();
    QToolButton* buildZoomButton();
    void goToTypedPage();
    void updateActions();
    void updatePageField();
    void updateZoomText();

    // main_window_session.cpp
    void restoreWindow();
    void showPath(const QString& path);
    void keepSession();
    void fillRecentFiles();
    QVector<ActionRow> pasteRows();
    static bool canTake(const QMimeData& mime);
    void take(const QMimeData& mime);

    // main_window_viewing.cpp
    QVector<ActionRow> historyOfViewRows();
    QVector<ActionRow> colorRows();
    void connectNavigation();
    void goBack();
    void goForward();
    void setPageColors(app::PageColors colors);
    void refreshPageStates();
    QVector<ActionRow> mouseRows();
    QVector<ActionRow> turnRows();
    QVector<ActionRow> textRows();
    void connectMouseModes();
    void connectText();
    void showTextOf(OpenDocument* open);
    void takeReadText(OpenDocument& open, int page, const app::PageText& text);

    // main_window_answers.cpp
    void connectQueue();
    void connectPlaces();
    void startQuestion(app::Task mode);
    void ask(app::Task task, const QString& text);
    void askAbout(app::Task task, const QString& text, const QVector<app::PagePart>& parts);
    void connectTurns();
    void askAgain(int turn);
    void removeTurn(int turn);
    void letGoOfPlaces(const OpenDocument& open, int turn);
    void openLink(const QString& target);
    void refreshPresets();
    void editPresets();
    app::AnswerFormat answerFormat() const;
    void followTurn(OpenDocument& open, int turn);
    void takeModel(const app::ModelDescription& model);
    void showPlacesOf(int turn);
    void hoverPlace(int turn, int number);
    void goToPlace(int turn, int number);
    void refreshActivity();
    void stopAnswers();
    void copyLastAnswer();
    void clearAnswers();
    bool keepsHistory() const;

    // main_window_seeing.cpp
    QVector<ActionRow> tileRows();
    QVector<ActionRow> pinRows();
    void connectSeeing();
    void showTiles(bool shown);
    void chooseTileKind(TileKind kind);
    void chooseTileBudget(bool eighteen);
    QVector<app::PagePart> questionParts() const;
    void refreshTiles();
    void takeTiles(const TileView& view);
    void clickTile(const PagePoint& point);
    void inspectTile(int tile);
    void showInspector(const TileView& view, const QVector<QImage>& tiles);
    void askAboutTileAt(const PagePoint& point);
    void askAboutPart(const app::PagePart& part);
    void chooseRegion(const std::optional<app::PagePart>& region);
    void pinPage(bool pinned);
    void refreshParts();
    void refreshBudget();
    // main_window_models.cpp
    QVector<ActionRow> toolRows();
    void connectModels();
    void showModels();
    void forgetModel();

    // main_window_help.cpp
    QVector<ActionRow> helpRows();
    QVector<ActionRow> preferenceRows();
    void showPreferences(PreferencePage page);
    void showShortcuts();
    void showLog();
    void showAbout();
    void copyDiagnostics();

    // main_window_places.cpp
    QVector<ActionRow> historyRows();
    QVector<ActionRow> boxRows();
    void connectBoxes();
    void updateBoxActions();
    void refreshMarks();
    void revealBox(quint64 id);
    void keepPlaces(int turn);

    // main_window_library.cpp
    QVector<ActionRow> libraryRows();
    void connectLibrary();
    void keepInLibrary(OpenDocument& open);
    void searchLibrary();
    void openHit(const app::LibraryHit& hit, const QStringList& terms);
    void checkWanted(const OpenDocument& opened);
    void showHit(OpenDocument& open, const app::LibraryHit& hit);
    // main_window_proofs.cpp
    QVector<ActionRow> proofRows();
    void connectProofs();
    void takeReading(OpenDocument& open, int turn);
    void refreshReading();
    QVector<PlaceMark> lineMarks() const;
    void lightLine(int row);
    void revealLine(int row);
    void stepToUncertain(int by);
    void updateProofActions();

    // main_window_exporting.cpp
    QVector<ActionRow> exportRows();
    ExportOffer exportOffer(const OpenDocument& open) const;
    void exportDocument();
    void startExport(const app::ExportJob& job);
    void tellExported(const app::Result<app::ExportReport>& report);
    void importBoxes();
    void takeImported(app::Annotations& annotations, const app::ImportedBoxes& imported);

    app::AnalysisQueue& m_queue;
    app::Settings& m_settings;
    Prompts& m_prompts;
    app::ModelLoader& m_modelLoader;
    std::unique_ptr<DownloadRun> m_download; // once the models have been shown
    QPointer<ModelDialog> m_modelDialog;
    app::PageRenderer m_renderer;
    DocumentLoader m_loader;
    TileSource m_tileSource;
    ActionTable m_actions;
    std::unique_ptr<Shortcuts> m_shortcuts; // of m_actions, once these are there
    app::Library* m_library = nullptr;
    std::optional<app::FailureCode> m_libraryFailure; // said last
    std::optional<app::LibraryHit> m_wanted;          // its document is being opened
    QStringList m_terms;                              // to light when it is shown
    std::optional<app::ModelDescription> m_model;
    TileView m_tiles; // of what would be asked about, shown or not
    bool m_tilesShown = false;
    TileView m_inspected; // what the inspector shows
    int m_clickedTile = 0;
    QTimer m_clickSettles;
    std::vector<std::unique_ptr<OpenDocument>> m_documents;
    int m_index = -1;

    QTabBar* m_tabs;
    MessageBar* m_messages;
    QStackedWidget* m_stack; // the page view, or what to do without a document
    FindBar* m_findBar;
    PageView* m_pages;
    BoxTool* m_boxTool; // these are on the pages
    RegionTool* m_regionTool;
    TileInspector* m_inspector = nullptr; // once it was wanted
    PageStrip* m_strip;
    OutlineView* m_outline;
    NavigationPanel* m_navigation;
    QSplitter* m_splitter = nullptr;
    QMenu* m_recent = nullptr;
    SidePanel* m_side;
    AskPanel* m_panel; // these are tabs of it
    TextPanel* m_text;
    BoxesPanel* m_boxes;
    LibraryPanel* m_libraryPanel;
    StatusLine* m_status;
    Session m_session;
    QHash<QString, ViewPosition> m_restored; // by path, until they are open
    QString m_restoredCurrent;
    int m_pasted = 0;
    std::weak_ptr<const app::Document> m_sample;
    std::unique_ptr<TextSelection> m_selection;
    std::unique_ptr<DocumentFind> m_find;
    std::unique_ptr<LitWords> m_litWords;
    QLineEdit* m_pageField = nullptr;
    QLabel* m_pageTotal = nullptr;
    QToolButton* m_zoomButton = nullptr;
};

} // namespace ui

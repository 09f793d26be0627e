// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow's middle: questions to the queue, answers and their places to the views, and what the
// model gets of the current page.
#include "app/asking/markdown.h"
#include "ui/ask_panel.h"
#include "ui/dialogs/presets_dialog.h"
#include "ui/failure_text.h"
#include "ui/main_window.h"
#include "ui/status_line.h"
#include "ui/widgets/message_bar.h"

#include <QClipboard>
#include <QGuiApplication>

namespace ui {

namespace {

// "Nano": people know the program's name already.
QString shortName(const app::ModelCard& card) {
    const QString prefix = QStringLiteral("Tessera ");
    return card.name.startsWith(prefix) ? card.name.mid(prefix.size()) : card.name;
}

} // namespace

void MainWindow::connectQueue() {
    connect(&m_queue, &app::AnalysisQueue::busyChanged, this, [this] {
        updateActions();
        refreshActivity();
    });
    connect(&m_tileSource, &TileSource::ready, this, &MainWindow::takeTiles);
    connect(&m_tileSource, &TileSource::unavailable, this, [this] { takeTiles({}); });
    connect(m_panel, &AskPanel::asked, this, &MainWindow::ask);
    connect(m_panel, &AskPanel::questionChanged, this, &MainWindow::refreshBudget);
    connect(m_panel->answers(), &AnswerView::suggestionChosen, this,
            [this](const Suggestion& chosen) { ask(chosen.task, chosen.text); });
    connect(m_panel, &AskPanel::presetsEditWanted, this, &MainWindow::editPresets);
    connectTurns();
    refreshPresets();
}

void MainWindow::refreshPresets() {
    const auto presets = app::presetsIn(m_settings, defaultPresets());
    m_panel->setPresets(m_model ? app::presetsFor(m_model->card, presets) : QVector<app::Preset>());
}

void MainWindow::editPresets() {
    auto* dialog = new PresetsDialog(app::presetsIn(m_settings, defaultPresets()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        app::keepPresets(m_settings, dialog->presets(), defaultPresets());
        refreshPresets();
    });
    dialog->open();
}

void MainWindow::connectTurns() {
    const AnswerView* answers = m_panel->answers();
    connect(answers, &AnswerView::linkClicked, this, &MainWindow::openLink);
    connect(answers, &AnswerView::againWanted, this, &MainWindow::askAgain);
    connect(answers, &AnswerView::removeWanted, this, &MainWindow::removeTurn);
    connect(answers, &AnswerView::editWanted, this, [this](int turn) {
        if (const OpenDocument* open = current(); open != nullptr && m_model) {
            m_panel->edit(open->conversation->turns()[turn]);
        }
    });
    connect(m_panel, &AskPanel::askedInstead, this, [this](quint64 id, const QString& text) {
        OpenDocument* open = current();
        const int turn = open ? open->conversation->indexOf(id) : -1;
        if (turn >= 0 && m_model) {
            letGoOfPlaces(*open, turn);
            open->conversation->askInstead(turn, text);
        }
    });
}

void MainWindow::connectPlaces() {
    connect(m_panel->answers(), &AnswerView::placeHovered, this, &MainWindow::hoverPlace);
    connect(m_panel->answers(), &AnswerView::placeClicked, this, &MainWindow::goToPlace);
    connect(m_pages, &PageView::placeHovered, this, [this](int number) {
        if (m_side->current() != SideTab::Ask) {
            return; // the boxes on the page are not an answer's
        }
        m_pages->lightPlace(number);
        if (const OpenDocument* open = current()) {
            m_panel->answers()->lightPlace(open->placesTurn, number);
        }
    });
    connect(m_pages, &PageView::placeClicked, this, [this] {
        const OpenDocument* open = current();
        if (open != nullptr && m_side->current() == SideTab::Ask) {
            m_panel->answers()->scrollToTurn(open->placesTurn);
        }
    });
}

void MainWindow::takeModel(const app::ModelDescription& model) {
    m_model = model;
    for (const auto& open : m_documents) {
        if (open->conversationKeeper) {
            open->conversationKeeper->setModel(model.card.name);
        }
    }
    m_tileSource.setModel(m_model);
    app::ModelCard card = model.card;
    card.name = shortName(card);
    m_panel->setModel(card);
    // A model that reads whole pages anyway has nothing to choose.
    const bool packs = card.readingMode == app::ReadingMode::PackedRows;
    m_actions[QStringLiteral("tilesAsRead")]->setVisible(packs);
    m_actions[QStringLiteral("tilesWholePage")]->setVisible(packs);
    m_status->setModel(QStringLiteral("%1 · %2").arg(card.name, model.device));
    m_actions[model.choice.eighteenTiles ? QStringLiteral("eighteenTiles")
                                         : QStringLiteral("nineTiles")]
        ->setChecked(true);
    refreshPresets();
    updateActions();
    refreshTiles();
}

// --- questions and answers ---

bool MainWindow::keepsHistory() const {
    // A model that only looks fields up was not trained on conversations.
    return m_model && m_model->card.lookUpPrompt.isEmpty();
}

void MainWindow::startQuestion(app::Task mode) {
    showSideTab(SideTab::Ask);
    m_panel->focusQuestion(mode);
}

void MainWindow::ask(app::Task task, const QString& text) {
    const QVector<app::PagePart> parts = questionParts();
    // A text is read page by page.
    askAbout(task, text, task == app::Task::Read ? parts.mid(0, 1) : parts);
}

void MainWindow::askAbout(app::Task task, const QString& text,
                          const QVector<app::PagePart>& parts) {
    OpenDocument* open = current();
    if (open == nullptr || !m_model) {
        return;
    }
    if (task != app::Task::Read || m_side->current() != SideTab::Text) {
        showSideTab(SideTab::Ask);
    }
    open->conversation->ask({task, text, parts, answerFormat(), keepsHistory()});
    updateActions();
    refreshActivity();
}

// What a model that reads lines writes is what stands there, and no Markdown.
app::AnswerFormat MainWindow::answerFormat() const {
    return m_model->card.readingMode == app::ReadingMode::PackedRows ? app::AnswerFormat::Plain
                                                                     : app::AnswerFormat::Markdown;
}

void MainWindow::askAgain(int turn) {
    OpenDocument* open = current();
    if (open != nullptr && m_model) {
        letGoOfPlaces(*open, turn);
        open->conversation->askAgain(turn);
    }
}

void MainWindow::removeTurn(int turn) {
    OpenDocument* open = current();
    if (open == nullptr) {
        return;
    }
    letGoOfPlaces(*open, turn);
    open->conversation->remove(turn);
    if (open->placesTurn > turn) {
        --open->placesTurn;
    }
    updateActions();
    refreshActivity();
    refreshBudget();
}

// The turn's answer goes; so do its boxes on the page.
void MainWindow::letGoOfPlaces(const OpenDocument& open, int turn) {
    if (open.placesTurn == turn) {
        showPlacesOf(-1);
    }
}

void MainWindow::openLink(const QString& target) {
    if (const auto url = app::openableLink(target)) {
        m_prompts.offerLink(*url);
    }
}

void MainWindow::followTurn(OpenDocument& open, int turn) {
    const app::Turn& changed = open.conversation->turns()[turn];
    takeReading(open, turn);
    const bool isDone = changed.state == app::Turn::State::Done;
    if (isDone && changed.result.pageText && changed.asked.parts.first().region.isNull()) {
        takeReadText(open, changed.page(), *changed.result.pageText);
    }
    const bool hasPlaces = isDone && !changed.result.places.isEmpty();
    if (hasPlaces && &open == current()) {
        showPlacesOf(turn);
        const app::Place& first = changed.result.places.first();
        m_pages->reveal(changed.pageOf(first), first.box);
    } else if (hasPlaces) {
        open.placesTurn = turn;
    }
    updateActions();
    refreshActivity();
    refreshBudget();
}

void MainWindow::stopAnswers() {
    for (const auto& open : m_documents) {
        open->conversation->stop();
    }
}

void MainWindow::copyLastAnswer() {
    if (const OpenDocument* open = current()) {
        QGuiApplication::clipboard()->setText(open->conversation->turns().last().text);
    }
}

void MainWindow::clearAnswers() {
    OpenDocument* open = current();
    const bool sure =
        open != nullptr &&
        m_prompts.confirm(
            (open->conversationKeeper
                 ? tr("Clear the answers about “%1”? They stay in the library, where they can be "
                      "searched for.")
                 : tr("Clear the answers about “%1”? They are kept nowhere else."))
                .arg(titleOf(*open)),
            tr("Clear"));
    if (sure && !open->conversation->isBusy()) {
        showPlacesOf(-1);
        open->conversation->clear();
        updateActions();
    }
}

// --- places ---

void MainWindow::showPlacesOf(int turn) {
    QVector<PlaceMark> marks;
    OpenDocument* open = current();
    if (open != nullptr) {
        open->placesTurn = turn;
    }
    if (open != nullptr && turn >= 0) {
        const app::Turn& shown = open->conversation->turns()[turn];
        for (int i = 0; i < shown.result.places.size(); ++i) {
            const app::Place& place = shown.result.places[i];
            marks.append({i + 1, shown.pageOf(place), place.box, place.label});
        }
    }
    if (m_side->current() == SideTab::Ask) {
        m_pages->showPlaces(marks);
    }
}

void MainWindow::hoverPlace(int turn, int number) {
    const OpenDocument* open = current();
    if (open != nullptr && number > 0 && open->placesTurn != turn) {
        showPlacesOf(turn);
    }
    m_pages->lightPlace(number);
}

void MainWindow::goToPlace(int turn, int number) {
    hoverPlace(turn, number);
    if (const OpenDocument* open = current()) {
        const app::Turn& shown = open->conversation->turns()[turn];
        const app::Place& place = shown.result.places[number - 1];
        m_pages->reveal(shown.pageOf(place), place.box);
    }
}

void MainWindow::refreshActivity() {
    refreshPageStates();
    QString activity;
    if (m_loader.isBusy()) {
        activity = tr("opening…");
    }
    for (const auto& open : m_documents) {
        for (const app::Turn& turn : open->conversation->turns()) {
            if (!turn.hasEnded()) {
                activity = turn.asked.task == app::Task::Read
                               ? tr("reading page %1").arg(turn.page() + 1)
                           : turn.asked.task == app::Task::Find ? tr("finding")
                                                                : tr("answering");
                break;
            }
        }
    }
    if (activity.isEmpty() && m_queue.isBusy()) {
        activity = m_modelLoader.progress() > 0
                       ? tr("loading the model, %1 %").arg(int(m_modelLoader.progress() * 100))
                       : tr("loading the model");
    }
    m_status->setActivity(activity);
}

} // namespace ui

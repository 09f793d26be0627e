// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/areas/asking.h"

#include "app/asking/markdown.h"
#include "ui/ask_panel.h"
#include "ui/dialogs/presets_dialog.h"
#include "ui/model_texts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMainWindow>

#include <algorithm>

namespace ui {

namespace {

QVector<Suggestion> suggestionsForSample() {
    return {{app::Task::Read, {}},
            {app::Task::Ask, Asking::tr("What is the date?")},
            {app::Task::Find, QStringLiteral("eleven weeks")}};
}

// What a model that reads lines writes is what stands there, and no Markdown.
app::AnswerFormat answerFormat(const app::ModelCard& card) {
    return card.readingMode == app::ReadingMode::PackedRows ? app::AnswerFormat::Plain
                                                            : app::AnswerFormat::Markdown;
}

} // namespace

Asking::Asking(Workspace& work)
    : m_work(work)
    , m_panel(new AskPanel(&work.side())) {
    connect(m_panel, &AskPanel::asked, this, &Asking::ask);
    connect(m_panel->answers(), &AnswerView::suggestionChosen, this,
            [this](const Suggestion& chosen) { ask(chosen.task, chosen.text); });
    connect(m_panel, &AskPanel::presetsEditWanted, this, &Asking::editPresets);
    connectDocuments();
    connectTurns();
    connectPlaces();
    connect(&work, &Workspace::modelChanged, this, &Asking::takeModel);
    connect(&work, &Workspace::changed, this, &Asking::updateActions);
    refreshPresets();
}

QVector<ActionRow> Asking::pageRows() {
    return {
        {"readPage",
         tr("&Read Page"),
         "read",
         {QKeySequence(Qt::CTRL | Qt::Key_R)},
         [this] { ask(app::Task::Read, {}); },
         tr("Read the text of the page")},
        {"askPage",
         tr("&Ask…"),
         "ask",
         {QKeySequence(Qt::CTRL | Qt::Key_K)},
         [this] { start(app::Task::Ask); },
         tr("Ask about the page")},
        {"findOnPage",
         tr("&Find on Page…"),
         "find",
         {QKeySequence(Qt::CTRL | Qt::Key_L)},
         [this] { start(app::Task::Find); },
         tr("Find a phrase on the page")},
        separatorRow(),
        {"stopAnswer",
         tr("&Stop"),
         "stop",
         {QKeySequence(Qt::Key_Escape)},
         [this] { stopAnswers(); },
         tr("Stop the answer")},
    };
}

QVector<ActionRow> Asking::answerRows() {
    return {
        {"copyLastAnswer",
         tr("Copy Last Ans&wer"),
         "copy",
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
         [this] {
             copyLastAnswer();
         }},
        separatorRow(),
        {"clearAnswersAction",
         tr("Cl&ear Answers…"),
         "clear",
         {},
         [this] { clearAnswers(); },
         tr("Clear the answers about this document")},
    };
}

void Asking::connectActions() {
    m_panel->setClearAction(m_work.actions()["clearAnswersAction"]);
    m_panel->setStopAction(m_work.actions()["stopAnswer"]);
    m_panel->setPinAction(m_work.actions()["pinPage"]);
}

void Asking::updateActions() {
    const OpenDocument* open = m_work.current();
    const auto can = [this](app::Task task) {
        return m_work.model() && m_work.model()->card.tasks.contains(task);
    };
    const auto& all = m_work.documents().all();
    const bool busy = open && open->conversation.isBusy();
    const bool answering = std::any_of(all.begin(), all.end(),
                                       [](const auto& one) { return one->conversation.isBusy(); });
    const bool answered = open && !open->conversation.turns().isEmpty();
    m_work.actions().setEnabled({
        {"readPage", open && can(app::Task::Read)},
        {"askPage", open != nullptr},
        {"findOnPage", open && can(app::Task::Find)},
        {"stopAnswer", answering},
        {"copyLastAnswer", answered},
        {"clearAnswersAction", answered && !busy},
    });
}

void Asking::connectDocuments() {
    const DocumentTabs& documents = m_work.documents();
    connect(&documents, &DocumentTabs::added, this, [this](OpenDocument& open) {
        connect(&open.conversation, &app::Conversation::turnChanged, this,
                [this, &open](int turn) { followTurn(open, turn); });
    });
    connect(&documents, &DocumentTabs::leaving, this,
            [this] { m_panel->setConversation(nullptr); });
    connect(&documents, &DocumentTabs::shown, this, &Asking::show);
    connect(&m_work, &Workspace::tabShown, this, [this](SideTab tab) {
        if (const OpenDocument* open = m_work.current(); open != nullptr && tab == SideTab::Ask) {
            showPlacesOf(open->placesTurn);
        }
    });
}

void Asking::show(OpenDocument* open) {
    m_panel->setConversation(open ? &open->conversation : nullptr);
    m_panel->answers()->setSuggestions(open && open->document == m_sample.lock()
                                           ? suggestionsForSample()
                                           : QVector<Suggestion>{{app::Task::Read, {}}});
    if (open) {
        showPlacesOf(open->placesTurn);
    }
}

void Asking::setSample(const std::shared_ptr<const app::Document>& sample) {
    m_sample = sample;
}

void Asking::refreshPresets() {
    const auto presets = app::presetsIn(m_work.settings(), defaultPresets());
    m_panel->setPresets(m_work.model() ? app::presetsFor(m_work.model()->card, presets)
                                       : QVector<app::Preset>());
}

void Asking::editPresets() {
    auto* dialog =
        new PresetsDialog(app::presetsIn(m_work.settings(), defaultPresets()), &m_work.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        app::keepPresets(m_work.settings(), dialog->presets(), defaultPresets());
        refreshPresets();
    });
    dialog->open();
}

void Asking::connectTurns() {
    const AnswerView* answers = m_panel->answers();
    connect(answers, &AnswerView::linkClicked, this, &Asking::openLink);
    connect(answers, &AnswerView::keepPlacesWanted, this, &Asking::keepPlacesWanted);
    connect(answers, &AnswerView::againWanted, this, &Asking::askAgain);
    connect(answers, &AnswerView::removeWanted, this, &Asking::removeTurn);
    connect(answers, &AnswerView::editWanted, this, [this](int turn) {
        if (const OpenDocument* open = m_work.current(); open != nullptr && m_work.model()) {
            m_panel->edit(open->conversation.turns()[turn]);
        }
    });
    connect(m_panel, &AskPanel::askedInstead, this, [this](quint64 id, const QString& text) {
        OpenDocument* open = m_work.current();
        const int turn = open ? open->conversation.indexOf(id) : -1;
        if (turn >= 0 && m_work.model()) {
            letGoOfPlaces(*open, turn);
            open->conversation.askInstead(turn, text);
        }
    });
}

void Asking::connectPlaces() {
    connect(m_panel->answers(), &AnswerView::placeHovered, this, &Asking::hoverPlace);
    connect(m_panel->answers(), &AnswerView::placeClicked, this, &Asking::goToPlace);
    connect(&m_work.pages(), &PageView::placeHovered, this, [this](int number) {
        if (m_work.side().current() != SideTab::Ask) {
            return; // the boxes on the page are not an answer's
        }
        m_work.pages().lightPlace(number);
        if (const OpenDocument* open = m_work.current()) {
            m_panel->answers()->lightPlace(open->placesTurn, number);
        }
    });
    connect(&m_work.pages(), &PageView::placeClicked, this, [this] {
        const OpenDocument* open = m_work.current();
        if (open != nullptr && m_work.side().current() == SideTab::Ask) {
            m_panel->answers()->scrollToTurn(open->placesTurn);
        }
    });
}

void Asking::takeModel() {
    if (const auto& model = m_work.model()) {
        app::ModelCard card = model->card;
        card.name = shortName(card);
        m_panel->setModel(card);
        for (const auto& open : m_work.documents().all()) {
            if (open->conversationKeeper) {
                open->conversationKeeper->setModel(model->card.name);
            }
        }
    } else {
        m_panel->clearModel();
    }
    refreshPresets();
}

// --- questions and answers ---

void Asking::start(app::Task mode) {
    m_work.showTab(SideTab::Ask);
    m_panel->focusQuestion(mode);
}

void Asking::ask(app::Task task, const QString& text) {
    OpenDocument* open = m_work.current();
    if (open == nullptr || !m_work.model()) {
        return;
    }
    QVector<app::PagePart> parts = m_work.questionParts();
    if (task == app::Task::Read) {
        parts.resize(1); // a text is read page by page
    }
    if (task != app::Task::Read || m_work.side().current() != SideTab::Text) {
        m_work.showTab(SideTab::Ask);
    }
    open->conversation.ask(
        {task, text, parts, answerFormat(m_work.model()->card), m_work.keepsHistory()});
    m_work.noteChange();
}

void Asking::askAgain(int turn) {
    OpenDocument* open = m_work.current();
    if (open != nullptr && m_work.model()) {
        letGoOfPlaces(*open, turn);
        open->conversation.askAgain(turn);
    }
}

void Asking::removeTurn(int turn) {
    OpenDocument* open = m_work.current();
    if (open == nullptr) {
        return;
    }
    letGoOfPlaces(*open, turn);
    open->conversation.remove(turn);
    if (open->placesTurn > turn) {
        --open->placesTurn;
    }
    m_work.noteChange();
}

// The turn's answer goes; so do its boxes on the page.
void Asking::letGoOfPlaces(const OpenDocument& open, int turn) {
    if (open.placesTurn == turn) {
        showPlacesOf(-1);
    }
}

void Asking::openLink(const QString& target) {
    if (const auto url = app::openableLink(target)) {
        m_work.prompts().offerLink(*url);
    }
}

void Asking::followTurn(OpenDocument& open, int turn) {
    const app::Turn& changed = open.conversation.turns()[turn];
    if (changed.state == app::Turn::State::Done && !changed.result.places.isEmpty()) {
        if (&open == m_work.current()) {
            showPlacesOf(turn);
            const app::Place& first = changed.result.places.first();
            m_work.pages().reveal(changed.pageOf(first), first.box);
        } else {
            open.placesTurn = turn;
        }
    }
    m_work.noteChange();
}

void Asking::stopAnswers() {
    for (const auto& open : m_work.documents().all()) {
        open->conversation.stop();
    }
}

void Asking::copyLastAnswer() {
    if (const OpenDocument* open = m_work.current()) {
        QGuiApplication::clipboard()->setText(open->conversation.turns().last().text);
    }
}

void Asking::clearAnswers() {
    OpenDocument* open = m_work.current();
    const bool sure =
        open != nullptr &&
        m_work.prompts().confirm(
            (open->conversationKeeper
                 ? tr("Clear the answers about “%1”? They stay in the library, where they can be "
                      "searched for.")
                 : tr("Clear the answers about “%1”? They are kept nowhere else."))
                .arg(open->title()),
            tr("Clear"));
    if (sure && !open->conversation.isBusy()) {
        showPlacesOf(-1);
        open->conversation.clear();
        m_work.noteChange();
    }
}

// --- places ---

void Asking::showPlacesOf(int turn) {
    QVector<PlaceMark> marks;
    OpenDocument* open = m_work.current();
    if (open != nullptr) {
        open->placesTurn = turn;
    }
    if (open != nullptr && turn >= 0) {
        const app::Turn& shown = open->conversation.turns()[turn];
        for (int i = 0; i < shown.result.places.size(); ++i) {
            const app::Place& place = shown.result.places[i];
            marks.append({i + 1, shown.pageOf(place), place.box, place.label});
        }
    }
    if (m_work.side().current() == SideTab::Ask) {
        m_work.pages().showPlaces(marks);
    }
}

void Asking::hoverPlace(int turn, int number) {
    const OpenDocument* open = m_work.current();
    if (open != nullptr && number > 0 && open->placesTurn != turn) {
        showPlacesOf(turn);
    }
    m_work.pages().lightPlace(number);
}

void Asking::goToPlace(int turn, int number) {
    hoverPlace(turn, number);
    if (const OpenDocument* open = m_work.current()) {
        const app::Turn& shown = open->conversation.turns()[turn];
        const app::Place& place = shown.result.places[number - 1];
        m_work.pages().reveal(shown.pageOf(place), place.box);
    }
}

void Asking::showTurn(int turn) {
    m_work.showTab(SideTab::Ask);
    m_panel->answers()->scrollToTurn(turn);
    showPlacesOf(turn);
}

} // namespace ui

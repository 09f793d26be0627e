// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asking: questions from the panel to the conversation of the document that is shown, and the
// answers' places to its pages; panel and page follow each other. GUI thread; the workspace must
// outlive it.
#pragma once

#include "ui/workspace.h"

namespace ui {

class AskPanel;

class Asking final : public QObject {
    Q_OBJECT
public:
    explicit Asking(Workspace& work);

    AskPanel& panel() const { return *m_panel; }

    QVector<ActionRow> pageRows();
    QVector<ActionRow> answerRows();
    // Once all actions are there.
    void connectActions();

    // Puts the cursor into the question field.
    void start(app::Task mode);
    // The turn with its places on the page.
    void showTurn(int turn);
    // The document that gets questions to click.
    void setSample(const std::shared_ptr<const app::Document>& sample);

signals:
    // The places of the turn shall become boxes.
    void keepPlacesWanted(int turn);

private:
    void connectDocuments();
    void connectTurns();
    void connectPlaces();
    void show(OpenDocument* open);
    void takeModel();
    void updateActions();
    void refreshPresets();
    void editPresets();
    void ask(app::Task task, const QString& text);
    void askAgain(int turn);
    void removeTurn(int turn);
    void followTurn(OpenDocument& open, int turn);
    void stopAnswers();
    void copyLastAnswer();
    void clearAnswers();
    void openLink(const QString& target);
    void showPlacesOf(int turn);
    void letGoOfPlaces(const OpenDocument& open, int turn);
    void hoverPlace(int turn, int number);
    void goToPlace(int turn, int number);

    Workspace& m_work;
    AskPanel* m_panel; // the side panel's
    std::weak_ptr<const app::Document> m_sample;
};

} // namespace ui

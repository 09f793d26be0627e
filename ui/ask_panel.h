// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// AskPanel: the side panel's tab for asking: answers above, the question field with its modes
// below. Offers only what the loaded model can do. Says what the user wants; does nothing itself.
// GUI thread.
#pragma once

#include "app/asking/presets.h"
#include "ui/answer_view.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace ui {

class QuestionEdit;
class SegmentedControl;

class AskPanel final : public QWidget {
    Q_OBJECT
public:
    explicit AskPanel(QWidget* parent = nullptr);

    void setConversation(app::Conversation* conversation);
    // No model yet: the field can be written in, nothing can be sent.
    void setModel(const app::ModelCard& card);
    void clearModel();
    void setClearAction(QAction* action);
    void setStopAction(QAction* action);

    app::Task mode() const;
    QString question() const;
    // What the next question is about. More than the page one is on: said above the field.
    void setParts(const QVector<app::PagePart>& parts);
    // With three or more pictures the model gets only an overview of each.
    void setTilingWarning(bool warns);
    void setPinAction(QAction* action);
    // Those that the model can do.
    void setPresets(const QVector<app::Preset>& presets);
    // The turn's question to be changed and sent in its place.
    void edit(const app::Turn& turn);
    // Puts the cursor into the question field, in this mode when the model has it.
    void focusQuestion(app::Task mode);

    AnswerView* answers() const { return m_answers; }

    // Beside the tabs.
    QWidget* corner() const;

signals:
    void asked(app::Task task, const QString& text);
    void askedInstead(quint64 turnId, const QString& text);
    void presetsEditWanted();
    void partRemoved(const app::PagePart& part);
    // Text or mode: the token budget changes with it.
    void questionChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildComposer();
    QWidget* buildEditBar();
    QWidget* buildPartsBar();
    void choosePreset(const app::Preset& preset);
    void endEditing();
    void submit();
    void updateComposer();

    AnswerView* m_answers;
    SegmentedControl* m_modes;
    QuestionEdit* m_edit;
    QWidget* m_composer = nullptr;
    QToolButton* m_clear;
    QToolButton* m_stop;
    QPushButton* m_send;
    QLabel* m_note;
    QWidget* m_partsBar = nullptr;
    QLabel* m_tilingWarning;
    QToolButton* m_pin;
    QToolButton* m_presets;
    QWidget* m_editBar = nullptr; // says that an earlier question is being changed
    quint64 m_edited = 0;         // its turn; 0: a new question is written
    bool m_hasModel = false;
    bool m_hasDocument = false;
    bool m_looksUpFields = false;
};

} // namespace ui

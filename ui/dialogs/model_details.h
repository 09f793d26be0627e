// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ModelDetails: one model on this computer: what its files say, what it would need, on what it
// should run, and loading or unloading it. GUI thread; the loader must outlive it.
#pragma once

#include "app/analysis/engine_facts.h"
#include "app/models/model_loader.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QGridLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace ui {

class IconLabel;

class ModelDetails final : public QWidget {
    Q_OBJECT
public:
    explicit ModelDetails(app::ModelLoader& loader, QWidget* parent = nullptr);

    void showModel(const app::FoundModel& model);
    // A folder that cannot be used, and why.
    void showProblem(const app::Failure& failure);

signals:
    // Out of the list; the files stay.
    void forgetWanted(const QString& folder);

private:
    QGridLayout* buildFacts();
    QWidget* buildNote();
    QLayout* buildButtons();
    QLabel* addFact(QGridLayout* facts, const char* name, const QString& label);
    void readFacts(const QString& folder);
    void takeFacts(const QString& folder, const app::Result<app::ModelFacts>& facts);
    void note(const QString& text, const QString& details = {});
    void noteFailure(const app::Failure& failure);
    app::WeightBits chosenWeights() const;
    void refreshWeights();
    void refresh();
    void load();
    bool isShownLoaderModel() const;

    app::ModelLoader& m_loader;
    std::optional<app::FoundModel> m_shown;
    std::optional<app::ModelFacts> m_facts;
    bool m_damaged = false;
    QLabel* m_name;
    QLabel* m_variant = nullptr;
    QLabel* m_parameters = nullptr;
    QLabel* m_context = nullptr;
    QLabel* m_tasks = nullptr;
    QLabel* m_license = nullptr;
    QLabel* m_files = nullptr;
    QLabel* m_memory = nullptr;
    QComboBox* m_device;
    QSpinBox* m_threads;
    QComboBox* m_weights;
    QWidget* m_factsHolder;
    IconLabel* m_noteIcon = nullptr; // these are in m_note, which is made of them
    QLabel* m_noteText = nullptr;
    QWidget* m_note;
    QProgressBar* m_progress;
    QPushButton* m_forget;
    QPushButton* m_unload;
    QPushButton* m_cancel;
    QPushButton* m_load;
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/model_details.h"

#include "app/log.h"
#include "app/machine.h"
#include "app/off_thread.h"
#include "ui/failure_text.h"
#include "ui/icons.h"
#include "ui/model_texts.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/plain_button.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QThread>
#include <QVBoxLayout>

#include <cmath>

namespace ui {

namespace {

using State = app::ModelLoader::State;

} // namespace

ModelDetails::ModelDetails(app::ModelLoader& loader, QWidget* parent)
    : QWidget(parent)
    , m_loader(loader)
    , m_name(new QLabel(this))
    , m_device(new QComboBox(this))
    , m_threads(new QSpinBox(this))
    , m_weights(new QComboBox(this))
    , m_factsHolder(new QWidget(this))
    , m_note(buildNote())
    , m_progress(new QProgressBar(this))
    , m_forget(plainButton("forgetModel", tr("Take Off the List"), this))
    , m_unload(plainButton("unloadModel", tr("Unload"), this))
    , m_cancel(plainButton("cancelLoading", tr("Cancel"), this))
    , m_load(plainButton("loadModel", tr("Load"), this)) {
    m_name->setObjectName(QStringLiteral("modelName"));
    m_name->setFont(fontOf(TextSize::Display, TextWeight::Strong));
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true);
    m_factsHolder->setLayout(buildFacts());
    m_progress->setObjectName(QStringLiteral("loadProgress"));
    m_progress->setAccessibleName(tr("Loading the model"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kMargin);
    column->addWidget(m_name);
    column->addWidget(m_factsHolder);
    column->addWidget(m_note);
    column->addStretch(1);
    column->addWidget(m_progress);
    column->addLayout(buildButtons());
    connect(&loader, &app::ModelLoader::changed, this, &ModelDetails::refresh);
    connect(&loader, &app::ModelLoader::failed, this, [this](const app::Failure& failure) {
        note(failureText(failure), failureDetails(failure));
    });
    refresh();
}

QLabel* ModelDetails::addFact(QGridLayout* facts, const char* name, const QString& label) {
    auto* value = new QLabel(this);
    value->setObjectName(QLatin1String(name));
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* caption = new QLabel(label, this);
    caption->setForegroundRole(QPalette::PlaceholderText);
    const int row = facts->rowCount();
    facts->addWidget(caption, row, 0, Qt::AlignTop | Qt::AlignLeading);
    facts->addWidget(value, row, 1);
    return value;
}

// A grid, since a form does not give texts that wrap the height they need.
QGridLayout* ModelDetails::buildFacts() {
    auto* facts = new QGridLayout;
    facts->setContentsMargins(0, 0, 0, 0);
    facts->setHorizontalSpacing(2 * kMargin);
    facts->setVerticalSpacing(kGap);
    facts->setColumnStretch(1, 1);
    m_variant = addFact(facts, "modelVariant", tr("Variant"));
    m_parameters = addFact(facts, "modelParameters", tr("Parameters"));
    m_context = addFact(facts, "modelContext", tr("Context"));
    //: Before a list of what the model can do: "read pages, answer questions".
    m_tasks = addFact(facts, "modelTasks", tr("Can"));
    m_license = addFact(facts, "modelLicense", tr("Licence"));
    m_files = addFact(facts, "modelFiles", tr("Files"));
    m_memory = addFact(facts, "modelMemory", tr("Memory"));

    m_device->setObjectName(QStringLiteral("modelDevice"));
    m_device->setAccessibleName(tr("Device"));
    for (const app::DeviceChoice& device : app::availableDevices()) {
        m_device->addItem(device.label, device.name);
    }
    m_device->setCurrentIndex(std::max(0, m_device->findData(m_loader.preference().device)));
    m_threads->setObjectName(QStringLiteral("modelThreads"));
    m_threads->setAccessibleName(tr("Threads"));
    m_threads->setRange(0, 4 * QThread::idealThreadCount());
    m_threads->setSpecialValueText(tr("one per core (%1)").arg(QThread::idealThreadCount()));
    m_threads->setValue(m_loader.preference().threads);
    m_weights->setObjectName(QStringLiteral("modelWeights"));
    m_weights->setAccessibleName(tr("Weights"));
    m_weights->setSizeAdjustPolicy(QComboBox::AdjustToContents); // which change with the model
    m_weights->setToolTip(tr("Fewer bits take less memory and answer faster; with 4 bits the "
                             "answers are a little less exact. They are made when a model is "
                             "first loaded like that, and kept."));
    for (const app::WeightBits bits : app::kWeightBits) {
        m_weights->addItem(app::weightBitsName(bits), int(bits));
    }
    m_weights->setCurrentIndex(int(m_loader.preference().weights));
    connect(m_weights, &QComboBox::currentIndexChanged, this, [this] {
        note({});
        refresh();
    });
    for (const auto& [text, field] : {std::pair<QString, QWidget*>{tr("&Runs on"), m_device},
                                      std::pair<QString, QWidget*>{tr("&Threads"), m_threads},
                                      std::pair<QString, QWidget*>{tr("&Weights"), m_weights}}) {
        auto* caption = new QLabel(text, this);
        caption->setForegroundRole(QPalette::PlaceholderText);
        caption->setBuddy(field);
        const int row = facts->rowCount();
        facts->addWidget(caption, row, 0, Qt::AlignVCenter | Qt::AlignLeading);
        facts->addWidget(field, row, 1, Qt::AlignLeading);
    }
    return facts;
}

QWidget* ModelDetails::buildNote() {
    auto* holder = new QWidget(this);
    m_noteIcon = new IconLabel(warningIcon(), kIconSize, holder);
    m_noteText = new QLabel(holder);
    m_noteText->setObjectName(QStringLiteral("modelProblem"));
    m_noteText->setTextFormat(Qt::PlainText);
    m_noteText->setWordWrap(true);
    m_noteText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    row->addWidget(m_noteIcon, 0, Qt::AlignTop);
    row->addWidget(m_noteText, 1);
    holder->hide();
    return holder;
}

QLayout* ModelDetails::buildButtons() {
    m_load->setProperty(kPrimaryProperty, true);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(m_forget);
    row->addStretch(1);
    row->addWidget(m_unload);
    row->addWidget(m_cancel);
    row->addWidget(m_load);
    connect(m_forget, &QPushButton::clicked, this,
            [this] { emit forgetWanted(m_shown->card.folder); });
    connect(m_unload, &QPushButton::clicked, &m_loader, &app::ModelLoader::unload);
    connect(m_cancel, &QPushButton::clicked, &m_loader, &app::ModelLoader::cancel);
    connect(m_load, &QPushButton::clicked, this, &ModelDetails::load);
    return row;
}

void ModelDetails::showModel(const app::FoundModel& model) {
    const bool same = m_shown && m_shown->card.folder == model.card.folder;
    m_shown = model;
    if (!same) {
        m_facts.reset();
        m_damaged = false;
        note({});
    }
    m_name->setText(model.card.name);
    m_tasks->setText(tasksText(model.card.tasks));
    m_license->setText(model.card.license);
    m_files->setText(QStringLiteral("%1 · %2").arg(sizeText(model.weightBytes), model.card.folder));
    refresh();
    readFacts(model.card.folder);
}

void ModelDetails::showProblem(const app::Failure& failure) {
    m_shown.reset();
    m_facts.reset();
    m_name->setText(failure.subject.section(u'/', -1));
    noteFailure(failure);
    refresh();
}

void ModelDetails::readFacts(const QString& folder) {
    app::runOffThread(
        this, [folder] { return app::readModelFacts(folder); },
        [this, folder](const app::Result<app::ModelFacts>& facts) { takeFacts(folder, facts); });
}

void ModelDetails::takeFacts(const QString& folder, const app::Result<app::ModelFacts>& facts) {
    if (!m_shown || m_shown->card.folder != folder) {
        return; // another one is shown by now
    }
    m_damaged = !facts;
    if (facts) {
        m_facts = *facts;
    } else {
        noteFailure(facts.error());
    }
    refresh();
}

void ModelDetails::noteFailure(const app::Failure& failure) {
    app::logFailure(failure);
    note(failureText(failure), failureDetails(failure));
}

void ModelDetails::note(const QString& text, const QString& details) {
    m_noteText->setText(text);
    m_noteText->setToolTip(details);
    m_note->setVisible(!text.isEmpty());
}

bool ModelDetails::isShownLoaderModel() const {
    return m_shown && m_loader.folder() == m_shown->card.folder;
}

app::WeightBits ModelDetails::chosenWeights() const {
    return app::WeightBits(m_weights->currentData().toInt());
}

void ModelDetails::refreshWeights() {
    for (const app::WeightBits bits : app::kWeightBits) {
        m_weights->setItemText(int(bits), m_facts ? weightsText(m_facts->memory, bits)
                                                  : app::weightBitsName(bits));
    }
}

void ModelDetails::refresh() {
    refreshWeights();
    const bool loading = m_loader.state() == State::Loading;
    const bool mine = isShownLoaderModel();
    const QString unknown = m_damaged ? QStringLiteral("–") : QStringLiteral("…");
    m_factsHolder->setVisible(m_shown.has_value());
    m_variant->setText(m_facts ? variantText(m_facts->variant) : unknown);
    m_parameters->setText(m_facts ? parametersText(m_facts->parameters) : unknown);
    m_context->setText(m_facts ? tr("%Ln tokens", nullptr, m_facts->contextTokens) : unknown);
    const qint64 free = app::memoryState().availableBytes;
    const bool roomy = !m_facts || fits(m_facts->memory, chosenWeights(), free);
    m_memory->setText(m_facts ? memoryText(m_facts->memory, chosenWeights(), free) : unknown);
    if (!roomy && !mine && m_noteText->text().isEmpty()) {
        note(tr("That is more than is free. Loaded anyway, it would be read from the disk again "
                "and again, and be very slow. Closing other programs helps."));
    }
    m_progress->setVisible(loading && mine);
    m_progress->setValue(int(std::lround(m_loader.progress() * m_progress->maximum())));
    m_forget->setVisible(m_shown && m_shown->origin == app::ModelOrigin::Chosen && !mine);
    m_unload->setVisible(mine && m_loader.state() == State::Loaded);
    m_cancel->setVisible(mine && loading);
    m_load->setVisible(m_shown.has_value());
    m_load->setEnabled(m_shown && !m_damaged && !(loading && mine));
    m_load->setText(mine && !loading ? tr("Load Again") : roomy ? tr("Load") : tr("Load Anyway"));
}

void ModelDetails::load() {
    note({});
    app::ModelChoice choice = m_loader.preference();
    choice.folder = m_shown->card.folder;
    choice.device = m_device->currentData().toString();
    choice.threads = m_threads->value();
    choice.weights = chosenWeights();
    // Where it does not fit, the button said so.
    choice.mustFit =
        !m_facts || fits(m_facts->memory, choice.weights, app::memoryState().availableBytes);
    m_loader.load(choice);
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/presets_dialog.h"

#include "ui/tessera_style.h"
#include "ui/theme.h"
#include "ui/widgets/plain_button.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

namespace ui {

namespace {

constexpr int kListWidth = 180;
constexpr int kPromptHeight = 96;

} // namespace

// What is asked of the model is in the language it was trained on.
QVector<app::Preset> defaultPresets() {
    return {{PresetsDialog::tr("Read"), app::Task::Read, {}},
            {PresetsDialog::tr("Markdown"), app::Task::Ask,
             QStringLiteral("Convert this page into Markdown. Keep headings, lists and tables.")},
            {PresetsDialog::tr("Table → CSV"), app::Task::Ask,
             QStringLiteral("Give the table on this page as CSV, with one line per row.")},
            {PresetsDialog::tr("Chart → data"), app::Task::Ask,
             QStringLiteral("Give the data of this chart as a Markdown table.")},
            {PresetsDialog::tr("Describe"), app::Task::Ask,
             QStringLiteral("Describe this picture in detail.")},
            {PresetsDialog::tr("Find…"), app::Task::Find, {}}};
}

PresetsDialog::PresetsDialog(const QVector<app::Preset>& presets, QWidget* parent)
    : QDialog(parent)
    , m_presets(presets)
    , m_list(new QListWidget(this))
    , m_name(new QLineEdit(this))
    , m_task(new QComboBox(this))
    , m_prompt(new QPlainTextEdit(this)) {
    setObjectName(QStringLiteral("presetsDialog"));
    setWindowTitle(tr("Presets"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Save)->setProperty(kPrimaryProperty, true);
    QPushButton* reset = buttons->addButton(tr("Restore Defaults"), QDialogButtonBox::ResetRole);
    reset->setObjectName(QStringLiteral("restorePresets"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(reset, &QPushButton::clicked, this, [this] {
        m_presets = defaultPresets();
        fill(0);
    });
    auto* row = new QHBoxLayout;
    row->setSpacing(kMargin);
    row->addWidget(buildList());
    row->addWidget(buildFields(), 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kMargin, 2 * kMargin, 2 * kMargin, 2 * kMargin);
    column->setSpacing(kMargin);
    column->addLayout(row);
    column->addWidget(buttons);
    fill(0);
}

QWidget* PresetsDialog::buildList() {
    m_list->setObjectName(QStringLiteral("presetList"));
    m_list->setAccessibleName(tr("Presets"));
    connect(m_list, &QListWidget::currentRowChanged, this, &PresetsDialog::showCurrent);
    auto* side = new QWidget(this);
    side->setFixedWidth(kListWidth);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(m_list, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(kUnit);
    QPushButton* added = addButton(row, "addPreset", tr("Add"));
    m_remove = addButton(row, "removePreset", tr("Remove"));
    column->addLayout(row);
    auto* order = new QHBoxLayout;
    order->setSpacing(kUnit);
    m_up = addButton(order, "presetUp", tr("Up"));
    m_down = addButton(order, "presetDown", tr("Down"));
    column->addLayout(order);
    connect(added, &QPushButton::clicked, this, &PresetsDialog::add);
    connect(m_remove, &QPushButton::clicked, this, &PresetsDialog::remove);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    return side;
}

QPushButton* PresetsDialog::addButton(QLayout* row, const char* name, const QString& text) {
    QPushButton* button = plainButton(name, text, this);
    row->addWidget(button);
    return button;
}

QWidget* PresetsDialog::buildFields() {
    m_name->setObjectName(QStringLiteral("presetName"));
    m_name->setMaxLength(60);
    m_task->setObjectName(QStringLiteral("presetTask"));
    m_task->addItem(tr("Read the page"), int(app::Task::Read));
    m_task->addItem(tr("Ask"), int(app::Task::Ask));
    m_task->addItem(tr("Ask, with places"), int(app::Task::AskWithPlaces));
    m_task->addItem(tr("Find"), int(app::Task::Find));
    m_prompt->setObjectName(QStringLiteral("presetPrompt"));
    m_prompt->setFixedHeight(kPromptHeight);
    m_prompt->setTabChangesFocus(true);
    m_prompt->setPlaceholderText(tr("Empty: it is asked for each time"));
    auto* fields = new QWidget(this);
    auto* form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(kGap);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&What it does:"), m_task);
    form->addRow(tr("&Question:"), m_prompt);
    connect(m_name, &QLineEdit::textEdited, this, &PresetsDialog::takeFields);
    connect(m_task, &QComboBox::activated, this, &PresetsDialog::takeFields);
    connect(m_prompt, &QPlainTextEdit::textChanged, this, &PresetsDialog::takeFields);
    return fields;
}

// The list anew, with this row chosen.
void PresetsDialog::fill(int row) {
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const app::Preset& preset : m_presets) {
        m_list->addItem(preset.name);
    }
    m_list->setCurrentRow(std::min(row, int(m_presets.size()) - 1));
    showCurrent();
}

void PresetsDialog::showCurrent() {
    const int row = m_list->currentRow();
    const bool any = row >= 0;
    m_filling = true;
    const app::Preset preset = m_presets.value(row);
    m_name->setText(preset.name);
    m_task->setCurrentIndex(m_task->findData(int(preset.task)));
    m_prompt->setPlainText(preset.prompt);
    m_filling = false;
    m_name->setEnabled(any);
    m_task->setEnabled(any);
    m_prompt->setEnabled(any && preset.task != app::Task::Read);
    m_remove->setEnabled(any);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(any && row + 1 < m_presets.size());
}

void PresetsDialog::takeFields() {
    const int row = m_list->currentRow();
    if (m_filling || row < 0) {
        return;
    }
    app::Preset& preset = m_presets[row];
    preset.name = m_name->text();
    preset.task = app::Task(m_task->currentData().toInt());
    preset.prompt = preset.task == app::Task::Read
                        ? QString()
                        : m_prompt->toPlainText().left(app::kLongestPrompt);
    m_list->item(row)->setText(preset.name);
    m_prompt->setEnabled(preset.task != app::Task::Read);
}

void PresetsDialog::add() {
    if (m_presets.size() < app::kMostPresets) {
        m_presets.append({tr("New preset"), app::Task::Ask, {}});
        fill(int(m_presets.size()) - 1);
        m_name->setFocus();
        m_name->selectAll();
    }
}

void PresetsDialog::remove() {
    const int row = m_list->currentRow();
    m_presets.remove(row);
    fill(row);
}

void PresetsDialog::move(int by) {
    const int row = m_list->currentRow();
    m_presets.move(row, row + by);
    fill(row + by);
}

} // namespace ui

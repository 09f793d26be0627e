// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/preferences_dialog.h"

#include "app/analysis/engine_facts.h"
#include "ui/appearance.h"
#include "ui/dialogs/shortcut_editor.h"
#include "ui/theme.h"
#include "ui/widgets/plain_button.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QThread>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr QSize kFirstSize(760, 520);
constexpr int kRowHeight = 32;
constexpr int kListWidth = 180;
constexpr int kFieldWidth = 280;

// A page's fields, one below the other, and what is to be said about them.
class Page final : public QWidget {
public:
    explicit Page(QWidget* parent)
        : QWidget(parent)
        , m_form(new QFormLayout) {
        m_form->setHorizontalSpacing(2 * kMargin);
        m_form->setVerticalSpacing(kMargin);
        m_form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addLayout(m_form);
        column->addStretch(1);
    }

    void add(const QString& label, QWidget* field) {
        auto* caption = new QLabel(label, this);
        caption->setBuddy(field);
        field->setMaximumWidth(kFieldWidth);
        m_form->addRow(caption, field);
    }

    void addWide(QWidget* field) { m_form->addRow(field); }

    QLabel* addNote(const QString& text) {
        auto* note = new QLabel(text, this);
        note->setWordWrap(true);
        note->setTextFormat(Qt::PlainText);
        note->setForegroundRole(QPalette::PlaceholderText);
        m_form->addRow(note);
        return note;
    }

private:
    QFormLayout* m_form;
};

} // namespace

PreferencesDialog::PreferencesDialog(app::Settings& settings, app::ModelLoader& models,
                                     Shortcuts& shortcuts, Prompts& prompts, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_models(models)
    , m_prompts(prompts)
    , m_pages(new QListWidget(this))
    , m_stack(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("preferencesDialog"));
    setWindowTitle(tr("Preferences"));
    m_pages->setObjectName(QStringLiteral("preferencePages"));
    m_pages->setAccessibleName(tr("Pages of preferences"));
    m_pages->setFixedWidth(kListWidth);
    m_pages->setSpacing(2);
    addPage(tr("Appearance"), buildAppearance());
    addPage(tr("Reading"), buildReading());
    addPage(tr("Devices"), buildDevices());
    addPage(tr("Storage"), buildStorage());
    addPage(tr("Shortcuts"), new ShortcutEditor(shortcuts, this));
    connect(m_pages, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    m_pages->setCurrentRow(0);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("preferencesClose"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* row = new QHBoxLayout;
    row->setSpacing(2 * kMargin);
    row->addWidget(m_pages);
    row->addWidget(m_stack, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kMargin, 2 * kMargin, 2 * kMargin, kMargin);
    column->setSpacing(kMargin);
    column->addLayout(row, 1);
    column->addWidget(buttons);
    resize(kFirstSize);
}

void PreferencesDialog::addPage(const QString& title, QWidget* page) {
    auto* item = new QListWidgetItem(title, m_pages);
    item->setSizeHint({0, kRowHeight});
    m_stack->addWidget(page);
}

void PreferencesDialog::showPage(PreferencePage page) {
    m_pages->setCurrentRow(int(page));
}

QWidget* PreferencesDialog::buildChoice(const char* name, const QString& label,
                                        const app::Setting<QString>& setting,
                                        const QVector<std::pair<QString, QString>>& choices) {
    auto* box = new QComboBox(this);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(label);
    for (const auto& [value, text] : choices) {
        box->addItem(text, value);
    }
    box->setCurrentIndex(std::max(0, box->findData(m_settings.value(setting))));
    connect(box, &QComboBox::currentIndexChanged, this, [this, box, setting] {
        m_settings.set(setting, box->currentData().toString());
        emit appearanceChanged();
    });
    return box;
}

QWidget* PreferencesDialog::buildAppearance() {
    auto* page = new Page(this);
    page->add(tr("&Colours"), buildChoice("colorScheme", tr("Colours"), appearance::kScheme,
                                          {{QStringLiteral("system"), tr("As the system")},
                                           {QStringLiteral("light"), tr("Light")},
                                           {QStringLiteral("dark"), tr("Dark")}}));
    //: Of the window: things that glide and fade.
    page->add(tr("&Motion"), buildChoice("motion", tr("Motion"), appearance::kMotion,
                                         {{QStringLiteral("system"), tr("As the system")},
                                          {QStringLiteral("off"), tr("None")}}));
    QVector<std::pair<QString, QString>> languages{{QString(), tr("As the system")}};
    for (const QString& code : appearance::languages()) {
        languages.append({code, appearance::languageName(code)});
    }
    page->add(tr("&Language"),
              buildChoice("language", tr("Language"), appearance::kLanguage, languages));
    page->addNote(tr("Another language appears when Tessera is started again."));
    return page;
}

QWidget* PreferencesDialog::buildReading() {
    auto* page = new Page(this);
    auto* tiles = new QComboBox(this);
    tiles->setObjectName(QStringLiteral("tileBudget"));
    tiles->setAccessibleName(tr("Tiles of a picture"));
    tiles->addItem(tr("Up to 9, as the model was trained"), false);
    tiles->addItem(tr("Up to 18, for small print"), true);
    tiles->setCurrentIndex(m_models.preference().eighteenTiles ? 1 : 0);
    connect(tiles, &QComboBox::currentIndexChanged, this, [this, tiles] {
        app::ModelChoice choice = m_models.preference();
        choice.eighteenTiles = tiles->currentData().toBool();
        m_models.prefer(choice);
    });
    page->add(tr("&Tiles of a picture"), tiles);
    page->addNote(tr("More tiles show smaller print to the model and take more of its context and "
                     "of your time. Counts from the next time that a model is loaded."));
    return page;
}

QWidget* PreferencesDialog::buildDevices() {
    auto* page = new Page(this);
    auto* device = new QComboBox(this);
    device->setObjectName(QStringLiteral("preferredDevice"));
    device->setAccessibleName(tr("Device"));
    for (const app::DeviceChoice& each : app::availableDevices()) {
        device->addItem(each.label, each.name);
    }
    device->setCurrentIndex(std::max(0, device->findData(m_models.preference().device)));
    auto* threads = new QSpinBox(this);
    threads->setObjectName(QStringLiteral("preferredThreads"));
    threads->setAccessibleName(tr("Threads"));
    threads->setRange(0, 4 * QThread::idealThreadCount());
    threads->setSpecialValueText(tr("one per core (%1)").arg(QThread::idealThreadCount()));
    threads->setValue(m_models.preference().threads);
    const auto keep = [this, device, threads] {
        app::ModelChoice choice = m_models.preference();
        choice.device = device->currentData().toString();
        choice.threads = threads->value();
        m_models.prefer(choice);
    };
    connect(device, &QComboBox::currentIndexChanged, this, keep);
    connect(threads, &QSpinBox::valueChanged, this, keep);
    page->add(tr("Models &run on"), device);
    page->add(tr("&Threads"), threads);
    page->addNote(tr("Counts from the next time that a model is loaded. Fewer threads leave more "
                     "of the computer to other programs."));
    return page;
}

QWidget* PreferencesDialog::buildStorage() {
    auto* page = new Page(this);
    auto* caption = new QLabel(tr("Models are downloaded into"), page);
    page->addWide(caption);
    QLabel* folder = page->addNote(m_models.catalog().places().ownFolder);
    folder->setObjectName(QStringLiteral("modelsFolder"));
    folder->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QPushButton* change = plainButton("changeModelsFolder", tr("Change…"), page);
    change->setAccessibleName(tr("Change the folder for models"));
    change->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(change, &QPushButton::clicked, this, [this, folder] { chooseModelsFolder(folder); });
    page->addWide(change);
    page->addNote(tr("Models that are there already stay where they are; add their folders in the "
                     "dialog of models to go on using them."));
    page->addWide(new QLabel(tr("These choices are kept in"), page));
    page->addNote(app::Settings::standardFile())
        ->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return page;
}

void PreferencesDialog::chooseModelsFolder(QLabel* shown) {
    const QString folder = m_prompts.chooseFolder(tr("The folder for models"));
    if (!folder.isEmpty()) {
        m_models.setOwnFolder(folder);
        shown->setText(folder);
    }
}

} // namespace ui

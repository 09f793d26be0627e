// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/model_dialog.h"

#include "app/models/hub_listing.h"
#include "ui/dialogs/download_panel.h"
#include "ui/dialogs/model_details.h"
#include "ui/failure_text.h"
#include "ui/icons.h"
#include "ui/model_texts.h"
#include "ui/theme.h"

#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

enum class Row { Found, Repository, Unreadable };

// What an item stands for: its kind, and the folder or repository that names it.
constexpr int kRowRole = Qt::UserRole;
constexpr int kKeyRole = Qt::UserRole + 1;
constexpr int kTextRole = Qt::UserRole + 2; // without what is loaded

constexpr QSize kFirstSize(840, 560);
constexpr int kListWidth = 280;

QString droppedFolder(const QMimeData* data) {
    for (const QUrl& url : data->urls()) {
        const QFileInfo file(url.toLocalFile());
        if (file.isDir()) {
            return file.absoluteFilePath();
        }
        if (file.fileName() == QLatin1String("config.json")) {
            return file.absolutePath();
        }
    }
    return {};
}

} // namespace

ModelDialog::ModelDialog(app::ModelLoader& loader, DownloadRun& download, Prompts& prompts,
                         QWidget* parent)
    : QDialog(parent)
    , m_loader(loader)
    , m_prompts(prompts)
    , m_list(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_details(new ModelDetails(loader, this))
    , m_download(new DownloadPanel(download, this)) {
    setObjectName(QStringLiteral("modelDialog"));
    setWindowTitle(tr("Models"));
    setAcceptDrops(true);
    m_stack->addWidget(m_details);
    m_stack->addWidget(m_download);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("modelsClose"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* row = new QHBoxLayout;
    row->setSpacing(2 * kMargin);
    row->addWidget(buildList());
    row->addWidget(m_stack, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kMargin, 2 * kMargin, 2 * kMargin, kMargin);
    column->setSpacing(kMargin);
    column->addLayout(row, 1);
    column->addWidget(buttons);
    resize(kFirstSize);

    connect(m_list, &QListWidget::currentItemChanged, this, &ModelDialog::showSelected);
    connect(m_details, &ModelDetails::forgetWanted, this, &ModelDialog::forgetFolder);
    connect(&loader, &app::ModelLoader::changed, this, &ModelDialog::markLoaded);
    connect(&download, &DownloadRun::finished, this, [this](const QString& folder) {
        fillList();
        select(folder);
    });
    fillList();
    select(loader.folder());
}

QWidget* ModelDialog::buildList() {
    m_list->setObjectName(QStringLiteral("modelList"));
    m_list->setAccessibleName(tr("Models"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setSpacing(2);
    auto* add = new QPushButton(tr("Add a Folder…"), this);
    add->setObjectName(QStringLiteral("addModelFolder"));
    add->setToolTip(tr("Add a model that lies elsewhere on this computer"));
    connect(add, &QPushButton::clicked, this, &ModelDialog::chooseFolder);
    auto* hint = new QLabel(tr("Or drop a model's folder here."), this);
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setWordWrap(true);

    auto* side = new QWidget(this);
    side->setFixedWidth(kListWidth);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(m_list, 1);
    column->addWidget(add);
    column->addWidget(hint);
    return side;
}

// --- the list ---

void ModelDialog::fillList() {
    const QSignalBlocker quiet(m_list);
    const app::ModelListing listing = m_loader.catalog().list();
    m_models = listing.models;
    m_unreadable = listing.unreadable;
    m_list->clear();
    for (const app::FoundModel& model : m_models) {
        addFound(model);
    }
    for (const app::Failure& failure : m_unreadable) {
        addUnreadable(failure);
    }
    for (const QString& repository : app::publishedRepositories()) {
        addRepository(repository);
    }
    markLoaded();
}

namespace {

QListWidgetItem* addItem(QListWidget* list, Row row, const QString& key, const QString& text) {
    auto* item = new QListWidgetItem(text, list);
    item->setData(kRowRole, int(row));
    item->setData(kKeyRole, key);
    item->setData(kTextRole, text);
    item->setToolTip(key);
    // Two lines, also of letters from another font, which may be higher.
    item->setSizeHint({0, 2 * (list->fontMetrics().lineSpacing() + kUnit)});
    return item;
}

} // namespace

void ModelDialog::addFound(const app::FoundModel& model) {
    addItem(m_list, Row::Found, model.card.folder,
            QStringLiteral("%1\n%2 · %3")
                .arg(model.card.name, sizeText(model.weightBytes), originText(model.origin)));
}

void ModelDialog::addUnreadable(const app::Failure& failure) {
    QListWidgetItem* item =
        addItem(m_list, Row::Unreadable, failure.subject,
                tr("%1\ncannot be used").arg(QFileInfo(failure.subject).fileName()));
    item->setIcon(warningIcon());
}

void ModelDialog::addRepository(const QString& repository) {
    const QString name = app::nameOfRepository(repository);
    const bool isHere =
        std::any_of(m_models.begin(), m_models.end(),
                    [&](const app::FoundModel& model) { return model.card.name == name; });
    if (!isHere) {
        addItem(m_list, Row::Repository, repository, tr("%1\ncan be downloaded").arg(name));
    }
}

void ModelDialog::markLoaded() {
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem* item = m_list->item(row);
        QString text = item->data(kTextRole).toString();
        if (item->data(kKeyRole).toString() == m_loader.folder()) {
            text += m_loader.state() == app::ModelLoader::State::Loaded ? tr(" · loaded")
                                                                        : tr(" · loading…");
        }
        item->setText(text);
        QFont font = fontOf(TextSize::Body);
        font.setWeight(text == item->data(kTextRole).toString() ? QFont::Normal : QFont::DemiBold);
        item->setFont(font);
    }
}

void ModelDialog::select(const QString& key) {
    int wanted = 0;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(kKeyRole).toString() == key) {
            wanted = row;
        }
    }
    m_list->setCurrentRow(wanted);
    showSelected();
}

void ModelDialog::showSelected() {
    const QListWidgetItem* item = m_list->currentItem();
    if (item == nullptr) {
        return;
    }
    const QString key = item->data(kKeyRole).toString();
    const auto row = Row(item->data(kRowRole).toInt());
    m_stack->setCurrentWidget(row == Row::Repository ? static_cast<QWidget*>(m_download)
                                                     : m_details);
    if (row == Row::Repository) {
        m_download->setRepository(key);
    } else if (row == Row::Found) {
        const auto found =
            std::find_if(m_models.begin(), m_models.end(),
                         [&](const app::FoundModel& model) { return model.card.folder == key; });
        m_details->showModel(*found);
    } else {
        const auto found =
            std::find_if(m_unreadable.begin(), m_unreadable.end(),
                         [&](const app::Failure& failure) { return failure.subject == key; });
        m_details->showProblem(*found);
    }
}

// --- folders ---

void ModelDialog::chooseFolder() {
    addFolder(m_prompts.chooseFolder(tr("The folder of a model")));
}

void ModelDialog::addFolder(const QString& folder) {
    if (folder.isEmpty()) {
        return;
    }
    const app::Result<app::ModelCard> card = m_loader.addFolder(folder);
    if (card) {
        fillList();
        select(card->folder);
    } else {
        m_details->showProblem(card.error());
        m_stack->setCurrentWidget(m_details);
    }
}

void ModelDialog::forgetFolder(const QString& folder) {
    m_loader.forgetFolder(folder);
    fillList();
    select(m_loader.folder());
}

void ModelDialog::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedFolder(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void ModelDialog::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    addFolder(droppedFolder(event->mimeData()));
}

} // namespace ui

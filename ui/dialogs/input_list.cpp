// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/input_list.h"

#include "ui/theme.h"
#include "ui/widgets/plain_button.h"

#include <QDir>
#include <QHBoxLayout>
#include <QListWidget>

namespace ui {

InputList::InputList(Prompts& prompts, QWidget* parent)
    : QWidget(parent)
    , m_prompts(prompts)
    , m_list(new QListWidget(this))
    , m_remove(plainButton("removeInputs", tr("Remove"), this)) {
    m_list->setObjectName(QStringLiteral("jobInputs"));
    m_list->setAccessibleName(tr("Files and folders"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setTextElideMode(Qt::ElideMiddle);
    setFocusProxy(m_list);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    row->addWidget(m_list, 1);
    row->addLayout(buildButtons());
    m_list->setFixedHeight(row->itemAt(1)->sizeHint().height());
    const auto refresh = [this] {
        m_remove->setEnabled(!m_list->selectedItems().isEmpty());
    };
    connect(m_list, &QListWidget::itemSelectionChanged, this, refresh);
    refresh();
}

QLayout* InputList::buildButtons() {
    QPushButton* files = plainButton("addFiles", tr("Add &Files…"), this);
    QPushButton* folder = plainButton("addFolder", tr("Add a F&older…"), this);
    connect(files, &QPushButton::clicked, this, [this] { add(m_prompts.chooseFiles()); });
    connect(folder, &QPushButton::clicked, this,
            [this] { add({m_prompts.chooseFolder(tr("A folder with documents"))}); });
    connect(m_remove, &QPushButton::clicked, this, &InputList::removeSelected);
    auto* buttons = new QVBoxLayout;
    buttons->setSpacing(kUnit);
    for (QPushButton* button : {folder, files, m_remove}) {
        buttons->addWidget(button);
    }
    return buttons;
}

void InputList::add(const QStringList& paths) {
    for (const QString& path : paths) {
        const QString shown = QDir::toNativeSeparators(path);
        if (!path.isEmpty() && m_list->findItems(shown, Qt::MatchExactly).isEmpty()) {
            m_list->addItem(shown);
        }
    }
    emit changed();
}

void InputList::removeSelected() {
    qDeleteAll(m_list->selectedItems());
    emit changed();
}

QStringList InputList::paths() const {
    QStringList paths;
    for (int row = 0; row < m_list->count(); ++row) {
        paths.append(QDir::fromNativeSeparators(m_list->item(row)->text()));
    }
    return paths;
}

} // namespace ui

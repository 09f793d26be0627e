// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/shortcut_editor.h"

#include "ui/theme.h"
#include "ui/widgets/plain_button.h"

#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kNameRole = Qt::UserRole;

} // namespace

ShortcutEditor::ShortcutEditor(Shortcuts& shortcuts, QWidget* parent)
    : QWidget(parent)
    , m_shortcuts(shortcuts)
    , m_filter(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
    , m_key(new QKeySequenceEdit(this))
    , m_conflict(new QLabel(this))
    , m_assign(plainButton("assignShortcut", tr("Assign"), this))
    , m_remove(plainButton("removeShortcut", tr("Remove"), this))
    , m_reset(plainButton("resetShortcut", tr("Default"), this))
    , m_resetAll(plainButton("resetShortcuts", tr("All Defaults"), this)) {
    build();
    connect(m_filter, &QLineEdit::textChanged, this, &ShortcutEditor::filter);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ShortcutEditor::showChosen);
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutEditor::showConflict);
    connect(m_assign, &QPushButton::clicked, this, &ShortcutEditor::assign);
    connect(m_remove, &QPushButton::clicked, this, [this] { setKeys({}); });
    connect(m_reset, &QPushButton::clicked, this,
            [this] { setKeys(m_shortcuts.entry(chosen()).defaults); });
    connect(m_resetAll, &QPushButton::clicked, this, [this] {
        m_shortcuts.resetAll();
        fill();
    });
    fill();
}

void ShortcutEditor::build() {
    m_filter->setObjectName(QStringLiteral("shortcutFilter"));
    m_filter->setAccessibleName(tr("Search for an action or a key"));
    m_filter->setPlaceholderText(m_filter->accessibleName());
    m_filter->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("shortcutList"));
    m_list->setAccessibleName(tr("Shortcuts"));
    m_list->setHeaderLabels({tr("Action"), tr("Keys"), tr("Menu")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_key->setObjectName(QStringLiteral("shortcutKey"));
    m_key->setAccessibleName(tr("Press the new keys here"));
    m_key->setToolTip(m_key->accessibleName());
    m_conflict->setObjectName(QStringLiteral("shortcutConflict"));
    m_conflict->setWordWrap(true);
    m_conflict->setForegroundRole(QPalette::BrightText);

    auto* keys = new QHBoxLayout;
    keys->setSpacing(kGap);
    keys->addWidget(m_key, 1);
    keys->addWidget(m_assign);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGap);
    buttons->addWidget(m_remove);
    buttons->addWidget(m_reset);
    buttons->addStretch(1);
    buttons->addWidget(m_resetAll);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    column->addLayout(keys);
    column->addWidget(m_conflict);
    column->addLayout(buttons);
}

QString ShortcutEditor::chosen() const {
    const QTreeWidgetItem* item = m_list->currentItem();
    return item == nullptr ? QString() : item->data(0, kNameRole).toString();
}

void ShortcutEditor::fill() {
    const QString before = chosen();
    m_list->clear();
    for (const ActionTable::Entry& entry : m_shortcuts.entries()) {
        auto* item = new QTreeWidgetItem(m_list, {entry.text, keysText(entry.keys), entry.menu});
        item->setData(0, kNameRole, entry.name);
        if (entry.keys != entry.defaults) {
            QFont font = item->font(0);
            font.setWeight(QFont::DemiBold);
            item->setFont(0, font);
            item->setFont(1, font);
            item->setToolTip(1, tr("Default: %1").arg(keysText(entry.defaults)));
        }
        if (entry.name == before || m_list->currentItem() == nullptr) {
            m_list->setCurrentItem(item);
        }
    }
    m_resetAll->setEnabled(!m_shortcuts.areDefault());
    filter(m_filter->text());
    showChosen();
}

void ShortcutEditor::filter(const QString& text) {
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = m_list->topLevelItem(row);
        const bool found = item->text(0).contains(text, Qt::CaseInsensitive) ||
                           item->text(1).contains(text, Qt::CaseInsensitive);
        item->setHidden(!found);
    }
}

void ShortcutEditor::showChosen() {
    const QString name = chosen();
    m_key->clear();
    m_key->setEnabled(!name.isEmpty());
    m_remove->setEnabled(!name.isEmpty() && !m_shortcuts.entry(name).keys.isEmpty());
    m_reset->setEnabled(!name.isEmpty() &&
                        m_shortcuts.entry(name).keys != m_shortcuts.entry(name).defaults);
    showConflict();
}

void ShortcutEditor::showConflict() {
    const QKeySequence key = m_key->keySequence();
    const QString owner = key.isEmpty() ? QString() : m_shortcuts.ownerOf(key, chosen());
    m_conflict->setText(
        owner.isEmpty()
            ? QString()
            : tr("%1 belongs to “%2”, which loses it when you assign it.")
                  .arg(key.toString(QKeySequence::NativeText), m_shortcuts.entry(owner).text));
    m_assign->setEnabled(!key.isEmpty() && !chosen().isEmpty());
}

void ShortcutEditor::assign() {
    setKeys({m_key->keySequence()});
}

void ShortcutEditor::setKeys(const QList<QKeySequence>& keys) {
    m_shortcuts.setKeys(chosen(), keys);
    fill();
}

} // namespace ui

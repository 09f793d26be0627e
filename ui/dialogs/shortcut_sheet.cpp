// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/shortcut_sheet.h"

#include "ui/shortcuts.h"
#include "ui/theme.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <iterator>

namespace ui {

namespace {

constexpr QSize kFirstSize(860, 600);
constexpr int kColumns = 2;

// One menu: its name, then what is in it, with the keys.
QWidget* buildGroup(const QString& menu, const QVector<ActionTable::Entry>& entries,
                    QWidget* parent) {
    auto* group = new QWidget(parent);
    auto* grid = new QGridLayout(group);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * kMargin);
    grid->setVerticalSpacing(kUnit);
    auto* title = new QLabel(menu, group);
    title->setFont(fontOf(TextSize::Title, TextWeight::Strong));
    grid->addWidget(title, 0, 0, 1, 2);
    int row = 1;
    for (const ActionTable::Entry& entry : entries) {
        auto* keys = new QLabel(keysText(entry.keys), group);
        auto* text = new QLabel(entry.text, group);
        text->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(text, row, 0);
        grid->addWidget(keys, row, 1);
        ++row;
    }
    grid->setColumnStretch(0, 1);
    grid->setColumnMinimumWidth(1, 140);
    return group;
}

} // namespace

ShortcutSheet::ShortcutSheet(const QVector<ActionTable::Entry>& entries, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("shortcutSheet"));
    setWindowTitle(tr("Keyboard Shortcuts"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* close = buttons->button(QDialogButtonBox::Close);
    close->setObjectName(QStringLiteral("sheetClose"));
    QPushButton* change = buttons->addButton(tr("Change…"), QDialogButtonBox::ActionRole);
    change->setObjectName(QStringLiteral("changeShortcuts"));
    connect(change, &QPushButton::clicked, this, [this] {
        accept();
        emit changeWanted();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("sheetArea"));
    area->setAccessibleName(windowTitle());
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(buildSheet(entries));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kMargin, 2 * kMargin, 2 * kMargin, kMargin);
    column->setSpacing(kMargin);
    column->addWidget(area);
    column->addWidget(buttons);
    // Else the first button leads to the area and never to the second.
    setTabOrder(area, change);
    setTabOrder(change, close);
    resize(kFirstSize);
}

// Menus one after another, each into the column that is shorter so far.
QWidget* ShortcutSheet::buildSheet(const QVector<ActionTable::Entry>& entries) {
    auto* sheet = new QWidget(this);
    auto* columns = new QHBoxLayout(sheet);
    columns->setContentsMargins(0, 0, kMargin, 0);
    columns->setSpacing(4 * kMargin);
    std::array<QVBoxLayout*, kColumns> column{};
    std::array<qsizetype, kColumns> length{};
    for (QVBoxLayout*& each : column) {
        each = new QVBoxLayout;
        each->setSpacing(2 * kMargin);
        columns->addLayout(each, 1);
    }
    QStringList menus;
    for (const ActionTable::Entry& entry : entries) {
        if (!menus.contains(entry.menu)) {
            menus.append(entry.menu);
        }
    }
    for (const QString& menu : menus) {
        QVector<ActionTable::Entry> own;
        std::copy_if(entries.begin(), entries.end(), std::back_inserter(own),
                     [&](const ActionTable::Entry& entry) {
                         return entry.menu == menu && !entry.keys.isEmpty();
                     });
        if (!own.isEmpty()) {
            const auto shortest =
                std::size_t(std::min_element(length.begin(), length.end()) - length.begin());
            column[shortest]->addWidget(buildGroup(menu, own, sheet));
            length[shortest] += own.size() + 2;
        }
    }
    for (QVBoxLayout* each : column) {
        each->addStretch(1);
    }
    return sheet;
}

} // namespace ui

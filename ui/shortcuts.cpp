// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts.h"

#include <algorithm>

namespace ui {

namespace {

// No key at all is a choice too, and an empty list would read back as nothing kept.
const QString kNone = QStringLiteral("none");

QStringList toTexts(const QList<QKeySequence>& keys) {
    QStringList texts;
    for (const QKeySequence& key : keys) {
        texts.append(key.toString(QKeySequence::PortableText));
    }
    return texts.isEmpty() ? QStringList{kNone} : texts;
}

QList<QKeySequence> fromTexts(const QStringList& texts) {
    QList<QKeySequence> keys;
    for (const QString& text : texts) {
        const QKeySequence key(text, QKeySequence::PortableText);
        if (text != kNone && !key.isEmpty() && key[0].key() != Qt::Key_unknown) {
            keys.append(key);
        }
    }
    return keys;
}

QByteArray settingKey(const QString& name) {
    return "shortcuts/" + name.toLatin1();
}

bool collide(const QKeySequence& a, const QKeySequence& b) {
    return a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch;
}

} // namespace

Shortcuts::Shortcuts(ActionTable& actions, app::Settings& settings)
    : m_actions(actions)
    , m_settings(settings) {
    const QVector<ActionTable::Entry> before = actions.entries();
    for (const ActionTable::Entry& entry : before) {
        const QByteArray key = settingKey(entry.name);
        const QStringList kept = settings.value(app::Setting<QStringList>{key.constData(), {}});
        if (!kept.isEmpty()) {
            actions.setKeys(entry.name, fromTexts(kept));
        }
    }
}

const ActionTable::Entry& Shortcuts::entry(const QString& name) const {
    return *std::find_if(entries().begin(), entries().end(),
                         [&](const ActionTable::Entry& each) { return each.name == name; });
}

QString Shortcuts::ownerOf(const QKeySequence& key, const QString& except) const {
    for (const ActionTable::Entry& entry : entries()) {
        const bool has = std::any_of(entry.keys.begin(), entry.keys.end(),
                                     [&](const QKeySequence& own) { return collide(own, key); });
        if (has && entry.name != except) {
            return entry.name;
        }
    }
    return {};
}

void Shortcuts::store(const QString& name, const QList<QKeySequence>& keys) {
    m_actions.setKeys(name, keys);
    const QByteArray key = settingKey(name);
    const bool isDefault = keys == entry(name).defaults;
    m_settings.set(app::Setting<QStringList>{key.constData(), {}},
                   isDefault ? QStringList() : toTexts(keys));
}

void Shortcuts::setKeys(const QString& name, const QList<QKeySequence>& keys) {
    for (const QKeySequence& key : keys) {
        for (QString owner = ownerOf(key, name); !owner.isEmpty(); owner = ownerOf(key, name)) {
            QList<QKeySequence> left = entry(owner).keys;
            left.removeIf([&](const QKeySequence& own) { return collide(own, key); });
            store(owner, left);
        }
    }
    store(name, keys);
}

void Shortcuts::resetAll() {
    const QVector<ActionTable::Entry> before = entries();
    for (const ActionTable::Entry& each : before) {
        store(each.name, each.defaults);
    }
}

bool Shortcuts::areDefault() const {
    return std::all_of(entries().begin(), entries().end(),
                       [](const ActionTable::Entry& each) { return each.keys == each.defaults; });
}

QString keysText(const QList<QKeySequence>& keys) {
    QStringList texts;
    for (const QKeySequence& key : keys) {
        texts.append(key.toString(QKeySequence::NativeText));
    }
    return texts.join(QStringLiteral(", "));
}

} // namespace ui

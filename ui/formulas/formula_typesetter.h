// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// FormulaTypesetter: formulas in TeX to formulas that can be painted, with KaTeX in a script engine
// on a thread of its own, which begins with the first formula. Remembers what it has made. The
// script sees no file and no network, and is interrupted when it takes too long. GUI thread.
#pragma once

#include "ui/formulas/formula.h"

#include <QHash>
#include <QObject>
#include <QThread>
#include <QTimer>

#include <deque>

namespace ui {

enum class FormulaStyle { Inline, Displayed };

class FormulaTypesetter final : public QObject {
    Q_OBJECT
public:
    explicit FormulaTypesetter(QObject* parent = nullptr);
    ~FormulaTypesetter() override;

    // Null: not yet; ready() follows. Valid until the next call.
    const Formula* find(const QString& tex, FormulaStyle style);

signals:
    // Some of those that were asked for.
    void ready();

private:
    struct Key {
        QString tex;
        FormulaStyle style = FormulaStyle::Inline;

        bool operator==(const Key&) const = default;

        friend size_t qHash(const Key& key, size_t seed) {
            return qHashMulti(seed, key.tex, int(key.style));
        }
    };

    class Script;

    void startNext();
    void take(const Key& key, const QByteArray& json);

    QHash<Key, Formula> m_known;
    std::deque<Key> m_waiting; // the first is at work
    QTimer m_patience;
    QThread m_thread;
    Script* m_script = nullptr; // lives on the thread
};

} // namespace ui

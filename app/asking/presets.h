// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Presets: questions that one asks often, kept in the settings as the user has made them. Only
// those are offered that the loaded model can do. Pure but for the settings; GUI thread.
#pragma once

#include "app/analysis/analysis.h"
#include "app/settings.h"

#include <optional>

namespace app {

struct Preset {
    QString name;
    Task task = Task::Ask;
    QString prompt; // empty: it is asked for; always empty for Read

    bool operator==(const Preset&) const = default;
};

constexpr int kMostPresets = 100;
constexpr int kLongestPrompt = 4000;

// The user's, else the defaults. What is damaged counts as not there.
QVector<Preset> presetsIn(const Settings& settings, const QVector<Preset>& defaults);
// As many as may be; those without a name are left out.
void keepPresets(Settings& settings, const QVector<Preset>& presets,
                 const QVector<Preset>& defaults);

QVector<Preset> presetsFor(const ModelCard& card, const QVector<Preset>& presets);

} // namespace app

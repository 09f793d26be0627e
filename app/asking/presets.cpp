// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/asking/presets.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace app {

namespace {

const Setting<QString> kPresets{"asking/presets", {}};
constexpr int kLongestName = 60;

struct NamedTask {
    const char* name;
    Task task;
};

constexpr std::array kTasks{NamedTask{"read", Task::Read}, NamedTask{"ask", Task::Ask},
                            NamedTask{"askWithPlaces", Task::AskWithPlaces},
                            NamedTask{"find", Task::Find}};

std::optional<Preset> presetOf(const QJsonObject& object) {
    const QString task = object[QLatin1String("task")].toString();
    const auto named = std::find_if(kTasks.begin(), kTasks.end(), [&](const NamedTask& known) {
        return task == QLatin1String(known.name);
    });
    Preset preset;
    preset.name = object[QLatin1String("name")].toString().simplified().left(kLongestName);
    preset.prompt = object[QLatin1String("prompt")].toString().left(kLongestPrompt);
    if (named == kTasks.end() || preset.name.isEmpty()) {
        return std::nullopt;
    }
    preset.task = named->task;
    return preset;
}

QString textOf(const QVector<Preset>& presets) {
    QJsonArray list;
    for (const Preset& preset : presets.mid(0, kMostPresets)) {
        const auto named = std::find_if(kTasks.begin(), kTasks.end(), [&](const NamedTask& known) {
            return known.task == preset.task;
        });
        if (!preset.name.simplified().isEmpty()) {
            list.append(QJsonObject{{"name", preset.name.simplified()},
                                    {"task", QLatin1String(named->name)},
                                    {"prompt", preset.prompt}});
        }
    }
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

} // namespace

QVector<Preset> presetsIn(const Settings& settings, const QVector<Preset>& defaults) {
    const QJsonDocument stored = QJsonDocument::fromJson(settings.value(kPresets).toUtf8());
    if (!stored.isArray()) {
        return defaults;
    }
    QVector<Preset> presets;
    for (const QJsonValue& value : stored.array()) {
        const std::optional<Preset> preset = presetOf(value.toObject());
        if (preset && presets.size() < kMostPresets) {
            presets.append(*preset);
        }
    }
    return presets;
}

void keepPresets(Settings& settings, const QVector<Preset>& presets,
                 const QVector<Preset>& defaults) {
    settings.set(kPresets, presets == defaults ? kPresets.fallback : textOf(presets));
}

// A model that only looks fields up does not follow instructions.
QVector<Preset> presetsFor(const ModelCard& card, const QVector<Preset>& presets) {
    QVector<Preset> offered;
    for (const Preset& preset : presets) {
        const bool instructs =
            preset.task != Task::Read && preset.task != Task::Find && !preset.prompt.isEmpty();
        if (card.tasks.contains(preset.task) && (card.lookUpPrompt.isEmpty() || !instructs)) {
            offered.append(preset);
        }
    }
    return offered;
}

} // namespace app

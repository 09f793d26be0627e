// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What `tessera-cli inspect` shows of an engine: its configuration as JSON, and module outputs as
// files. Used on the engine's thread.
#pragma once

#include "app/result.h"
#include "engine/engine.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <string_view>

namespace app {

// The configuration with all defaults filled in, under the keys of config.json.
QJsonObject configJson(const engine::ModelConfig& config);

QString typeName(kernels::DType type);                  // "bf16"
QString shapeText(std::span<const std::int64_t> shape); // "(3456, 1152)"

// Writes what a probe sees: one file of raw values per module output, and an index in order.
class ModuleDump {
public:
    explicit ModuleDump(const QString& folder);

    void write(std::string_view module, const kernels::Tensor& output, kernels::Backend& backend);
    // Writes the index; the first thing that went wrong, if any.
    std::optional<Failure> finish();

private:
    void save(const QString& name, const QByteArray& bytes);

    QDir m_folder;
    QJsonArray m_index;
    QString m_error;
};

} // namespace app

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a model's weights are loaded: as they are stored, which is bf16 for published models, or
// those of the language model's products with fewer bits. Pure, any thread.
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace app {

enum class WeightBits { Stored, Eight, Four };

inline constexpr std::array kWeightBits{WeightBits::Stored, WeightBits::Eight, WeightBits::Four};

// "bf16", "8-bit", "4-bit": the same for people, settings and the command line.
QString weightBitsName(WeightBits bits);
std::optional<WeightBits> weightBitsNamed(const QString& name);

// Where quantised weights are kept, so that they are made once.
QString quantisedFolder();

} // namespace app

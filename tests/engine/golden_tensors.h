// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tensors of a reference case (a safetensors file that we trust), read as doubles.
#pragma once

#include "tests/engine/goldens.h"

#include <cstdint>
#include <cstring>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace goldens {

struct Values {
    std::vector<std::int64_t> shape;
    std::vector<double> values;

    std::int64_t width() const { return shape.back(); }

    std::int64_t rows() const { return static_cast<std::int64_t>(values.size()) / width(); }
};

template <typename T>
std::vector<double> widen(const char* bytes, std::size_t count) {
    std::vector<double> values(count);
    for (std::size_t i = 0; i < count; ++i) {
        T value{};
        std::memcpy(&value, bytes + i * sizeof(T), sizeof(T));
        values[i] = static_cast<double>(value);
    }
    return values;
}

inline std::map<std::string, Values> readTensors(const std::filesystem::path& path) {
    const std::string bytes = readFile(path);
    std::uint64_t headerSize = 0;
    std::memcpy(&headerSize, bytes.data(), sizeof headerSize);
    const auto header = nlohmann::json::parse(bytes.substr(8, headerSize));
    std::map<std::string, Values> tensors;
    for (const auto& [name, entry] : header.items()) {
        if (name == "__metadata__") {
            continue;
        }
        Values values{entry["shape"].get<std::vector<std::int64_t>>(), {}};
        std::size_t count = 1;
        for (const std::int64_t size : values.shape) {
            count *= static_cast<std::size_t>(size);
        }
        const char* data =
            bytes.data() + 8 + headerSize + entry["data_offsets"][0].get<std::size_t>();
        const std::string type = entry["dtype"];
        if (type == "F32") {
            values.values = widen<float>(data, count);
        } else if (type == "I32") {
            values.values = widen<std::int32_t>(data, count);
        } else if (type == "U8") {
            values.values = widen<std::uint8_t>(data, count);
        } else {
            throw std::runtime_error(name + ": type " + type);
        }
        tensors[name] = std::move(values);
    }
    return tensors;
}

} // namespace goldens

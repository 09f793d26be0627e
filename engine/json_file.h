// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading JSON that nobody vouches for: the parser's time and memory are bounded, duplicate keys
// are refused, and every value is fetched with its type and range. Whatever is wrong ends in one
// Error that names the file, the key and the reason. Pure functions and values, usable from any
// thread.
#pragma once

#include "kernels/error.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

struct JsonLimits {
    std::size_t bytes = 4'000'000;
    std::size_t values = 100'000; // keys count too; bounds the memory that a parsed file takes
    int depth = 64;
};

// The untrusted text as part of a message: printable, quoted, at most about 80 characters.
std::string inQuotes(std::string_view text);

[[noreturn]] void failFile(const std::filesystem::path& file, const std::string& reason,
                           kernels::ErrorCode code = kernels::ErrorCode::BadFile);

// True for the text file that stands where a large file was not downloaded.
bool isLfsPointer(std::string_view text);

// The whole regular file; throws BadFile when there is none or it is larger.
std::string readTextFile(const std::filesystem::path& file, std::size_t maxBytes);

// The text must be one object. `file` is only named in errors.
nlohmann::json parseJsonObject(std::string_view text, const std::filesystem::path& file,
                               const JsonLimits& limits);
nlohmann::json readJsonObject(const std::filesystem::path& file, const JsonLimits& limits = {});

// Hands over the members of the outermost object one by one, keeping none of them.
using MemberVisitor = std::function<void(const std::string& key, const nlohmann::json& value)>;
void visitJsonMembers(std::string_view text, const std::filesystem::path& file,
                      const JsonLimits& limits, const MemberVisitor& visit);

// One object inside a file, for fetching its members. The json must outlive it.
class JsonObject {
public:
    struct Range { // both ends allowed
        std::int64_t min;
        std::int64_t max;
    };

    struct RealRange { // both ends excluded
        double min;
        double max;
    };

    // path: where the object stands in the file, "" for the outermost. Throws if it is no object.
    JsonObject(const nlohmann::json& object, std::filesystem::path file, std::string path);

    // These leave the value alone when the key is absent.
    void read(const char* key, int& value, Range range) const;
    void read(const char* key, double& value, RealRange range) const;
    void read(const char* key, bool& value) const;
    void read(const char* key, std::string& value) const;
    // null is a value here.
    void read(const char* key, std::optional<int>& value, Range range) const;

    // These must be there.
    std::string string(const char* key) const;
    std::vector<std::int64_t> integers(const char* key, Range range) const;
    JsonObject object(const char* key) const;

    // nullptr when the key is absent.
    const nlohmann::json* find(const char* key) const;

    // Throws Unsupported when the key is there with another value.
    void supportOnly(const char* key, const nlohmann::json& value) const;

    [[noreturn]] void fail(const char* key, const std::string& reason,
                           kernels::ErrorCode code = kernels::ErrorCode::BadFile) const;

private:
    const nlohmann::json& required(const char* key) const;
    std::int64_t integer(const char* key, const nlohmann::json& value, Range range) const;

    const nlohmann::json& m_object;
    std::filesystem::path m_file;
    std::string m_path;
};

} // namespace engine

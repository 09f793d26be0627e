// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/json_file.h"

#include <cmath>
#include <fstream>
#include <unordered_set>
#include <utility>

namespace engine {

namespace {

using nlohmann::json;
using Event = json::parse_event_t;

// Watches the parser: counts, measures depth and compares keys, so that it stops at the first
// value beyond a limit.
class ParserGuard {
public:
    ParserGuard(const std::filesystem::path& file, const JsonLimits& limits)
        : m_file(file)
        , m_limits(limits) {}

    void see(int depth, Event event, const json& parsed) {
        if (depth == 0 && event != Event::object_start && event != Event::object_end) {
            failFile(m_file, "the outermost JSON value is not an object");
        }
        if (event == Event::object_end) {
            m_keys.pop_back();
        } else if (event != Event::array_end) {
            count();
        }
        if (event == Event::object_start || event == Event::array_start) {
            descend(depth);
        }
        if (event == Event::object_start) {
            m_keys.emplace_back();
        } else if (event == Event::key) {
            const auto& key = parsed.get_ref<const std::string&>();
            if (!m_keys.back().insert(key).second) {
                failFile(m_file, "the key " + inQuotes(key) + " appears twice");
            }
        }
    }

private:
    void count() {
        if (++m_values > m_limits.values) {
            failFile(m_file, "more than " + std::to_string(m_limits.values) + " JSON values");
        }
    }

    void descend(int depth) {
        if (depth >= m_limits.depth) {
            failFile(m_file, "nested deeper than " + std::to_string(m_limits.depth) + " levels");
        }
    }

    const std::filesystem::path& m_file;
    const JsonLimits& m_limits;
    std::size_t m_values = 0;
    std::vector<std::unordered_set<std::string>> m_keys; // of each open object
};

json parse(std::string_view text, const std::filesystem::path& file, const JsonLimits& limits,
           const json::parser_callback_t& callback) {
    if (text.size() > limits.bytes) {
        failFile(file, "larger than " + std::to_string(limits.bytes) + " bytes");
    }
    if (isLfsPointer(text)) {
        failFile(file, "this is a Git LFS pointer, not the file itself: download the real file");
    }
    if (const std::size_t zero = text.find('\0');
        zero != text.npos) { // the parser would stop there
        failFile(file, "not valid JSON at byte " + std::to_string(zero));
    }
    try {
        return json::parse(text, callback);
    } catch (const json::parse_error& error) {
        failFile(file, "not valid JSON at byte " + std::to_string(error.byte));
    } catch (const json::exception&) { // a number outside the range of double
        failFile(file, "a number is too large");
    }
}

// Untrusted text for a message: printable and short.
std::string shortened(std::string_view text) {
    constexpr std::size_t kLongest = 80;
    std::string result;
    for (const char c : text.substr(0, kLongest)) {
        result += c >= ' ' && c <= '~' ? c : '?';
    }
    return result + (text.size() > kLongest ? "…" : "");
}

std::string describe(const json& value) {
    return shortened(value.dump(-1, ' ', true, json::error_handler_t::replace));
}

} // namespace

std::string inQuotes(std::string_view text) {
    return '"' + shortened(text) + '"';
}

void failFile(const std::filesystem::path& file, const std::string& reason,
              kernels::ErrorCode code) {
    throw kernels::Error(code, file.string() + ": " + reason);
}

bool isLfsPointer(std::string_view text) {
    return text.starts_with("version https://git-lfs.github.com/spec/");
}

std::string readTextFile(const std::filesystem::path& file, std::size_t maxBytes) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) {
        failFile(file,
                 std::filesystem::exists(file, error) ? "not a regular file" : "no such file");
    }
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    std::ifstream stream(file, std::ios::binary);
    if (error || !stream) {
        failFile(file, "cannot be opened");
    }
    // One byte more than allowed, so that a file that grows meanwhile is still refused.
    std::string text(std::min<std::uintmax_t>(size, maxBytes) + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    if (text.size() > maxBytes) {
        failFile(file, "larger than " + std::to_string(maxBytes) + " bytes");
    }
    return text;
}

json parseJsonObject(std::string_view text, const std::filesystem::path& file,
                     const JsonLimits& limits) {
    ParserGuard guard(file, limits);
    return parse(text, file, limits, [&](int depth, Event event, const json& parsed) {
        guard.see(depth, event, parsed);
        return true;
    });
}

json readJsonObject(const std::filesystem::path& file, const JsonLimits& limits) {
    return parseJsonObject(readTextFile(file, limits.bytes), file, limits);
}

void visitJsonMembers(std::string_view text, const std::filesystem::path& file,
                      const JsonLimits& limits, const MemberVisitor& visit) {
    ParserGuard guard(file, limits);
    std::string key;
    parse(text, file, limits, [&](int depth, Event event, const json& parsed) {
        guard.see(depth, event, parsed);
        if (depth != 1 || event == Event::object_start || event == Event::array_start) {
            return true;
        }
        if (event == Event::key) {
            key = parsed.get_ref<const std::string&>();
            return true;
        }
        visit(key, parsed);
        return false; // drops the member
    });
}

JsonObject::JsonObject(const json& object, std::filesystem::path file, std::string path)
    : m_object(object)
    , m_file(std::move(file))
    , m_path(std::move(path)) {
    if (!object.is_object()) {
        failFile(m_file, m_path + " is " + describe(object) + ", must be an object");
    }
}

void JsonObject::read(const char* key, int& value, Range range) const {
    if (const json* found = find(key)) {
        value = static_cast<int>(integer(key, *found, range));
    }
}

void JsonObject::read(const char* key, std::optional<int>& value, Range range) const {
    const json* found = find(key);
    if (found == nullptr) {
        return;
    }
    value.reset();
    if (!found->is_null()) {
        value = static_cast<int>(integer(key, *found, range));
    }
}

void JsonObject::read(const char* key, double& value, RealRange range) const {
    const json* found = find(key);
    if (found == nullptr) {
        return;
    }
    const double number = found->is_number() ? found->get<double>() : std::nan("");
    if (!(number > range.min && number < range.max)) {
        fail(key, "is " + describe(*found) + ", must be a number between " +
                      std::to_string(range.min) + " and " + std::to_string(range.max));
    }
    value = number;
}

void JsonObject::read(const char* key, bool& value) const {
    const json* found = find(key);
    if (found == nullptr) {
        return;
    }
    if (!found->is_boolean()) {
        fail(key, "is " + describe(*found) + ", must be true or false");
    }
    value = found->get<bool>();
}

void JsonObject::read(const char* key, std::string& value) const {
    if (find(key) != nullptr) {
        value = string(key);
    }
}

std::string JsonObject::string(const char* key) const {
    const json& value = required(key);
    if (!value.is_string()) {
        fail(key, "is " + describe(value) + ", must be a string");
    }
    return value.get<std::string>();
}

std::vector<std::int64_t> JsonObject::integers(const char* key, Range range) const {
    const json& value = required(key);
    if (!value.is_array()) {
        fail(key, "is " + describe(value) + ", must be a list of whole numbers");
    }
    std::vector<std::int64_t> numbers;
    for (const json& entry : value) {
        numbers.push_back(integer(key, entry, range));
    }
    return numbers;
}

JsonObject JsonObject::object(const char* key) const {
    return {required(key), m_file, m_path.empty() ? key : m_path + "." + key};
}

const json* JsonObject::find(const char* key) const {
    const auto found = m_object.find(key);
    return found == m_object.end() ? nullptr : &*found;
}

void JsonObject::supportOnly(const char* key, const json& value) const {
    const json* found = find(key);
    if (found != nullptr && *found != value) {
        fail(key, "is " + describe(*found) + "; this program runs models with " + value.dump(),
             kernels::ErrorCode::Unsupported);
    }
}

void JsonObject::fail(const char* key, const std::string& reason, kernels::ErrorCode code) const {
    failFile(m_file, (m_path.empty() ? "" : m_path + ".") + shortened(key) + " " + reason, code);
}

const json& JsonObject::required(const char* key) const {
    const json* found = find(key);
    if (found == nullptr) {
        fail(key, "is missing");
    }
    return *found;
}

std::int64_t JsonObject::integer(const char* key, const json& value, Range range) const {
    // An unsigned value is one that the parser found no minus sign at; it may exceed std::int64_t.
    const bool fits = value.is_number_unsigned()
                          ? std::in_range<std::int64_t>(value.get<std::uint64_t>())
                          : value.is_number_integer();
    const std::int64_t number = fits ? value.get<std::int64_t>() : 0;
    if (!fits || number < range.min || number > range.max) {
        fail(key, "is " + describe(value) + ", must be a whole number from " +
                      std::to_string(range.min) + " to " + std::to_string(range.max));
    }
    return number;
}

} // namespace engine

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/tokenizer_json.h"

#include "engine/json_file.h"

#include <limits>
#include <utility>

namespace engine {

using nlohmann::json;

namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{64} * 1024 * 1024;
constexpr std::size_t kMaxDepth = 64;

// Receives the parser's events. Everything outside of the two tables is built as a document, whose
// open objects and arrays are m_open.
class Reader final : public nlohmann::json_sax<json> {
public:
    Reader(const std::filesystem::path& path, TokenizerJson& result)
        : m_path(path)
        , m_result(result) {}

    bool null() override { return add(nullptr); }

    bool boolean(bool value) override { return add(value); }

    bool number_integer(number_integer_t value) override { return add(value); }

    bool number_float(number_float_t value, const string_t&) override { return add(value); }

    bool binary(binary_t&) override { return false; }

    bool number_unsigned(number_unsigned_t value) override {
        if (m_table != Table::Vocabulary) {
            return add(value);
        }
        if (value > static_cast<number_unsigned_t>(std::numeric_limits<TokenId>::max())) {
            fail("token id " + std::to_string(value) + " is out of range");
        }
        m_result.vocabulary.emplace_back(std::move(m_key), static_cast<TokenId>(value));
        return true;
    }

    bool string(string_t& value) override {
        switch (m_table) {
        case Table::Merges:
            return addMerge(value);
        case Table::MergePair:
            m_pair.push_back(std::move(value));
            return true;
        default:
            return add(std::move(value));
        }
    }

    bool key(string_t& name) override {
        m_key = std::move(name);
        return true;
    }

    bool start_object(std::size_t) override {
        return isModelMember("vocab") ? startTable(Table::Vocabulary) : open(json::object());
    }

    bool start_array(std::size_t) override {
        if (m_table == Table::Merges) {
            m_table = Table::MergePair;
            return true;
        }
        return isModelMember("merges") ? startTable(Table::Merges) : open(json::array());
    }

    bool end_object() override { return close(); }

    bool end_array() override { return m_table == Table::MergePair ? addMergePair() : close(); }

    bool parse_error(std::size_t offset, const std::string&,
                     const nlohmann::detail::exception&) override {
        fail("not valid JSON at byte " + std::to_string(offset));
    }

private:
    enum class Table { None, Vocabulary, Merges, MergePair };

    [[noreturn]] void fail(const std::string& reason) const { failFile(m_path, reason); }

    bool isModelMember(const char* name) const {
        return m_open.size() == 2 && m_modelIsOpen && m_key == name && m_table == Table::None;
    }

    bool startTable(Table table) {
        bool& seen = table == Table::Merges ? m_sawMerges : m_sawVocabulary;
        if (std::exchange(seen, true)) {
            fail("the key " + inQuotes(m_key) + " appears twice");
        }
        m_table = table;
        return true;
    }

    bool add(json value) {
        place(std::move(value));
        return true;
    }

    // Puts value where the document is being built, and says where it now is.
    json* place(json value) {
        if (m_table != Table::None) {
            fail(m_table == Table::Vocabulary ? "the vocabulary's ids must be whole numbers from 0"
                                              : "merges must be pairs of strings");
        }
        if (m_open.empty()) {
            return &(m_result.document = std::move(value));
        }
        json& parent = *m_open.back();
        if (parent.is_array()) {
            parent.push_back(std::move(value));
            return &parent.back();
        }
        if (parent.contains(m_key)) {
            fail("the key " + inQuotes(m_key) + " appears twice");
        }
        return &(parent[m_key] = std::move(value));
    }

    bool open(json value) {
        if (m_open.size() == kMaxDepth) {
            fail("nested deeper than " + std::to_string(kMaxDepth) + " levels");
        }
        m_modelIsOpen = m_open.size() == 1 ? m_key == "model" : m_modelIsOpen;
        m_open.push_back(place(std::move(value)));
        return true;
    }

    bool close() {
        if (m_table == Table::None) {
            m_open.pop_back();
        }
        m_table = Table::None;
        return true;
    }

    // "left right"
    bool addMerge(const std::string& value) {
        const std::size_t space = value.find(' ');
        if (space == std::string::npos || value.find(' ', space + 1) != std::string::npos) {
            fail("merge " + inQuotes(value) + " is not a pair");
        }
        m_result.merges.emplace_back(value.substr(0, space), value.substr(space + 1));
        return true;
    }

    // ["left", "right"]
    bool addMergePair() {
        if (m_pair.size() != 2) {
            fail("merge " + std::to_string(m_result.merges.size()) + " is not a pair");
        }
        m_result.merges.emplace_back(std::move(m_pair[0]), std::move(m_pair[1]));
        m_pair.clear();
        m_table = Table::Merges;
        return true;
    }

    const std::filesystem::path& m_path;
    TokenizerJson& m_result;
    std::vector<json*> m_open;
    std::string m_key;
    bool m_modelIsOpen = false; // the object at depth 1 is the member "model"
    Table m_table = Table::None;
    bool m_sawVocabulary = false;
    bool m_sawMerges = false;
    std::vector<std::string> m_pair; // halves so far of the merge that is open
};

} // namespace

TokenizerJson readTokenizerJson(const std::filesystem::path& path) {
    const std::string text = readTextFile(path, kMaxFileBytes);
    if (isLfsPointer(text)) {
        failFile(path, "this is a Git LFS pointer, not the file itself: download the real file");
    }
    TokenizerJson result;
    Reader reader(path, result);
    json::sax_parse(text, &reader);
    return result;
}

} // namespace engine

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/tokenizer_file.h"

#include "engine/json_file.h"
#include "engine/text/tokenizer_json.h"
#include "engine/text/unicode.h"

#include <bit>
#include <functional>
#include <optional>
#include <string_view>
#include <unordered_set>

namespace engine {

using kernels::ErrorCode;
using nlohmann::json;

namespace {

constexpr TokenId kMaxTokens = 1 << 20;          // eight times the largest published vocabulary
constexpr std::size_t kMaxAddedTokens = 16'384;  // twenty times the largest published list
constexpr std::size_t kMaxAddedTokenBytes = 256; // each is looked for at every place of a text
constexpr std::size_t kMaxExpressions = 64;

// The alphabet in which the file spells bytes: printable Latin-1 characters stand for themselves,
// the other bytes, in order, for the characters from U+0100 on.
class ByteAlphabet {
public:
    ByteAlphabet() {
        m_byte.fill(-1);
        char32_t moved = 0x100;
        for (std::size_t byte = 0; byte < m_spelling.size(); ++byte) {
            const bool printable = (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte != 0xAD);
            m_spelling[byte] = printable ? static_cast<char32_t>(byte) : moved++;
            m_byte[m_spelling[byte]] = static_cast<int>(byte);
        }
    }

    std::string spelling(std::size_t byte) const {
        std::string text;
        appendUtf8(text, m_spelling[byte]);
        return text;
    }

    // The bytes that a token spells; its own text when that has characters of no byte.
    std::string bytes(const std::string& token) const {
        std::string out;
        for (std::size_t at = 0; at < token.size();) {
            const CodePoint c = codePointAt(token, at);
            if (c.value >= m_byte.size() || m_byte[c.value] < 0) {
                return token;
            }
            out += static_cast<char>(m_byte[c.value]);
            at += c.bytes;
        }
        return out;
    }

private:
    std::array<char32_t, 256> m_spelling = {};
    std::array<int, 0x144> m_byte = {};
};

// Token text to id, by open addressing. A fraction of std::unordered_map's time on the four hundred
// thousand look-ups of a published file; and a file made to collide is noticed, not endured.
class TokenIndex {
public:
    // file is named when the tokens are refused.
    TokenIndex(const std::filesystem::path& file, std::size_t tokens)
        : m_file(file)
        , m_slots(std::bit_ceil(2 * tokens + 2)) {}

    // False when the text is there already. The text must stay where it is.
    bool add(std::string_view text, TokenId id) {
        Slot& slot = m_slots[slotOf(text)];
        if (slot.id >= 0) {
            return false;
        }
        slot = {text, id};
        return true;
    }

    std::optional<TokenId> find(std::string_view text) const {
        const TokenId id = m_slots[slotOf(text)].id;
        return id < 0 ? std::nullopt : std::optional(id);
    }

private:
    static constexpr std::size_t kMaxProbes = 4096; // a fair table of a million needs under 100

    struct Slot {
        std::string_view text;
        TokenId id = -1;
    };

    // The slot with the text, or the free one where it belongs.
    std::size_t slotOf(std::string_view text) const {
        const std::size_t start = std::hash<std::string_view>()(text);
        for (std::size_t i = 0; i < kMaxProbes; ++i) {
            const std::size_t slot = (start + i) & (m_slots.size() - 1);
            if (m_slots[slot].id < 0 || m_slots[slot].text == text) {
                return slot;
            }
        }
        failFile(m_file, "the vocabulary's tokens are made to collide");
    }

    const std::filesystem::path& m_file;
    std::vector<Slot> m_slots;
};

class Reader {
public:
    explicit Reader(const std::filesystem::path& path)
        : m_path(path)
        , m_json(readTokenizerJson(path))
        , m_root(m_json.document, path, "")
        , m_ids(path, m_json.vocabulary.size()) {}

    TokenizerFile read() {
        m_file.path = m_path;
        checkModel();
        checkText();
        readVocabulary();
        readAddedTokens();
        appendMissingTokens();
        readMerges();
        readByteTokens();
        readPreTokenizer();
        return std::move(m_file);
    }

private:
    [[noreturn]] void fail(const std::string& reason) const { failFile(m_path, reason); }

    static void require(const JsonObject& object, const char* key, const std::string& value) {
        if (object.string(key) != value) {
            object.supportOnly(key, value);
        }
    }

    void checkModel() const {
        const JsonObject model = m_root.object("model");
        require(model, "type", "BPE");
        for (const char* key : {"continuing_subword_prefix", "end_of_word_suffix"}) {
            if (const json* affix = model.find(key); affix != nullptr && *affix != json("")) {
                model.supportOnly(key, nullptr);
            }
        }
        for (const char* key : {"unk_token", "dropout"}) {
            model.supportOnly(key, nullptr);
        }
        for (const char* key : {"byte_fallback", "ignore_merges"}) {
            model.supportOnly(key, false);
        }
    }

    // Neither text before it is cut nor bytes after they are joined may be changed.
    void checkText() const {
        if (const json* normalizer = m_root.find("normalizer");
            normalizer != nullptr && !normalizer->is_null()) {
            require(m_root.object("normalizer"), "type", "Sequence");
            m_root.object("normalizer").supportOnly("normalizers", json::array());
        }
        require(m_root.object("decoder"), "type", "ByteLevel");
    }

    void readVocabulary() {
        for (const auto& [token, id] : m_json.vocabulary) {
            if (!m_ids.add(token, id)) {
                fail("the vocabulary has " + inQuotes(token) + " twice");
            }
            place(token, id);
        }
    }

    // Gives id to token, which must be the only one to have it.
    void place(const std::string& token, TokenId id) {
        if (id >= kMaxTokens) {
            fail("token id " + std::to_string(id) + " of " + inQuotes(token) +
                 " is above the limit of " + std::to_string(kMaxTokens - 1));
        }
        const auto index = static_cast<std::size_t>(id);
        if (index >= m_file.tokens.size()) {
            m_file.tokens.resize(index + 1);
        }
        if (token.empty() || !m_file.tokens[index].empty()) {
            fail(token.empty() ? "a token is empty"
                               : "token id " + std::to_string(id) + " is given twice");
        }
        m_file.tokens[index] = m_alphabet.bytes(token);
    }

    const json& list(const JsonObject& object, const char* key, std::size_t most) const {
        const json* const found = object.find(key);
        if (found == nullptr || !found->is_array() || found->size() > most) {
            object.fail(key, "must be a list of at most " + std::to_string(most));
        }
        return *found;
    }

    void readAddedTokens() {
        for (const json& token : list(m_root, "added_tokens", kMaxAddedTokens)) {
            readAddedToken({token, m_path, "added_tokens"});
        }
    }

    void readAddedToken(const JsonObject& token) {
        AddedToken added;
        added.text = token.string("content");
        added.id = -1;
        token.read("id", added.id, {0, kMaxTokens - 1});
        if (added.id < 0) {
            token.fail("id", "of " + inQuotes(added.text) + " is missing");
        }
        token.read("special", added.special);
        token.read("normalized", added.normalized);
        for (const char* key : {"single_word", "lstrip", "rstrip"}) {
            token.supportOnly(key, false);
        }
        add(added);
    }

    // Added tokens may stand in the vocabulary too, with the same id.
    void add(const AddedToken& added) {
        if (added.text.size() > kMaxAddedTokenBytes) {
            fail("added token " + inQuotes(added.text) + " is longer than " +
                 std::to_string(kMaxAddedTokenBytes) + " bytes");
        }
        if (isAdded(added.text)) {
            fail("added token " + inQuotes(added.text) + " is there twice");
        }
        const auto known = m_ids.find(added.text);
        if (!known) {
            place(added.text, added.id);
        } else if (*known != added.id) {
            fail("added token " + inQuotes(added.text) + " has id " + std::to_string(added.id) +
                 ", but " + std::to_string(*known) + " in the vocabulary");
        }
        m_file.addedTokens.push_back(added);
        m_added.insert(added.text);
        if (added.special) {
            m_specials.insert(added.id);
        }
    }

    bool isAdded(const std::string& token) const { return m_added.count(token) > 0; }

    // processing_deepseek_vl_v2.py: DeepseekVLV2Processor.__init__
    void appendMissingTokens() {
        for (const auto& [member, spelling] : kSpecialTokenTexts) {
            const std::string token(spelling);
            if (isAdded(token)) {
                continue;
            }
            const auto known = m_ids.find(token);
            const bool mustBeThere = member == &SpecialTokens::bos || member == &SpecialTokens::eos;
            if (!known && mustBeThere) {
                fail("lacks the token " + inQuotes(token));
            }
            const auto next = static_cast<TokenId>(m_file.tokens.size());
            add({token, known.value_or(next), true, false});
        }
    }

    void readMerges() {
        m_file.merges.reserve(m_json.merges.size());
        for (const auto& [left, right] : m_json.merges) {
            const std::string result = left + right;
            m_file.merges.push_back({mergeable(left), mergeable(right), mergeable(result)});
        }
    }

    // Text must never turn into a control token by the way it is merged.
    TokenId mergeable(const std::string& token) const {
        const auto known = m_ids.find(token);
        if (!known) {
            fail("merge " + std::to_string(m_file.merges.size()) + " needs the token " +
                 inQuotes(token) + ", which the vocabulary lacks");
        }
        if (m_specials.count(*known) > 0) {
            fail("merge " + std::to_string(m_file.merges.size()) + " uses the special token " +
                 inQuotes(token));
        }
        return *known;
    }

    void readByteTokens() {
        for (std::size_t byte = 0; byte < m_file.bytes.size(); ++byte) {
            const std::string spelling = m_alphabet.spelling(byte);
            const auto known = m_ids.find(spelling);
            if (!known || isAdded(spelling)) {
                fail("the vocabulary has no token of its own for byte " + std::to_string(byte));
            }
            m_file.bytes[byte] = *known;
        }
    }

    void readPreTokenizer() {
        const JsonObject section = m_root.object("pre_tokenizer");
        if (section.string("type") != "Sequence") {
            readStep(section, true);
            return;
        }
        const json& steps = list(section, "pretokenizers", kMaxExpressions);
        if (steps.empty()) {
            section.fail("pretokenizers", "is empty", ErrorCode::Unsupported);
        }
        for (std::size_t i = 0; i < steps.size(); ++i) {
            readStep({steps[i], m_path, "pre_tokenizer"}, i + 1 == steps.size());
        }
    }

    // The last step, and no other, turns characters into the bytes of the vocabulary.
    void readStep(const JsonObject& step, bool isLast) {
        const std::string type = step.string("type");
        if (isLast) {
            require(step, "type", "ByteLevel");
            for (const char* key : {"add_prefix_space", "use_regex"}) {
                bool isUsed = true; // what it means when it is absent
                step.read(key, isUsed);
                if (isUsed) {
                    step.fail(key, "must be false", ErrorCode::Unsupported);
                }
            }
        } else if (type == "Digits") {
            bool isIndividual = false;
            step.read("individual_digits", isIndividual);
            m_file.expressions.emplace_back(isIndividual ? R"(\p{N})" : R"(\p{N}+)");
        } else {
            require(step, "type", "Split");
            require(step, "behavior", "Isolated");
            m_file.expressions.push_back(step.object("pattern").string("Regex"));
        }
    }

    const std::filesystem::path& m_path;
    const TokenizerJson m_json;
    const JsonObject m_root;
    const ByteAlphabet m_alphabet;
    TokenIndex m_ids;                        // of the vocabulary, as the file spells it
    std::unordered_set<std::string> m_added; // texts of the added tokens
    std::unordered_set<TokenId> m_specials;  // ids of the special ones
    TokenizerFile m_file;
};

} // namespace

TokenizerFile readTokenizerFile(const std::filesystem::path& path) {
    return Reader(path).read();
}

} // namespace engine

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/tokenizer_file.h"

#include "engine/text/tokenizer_json.h"
#include "engine/text/unicode.h"
#include "engine/text/utf8_stream.h"
#include "kernels/error.h"

#include <bit>
#include <functional>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace engine {

using kernels::Error;
using kernels::ErrorCode;
using nlohmann::json;

namespace {

constexpr TokenId kMaxTokens = 1 << 20;          // eight times the largest published vocabulary
constexpr std::size_t kMaxAddedTokens = 16'384;  // twenty times the largest published list
constexpr std::size_t kMaxAddedTokenBytes = 256; // each is looked for at every place of a text
constexpr std::size_t kMaxExpressions = 64;
constexpr std::size_t kMaxQuoted = 100; // bytes of the file in an error

std::string inQuotes(const std::string& text) {
    const bool isLong = text.size() > kMaxQuoted;
    return '"' + (isLong ? validUtf8(text.substr(0, kMaxQuoted)) + "…" : text) + '"';
}

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
    explicit TokenIndex(std::size_t tokens)
        : m_slots(std::bit_ceil(2 * tokens + 2)) {}

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
        throw Error(ErrorCode::BadFile, "the tokens of a vocabulary are made to collide");
    }

    std::vector<Slot> m_slots;
};

// The member, or null where there is none.
const json& member(const json& object, const char* name) {
    static const json null;
    if (!object.is_object()) {
        return null;
    }
    const auto found = object.find(name);
    return found == object.end() ? null : *found;
}

class Reader {
public:
    explicit Reader(const std::filesystem::path& path)
        : m_path(path)
        , m_json(readTokenizerJson(path))
        , m_ids(m_json.vocabulary.size()) {}

    TokenizerFile read() {
        checkKind();
        readVocabulary();
        readAddedTokens();
        appendMissingTokens();
        readMerges();
        readByteTokens();
        readPreTokenizer();
        return std::move(m_file);
    }

private:
    [[noreturn]] void damaged(const std::string& text) const {
        throw Error(ErrorCode::BadFile, m_path.string() + ": " + text);
    }

    [[noreturn]] void unsupported(const std::string& text) const {
        throw Error(ErrorCode::Unsupported, m_path.string() + ": " + text);
    }

    // A part of the file that must be there.
    const json& section(const char* name) const {
        const json& value = member(m_json.document, name);
        if (!value.is_object()) {
            damaged(std::string("lacks the section \"") + name + '"');
        }
        return value;
    }

    std::string text(const json& object, const char* name) const {
        const json& value = member(object, name);
        if (!value.is_string()) {
            damaged(std::string("\"") + name + "\" must be a string");
        }
        return value.get<std::string>();
    }

    bool flag(const json& object, const char* name, bool absent) const {
        const json& value = member(object, name);
        if (!value.is_null() && !value.is_boolean()) {
            damaged(std::string("\"") + name + "\" must be true or false");
        }
        return value.is_null() ? absent : value.get<bool>();
    }

    const json& list(const json& object, const char* name) const {
        const json& value = member(object, name);
        if (!value.is_array()) {
            damaged(std::string("\"") + name + "\" must be a list");
        }
        return value;
    }

    // What would change ids or text in a way that this program does not know.
    void checkKind() const {
        const json& model = section("model");
        const json& dropout = member(model, "dropout");
        if (text(model, "type") != "BPE") {
            unsupported("the model type is " + inQuotes(text(model, "type")) + ", not \"BPE\"");
        }
        for (const char* name : {"unk_token", "continuing_subword_prefix", "end_of_word_suffix"}) {
            if (!member(model, name).is_null() && member(model, name) != "") {
                unsupported(std::string("\"") + name + "\" is not supported");
            }
        }
        for (const char* name : {"byte_fallback", "ignore_merges"}) {
            if (flag(model, name, false)) {
                unsupported(std::string("\"") + name + "\" is not supported");
            }
        }
        if (!dropout.is_null() && dropout != 0) {
            unsupported("\"dropout\" is not supported");
        }
        const json& normalizer = member(m_json.document, "normalizer");
        const json& steps = member(normalizer, "normalizers");
        if (!normalizer.is_null() && !(steps.is_array() && steps.empty())) {
            unsupported("normalizer " + inQuotes(text(normalizer, "type")) + " is not supported");
        }
        if (text(section("decoder"), "type") != "ByteLevel") {
            unsupported("the decoder is not \"ByteLevel\"");
        }
    }

    void readVocabulary() {
        for (const auto& [token, id] : m_json.vocabulary) {
            if (!m_ids.add(token, id)) {
                damaged("the vocabulary has " + inQuotes(token) + " twice");
            }
            place(token, id);
        }
    }

    // Gives id to token, which must be the only one to have it.
    void place(const std::string& token, TokenId id) {
        if (id >= kMaxTokens) {
            damaged("token id " + std::to_string(id) + " of " + inQuotes(token) +
                    " is above the limit of " + std::to_string(kMaxTokens - 1));
        }
        const auto index = static_cast<std::size_t>(id);
        if (index >= m_file.tokens.size()) {
            m_file.tokens.resize(index + 1);
        }
        if (token.empty() || !m_file.tokens[index].empty()) {
            damaged(token.empty() ? "a token is empty"
                                  : "token id " + std::to_string(id) + " is given twice");
        }
        m_file.tokens[index] = m_alphabet.bytes(token);
    }

    void readAddedTokens() {
        const json& tokens = list(m_json.document, "added_tokens");
        if (tokens.size() > kMaxAddedTokens) {
            damaged("has " + std::to_string(tokens.size()) + " added tokens, more than " +
                    std::to_string(kMaxAddedTokens));
        }
        for (const json& token : tokens) {
            readAddedToken(token);
        }
    }

    void readAddedToken(const json& token) {
        AddedToken added;
        added.text = text(token, "content");
        added.special = flag(token, "special", false);
        added.normalized = flag(token, "normalized", false);
        for (const char* name : {"single_word", "lstrip", "rstrip"}) {
            if (flag(token, name, false)) {
                unsupported("added token " + inQuotes(added.text) + " has \"" + name +
                            "\", which is not supported");
            }
        }
        const json& id = member(token, "id");
        if (!id.is_number_unsigned() || id.get<std::uint64_t>() >= std::uint64_t{kMaxTokens}) {
            damaged("the id of added token " + inQuotes(added.text) +
                    " must be a whole number from 0 to " + std::to_string(kMaxTokens - 1));
        }
        added.id = id.get<TokenId>();
        add(added);
    }

    // Added tokens may stand in the vocabulary too, with the same id.
    void add(const AddedToken& added) {
        if (added.text.size() > kMaxAddedTokenBytes) {
            damaged("added token " + inQuotes(added.text) + " is longer than " +
                    std::to_string(kMaxAddedTokenBytes) + " bytes");
        }
        if (isAdded(added.text)) {
            damaged("added token " + inQuotes(added.text) + " is there twice");
        }
        const auto known = m_ids.find(added.text);
        if (!known) {
            place(added.text, added.id);
        } else if (*known != added.id) {
            damaged("added token " + inQuotes(added.text) + " has id " + std::to_string(added.id) +
                    ", but " + std::to_string(*known) + " in the vocabulary");
        }
        m_file.addedTokens.push_back(added);
        m_added.emplace(added.text, added.special);
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
                damaged("lacks the token " + inQuotes(token));
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
            damaged("merge " + std::to_string(m_file.merges.size()) + " needs the token " +
                    inQuotes(token) + ", which the vocabulary lacks");
        }
        const auto added = m_added.find(token);
        if (added != m_added.end() && added->second) {
            damaged("merge " + std::to_string(m_file.merges.size()) + " uses the special token " +
                    inQuotes(token));
        }
        return *known;
    }

    void readByteTokens() {
        for (std::size_t byte = 0; byte < m_file.bytes.size(); ++byte) {
            const std::string spelling = m_alphabet.spelling(byte);
            const auto known = m_ids.find(spelling);
            if (!known || isAdded(spelling)) {
                damaged("the vocabulary has no token of its own for byte " + std::to_string(byte));
            }
            m_file.bytes[byte] = *known;
        }
    }

    void readPreTokenizer() {
        const json& whole = section("pre_tokenizer");
        const bool isSequence = text(whole, "type") == "Sequence";
        const json steps = isSequence ? list(whole, "pretokenizers") : json::array({whole});
        if (steps.size() > kMaxExpressions) {
            damaged("has more than " + std::to_string(kMaxExpressions) + " pre-tokenizer steps");
        }
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const bool isByteLevel = text(steps[i], "type") == "ByteLevel";
            if (isByteLevel != (i + 1 == steps.size())) {
                unsupported("the pre-tokenizer must end with its only \"ByteLevel\" step");
            }
            readStep(steps[i]);
        }
    }

    void readStep(const json& step) {
        const std::string type = text(step, "type");
        if (type == "ByteLevel") {
            if (flag(step, "add_prefix_space", true) || flag(step, "use_regex", true)) {
                unsupported("\"ByteLevel\" with \"add_prefix_space\" or \"use_regex\" is not "
                            "supported");
            }
        } else if (type == "Digits") {
            const bool individual = flag(step, "individual_digits", false);
            m_file.expressions.emplace_back(individual ? R"(\p{N})" : R"(\p{N}+)");
        } else if (type == "Split") {
            if (text(step, "behavior") != "Isolated") {
                unsupported("split behavior " + inQuotes(text(step, "behavior")) +
                            " is not supported");
            }
            m_file.expressions.push_back(text(member(step, "pattern"), "Regex"));
        } else {
            unsupported("pre-tokenizer step " + inQuotes(type) + " is not supported");
        }
    }

    const std::filesystem::path& m_path;
    const TokenizerJson m_json;
    const ByteAlphabet m_alphabet;
    TokenIndex m_ids;                              // of the vocabulary, as the file spells it
    std::unordered_map<std::string, bool> m_added; // text of the added tokens: special?
    TokenizerFile m_file;
};

} // namespace

TokenizerFile readTokenizerFile(const std::filesystem::path& path) {
    return Reader(path).read();
}

} // namespace engine

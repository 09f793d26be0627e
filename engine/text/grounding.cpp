// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/grounding.h"

#include "engine/text/special_tokens.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace engine {

namespace {

constexpr double kLargest = 999;
constexpr std::string_view kBlanks = " \t\r\n\v\f";
constexpr std::string_view kListCharacters = "[]-.,0123456789 \t\r\n\v\f";

constexpr std::array kTags = {&SpecialTokens::ref, &SpecialTokens::refEnd, &SpecialTokens::det,
                              &SpecialTokens::detEnd, &SpecialTokens::grounding};
using Tag = TokenId SpecialTokens::*;

struct FoundTag {
    Tag tag = nullptr; // null: the end of the answer
    std::size_t begin = 0;
    std::size_t end = 0;
};

FoundTag nextTag(std::string_view answer, std::size_t from) {
    for (std::size_t at = answer.find('<', from); at != std::string_view::npos;
         at = answer.find('<', at + 1)) {
        for (const SpecialTokenText& token : kSpecialTokenTexts) {
            const bool isTag = std::find(kTags.begin(), kTags.end(), token.id) != kTags.end();
            if (isTag && answer.substr(at).starts_with(token.text)) {
                return {token.id, at, at + token.text.size()};
            }
        }
    }
    return {nullptr, answer.size(), answer.size()};
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(kBlanks);
    return first == std::string_view::npos
               ? std::string_view()
               : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

// A decimal number, clamped to the range of places.
std::optional<double> parseNumber(std::string_view text) {
    const std::string_view number = trimmed(text);
    const char* const end = number.data() + number.size();
    if (number.find_first_not_of("-.0123456789") != std::string_view::npos) { // "inf", "nan"
        return std::nullopt;
    }
    double value = 0;
    const auto [parsed, error] =
        std::from_chars(number.data(), end, value, std::chars_format::fixed);
    const bool isNumber = error == std::errc() && parsed == end;
    return isNumber ? std::optional(std::clamp(value, 0.0, kLargest)) : std::nullopt;
}

// The four numbers between a pair of brackets.
std::optional<GroundedBox> parseBox(std::string_view group) {
    std::array<double, 4> numbers = {};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::size_t comma = group.find(',');
        const bool isLast = i + 1 == numbers.size();
        const std::optional<double> number = parseNumber(group.substr(0, comma));
        if (!number || (comma == std::string_view::npos) != isLast) {
            return std::nullopt;
        }
        numbers[i] = *number;
        group.remove_prefix(isLast ? group.size() : comma + 1);
    }
    const auto [x1, x2] = std::minmax(numbers[0], numbers[2]);
    const auto [y1, y2] = std::minmax(numbers[1], numbers[3]);
    return GroundedBox{{}, x1, y1, x2, y2, 0};
}

// At most kMaxLabelBytes of a label, cut between characters.
std::string_view shortened(std::string_view label) {
    if (label.size() <= kMaxLabelBytes) {
        return label;
    }
    std::size_t end = kMaxLabelBytes;
    while (end > 0 && (static_cast<unsigned char>(label[end]) & 0xC0) == 0x80) {
        --end;
    }
    return label.substr(0, end);
}

class Parser {
public:
    explicit Parser(std::string_view answer)
        : m_answer(answer) {}

    GroundedAnswer parse() {
        std::size_t at = 0;
        Tag open = nullptr;
        while (at < m_answer.size()) {
            const FoundTag next = nextTag(m_answer, at);
            const std::string_view content = m_answer.substr(at, next.begin - at);
            if (open == &SpecialTokens::det) {
                readDet(content, next.tag == &SpecialTokens::detEnd);
            } else {
                if (open == &SpecialTokens::ref) {
                    m_label = shortened(content);
                    m_labelOffset = m_result.text.size();
                }
                m_result.text += content;
            }
            open = next.tag;
            at = next.end;
        }
        return std::move(m_result);
    }

private:
    // A closed list is nothing but numbers. An unclosed one ends where something else begins.
    void readDet(std::string_view content, bool isClosed) {
        if (isClosed) {
            readBoxes(content);
            return;
        }
        const std::size_t end = content.find_first_not_of(kListCharacters);
        m_result.text += content.substr(readBoxes(content.substr(0, end)));
    }

    // Only innermost brackets hold a box; the ones around them just enclose it. Returns where the
    // last of them ends.
    std::size_t readBoxes(std::string_view list) {
        constexpr std::size_t kNone = std::string_view::npos;
        std::size_t group = kNone; // where the innermost open group starts
        std::size_t end = 0;
        for (std::size_t at = list.find_first_of("[]"); at != kNone;
             at = list.find_first_of("[]", end)) {
            end = at + 1;
            if (list[at] == '[') {
                group = end;
            } else if (group != kNone) {
                addBox(list.substr(group, at - group));
                group = kNone;
            }
        }
        if (group == kNone) {
            return end;
        }
        ++m_result.dropped; // cut off: its last number may be incomplete
        return list.size();
    }

    void addBox(std::string_view group) {
        std::optional<GroundedBox> box = parseBox(group);
        if (!box) {
            ++m_result.dropped;
            return;
        }
        box->label = m_label;
        box->textOffset = m_labelOffset.value_or(m_result.text.size());
        m_result.boxes.push_back(std::move(*box));
    }

    std::string_view m_answer;
    std::string_view m_label;
    std::optional<std::size_t> m_labelOffset; // none before the first phrase
    GroundedAnswer m_result;
};

int toPixel(double value, int size) {
    return static_cast<int>(value / kLargest * size);
}

} // namespace

GroundedAnswer parseGrounding(std::string_view answer) {
    return Parser(answer).parse();
}

PixelBox toPixels(const GroundedBox& box, int width, int height) {
    return {toPixel(box.x1, width), toPixel(box.y1, height), toPixel(box.x2, width),
            toPixel(box.y2, height)};
}

} // namespace engine

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/pattern.h"
#include "engine/text/unicode.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace engine {

namespace {

constexpr std::size_t kNoMatch = std::numeric_limits<std::size_t>::max();

bool isOneOf(Categories categories, Categories wanted) {
    return (categories & wanted) != 0;
}

// Where the run of characters that satisfy accept, starting at `at`, ends.
template <typename Accept>
std::size_t runEnd(std::string_view text, std::size_t at, Accept accept) {
    while (at < text.size()) {
        const CodePoint c = codePointAt(text, at);
        if (!accept(c.value)) {
            break;
        }
        at += c.bytes;
    }
    return at;
}

bool isSpace(char32_t c) {
    return isOneOf(categoriesOf(c), kCategorySpace);
}

bool isLineBreak(char32_t c) {
    return c == U'\r' || c == U'\n';
}

// Tries one place after the other. matchEnd(text, at) gives the end of the match that starts at
// `at`, or kNoMatch; it must look at a bounded number of characters where there is no match.
template <typename MatchEnd>
std::optional<Span> leftmost(std::string_view text, std::size_t from, MatchEnd matchEnd) {
    for (std::size_t at = from; at < text.size(); at += codePointAt(text, at).bytes) {
        const std::size_t end = matchEnd(text, at);
        if (end != kNoMatch) {
            return Span{at, end};
        }
    }
    return std::nullopt;
}

// ---- the words of the V3 vocabulary ----------------------------------------------------------

constexpr std::string_view kV3Words = R"([!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+)"
                                      "|[^\r\n\\p{L}\\p{P}\\p{S}]?[\\p{L}\\p{M}]+"
                                      "| ?[\\p{P}\\p{S}]+[\r\n]*"
                                      "|\\s*[\r\n]+"
                                      "|\\s+(?!\\S)"
                                      "|\\s+";

constexpr Categories kWordPart = kCategoryLetter | kCategoryMark;
constexpr Categories kPunctuationOrSymbol = kCategoryPunctuation | kCategorySymbol;

bool isAsciiLetter(char32_t c) {
    return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}

bool isAsciiPunctuation(char32_t c) {
    return c < 0x80 && isOneOf(categoriesOf(c), kPunctuationOrSymbol);
}

std::size_t endOfWordAfterPunctuation(std::string_view text, std::size_t at) {
    if (!isAsciiPunctuation(codePointAt(text, at).value)) {
        return kNoMatch;
    }
    const std::size_t end = runEnd(text, at + 1, isAsciiLetter);
    return end > at + 1 ? end : kNoMatch;
}

std::size_t endOfWord(std::string_view text, std::size_t at) {
    const auto isWordPart = [](char32_t c) {
        return isOneOf(categoriesOf(c), kWordPart);
    };
    const CodePoint first = codePointAt(text, at);
    const bool isWord = isWordPart(first.value);
    if (!isWord &&
        (isLineBreak(first.value) || isOneOf(categoriesOf(first.value), kPunctuationOrSymbol))) {
        return kNoMatch;
    }
    const std::size_t second = at + first.bytes;
    const std::size_t end = runEnd(text, second, isWordPart);
    return isWord || end > second ? end : kNoMatch;
}

std::size_t endOfPunctuation(std::string_view text, std::size_t at) {
    const std::size_t start = text[at] == ' ' ? at + 1 : at;
    const std::size_t end = runEnd(
        text, start, [](char32_t c) { return isOneOf(categoriesOf(c), kPunctuationOrSymbol); });
    return end > start ? runEnd(text, end, isLineBreak) : kNoMatch;
}

// \s*[\r\n]+ | \s+(?!\S) | \s+: up to the last line break of the run; else all of it, without the
// last character where a word follows, which takes that character along.
std::size_t endOfSpace(std::string_view text, std::size_t at) {
    std::size_t afterBreak = kNoMatch;
    std::size_t last = at;
    std::size_t end = at;
    while (end < text.size()) {
        const CodePoint c = codePointAt(text, end);
        if (!isSpace(c.value)) {
            break;
        }
        last = end;
        end += c.bytes;
        afterBreak = isLineBreak(c.value) ? end : afterBreak;
    }
    if (end == at || afterBreak != kNoMatch) {
        return afterBreak;
    }
    return end == text.size() || last == at ? end : last;
}

std::size_t endOfV3Word(std::string_view text, std::size_t at) {
    for (const auto alternative :
         {endOfWordAfterPunctuation, endOfWord, endOfPunctuation, endOfSpace}) {
        const std::size_t end = alternative(text, at);
        if (end != kNoMatch) {
            return end;
        }
    }
    return kNoMatch;
}

// ---- white space at the end of a line --------------------------------------------------------

constexpr std::string_view kSpaceAtLineEnd = R"(\s+$)";

// $ also stands before every line feed, so a run of white space matches up to its last one.
std::optional<Span> spaceAtLineEnd(std::string_view text, std::size_t from, StepBudget&) {
    for (std::size_t at = from; at < text.size();) {
        const std::size_t end = runEnd(text, at, isSpace);
        if (end == text.size() && end > at) {
            return Span{at, end};
        }
        const std::size_t lineFeed = text.substr(at, end - at).rfind('\n');
        if (lineFeed != std::string_view::npos && lineFeed > 0) {
            return Span{at, at + lineFeed};
        }
        at = end + codePointAt(text, end).bytes;
    }
    return std::nullopt;
}

// ---- runs of one class -----------------------------------------------------------------------

// Code points as ascending ranges, or all of some categories.
struct CharacterClass {
    struct Range {
        char32_t first = 0;
        char32_t last = 0;
    };

    std::vector<Range> ranges;
    Categories categories = 0;

    bool contains(char32_t c) const {
        const auto after = std::upper_bound(ranges.begin(), ranges.end(), c,
                                            [](char32_t v, const Range& r) { return v < r.first; });
        return isOneOf(categoriesOf(c), categories) ||
               (after != ranges.begin() && c <= std::prev(after)->last);
    }
};

// \s?[class]{1,most}
struct RunExpression {
    bool takesSpace = false;
    CharacterClass characters;
    std::size_t most = 1;
};

bool takePrefix(std::string_view& rest, std::string_view prefix) {
    if (!rest.starts_with(prefix)) {
        return false;
    }
    rest.remove_prefix(prefix.size());
    return true;
}

char32_t takeCodePoint(std::string_view& rest) {
    const CodePoint c = codePointAt(rest, 0);
    rest.remove_prefix(c.bytes);
    return c.value;
}

// Members of […] up to and with the ]. Only characters and ranges: what has a meaning of its own in
// a class (escapes, negation, nesting, &&) is left to the library.
std::optional<CharacterClass> takeClass(std::string_view& rest) {
    CharacterClass found;
    while (!rest.empty() && rest.front() != ']') {
        const char32_t first = takeCodePoint(rest);
        char32_t last = first;
        if (rest.size() >= 2 && rest[0] == '-' && rest[1] != ']') {
            rest.remove_prefix(1);
            last = takeCodePoint(rest);
        }
        for (const char32_t c : {first, last}) {
            if (std::u32string_view(U"\\[^&-").find(c) != std::u32string_view::npos) {
                return std::nullopt;
            }
        }
        if (last < first) {
            return std::nullopt;
        }
        found.ranges.push_back({first, last});
    }
    if (found.ranges.empty() || !takePrefix(rest, "]")) {
        return std::nullopt;
    }
    return found;
}

// Sorts the ranges and joins those that overlap, so that contains() may search them.
void sortAndJoin(std::vector<CharacterClass::Range>& ranges) {
    std::sort(ranges.begin(), ranges.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    std::size_t kept = 0;
    for (const CharacterClass::Range& range : ranges) {
        if (kept > 0 && range.first <= ranges[kept - 1].last) {
            ranges[kept - 1].last = std::max(ranges[kept - 1].last, range.last);
        } else {
            ranges[kept++] = range;
        }
    }
    ranges.resize(kept);
}

std::optional<RunExpression> parseRun(std::string_view expression) {
    std::string_view rest = expression;
    RunExpression run;
    run.takesSpace = takePrefix(rest, R"(\s?)");
    if (takePrefix(rest, R"(\p{N})")) {
        run.characters.categories = kCategoryNumber;
    } else if (takePrefix(rest, "[")) {
        const std::optional<CharacterClass> found = takeClass(rest);
        if (!found) {
            return std::nullopt;
        }
        run.characters = *found;
        sortAndJoin(run.characters.ranges);
    } else {
        return std::nullopt;
    }
    if (takePrefix(rest, "+")) {
        run.most = std::numeric_limits<std::size_t>::max();
    } else if (takePrefix(rest, "{1,3}")) {
        run.most = 3;
    }
    return rest.empty() ? std::optional(run) : std::nullopt;
}

std::size_t endOfRun(const RunExpression& run, std::string_view text, std::size_t at) {
    const auto matchFrom = [&](std::size_t start) {
        std::size_t left = run.most;
        const std::size_t end = runEnd(text, start, [&](char32_t c) {
            return left > 0 && run.characters.contains(c) && left-- > 0;
        });
        return end > start ? end : kNoMatch;
    };
    const CodePoint first = codePointAt(text, at);
    if (run.takesSpace && isSpace(first.value)) {
        const std::size_t end = matchFrom(at + first.bytes);
        if (end != kNoMatch) {
            return end;
        }
    }
    return matchFrom(at);
}

} // namespace

std::optional<Pattern> scannerPattern(std::string_view expression) {
    if (expression == kV3Words) {
        return [](std::string_view text, std::size_t from, StepBudget&) {
            return leftmost(text, from, endOfV3Word);
        };
    }
    if (expression == kSpaceAtLineEnd) {
        return spaceAtLineEnd;
    }
    if (const std::optional<RunExpression> run = parseRun(expression)) {
        return [run = *run](std::string_view text, std::size_t from, StepBudget&) {
            return leftmost(text, from, [&](std::string_view whole, std::size_t at) {
                return endOfRun(run, whole, at);
            });
        };
    }
    return std::nullopt;
}

} // namespace engine

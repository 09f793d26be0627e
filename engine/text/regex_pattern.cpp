// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Expressions without a scanner, through PCRE2. They come from an untrusted file and meet untrusted
// text, so their work is limited: PCRE2 calls back before every item of the expression, and the
// callbacks and the characters that passed between them are counted. PCRE2's own limits start anew
// at every place of the text, which is not enough against `a*b` on a long run of a.
#include "engine/json_file.h"
#include "engine/text/pattern.h"

#include <cstdlib>
#include <memory>
#include <new>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace engine {

namespace {

struct Release {
    void operator()(pcre2_code* code) const { pcre2_code_free(code); }

    void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }

    void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }

    void operator()(pcre2_compile_context* context) const { pcre2_compile_context_free(context); }
};

template <typename T>
std::unique_ptr<T, Release> owned(T* pointer) {
    if (pointer == nullptr) {
        throw std::bad_alloc();
    }
    return std::unique_ptr<T, Release>(pointer);
}

// Multi-line, because ^ and $ mean lines in the expressions of these files; Unicode classes; no
// shortcut that would skip a callback.
constexpr std::uint32_t kCompileOptions = PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE |
                                          PCRE2_NEVER_BACKSLASH_C | PCRE2_AUTO_CALLOUT |
                                          PCRE2_NO_START_OPTIMIZE;
constexpr std::size_t kMaxExpressionBytes = 65'536;
constexpr std::uint32_t kMaxMatchKilobytes = 65'536;

std::string errorText(int code) {
    PCRE2_UCHAR text[256] = {};
    pcre2_get_error_message(code, text, sizeof text);
    return reinterpret_cast<const char*>(text);
}

// Knows where it stands, for errors.
struct Expression {
    std::string text;
    std::filesystem::path file;

    [[noreturn]] void refuse(const std::string& reason) const {
        failFile(file, "pre-tokenizer pattern " + inQuotes(text) + " " + reason,
                 kernels::ErrorCode::Unsupported);
    }
};

std::shared_ptr<const pcre2_code> compile(const Expression& expression) {
    const auto context = owned(pcre2_compile_context_create(nullptr));
    pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
    pcre2_set_max_pattern_length(context.get(), kMaxExpressionBytes);
    int error = 0;
    PCRE2_SIZE offset = 0;
    pcre2_code* const code =
        pcre2_compile(reinterpret_cast<PCRE2_SPTR>(expression.text.data()), expression.text.size(),
                      kCompileOptions, &error, &offset, context.get());
    if (code == nullptr) {
        expression.refuse("cannot be compiled: " + errorText(error) + " at byte " +
                          std::to_string(offset));
    }
    return owned(code);
}

// The budget, and the place of the text that the last callback saw.
struct Work {
    StepBudget* budget = nullptr;
    PCRE2_SIZE position = 0;
};

int countSteps(pcre2_callout_block* block, void* context) {
    auto& work = *static_cast<Work*>(context);
    const auto now = static_cast<std::int64_t>(block->current_position);
    work.budget->left -= 1 + std::abs(now - static_cast<std::int64_t>(work.position));
    work.position = block->current_position;
    return work.budget->left < 0 ? PCRE2_ERROR_CALLOUT : 0;
}

std::string reasonOf(int error) {
    return error == PCRE2_ERROR_CALLOUT
               ? "it takes more than " + std::to_string(StepBudget::kSteps) + " steps"
               : errorText(error);
}

} // namespace

Pattern regexPattern(const std::string& expression, const std::filesystem::path& file) {
    const Expression source = {expression, file};
    const auto code = compile(source);
    return [code, source](std::string_view subject, std::size_t from,
                          StepBudget& budget) -> std::optional<Span> {
        Work work = {&budget, from};
        const auto context = owned(pcre2_match_context_create(nullptr));
        pcre2_set_callout(context.get(), countSteps, &work);
        pcre2_set_heap_limit(context.get(), kMaxMatchKilobytes);
        const auto match = owned(pcre2_match_data_create(1, nullptr));
        const int found =
            pcre2_match(code.get(), reinterpret_cast<PCRE2_SPTR>(subject.data()), subject.size(),
                        from, PCRE2_NO_UTF_CHECK, match.get(), context.get());
        if (found == PCRE2_ERROR_NOMATCH) {
            return std::nullopt;
        }
        if (found < 0) {
            source.refuse("fails on a text of " + std::to_string(subject.size()) +
                          " bytes: " + reasonOf(found));
        }
        const PCRE2_SIZE* const span = pcre2_get_ovector_pointer(match.get());
        return Span{span[0], span[1]};
    };
}

} // namespace engine

// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Valid UTF-8 out of bytes that arrive in pieces, cut anywhere, and need not be valid: tokens of a
// byte-level vocabulary, or text of a document. A value; one thread.
#pragma once

#include <string>
#include <string_view>

namespace engine {

// Turns a stream of bytes into whole UTF-8 characters as early as possible. What no character
// starts with becomes U+FFFD, one for each longest start of a character (as browsers do).
class Utf8Stream {
public:
    // The characters that these bytes complete.
    std::string push(std::string_view bytes);
    // What is left: an unfinished character as U+FFFD, or nothing.
    std::string finish();

private:
    std::string m_pending; // the start of a character, at most three bytes
};

// The same for text that is there as a whole.
std::string validUtf8(std::string_view bytes);

} // namespace engine

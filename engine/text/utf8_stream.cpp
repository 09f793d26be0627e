// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/utf8_stream.h"

#include "engine/text/unicode.h"

namespace engine {

namespace {

constexpr std::string_view kReplacement = "\uFFFD";

} // namespace

std::string Utf8Stream::push(std::string_view bytes) {
    const std::string input = m_pending.append(bytes);
    m_pending.clear();
    std::string out;
    out.reserve(input.size());
    for (std::size_t at = 0; at < input.size();) {
        const Utf8Unit unit = utf8UnitAt(input, at);
        const std::string_view found(input.data() + at, unit.bytes);
        switch (unit.kind) {
        case Utf8Unit::Kind::Character:
            out += found;
            break;
        case Utf8Unit::Kind::Invalid:
            out += kReplacement;
            break;
        case Utf8Unit::Kind::Unfinished:
            m_pending = found;
            break;
        }
        at += unit.bytes;
    }
    return out;
}

std::string Utf8Stream::finish() {
    std::string out(m_pending.empty() ? std::string_view() : kReplacement);
    m_pending.clear();
    return out;
}

std::string validUtf8(std::string_view bytes) {
    Utf8Stream stream;
    std::string out = stream.push(bytes);
    return out += stream.finish();
}

} // namespace engine

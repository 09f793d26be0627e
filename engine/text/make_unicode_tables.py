#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tessera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes unicode_tables.cpp from Python's Unicode database.

    python3 engine/text/make_unicode_tables.py > engine/text/unicode_tables.cpp

Published token ids were made by a regular-expression engine that knows Unicode 14.0 (Python 3.11 does
too); another version would cut a few characters elsewhere, so the script refuses to run with one.
"""
import sys
import unicodedata

VERSION = "14.0.0"
# As the kCategory constants of unicode.h.
MAJOR_CLASSES = {"L": 1, "M": 2, "N": 4, "P": 8, "S": 16}
SPACE = 32
CONTROL_SPACES = (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85)  # White_Space outside of category Z
PER_LINE = 9


def categories(code_point):
    major = unicodedata.category(chr(code_point))[0]
    space = SPACE if major == "Z" or code_point in CONTROL_SPACES else 0
    return MAJOR_CLASSES.get(major, 0) | space


def changes():
    previous = None
    for code_point in range(sys.maxunicode + 1):
        current = categories(code_point)
        if current != previous:
            yield f"0x{code_point << 8 | current:07x}"
        previous = current


def main():
    if unicodedata.unidata_version != VERSION:
        sys.exit(f"needs Unicode {VERSION}, this Python has {unicodedata.unidata_version}")
    print("// SPDX-FileCopyrightText: 2026 The Tessera developers")
    print("// SPDX-License-Identifier: GPL-3.0-or-later")
    print("//")
    print(f"// Unicode {VERSION}. Written by make_unicode_tables.py; do not edit.")
    print('#include "engine/text/unicode.h"\n')
    print("namespace engine {\n")
    print("namespace {\n")
    print("// clang-format off")
    print("constexpr std::uint32_t kChanges[] = {")
    entries = list(changes())
    for start in range(0, len(entries), PER_LINE):
        print("    " + ", ".join(entries[start:start + PER_LINE]) + ",")
    print("};")
    print("// clang-format on\n")
    print("} // namespace\n")
    print("const std::span<const std::uint32_t> kCategoryChanges = kChanges;\n")
    print("} // namespace engine")


main()

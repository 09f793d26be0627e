#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tessera developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: installer/run.sh [FILE]
# From a fresh clone on Debian 12 to Tessera with FILE open; without FILE, a sample letter. Without
# a display, the text that the model reads on FILE goes to stdout instead.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"

[ $# -le 1 ] || fail "one file at most; this is $# of them"
file=$(realpath -e "${1:-$ROOT/resources/samples/letter.pdf}") || fail "there is no file '$1'"
install_listed_packages
build dev tessera tessera-cli
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$ROOT/build/dev/bin/tessera" "$file"
fi
printf 'There is no display, so this is what the model reads on %s:\n\n' "$file" >&2
exec "$ROOT/build/dev/bin/tessera-cli" read "$file"

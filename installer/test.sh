#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tessera developers
# SPDX-License-Identifier: GPL-3.0-or-later
# From a fresh clone on Debian 12 to the result of every test.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"

[ $# -eq 0 ] || fail "takes no arguments; for some of the tests use 'ctest --preset dev -R NAME'"
install_listed_packages
build dev
cd "$ROOT"
ctest --preset dev --parallel "$(nproc)"

# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Tessera developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by the scripts that take a fresh Debian 12 from a clone to a result. What it prints goes
# to stderr, so that stdout holds the result alone. ROOT is the clone.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

fail() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

require_debian_12() {
    local found="this system"
    if [ -r /etc/os-release ]; then
        found=$(. /etc/os-release && printf '%s' "${PRETTY_NAME:-$ID}")
        (. /etc/os-release && [ "$ID" = debian ] && [ "${VERSION_ID:-}" = 12 ]) && return
    fi
    fail "made for Debian 12, and this is $found. Elsewhere: install what stands in" \
         "installer/packages.txt, then run 'cmake --workflow --preset dev'."
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "this needs root or sudo" >&2
        return 1
    fi
}

# install_packages PACKAGE…: those of them that are not here yet.
install_packages() {
    local package missing=()
    for package; do
        dpkg-query --show --showformat='${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^.i' ||
            missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    require_debian_12
    printf 'Installing, which takes a few minutes: %s\n' "${missing[*]}" >&2
    local log
    log=$(mktemp)
    if ! apt "${missing[@]}" </dev/null >"$log" 2>&1; then
        tail -n 2 "$log" >&2
        fail "the packages could not be installed: is there a network connection, and room on the disk? Log: $log"
    fi
    rm "$log"
}

apt() {
    as_root apt-get update -qq &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@"
}

# install_listed_packages: what installer/packages.txt names.
install_listed_packages() {
    local listed
    mapfile -t listed < <(sed 's/#.*//' "$ROOT/installer/packages.txt" | xargs -n 1)
    install_packages "${listed[@]}"
}

# build PRESET [TARGET…]: configures and builds into build/PRESET.
build() {
    local preset=$1
    shift
    (
        cd "$ROOT"
        cmake --preset "$preset" --log-level=WARNING &&
            cmake --build --preset "$preset" ${1:+--target "$@"}
    ) >&2 || fail "the build failed; its first error stands above"
}

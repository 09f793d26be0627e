#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tessera developers
# SPDX-License-Identifier: GPL-3.0-or-later
# bulk_speed.sh TESSERA-CLI DOCUMENT…: pages a minute from scans to searchable PDFs, Tessera with the
# model that ships beside OCRmyPDF with Tesseract, one after the other on the same pages and the same
# cores. Every page of the documents is made a picture of 200 dpi first. Needs poppler-utils, ocrmypdf.
set -euo pipefail
cli=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work"/{in,theirs}

for document; do
    name=$(basename "$document")
    case $document in
    *.pdf) pdftoppm -r 200 -gray -png "$document" "$work/in/${name%.*}" ;;
    *) cp "$document" "$work/in/" ;;
    esac
done
pages=$(find "$work/in" -type f | wc -l)

seconds() { # of COMMAND…
    local began
    began=$(date +%s.%N)
    "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
    echo "$(date +%s.%N) - $began" | bc
}

theirs() {
    find "$work/in" -type f -print0 | xargs -0 -I{} -P 1 sh -c \
        'ocrmypdf --quiet --image-dpi 200 --jobs "$2" --output-type pdf "$1" "$3/$(basename "$1").pdf"' _ {} "$(nproc)" "$work/theirs"
}

report() { # NAME SECONDS
    printf '%-24s %8.2f s %8.1f pages/min\n' "$1" "$2" "$(echo "$pages * 60 / $2" | bc -l)"
}

echo "$pages pages, $(nproc) cores"
ours=$(seconds "$cli" --library "$work/library" -v bulk "$work/in" --out "$work/ours")
report Tessera "$ours"
grep '^Seconds:' "$work/log"
other=$(seconds theirs)
report "OCRmyPDF, Tesseract" "$other"
printf 'Tessera reads %.2f times as fast\n' "$(echo "$other / $ours" | bc -l)"

#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tessera developers
# SPDX-License-Identifier: GPL-3.0-or-later
# gpu.sh [VARIANT…]: all that a borrowed GPU is for, in one call of some minutes: the tests on the
# device, the kernels under compute-sanitizer, and the speed of models with the shapes of the
# variants (tiny where none is named; small needs 33 GB of disk and GPU, base 56) and random weights,
# beside that of the same models in PyTorch where PYTHON (python3) has one with CUDA.
# Builds what is not built, for this GPU only; BUILD=FOLDER names another build of the preset cuda.
# Ends with a table, and with 1 where anything in it failed.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
build=${BUILD:-build/cuda}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
table=()
failed=0

report() { # NAME RESULT
    table+=("$(printf '%-44s %s' "$1" "$2")")
    [[ $2 == failed* ]] && failed=1
}

attempt() { # NAME SECONDS COMMAND…
    local name=$1 limit=$2 began=$SECONDS
    shift 2
    printf '\n== %s\n' "$name"
    if timeout "$limit" "$@" >"$work/log" 2>&1; then
        report "$name" "passed in $((SECONDS - began)) s"
    else
        report "$name" "failed with $?"
        tail -40 "$work/log"
    fi
}

measure() { # NAME ARGUMENTS…
    local name=$1
    shift
    attempt "$name" 240 "$build/bin/model_speed" --device gpu "$@"
    grep -E '^(ceilings|vision|prefill|decode|first|memory| )' "$work/log" >"$work/speeds"
    while IFS= read -r line; do table+=("    $line"); done <"$work/speeds"
}

# The page that was measured last, which the model in PyTorch gets as well.
compare() { # VARIANT MODEL
    local python=${PYTHON:-python3} own=$work/own
    if ! "$python" -c 'import sys, torch; sys.exit(not torch.cuda.is_available())' 2>/dev/null; then
        report "$1 in PyTorch" "not done: $python has no PyTorch with CUDA"
        return
    fi
    cp "$work/speeds" "$own"
    attempt "$1 in PyTorch" 300 "$python" tests/bench/pytorch_speed.py "$2" --tiles 10 \
        --prompt 2057 --answer 64
    while IFS= read -r line; do table+=("    $line"); done <"$work/log"
    report "$1, bf16: of PyTorch's" "$(awk '
        /^first token/ { first[FILENAME] = $(NF - 1) }
        /^decode, one token/ { decode[FILENAME] = $4 }
        END {
            own = ARGV[1]; peer = ARGV[2]
            if (first[own] > 0 && decode[own] > 0)
                printf "%.1f times the speed to the first token, %.1f in decoding",
                    first[peer] / first[own], decode[peer] / decode[own]
            else
                printf "failed: no speeds to compare"
        }' "$own" "$work/log")"
}

nvidia-smi --query-gpu=name,driver_version,memory.total --format=csv,noheader || {
    echo "gpu.sh: no NVIDIA GPU can be used here" >&2
    exit 1
}
if [ ! -x "$build/bin/model_speed" ]; then
    attempt "build" 1200 sh -c "cmake --preset cuda -DCMAKE_CUDA_ARCHITECTURES=native &&
        cmake --build --preset cuda --target gpu_tests model_speed make_checkpoint"
fi

# The device's own tests are those without the emulation in their names.
tests=$(find "$build/bin" -name 'gpu_*' ! -name '*_on_host_*' ! -name '*_checked_*' | sort)
[ -n "$tests" ] || report "tests on the device" "failed: $build has none; is TESSERA_CUDA on?"
for test in $tests; do
    attempt "$(basename "$test")" 120 "$test"
done
if command -v compute-sanitizer >/dev/null; then
    for tool in memcheck racecheck initcheck; do
        for test in $(grep -vE '_(goldens|nano)$' <<<"$tests"); do
            attempt "$tool: $(basename "$test")" 60 \
                compute-sanitizer --tool "$tool" --error-exitcode 9 "$test"
        done
    done
else
    report "compute-sanitizer" "not done: it is not there"
fi

for variant in "${@:-tiny}"; do
    model=$work/$variant
    attempt "$variant: a checkpoint" 300 "$build/bin/make_checkpoint" --variant "$variant" --out "$model"
    for weights in bf16 8-bit 4-bit; do # a page of ten tiles, and an answer
        measure "$variant, $weights: one page" "$model" --weights "$weights" --tiles 10 \
            --prompt 2057 --answer 128
        [ "$weights" != bf16 ] || compare "$variant" "$model"
    done
    measure "$variant, bf16: 64 answers together" "$model" --prompt 256 --answer 64 --together 64
    rm -rf "$model"
done

printf '\n'
printf '%s\n' "${table[@]}"
exit "$failed"

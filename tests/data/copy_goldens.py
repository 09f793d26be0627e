#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tessera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/data/goldens, the small copy of the reference vectors for machines that have no others.

    python3 tests/data/copy_goldens.py ../shared/goldens

Same layout as the source: the tables, one checkpoint with three of its cases, and of the other
checkpoints only the files that a loader reads before the weights.
"""
import json
import pathlib
import shutil
import sys

WHOLE = [
    "README.md", "formats", "images", "tokenizer/checkpoint_small-like.json",
    "tokenizer/checkpoint_tiny-like.json", "tokenizer/llm-style", "checkpoints/base-like",
    "preprocess/geometry.json", "preprocess/decode", "preprocess/pixel_samples.safetensors",
] + [f"preprocess/canvas/{name}.{view}.png"
     for name in ("a_300x280", "e_200x640_grey") for view in ("canvas", "global")
] + [f"expected/base-like/{case}.{kind}"
     for case in ("text_only", "image_3x2", "two_turns") for kind in ("json", "safetensors")
] + [f"checkpoints/{name}/{file}"
     for name in ("tiny-like", "small-like", "base-grouped")
     for file in ("config.json", "processor_config.json", "tokenizer.json")]

# Tables that are cut: which rows stay.
CUT = {
    "tokenizer/v3_vl2.json": {"cases": lambda i, row: i % 6 == 0, "decode": lambda i, row: i % 4 == 0},
    "preprocess/tiles.json": {"cases": lambda i, row: row["where"] == "goldens"},
}


def copy(source, target):
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copyfile(source, target)


def cut(source, target, keep):
    table = json.loads(source.read_text())
    parts = []
    for key, value in table.items():
        if key in keep:
            rows = [json.dumps(row) for i, row in enumerate(value) if keep[key](i, row)]
            parts.append(f'"{key}":[\n' + ",\n".join(rows) + "\n]")
        else:
            parts.append(f'"{key}":{json.dumps(value)}')
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("{" + ",\n".join(parts) + "}\n")


def main():
    source = pathlib.Path(sys.argv[1])
    target = pathlib.Path(__file__).parent / "goldens"
    shutil.rmtree(target, ignore_errors=True)
    for path in WHOLE:
        copy(source / path, target / path)
    for path, keep in CUT.items():
        cut(source / path, target / path, keep)
    for path in target.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


main()

"""Writes fresh synthetic pages with questions, for `answer_quality` of the program.

    python questions.py --out DIR [--count N] [--seed S]

DIR/index.jsonl gets a record for each page: its picture, named fields with their values, and a
phrase with its box (0 to 1 of the picture) that stands there once.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

from PIL import Image

from batches import pick_phrase
from documents import Document, Documents

FRESH_SEED = 77_000_001  # far from those of training and of evaluate.py


def record(document: Document, source: random.Random, image: str) -> dict:
    picked = pick_phrase(document, source)
    phrases = []
    if picked:
        phrase, box = picked
        phrases.append({"phrase": phrase, "box": [edge / 999 for edge in box]})
    fields = [{"name": name, "value": value} for name, value in document.answers]
    return {"id": Path(image).stem, "image": image, "asked": fields, "phrases": phrases}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", required=True, help="folder, made where it is not there")
    parser.add_argument("--count", type=int, default=500, help="pages")
    parser.add_argument("--seed", type=int, default=FRESH_SEED)
    options = parser.parse_args()
    folder = Path(options.out)
    (folder / "img").mkdir(parents=True, exist_ok=True)
    maker, source = Documents(options.seed), random.Random(options.seed)
    with open(folder / "index.jsonl", "w", encoding="utf-8") as index:
        made = 0
        while made < options.count:
            document = maker.page()
            if not document.text:
                continue
            image = f"img/{made:04}.png"
            Image.fromarray(document.picture).save(folder / image)
            print(json.dumps(record(document, source, image), ensure_ascii=False), file=index)
            made += 1


if __name__ == "__main__":
    main()

"""Writes what a checkpoint answers, for the engine's tests.

    python expected.py [--model DIR] [--check]

Reads pictures and prompts from DIR/expected/cases.json and renews tokens, text and the smallest
distance between the two best logits: fp32, greedy, every token computed from the whole sequence so
far, as the published implementation defines it. Where two tokens are so close that the order of
sums decides between them, the answer ends before: "max" then says how many tokens it has. With
--check nothing is written, and answers that differ are named.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from checkpoint import load_published
from model import TILE, LayerCache, Nano
from vocabulary import END, Vocabulary

MODEL_FOLDER = Path(__file__).resolve().parent.parent
PADDING = 127  # grey beside an overview
LIMIT = 200  # tokens of an answer
TIE = 0.002  # between logits


def overview(column: Image.Image) -> Image.Image:
    """The whole picture in one tile, its proportions kept."""
    share = TILE / max(column.size)
    size = (round(column.width * share), round(column.height * share))
    view = Image.new("L", (TILE, TILE), PADDING)
    small = column.resize(size, Image.BICUBIC)
    view.paste(small, ((TILE - size[0]) // 2, (TILE - size[1]) // 2))
    return view


def views(path: Path) -> torch.Tensor:
    """Overview and tiles of a column of tiles, as the model takes them."""
    column = Image.open(path).convert("L")
    if column.width != TILE or column.height % TILE:
        raise ValueError(f"{path}: expected a column of {TILE} x {TILE} tiles")
    tiles = [column.crop((0, y, TILE, y + TILE)) for y in range(0, column.height, TILE)]
    pictures = [overview(column), *tiles]
    return torch.stack([torch.from_numpy(np.asarray(picture, np.float32)) for picture in pictures]
                       ).div(127.5).sub(1)


@torch.no_grad()
def answer(model: Nano, path: Path, prompt: str, words: Vocabulary
           ) -> tuple[list[int], float, int, bool]:
    """Tokens with END, the smallest margin between the two best of each, the prompt's length, and
    whether it ended before a tie."""
    language = model.language
    visual = model.see_column(views(path))
    before = language.embed_tokens(torch.tensor([words.head()]))
    after = language.embed_tokens(torch.tensor([words.prompt(prompt)]))
    inputs = torch.cat([before, visual, after], 1)
    length = inputs.shape[1]
    caches = [LayerCache() for _ in language.layers]
    tokens: list[int] = []
    margin = float("inf")
    position = 0
    while len(tokens) < LIMIT:
        hidden = language(inputs, language.plan(position, inputs.shape[1], inputs.device), caches)
        position += inputs.shape[1]
        best = language.lm_head(hidden[0, -1]).topk(2)
        apart = float(best.values[0] - best.values[1])
        if apart < TIE:
            return tokens, margin, length, True
        margin = min(margin, apart)
        tokens.append(int(best.indices[0]))
        if tokens[-1] == END:
            break
        inputs = language.embed_tokens(torch.tensor([[tokens[-1]]]))
    return tokens, margin, length, False


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", default=str(MODEL_FOLDER))
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(1)  # single tokens are too little work for more
    folder = Path(options.model)
    words = Vocabulary(folder)
    model = Nano().eval()
    load_published(model, folder)
    cases = json.loads((folder / "expected/cases.json").read_text(encoding="utf-8"))
    differ = 0
    for case in cases:
        tokens, margin, length, tied = answer(
            model, folder / "expected" / case["image"], case["prompt"], words
        )
        if options.check and (tokens != case["ids"] or length != case["prompt_tokens"]):
            differ += 1
            print(f"{case['image']}: {case['prompt']}: another answer")
        case.update(prompt_tokens=length, ids=tokens, smallest_margin=round(margin, 5),
                    text=words.decode([token for token in tokens if token != END]))
        case.pop("max", None)
        if tied:
            case["max"] = len(tokens)
    if not options.check:
        text = json.dumps(cases, indent=1, ensure_ascii=False)
        (folder / "expected/cases.json").write_text(text, encoding="utf-8")
    print(f"{len(cases)} answers, {differ} differ" if options.check else f"{len(cases)} answers")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())

"""How well a checkpoint reads synthetic documents, greedily.

    python evaluate.py [--model DIR] [--count N] [--seed S]

Prints the share of characters to change for each kind of document, the share of exact answers to
field questions, and the share of phrases found with half their box.
"""

from __future__ import annotations

import argparse
import random
import re
from pathlib import Path

import numpy as np
import torch
from rapidfuzz.distance import Levenshtein
from torch import Tensor

from batches import finding
from checkpoint import load_published
from documents import Document, Documents
from model import LayerCache, Nano
from texts import TextBlock
from vocabulary import END, READ, Vocabulary

MODEL_FOLDER = Path(__file__).resolve().parent.parent
FIXED_SEED = 31337
KINDS = ["prose", "tokens", "receipt", "form", "command", "cells"]


@torch.no_grad()
def generate(model: Nano, visual: Tensor, prompt: list[int], words: Vocabulary,
             limit: int) -> list[list[int]]:
    """Greedy tokens of the answers to one prompt about several pictures (N, tokens, D), each up to
    its END, which is left out."""
    language = model.language
    count = len(visual)
    before = language.embed_tokens(torch.tensor([words.head()])).expand(count, -1, -1)
    after = language.embed_tokens(torch.tensor([prompt])).expand(count, -1, -1)
    inputs = torch.cat([before, visual, after], 1)
    caches = [LayerCache() for _ in language.layers]
    answers: list[Tensor] = []
    ended = torch.zeros(count, dtype=torch.bool)
    position = 0
    while len(answers) < limit and not ended.all():
        run = language.plan(position, inputs.shape[1], inputs.device)
        hidden = language(inputs, run, caches)
        position += inputs.shape[1]
        tokens = language.lm_head(hidden[:, -1]).argmax(-1)
        ended |= tokens == END
        answers.append(tokens)
        inputs = language.embed_tokens(tokens[:, None])
    columns = torch.stack(answers, 1).tolist()
    return [row[: row.index(END)] if END in row else row for row in columns]


@torch.no_grad()
def see(model: Nano, documents: list[Document]) -> Tensor:
    """Their visual tokens (N, tokens, D)."""
    tiles = np.stack([document.picture for document in documents])
    return model.see_tiles(torch.from_numpy(tiles).float().div(127.5).sub(1))[1]


def ask(model: Nano, visual: Tensor, prompt: str, words: Vocabulary, limit: int) -> list[str]:
    """Answers to one question about several pictures (N, tokens, D)."""
    answers = generate(model, visual, words.prompt(prompt), words, limit)
    return [words.decode(answer) for answer in answers]


def read_together(model: Nano, documents: list[Document], words: Vocabulary) -> list[str]:
    """The texts of all documents, row by row."""
    visual = see(model, documents)
    read: list[list[str]] = [[] for _ in documents]
    for number in range(max(len(document.rows) for document in documents)):
        having = [i for i, document in enumerate(documents) if len(document.rows) > number]
        longest = max(len(documents[i].rows[number].text) for i in having)
        prompt = READ.format(number + 1)
        for i, answer in zip(having, ask(model, visual[having], prompt, words, longest + 20)):
            read[i].append(answer)
    return ["\n".join(rows) for rows in read]


def reading_errors(answers: list[str], documents: list[Document]) -> tuple[int, int]:
    """Characters to change, at most all of a document, and characters."""
    errors = sum(
        min(len(document.text), Levenshtein.distance(answer, document.text))
        for answer, document in zip(answers, documents)
    )
    return errors, sum(len(document.text) for document in documents)


class FixedSet:
    """The same documents every time: some of each kind."""

    def __init__(self, count: int, seed: int = FIXED_SEED) -> None:
        self.documents: dict[str, list[Document]] = {kind: [] for kind in KINDS}
        maker = Documents(seed)
        while any(len(made) < count for made in self.documents.values()):
            block: TextBlock = maker.texts.block()
            if len(self.documents[block.kind]) < count:
                document = maker.document(block)
                if document.text:
                    self.documents[block.kind].append(document)

    def report(self, model: Nano, words: Vocabulary) -> str:
        """One line: the error of each kind and of all."""
        parts, errors, characters = [], 0, 0
        for kind, documents in self.documents.items():
            answers = read_together(model, documents, words)
            wrong, total = reading_errors(answers, documents)
            parts.append(f"{kind} {wrong / total:.3f}")
            errors, characters = errors + wrong, characters + total
        return f"error {errors / characters:.4f} " + " ".join(parts)

    def look_up(self, model: Nano, words: Vocabulary) -> float:
        """Share of field questions answered exactly."""
        right = asked = 0
        for document in self.documents["form"]:
            visual = see(model, [document])
            for name, value in document.answers:
                prompt = f"What is the {name}?"
                asked += 1
                right += ask(model, visual, prompt, words, len(value) + 40)[0] == value
        return right / max(1, asked)

    def found(self, model: Nano, words: Vocabulary, seed: int = FIXED_SEED) -> float:
        """Share of phrases whose box is overlapped by half."""
        source = random.Random(seed)
        hits = asked = 0
        for documents in self.documents.values():
            for document in documents:
                wanted = finding(document, words, source)
                if wanted is None:
                    continue
                truth = words.decode(wanted.answer[:-1])
                phrase = truth.split("<|det|>")[0]
                asked += 1
                answer = ask(model, see(model, [document]), phrase, words, 120)[0]
                hits += overlap(answer, truth) >= 0.5
        return hits / max(1, asked)


def overlap(a: str, b: str) -> float:
    """Intersection over union of the first boxes of two answers."""
    boxes = [re.findall(r"\[\[(\d+), (\d+), (\d+), (\d+)\]", text) for text in (a, b)]
    if not boxes[0] or not boxes[1]:
        return 0.0
    (ax0, ay0, ax1, ay1), (bx0, by0, bx1, by1) = ([int(v) for v in found[0]] for found in boxes)
    width, height = min(ax1, bx1) - max(ax0, bx0), min(ay1, by1) - max(ay0, by0)
    shared = max(0, width) * max(0, height)
    union = (ax1 - ax0) * (ay1 - ay0) + (bx1 - bx0) * (by1 - by0) - shared
    return shared / union if union > 0 else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", default=str(MODEL_FOLDER))
    parser.add_argument("--count", type=int, default=10, help="documents of each kind")
    parser.add_argument("--seed", type=int, default=FIXED_SEED)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--reading-only", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    words = Vocabulary(MODEL_FOLDER)
    model = Nano().eval()
    load_published(model, Path(options.model))
    fixed = FixedSet(options.count, options.seed)
    print(fixed.report(model, words))
    if options.reading_only:
        return
    print(f"field questions exact {fixed.look_up(model, words):.3f}")
    print(f"phrases found {fixed.found(model, words):.3f}")


if __name__ == "__main__":
    main()

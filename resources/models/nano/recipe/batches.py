"""Batches of questions about tiles, made in processes of their own."""

from __future__ import annotations

import os
import queue
import random
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch import multiprocessing as mp

from alphabet import row_classes
from documents import Document, Documents, Row
from model import CELLS
from packing import ROWS
from vocabulary import END, PAD, READ, Vocabulary

IGNORED = -100
NOWHERE = -1
NEAR = 4  # pixels about a character's middle that count as where it is
MISHEARD_SHARE = 0.5  # documents whose answers are fed with errors
MISHEARD_TOKENS = 0.1  # at most, of such an answer
LOOK_UP_SHARE = 0.6  # of forms that have answers
FIND_SHARE = 0.2
FIELD_QUESTIONS = ["What is the {}?", "{}?", "What is the value of {}?", "Give the {}."]
LENGTH_STEP = 32  # lengths are rounded up to it: each new shape costs time
SORTED_TOGETHER = 6  # batches whose documents are sorted by length before they are cut apart


@dataclass
class Question:
    """cells: the visual token that shows the left and the right of what each answer token stands
    for, or NOWHERE."""

    prompt: list[int]
    answer: list[int]
    cells: list[tuple[int, int]]

    def __len__(self) -> int:
        return len(self.prompt) + len(self.answer) - 1


@dataclass
class Example:
    """A tile and questions about it, none of which knows of the others."""

    document: Document
    questions: list[Question]

    def __len__(self) -> int:
        return sum(len(question) for question in self.questions)


@dataclass
class Batch:
    """Suffix positions are those after the picture: one question after another, of each prompt and
    answer."""

    tiles: Tensor  # (N, 384, 384), -1...1
    head: Tensor  # tokens before the picture, the same for all
    suffix: Tensor  # (N, L) tokens fed
    target: Tensor  # (N, L) tokens that follow, IGNORED where it does not matter
    cell_left: Tensor  # (N, L) where the following character is, NOWHERE for no place
    cell_right: Tensor
    question: Tensor  # (N, L) which question a position belongs to, from 1; 0 for none
    place: Tensor  # (N, L) how far into its question a position is
    row_classes: Tensor  # all rows' characters, one after another
    row_lengths: Tensor  # (N · 13)

    @property
    def asks(self) -> bool:
        """Or it is for the vision tower by itself."""
        return self.suffix.shape[1] > 0

    @property
    def first_visual(self) -> int:
        return len(self.head)

    def to(self, device: str) -> Batch:
        return Batch(*(getattr(self, part.name).to(device) for part in fields(self)))


def reading(row: Row, number: int, words: Vocabulary) -> Question:
    """The text of one row of a tile, which is the number-th from 0."""
    tokens: list[int] = []
    cells: list[tuple[int, int]] = []
    for character, left, right in zip(row.text, row.left, row.right):
        middle = (left + right) / 2
        place = tuple(
            number * (CELLS + 1) + min(CELLS - 1, max(0, int(x // (2 * 14))))
            for x in (middle - NEAR, middle + NEAR)
        )
        for token in words.character(character):
            tokens.append(token)
            cells.append(place)
    cells.append((NOWHERE, NOWHERE))
    return Question(words.prompt(READ.format(number + 1)), tokens + [END], cells)


def asking(prompt: str, answer: str, words: Vocabulary) -> Question:
    tokens = words.answer(answer) + [END]
    return Question(words.prompt(prompt), tokens, [(NOWHERE, NOWHERE)] * len(tokens))


def pick_phrase(document: Document, source: random.Random) -> tuple[str, list[int]] | None:
    """A phrase of one to three words that stands there once, and its box in thousandths."""
    for _ in range(10):
        row = source.choice(document.rows)
        parts = row.text.split(" ")
        first = source.randrange(len(parts))
        phrase = " ".join(parts[first : first + source.randint(1, 3)])
        if len(phrase) < 3 or document.text.count(phrase) != 1:
            continue
        start = len(" ".join(parts[:first])) + (first > 0)
        end = start + len(phrase) - 1
        height, width = document.picture.shape
        box = [min(999, max(0, round(999 * share)))
               for share in (row.left[start] / width, row.top / height,
                             row.right[end] / width, row.bottom / height)]
        return phrase, box
    return None


def finding(document: Document, words: Vocabulary, source: random.Random) -> Question | None:
    """Where a phrase stands, if one is picked."""
    picked = pick_phrase(document, source)
    if picked is None:
        return None
    phrase, box = picked
    tag = f"<|ref|>{phrase}<|/ref|>"
    return asking(tag, f"{tag}<|det|>[{box}]<|/det|>", words)


def example(document: Document, words: Vocabulary, source: random.Random) -> Example:
    """The rows to be read, in any order, often with a field or a phrase to be found."""
    numbers = source.sample(range(len(document.rows)), len(document.rows))
    questions = [reading(document.rows[number], number, words) for number in numbers]
    if document.answers and source.random() < LOOK_UP_SHARE:
        name, value = source.choice(document.answers)
        prompt = source.choice(FIELD_QUESTIONS).format(name)
        questions.append(asking(prompt, value, words))
    if document.rows and source.random() < FIND_SHARE:
        found = finding(document, words, source)
        if found:
            questions.append(found)
    return Example(document, questions or [reading(Row(), source.randrange(ROWS), words)])


def misheard(answer: list[int], source: random.Random) -> list[int]:
    """The answer as it is fed: now and then with wrong tokens, as a reader hears its own errors."""
    if source.random() > MISHEARD_SHARE:
        return answer
    share = source.random() * MISHEARD_TOKENS
    return [source.choice(answer) if source.random() < share else token for token in answer]


def batch_of(examples: list[Example], words: Vocabulary, source: random.Random) -> Batch:
    length = -(-max(len(each) for each in examples) // LENGTH_STEP) * LENGTH_STEP
    shape = (len(examples), length)
    suffix = np.full(shape, PAD)
    target = np.full(shape, IGNORED)
    cells = np.full((2, *shape), NOWHERE)
    question, place = np.zeros((2, *shape), np.int64)
    classes: list[int] = []
    lengths: list[int] = []
    for number, each in enumerate(examples):
        end = 0
        for order, q in enumerate(each.questions, start=1):
            first, end = end, end + len(q)
            start = first + len(q.prompt) - 1  # the prompt's last token is answered by the first
            suffix[number, first:end] = q.prompt + misheard(q.answer, source)[:-1]
            target[number, start:end] = q.answer
            cells[:, number, start:end] = np.array(q.cells).T
            question[number, first:end] = order
            place[number, first:end] = range(len(q))
        rows = [row_classes(row.text) for row in each.document.rows]
        rows += [[]] * (ROWS - len(rows))
        for row in rows:
            classes += row
            lengths.append(len(row))
    tiles = np.stack([each.document.picture for each in examples])
    return Batch(
        torch.from_numpy(tiles).float().div(127.5).sub(1),
        torch.tensor(words.head()),
        torch.from_numpy(suffix),
        torch.from_numpy(target),
        torch.from_numpy(cells[0]),
        torch.from_numpy(cells[1]),
        torch.from_numpy(question),
        torch.from_numpy(place),
        torch.tensor(classes or [1]),
        torch.tensor(lengths),
    )


def examples_forever(seed: int, words: Vocabulary, size: int, alone: int = 0
                     ) -> Iterator[list[Example]]:
    """Lists of size examples of about equal length, and after each `alone` lists for the tower by
    itself, without questions."""
    documents = Documents(seed)
    source = random.Random(seed)
    while True:
        pool = [
            example(documents.document(), words, source) for _ in range(SORTED_TOGETHER * size)
        ]
        pool.sort(key=len)
        parts = [pool[i : i + size] for i in range(0, len(pool), size)]
        source.shuffle(parts)
        for part in parts:
            yield part
            for _ in range(alone):
                yield [Example(documents.crowded(), []) for _ in range(size)]


def _produce(out: mp.Queue, seed: int, folder: Path, size: int, alone: int, parent: int) -> None:
    torch.set_num_threads(1)
    out.cancel_join_thread()  # or its end would wait for a trainer that was killed
    words = Vocabulary(folder)
    source = random.Random(seed)
    for examples in examples_forever(seed, words, size, alone):
        batch = batch_of(examples, words, source)
        while True:
            if os.getppid() != parent:
                return
            try:
                out.put([getattr(batch, part.name).numpy() for part in fields(batch)], timeout=5)
                break
            except queue.Full:
                continue


class BatchSource:
    """Batches from processes that end with this one."""

    def __init__(self, seed: int, folder: Path, size: int, alone: int, processes: int = 1) -> None:
        context = mp.get_context("spawn")
        self._queue = context.Queue(8)
        for number in range(processes):
            arguments = (self._queue, seed + 7919 * number, folder, size, alone, os.getpid())
            context.Process(target=_produce, args=arguments, daemon=True).start()

    def next(self) -> Batch:
        return Batch(*(torch.from_numpy(part) for part in self._queue.get()))

"""Synthetic documents with the truth about every character: tiles of packed rows, to learn from,
and pages, to measure the program with.

A line of text is drawn at the size that it might have on a page. For a tile, it is printed and
scanned, and then packed by the program's own rule, which may cut it into several rows; a character
belongs to the row that holds its middle. On a page, the lines stand below each other as drawn, and
the whole is printed and scanned.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from fonts import Face, latin_faces, load_font, other_script_fonts
from packing import (
    LEFT,
    MOST_WIDTH,
    ROWS,
    TILE,
    ScaledLine,
    cut_into_pieces,
    darkened,
    measure,
    place,
)
from print_effects import PrintStyle, filtered, printed
from texts import Line, TextBlock, Texts

FONT_CACHE = 400
LEAST_STRIP = 6  # pixels; the lowest strip around a line
FULL_SHARE = 0.6  # tiles with as many rows as the program packs into one
EMPTY_SHARE = 0.01  # tiles without anything
LEAST_ADVANCE = 6.5  # pixels on the page, about, from one narrowed letter to the next
# By kind of document: share printed in bitmap fonts and in a plain sans, and monospaced ones of
# the others.
FACE_SHARES = {
    "receipt": (0.35, 0.30, 0.5),
    "command": (0.10, 0.05, 0.4),
    "cells": (0.10, 0.15, 0.3),
    "form": (0.08, 0.12, 0.15),
    "prose": (0.04, 0.06, 0.15),
}
STRAY_SHARE = 0.06  # lines that are marks or another script, which have to give nothing
APART = (14, 50)  # pixels between lines that stand beside each other in a crowded row
# Of a page, by the size of its print: the margin, and from one baseline to the next.
MARGIN = (0.5, 3.0)
LEADING = (1.15, 2.0)


@dataclass
class Row:
    """A row of a document: what stands there and where each of its characters is, in pixels."""

    text: str = ""
    left: list[float] = field(default_factory=list)
    right: list[float] = field(default_factory=list)
    top: int = 0
    bottom: int = 0
    end: float = 0.0  # of what is drawn, which may be no text

    def append(self, other: Row) -> None:
        """What stands in the same row, further right."""
        if self.text and other.text:
            self.text += " "
            self.left.append(self.right[-1])
            self.right.append(other.left[0])
        self.text += other.text
        self.left += other.left
        self.right += other.right
        self.top, self.bottom = min(self.top, other.top), max(self.bottom, other.bottom)
        self.end = other.end


@dataclass
class Document:
    picture: np.ndarray  # uint8; of a tile (384, 384)
    rows: list[Row]
    kind: str
    answers: list[tuple[str, str]]  # fields whose value stands there

    @property
    def text(self) -> str:
        return "\n".join(row.text for row in self.rows)


@dataclass
class Style:
    """What the lines of a document share."""

    faces: tuple[Face, Face]
    sizes: tuple[int, int]
    stretch: float
    space: float
    supersampled: bool
    upper: bool
    slashed: bool  # zeros
    tilt: float  # degrees
    effects: PrintStyle
    clipping: float  # share of lines whose box cuts into the letters
    intrusion: float  # share of lines with ink of a neighbour or a rule at their edge
    widened: float = 0.0  # share of lines in letters of twice the width


@dataclass
class DrawnLine:
    strip: np.ndarray
    characters: list[tuple[str, float, float]]  # with left and right edge; spaces too
    usual_height: float
    baseline: float  # pixels below the top of the strip; of what is no text, its foot


class Documents:
    """Makes documents from one seed; each process has its own."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.noise = np.random.default_rng(seed)
        self.texts = Texts(self.random)
        self.faces = latin_faces()
        self.bitmaps = [face for face in self.faces if face.height]
        self.monospaced = [face for face in self.faces if face.monospaced and not face.height]
        self.proportional = [face for face in self.faces if not face.monospaced and not face.height]
        self.plain_sans = [face for face in self.faces if face.plain_sans]
        self.fonts: dict = {}

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def font(self, path: str, size: int):
        if (path, size) not in self.fonts:
            if len(self.fonts) > FONT_CACHE:
                self.fonts.clear()
            self.fonts[path, size] = load_font(path, size)
        return self.fonts[path, size]

    def document(self, block: TextBlock | None = None) -> Document:
        """A tile of 1 to 13 rows, the last lines of the block left out when there are more."""
        block = block or self.texts.block()
        tile = np.full((TILE, TILE), 255, np.uint8)
        if self.chance(EMPTY_SHARE):
            return Document(tile, [], "empty", [])
        most = ROWS if self.chance(FULL_SHARE) else self.random.randint(1, ROWS)
        rows: list[Row] = []
        for drawn in self._lines(block, self._first_line(len(block.lines) - most)):
            if not self._pack(drawn, tile, rows, most):
                break
        return Document(tile, rows, block.kind, self._answered(block, rows))

    def page(self, block: TextBlock | None = None) -> Document:
        """All lines of the block as they lie on a sheet, nothing cut or packed."""
        block = block or self.texts.block()
        style = self._style(block.kind)
        whole = replace(style, clipping=0.0, intrusion=0.0)  # what packing does to lines
        lines = [
            self._stray() if self.chance(STRAY_SHARE) else self._draw(line, whole, line)
            for line in block.lines
        ]
        sheet, rows = self._laid_out(lines, style.sizes[0])
        picture = printed(sheet, style.effects, self.noise).astype(np.uint8)
        return Document(picture, rows, block.kind, self._answered(block, rows))

    def _laid_out(self, lines: list[DrawnLine], size: int) -> tuple[np.ndarray, list[Row]]:
        """The lines on white paper, on baselines at one distance. What is no text has room of its
        own."""
        margin, leading = (round(size * self.random.uniform(*share)) for share in (MARGIN, LEADING))
        steps = [leading if line.characters else line.strip.shape[0] + leading // 3
                 for line in lines]
        widest = max(line.strip.shape[1] for line in lines)
        sheet = np.full((2 * margin + sum(steps), 2 * margin + widest), 255, np.float32)
        rows, y = [], margin
        for line, step in zip(lines, steps, strict=True):
            height, width = line.strip.shape
            y += step
            top = max(0, y - round(line.baseline))
            under = sheet[top : top + height, margin : margin + width]
            np.minimum(under, line.strip[: len(under)], out=under)
            if line.characters and (ink := measure(line.strip, line.usual_height)):
                rows.append(self._row_of(line.characters, top + ink.top, top + ink.bottom,
                                         margin + ink.right, margin, 1.0))
        return sheet, rows

    @staticmethod
    def _answered(block: TextBlock, rows: list[Row]) -> list[tuple[str, str]]:
        """The fields whose name stands before their value, in one row."""
        text = [row.text for row in rows]
        return [
            (name, value) for name, value in block.answers
            if sum(row.endswith(value) and len(row) > len(value) for row in text) == 1
        ]

    def crowded(self) -> Document:
        """A tile whose rows are filled with lines beside each other: for a row head it costs what
        any other does, and half of a usual tile is empty."""
        tile = np.full((TILE, TILE), 255, np.uint8)
        rows: list[Row] = []
        while True:
            for drawn in self._lines(self.texts.block()):
                if not self._pack(drawn, tile, rows, ROWS, crowded=True):
                    return Document(tile, rows, "crowded", [])

    def _lines(self, block: TextBlock, first: int = 0) -> Iterator[DrawnLine]:
        style = self._style(block.kind)
        for number in range(first, len(block.lines)):
            if self.chance(0.03):
                style = self._style(block.kind)
            stray = self.chance(STRAY_SHARE)
            before = block.lines[number - 1]
            yield self._stray() if stray else self._printed(block.lines[number], style, before)

    def _first_line(self, spare: int) -> int:
        """Tiles begin anywhere in a text."""
        return self.random.randint(0, max(0, spare))

    def _style(self, kind: str) -> Style:
        pick = self.random
        size = round(10 * 5.5 ** pick.random()) if self.chance(0.7) else pick.randint(24, 40)
        receipt = kind == "receipt"
        faces = self._faces(kind)
        return Style(
            faces=faces,
            sizes=(size, size if faces[0].height else
                   max(9, round(size * pick.choice([1, 1, 0.9, 1.1, 1.4])))),
            stretch=self._stretch(size, receipt),
            space=pick.uniform(0.85, 1.5),
            supersampled=self.chance(0.5),
            upper=self.chance(0.2 if receipt else 0.03),
            slashed=self.chance(0.2 if receipt else 0.05),
            tilt=pick.uniform(-0.8, 0.8) if self.chance(0.25) else 0.0,
            effects=PrintStyle.any(pick, 0.7 * size, receipt),
            clipping=pick.choice([0, 0, 0.1, 0.3]),
            intrusion=pick.choice([0, 0.05, 0.15] if receipt else [0, 0.03, 0.1]),
            widened=0.04 if receipt else 0.0,
        )

    def _faces(self, kind: str) -> tuple[Face, Face]:
        """The document's own face and its second one. Receipts come from printers with letters of
        dots, from programs that print in a plain sans, and now and then from anything."""
        pick = self.random
        bitmap, plain, monospaced = FACE_SHARES.get(kind, FACE_SHARES["prose"])
        kind_of_print = pick.random()
        if kind_of_print < bitmap:
            face = pick.choice(self.bitmaps or self.monospaced)
            return face, face
        if kind_of_print < bitmap + plain:
            faces = self.plain_sans or self.proportional
            return pick.choice(faces), pick.choice(faces)
        own = pick.choice(self.monospaced if self.chance(monospaced) else self.proportional)
        return own, pick.choice(self.monospaced if self.chance(0.5) else self.proportional)

    def _stretch(self, size: int, receipt: bool) -> float:
        """Width by height of letters, never so narrow that small ones could not be read."""
        pick = self.random
        if receipt and self.chance(0.15):
            stretch = pick.uniform(0.45, 0.7)
        else:
            stretch = 1.0 if self.chance(0.6) else pick.uniform(0.65, 1.35)
        return max(stretch, min(1.0, LEAST_ADVANCE / (0.55 * size)))

    def _printed(self, line: Line, style: Style, neighbour: Line) -> DrawnLine:
        drawn = self._draw(line, style, neighbour)
        return replace(drawn, strip=printed(drawn.strip, style.effects, self.noise))

    def _draw(self, line: Line, style: Style, neighbour: Line) -> DrawnLine:
        bitmap = style.faces[0].height
        # Pixels drawn for one of the page: bitmap fonts have a size of their own.
        factor = bitmap / style.sizes[0] if bitmap else 2 if style.supersampled else 1
        drawn_sizes = [face.height or factor * size
                       for face, size in zip(style.faces, style.sizes)]
        fonts = [self.font(face.path, size) for face, size in zip(style.faces, drawn_sizes)]
        largest = max(drawn_sizes)
        words, width = self._set(line, style, fonts)
        height = int(2.2 * largest)
        picture = Image.new("L", (int(width) + 2 * largest, height), 255)
        pen = ImageDraw.Draw(picture)
        baseline = int(1.4 * largest)
        for x, text, font in words:
            pen.text((x + largest // 2, baseline), text, font=font, fill=0, anchor="ls")
            if style.slashed and not bitmap:
                self._slash(pen, text, font, x + largest // 2, baseline)
        if style.tilt and not bitmap:
            picture = picture.rotate(style.tilt, Image.BICUBIC, fillcolor=255)
            pen = ImageDraw.Draw(picture)
        box = self._box(picture, baseline, style)
        self._intrude(pen, neighbour, fonts[0], box, style, picture.width)
        stretch = style.stretch * (2 if self.chance(style.widened) else 1)
        final = (
            max(2, round((box[2] - box[0]) * stretch / factor)),
            max(LEAST_STRIP, round((box[3] - box[1]) / factor)),
        )
        strip = self._scaled(picture, box, final, bool(bitmap))
        scale = final[0] / (box[2] - box[0])
        characters = self._characters(words, largest // 2 - box[0], scale)
        usual = fonts[0].getbbox("AEH0" if style.upper else "Aphg", anchor="ls")
        usual_height = (usual[3] - usual[1]) / factor * self.random.uniform(0.92, 1.1)
        return DrawnLine(strip, characters, usual_height,
                         (baseline - box[1]) * final[1] / (box[3] - box[1]))

    @staticmethod
    def _scaled(picture: Image.Image, box: tuple[int, ...], final: tuple[int, int],
                dots: bool) -> np.ndarray:
        """The box at the page's resolution. Dots stay square, as a printer sets them."""
        if dots:
            whole = max(1, math.ceil(final[1] / (box[3] - box[1])))
            picture = picture.crop(box)
            picture = picture.resize((whole * picture.width, whole * picture.height), Image.NEAREST)
            return np.asarray(picture.resize(final, Image.BOX), np.float32)
        finer = final[1] < box[3] - box[1]
        return np.asarray(picture.resize(final, Image.BOX if finer else Image.BILINEAR, box=box),
                          np.float32)

    @staticmethod
    def _slash(pen: ImageDraw.ImageDraw, text: str, font, x: float, baseline: int) -> None:
        """Strokes through the zeros, as many printers of receipts draw them."""
        left, top, right, bottom = font.getbbox("0", anchor="ls")
        inset = (right - left) / 5
        for number, character in enumerate(text):
            if character == "0":
                at = x + font.getlength(text[:number])
                ends = (at + left + inset, baseline + bottom - inset / 2,
                        at + right - inset, baseline + top + inset / 2)
                pen.line(ends, fill=0, width=max(1, (bottom - top) // 11))

    def _set(self, line: Line, style: Style, fonts: list) -> tuple[list, float]:
        """Words with their places from 0 on: (x, text, font)."""
        words, x = [], 0.0
        for number, span in enumerate(line):
            font = fonts[span.face]
            text = span.text
            if style.upper and len(text.upper()) == len(text):
                text = text.upper()
            text = style.faces[span.face].drawable(text)
            if number:
                x += font.getlength(" ") * style.space * span.gap
            words.append((x, text, font))
            x += font.getlength(text)
        return words, x

    @staticmethod
    def _characters(words: list, shift: float, scale: float) -> list[tuple[str, float, float]]:
        characters: list[tuple[str, float, float]] = []
        end = None
        for x, text, font in words:
            if end is not None and x > end + 0.5:
                characters.append((" ", (end + shift) * scale, (x + shift) * scale))
            at = x
            for character in text:
                advance = font.getlength(character)
                characters.append((character, (at + shift) * scale, (at + advance + shift) * scale))
                at += advance
            end = x + font.getlength(text)
        return characters

    def _box(self, picture: Image.Image, baseline: int, style: Style) -> tuple[int, ...]:
        """The ink with a margin, or now and then a box that cuts into it."""
        box = ImageChops.invert(picture).getbbox() or (0, baseline - 8, 8, baseline)
        height = box[3] - box[1]
        margin = max(3, height // 5)
        top, bottom = box[1] - margin, box[3] + margin
        a, b = box[0] - margin, box[2] + margin
        if self.chance(style.clipping):
            top = box[1] + round(self.random.uniform(-0.1, 0.12) * height)
            bottom = box[3] - round(self.random.uniform(-0.1, 0.12) * height)
            a = box[0] + round(self.random.uniform(-0.1, 0.1) * height)
            b = box[2] - round(self.random.uniform(-0.1, 0.1) * height)
        return (max(0, a), max(0, top), min(picture.width, max(a + 4, b)),
                min(picture.height, max(top + 8, bottom)))

    def _intrude(self, pen: ImageDraw.ImageDraw, neighbour: Line, font, box: tuple, style: Style,
                 width: int) -> None:
        """Ink of the line above or below, or a rule, within the box."""
        if not self.chance(style.intrusion):
            return
        height = box[3] - box[1]
        depth = self.random.uniform(0.02, 0.14) * height
        above = self.chance(0.5)
        if self.chance(0.4):
            y = box[1] + depth if above else box[3] - depth
            pen.line((box[0], y, box[2], y), fill=0, width=max(1, height // 24))
            return
        text = " ".join(span.text for span in neighbour)
        ink = font.getbbox(text, anchor="ls")
        y = box[1] + depth - ink[3] if above else box[3] - depth - ink[1]
        pen.text((self.random.uniform(-0.3, 0.3) * width, y), text, font=font, fill=0, anchor="ls")

    def _stray(self) -> DrawnLine:
        """A speck, noise, a blot, a scribble or writing of another script."""
        pick = self.random
        if self.chance(0.25):
            return self._speck()
        height, width = pick.randint(14, 40), pick.randint(8, 340)
        picture = Image.new("L", (width + 20, height + 20), 255)
        pen = ImageDraw.Draw(picture)
        kind = pick.random()
        fonts = other_script_fonts()
        if kind < 0.3:
            self._scatter(pen, width, height)
        elif kind < 0.55 and fonts:
            font = self.font(fonts[0], height)
            count = max(1, width // height)
            text = "".join(chr(pick.randint(0x4E00, 0x9FA0)) for _ in range(count))
            pen.text((10, 10), text, font=font, fill=0)
        elif kind < 0.8:
            points = [(pick.uniform(5, width + 15), pick.uniform(5, height + 15))
                      for _ in range(pick.randint(3, 9))]
            pen.line(points, fill=pick.randint(0, 120), width=pick.randint(1, 3), joint="curve")
        else:
            pen.rectangle((10, 10, 10 + min(width, 2 * height), 10 + height),
                          fill=pick.randint(0, 150))
        strip = filtered(np.asarray(picture, np.float32),
                         ImageFilter.GaussianBlur(pick.uniform(0, 3)))
        return DrawnLine(strip, [], height, strip.shape[0])

    def _speck(self) -> DrawnLine:
        """Dust, which looks like a dot or a zero once it has been brought to the size of text."""
        pick = self.random
        radius = pick.uniform(0.7, 4)
        picture = Image.new("L", (16, 16), 255)
        pen = ImageDraw.Draw(picture)
        middle = pick.uniform(7, 9)
        pen.ellipse((middle - radius, middle - radius, middle + radius, middle + radius),
                    fill=pick.randint(0, 130))
        strip = np.asarray(picture, np.float32)
        return DrawnLine(strip + self.noise.normal(0, pick.uniform(0, 5), strip.shape), [],
                         2 * radius + 1, strip.shape[0])

    def _scatter(self, pen: ImageDraw.ImageDraw, width: int, height: int) -> None:
        """Dots, blots or bars without any order."""
        pick = self.random
        size = 2 ** pick.randint(0, 4)
        wide = size * 2 ** pick.randint(0, 3)
        share = pick.uniform(0.05, 0.6)
        for y in range(10, 10 + height, size):
            for x in range(10, 10 + width, wide):
                if self.chance(share):
                    tone = pick.randint(0, 200)
                    pen.rectangle((x, y, x + wide - 1, y + size - 1), fill=tone)

    def _pack(self, drawn: DrawnLine, tile: np.ndarray, rows: list[Row], most: int,
              crowded: bool = False) -> bool:
        """Adds the line to the rows, which are at most so many. False once one has no place."""
        drawn = replace(drawn, strip=darkened(drawn.strip))
        line = measure(drawn.strip, drawn.usual_height)
        for piece in cut_into_pieces(line) if line else []:
            left = round(rows[-1].end) + self.random.randint(*APART) if crowded and rows else TILE
            beside = left + (piece[1] - piece[0]) * line.scale <= LEFT + MOST_WIDTH
            if beside:
                rows[-1].append(self._row(tile, len(rows) - 1, drawn, line, piece, left))
            elif len(rows) < most:
                rows.append(self._row(tile, len(rows), drawn, line, piece, LEFT))
            else:
                return False
        return True

    def _row(self, tile: np.ndarray, slot: int, drawn: DrawnLine, line: ScaledLine,
             piece: tuple[int, int], left: int) -> Row:
        """Draws the piece. Its characters are those whose middle lies in it."""
        start, stop = piece
        scale, top, bottom = place(tile, slot, drawn.strip, line, piece, left)
        inside = [each for each in drawn.characters if start <= (each[1] + each[2]) / 2 < stop]
        return self._row_of(inside, top, bottom, left + (stop - start) * scale,
                            left - start * scale, scale)

    @staticmethod
    def _row_of(characters: list[tuple[str, float, float]], top: int, bottom: int, end: float,
                shift: float, scale: float) -> Row:
        """Without spaces at its ends."""
        said = [number for number, (character, _, _) in enumerate(characters) if character != " "]
        kept = characters[said[0] : said[-1] + 1] if said else []
        return Row("".join(character for character, _, _ in kept),
                   [shift + a * scale for _, a, _ in kept],
                   [shift + b * scale for _, _, b in kept], top, bottom, end)

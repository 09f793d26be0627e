"""The packed-rows rule ("Packed rows" in the model's README), as the program applies it.

The same arithmetic as app/reading/row_packer.cpp, so that drawn rows look like read ones.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

TILE = 384
ROW_HEIGHT = 28
ROWS = 13
INK_HEIGHT = 20.4
MOST_SCALE_RATIO = 1.35
MOST_WIDTH = 370
LEFT = 4
LEAST_GAP = 4.5
DARKEST_THRESHOLD = 0.75 * 255
INK_SHARE = 0.6
SPECK_SHARE = 0.004
LEAST_HEIGHT = 4
PALE = 110  # paler ink is darkened to this
PALEST = 220  # what is paler still may be grain of the paper
DUST_SHARE = 0.01  # of a line's pixels, that may be darker than its ink


@dataclass
class ScaledLine:
    """A line's tight ink box in its strip, and the factor that brings it to row height."""

    left: int
    top: int
    right: int
    bottom: int
    scale: float
    gaps: list[tuple[int, int]]  # columns without ink, strip coordinates, end exclusive


def extent(flags: np.ndarray) -> tuple[int, int] | None:
    """First and one past the last true."""
    found = np.flatnonzero(flags)
    return (int(found[0]), int(found[-1]) + 1) if len(found) else None


def runs_of_false(flags: np.ndarray) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[1], flags.astype(np.int8), [1]])))
    return [(int(a), int(b)) for a, b in zip(edges[0::2], edges[1::2], strict=True)]


def darkened(strip: np.ndarray) -> np.ndarray:
    """The strip with ink that is dark enough to count as some."""
    level = float(np.quantile(strip, DUST_SHARE))
    if not PALE < level <= PALEST:
        return strip
    return (255 - (255 - strip) * (255 - PALE) / (255 - level)).clip(0, 255)


def measure(strip: np.ndarray, usual_height: float) -> ScaledLine | None:
    """strip: grey around one line; usual_height: ink height that the block's lines have."""
    if strip.shape[0] < LEAST_HEIGHT or strip.shape[1] < 2:
        return None
    darkest = float(strip.min())
    ink = strip < min(DARKEST_THRESHOLD, darkest + (255 - darkest) * INK_SHARE)
    rows = extent(ink.sum(1) >= max(1.0, SPECK_SHARE * strip.shape[1]))
    if rows is None:
        return None
    columns_with_ink = ink[rows[0] : rows[1]].any(0)
    columns = extent(columns_with_ink)
    if columns is None:
        return None
    height = rows[1] - rows[0]
    scale = min(INK_HEIGHT / height, MOST_SCALE_RATIO * INK_HEIGHT / max(1.0, usual_height))
    gaps = [
        (a + columns[0], b + columns[0])
        for a, b in runs_of_false(columns_with_ink[columns[0] : columns[1]])
    ]
    return ScaledLine(columns[0], rows[0], columns[1], rows[1], scale, gaps)


def cut_into_pieces(line: ScaledLine) -> list[tuple[int, int]]:
    """Columns of the rows that a line becomes: cut at the last word gap that fits."""
    widest = MOST_WIDTH / line.scale
    pieces = []
    start = line.left
    while start < line.right:
        stop = after = line.right
        if line.right - start > widest:
            stop = after = start + max(1, int(widest))
            for a, b in line.gaps:
                if start < a <= start + widest and (b - a) * line.scale >= LEAST_GAP:
                    stop, after = a, b
        pieces.append((start, stop))
        start = after
    return pieces


def place(tile: np.ndarray, slot: int, strip: np.ndarray, line: ScaledLine,
          piece: tuple[int, int], left: int = LEFT) -> tuple[float, int, int]:
    """Draws a piece as a row of the tile. Returns the pixels of the tile for one of the strip, and
    its top and bottom."""
    start, stop = piece
    exact_width = (stop - start) * line.scale
    exact_height = (line.bottom - line.top) * line.scale
    width = min(max(round(exact_width), 1), TILE - left)
    height = min(max(round(exact_height), 1), ROW_HEIGHT)
    top = ROW_HEIGHT * slot + max(0, round((ROW_HEIGHT - exact_height) / 2))
    cut = strip[line.top : line.bottom, start:stop].clip(0, 255).astype(np.uint8)
    scaled = Image.fromarray(cut).resize((width, height), Image.BICUBIC)
    tile[top : top + height, left : left + width] = np.asarray(scaled)
    return width / (stop - start), top, top + height

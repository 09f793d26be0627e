"""What printing, ageing and scanning do to a line of text, at the resolution of its page.

Pictures are arrays of grey, float32: paper 255, ink 0.
"""

from __future__ import annotations

import io
import random
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

Grey = np.ndarray


@dataclass
class PrintStyle:
    """How a document was printed and scanned; the same for all of its lines."""

    ink: float = 0.0  # grey of full ink
    weight: float = 0.0  # strokes thinner (below 0) or bolder, at most 1
    blur: float = 0.0  # pixels
    dots: int = 0  # distance of a dot matrix, pixels; 0 for none
    fading: float = 0.0  # share of ink that wears off in stripes
    grain: float = 0.0  # grey levels
    threshold: float = 0.0  # of a bilevel scan, from full ink (0) to paper (1); 0 for none
    quality: int = 0  # of JPEG; 0 for none

    @staticmethod
    def any(source: random.Random, size: float, receipt: bool = False) -> PrintStyle:
        """size: height of the letters in pixels, which bounds what they can bear. Receipts are
        paler and more worn than other print."""
        style = PrintStyle()
        if source.random() < (0.15 if receipt else 0.30):
            return style
        if source.random() < 0.5:
            style.ink = source.choice([20, 40, 60, 90, 120, 150] + [110, 170] * receipt)
        if source.random() < 0.25:
            style.weight = source.uniform(-0.6, 0.9) if size > 16 else source.uniform(-0.2, 0.5)
        if source.random() < 0.45:
            style.blur = source.uniform(0.2, 0.045 * size + 0.2)
        if source.random() < 0.06 and size > 18:
            style.dots = max(3, round(size / source.uniform(7, 12)))
        if source.random() < (0.35 if receipt else 0.12):
            style.fading = source.uniform(0.2, 0.7)
        if source.random() < 0.35:
            style.grain = source.uniform(1, 25)
        if source.random() < (0.25 if receipt else 0.15):
            style.threshold = source.uniform(0.3, 0.75)
        if source.random() < 0.40:
            style.quality = source.randint(25, 90)
        return style


def filtered(grey: Grey, what: ImageFilter.Filter) -> Grey:
    picture = Image.fromarray(grey.clip(0, 255).astype(np.uint8))
    return np.asarray(picture.filter(what), np.float32)


def with_jpeg(grey: Grey, quality: int) -> Grey:
    buffer = io.BytesIO()
    Image.fromarray(grey.clip(0, 255).astype(np.uint8)).save(buffer, "JPEG", quality=quality)
    return np.asarray(Image.open(buffer), np.float32)


def stripes(height: int, width: int, strength: float, noise: np.random.Generator) -> Grey:
    """How much of the ink is left, row by row of pixels, with slow changes along the line."""
    rows = noise.random((max(2, height // 4), 1))
    columns = noise.random((1, max(2, width // 24)))
    rows = np.asarray(Image.fromarray(rows.astype(np.float32)).resize((1, height)))
    columns = np.asarray(Image.fromarray(columns.astype(np.float32)).resize((width, 1)))
    return 1 - strength * (0.6 * rows + 0.4 * columns)


def printed(grey: Grey, style: PrintStyle, noise: np.random.Generator) -> Grey:
    """The line as a scanner gives it, paper near 255 again."""
    height, width = grey.shape
    if style.weight:
        extreme = ImageFilter.MaxFilter(3) if style.weight < 0 else ImageFilter.MinFilter(3)
        share = abs(style.weight)
        grey = filtered(grey, extreme) * share + grey * (1 - share)
    if style.dots:
        y, x = np.ogrid[:height, :width]
        step = style.dots
        far = ((y % step) - step / 2 + 0.5) ** 2 + ((x % step) - step / 2 + 0.5) ** 2
        grey = np.where(far < (0.42 * step) ** 2, grey, 255)
    if style.blur:
        grey = filtered(grey, ImageFilter.GaussianBlur(style.blur))
    left = (255 - style.ink) / 255
    if style.fading:
        left = left * stripes(height, width, style.fading, noise)
    grey = 255 - (255 - grey) * left
    if style.grain:
        grey = grey + noise.standard_normal(grey.shape, np.float32) * style.grain
    if style.threshold:
        darkest = grey.min()
        limit = darkest + style.threshold * (255 - darkest)
        grey = np.where(grey > limit, 255, style.ink).astype(np.float32)
    if style.quality:
        grey = with_jpeg(grey, style.quality)
    return grey.clip(0, 255).astype(np.float32)

"""The fonts of this machine that documents are drawn with."""

from __future__ import annotations

import glob
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

from alphabet import ASCII

FONT_FILES = "/usr/share/fonts/**/*.[to]tf"
OTHER_SCRIPT_FILES = "/usr/share/fonts/**/wqy-*.tt[cf]"
UNWANTED = re.compile(
    r"Math|Symbol|Display|CJK|Black|Thin|ExtraLight|Hairline|Dingbats|D050000L|Emoji|Icons|chorus"
    r"|Initials|Keyboard|Biolinum_K|OldItalic|OldHungarian|wqy|Z003|Terminus.*Oblique|lmmath",
    re.IGNORECASE,
)
NOTO = re.compile(
    r"Noto(Sans|Serif|SansMono)-(Regular|Bold|Italic|BoldItalic|Medium|Light|Condensed"
    r"|CondensedBold|SemiBold)\."
)
MONOSPACED = re.compile(r"Mono|Cour|Typewriter|Inconsolata|Hack|OCR|Fira ?Code|Terminus", re.I)
PROBE = "aégQ3"


@dataclass(frozen=True)
class Face:
    """A font file and what sort it is."""

    path: str
    monospaced: bool


def load_font(path: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def draws_latin(path: str) -> bool:
    """Whether the font has different pictures for different letters, accented ones too."""
    try:
        font = load_font(path, 24)
        pictures = [bytes(font.getmask(character)) for character in PROBE]
        drawn = all(any(bytes(font.getmask(character))) for character in ASCII)
        framed = font.getbbox(".")[3] - font.getbbox(".")[1] > 12  # letters in boxes
    except (OSError, ValueError):
        return False
    return drawn and not framed and len(set(pictures)) == len(PROBE)


@lru_cache(maxsize=1)
def latin_faces() -> list[Face]:
    """All usable faces, in the order of their paths."""
    faces = []
    for path in sorted(glob.glob(FONT_FILES, recursive=True)):
        name = Path(path).name
        if UNWANTED.search(name) or (name.startswith("Noto") and not NOTO.match(name)):
            continue
        if draws_latin(path):
            faces.append(Face(path, bool(MONOSPACED.search(name))))
    if not faces:
        raise FileNotFoundError("no usable fonts: install the packages listed in packages.txt")
    return faces


@lru_cache(maxsize=1)
def other_script_fonts() -> list[str]:
    """Fonts of scripts that Nano does not read; rows of them have to give nothing."""
    return sorted(glob.glob(OTHER_SCRIPT_FILES, recursive=True))

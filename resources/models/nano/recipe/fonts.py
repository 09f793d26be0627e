"""The fonts of this machine that documents are drawn with."""

from __future__ import annotations

import glob
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

from alphabet import ASCII, CHARACTERS

FONT_FILES = "/usr/share/fonts/**/*.[to]tf"
BITMAP_FILES = "/usr/share/fonts/X11/*/*.pcf.gz"
OTHER_SCRIPT_FILES = "/usr/share/fonts/**/wqy-*.tt[cf]"
UNWANTED = re.compile(
    r"Math|Symbol|Display|CJK|Black|Thin|ExtraLight|Hairline|Dingbats|D050000L|Emoji|Icons|chorus"
    r"|Initials|Keyboard|KaTeX|Biolinum_K|OldItalic|OldHungarian|wqy|Z003|Terminus.*Oblique|lmmath",
    re.IGNORECASE,
)
NOTO = re.compile(
    r"Noto(Sans|Serif|SansMono)-(Regular|Bold|Italic|BoldItalic|Medium|Light|Condensed"
    r"|CondensedBold|SemiBold)\."
)
PLAIN_SANS = re.compile(
    r"(LiberationSans|Aerial|FreeSans|NimbusSans|Carlito|DejaVuSans|Roboto|OpenSans|Lato|NotoSans"
    r"|texgyreheros)(?!Mono)\S*(?<!Italic)(?<!Oblique)(?<!It)(?<!italic)$"
)
BITMAP = re.compile(
    r"(\d+x\d+B?|spleen-\d+x\d+|ter-u\d+[bn]_unicode|termB?14|(cour|helv)[BR]\d+|lut?[BR]S\d+)\.pcf"
)
BITMAP_HEIGHTS = range(12, 33)
PROBE = "aégQ3"
NOWHERE = "\U000f1234"  # a character that no font has


@dataclass(frozen=True)
class Face:
    """A font file and what sort it is."""

    path: str
    monospaced: bool
    height: int = 0  # pixels, the only size that a bitmap font has; 0 for outlines
    plain_sans: bool = False  # upright and without serifs, as most programs print
    lacks: frozenset[str] = frozenset()  # what Nano learns and the font cannot draw

    def drawable(self, text: str) -> str:
        return "".join(character for character in text if character not in self.lacks)


def load_font(path: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def draws_latin(font: ImageFont.FreeTypeFont) -> bool:
    """Whether the font has different pictures for different letters, accented ones too."""
    try:
        pictures = [bytes(font.getmask(character)) for character in PROBE]
        drawn = all(any(bytes(font.getmask(character))) for character in ASCII)
    except (OSError, ValueError):
        return False
    return drawn and len(set(pictures)) == len(PROBE)


def is_monospaced(font: ImageFont.FreeTypeFont) -> bool:
    return font.getlength("i") == font.getlength("M")


def missing_in(font: ImageFont.FreeTypeFont) -> frozenset[str]:
    missing = bytes(font.getmask(NOWHERE))
    return frozenset(c for c in CHARACTERS if c != "?" and bytes(font.getmask(c)) in (missing, b""))


def outline_face(path: str) -> Face | None:
    name = Path(path).name
    if UNWANTED.search(name) or (name.startswith("Noto") and not NOTO.match(name)):
        return None
    try:
        font = load_font(path, 24)
    except OSError:
        return None
    framed = font.getbbox(".")[3] - font.getbbox(".")[1] > 12  # letters in boxes
    if framed or not draws_latin(font):
        return None
    plain = bool(PLAIN_SANS.match(Path(path).stem))
    return Face(path, is_monospaced(font), 0, plain, missing_in(font))


def bitmap_face(path: str) -> Face | None:
    """A font opens at its own size only, which its file alone tells."""
    if not BITMAP.match(Path(path).name):
        return None
    for height in BITMAP_HEIGHTS:
        try:
            font = load_font(path, height)
        except OSError:
            continue
        if draws_latin(font):
            return Face(path, is_monospaced(font), height, lacks=missing_in(font))
    return None


@lru_cache(maxsize=1)
def latin_faces() -> list[Face]:
    """All usable faces, outlines first, in the order of their paths."""
    outlines = [outline_face(path) for path in sorted(glob.glob(FONT_FILES, recursive=True))]
    bitmaps = [bitmap_face(path) for path in sorted(glob.glob(BITMAP_FILES))]
    faces = [face for face in outlines + bitmaps if face]
    if not faces:
        raise FileNotFoundError("no usable fonts: install the packages listed in packages.txt")
    return faces


@lru_cache(maxsize=1)
def other_script_fonts() -> list[str]:
    """Fonts of scripts that Nano does not read; rows of them have to give nothing."""
    return sorted(glob.glob(OTHER_SCRIPT_FILES, recursive=True))

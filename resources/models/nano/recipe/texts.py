"""Words and lines of text for documents: prose in seven languages, receipts, forms, commands.

Sources are Debian packages (packages.txt). The manuals that Tessera is measured on, and their
packages, are not among them.
"""

from __future__ import annotations

import glob
import gzip
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from alphabet import ASCII, CHARACTERS, only_known
from receipts import ReceiptLines

LITERATURE_FILES = [
    "/usr/share/common-licenses/*",
    "/usr/share/games/fortunes/*",
    "/usr/share/misc/*",
    "/usr/share/doc/miscfiles/*",
]
MANUAL_FILES = ["/usr/share/man/man[4578]/*.gz"]
TRANSLATED_FILES = [f"/usr/share/man/{code}/man[1578]/*.gz" for code in
                    ("de", "es", "fr", "it", "nl", "pt_BR")]
DICTIONARIES = [f"/usr/share/dict/{name}" for name in
                ("american-english", "dutch", "french", "italian", "ngerman", "portuguese",
                 "spanish")]
ENGLISH_CHARACTERS = 3_000_000
TRANSLATED_CHARACTERS = 1_000_000  # each language
FILE_CHARACTERS = 60_000

FIELDS = (
    "invoice no|invoice number|date|due date|order no|order number|total|subtotal|tax|vat|gst"
    "|amount due|balance|cash|change|discount|customer|customer id|name|address|city|country"
    "|phone|tel|fax|email|company|account no|reference|ref no|payment terms|quantity|unit price"
    "|price|item|description|delivery date|shipping|issue date|expiry date|currency|iban"
    "|department|title|author|version|page|section|status|category|size|weight|model|serial no"
    "|room|check in|check out|nights|rate|patient|age|sex|height|blood group|doctor|visit date"
    "|student|grade|score|subject|semester|teacher|route|departure|arrival|gate|seat|flight|class"
    "|temperature|humidity|pressure|speed|length|width|voltage|power|project|manager|budget"
    "|start date|end date|owner|license|release|language|edition|publisher|isbn|cashier|table"
    "|receipt no|card no|approval code|merchant id|terminal|time|net amount|rounding|gross|tip"
    "|region|population|area|capital|revenue|profit|employees|founded|ticket|priority|assignee"
).split("|")
MONTHS = (
    "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|January|March|June"
).split("|")
OPTIONS = ["-l", "-r", "--help", "-version", "--all", "-qO-", "-C", "-f", "--purge", "-n1", "-xzf"]
PATHS = ["/etc/", "/usr/share/", "/var/log/", "~/.", "./", "https://www.", "http://", "/home/",
         "C:\\", "ftp://", "file:///"]
ENDINGS = [".conf", ".org", ".txt", ".gz", ".com/", ".html", ".h", ".py", "", "/", "(1)", ".deb"]


@dataclass
class Span:
    """A word or phrase in one of a document's faces, at a distance from the one before.

    face: 0 the document's own, 1 its second one. gap: in spaces; 0 joins.
    """

    text: str
    face: int = 0
    gap: float = 1.0


Line = list[Span]


@dataclass
class TextBlock:
    """Lines of one kind, and the fields that can be asked for."""

    lines: list[Line]
    kind: str
    answers: list[tuple[str, str]] = field(default_factory=list)


def plain_manual(text: str) -> str:
    """A manual page without its markup."""
    text = re.sub(r"^[.'].*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\\f.|\\\(..|\\&|\\\"|\\e", "", text)
    return text.replace("\\-", "-").replace("\\", "")


def read_words(patterns: list[str], limit: int, seed: int) -> list[str]:
    """Words of the files that fit, shuffled by file, up to limit characters."""
    paths = sorted(path for pattern in patterns for path in glob.glob(pattern))
    random.Random(seed).shuffle(paths)
    words: list[str] = []
    total = 0
    for path in paths:
        if path.endswith((".dat", ".u8")):
            continue
        opener = gzip.open if path.endswith(".gz") else open
        try:
            with opener(path, "rt", encoding="utf-8", errors="ignore") as file:
                text = file.read(FILE_CHARACTERS)
        except OSError:
            continue
        if path.endswith(".gz"):
            text = plain_manual(text)
        found = [only_known(word) for word in text.split()]
        words += [word for word in found if 0 < len(word) < 26]
        total += len(text)
        if total > limit:
            break
    return words


class Texts:
    """Draws lines of text from one random source; not shared between processes."""

    def __init__(self, source: random.Random) -> None:
        self.random = source
        self.prose = [
            read_words(files, ENGLISH_CHARACTERS, 0) for files in (LITERATURE_FILES, MANUAL_FILES)
        ]
        for pattern in TRANSLATED_FILES:
            self.prose.append(read_words([pattern], TRANSLATED_CHARACTERS, 0))
        self.prose = [words for words in self.prose if len(words) > 5000]
        self.dictionaries = [self._dictionary(path) for path in DICTIONARIES]
        self.dictionaries = [words for words in self.dictionaries if words]
        if not self.prose or not self.dictionaries:
            raise FileNotFoundError("no texts: install the packages listed in packages.txt")

    @staticmethod
    def _dictionary(path: str) -> list[str]:
        try:
            with open(path, encoding="utf-8", errors="ignore") as file:
                words = file.read().split()
        except OSError:
            return []
        return [word for word in words if word == only_known(word) and len(word) < 22]

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def dictionary_word(self) -> str:
        pick = self.random
        english = self.chance(0.5)
        return pick.choice(self.dictionaries[0] if english else pick.choice(self.dictionaries))

    def amount(self) -> str:
        pick = self.random
        sign = pick.choice(["", "", "", "$", "€", "£", "RM ", "RM", "USD ", "-"])
        whole = pick.randint(0, 10 ** pick.randint(1, 4))
        mark = pick.choice([".", ".", ".", ","])
        return f"{sign}{whole:,}{mark}{pick.randint(0, 99):02d}"

    def date(self) -> str:
        pick = self.random
        day, month, year = pick.randint(1, 31), pick.randint(1, 12), pick.randint(1990, 2030)
        mark = pick.choice("/-.")
        return pick.choice([
            f"{day:02d}{mark}{month:02d}{mark}{year}",
            f"{day:02d}{mark}{month:02d}{mark}{year % 100:02d}",
            f"{year}-{month:02d}-{day:02d}",
            f"{day} {pick.choice(MONTHS)} {year}",
            f"{month}/{day}/{year}",
        ])

    def clock(self) -> str:
        pick = self.random
        text = f"{pick.randint(0, 23)}:{pick.randint(0, 59):02d}"
        return text + pick.choice(["", "", f":{pick.randint(0, 59):02d}", " AM", " PM", "pm"])

    def number(self) -> str:
        pick = self.random
        return pick.choice([
            str(pick.randint(0, 10)),
            str(pick.randint(0, 10 ** pick.randint(1, 8))),
            f"{pick.randint(0, 100)}%",
            f"{pick.randint(0, 999)}.{pick.randint(0, 9)}",
            f"{pick.randint(1, 99)}x{pick.randint(1, 99)}",
            f"({pick.randint(1, 99)})",
            f"{pick.randint(1, 999)}-{pick.randint(1000, 9999)} {pick.randint(1000, 9999)}",
            f"#{pick.randint(1, 9999)}",
        ])

    def code(self) -> str:
        """Without the letter O, which makers of codes leave out and no reader could tell from 0."""
        pick = self.random
        letters = "ABCDEFGHIJKLMNPQRSTUVWXYZ0123456789"
        text = "".join(pick.choice(letters) for _ in range(pick.randint(2, 9)))
        cut = pick.randint(1, len(text))
        return text[:cut] + pick.choice(["", "", "-", "/"]) + text[cut:] if self.chance(0.5) else (
            "".join(pick.choice("0123456789") for _ in range(pick.randint(4, 13))))

    def noise(self) -> str:
        """Characters without sense, so that reading cannot become guessing."""
        pick = self.random
        alphabet = ASCII if self.chance(0.6) else CHARACTERS
        return "".join(pick.choice(alphabet) for _ in range(pick.randint(1, 8)))

    def word(self) -> str:
        pick = self.random
        text = self.dictionary_word()
        style = pick.random()
        text = text.upper() if style < 0.25 else text.capitalize() if style < 0.45 else text
        if self.chance(0.08):
            letters = list(text)
            letters[pick.randrange(len(letters))] = pick.choice("éèàçüöäñáíóúôêâîßåøæ")
            text = "".join(letters)
        before = pick.choice(["", "", "", "", "", "(", "“", '"', "‘", "[", "*"])
        after = pick.choice(["", "", "", "", "", ".", ",", ";", ":", "!", "?", ")", "”", '"', "’s",
                             "-", "]", " –", " —", "...", "/"])
        return only_known(before + text + after)

    def token(self) -> str:
        """One of everything, for lines without grammar."""
        kind = self.random.random()
        for share, make in ((0.10, self.amount), (0.16, self.date), (0.19, self.clock),
                            (0.29, self.number), (0.38, self.code), (0.52, self.noise)):
            if kind < share:
                return make()
        return self.word()

    def words_of_prose(self) -> Iterator[str]:
        pick = self.random
        words = self.prose[0] if self.chance(0.4) else pick.choice(self.prose)
        at = pick.randrange(len(words) - 900)
        upper = self.chance(0.08)
        for word in words[at : at + 900]:
            yield word.upper() if upper and len(word.upper()) == len(word) else word

    def block(self) -> TextBlock:
        """A document's worth of lines: more than a tile holds."""
        kind = self.random.choices(
            ["prose", "tokens", "receipt", "form", "command", "cells"],
            [0.30, 0.12, 0.24, 0.12, 0.11, 0.11],
        )[0]
        answers: list[tuple[str, str]] = []
        if kind == "form":
            lines, answers = self._form()
        else:
            lines = {
                "prose": self._prose,
                "tokens": self._tokens,
                "receipt": self._receipt,
                "command": self._commands,
                "cells": self._cells,
            }[kind]()
        return TextBlock(lines, kind, answers)

    def _prose(self) -> list[Line]:
        pick = self.random
        width = pick.choice([20, 30, 40, 60, 80])
        emphasis = 0.25 if self.chance(0.15) else 0.0
        words = self.words_of_prose()
        lines: list[Line] = []
        for _ in range(14):
            length, line = 0, []
            limit = width if self.chance(0.85) else pick.uniform(0.1, 1) * width
            for word in words:
                line.append(Span(word, int(self.chance(emphasis)), self._space()))
                length += len(word) + 1
                if length > limit:
                    break
            lines.append(line)
        return lines

    def _space(self) -> float:
        return self.random.uniform(1.5, 12) if self.chance(0.02) else 1.0

    def _tokens(self) -> list[Line]:
        pick = self.random
        most = pick.choice([1, 3, 6, 12])
        return [
            [Span(self.token(), int(self.chance(0.1)), self._space())
             for _ in range(pick.randint(1, most))]
            for _ in range(14)
        ]

    def _receipt(self) -> list[Line]:
        pick = self.random
        source = ReceiptLines(self)
        case = pick.choice([str, str, str, str.title, str.title, str.lower])
        apart = self.chance(0.75)
        second = 0.2 if self.chance(0.4) else 0.0
        lines: list[Line] = []
        while len(lines) < 15:
            pieces = [only_known(case(piece)) for piece in source.line()]
            pieces = [piece for piece in pieces if piece.strip()]
            face = int(self.chance(second))
            if apart and self.chance(0.9):
                lines += [[Span(word, face) for word in piece.split()] for piece in pieces]
            else:
                line = []
                for piece in pieces:
                    gap = pick.uniform(1, 8)
                    for number, word in enumerate(piece.split()):
                        line.append(Span(word, face, 1.0 if number else gap))
                lines.append(line)
        return lines

    def _cells(self) -> list[Line]:
        """Cells of tables: very short lines, often repeated."""
        pick = self.random
        makers = pick.sample([self.amount, self.number, self.date, self.word, self.code,
                              self.dictionary_word], 2)
        repeated = [make() for make in makers]
        lines = []
        for _ in range(15):
            text = pick.choice(repeated) if self.chance(0.25) else pick.choice(makers)()
            lines.append([Span(word) for word in text.split()] or [Span("0")])
        return lines

    def _command_word(self) -> str:
        pick = self.random
        name = self.dictionary_word().lower()
        return only_known(pick.choice([
            name,
            name,
            pick.choice(OPTIONS),
            "--" + name + pick.choice(["", "=", "=" + self.dictionary_word().lower()]),
            pick.choice(PATHS) + name + pick.choice(ENDINGS),
            pick.choice(["$", "${", "<", "[", "{", "'", '"', "(", "@"]) + name
            + pick.choice(["}", ">", "]", "'", '"', ")", "", ";", "\\n"]),
            name + pick.choice(["()", ";", " =", "++", " +=", "[0]", "::", ".", ",", ":"]),
            pick.choice(["&&", "||", "{", "}", "==", "!=", "<=", ">", "|", "*", "%", "->", "//",
                         "#", "...", "~", "^", "+", "-", "_", "`", "@"]),
            name + "-" + self.dictionary_word().lower(),
        ]))

    def _commands(self) -> list[Line]:
        pick = self.random
        words = self.words_of_prose()
        most = pick.choice([2, 4, 7])
        lines = []
        for _ in range(15):
            line = []
            for _ in range(pick.randint(1, most)):
                if self.chance(0.5):
                    line += [Span(word, 1) for word in self._command_word().split()]
                else:
                    line.append(Span(next(words)))
            if self.chance(0.3) and len(line) > 1:
                line[-1].gap = 0.0
            lines.append(line or [Span("-")])
        return lines

    def field_value(self) -> str:
        pick = self.random
        kind = pick.random()
        if kind < 0.25:
            return self.amount()
        if kind < 0.45:
            return pick.choice([self.date, self.clock])()
        if kind < 0.75:
            return pick.choice([self.code, self.number])()
        return " ".join(self.dictionary_word().capitalize() for _ in range(pick.randint(1, 2)))

    def _form(self) -> tuple[list[Line], list[tuple[str, str]]]:
        pick = self.random
        separator = pick.choice([":", ":", ":", "", " :", "."])
        case = pick.choice([str.title, str.upper, str.capitalize, str.capitalize])
        words = self.words_of_prose()
        lines: list[Line] = []
        answers: dict[str, str] = {}
        while len(lines) < 13:
            if self.chance(0.2):
                lines.append([Span(next(words)) for _ in range(pick.randint(1, 5))])
                continue
            name = pick.choice(FIELDS) if self.chance(0.6) else self.dictionary_word().lower()
            if len(name) > 18 or name in answers:
                continue
            value = self.field_value()
            answers[name] = value
            gap = pick.choice([1, 1, 3, 10])
            label = only_known(case(name) + separator)
            line = [Span(word) for word in label.split()]
            line += [Span(word, 0, 1.0 if number else gap)
                     for number, word in enumerate(value.split())]
            lines.append(line)
        return lines, list(answers.items())

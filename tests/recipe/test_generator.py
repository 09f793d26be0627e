"""What the generator says is what it drew, and it packs as the program does."""

from __future__ import annotations

import dataclasses
import math
import random
import unittest
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

import packing
from alphabet import CHARACTERS, only_known
from batches import IGNORED, NOWHERE, Example, Question, batch_of, example, finding, reading
from documents import STRAY_SHARE, Document, Documents, DrawnLine, Style
from fonts import Face, latin_faces, load_font
from model import CELLS
from packing import LEFT, ROW_HEIGHT, cut_into_pieces, darkened, measure
from print_effects import PrintStyle, printed
from questions import record
from receipts import ReceiptLines
from texts import Span, TextBlock, Texts
from vocabulary import END, Vocabulary

MODEL_FOLDER = Path(packing.__file__).resolve().parent.parent
FACE = Face("/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf", False)
INK = 128


def clean(documents: Documents, tilt: float = 0.0, face: Face = FACE) -> None:
    """Makes the documents undamaged and in one face, so that all ink belongs to its text."""
    documents._style = lambda kind: Style(
        (face, face), (30, 30), 1.0, 1.0, True, False, False, tilt, PrintStyle(), 0.0, 0.0
    )
    documents._stray = lambda: None
    documents.chance = lambda probability: probability == 0.5  # full tiles, nothing rare
    documents._first_line = lambda spare: 0


def block(*lines: str) -> TextBlock:
    return TextBlock([[Span(word) for word in line.split()] for line in lines], "prose")


def strip_of(text: str, size: int = 30) -> np.ndarray:
    documents = Documents(3)
    font = documents.font(FACE.path, size)
    picture = Image.new("L", (int(font.getlength(text)) + 40, 3 * size), 255)
    ImageDraw.Draw(picture).text((20, 2 * size), text, font=font, fill=0, anchor="ls")
    return np.asarray(picture, np.float32)


class SaysWhatItDrew(unittest.TestCase):
    def setUp(self) -> None:
        self.documents = Documents(11)
        clean(self.documents)

    def test_every_character_has_its_ink_where_it_is_said_to_be(self) -> None:
        dots = next(face for face in self.documents.bitmaps if face.monospaced)
        for number in range(20):
            clean(self.documents, 0.8 if number % 2 else 0.0, dots if number % 4 == 2 else FACE)
            document = self.documents.document()
            for row in document.rows:
                for character, left, right in zip(row.text, row.left, row.right, strict=True):
                    if character == " ":
                        continue
                    columns = slice(max(0, int(left) - 1), int(right) + 2)
                    ink = document.picture[row.top : row.bottom, columns]
                    self.assertLess(ink.min(), 215, f"{character!r} in {row.text!r}")

    def test_no_ink_where_nothing_is_said_to_be(self) -> None:
        for _ in range(10):
            document = self.documents.document()
            said = np.zeros(document.picture.shape, bool)
            for row in document.rows:
                for left, right in zip(row.left, row.right, strict=True):
                    said[row.top : row.bottom, max(0, int(left) - 5) : int(right) + 6] = True
            self.assertGreater(document.picture[~said].min(initial=255), INK, document.text)

    def test_lines_are_whole_when_their_rows_are_joined(self) -> None:
        lines = ["The quick brown fox jumps over the lazy dog and runs away from here", "12.50",
                 "Gruß", "a-very-long-word-without-any-gap-in-it-that-no-row-can-ever-hold-alone"]
        document = self.documents.document(block(*lines))
        got = "".join(row.text for row in document.rows).replace(" ", "")
        self.assertEqual(got, "".join(lines).replace(" ", ""))
        self.assertGreater(len(document.rows), len(lines))

    def test_crowded_rows_hold_lines_beside_each_other(self) -> None:
        lines = iter(["one 1", "two 2", "a line that leaves no place for any other", "three"])
        self.documents.texts.block = lambda: block(next(lines))
        with self.assertRaises(StopIteration):
            self.documents.crowded()
        self.documents.texts.block = lambda: block(*["ten 10"] * 15)
        document = self.documents.crowded()
        self.assertEqual(len(document.rows), packing.ROWS)
        for row in document.rows:
            self.assertGreater(row.text.count("ten 10"), 1)
            self.assertEqual(row.text, " ".join(["ten 10"] * row.text.count("ten")))
            self.assertLess(row.right[-1], packing.TILE)
            self.assertEqual(row.left, sorted(row.left))

    def test_what_a_font_lacks_is_neither_drawn_nor_said(self) -> None:
        clean(self.documents, face=dataclasses.replace(FACE, lacks=frozenset("€Q")))
        self.assertEqual(self.documents.document(block("Quiz 5€", "no Q")).text, "uiz 5\nno")

    def test_capitals_that_a_font_lacks_are_not_drawn_for_letters_that_it_has(self) -> None:
        clean(self.documents, face=dataclasses.replace(FACE, lacks=frozenset("É")))
        upper = dataclasses.replace(self.documents._style("prose"), upper=True)
        self.documents._style = lambda kind: upper
        self.assertEqual(self.documents.document(block("café")).text, "CAF")

    def test_the_same_seed_gives_the_same_documents(self) -> None:
        first, second = Documents(5), Documents(5)
        for _ in range(3):
            a, b = first.document(), second.document()
            self.assertEqual(a.text, b.text)
            self.assertTrue((a.picture == b.picture).all())

    def test_a_page_has_all_lines_where_they_are_said_to_be(self) -> None:
        page = self.documents.page(block("Apg and more", "of the same", "Total: 12.50"))
        self.assertEqual(page.text, "Apg and more\nof the same\nTotal: 12.50")
        said = np.zeros(page.picture.shape, bool)
        for row in page.rows:
            said[row.top : row.bottom, int(row.left[0]) - 2 : int(row.right[-1]) + 3] = True
            for character, left, right in zip(row.text, row.left, row.right, strict=True):
                ink = page.picture[row.top : row.bottom, int(left) : int(right) + 1]
                self.assertTrue(character == " " or ink.min() < INK, character)
        self.assertGreater(page.picture[~said].min(), INK)

    def test_what_is_no_text_on_a_page_has_room_of_its_own(self) -> None:
        blots = iter([False, True, False])
        self.documents.chance = lambda probability: probability == STRAY_SHARE and next(blots)
        self.documents._stray = lambda: DrawnLine(np.zeros((90, 400), np.float32), [], 90, 90)
        page = self.documents.page(block("Apg", "-", "more"))
        blot = np.flatnonzero((page.picture == 0).sum(1) >= 400)
        self.assertEqual(len(blot), 90)
        first, second = page.rows
        self.assertLessEqual(first.bottom, blot[0])
        self.assertLess(blot[-1], second.top)

    def test_a_page_is_printed_as_one(self) -> None:
        grey = dataclasses.replace(self.documents._style("prose"), effects=PrintStyle(ink=90))
        self.documents._style = lambda kind: grey
        self.assertEqual(self.documents.page(block("Apg", "more")).picture.min(), 90)

    def test_answers_stand_in_the_tile(self) -> None:
        documents, asked = Documents(7), 0
        for _ in range(60):
            document = documents.document()
            for _, value in document.answers:
                self.assertIn(value, document.text)
                asked += 1
        self.assertGreater(asked, 0)

    def test_a_field_is_asked_only_if_its_name_stands_before_the_value(self) -> None:
        form = block("Total 12.50", "Date 1.2.2003")
        form.answers = [("total", "12.50"), ("date", "1.2.2003"), ("tax", "9.99")]
        self.assertEqual(self.documents.document(form).answers, form.answers[:2])


class PacksAsTheProgramDoes(unittest.TestCase):
    def test_ink_is_scaled_to_row_height(self) -> None:
        line = measure(strip_of("Apg"), 1)
        self.assertAlmostEqual(line.scale * (line.bottom - line.top), packing.INK_HEIGHT)

    def test_low_ink_is_scaled_by_what_its_block_has(self) -> None:
        line = measure(strip_of("..."), 30)
        self.assertAlmostEqual(line.scale, 1.35 * 20.4 / 30)

    def test_cut_at_the_last_gap_that_fits(self) -> None:
        strip = np.full((30, 900), 255, np.float32)
        for left, right in ((10, 200), (220, 390), (410, 890)):
            strip[5:25, left:right] = 0
        line = measure(strip, 20)
        line.scale = 1.0
        self.assertEqual(cut_into_pieces(line), [(10, 200), (220, 390), (410, 780), (780, 890)])

    def test_pale_print_becomes_dark_enough_to_count_as_ink(self) -> None:
        strip = strip_of("Apg")
        pale = 255 - (255 - strip) / 5
        self.assertIsNone(measure(pale, 1))
        self.assertEqual(measure(darkened(pale), 1).bottom, measure(strip, 1).bottom)
        self.assertAlmostEqual(darkened(pale).min(), packing.PALE, delta=1)
        self.assertIs(darkened(strip), strip)
        grain = 255 - (255 - strip) / 8
        self.assertIs(darkened(grain), grain)

    def test_paper_without_ink_is_no_line(self) -> None:
        self.assertIsNone(measure(np.full((20, 50), 250, np.float32), 10))

    def test_rows_stand_in_their_slots(self) -> None:
        documents = Documents(2)
        clean(documents)
        document = documents.document(block(*["Apg and more"] * 13))
        for slot, row in enumerate(document.rows):
            self.assertGreaterEqual(row.top, ROW_HEIGHT * slot)
            self.assertLessEqual(row.bottom, ROW_HEIGHT * (slot + 1))
            self.assertAlmostEqual(row.left[0], LEFT, delta=2)


class Drawing(unittest.TestCase):
    def drawn(self, text: str, **change) -> np.ndarray:
        documents = Documents(4)
        clean(documents)
        style = dataclasses.replace(documents._style("prose"), **change)
        return documents._draw([Span(text)], style, [Span(text)]).strip

    def test_zeros_may_have_a_stroke_through_them(self) -> None:
        self.assertLess(self.drawn("0", slashed=True).mean(), self.drawn("0").mean() - 3)
        self.assertTrue((self.drawn("O8", slashed=True) == self.drawn("O8")).all())

    def test_a_tilted_line_is_higher_by_what_it_rises(self) -> None:
        straight, tilted = self.drawn("n" * 30), self.drawn("n" * 30, tilt=0.8)
        rise = straight.shape[1] * math.sin(math.radians(0.8))
        self.assertAlmostEqual(tilted.shape[0] - straight.shape[0], rise * 1.4, delta=4)

    def test_dots_of_printers_stay_square(self) -> None:
        face = next(face for face in Documents(4).bitmaps if face.height < 20)
        strip = self.drawn("H", faces=(face, face), sizes=(2 * face.height, 2 * face.height))
        self.assertEqual(set(np.unique(strip)), {0, 255})
        self.assertTrue((strip[0::2] == strip[1::2]).all())
        self.assertTrue((strip[:, 0::2] == strip[:, 1::2]).all())


class Fonts(unittest.TestCase):
    def test_each_has_a_picture_of_its_own_for_what_it_does_not_lack(self) -> None:
        faces = latin_faces()
        self.assertTrue(any(face.height for face in faces))
        for face in faces[::7]:
            font = load_font(face.path, face.height or 24)
            said = face.drawable("".join(CHARACTERS))
            pictures = {bytes(font.getmask(character)) for character in said}
            self.assertGreater(len(pictures), 0.9 * len(said), face.path)


class Receipts(unittest.TestCase):
    def test_lines_have_only_characters_that_nano_learns(self) -> None:
        lines = ReceiptLines(Texts(random.Random(3)))
        for _ in range(2000):
            for piece in lines.line():
                self.assertEqual(piece, only_known(piece))
                self.assertTrue(piece.strip())


class Damage(unittest.TestCase):
    def test_a_clean_style_changes_nothing(self) -> None:
        strip = strip_of("Apg")
        noise = np.random.default_rng(1)
        self.assertTrue((printed(strip, PrintStyle(), noise) == strip).all())

    def test_each_effect_changes_the_picture_and_keeps_its_size(self) -> None:
        strip = strip_of("Apg")
        for change in ({"ink": 90}, {"weight": 0.5}, {"weight": -0.5}, {"blur": 1.0}, {"dots": 3},
                       {"fading": 0.5}, {"grain": 10}, {"threshold": 0.5}, {"quality": 40}):
            changed = printed(strip, PrintStyle(**change), np.random.default_rng(1))
            self.assertEqual(changed.shape, strip.shape)
            self.assertFalse((changed == strip).all(), change)
            self.assertGreaterEqual(changed.min(), 0)
            self.assertLessEqual(changed.max(), 255)


class Batches(unittest.TestCase):
    def setUp(self) -> None:
        self.words = Vocabulary(MODEL_FOLDER)
        self.documents = Documents(4)
        clean(self.documents)
        self.document = self.documents.document(block("Hello there", "Gruß €5"))

    def rows(self) -> list[Question]:
        return [reading(row, i, self.words) for i, row in enumerate(self.document.rows)]

    def test_an_answer_is_a_row_in_single_characters(self) -> None:
        question = self.rows()[1]
        self.assertEqual(question.answer[-1], END)
        self.assertEqual(self.words.decode(question.answer[:-1]), "Gruß €5")
        self.assertEqual(len(question.answer) - 1, len("Gruß €5".encode()))
        self.assertIn("line 2.", self.words.decode(question.prompt))

    def test_targets_follow_what_is_fed(self) -> None:
        questions = self.rows()
        source = random.Random(1)
        source.random = lambda: 0.99  # nothing is misheard
        batch = batch_of([Example(self.document, questions)], self.words, source)
        for number, question in enumerate(questions, start=1):
            mine = batch.question[0] == number
            target, fed = batch.target[0, mine], batch.suffix[0, mine].tolist()
            self.assertEqual(target[target != IGNORED].tolist(), question.answer)
            self.assertEqual(fed, question.prompt + question.answer[:-1])
            self.assertEqual(batch.place[0, mine].tolist(), list(range(len(fed))))
            self.assertEqual(int(target[len(question.prompt) - 1]), question.answer[0])
        self.assertTrue((batch.target[batch.question == 0] == IGNORED).all())

    def test_cells_are_where_the_characters_are(self) -> None:
        first, second = (question.cells for question in self.rows())
        self.assertEqual({cell // (CELLS + 1) for cell in first[0]}, {0})
        self.assertEqual({cell // (CELLS + 1) for cell in second[0]}, {1})
        row = self.document.rows[1]
        middle = (row.left[-1] + row.right[-1]) / 2
        self.assertIn(int(middle // 28), [cell % (CELLS + 1) for cell in second[-2]])
        self.assertEqual(second[-1], (NOWHERE, NOWHERE))

    def test_a_tile_without_rows_is_read_too(self) -> None:
        empty = Document(self.document.picture, [], "empty", [])
        made = example(empty, self.words, random.Random(1))
        self.assertEqual([question.answer for question in made.questions], [[END]])

    def test_a_record_of_questions_tells_what_was_drawn(self) -> None:
        documents = Documents(5)
        told = [page for page in (documents.page() for _ in range(40)) if page.text]
        phrases = fields = 0
        for document in told:
            written = record(document, random.Random(1), "img/0001.png")
            self.assertEqual(written["id"], "0001")
            for phrase in written["phrases"]:
                left, top, right, bottom = phrase["box"]
                self.assertEqual(document.text.count(phrase["phrase"]), 1)
                self.assertTrue(0 <= left < right <= 1 and 0 <= top < bottom <= 1)
                phrases += 1
            for field in written["asked"]:
                self.assertIn((field["name"], field["value"]), document.answers)
                fields += 1
        self.assertGreater(phrases, 20)
        self.assertGreater(fields, 5)

    def test_a_phrase_is_found_where_it_was_drawn(self) -> None:
        question = finding(self.document, self.words, random.Random(2))
        text = self.words.decode(question.answer[:-1])
        phrase = text.split("<|ref|>")[1].split("<|/ref|>")[0]
        box = [int(v) * 384 / 999 for v in text.split("[[")[1].split("]]")[0].split(", ")]
        row = next(row for row in self.document.rows if phrase in row.text)
        start = row.text.index(phrase)
        self.assertAlmostEqual(box[0], row.left[start], delta=1)
        self.assertAlmostEqual(box[2], row.right[start + len(phrase) - 1], delta=1)
        self.assertAlmostEqual(box[1], row.top, delta=1)


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Tessera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the sample documents beside this file, and writes what each of them says as NAME.txt.

Everything in them is invented. The result is the same to the last byte on every Debian 12:
  apt-get install python3-gi-cairo gir1.2-pango-1.0 python3-numpy python3-pil \
                  fonts-texgyre fonts-lato fonts-linuxlibertine fonts-hack
  /usr/bin/python3 resources/samples/make_samples.py
"""
import math
import pathlib

import cairo
import gi
import numpy
from PIL import Image, ImageFilter

gi.require_version("Pango", "1.0")
gi.require_version("PangoCairo", "1.0")
from gi.repository import GLib, Pango, PangoCairo  # noqa: E402

HERE = pathlib.Path(__file__).parent
A4 = (595.28, 841.89)
INK, SOFT, FAINT, TEAL = "#1f2328", "#57606a", "#d0d7de", "#0f766e"

NO_LIGATURES = Pango.AttrList.from_string('0 4294967295 font-features "liga=0, dlig=0, hlig=0, clig=0"')


def rgb(colour):
    return tuple(int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))


class Sheet:
    """A page being drawn, and the lines of text on it in reading order."""

    def __init__(self, surface, font, leading):
        self.context = cairo.Context(surface)
        self.font = font
        self.leading = leading
        self.lines = []

    def layout(self, text, font, width, align):
        layout = PangoCairo.create_layout(self.context)
        # Metrics without hinting, so that the page does not depend on a desktop's font settings.
        options = cairo.FontOptions()
        options.set_hint_style(cairo.HINT_STYLE_NONE)
        options.set_hint_metrics(cairo.HINT_METRICS_OFF)
        PangoCairo.context_set_font_options(layout.get_context(), options)
        PangoCairo.context_set_resolution(layout.get_context(), 72)
        layout.context_changed()
        layout.set_font_description(Pango.FontDescription(font))
        layout.set_attributes(NO_LIGATURES)
        layout.set_text(text, -1)
        layout.set_line_spacing(self.leading)
        layout.set_alignment(align)
        if width:
            layout.set_width(round(width * Pango.SCALE))
        return layout

    def text(self, x, y, text, font=None, width=None, align="left", colour=INK, say=True):
        """Draws text with its top at y, and returns where the next line begins. Without a width,
        x is the left, middle or right of the line, as `align` says."""
        place = {"left": Pango.Alignment.LEFT, "center": Pango.Alignment.CENTER,
                 "right": Pango.Alignment.RIGHT}[align]
        layout = self.layout(text, font or self.font, width, place)
        size = layout.get_pixel_extents()[1] if not width else None
        if size:
            x -= {"left": 0, "center": size.width / 2, "right": size.width}[align]
        self.context.set_source_rgb(*rgb(colour))
        self.context.move_to(x, y)
        PangoCairo.show_layout(self.context, layout)
        if say:
            data = text.encode()
            for line in layout.get_lines_readonly():
                part = data[line.start_index : line.start_index + line.length].decode().strip()
                self.lines.append(part)
        last = layout.get_line_readonly(layout.get_line_count() - 1).get_extents()[1].height
        return y + (layout.get_extents()[1].height + last * (self.leading - 1)) / Pango.SCALE

    def row(self, y, cells, **style):
        """Cells side by side, one line of the text: (x, align, text) each."""
        for x, align, text in cells:
            bottom = self.text(x, y, text, align=align, say=False, **style)
        self.lines.append(" ".join(text for _, _, text in cells))
        return bottom

    def rule(self, x0, x1, y, colour=FAINT, weight=0.6):
        self.context.set_source_rgb(*rgb(colour))
        self.context.set_line_width(weight)
        self.context.move_to(x0, y)
        self.context.line_to(x1, y)
        self.context.stroke()

    def box(self, x, y, width, height, colour):
        self.context.set_source_rgb(*rgb(colour))
        self.context.rectangle(x, y, width, height)
        self.context.fill()


def pdf(name, title, font, leading, draw):
    surface = cairo.PDFSurface(str(HERE / f"{name}.pdf"), *A4)
    surface.set_metadata(cairo.PDFMetadata.TITLE, title)
    surface.set_metadata(cairo.PDFMetadata.CREATE_DATE, "2025-01-01T00:00:00Z")
    sheet = Sheet(surface, font, leading)
    draw(sheet)
    surface.finish()
    write_truth(name, sheet)


def write_truth(name, sheet):
    (HERE / f"{name}.txt").write_text("\n".join(sheet.lines) + "\n", encoding="utf-8")


def letterhead(page):
    """The bindery's head, the same on its letter and its invoice: an open book and the name."""
    c = page.context
    c.set_source_rgb(*rgb(TEAL))
    c.set_line_width(1.6)
    c.set_line_join(cairo.LINE_JOIN_ROUND)
    for side in (-1, 1):
        c.move_to(88, 66)
        c.curve_to(88 + side * 5, 60, 88 + side * 13, 60, 88 + side * 17, 63)
        c.line_to(88 + side * 17, 85)
        c.curve_to(88 + side * 13, 82, 88 + side * 5, 82, 88, 88)
        c.close_path()
    c.stroke()
    page.text(116, 56, "Northlight Bindery", font="Lato Semibold 19", colour=TEAL)
    page.text(116, 80, "Books and paper, bound and mended", font="Lato 9.5", colour=SOFT)
    y = 57
    for line in ("12 Lantern Yard, Eastmere 40417", "Telephone 555 0142", "post@northlight.example"):
        y = page.text(524, y, line, font="Lato 9", align="right", colour=SOFT)
    page.rule(71, 524, 103, TEAL, 0.9)


def letter(page):
    letterhead(page)
    y = 134
    for line in ("Ms Ada Winterbourne", "Eastmere Town Archive", "5 Customs House Lane", "Eastmere 40410"):
        y = page.text(71, y, line)
    page.text(71, 224, "14 March 2025")
    page.text(71, 258, "Repair of the harbour ledgers, 1871 to 1898", font="TeX Gyre Pagella Bold 11.5")
    paragraphs = (
        "Dear Ms Winterbourne,",
        "Thank you for showing us the nine harbour ledgers last Tuesday. We have now looked at each of "
        "them in the workshop, and the news is good: all of them can be saved, and seven need no more "
        "than a new spine and clean, flat pages.",
        "Two volumes are in a poorer state. Damp has reached the lower edge of the ledger for 1884, and "
        "forty leaves have to be washed, dried and lined with tissue. The ledger for 1891 has lost its "
        "boards. We suggest a half calf binding over new boards, with the old title piece laid down again.",
        "The whole work takes eleven weeks and costs $2,460.00 before tax. We ask for one third with the "
        "order and for the rest when the books come home. Photographs of every page, taken before and "
        "after the repair, are included.",
        "If you agree, please sign the enclosed estimate and return it by 4 April. Our driver will then "
        "fetch the volumes on 7 April between nine and eleven. Until that day, please do not press the "
        "pages, and keep them away from the radiator.",
    )
    y = 292
    for paragraph in paragraphs:
        y = page.text(71, y, paragraph, width=453) + 9
    y = page.text(71, y + 5, "Yours sincerely,")
    y = page.text(71, y + 34, "Orla Fenwright")
    page.text(71, y, "Head of the workshop", colour=SOFT)
    page.text(71, 716, "Enclosed: estimate NB-2025-041, two samples of cloth", font="TeX Gyre Pagella 9.5",
              colour=SOFT)


ITEMS = (
    ("New spine, pages cleaned and flattened", 7, 180.00),
    ("Leaves washed, dried and lined with tissue", 40, 12.50),
    ("Half calf binding over new boards", 1, 420.00),
    ("Old title piece laid down again", 1, 60.00),
    ("Photographs before and after the repair", 880, 0.25),
)


def money(value):
    return f"{value:,.2f}"


def invoice(page):
    letterhead(page)
    page.text(71, 132, "INVOICE", font="Lato Bold 24")
    y = 178
    for left, label, value in (
        ("Eastmere Town Archive", "Invoice number", "2025-0187"),
        ("Ms Ada Winterbourne", "Invoice date", "20 June 2025"),
        ("5 Customs House Lane", "Order", "NB-2025-041"),
        ("Eastmere 40410", "Payment due", "20 July 2025"),
    ):
        y = page.row(y, ((71, "left", left), (340, "left", label), (524, "right", value))) + 3
    y = 278
    page.box(71, y, 453, 23, TEAL)
    columns = ((80, "left"), (356, "right"), (436, "right"), (515, "right"))

    def table_row(y, cells, **style):
        return page.row(y, [(x, align, cell) for (x, align), cell in zip(columns, cells)], **style)

    table_row(y + 5, ("Description", "Quantity", "Unit price", "Amount"), font="Lato Bold 10", colour="#ffffff")
    y += 31
    for description, quantity, price in ITEMS:
        y = table_row(y, (description, str(quantity), money(price), money(quantity * price))) + 7
        page.rule(71, 524, y)
        y += 8
    subtotal = sum(quantity * price for _, quantity, price in ITEMS)
    tax, paid = round(subtotal * 0.05, 2), 820.00
    y += 6
    for label, value in (("Subtotal", subtotal), ("Sales tax 5 %", tax), ("Total", subtotal + tax),
                         ("Paid with the order", -paid)):
        y = page.row(y, ((340, "left", label), (515, "right", money(value)))) + 5
    page.rule(340, 524, y + 3, TEAL, 0.9)
    page.row(y + 11, ((340, "left", "Amount due"), (515, "right", f"${money(subtotal + tax - paid)}")),
             font="Lato Bold 13", colour=TEAL)
    y = page.text(71, 634, "Please pay to", font="Lato Bold 10.5")
    y = page.text(71, y + 4, "Eastmere Savings Society, account 0042 7719 03")
    page.text(71, y + 2, "Reference: 2025-0187")
    page.text(71, 716, "Thank you. Keep your books dry, and read them often.", font="Lato Italic 10", colour=SOFT)


ARTICLE = (
    "For six years the reading room has kept a quiet experiment. Each winter, when the harbour sleeps and "
    "visitors are few, we put one shelf of the town's papers under a camera and ask a machine to read "
    "them. Each spring we sit down with pencil and tea and count its mistakes.",
    "The first winter was humbling. The machine saw a letter as a picture of a letter: it knew the crest, "
    "the stain and the torn corner, and it guessed the rest. A date became a name, a name became a price. "
    "We corrected every third page by hand.",
    "The second winter was no better, and we nearly gave up. A new lens made the pictures sharper and the reading "
    "no truer. The camera had never been the weak link.",
    "What changed in the third winter was the way a page is cut. A page is not a picture. A picture forgives a "
    "loss of detail, and a page does not: half a millimetre decides between a three and an eight. So the page "
    "is now laid out in tiles, each of them read at full size, with one small overview that tells how the "
    "tiles belong together.",
    "The gain was largest where the print is smallest. Our tide tables, set in a type no taller than a "
    "barley grain, went from hopeless to dependable in a single season. Ledgers with ruled columns came "
    "next. Handwriting is still a matter for patient people.",
    "There are days when it fails. A fold across a line, a blot, a clerk who saved ink: these still defeat it, "
    "and it does not know that it is defeated.",
    "We learned to be careful with praise. A page that looks right may hold one wrong figure, and it is "
    "always the figure someone needs. That is why every line we publish now leads back to its place on the "
    "scan: touch the word, and the page shows where it stands.",
    "It costs less than it seems to. The whole machine stands under the reading desk, hums a little, and has never "
    "been connected to anything but the wall. What the town wrote down stays in the town, and a winter of reading "
    "uses less power than the kettle.",
    "Next winter it is the turn of the school registers, some nine thousand pages. Volunteers are welcome on "
    "Thursdays, and there will be tea.",
)
LEFT = 5  # paragraphs in the left column
CHART = (("Letters", 96), ("Minutes", 93), ("Ledgers", 88), ("Tide tables", 81), ("Notebooks", 34))


def chart(page, x, y, width):
    y = page.text(x, y, "Pages that needed no correction", font="Linux Biolinum O Bold 11") + 6
    scale = (width - 92) / 100
    for label, percent in CHART:
        page.box(x + 62, y + 1, percent * scale, 11, TEAL)
        page.row(y, ((x, "left", label), (x + width, "right", f"{percent} %")), font="Linux Biolinum O 10.5")
        y += 18
    return page.text(x, y + 4, "Figure 1. Winter of 2024, by kind of paper.", font="Linux Libertine O Italic 10",
                     colour=SOFT)


def article(page):
    page.row(52, ((60, "left", "The Eastmere Archivist"), (535, "right", "Number 12, Spring 2025")),
             font="Linux Biolinum O 10.5", colour=SOFT)
    page.rule(60, 535, 70, INK, 0.8)
    y = page.text(60, 92, "A Page Is Not a Picture", font="Linux Libertine O Semibold 31")
    y = page.text(60, y, "What six winters of reading machines taught a small archive",
                  font="Linux Libertine O Italic 15", colour=SOFT)
    page.text(60, y + 8, "By Ada Winterbourne", font="Linux Biolinum O Bold 10.5", colour=TEAL)
    top, width, right = 202, 226, 309
    y = top
    for paragraph in ARTICLE[:LEFT]:
        y = page.text(60, y, paragraph, width=width) + 7
    y = chart(page, right, top, width) + 18
    for paragraph in ARTICLE[LEFT:]:
        y = page.text(right, y, paragraph, width=width) + 7
    page.rule(60, 535, 776)
    page.text(297.6, 784, "27", font="Linux Biolinum O 10", align="center", colour=SOFT)


PURCHASES = (("2 Tea, pot", 8.40), ("1 Scone with jam", 4.25), ("1 Leek and potato soup", 7.90),
             ("1 Bread and butter", 2.10), ("2 Apple cake", 9.80))


def receipt(page):
    middle, left, right = 135, 22, 248
    y = page.text(middle, 26, "QUILLFEATHER", font="Hack Bold 20", align="center")
    y = page.text(middle, y, "TEA ROOMS", font="Hack Bold 15", align="center") + 8
    y = page.text(middle, y, "3 Harbour Steps, Eastmere", align="center")
    y = page.text(middle, y, "Telephone 555 0178", align="center") + 12
    y = page.row(y, ((left, "left", "07.04.2025"), (right, "right", "10:42")))
    y = page.row(y, ((left, "left", "Receipt 004187"), (right, "right", "Table 6"))) + 8
    page.rule(left, right, y, INK, 1.1)
    y += 8
    for item, price in PURCHASES:
        y = page.row(y, ((left, "left", item), (right, "right", money(price)))) + 2
    page.rule(left, right, y + 6, INK, 1.1)
    total = sum(price for _, price in PURCHASES)
    y = page.row(y + 13, ((left, "left", "TOTAL"), (right, "right", f"${money(total)}")), font="Hack Bold 15") + 6
    for label, value in (("Sales tax 5 % in total", total / 105 * 5), ("Cash", 40), ("Change", 40 - total)):
        y = page.row(y, ((left, "left", label), (right, "right", money(value)))) + 2
    y = page.text(middle, y + 14, "You were served by Linnea", align="center")
    page.text(middle, y + 2, "Thank you, come again!", align="center")


def smooth_noise(random, shape, radius, strength):
    """Noise with grains about `radius` pixels wide, and standard deviation `strength`."""
    small = [max(2, round(side / radius)) for side in shape]
    grains = Image.fromarray(random.standard_normal(small).astype("float32"))
    noise = numpy.asarray(grains.resize(shape[::-1], Image.BICUBIC))
    return noise * (strength / noise.std())


def photograph(paper, random):
    """The paper on a table: a little turned, curled, unevenly lit and grainy. Values 0…1."""
    height, width = (round(side / 2) + 60 for side in paper.shape)
    angle, lean = math.radians(1.4), 0.00002
    cosine, sine = 2 * math.cos(angle), 2 * math.sin(angle)
    # Output pixel → paper pixel: turned about its middle, and seen slightly from below.
    x0 = paper.shape[1] / 2 - cosine * width / 2 - sine * height / 2
    y0 = paper.shape[0] / 2 + sine * width / 2 - cosine * height / 2
    map_back = (cosine, sine, x0, -sine, cosine, y0, lean, -lean)

    def seen(plane):
        picture = Image.fromarray((plane * 255).astype("uint8"))
        return numpy.asarray(picture.transform((width, height), Image.PERSPECTIVE, map_back, Image.BICUBIC)) / 255

    cover = seen(numpy.ones_like(paper))
    shadow = Image.fromarray((numpy.roll(cover, (7, 5), (0, 1)) * 255).astype("uint8"))
    shadow = numpy.asarray(shadow.filter(ImageFilter.GaussianBlur(9))) / 255
    y, x = numpy.mgrid[0:1:height * 1j, 0:1:width * 1j]
    table = 0.66 - 0.16 * shadow + smooth_noise(random, (height, width), 40, 0.012)
    curl = 0.95 - 0.05 * numpy.cos(3 * math.pi * y + 1) - 0.10 * x * y
    print_fade = numpy.clip(0.86 + smooth_noise(random, (height, width), 60, 0.05), 0.7, 1)
    inked = 1 - (1 - seen(paper)) * print_fade
    picture = cover * inked * curl + (1 - cover) * table
    return picture + random.normal(0, 0.011, picture.shape)


def save_palette(picture, path, levels=40):
    """Few levels of one warm tint: as light as a JPEG, without its blocks."""
    shade = numpy.clip(picture * (levels - 1), 0, levels - 1).round().astype("uint8")
    image = Image.fromarray(shade, "P")
    tint = [[round(level / (levels - 1) * 255 * share) for share in (1.0, 0.985, 0.95)] for level in range(levels)]
    image.putpalette(sum(tint, []))
    image.save(path, optimize=True, dpi=(200, 200))


def receipt_picture(name):
    zoom, size = 5, (270, 440)
    surface = cairo.ImageSurface(cairo.FORMAT_RGB24, size[0] * zoom, size[1] * zoom)
    sheet = Sheet(surface, "Hack 12", 1.03)
    sheet.context.scale(zoom, zoom)
    sheet.box(0, 0, *size, "#ffffff")
    receipt(sheet)
    surface.flush()
    pixels = numpy.frombuffer(surface.get_data(), "uint8").reshape(surface.get_height(), -1, 4)
    save_palette(photograph(pixels[:, :, 1] / 255, numpy.random.default_rng(7)), HERE / f"{name}.png")
    write_truth(name, sheet)


if __name__ == "__main__":
    GLib.setenv("SOURCE_DATE_EPOCH", "1735689600", True)
    pdf("letter", "Repair of the harbour ledgers", "TeX Gyre Pagella 11.5", 1.18, letter)
    pdf("invoice", "Invoice 2025-0187", "Lato 10.5", 1.15, invoice)
    pdf("article", "A Page Is Not a Picture", "Linux Libertine O 12", 1.2, article)
    receipt_picture("receipt")

"""The characters that Nano learns, and their numbers for the row head (CTC).

The order is part of the saved training state: new characters go to the end.
"""

ASCII = [chr(code) for code in range(33, 127)]
LATIN = list(
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœŒšžŠŽ"
    "€£¥§©®°±µ×÷«»“”‘’„–—…•¿¡½¼²³ł"
)
CHARACTERS = ASCII + LATIN
KNOWN = frozenset(CHARACTERS)

BLANK = 0
ROW_CLASSES = {character: number for number, character in enumerate(CHARACTERS, start=1)}
ROW_CLASSES[" "] = len(CHARACTERS) + 1
ROW_CLASS_COUNT = len(CHARACTERS) + 2


def row_classes(text: str) -> list[int]:
    """The numbers of a row's characters; unknown characters are left out."""
    return [ROW_CLASSES[character] for character in text if character in ROW_CLASSES]


def only_known(text: str) -> str:
    """The text without characters that Nano does not learn."""
    return "".join(character for character in text if character in KNOWN or character == " ")

"""Token numbers as the published conversation has them."""

from __future__ import annotations

from pathlib import Path

from tokenizers import Tokenizer

BEGIN, END, PAD = 0, 1, 2
READ = "Read line {}."  # of a tile, from 1


class Vocabulary:
    """Prompts are encoded as the program encodes them, answers as single characters: the model
    learns to read sooner when a token is what it sees in one place."""

    def __init__(self, folder: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        letters = Tokenizer.from_file(str(folder / "tokenizer.json"))
        letters.model.dropout = 1.0  # no merges
        self._letters = letters
        self._characters: dict[str, list[int]] = {}

    def encode(self, text: str) -> list[int]:
        return self.tokenizer.encode(text, add_special_tokens=False).ids

    def decode(self, tokens: list[int]) -> str:
        return self.tokenizer.decode(tokens, skip_special_tokens=False)

    def character(self, character: str) -> list[int]:
        """The tokens of one character (its UTF-8 bytes)."""
        if character not in self._characters:
            self._characters[character] = self._letters.encode(
                character, add_special_tokens=False
            ).ids
        return self._characters[character]

    def answer(self, text: str) -> list[int]:
        """Single characters, but control tags as what they are."""
        return self._letters.encode(text, add_special_tokens=False).ids

    def head(self) -> list[int]:
        """What stands before the picture."""
        return [BEGIN] + self.encode("<|User|>: ")

    def prompt(self, text: str) -> list[int]:
        """What stands between the picture and the answer."""
        return self.encode(f"\n{text}\n\n<|Assistant|>:")

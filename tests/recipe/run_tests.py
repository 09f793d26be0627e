"""Runs one module of tests: run_tests.py test_generator. Exit code 77: something it needs is not
installed, which is named."""

from __future__ import annotations

import importlib.util
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
RECIPE = HERE.parent.parent / "resources/models/nano/recipe"
SKIPPED = 77
MODULES = {"numpy": "numpy", "pillow": "PIL", "rapidfuzz": "rapidfuzz",
           "safetensors": "safetensors", "tokenizers": "tokenizers", "torch": "torch"}


def missing_modules() -> list[str]:
    lines = (RECIPE / "requirements.txt").read_text(encoding="utf-8").split()
    wanted = [line.partition(">=")[0] for line in lines]
    return [name for name in wanted if importlib.util.find_spec(MODULES[name]) is None]


def main() -> int:
    missing = missing_modules()
    if missing:
        print(f"SKIPPED: {sys.executable} lacks {', '.join(missing)}: install "
              f"{RECIPE}/requirements.txt into a venv, configure with -DTESSERA_PYTHON=ITS_PYTHON")
        return SKIPPED
    sys.path[:0] = [str(HERE), str(RECIPE)]
    from documents import Documents

    try:
        Documents(1)
    except FileNotFoundError as error:
        print(f"SKIPPED: {error} ({RECIPE}/packages.txt)")
        return SKIPPED
    tests = unittest.defaultTestLoader.loadTestsFromName(sys.argv[1])
    return 0 if unittest.TextTestRunner(verbosity=2).run(tests).wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())

"""Puts what was trained into the folder of the model that ships.

    python export.py --state DIR

Copies the moving average's weights and index, and the training heads that belong to them. The
version in tessera.json, RESULTS.md and the answers in expected/ are renewed by hand and by
expected.py, once read_quality says that the weights are better.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from checkpoint import INDEX, WEIGHTS

RECIPE = Path(__file__).resolve().parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--state", required=True, help="folder that train.py was given")
    state = Path(parser.parse_args().state)
    for name in (WEIGHTS, INDEX):
        shutil.copyfile(state / "export" / name, RECIPE.parent / name)
    shutil.copyfile(state / "heads.pt", RECIPE / "heads.pt")


if __name__ == "__main__":
    main()

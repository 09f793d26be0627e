"""Trains Nano: one loop for both towers, resumable at any moment.

    python train.py --state DIR [--init DIR] [--minutes M] [--device cuda]

DIR/state.pt holds weights, training heads, moving average, optimiser and step, and is renewed as
the loop goes; started again with the same DIR, training goes on from there. DIR/log.txt gets a line
every 50 steps, DIR/valid.txt the errors of the moving average on a fixed set, DIR/export/ the
average as a whole model folder, DIR/heads.pt the training heads that belong to it.
"""

from __future__ import annotations

import argparse
import contextlib
import copy
import os
import random
import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean

import torch
from torch import Tensor

from batches import Batch, BatchSource
from checkpoint import load_published, save_published
from evaluate import FixedSet
from model import GRID, MixtureOfExperts, Nano, Shape
from muon import Muon
from objectives import TrainingHeads, losses, tower_losses
from vocabulary import Vocabulary

MODEL_FOLDER = Path(__file__).resolve().parent.parent
SHARES = {"reading": 1.0, "rows": 0.5, "gaze": 0.2, "place": 0.1}
WARM_UP = 200  # steps
COOL_DOWN = 1 / 3  # of the minutes given, over which the rate falls to nothing
VISION_RATE = 0.7  # of the language model's
AVERAGE_KEEPS = 0.998  # a step
BIAS_STEP = 1e-3  # by which the routing's correction moves
BAND_ROWS = 6  # patch rows that see each other while bands are trained
LOG_EVERY, SAVE_EVERY = 50, 100


@dataclass
class Progress:
    """Sums since the last line of the log."""

    started: float = field(default_factory=time.monotonic)
    steps: int = 0
    values: dict[str, list[float]] = field(default_factory=dict)

    def add(self, parts: dict[str, Tensor], right: Tensor | None = None) -> None:
        """right: which answer tokens were; None where nothing was asked."""
        self.steps += 1
        for name, value in parts.items():
            self.values.setdefault(name, []).append(float(value.detach()))
        if right is not None:
            self.values.setdefault("accuracy", []).append(float(right.float().mean()))

    def line(self, step: int) -> str:
        pace = (time.monotonic() - self.started) / self.steps
        means = " ".join(f"{name} {fmean(values):.4f}" for name, values in self.values.items())
        return f"{time.strftime('%H:%M:%S')} step {step} {means} seconds/step {pace:.2f}"


def lowest_priority() -> None:
    """So that other work on the machine does not feel the training."""
    os.nice(19)
    with contextlib.suppress(OSError):
        Path("/proc/self/autogroup").write_text("19", encoding="ascii")


def quickest_type(device: str) -> torch.dtype:
    """In which products are taken: bf16, but fp32 where a CPU has no instructions for bf16."""
    if device != "cpu":
        return torch.bfloat16

    def seconds(dtype: torch.dtype) -> float:
        matrix = torch.ones(256, 256, dtype=dtype)
        matrix @ matrix  # the first one also prepares
        began = time.perf_counter()
        matrix @ matrix
        return time.perf_counter() - began

    return min(torch.float32, torch.bfloat16, key=seconds)


def band_edges(source: random.Random, share: float) -> list[int] | None:
    """Where attention is cut in this step, always between rows of text; None for nowhere."""
    if source.random() >= share:
        return None
    first = 2 * source.randint(0, BAND_ROWS // 2 - 1)
    return [0, *range(first or BAND_ROWS, GRID - 1, BAND_ROWS), GRID]


def rate_share(steps: int, time_left: float) -> float:
    """Of the learning rate, after so many steps and with such a share of the time still left."""
    return min(1.0, (steps + 1) / WARM_UP, time_left / COOL_DOWN)


class Trainer:
    """Owns everything that is saved and continued."""

    def __init__(self, options: argparse.Namespace, shape: Shape | None = None) -> None:
        self.options = options
        self.folder = Path(options.state)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.device = options.device
        self.type = quickest_type(self.device)
        self.words = Vocabulary(MODEL_FOLDER)
        self.model = Nano(shape)
        self.heads = TrainingHeads(self.model.shape)
        self.step = 0
        saved = self._saved()
        if saved:
            self.model.load_state_dict(saved["model"])
            self.heads.load_state_dict(saved["heads"])
            self.step = saved["step"]
        elif options.init:
            load_published(self.model, Path(options.init))
            self._load_heads()
        self.model.to(self.device).train()
        self.heads.to(self.device)
        self.average = copy.deepcopy(self.model).eval()
        self.optimizers = self._optimizers()
        if saved:
            self.average.load_state_dict(saved["average"])
            for optimizer, state in zip(self.optimizers, saved["optimizers"]):
                optimizer.load_state_dict(state)
        self.begun_at = self.step
        self.began = time.monotonic()
        self.random = random.Random(options.seed + self.step)

    def _saved(self) -> dict | None:
        path = self.folder / "state.pt"
        return torch.load(path, map_location="cpu") if path.exists() else None

    def _load_heads(self) -> None:
        """The training heads that belong to the weights that ship."""
        path = Path(__file__).with_name("heads.pt")
        if path.exists():
            state = {name: value.float() for name, value in torch.load(path).items()}
            self.heads.load_state_dict(state, strict=False)

    def _optimizers(self) -> list[torch.optim.Optimizer]:
        """Muon for the matrices of layers, AdamW for everything else."""
        vision = [*self.model.vision.parameters(), *self.heads.parameters()]
        seen = {id(parameter) for parameter in vision}
        rest = [p for p in self.model.parameters() if id(p) not in seen]
        layers = [*self.model.vision.blocks.parameters(), *self.model.language.layers.parameters()]
        hidden = {id(p) for p in layers if p.dim() == 2}
        muon, adam = [], []
        for parameters, decay, share in ((rest, 0.05, 1.0), (vision, 0.02, VISION_RATE)):
            for p in parameters:
                group = {"params": [p], "weight_decay": decay if p.dim() > 1 else 0.0,
                         "share": share}
                (muon if id(p) in hidden else adam).append(group)
        rate = self.options.rate
        return [
            Muon(muon, rate, self.type),
            torch.optim.AdamW(adam, lr=rate, betas=(0.9, 0.98), fused=True),
        ]

    def save(self) -> None:
        state = {
            "model": self.model.state_dict(),
            "heads": self.heads.state_dict(),
            "average": self.average.state_dict(),
            "optimizers": [optimizer.state_dict() for optimizer in self.optimizers],
            "step": self.step,
        }
        fresh = self.folder / "state.pt.new"  # replaced at once, or a stop would leave half a file
        torch.save(state, fresh)
        fresh.replace(self.folder / "state.pt")

    def learn(self, batch: Batch, progress: Progress) -> None:
        """One step: of the tower by itself, or of everything."""
        edges = band_edges(self.random, self.options.bands)
        given = (self.model, self.heads, batch.to(self.device), edges)
        with torch.autocast(self.device, self.type, enabled=self.type != torch.float32):
            parts, right = losses(*given) if batch.asks else (tower_losses(*given), None)
            total = sum(SHARES[name] * value for name, value in parts.items())
        self._descend(total)
        self.step += 1
        if batch.asks:
            self._balance_experts()
        self._move_average()
        progress.add(parts, right)

    def _descend(self, loss: Tensor) -> None:
        rate = self.options.rate * rate_share(self.step - self.begun_at, self._time_left())
        for optimizer in self.optimizers:
            for group in optimizer.param_groups:
                group["lr"] = rate * group["share"]
            optimizer.zero_grad(set_to_none=True)
        loss.backward()
        everything = [*self.model.parameters(), *self.heads.parameters()]
        torch.nn.utils.clip_grad_norm_(everything, 1.0)
        for optimizer in self.optimizers:
            optimizer.step()

    @torch.no_grad()
    def _balance_experts(self) -> None:
        for layer in self.model.language.layers:
            if isinstance(layer.mlp, MixtureOfExperts):
                load = layer.mlp.load
                layer.mlp.bias += BIAS_STEP * (load.mean() - load).sign()

    @torch.no_grad()
    def _move_average(self) -> None:
        taken = self.step - self.begun_at
        keeps = min(AVERAGE_KEEPS, taken / (taken + 10)) if not self.begun_at else AVERAGE_KEEPS
        mine, theirs = self.average.state_dict(), self.model.state_dict()
        torch._foreach_lerp_(list(mine.values()), list(theirs.values()), 1 - keeps)

    def note(self, file: str, line: str) -> None:
        with open(self.folder / file, "a", encoding="utf-8") as log:
            print(line, file=log)

    def validate(self, fixed: FixedSet) -> None:
        self.average.to("cpu")
        kept = {name: value.bfloat16() for name, value in self.heads.state_dict().items()}
        torch.save(kept, self.folder / "heads.pt")
        self.note("valid.txt", f"step {self.step} {fixed.report(self.average, self.words)}")
        self._export()
        self.average.to(self.device)

    def _export(self) -> None:
        """A whole model folder; what weights do not change comes from the one that ships."""
        folder = self.folder / "export"
        folder.mkdir(exist_ok=True)
        for path in MODEL_FOLDER.glob("*.json"):
            shutil.copyfile(path, folder / path.name)
        save_published(self.average, folder)

    def _time_left(self) -> float:
        """As a share of the minutes given; 0 once they are over."""
        return max(0.0, 1 - (time.monotonic() - self.began) / (60 * self.options.minutes))

    def run(self) -> None:
        options = self.options
        source = BatchSource(options.seed + self.step, MODEL_FOLDER, options.batch, options.alone,
                             options.producers)
        fixed = FixedSet(options.valid)
        validated = time.process_time()
        progress = Progress()
        while self._time_left() > 0:
            self.learn(source.next(), progress)
            if self.step % LOG_EVERY == 0:
                self.note("log.txt", progress.line(self.step))
                progress = Progress()
            if self.step % SAVE_EVERY == 0:
                self.save()
            # Processor time: a training that hardly runs must not spend all of it on this.
            if time.process_time() - validated > 60 * options.valid_minutes:
                self.validate(fixed)
                validated = time.process_time()
        self.save()
        self.validate(fixed)


def parse(arguments: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--state", required=True, help="folder of the training state")
    parser.add_argument("--init", default=str(MODEL_FOLDER), help="first weights; empty for none")
    parser.add_argument("--minutes", type=float, default=1e9,
                        help="how long; the rate falls to nothing over the last third")
    parser.add_argument("--device", default="cpu", choices=["cpu", "cuda"])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--producers", type=int, default=1, help="processes that draw documents")
    parser.add_argument("--batch", type=int, default=8, help="tiles a step")
    parser.add_argument("--rate", type=float, default=1e-3, help="learning rate")
    parser.add_argument("--bands", type=float, default=0.6,
                        help="share of steps in which attention of the vision tower is banded")
    parser.add_argument("--alone", type=int, default=0,
                        help="steps of the vision tower by itself between whole steps")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--valid", type=int, default=10, help="documents of each kind to validate")
    parser.add_argument("--valid-minutes", type=float, default=10,
                        help="processor time between validations")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    chosen = parse()
    lowest_priority()
    torch.set_num_threads(chosen.threads)
    torch.manual_seed(chosen.seed)
    Trainer(chosen).run()

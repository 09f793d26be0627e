"""What training minimises.

Reading is the language loss: the next token of the answer. Three more losses make the model learn
where to look; their heads are not exported.
rows: a linear head on the vision tower reads every row by itself (CTC);
gaze: chosen attention heads have to look at the tokens that show the next character;
place: an early layer has to know in which row and how far right the next character stands.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from alphabet import BLANK, ROW_CLASS_COUNT
from batches import Batch
from model import CELLS, GRID, Nano, Shape
from packing import ROWS

STEPS_PER_PATCH = 3  # outputs of the row head for each column of patches
GAZE_HEADS = {2: 2, 3: 2}  # layer → how many of its heads are guided
PLACE_LAYER = 1
OVERVIEW_TOKENS = CELLS * (CELLS + 1)


class TrainingHeads(nn.Module):
    """Heads that only training uses."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.rows = nn.Linear(2 * shape.vision_width, STEPS_PER_PATCH * ROW_CLASS_COUNT)
        self.row_number = nn.Linear(shape.hidden_size, ROWS)
        self.column = nn.Linear(shape.hidden_size, CELLS)

    def read_rows(self, features: Tensor) -> Tensor:
        """Patch features (N, 729, width) → class scores (N, 13, 81, classes)."""
        count, _, width = features.shape
        grid = features.view(count, GRID, GRID, width)[:, : 2 * ROWS]
        pairs = grid.reshape(count, ROWS, 2, GRID, width).permute(0, 1, 3, 2, 4)
        scores = self.rows(pairs.reshape(count, ROWS, GRID, 2 * width))
        return scores.view(count, ROWS, GRID * STEPS_PER_PATCH, ROW_CLASS_COUNT)


def rows_loss(scores: Tensor, batch: Batch) -> Tensor:
    """Mean over characters."""
    likelihoods = scores.flatten(0, 1).float().log_softmax(-1).transpose(0, 1)
    loss = F.ctc_loss(
        likelihoods,
        batch.row_classes,
        torch.full_like(batch.row_lengths, scores.shape[2]),
        batch.row_lengths,
        blank=BLANK,
        reduction="none",
        zero_infinity=True,
    )
    return loss.sum() / batch.row_lengths.sum().clamp(min=1)


def gaze_loss(weights: Tensor, batch: Batch) -> Tensor:
    """weights: (N, heads, suffix positions, all positions) of one layer's guided heads."""

    views = (0, OVERVIEW_TOKENS + 1)
    sides = (batch.cell_left, batch.cell_right)
    index = torch.stack([side.clamp(min=0) + view for side in sides for view in views], -1)
    index = (index + batch.first_visual)[:, None].expand(-1, weights.shape[1], -1, -1)
    left, right = weights.gather(-1, index).split(len(views), -1)
    apart = (batch.cell_left != batch.cell_right)[:, None]
    seen = left.sum(-1) + right.sum(-1) * apart
    wanted = (batch.cell_left >= 0)[:, None].expand_as(seen)
    return -(seen[wanted] + 1e-6).log().sum() / wanted.sum().clamp(min=1)


def place_loss(states: Tensor, heads: TrainingHeads, batch: Batch) -> Tensor:
    """states: (N, suffix positions, hidden size) of the early layer."""
    wanted = batch.cell_left >= 0
    states, cells = states[wanted].float(), batch.cell_left[wanted]
    states = F.layer_norm(states, states.shape[-1:])  # the stream's size is not the head's matter
    rows = F.cross_entropy(heads.row_number(states).float(), cells // (CELLS + 1), reduction="sum")
    columns = F.cross_entropy(heads.column(states).float(), cells % (CELLS + 1), reduction="sum")
    return (rows + columns) / wanted.sum().clamp(min=1)


def tower_losses(
    model: Nano, heads: TrainingHeads, batch: Batch, band_edges: list[int] | None
) -> dict[str, Tensor]:
    """What the vision tower can learn by itself, for a third of the time."""
    features = model.vision(batch.tiles, band_edges)
    return {"rows": rows_loss(heads.read_rows(features), batch)}


def losses(
    model: Nano, heads: TrainingHeads, batch: Batch, band_edges: list[int] | None
) -> tuple[dict[str, Tensor], Tensor]:
    """The losses of a batch by name, and which answer tokens were right."""
    features, visual = model.see_tiles(batch.tiles, band_edges)
    language = model.language
    before = language.embed_tokens(batch.head).expand(len(visual), -1, -1)
    suffix = language.embed_tokens(batch.suffix)
    inputs = torch.cat([before, visual.float(), suffix], 1)
    answer_from = inputs.shape[1] - suffix.shape[1]
    run = language.plan_questions(answer_from, batch.question, batch.place)
    run.guided, run.guided_from = GAZE_HEADS, answer_from
    run.kept = frozenset([PLACE_LAYER])
    hidden = language(inputs, run, answer_from=answer_from)
    wanted = batch.target >= 0
    scores = language.lm_head(hidden[wanted]).float()
    truth = batch.target[wanted]
    result = {
        "reading": F.cross_entropy(scores, truth),
        "rows": rows_loss(heads.read_rows(features), batch),
        "gaze": torch.stack([gaze_loss(w, batch) for w in run.weights.values()]).mean(),
        "place": place_loss(run.states[PLACE_LAYER][:, answer_from:], heads, batch),
    }
    return result, scores.detach().argmax(-1) == truth

"""On a tiny setting: the losses fall, training goes on where it stopped, and what is exported is
what was learned."""

from __future__ import annotations

import random
import tempfile
import unittest
from pathlib import Path

import torch

from batches import Batch, batch_of, examples_forever
from checkpoint import expert_names, load_published, published_name, save_published
from evaluate import generate
from model import Nano, Shape
from muon import Muon, orthogonal
from train import COOL_DOWN, MODEL_FOLDER, WARM_UP, Progress, Trainer, band_edges, parse, rate_share
from vocabulary import Vocabulary

TINY = Shape(vision_width=64, vision_layers=2, vision_heads=1, hidden_size=64,
             intermediate_size=128, num_attention_heads=2, kv_lora_rank=32, n_routed_experts=4,
             moe_intermediate_size=32)
STEPS = 40


def batches(count: int, alone: int = 0) -> list[Batch]:
    words = Vocabulary(MODEL_FOLDER)
    examples = examples_forever(3, words, 2, alone)
    return [batch_of(next(examples), words, random.Random(1)) for _ in range(count)]


def one_batch() -> Batch:
    return batches(1)[0]


class Training(unittest.TestCase):
    def setUp(self) -> None:
        torch.manual_seed(1)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.options = parse(["--state", folder.name, "--init", "", "--rate", "1e-2"])

    def test_the_losses_fall(self) -> None:
        trainer, batch = Trainer(self.options, TINY), one_batch()
        seen = []
        for _ in range(STEPS):
            progress = Progress()
            trainer.learn(batch, progress)
            seen.append({name: values[0] for name, values in progress.values.items()})
        for name in ("reading", "rows", "gaze", "place"):
            self.assertLess(seen[-1][name], seen[0][name], name)
        self.assertLess(seen[-1]["reading"], 0.7 * seen[0]["reading"])

    def test_the_rate_rises_at_first_and_falls_to_nothing_at_last(self) -> None:
        self.assertAlmostEqual(rate_share(0, 1.0), 1 / WARM_UP)
        self.assertEqual(rate_share(WARM_UP, COOL_DOWN), 1)
        self.assertAlmostEqual(rate_share(WARM_UP, COOL_DOWN / 4), 0.25)
        self.assertEqual(rate_share(WARM_UP, 0), 0)

    def test_a_step_of_muon_has_singular_values_near_one(self) -> None:
        for rows, columns in ((48, 16), (16, 48), (32, 32)):
            values = torch.linalg.svdvals(orthogonal(torch.randn(rows, columns), torch.float32))
            self.assertLess(values.max(), 1.3)
            self.assertGreater(values.median(), 0.6)

    def test_muon_goes_down_and_leaves_alone_what_has_no_gradient(self) -> None:
        learned = torch.nn.Parameter(torch.randn(8, 4))
        unused = torch.nn.Parameter(torch.randn(4, 4))
        before = unused.detach().clone()
        muon = Muon([{"params": [learned, unused]}], 0.3, torch.float32)
        sizes = []
        for _ in range(20):
            sizes.append(float(learned.detach().square().sum()))
            muon.zero_grad()
            learned.square().sum().backward()
            muon.step()
        self.assertLess(sizes[-1], 0.3 * sizes[0])
        self.assertTrue(torch.equal(unused, before))

    def test_the_tower_learns_alone_between_whole_steps(self) -> None:
        trainer = Trainer(self.options, TINY)
        reading = {name: value.clone() for name, value in trainer.model.language.named_parameters()}
        asked = []
        for batch in batches(4, alone=2):
            progress = Progress()
            trainer.learn(batch, progress)
            asked.append("reading" in progress.values)
            self.assertEqual(len(progress.values["rows"]), 1)
            if len(asked) == 1:
                after = {n: v.clone() for n, v in trainer.model.language.named_parameters()}
            elif not asked[-1]:
                for name, value in trainer.model.language.named_parameters():
                    self.assertTrue(torch.equal(value, after[name]), name)
        self.assertEqual(asked, [True, False, False, True])
        self.assertFalse(all(torch.equal(after[name], value) for name, value in reading.items()))

    def test_goes_on_where_it_stopped(self) -> None:
        first, batch = Trainer(self.options, TINY), one_batch()
        first.learn(batch, Progress())
        first.save()
        second = Trainer(self.options, TINY)
        self.assertEqual(second.step, 1)
        for mine, theirs in (("model", "model"), ("average", "average"), ("heads", "heads")):
            ours = getattr(first, mine).state_dict()
            for name, value in getattr(second, theirs).state_dict().items():
                self.assertTrue(torch.equal(value, ours[name]), name)
        for mine, theirs in zip(first.optimizers, second.optimizers):
            state = theirs.state_dict()["state"]
            self.assertEqual(mine.state_dict()["state"].keys(), state.keys())
            self.assertTrue(state)

    def test_the_export_is_a_whole_model_folder(self) -> None:
        trainer = Trainer(self.options, TINY)
        trainer._export()
        exported = {path.name for path in (self.folder / "export").iterdir()}
        shipped = {path.name for path in MODEL_FOLDER.iterdir() if path.suffix != ".md"}
        self.assertEqual(exported, {name for name in shipped if "." in name})

    def test_export_and_load_are_inverse(self) -> None:
        model, other = Nano(TINY), Nano(TINY)
        save_published(model, self.folder)
        load_published(other, self.folder)
        for name, value in other.state_dict().items():
            half = model.state_dict()[name].bfloat16().float()
            self.assertTrue(torch.equal(value, half), name)

    def test_names_are_the_published_ones(self) -> None:
        self.assertEqual(published_name("language.layers.1.mlp.gate"),
                         "language.model.layers.1.mlp.gate.weight")
        self.assertEqual(published_name("language.layers.1.mlp.bias"),
                         "language.model.layers.1.mlp.gate.e_score_correction_bias")
        self.assertEqual(expert_names("language.layers.1.mlp.experts.up", 2)[1],
                         "language.model.layers.1.mlp.experts.1.up_proj.weight")
        self.assertEqual(published_name("vision.blocks.0.attn.qkv.weight"),
                         "vision.blocks.0.attn.qkv.weight")

    def test_answers_together_are_answers_alone(self) -> None:
        model = Nano(TINY).eval()
        words = Vocabulary(MODEL_FOLDER)
        tiles = torch.rand(2, 384, 384) * 2 - 1
        with torch.no_grad():
            visual = model.see_tiles(tiles)[1]
        together = generate(model, visual, [11, 12], words, 8)
        alone = [generate(model, visual[i : i + 1], [11, 12], words, 8)[0] for i in range(2)]
        self.assertEqual(together, alone)

    def test_questions_in_one_pass_are_questions_alone(self) -> None:
        """What a question's positions see, and where they are, is as if it had been asked alone."""
        language = Nano(TINY).eval().language
        shared, lengths = torch.randn(1, 7, 64), (5, 3, 4)
        parts = [torch.randn(1, length, 64) for length in lengths]
        question = torch.cat([torch.full((1, n), i) for i, n in enumerate(lengths, start=1)], 1)
        place = torch.cat([torch.arange(n)[None] for n in lengths], 1)
        with torch.no_grad():
            run = language.plan_questions(7, question, place)
            together = language(torch.cat([shared, *parts], 1), run, answer_from=7)
            for part, seen in zip(parts, together.split(lengths, 1)):
                run = language.plan(0, 7 + part.shape[1], torch.device("cpu"))
                alone = language(torch.cat([shared, part], 1), run)[:, 7:]
                torch.testing.assert_close(seen, alone, atol=1e-5, rtol=1e-4)

    def test_bands_cut_between_rows_of_text(self) -> None:
        source = random.Random(1)
        self.assertIsNone(band_edges(source, 0.0))
        for _ in range(20):
            edges = band_edges(source, 1.0)
            self.assertEqual((edges[0], edges[-1]), (0, 27))
            self.assertEqual(edges, sorted(set(edges)))
            self.assertTrue(all(edge % 2 == 0 for edge in edges[:-1]))


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tessera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""pytorch_speed.py DIR [--tiles N] [--prompt N] [--answer N] [--runs N] [--device D]: the peer of model_speed.

The model of DIR/config.json in PyTorch, as people run it: eager, in bf16 on a GPU, attention by
scaled_dot_product_attention, experts one after another over the tokens that chose them, for which
the host asks how many they are, as the published code does. Kinder than that code in three things:
prompts expand the latent cache and answers do not, whichever is cheaper; logits are made of the
last row alone; no token is brought to the host. Weights are random; the rows printed are model_speed's.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

# What a published config.json leaves out.
VISION = {"heads": 16, "layers": 27, "mlp_ratio": 3.7362, "patch_size": 14, "width": 1152}
LANGUAGE = {
    "first_k_dense_replace": 1,
    "hidden_size": 2048,
    "kv_lora_rank": 512,
    "n_shared_experts": 2,
    "norm_topk_prob": False,
    "num_experts_per_tok": 6,
    "qk_nope_head_dim": 128,
    "qk_rope_head_dim": 64,
    "routed_scaling_factor": 1.0,
    "scoring_func": "softmax",
    "use_mla": True,
    "v_head_dim": 128,
    "vocab_size": 102400,
}
TILE = 384


class Shape:
    """The keys of a part of config.json as attributes."""

    def __init__(self, defaults: dict, given: dict) -> None:
        self.__dict__.update(defaults, **given)


def linear(inputs: int, outputs: int, bias: bool = False) -> nn.Linear:
    return nn.Linear(inputs, outputs, bias=bias)


# --- vision ---


class VisionBlock(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width, self.heads = shape.width, shape.heads
        wide = int(width * shape.mlp_ratio)
        self.norm1, self.norm2 = nn.LayerNorm(width, 1e-6), nn.LayerNorm(width, 1e-6)
        self.qkv, self.proj = linear(width, 3 * width, True), linear(width, width, True)
        self.fc1, self.fc2 = linear(width, wide, True), linear(wide, width, True)

    def forward(self, x: Tensor) -> Tensor:
        tiles, patches, width = x.shape
        qkv = self.qkv(self.norm1(x)).view(tiles, patches, 3, self.heads, -1)
        q, k, v = qkv.permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v).transpose(1, 2)
        x = x + self.proj(mixed.reshape(tiles, patches, width))
        return x + self.fc2(F.gelu(self.fc1(self.norm2(x)), approximate="tanh"))


class Vision(nn.Module):
    """Tower and adaptor: tiles (B, 3, 384, 384) to rows (B, 196, D)."""

    def __init__(self, shape: Shape, outputs: int) -> None:
        super().__init__()
        self.grid = TILE // shape.patch_size
        self.patches = nn.Conv2d(3, shape.width, shape.patch_size, shape.patch_size)
        self.places = nn.Parameter(torch.empty(1, self.grid**2, shape.width))
        self.blocks = nn.ModuleList(VisionBlock(shape) for _ in range(shape.layers))
        self.norm = nn.LayerNorm(shape.width, 1e-6)
        self.adaptor = nn.Sequential(
            linear(4 * shape.width, outputs, True), nn.GELU(), linear(outputs, outputs, True)
        )

    def forward(self, tiles: Tensor) -> Tensor:
        x = self.patches(tiles).flatten(2).transpose(1, 2) + self.places
        for block in self.blocks:
            x = block(x)
        x = self.norm(x).transpose(1, 2).unflatten(2, (self.grid, self.grid))
        odd = self.grid % 2
        x = F.unfold(F.pad(x, (0, odd, 0, odd)), kernel_size=2, stride=2)
        return self.adaptor(x.transpose(1, 2))


# --- language ---


class RmsNorm(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.empty(width))

    def forward(self, x: Tensor) -> Tensor:
        wide = x.float()
        normed = wide * torch.rsqrt(wide.square().mean(-1, keepdim=True) + 1e-6)
        return self.weight * normed.to(x.dtype)


def turned(x: Tensor, first: int) -> Tensor:
    """Rotary positions first, first + 1, … on x (H, T, P)."""
    half = x.shape[-1] // 2
    positions = torch.arange(first, first + x.shape[-2], device=x.device, dtype=torch.float32)
    frequencies = 10000.0 ** (-torch.arange(half, device=x.device, dtype=torch.float32) / half)
    angles = torch.outer(positions, frequencies)
    cosine, sine = angles.cos().to(x.dtype), angles.sin().to(x.dtype)
    a, b = x[..., :half], x[..., half:]
    return torch.cat((a * cosine - b * sine, a * sine + b * cosine), -1)


class MultiHead(nn.Module):
    def __init__(self, shape: Shape, length: int) -> None:
        super().__init__()
        width, self.heads = shape.hidden_size, shape.num_attention_heads
        self.qkv, self.o = linear(width, 3 * width), linear(width, width)
        cache = torch.zeros(2, self.heads, length, width // self.heads)
        self.register_buffer("cache", cache)

    def forward(self, x: Tensor, first: int) -> Tensor:
        count, width = x.shape
        q, k, v = self.qkv(x).view(count, 3, self.heads, -1).permute(1, 2, 0, 3)
        end = first + count
        self.cache[0, :, first:end] = turned(k, first)
        self.cache[1, :, first:end] = v
        mixed = F.scaled_dot_product_attention(
            turned(q, first)[None],
            self.cache[None, 0, :, :end],
            self.cache[None, 1, :, :end],
            is_causal=count > 1,
        )
        return self.o(mixed[0].transpose(0, 1).reshape(count, width))


class Latent(nn.Module):
    def __init__(self, shape: Shape, length: int) -> None:
        super().__init__()
        self.shape, self.heads = shape, shape.num_attention_heads
        width, rank = shape.hidden_size, shape.kv_lora_rank
        nope, rope, value = shape.qk_nope_head_dim, shape.qk_rope_head_dim, shape.v_head_dim
        self.scale = (nope + rope) ** -0.5
        self.q = linear(width, self.heads * (nope + rope))
        self.kv_a, self.norm = linear(width, rank + rope), RmsNorm(rank)
        self.kv_b = linear(rank, self.heads * (nope + value))
        self.o = linear(self.heads * value, width)
        self.register_buffer("cache", torch.zeros(length, rank + rope))

    def forward(self, x: Tensor, first: int) -> Tensor:
        shape, count, end = self.shape, x.shape[0], first + x.shape[0]
        nope, rope, rank = shape.qk_nope_head_dim, shape.qk_rope_head_dim, shape.kv_lora_rank
        q = self.q(x).view(count, self.heads, nope + rope).transpose(0, 1)
        q_nope, q_rope = q[..., :nope], turned(q[..., nope:], first)
        latent, key = self.kv_a(x).split((rank, rope), -1)
        self.cache[first:end, :rank] = self.norm(latent)
        self.cache[first:end, rank:] = turned(key, first)
        cached = self.cache[:end]
        up = self.kv_b.weight.view(self.heads, -1, rank)
        if count > 1:
            mixed = self.expanded(q_nope, q_rope, cached, up)
        else:
            query = torch.cat((q_nope @ up[:, :nope], q_rope), -1)
            weights = torch.softmax((query @ cached.T).float() * self.scale, -1).to(x.dtype)
            mixed = weights @ cached[:, :rank] @ up[:, nope:].transpose(1, 2)
        return self.o(mixed.transpose(0, 1).reshape(count, -1))

    def expanded(self, q_nope: Tensor, q_rope: Tensor, cached: Tensor, up: Tensor) -> Tensor:
        """Of a prompt, which begins the cache."""
        nope, rank = self.shape.qk_nope_head_dim, self.shape.kv_lora_rank
        kv = cached[:, :rank] @ up.transpose(1, 2)
        k_rope = cached[:, rank:].expand(self.heads, -1, -1)
        q, k = torch.cat((q_nope, q_rope), -1), torch.cat((kv[..., :nope], k_rope), -1)
        return F.scaled_dot_product_attention(
            q[None], k[None], kv[None, ..., nope:], is_causal=True, scale=self.scale
        )[0]


class GatedMlp(nn.Module):
    def __init__(self, width: int, inner: int) -> None:
        super().__init__()
        self.gate, self.up = linear(width, inner), linear(width, inner)
        self.down = linear(inner, width)

    def forward(self, x: Tensor) -> Tensor:
        return self.down(F.silu(self.gate(x)) * self.up(x))


class Experts(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        width, inner = shape.hidden_size, shape.moe_intermediate_size
        self.gate = linear(width, shape.n_routed_experts)
        self.correction = nn.Parameter(torch.empty(shape.n_routed_experts))
        self.experts = nn.ModuleList(GatedMlp(width, inner) for _ in range(shape.n_routed_experts))
        self.shared = GatedMlp(width, inner * shape.n_shared_experts)

    def routed(self, x: Tensor) -> tuple[Tensor, Tensor]:
        logits = F.linear(x.float(), self.gate.weight.float())
        if self.shape.scoring_func == "sigmoid":
            scores = logits.sigmoid()
            ids = (scores + self.correction).topk(self.shape.num_experts_per_tok).indices
        else:
            scores = logits.softmax(-1)
            ids = scores.topk(self.shape.num_experts_per_tok).indices
        weights = scores.gather(-1, ids)
        if self.shape.norm_topk_prob:
            weights = weights / weights.sum(-1, keepdim=True)
        return ids, weights * self.shape.routed_scaling_factor

    def forward(self, x: Tensor) -> Tensor:
        ids, weights = self.routed(x)
        order = ids.flatten().argsort()
        rows = order // ids.shape[1]
        sorted_x = x[rows]
        counts = ids.flatten().bincount(minlength=len(self.experts)).tolist()
        parts, first = [], 0
        for expert, count in zip(self.experts, counts):
            if count:
                parts.append(expert(sorted_x[first : first + count]))
                first += count
        chosen = torch.cat(parts) * weights.flatten()[order, None].to(x.dtype)
        return self.shared(x).index_add(0, rows, chosen)


class Layer(nn.Module):
    def __init__(self, shape: Shape, index: int, length: int) -> None:
        super().__init__()
        width = shape.hidden_size
        self.norm1, self.norm2 = RmsNorm(width), RmsNorm(width)
        self.attention = (Latent if shape.use_mla else MultiHead)(shape, length)
        is_dense = index < shape.first_k_dense_replace
        self.mlp = GatedMlp(width, shape.intermediate_size) if is_dense else Experts(shape)

    def forward(self, x: Tensor, first: int) -> Tensor:
        x = x + self.attention(self.norm1(x), first)
        return x + self.mlp(self.norm2(x))


class Language(nn.Module):
    def __init__(self, shape: Shape, length: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(shape.vocab_size, shape.hidden_size)
        self.layers = nn.ModuleList(
            Layer(shape, i, length) for i in range(shape.num_hidden_layers)
        )
        self.norm = RmsNorm(shape.hidden_size)
        self.head = linear(shape.hidden_size, shape.vocab_size)

    def forward(self, x: Tensor, first: int) -> Tensor:
        """The next token after rows x (T, D), of which the first stands at `first`."""
        for layer in self.layers:
            x = layer(x, first)
        return self.head(self.norm(x[-1:])).argmax(-1)


# --- measuring ---


def made(module: type[nn.Module], *arguments: object, device: torch.device) -> nn.Module:
    """On the device at once, with random weights: in host memory a model may have no room."""
    dtype = torch.bfloat16 if device.type == "cuda" else torch.float32
    torch.set_default_dtype(dtype)
    with torch.device(device):
        model = module(*arguments)
    torch.set_default_dtype(torch.float32)
    for weight in model.parameters():
        weight.normal_(0.0, 0.02)
    return model


def best_seconds(runs: int, device: torch.device, work) -> float:
    """After one run that is not counted."""
    seconds = []
    for _ in range(runs + 1):
        started = time.perf_counter()
        work()
        if device.type == "cuda":
            torch.cuda.synchronize()
        seconds.append(time.perf_counter() - started)
    return min(seconds[1:])


def row(what: str, seconds: float, rate: str = "") -> None:
    print(f"{what:<26} {seconds:10.5f} s   {rate}")


@torch.inference_mode()
def main() -> None:
    parser = argparse.ArgumentParser(description="Measures a model in PyTorch")
    parser.add_argument("model", type=Path)
    parser.add_argument("--tiles", type=int, default=1)
    parser.add_argument("--prompt", type=int, default=512)
    parser.add_argument("--answer", type=int, default=32)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    options = parser.parse_args()
    config = json.loads((options.model / "config.json").read_text())
    shape = Shape(LANGUAGE, config["language_config"])
    device = torch.device(options.device)

    language = made(Language, shape, options.prompt + options.answer, device=device)
    vision_shape = Shape(VISION, config["vision_config"])
    vision = made(Vision, vision_shape, shape.hidden_size, device=device)
    weights = sum(w.numel() for part in (vision, language) for w in part.parameters())
    print(f"PyTorch {torch.__version__} on {device}, {weights / 1e9:.3f} G weights")

    like = language.head.weight
    tiles = like.new_empty(options.tiles, 3, TILE, TILE).normal_()
    prompt = like.new_empty(options.prompt, shape.hidden_size).normal_(0.0, 0.02)

    def answer() -> None:
        token = language.head.weight.new_zeros(1, dtype=torch.long)
        for place in range(options.prompt, options.prompt + options.answer):
            token = language(language.embedding(token), place)

    seeing = best_seconds(options.runs, device, lambda: vision(tiles))
    row(f"vision, tiles: {options.tiles}", seeing)
    prefill = best_seconds(options.runs, device, lambda: language(prompt, 0))
    row(f"prefill, {options.prompt} tokens", prefill)
    step = best_seconds(options.runs, device, answer) / options.answer
    row("decode, one token", step, f"{1 / step:.1f} tokens/s")
    row("first token, with vision", seeing + prefill)


if __name__ == "__main__":
    main()

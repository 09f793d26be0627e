"""Nano: the shape of DeepSeek-VL2 Base in small, with the names of the published checkpoints.

A SigLIP-shaped vision tower, a projector that joins 2 x 2 patches, and a decoder with multi-head
latent attention and sigmoid-routed experts. Only what training needs is added: attention within
bands of patch rows, attention scores of chosen heads, and a last layer that computes answers only.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import torch
import torch.nn.functional as F
from torch import Tensor, nn

PATCH = 14
TILE = 384
GRID = TILE // PATCH  # patches along an edge of a tile
CELLS = (GRID + 1) // 2  # visual tokens along an edge


@dataclass(frozen=True)
class Shape:
    """Sizes, named as in config.json."""

    vision_width: int = 192
    vision_layers: int = 6
    vision_heads: int = 3
    vocab_size: int = 2048
    hidden_size: int = 256
    intermediate_size: int = 768
    num_hidden_layers: int = 4
    num_attention_heads: int = 4
    kv_lora_rank: int = 128
    qk_nope_head_dim: int = 32
    qk_rope_head_dim: int = 32
    v_head_dim: int = 64
    n_routed_experts: int = 16
    n_shared_experts: int = 1
    num_experts_per_tok: int = 2
    moe_intermediate_size: int = 192
    routed_scaling_factor: float = 2.0


def attend(query: Tensor, key: Tensor, value: Tensor) -> Tensor:
    """Attention without a mask; spelled out, which is faster than the fused one on a CPU."""
    scores = (query * query.shape[-1] ** -0.5) @ key.transpose(-1, -2)
    return scores.softmax(-1).to(value.dtype) @ value


def as_computed(x: Tensor) -> Tensor:
    """In the type that products are computed in: once here, rather than in each that follows."""
    if torch.is_autocast_enabled(x.device.type):
        return x.to(torch.get_autocast_dtype(x.device.type))
    return x


class VisionAttention(nn.Module):
    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.proj = nn.Linear(width, width)

    def forward(self, x: Tensor, bands: list[int]) -> Tensor:
        batch, count, width = x.shape
        qkv = self.qkv(x).view(batch, count, 3, self.heads, width // self.heads)
        query, key, value = qkv.permute(2, 0, 3, 1, 4)
        parts = [attend(*band) for band in zip(*(x.split(bands, 2) for x in (query, key, value)))]
        together = parts[0] if len(parts) == 1 else torch.cat(parts, 2)
        return self.proj(together.transpose(1, 2).reshape(batch, count, width))


class VisionMlp(nn.Module):
    def __init__(self, width: int, inner: int) -> None:
        super().__init__()
        self.fc1 = nn.Linear(width, inner)
        self.fc2 = nn.Linear(inner, width)

    def forward(self, x: Tensor) -> Tensor:
        return self.fc2(F.gelu(self.fc1(x), approximate="tanh"))


class VisionBlock(nn.Module):
    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.norm1 = nn.LayerNorm(width, 1e-6)
        self.attn = VisionAttention(width, heads)
        self.norm2 = nn.LayerNorm(width, 1e-6)
        self.mlp = VisionMlp(width, 4 * width)

    def forward(self, x: Tensor, bands: list[int]) -> Tensor:
        x = x + self.attn(self.norm1(x), bands)
        return x + self.mlp(self.norm2(x))


class PatchEmbed(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.proj = nn.Conv2d(3, width, PATCH, PATCH)

    def forward(self, x: Tensor) -> Tensor:
        return self.proj(x).flatten(2).transpose(1, 2)


class Vision(nn.Module):
    """Tiles (N, 384, 384) of grey in -1...1 → features of their patches (N, 729, width)."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.vision_width
        self.patch_embed = PatchEmbed(width)
        self.pos_embed = nn.Parameter(torch.randn(1, GRID * GRID, width) * 0.02)
        self.blocks = nn.ModuleList(
            VisionBlock(width, shape.vision_heads) for _ in range(shape.vision_layers)
        )
        self.norm = nn.LayerNorm(width, 1e-6)

    def forward(self, grey: Tensor, band_edges: list[int] | None = None) -> Tensor:
        """band_edges: patch rows at which attention is cut, for training; None for whole tiles."""
        edges = band_edges or [0, GRID]
        bands = [(b - a) * GRID for a, b in zip(edges, edges[1:])]
        x = self.patch_embed(grey[:, None].expand(-1, 3, -1, -1)) + self.pos_embed
        for block in self.blocks:
            x = block(x, bands)
        return self.norm(x)


class Projector(nn.Module):
    """Joins 2 x 2 patches to one visual token; an odd grid is filled with zeros."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.Linear(4 * shape.vision_width, shape.hidden_size),
            nn.GELU(),
            nn.Linear(shape.hidden_size, shape.hidden_size),
        )

    def forward(self, x: Tensor) -> Tensor:
        batch, _, width = x.shape
        x = F.pad(x.view(batch, GRID, GRID, width), (0, 0, 0, GRID % 2, 0, GRID % 2))
        x = F.unfold(x.permute(0, 3, 1, 2), 2, stride=2).transpose(1, 2)
        return self.layers(x)


class RmsNorm(nn.Module):
    def __init__(self, size: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(size))

    def forward(self, x: Tensor) -> Tensor:
        full = x.float()
        scaled = full * torch.rsqrt(full.pow(2).mean(-1, keepdim=True) + 1e-6)
        return as_computed(self.weight * scaled)


class Mlp(nn.Module):
    def __init__(self, width: int, inner: int) -> None:
        super().__init__()
        self.gate_proj = nn.Linear(width, inner, bias=False)
        self.up_proj = nn.Linear(width, inner, bias=False)
        self.down_proj = nn.Linear(inner, width, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        return self.down_proj(F.silu(self.gate_proj(x)) * self.up_proj(x))


class Experts(nn.Module):
    def __init__(self, count: int, width: int, inner: int) -> None:
        super().__init__()
        self.gate = nn.Parameter(torch.randn(count, inner, width) * 0.02)
        self.up = nn.Parameter(torch.randn(count, inner, width) * 0.02)
        self.down = nn.Parameter(torch.randn(count, width, inner) * 0.02)


class MixtureOfExperts(nn.Module):
    """Sigmoid routing; the correction bias chooses experts but does not weigh them.

    load holds how many tokens each expert got in the last training step.
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.chosen = shape.num_experts_per_tok
        self.scale = shape.routed_scaling_factor
        self.gate = nn.Parameter(torch.randn(shape.n_routed_experts, shape.hidden_size) * 0.02)
        self.register_buffer("bias", torch.zeros(shape.n_routed_experts))
        self.experts = Experts(
            shape.n_routed_experts, shape.hidden_size, shape.moe_intermediate_size
        )
        self.shared_experts = Mlp(
            shape.hidden_size, shape.moe_intermediate_size * shape.n_shared_experts
        )
        self.load = torch.zeros(shape.n_routed_experts)

    def forward(self, x: Tensor) -> Tensor:
        tokens = x.reshape(-1, x.shape[-1])
        with torch.autocast(x.device.type, enabled=False):
            affinity = (tokens.float() @ self.gate.float().t()).sigmoid()
        experts = (affinity + self.bias).topk(self.chosen, -1).indices
        weights = affinity.gather(1, experts)
        weights = weights / (weights.sum(-1, keepdim=True) + 1e-20) * self.scale
        routed = self._route(tokens, experts, weights)
        return (routed + self.shared_experts(tokens)).view(x.shape)

    def _route(self, tokens: Tensor, experts: Tensor, weights: Tensor) -> Tensor:
        """Every expert on its tokens, all at once: each gets as many places as the busiest needs,
        rounded up, since new sizes cost time."""
        flat = experts.flatten()
        counts = torch.bincount(flat, minlength=len(self.bias))
        if self.training:
            self.load = counts.float()
        room = -(-int(counts.max()) // 64) * 64 if self.training else int(counts.max())
        order = flat.argsort(stable=True)
        first = counts.cumsum(0) - counts
        chosen = flat[order]
        place = chosen * room + torch.arange(len(flat), device=flat.device) - first[chosen]
        source = order // self.chosen
        inputs = tokens.new_zeros(len(counts) * room, tokens.shape[-1])
        inputs = inputs.index_copy(0, place, tokens[source]).view(len(counts), room, -1)
        inner = F.silu(inputs @ self.experts.gate.transpose(1, 2))
        inner = inner * (inputs @ self.experts.up.transpose(1, 2))
        outputs = (inner @ self.experts.down.transpose(1, 2)).flatten(0, 1)[place]
        weighted = outputs.float() * weights.flatten()[order, None]
        empty = torch.zeros_like(tokens, dtype=torch.float32)
        return empty.index_add(0, source, weighted)


def rotate(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    """Rotary embedding in the published order: pairs are taken apart, then halves rotated."""
    batch, heads, count, size = x.shape
    x = x.view(batch, heads, count, size // 2, 2).transpose(4, 3)
    x = x.reshape(batch, heads, count, size)
    first, second = x.chunk(2, -1)
    return x * cos + torch.cat((-second, first), -1) * sin


@dataclass
class LayerCache:
    """Keys and values of the tokens so far, as latents."""

    latent: Tensor | None = None
    rope_key: Tensor | None = None


@dataclass
class Pass:
    """What a pass through the decoder is given and leaves behind beside hidden states."""

    cos: Tensor
    sin: Tensor
    guided: dict[int, int] = field(default_factory=dict)  # layer → how many heads are looked at
    guided_from: int = 0  # first position whose attention is looked at
    weights: dict[int, Tensor] = field(default_factory=dict)  # layer → their attention weights
    states: dict[int, Tensor] = field(default_factory=dict)  # layer → its output
    kept: frozenset[int] = frozenset()  # layers whose output goes to states
    may_see: Tensor | None = None  # (N, 1, positions, positions); None: all that went before


class LatentAttention(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width, heads = shape.hidden_size, shape.num_attention_heads
        self.heads = heads
        self.rank = shape.kv_lora_rank
        self.nope, self.rope = shape.qk_nope_head_dim, shape.qk_rope_head_dim
        self.value = shape.v_head_dim
        self.q_proj = nn.Linear(width, heads * (self.nope + self.rope), bias=False)
        self.kv_a_proj_with_mqa = nn.Linear(width, self.rank + self.rope, bias=False)
        self.kv_a_layernorm = RmsNorm(self.rank)
        self.kv_b_proj = nn.Linear(self.rank, heads * (self.nope + self.value), bias=False)
        self.o_proj = nn.Linear(heads * self.value, width, bias=False)

    def forward(
        self, x: Tensor, run: Pass, layer: int, cache: LayerCache | None, start: int
    ) -> Tensor:
        """start: first position that asks; earlier ones are only keys."""
        asking = x[:, start:]
        batch, count, _ = asking.shape
        query = self.q_proj(asking).view(batch, count, self.heads, -1).transpose(1, 2)
        query, query_rope = query.split([self.nope, self.rope], -1)
        latent, key_rope = self.kv_a_proj_with_mqa(x).split([self.rank, self.rope], -1)
        latent = self.kv_a_layernorm(latent)
        key_rope = rotate(key_rope.unsqueeze(1), run.cos, run.sin)
        query_rope = rotate(query_rope, run.cos[..., start:, :], run.sin[..., start:, :])
        if cache is not None:
            if cache.latent is not None:
                latent = torch.cat([cache.latent, latent], 1)
                key_rope = torch.cat([cache.rope_key, key_rope], 2)
            cache.latent, cache.rope_key = latent, key_rope
        both = self.kv_b_proj(latent)
        both = both.view(batch, latent.shape[1], self.heads, self.nope + self.value)
        key, value = both.transpose(1, 2).split([self.nope, self.value], -1)
        query = torch.cat([query, query_rope.to(query.dtype)], -1)
        key = torch.cat([key, key_rope.to(key.dtype).expand(-1, self.heads, -1, -1)], -1)
        may_see = run.may_see[:, :, start:] if run.may_see is not None else None
        mixed = self._mix(query, key, value, may_see)
        if layer in run.guided:
            heads, skipped = run.guided[layer], max(0, run.guided_from - start)
            run.weights[layer] = self._weights(query[:, :heads, skipped:], key[:, :heads],
                                               may_see[:, :, skipped:])
        return self.o_proj(mixed.transpose(1, 2).reshape(batch, count, -1))

    @staticmethod
    def _mix(query: Tensor, key: Tensor, value: Tensor, may_see: Tensor | None) -> Tensor:
        first = may_see is None and query.shape[2] == key.shape[2]  # else one token, which sees all
        return F.scaled_dot_product_attention(query, key, value, attn_mask=may_see, is_causal=first)

    @staticmethod
    def _weights(query: Tensor, key: Tensor, may_see: Tensor) -> Tensor:
        scores = (query * query.shape[-1] ** -0.5) @ key.transpose(-1, -2)
        return scores.float().masked_fill(~may_see, float("-inf")).softmax(-1)


class DecoderLayer(nn.Module):
    def __init__(self, number: int, shape: Shape) -> None:
        super().__init__()
        self.input_layernorm = RmsNorm(shape.hidden_size)
        self.post_attention_layernorm = RmsNorm(shape.hidden_size)
        self.self_attn = LatentAttention(shape)
        dense = Mlp(shape.hidden_size, shape.intermediate_size)
        self.mlp = dense if number == 0 else MixtureOfExperts(shape)

    def forward(
        self, x: Tensor, run: Pass, layer: int, cache: LayerCache | None, start: int
    ) -> Tensor:
        x = x[:, start:] + self.self_attn(self.input_layernorm(x), run, layer, cache, start)
        return x + self.mlp(self.post_attention_layernorm(x))


class Language(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.embed_tokens = nn.Embedding(shape.vocab_size, shape.hidden_size)
        self.layers = nn.ModuleList(
            DecoderLayer(number, shape) for number in range(shape.num_hidden_layers)
        )
        self.norm = RmsNorm(shape.hidden_size)
        self.lm_head = nn.Linear(shape.hidden_size, shape.vocab_size, bias=False)
        self.rope = shape.qk_rope_head_dim
        narrow = 0.02 / math.sqrt(2 * shape.num_hidden_layers)
        for name, parameter in self.named_parameters():
            if parameter.dim() == 2:
                last = name.endswith(("o_proj.weight", "down_proj.weight"))
                nn.init.normal_(parameter, std=narrow if last else 0.02)

    def plan(self, first: int, count: int, device: torch.device) -> Pass:
        """A pass over count positions from first on."""
        return self._plan(torch.arange(first, first + count, device=device))

    def plan_questions(self, shared: int, question: Tensor, place: Tensor) -> Pass:
        """A pass over what all questions share, then over the questions of each sample (N, L), none
        of which sees another. place: how far a position is into its question."""
        count = len(question)
        before = torch.arange(shared, device=place.device).expand(count, -1)
        run = self._plan(torch.cat([before, shared + place], 1)[:, None])
        whose = torch.cat([torch.zeros_like(before), question], 1)
        same = (whose[:, :, None] == whose[:, None]) | (whose == 0)[:, None]
        run.may_see = same.tril()[:, None]
        return run

    def _plan(self, positions: Tensor) -> Pass:
        frequencies = 10000 ** (-torch.arange(0, self.rope, 2, device=positions.device) / self.rope)
        angles = positions[..., None].float() * frequencies
        angles = torch.cat([angles, angles], -1)
        return Pass(angles.cos(), angles.sin())

    def forward(
        self, x: Tensor, run: Pass, caches: list[LayerCache] | None = None, answer_from: int = 0
    ) -> Tensor:
        """Hidden states of the positions from answer_from on, ready for lm_head."""
        last = len(self.layers) - 1
        for number, layer in enumerate(self.layers):
            cache = caches[number] if caches else None
            x = layer(x, run, number, cache, answer_from if number == last else 0)
            if number in run.kept:
                run.states[number] = x
        return self.norm(x)


class Nano(nn.Module):
    def __init__(self, shape: Shape | None = None) -> None:
        super().__init__()
        self.shape = shape = shape or Shape()
        self.vision = Vision(shape)
        self.projector = Projector(shape)
        self.image_newline = nn.Parameter(torch.randn(shape.hidden_size) * 0.02)
        self.view_seperator = nn.Parameter(torch.randn(shape.hidden_size) * 0.02)
        self.language = Language(shape)

    def mosaic(self, views: Tensor) -> Tensor:
        """Visual tokens (N, 1 + k, 196, D) of the overview and k tiles below each other → rows
        with their newline vectors, (N, 210 + 1 + 210·k, D)."""
        batch, count, _, width = views.shape
        views = views.view(batch, count, CELLS, CELLS, width)
        newline = self.image_newline.to(views.dtype).expand(batch, count, CELLS, 1, width)
        views = torch.cat([views, newline], 3).reshape(batch, count, CELLS * (CELLS + 1), width)
        separator = self.view_seperator.to(views.dtype).expand(batch, 1, width)
        return torch.cat([views[:, 0], separator, views[:, 1:].reshape(batch, -1, width)], 1)

    def see_tiles(self, grey: Tensor, band_edges: list[int] | None = None) -> tuple[Tensor, Tensor]:
        """Single tiles (N, 384, 384) → patch features and visual tokens; the overview of a picture
        of one tile is the tile itself and computed once."""
        features = self.vision(grey, band_edges)
        return features, self.mosaic(self.projector(features)[:, None].expand(-1, 2, -1, -1))

    def see_column(self, views: Tensor) -> Tensor:
        """Overview and tiles (1 + k, 384, 384) of one picture → visual tokens (1, ..., D)."""
        return self.mosaic(self.projector(self.vision(views))[None])

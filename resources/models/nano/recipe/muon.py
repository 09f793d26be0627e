"""Muon: momentum whose step has all singular values near one, for matrices.

torch.optim.Muon always takes its products in bf16, which is far slower than fp32 on a CPU without
instructions for it; this one takes them in the type it is given.
"""

from __future__ import annotations

import torch
from torch import Tensor

QUINTIC = (3.4445, -4.7750, 2.0315)  # a·s + b·s³ + c·s⁵ brings singular values of 0…1 near one
ITERATIONS = 5
UPDATE_SIZE = 0.2  # root mean square of a step of rate 1, as AdamW's usually is


def orthogonal(matrix: Tensor, dtype: torch.dtype) -> Tensor:
    """About U·Vᵀ of a matrix U·S·Vᵀ, by Newton-Schulz iteration."""
    tall = matrix.shape[0] > matrix.shape[1]
    x = (matrix.t() if tall else matrix).to(dtype)
    x = x / x.norm().clamp(min=1e-7)
    first, third, fifth = QUINTIC
    for _ in range(ITERATIONS):
        gram = x @ x.t()
        x = first * x + (third * gram + fifth * gram @ gram) @ x
    return x.t() if tall else x


class Muon(torch.optim.Optimizer):
    """Parameters are matrices; those without a gradient stay as they are."""

    def __init__(self, groups: list[dict], lr: float, dtype: torch.dtype) -> None:
        super().__init__(groups, {"lr": lr, "weight_decay": 0.0, "momentum": 0.95})
        self.dtype = dtype

    @torch.no_grad()
    def step(self, closure=None) -> None:
        for group in self.param_groups:
            for parameter in group["params"]:
                if parameter.grad is not None:
                    self._move(parameter, group)

    def _move(self, parameter: Tensor, group: dict) -> None:
        gradient, keeps = parameter.grad, group["momentum"]
        state = self.state[parameter]
        if "momentum" not in state:
            state["momentum"] = torch.zeros_like(gradient)
        kept = state["momentum"]
        kept.lerp_(gradient, 1 - keeps)
        ahead = gradient.lerp(kept, keeps)  # Nesterov's
        size = UPDATE_SIZE * max(parameter.shape) ** 0.5
        parameter.mul_(1 - group["lr"] * group["weight_decay"])
        parameter.add_(orthogonal(ahead, self.dtype), alpha=-group["lr"] * size)

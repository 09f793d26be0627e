"""The published file layout, read and written: bf16, official tensor names, one file."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from model import Nano

WEIGHTS = "model-00001-of-000001.safetensors"
INDEX = "model.safetensors.index.json"


def published_name(name: str) -> str:
    """The published name of a tensor that is one tensor there too."""
    if name.startswith("language.") and not name.startswith("language.lm_head"):
        name = "language.model." + name.removeprefix("language.")
    if name.endswith(".mlp.gate"):
        return name + ".weight"
    if name.endswith(".mlp.bias"):
        return name.removesuffix("bias") + "gate.e_score_correction_bias"
    return name


def expert_names(name: str, count: int) -> list[str]:
    """The published names of a stack of expert weights, or none when it is not one."""
    stem, found, which = published_name(name).partition(".mlp.experts.")
    return [f"{stem}.mlp.experts.{k}.{which}_proj.weight" for k in range(count)] if found else []


def load_published(model: Nano, folder: Path) -> None:
    """Fills the model from a folder in the published layout."""
    tensors = load_file(folder / WEIGHTS)
    state: dict[str, Tensor] = {}
    for name, value in model.state_dict().items():
        experts = expert_names(name, len(value) if value.dim() else 0)
        if experts:
            state[name] = torch.stack([tensors[expert] for expert in experts]).float()
        else:
            state[name] = tensors[published_name(name)].float()
    model.load_state_dict(state)


def save_published(model: Nano, folder: Path) -> None:
    """Writes weights and index; what else the folder needs does not depend on the weights."""
    tensors: dict[str, Tensor] = {}
    for name, value in model.state_dict().items():
        half = value.detach().to("cpu", torch.bfloat16)
        experts = expert_names(name, len(half) if half.dim() else 0)
        for expert, part in zip(experts, half):
            tensors[expert] = part.contiguous().clone()
        if not experts:
            tensors[published_name(name)] = half.contiguous().clone()
    folder.mkdir(parents=True, exist_ok=True)
    save_file(tensors, folder / WEIGHTS, {"format": "pt"})
    total = sum(tensor.numel() * tensor.element_size() for tensor in tensors.values())
    index = {
        "metadata": {"total_size": total},
        "weight_map": {name: WEIGHTS for name in sorted(tensors)},
    }
    (folder / INDEX).write_text(json.dumps(index, indent=2), encoding="utf-8")

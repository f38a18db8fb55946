"""Scores of a network for many crops, as it is served: original and mirrored, averaged."""

from dataclasses import dataclass

import numpy as np
import torch

from moodify_models import SIDE
from moodify_models.network import normalise
from moodify_models.progress import with_progress


@dataclass(frozen=True)
class Logits:
    """Logits for N crops and for their mirrored copies, float32.

    labels, labels_mirrored: (N, 7). votes, votes_mirrored: (N, 8).
    """

    labels: np.ndarray
    votes: np.ndarray
    labels_mirrored: np.ndarray
    votes_mirrored: np.ndarray


def logits(network, pixels, device="cpu", batch=256, autocast=False):
    """Runs `network` (put into evaluation mode) on uint8 crops (N, 48, 48).

    `autocast` trades float32's exactness for bfloat16's speed; right for watching a training only.
    """
    network.eval()
    parts = ([], [], [], [])
    images = torch.from_numpy(np.ascontiguousarray(pixels)).reshape(-1, 1, SIDE, SIDE)
    with torch.no_grad(), torch.autocast(torch.device(device).type, torch.bfloat16, autocast):
        for start in with_progress(range(0, len(images), batch), "scoring", batch):
            x = normalise(images[start : start + batch].to(device))
            x = x.contiguous(memory_format=torch.channels_last)
            for offset, view in ((0, x), (2, x.flip(3))):
                for head, value in enumerate(network(view)):
                    parts[offset + head].append(value.float().cpu())
    return Logits(*(torch.cat(part).numpy() for part in parts))


def mean_softmax(first, second):
    """Mean of the two softmaxes, (N, K)."""
    return (softmax(first) + softmax(second)) / 2


def softmax(values):
    """Softmax along the last axis."""
    exponents = np.exp(values - values.max(axis=-1, keepdims=True))
    return exponents / exponents.sum(axis=-1, keepdims=True)

"""Batch norms' statistics, taken anew over crops as they are served."""

import copy

import numpy as np
import torch

from moodify_models import SIDE
from moodify_models.network import normalise
from moodify_models.progress import with_progress

ROWS = 8192
"""So many rows give means and variances to about one percent of a deviation."""

BATCH = 256


def fresh(network, pixels):
    """Returns a copy of `network` whose batch norms know plain crops; the weights stay.

    pixels: uint8 (N, 48, 48), of Training; up to ROWS of them, evenly spread, are used. Training
    sees erased, turned and darkened crops, and the moving average is of several networks: both
    leave statistics behind that are not those of the crops the network will be asked about
    (Izmailov et al. 2018, section 3.2; Touvron et al. 2019).
    """
    network = copy.deepcopy(network).eval()
    norms = [module for module in network.modules() if isinstance(module, torch.nn.BatchNorm2d)]
    for norm in norms:
        norm.reset_running_stats()
        norm.momentum = None  # a plain mean over all batches
        norm.train()
    rows = pixels[np.linspace(0, len(pixels) - 1, min(ROWS, len(pixels))).astype(int)]
    # Data sets come sorted by all sorts of things: each batch is to be a mixture.
    rows = rows[np.random.default_rng(0).permutation(len(rows))]
    images = torch.from_numpy(rows).reshape(-1, 1, SIDE, SIDE)
    with torch.no_grad():
        for start in with_progress(range(0, len(images), BATCH), "taking statistics", BATCH):
            x = normalise(images[start : start + BATCH])
            network(x.contiguous(memory_format=torch.channels_last))
    return network.eval()

"""Random changes to training crops, on whole batches and on any device.

The geometry imitates what a face detector gets wrong (place, size, tilt); the tone imitates light
and cameras. Tone is changed before the normalisation, as it is in life; erasing comes after it, so
that an erased patch is exactly the mean.
"""

import math

import numpy as np
import torch
import torch.nn.functional as F

from moodify_models import SIDE
from moodify_models.network import normalise


class Augment:
    """Raw crops (N, 1, 48, 48) in 0..255 -> changed and normalised crops (N, 1, side, side).

    `settings` is the `augment` table; `generator` (on the CPU) makes every draw repeatable. Lengths
    in the settings are those of the full picture: a smaller `side` shrinks them with it.
    """

    def __init__(self, settings, generator, side=SIDE):
        self.settings = settings
        self.generator = generator
        self.side = side

    def __call__(self, pixels):
        x = self.move(pixels.float())
        return self.erase(normalise(self.tone(x)))

    def uniform(self, low, high, *shape):
        """Draws from [low, high); always on the CPU, so every device sees the same numbers."""
        return torch.rand(*shape, generator=self.generator) * (high - low) + low

    def move(self, x):
        """Mirrors (half of the batch), rotates, scales and shifts; the border is repeated."""
        count = len(x)
        tilt = math.radians(self.settings["rotation_degrees"])
        shift = 2 * self.settings["shift"]  # the grid spans -1..1
        angle = self.uniform(-tilt, tilt, count)
        zoom = 1 / self.uniform(*self.settings["scale"], count)
        mirror = torch.where(self.uniform(0, 1, count) < 0.5, -1.0, 1.0)
        matrix = torch.zeros(count, 2, 3)
        matrix[:, 0, 0] = torch.cos(angle) * zoom * mirror
        matrix[:, 0, 1] = -torch.sin(angle) * zoom
        matrix[:, 1, 0] = torch.sin(angle) * zoom * mirror
        matrix[:, 1, 1] = torch.cos(angle) * zoom
        matrix[:, :, 2] = self.uniform(-shift, shift, count, 2)
        shape = [count, 1, self.side, self.side]
        grid = F.affine_grid(matrix.to(x.device), shape, align_corners=False)
        return F.grid_sample(x, grid, padding_mode="border", align_corners=False)

    def tone(self, x):
        """Gamma, contrast and brightness, cut off at 0 and 255 as a camera does."""
        shape = (len(x), 1, 1, 1)
        reach = self.settings["gamma"]
        gamma = self.uniform(-reach, reach, *shape).exp().to(x.device)
        reach = self.settings["contrast"]
        contrast = self.uniform(1 - reach, 1 + reach, *shape).to(x.device)
        reach = self.settings["brightness"]
        brightness = self.uniform(-reach, reach, *shape).to(x.device)
        x = (x / 255).clamp(0, 1).pow(gamma)
        return ((x - 0.5) * contrast + 0.5 + brightness).clamp(0, 1) * 255

    def erase(self, x):
        """Sets one rectangle to the mean (0) in a share of the images."""
        count, _, height, width = x.shape
        low, high = (round(length * height / SIDE) for length in self.settings["erase_side"])
        chosen = self.uniform(0, 1, count) < self.settings["erase_probability"]
        tall = self.uniform(low, high + 1, count).floor()
        wide = self.uniform(low, high + 1, count).floor()
        top = (self.uniform(0, 1, count) * (height - tall + 1)).floor()
        left = (self.uniform(0, 1, count) * (width - wide + 1)).floor()
        rows = torch.arange(height)[None, :]
        columns = torch.arange(width)[None, :]
        in_rows = (rows >= top[:, None]) & (rows < (top + tall)[:, None])
        in_columns = (columns >= left[:, None]) & (columns < (left + wide)[:, None])
        patch = in_rows[:, :, None] & in_columns[:, None, :] & chosen[:, None, None]
        return x.masked_fill(patch[:, None].to(x.device), 0.0)


def mixup(x, labels, votes, alpha, generator):
    """Mixes each image and its targets with another one of the batch (Zhang et al. 2018).

    One share for the batch, drawn from Beta(alpha, alpha). `labels` and `votes` are distributions
    (N, 7) and (N, 8). `alpha` 0 returns everything unchanged.
    """
    if alpha <= 0:
        return x, labels, votes
    seed = torch.randint(2**31, (1,), generator=generator).item()
    share = np.random.default_rng(seed).beta(alpha, alpha)  # PyTorch's Beta takes no generator
    other = torch.randperm(len(x), generator=generator).to(x.device)
    return tuple(share * part + (1 - share) * part[other] for part in (x, labels, votes))

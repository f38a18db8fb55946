"""Degraded copies of face crops: what a bad photo leaves of a face."""

import math

import numpy as np

from moodify_models import SIDE

KINDS = ("blurred", "tiny", "dark", "mouth covered", "eyes covered")


def copies(pixels, seed):
    """For uint8 crops (N, 48, 48) a copy of each by kind, degraded by a random amount."""
    random = np.random.default_rng(seed)
    changes = (_blurred, _tiny, _dark, _without_mouth, _without_eyes)
    rows = [[change(crop.astype(float), random) for change in changes] for crop in pixels]
    whole = np.clip(np.rint(np.array(rows)), 0, 255).astype(np.uint8)
    return {kind: whole[:, i] for i, kind in enumerate(KINDS)}


def _blurred(crop, random):
    """By a Gaussian of 0.6 to 4 pixels, the edge repeated."""
    sigma = random.uniform(0.6, 4)
    reach = math.ceil(3 * sigma)
    weights = np.exp(-(np.arange(-reach, reach + 1) ** 2) / (2 * sigma * sigma))
    weights /= weights.sum()
    high = np.pad(crop, ((reach, reach), (0, 0)), mode="edge")
    crop = sum(weight * high[i : i + SIDE] for i, weight in enumerate(weights))
    wide = np.pad(crop, ((0, 0), (reach, reach)), mode="edge")
    return sum(weight * wide[:, i : i + SIDE] for i, weight in enumerate(weights))


def _tiny(crop, random):
    """As if the face had been 8 to 32 pixels wide in the photo."""
    there_and_back = _resized(int(random.integers(8, 33)))
    return there_and_back @ crop @ there_and_back.T


def _resized(smaller):
    """The matrix that averages a side to fewer pixels, and interpolates them to the side again."""
    scale = SIDE / smaller
    down, up = np.zeros((smaller, SIDE)), np.zeros((SIDE, smaller))
    for i in range(smaller):
        low, high = i * scale, (i + 1) * scale
        for j in range(int(low), math.ceil(high)):
            down[i, j] = max(0, min(high, j + 1) - max(low, j)) / scale
    for i in range(SIDE):
        middle = (i + 0.5) * smaller / SIDE - 0.5
        j = math.floor(middle)
        up[i, min(max(j, 0), smaller - 1)] += 1 - (middle - j)
        up[i, min(max(j + 1, 0), smaller - 1)] += middle - j
    return up @ down


def _dark(crop, random):
    """With 2 to 25 % of the light, the noise of a sensor, and no more than whole greys."""
    light, noise = random.uniform(0.02, 0.25), random.uniform(0.5, 3)
    return np.clip(crop * light + random.normal(0, noise, crop.shape), 0, 255)


def _without_mouth(crop, random):
    """With a surface of one grey from below the nose on, such as a mask."""
    grey, top = random.uniform(10, 245), int(random.integers(26, 34))
    return _covered(crop, slice(top, SIDE), slice(0, SIDE), grey, random)


def _without_eyes(crop, random):
    """With a bar of one grey over the eyes, such as dark glasses."""
    grey, half = random.uniform(10, 245), int(random.integers(4, 8))
    return _covered(crop, slice(19 - half, 19 + half), slice(2, SIDE - 2), grey, random)


def _covered(crop, rows, columns, grey, random):
    covered = crop.copy()
    covered[rows, columns] = grey + random.normal(0, 3, covered[rows, columns].shape)
    return covered

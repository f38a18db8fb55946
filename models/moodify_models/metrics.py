"""The measures by which the model is judged; pure functions of scores and labels.

Everywhere `probabilities` is (N, 7), rows sum to 1, and `labels` is (N,), indices into EMOTIONS.
"""

import math

import numpy as np


def accuracy(probabilities, labels):
    """Share of the rows whose most probable emotion is the label."""
    return float((probabilities.argmax(axis=1) == labels).mean())


def wilson(hits, count, z=1.959964):
    """95 % interval of a share (Wilson 1927), as (low, high); (0, 1) where nothing was counted."""
    if count == 0:
        return 0.0, 1.0
    share, square = hits / count, z * z
    centre = (share + square / (2 * count)) / (1 + square / count)
    reach = z * math.sqrt(share * (1 - share) / count + square / (4 * count**2))
    reach /= 1 + square / count
    return max(centre - reach, 0.0), min(centre + reach, 1.0)


def confusion(probabilities, labels):
    """Counts (K, K): row = label, column = answer."""
    classes = probabilities.shape[1]
    flat = labels * classes + probabilities.argmax(axis=1)
    return np.bincount(flat, minlength=classes**2).reshape(classes, classes)


def recalls(matrix):
    """Share of each label's rows that were recognised; 0 for a label that does not occur."""
    return np.diag(matrix) / np.maximum(matrix.sum(axis=1), 1)


def macro_f1(matrix):
    """Unweighted mean of the classes' F1 = 2 hits / (labelled + answered)."""
    both = matrix.sum(axis=0) + matrix.sum(axis=1)
    return float((2 * np.diag(matrix) / np.maximum(both, 1)).mean())


def calibration_error(probabilities, labels, bins=15):
    """Expected calibration error: |confidence - accuracy| over equal bins, weighted by size."""
    confidence = probabilities.max(axis=1)
    correct = probabilities.argmax(axis=1) == labels
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [abs(confidence[place == b].sum() - correct[place == b].sum()) for b in range(bins)]
    return float(sum(gaps) / len(labels))


def surest(probabilities, labels, keep):
    """Accuracy on the share `keep` of the rows with the highest confidence."""
    order = np.argsort(-probabilities.max(axis=1), kind="stable")
    chosen = order[: max(round(keep * len(order)), 1)]
    return accuracy(probabilities[chosen], labels[chosen])

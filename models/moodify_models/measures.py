"""How a model is measured: reports on crops and on photos, as plain dictionaries.

The reports are what `metrics.json` holds. A share in them has `value` (hits / count, 0 where
nothing was counted), `low` and `high` (the ends of its 95 % interval) and `count`.
"""

import math

import numpy as np

from moodify_models import EMOTIONS
from moodify_models.data import majority

Z = 1.959964
"""The normal distribution's quantile for 95 %, two-sided."""

CALIBRATION_BINS = 15
RISK_POINTS = 20

SAMPLE_FACES = 300
"""Enough to notice another model, few enough for every test run."""


def share(hits):
    """The share of a mask, with Wilson's interval (1927); 0 to 1 where nothing was counted."""
    hits = np.asarray(hits, bool)
    count = hits.size
    if count == 0:
        return {"value": 0.0, "low": 0.0, "high": 1.0, "count": 0}
    value = int(hits.sum()) / count
    scale = 1 + Z**2 / count
    centre = (value + Z**2 / (2 * count)) / scale
    reach = Z * math.sqrt(value * (1 - value) / count + Z**2 / (4 * count**2)) / scale
    return {
        "value": value,
        "low": max(0.0, centre - reach),
        "high": min(1.0, centre + reach),
        "count": count,
    }


def of_crops(faces, copies, predictions):
    """The report on one split.

    faces: data.Faces, one or more. copies: mask of those that are copies of Training images.
    predictions: served.Predictions for them.
    """
    answers = predictions.probabilities.argmax(axis=1)
    confidence = predictions.probabilities.max(axis=1)
    right = answers == faces.labels
    sure = predictions.sure
    counts = confusion(faces.labels, answers)
    bins = calibration(confidence, right)
    accuracy = {"official": share(right), "deduplicated": share(right[~copies])}
    agreed = majority(faces.votes)
    if predictions.votes is not None and (agreed >= 0).any():
        by_vote = predictions.votes.argmax(axis=1)
        accuracy["ferPlusMajority"] = share((by_vote == agreed)[agreed >= 0])
    milliseconds = np.sort(predictions.milliseconds)
    every = max(1, len(faces) // SAMPLE_FACES)
    return {
        "faces": len(faces),
        "accuracy": accuracy,
        "macroF1": macro_f1(counts),
        "recall": {
            name: share(right[faces.labels == label]) for label, name in enumerate(EMOTIONS)
        },
        "calibrationError": calibration_error(bins),
        "calibration": bins,
        "surest80": share(surest(confidence, right, 0.8)),
        "unsure": {"coverage": share(sure), "accuracyWhenSure": share(right[sure])},
        "riskCoverage": risk_coverage(confidence, right),
        "millisecondsPerFace": {
            "median": milliseconds[len(milliseconds) // 2],
            "p95": milliseconds[int(len(milliseconds) * 0.95)],
        },
        # A few rows of the split, for a test to do again.
        "sample": {
            "every": every,
            "faces": right[::every].size,
            "right": int(right[::every].sum()),
        },
        "confusion": {
            name: dict(zip(EMOTIONS, row.tolist())) for name, row in zip(EMOTIONS, counts)
        },
    }


def confusion(labels, answers):
    """Counts (7, 7): the row is the label, the column the answer."""
    counts = np.zeros((len(EMOTIONS), len(EMOTIONS)), int)
    np.add.at(counts, (labels, answers), 1)
    return counts


def macro_f1(counts):
    """The plain mean of the classes' F1 = 2 hits / (labelled + answered)."""
    both = counts.sum(axis=0) + counts.sum(axis=1)
    return float((2 * counts.diagonal() / np.maximum(both, 1)).mean())


def calibration(confidence, right, bins=CALIBRATION_BINS):
    """Answers sorted into equally wide bins of confidence: mean confidence, accuracy, and faces.

    Empty bins are left out.
    """
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    return [
        {
            "confidence": float(confidence[place == each].mean()),
            "accuracy": float(right[place == each].mean()),
            "faces": int((place == each).sum()),
        }
        for each in np.unique(place)
    ]


def calibration_error(bins):
    """The expected calibration error (Naeini et al. 2015).

    That is the mean gap between confidence and accuracy over the bins, weighted by their size.
    """
    gaps = [abs(each["confidence"] - each["accuracy"]) for each in bins]
    return float(np.average(gaps, weights=[each["faces"] for each in bins]))


def surest(confidence, right, keep):
    """Whether the surest answers are right, the share `keep` (above 0, up to 1) of all."""
    kept = max(1, int(keep * len(right) + 0.5))
    return right[np.argsort(-confidence, kind="stable")[:kept]]


def risk_coverage(confidence, right, points=RISK_POINTS):
    """Accuracy (1 - risk) when only the surest are answered, at equal steps of coverage up to 1."""
    return [
        {
            "coverage": step / points,
            "accuracy": float(surest(confidence, right, step / points).mean()),
        }
        for step in range(1, points + 1)
    ]


def of_photos(labels, analyses):
    """The report on labelled photos; a face that was not found counts as a wrong answer.

    labels: N of EMOTIONS. analyses: N dictionaries, see `served.analyze`.
    """
    labels = np.array(labels)
    right = np.array([each["emotion"] for each in analyses]) == labels
    sure = np.array([each["status"] == "ready" for each in analyses], bool)
    return {
        "photos": len(labels),
        "faceFound": share([each["faces"] > 0 for each in analyses]),
        "accuracy": share(right),
        "sure": share(sure),
        "accuracyWhenSure": share(right[sure]),
        "byExpected": {name: share(right[labels == name]) for name in EMOTIONS if name in labels},
    }

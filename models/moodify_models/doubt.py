"""How much less a score is worth because of what the crop is like: blurred, faint, or covered.

Each measure of a crop has a value that nearly all clean crops exceed, and a weight. A crop below it
is doubted by

    doubt = sum of weight * log(below / measure)

and its probabilities move towards a guess: exp(-doubt) * p + (1 - exp(-doubt)) / 7. Which expression
is the likeliest stays, so a clean picture keeps its answer and a bad one becomes "not sure".
`libs/vision` does the same when it serves; a test of each holds both to `doubt_parity.json`.

    python -m moodify_models.doubt DIR     fits on PublicTest in DIR, writes models/expression/doubt.json
"""

import base64
import json
import sys
from pathlib import Path

import numpy as np

from moodify_models import SIDE, data, degrade, layouts, metrics
from moodify_models.measures import share
from moodify_models.served import description, models_folder, predict

SEED = 2013

SHARE_BELOW = 0.005
"""Of the clean crops, how many may be below a measure's bound."""

LEAST = 1e-6
"""A measure counts as no less: its logarithm is taken."""

EYES = (slice(14, 24), slice(6, 42))
MOUTH = (slice(33, 43), slice(14, 34))
"""Rows and columns of a crop, see `FaceAligner.Geometry`."""

SHOWN_BY = {
    "sharpness": ("blurred", "tiny"),
    "contrast": ("dark",),
    "mouth": ("mouth covered",),
    "eyes": ("eyes covered",),
}
"""Each measure, and the degraded copies that its weight is fitted on."""


def measure(pixels):
    """The measures of uint8 crops (N, 48, 48): each an array (N,), by its name in SHOWN_BY.

    sharpness: the variance of the Laplacian as a share of the greys' variance, so that light does not
    count; contrast: the greys' standard deviation; mouth, eyes: the variance of the greys there as a
    share of the whole crop's.
    """
    greys = pixels.astype(float)
    variance = np.maximum(greys.var((1, 2)), LEAST)
    inner = greys[:, 1:-1, 1:-1]
    around = greys[:, 1:-1, :-2] + greys[:, 1:-1, 2:] + greys[:, :-2, 1:-1] + greys[:, 2:, 1:-1]
    return {
        "sharpness": (around - 4 * inner).var((1, 2)) / variance,
        "contrast": np.sqrt(variance),
        "mouth": greys[:, *MOUTH].var((1, 2)) / variance,
        "eyes": greys[:, *EYES].var((1, 2)) / variance,
    }


def doubt(measures, rule):
    """The doubt (N,) in crops of these measures, 0 or more."""
    doubts = np.zeros(len(measures["contrast"]))
    for name, part in rule.items():
        short = np.log(part["below"] / np.maximum(measures[name], LEAST))
        doubts += part["weight"] * np.maximum(0, short)
    return doubts


def lowered(probabilities, doubts):
    """Probabilities (N, 7) after doubts (N,)."""
    trust = np.exp(-doubts)[:, None]
    return trust * probabilities + (1 - trust) / probabilities.shape[1]


class Copies:
    """The clean crops and their degraded copies, each with its measures and the model's scores."""

    def __init__(self, faces, ask=lambda pixels: predict(pixels, with_votes=False).probabilities):
        self.labels = faces.labels
        every = {"clean": faces.pixels, **degrade.copies(faces.pixels, SEED)}
        self.sets = {kind: (measure(pixels), ask(pixels)) for kind, pixels in every.items()}

    def answers(self, kind, rule, threshold):
        """Masks (N,): whether there is an answer under a rule, and whether it is right."""
        measures, probabilities = self.sets[kind]
        sure = lowered(probabilities, doubt(measures, rule)).max(1) >= threshold
        return sure, probabilities.argmax(1) == self.labels


def fit(copies, rows, threshold):
    """The rule for rows (a mask) of the copies.

    A weight is the smallest one with which, of the answers that are still given on the measure's own
    copies, no larger share is wrong than on clean crops.
    """
    sure, right = copies.answers("clean", {}, threshold)
    target = np.mean(~right[sure & rows])
    measures = copies.sets["clean"][0]
    rule = {}
    for name, kinds in SHOWN_BY.items():
        below = float(np.quantile(measures[name][rows], SHARE_BELOW))
        for weight in np.arange(0, 3, 0.01):
            part = {name: {"below": round(below, 4), "weight": round(float(weight), 2)}}
            answers = [copies.answers(kind, part, threshold) for kind in kinds]
            wrong = sum(np.sum(sure & ~right & rows) for sure, right in answers)
            given = sum(np.sum(sure & rows) for sure, _ in answers)
            if wrong <= target * given:
                break
        rule |= part
    return rule


def report(copies, rows, rule, threshold):
    """What the rule does on rows: by kind, shares of all crops before and after it."""
    kinds = {}
    for kind in copies.sets:
        right = copies.answers(kind, rule, threshold)[1][rows]
        before, after = (copies.answers(kind, r, threshold)[0][rows] for r in ({}, rule))
        kinds[kind] = {
            "answersChanged": share(before != after),
            "answered": {"before": share(before), "after": share(after)},
            "wrongOfAll": {"before": share(before & ~right), "after": share(after & ~right)},
            "wrongOfAnswered": {"before": share(~right[before]), "after": share(~right[after])},
        }
    return kinds


def parity(rule):
    """For tests of both languages: what the rule makes of each crop of `parity.json`."""
    cases = json.loads((models_folder() / "expression" / "parity.json").read_text())
    crops = [np.frombuffer(base64.b64decode(case["pixels"]), np.uint8) for case in cases]
    pixels = np.stack(crops).reshape(-1, SIDE, SIDE)
    every = np.concatenate([pixels, *degrade.copies(pixels, SEED).values()])
    measures = measure(every)
    doubts = doubt(measures, rule)
    return [
        {
            "pixels": base64.b64encode(every[i].tobytes()).decode(),
            "measures": {name: float(values[i]) for name, values in measures.items()},
            "doubt": float(doubts[i]),
        }
        for i in range(0, len(every), 5)
    ]


def main(folder):
    """Fits on the even rows of PublicTest and reports on the odd ones."""
    public = layouts.read(Path(folder)).part(data.PUBLIC_TEST)
    copies = Copies(public)
    threshold = description()["unsure"]["confidenceBelow"]
    is_fitted_on = np.arange(len(public)) % 2 == 0
    rule = fit(copies, is_fitted_on, threshold)
    target = models_folder() / "expression"
    metrics.save(target / "doubt.json", {"model": description()["version"], "measures": rule})
    metrics.save(target / "doubt_parity.json", parity(rule))
    path = models_folder() / "metrics.json"
    known = metrics.load(path, description()["version"])
    measured = metrics.rounded(report(copies, ~is_fitted_on, rule, threshold))
    metrics.save(path, {**known, "doubt": measured})
    print(metrics.to_json({"rule": rule, "report": measured}))


if __name__ == "__main__":
    main(sys.argv[1])

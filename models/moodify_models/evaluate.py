"""Judges the exported model on one split: the graph that is served, original and mirrored."""

import json
from pathlib import Path

import numpy as np

from moodify_models import EMOTIONS, data, layouts, metrics
from moodify_models.serving import Serving, sure

BINS = 15


def evaluate(data_folder, model_folder, split):
    """Returns the report on `split` ("PublicTest", ...) as `metrics.json` has it."""
    from moodify_models import savedmodel  # late: TensorFlow takes seconds to import

    faces = layouts.read(data_folder)
    copies = data.in_training(faces)[faces.split == data.SPLITS.index(split)]
    rows = faces.part(data.SPLITS.index(split))
    if len(rows) == 0:
        raise data.DataError(f"{data_folder} has no {split} rows.")
    if not (Path(model_folder) / "model.json").is_file():
        raise FileNotFoundError(f"There is no model in {model_folder}: export first.")
    description = json.loads((Path(model_folder) / "model.json").read_text())
    scores = savedmodel.Model(model_folder).scores(rows.pixels)
    return report(scores, rows.labels, copies, description, split)


def report(scores, labels, copies, description, split):
    """Everything measured on one split; `copies` marks rows identical to a Training image."""
    matrix = metrics.confusion(scores, labels)
    unsure = description["unsure"]
    rule = Serving(1.0, 1.0, unsure["confidenceBelow"], unsure["marginBelow"])
    kept = sure(scores, rule)
    return {
        "model": description["version"],
        "split": split,
        "views": "original + mirrored",
        "accuracy": {
            "official": share(scores.argmax(axis=1) == labels),
            "deduplicated": share((scores.argmax(axis=1) == labels)[~copies]),
        },
        "macroF1": round(metrics.macro_f1(matrix), 4),
        "recall": {
            emotion: share(scores.argmax(axis=1)[labels == index] == index)
            for index, emotion in enumerate(EMOTIONS)
        },
        "calibrationError": round(metrics.calibration_error(scores, labels, BINS), 4),
        "surest80": round(metrics.surest(scores, labels, 0.8), 4),
        "unsure": {
            **unsure,
            "coverage": round(float(kept.mean()), 4),
            "accuracyWhenSure": round(metrics.accuracy(scores[kept], labels[kept]), 4),
        },
        "confusion": {emotion: row for emotion, row in zip(EMOTIONS, matrix.tolist())},
    }


def share(hits):
    """A share with its 95 % Wilson interval and the count it rests on."""
    hits = np.asarray(hits)
    low, high = metrics.wilson(int(hits.sum()), len(hits))
    value = float(hits.mean()) if len(hits) else 0.0
    return {
        "value": round(value, 4),
        "low": round(low, 4),
        "high": round(high, 4),
        "count": len(hits),
    }


def table(result):
    """The report in a few lines for a person."""

    def percent(entry):
        return (
            f"{100 * entry['value']:.1f} % "
            f"({100 * entry['low']:.1f} to {100 * entry['high']:.1f}, {entry['count']} faces)"
        )

    lines = [
        f"{result['split']}, model {result['model']}, {result['views']}",
        f"  accuracy, official      {percent(result['accuracy']['official'])}",
        f"  accuracy, no duplicates {percent(result['accuracy']['deduplicated'])}",
        f"  macro-F1                {100 * result['macroF1']:.1f} %",
        f"  calibration error       {100 * result['calibrationError']:.1f} %",
        f"  surest 80 %             {100 * result['surest80']:.1f} %",
        f"  sure enough to answer   {100 * result['unsure']['coverage']:.1f} % of the faces, "
        f"right on {100 * result['unsure']['accuracyWhenSure']:.1f} % of them",
    ]
    lines += [f"  recall {name:8} {percent(entry)}" for name, entry in result["recall"].items()]
    return "\n".join(lines)

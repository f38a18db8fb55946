"""The model card says what was measured, and about the model that is shipped."""

import json

import pytest

from moodify_models import EMOTIONS
from moodify_models.__main__ import MODELS

CARD = (MODELS / "README.md").read_text()
METRICS = json.loads((MODELS / "metrics.json").read_text())


def percent(value):
    return f"{100 * value:.1f} %"


def test_the_figures_are_those_of_the_shipped_model_on_private_test():
    shipped = json.loads((MODELS / "expression" / "model.json").read_text())
    assert METRICS["model"] == shipped["version"]
    assert METRICS["split"] == "PrivateTest"
    assert METRICS["unsure"]["confidenceBelow"] == shipped["unsure"]["confidenceBelow"]
    assert METRICS["unsure"]["marginBelow"] == shipped["unsure"]["marginBelow"]


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("accuracy, official", METRICS["accuracy"]["official"]),
        ("accuracy, without copies of Training images", METRICS["accuracy"]["deduplicated"]),
        *((f"recall of {emotion}", METRICS["recall"][emotion]) for emotion in EMOTIONS),
    ],
)
def test_the_card_has_the_measured_figure_and_its_interval(name, entry):
    interval = f"{100 * entry['low']:.1f} to {100 * entry['high']:.1f}"
    assert f"| {name} | {percent(entry['value'])} | {interval} | {entry['count']} |" in CARD


def test_the_card_has_the_figures_without_an_interval():
    unsure = METRICS["unsure"]
    assert f"| macro-F1 | {percent(METRICS['macroF1'])} |" in CARD
    assert f"Calibration error (15 bins) {percent(METRICS['calibrationError'])};" in CARD
    assert f"surest 80 % of the faces {percent(METRICS['surest80'])}." in CARD
    assert f"answers on {percent(unsure['coverage'])} of the faces" in CARD
    assert f"right on {percent(unsure['accuracyWhenSure'])} of those" in CARD


def test_the_shipped_model_reaches_its_figure_on_the_real_data(real_data):
    """On 400 PrivateTest rows, spread evenly; the figure's share of them within four deviations."""
    from moodify_models import data, layouts, metrics, savedmodel

    rows = layouts.read(real_data).part(data.PRIVATE_TEST)
    rows = rows.rows(slice(None, None, len(rows) // 400))
    scores = savedmodel.Model(MODELS / "expression").scores(rows.pixels)
    expected = METRICS["accuracy"]["official"]["value"]
    deviation = (expected * (1 - expected) / len(rows)) ** 0.5
    assert abs(metrics.accuracy(scores, rows.labels) - expected) < 4 * deviation

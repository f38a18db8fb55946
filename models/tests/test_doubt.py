"""The rule of doubt: the same in both languages, and no change for clean pictures."""

import base64
import json

import numpy as np
import pytest

from moodify_models import ROOT, SIDE, degrade, doubt

FOLDER = ROOT / "models" / "expression"


@pytest.fixture
def rule():
    return json.loads((FOLDER / "doubt.json").read_text())["measures"]


def test_the_cases_that_java_is_held_to_are_those_of_the_rule(rule):
    cases = json.loads((FOLDER / "doubt_parity.json").read_text())
    crops = [np.frombuffer(base64.b64decode(case["pixels"]), np.uint8) for case in cases]
    measures = doubt.measure(np.stack(crops).reshape(-1, SIDE, SIDE))
    for name, values in measures.items():
        assert values == pytest.approx([case["measures"][name] for case in cases], abs=1e-9)
    assert doubt.doubt(measures, rule) == pytest.approx([case["doubt"] for case in cases], abs=1e-9)


def test_the_rule_is_of_the_model_that_is_served():
    card = json.loads((FOLDER / "model.json").read_text())
    assert json.loads((FOLDER / "doubt.json").read_text())["model"] == card["version"]


def test_doubt_moves_scores_towards_a_guess_and_keeps_the_likeliest():
    scores = np.array([[0.02, 0.01, 0.02, 0.9, 0.01, 0.02, 0.02]])
    assert doubt.lowered(scores, np.array([0.0])) == pytest.approx(scores)
    lowered = doubt.lowered(scores, np.array([1.0]))
    assert lowered.argmax() == 3
    assert lowered.max() < 0.5
    assert lowered.sum() == pytest.approx(1)


def test_copies_are_the_same_each_time_and_as_large(faces):
    first, second = (degrade.copies(faces.pixels, 7) for _ in range(2))
    assert set(first) == set(degrade.KINDS)
    for kind, pixels in first.items():
        assert pixels.shape == faces.pixels.shape
        assert pixels.dtype == np.uint8
        assert (pixels == second[kind]).all()
        assert (pixels != faces.pixels).any()


def test_blurring_takes_sharpness_and_darkness_contrast(faces):
    clean = doubt.measure(faces.pixels)
    worse = {kind: doubt.measure(p) for kind, p in degrade.copies(faces.pixels, 7).items()}
    assert (worse["blurred"]["sharpness"] < clean["sharpness"]).all()
    assert (worse["dark"]["contrast"] < clean["contrast"]).all()
    assert np.median(worse["mouth covered"]["mouth"]) < 0.2 * np.median(clean["mouth"])
    assert np.median(worse["eyes covered"]["eyes"]) < 0.2 * np.median(clean["eyes"])


def test_clean_faces_keep_their_answers_and_wrong_ones_on_bad_pictures_become_fewer():
    measured = json.loads((ROOT / "models" / "metrics.json").read_text())["doubt"]
    assert measured["clean"]["answersChanged"]["value"] <= 0.01
    for kind in degrade.KINDS:
        wrong = measured[kind]["wrongOfAll"]
        assert wrong["after"]["value"] < 0.7 * wrong["before"]["value"], kind

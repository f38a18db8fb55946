"""How a model is measured."""

import numpy as np
import pytest
from conftest import predicted

from moodify_models import EMOTIONS, measures

HAPPY_VOTES = [2, 8, 0, 0, 0, 0, 0, 0, 0, 0]
NO_MAJORITY = [5, 5, 0, 0, 0, 0, 0, 0, 0, 0]


@pytest.fixture
def twenty():
    """Eight right at 0.9, two wrong at 0.9, five right and five wrong at 0.5."""
    rows = []
    for i in range(10):
        rows.append(("happy", "happy" if i < 8 else "sad", 0.9))
        rows.append(("sad", "sad" if i < 5 else "fear", 0.5))
    return measures.of_crops(*predicted(*rows))


@pytest.fixture
def four():
    return measures.of_crops(
        *predicted(
            ("happy", "happy", 0.9, True, HAPPY_VOTES, 1),
            ("happy", "sad", 0.4, False, HAPPY_VOTES, 0),
            ("sad", "sad", 0.6, False, NO_MAJORITY, 5),
            ("angry", "angry", 0.45),
        )
    )


def share(hits, count):
    return measures.share([True] * hits + [False] * (count - hits))


@pytest.mark.parametrize(
    ("hits", "count", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (0, 20, 0, 0.1611)],  # Newcombe 1998, method 3, examples 1 and 3
)
def test_the_interval_is_wilsons(hits, count, low, high):
    assert share(hits, count) == pytest.approx(
        {"value": hits / count, "low": low, "high": high, "count": count}, abs=1e-4
    )


def test_none_of_few_begins_at_nothing_and_nothing_counted_claims_nothing():
    assert share(0, 20)["low"] == 0
    assert share(0, 0) == {"value": 0, "low": 0, "high": 1, "count": 0}


def test_confusion_counts_answers_by_label(twenty):
    assert list(twenty["confusion"]) == list(twenty["confusion"]["happy"]) == list(EMOTIONS)
    assert list(twenty["confusion"]["happy"].values()) == [0, 0, 0, 8, 2, 0, 0]
    assert list(twenty["confusion"]["sad"].values()) == [0, 0, 5, 0, 5, 0, 0]


def test_macro_f1_is_the_mean_over_all_seven_emotions(twenty):
    happy, sad = 2 * 8 / (10 + 8), 2 * 5 / (10 + 7)
    assert twenty["macroF1"] == pytest.approx((happy + sad) / 7, abs=1e-12)


def test_the_calibration_error_is_the_gap_between_confidence_and_accuracy(twenty):
    unsure, sure = twenty["calibration"]
    assert unsure["confidence"] == pytest.approx(0.5, abs=1e-12)
    assert sure["accuracy"] == pytest.approx(0.8, abs=1e-12) and sure["faces"] == 10
    assert twenty["calibrationError"] == pytest.approx(0.5 * 0 + 0.5 * 0.1, abs=1e-12)


def test_a_certain_answer_falls_into_the_last_bin():
    (only,) = measures.calibration(np.array([1.0]), np.array([True]))
    assert only["faces"] == 1


def test_the_surest_answers_are_right_more_often(twenty):
    curve = {point["coverage"]: point["accuracy"] for point in twenty["riskCoverage"]}
    assert curve[0.5] == pytest.approx(0.8, abs=1e-12)
    assert curve[1] == pytest.approx(0.65, abs=1e-12)
    assert twenty["surest80"]["count"] == 16


def test_the_risk_curve_has_equal_steps_and_ends_at_the_accuracy_on_all_faces():
    confidence, right = np.array([0.9, 0.8, 0.7, 0.6]), np.array([True, True, False, True])
    curve = measures.risk_coverage(confidence, right, points=4)
    assert [point["coverage"] for point in curve] == [0.25, 0.5, 0.75, 1.0]
    assert curve[3]["accuracy"] == pytest.approx(0.75)


def test_copies_of_training_images_are_left_out_of_the_deduplicated_accuracy(four):
    assert four["accuracy"]["official"] == share(3, 4)
    assert four["accuracy"]["deduplicated"] == share(2, 3)


def test_only_faces_with_a_majority_count_for_ferplus(four):
    assert four["accuracy"]["ferPlusMajority"] == share(1, 2)


def test_without_votes_ferplus_is_left_out():
    report = measures.of_crops(*predicted(("sad", "sad", 0.9)))
    assert "ferPlusMajority" not in report["accuracy"]


def test_the_unsure_rule_is_reported_as_it_works(four):
    assert four["unsure"] == {"coverage": share(2, 4), "accuracyWhenSure": share(2, 2)}


def test_recall_is_named_by_emotion_in_their_order(four):
    assert list(four["recall"]) == list(EMOTIONS)
    assert four["recall"]["happy"] == share(1, 2)
    assert four["confusion"]["happy"]["sad"] == 1


def test_the_sample_is_every_so_manieth_row(four):
    assert four["sample"] == {"every": 1, "faces": 4, "right": 3}
    rows = [("sad", "sad" if i % 3 == 0 else "fear", 0.9) for i in range(1000)]
    report = measures.of_crops(*predicted(*rows))
    assert report["sample"] == {"every": 3, "faces": 334, "right": 334}


def test_milliseconds_are_the_median_and_what_95_percent_stay_below():
    faces, copies, predictions = predicted(*[("sad", "sad", 0.9)] * 20)
    predictions.milliseconds[:] = np.arange(20)[::-1]
    report = measures.of_crops(faces, copies, predictions)
    assert report["millisecondsPerFace"] == {"median": 10, "p95": 19}


def test_a_photo_without_a_face_is_a_wrong_answer():
    report = measures.of_photos(
        ["happy", "sad", "sad"],
        [
            {"status": "ready", "faces": 1, "emotion": "happy"},
            {"status": "unsure", "faces": 2, "emotion": "sad"},
            {"status": "failed", "faces": 0, "emotion": None},
        ],
    )
    assert report["photos"] == 3 and report["faceFound"] == share(2, 3)
    assert report["accuracy"] == share(2, 3)
    assert report["sure"] == share(1, 3) and report["accuracyWhenSure"] == share(1, 1)
    assert report["byExpected"] == {"happy": share(1, 1), "sad": share(1, 2)}

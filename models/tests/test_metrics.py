"""Metrics against examples computed by hand."""

import numpy as np
import pytest

from moodify_models import metrics
from moodify_models.evaluate import report, table

FOUR = np.array([[0.9, 0.1, 0.0], [0.6, 0.4, 0.0], [0.2, 0.7, 0.1], [0.1, 0.1, 0.8]])
LABELS = np.array([0, 1, 1, 2])


def test_accuracy_is_the_share_of_right_answers():
    assert metrics.accuracy(FOUR, LABELS) == 0.75


def test_confusion_has_labels_in_rows_and_answers_in_columns():
    assert metrics.confusion(FOUR, LABELS).tolist() == [[1, 0, 0], [1, 1, 0], [0, 0, 1]]


def test_recall_is_per_label():
    assert metrics.recalls(metrics.confusion(FOUR, LABELS)).tolist() == [1.0, 0.5, 1.0]


def test_macro_f1_weighs_every_class_the_same():
    # F1: 2*1/(1+2) = 2/3, 2*1/(2+1) = 2/3, 2*1/(1+1) = 1
    assert metrics.macro_f1(metrics.confusion(FOUR, LABELS)) == pytest.approx(7 / 9)


def test_calibration_error_weighs_each_bin_by_its_size():
    # Two bins: nothing below 0.5; above it mean confidence 0.75, accuracy 0.75.
    assert metrics.calibration_error(FOUR, LABELS, bins=2) == pytest.approx(0.0)
    # Ten bins: |0.9-1|, |0.6-0|, |0.7-1|, |0.8-1|, each a quarter.
    assert metrics.calibration_error(FOUR, LABELS, bins=10) == pytest.approx(1.2 / 4)


def test_full_confidence_falls_into_the_last_bin():
    rows = np.array([[1.0, 0.0], [1.0, 0.0]])
    assert metrics.calibration_error(rows, np.array([0, 1])) == pytest.approx(0.5)


def test_the_wilson_interval_agrees_with_a_published_example():
    # Newcombe 1998, table I: 81 of 263.
    assert metrics.wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)
    low, high = metrics.wilson(0, 20)
    assert low == 0.0 and high == pytest.approx(0.1611, abs=1e-4)
    assert metrics.wilson(0, 0) == (0.0, 1.0)


def test_the_surest_are_those_with_the_highest_confidence():
    assert metrics.surest(FOUR, LABELS, 0.75) == 1.0  # the one wrong answer is the least sure
    assert metrics.surest(FOUR, LABELS, 1.0) == 0.75


def test_the_report_counts_duplicates_out():
    scores = np.eye(7)[[0, 1, 2, 3, 4, 5, 6, 0]]
    labels = np.array([0, 1, 2, 3, 4, 5, 6, 1])  # the last one is wrong
    description = {"version": "v", "unsure": {"confidenceBelow": 0.5, "marginBelow": 0.1}}
    copies = np.array([True] + [False] * 7)
    result = report(scores, labels, copies, description, "PublicTest")
    assert result["accuracy"]["official"]["value"] == pytest.approx(7 / 8)
    assert result["accuracy"]["deduplicated"] == {
        "value": pytest.approx(6 / 7, abs=1e-4),
        "low": pytest.approx(0.4869, abs=1e-4),
        "high": pytest.approx(0.9743, abs=1e-4),
        "count": 7,
    }
    assert result["recall"]["disgust"]["value"] == 0.5
    assert "87.5 %" in table(result)

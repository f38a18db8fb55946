"""The pictures of what was measured."""

import xml.etree.ElementTree as ElementTree

import numpy as np

from moodify_models import plots


def texts(figure):
    """All text of the picture, which must be well-formed XML."""
    root = ElementTree.fromstring(plots.svg(figure))
    return ["".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")]


def test_the_confusion_matrix_shows_shares_of_each_row_the_darker_the_larger():
    figure = plots.confusion("<Test>", {"a": {"a": 3, "b": 1}, "b": {"a": 0, "b": 0}})
    shown = texts(figure)
    assert {"75", "25", "a", "b"} <= set(shown)
    assert any(text.startswith("<Test>") for text in shown)
    (mesh,) = figure.axes[0].collections
    mesh.update_scalarmappable()
    first, second, third, _ = mesh.get_facecolors()
    assert first[0] < second[0]  # 75 % has less red, so is bluer, than 25 %
    assert third.tolist() == [1, 1, 1, 1]


def test_a_calibrated_bin_lies_on_the_diagonal_and_a_larger_one_has_a_larger_dot():
    bins = [
        {"confidence": 0.25, "accuracy": 0.25, "faces": 10},
        {"confidence": 0.75, "accuracy": 0.75, "faces": 40},
    ]
    axes = plots.reliability("Test", bins).axes[0]
    diagonal, (dots,) = axes.lines[0], axes.collections
    assert diagonal.get_linestyle() == "--"
    assert np.array_equal(diagonal.get_xdata(), diagonal.get_ydata())
    assert all(across == up for across, up in dots.get_offsets())
    small, large = dots.get_sizes()
    assert large > small


def test_the_risk_curve_shows_where_the_rule_stands():
    curve = [{"coverage": 0.5, "accuracy": 0.9}, {"coverage": 1, "accuracy": 0.7}]
    figure = plots.risk_coverage("Test", curve, (1, 0.7))
    line, rule = figure.axes[0].lines
    assert len(line.get_xydata()) == 2
    assert line.get_xydata()[1].tolist() == rule.get_xydata()[0].tolist()
    assert {'"not sure" rule', "60 %", "100 %"} <= set(texts(figure))


def test_each_way_of_learning_has_its_curve_and_its_band():
    points = [
        {"events": events, "mean": 0.4, "low": 0.38, "high": 0.42} for events in range(0, 66, 6)
    ]
    figure = plots.learning({"seeds": 2} | {name: points for name in plots.LEARNERS})
    (axes,) = figure.axes
    assert len(axes.lines) == len(axes.collections) == 4
    assert {"Moodify, 0.400", "no learning, 0.400", "events of feedback"} <= set(texts(figure))


def test_the_same_numbers_give_the_same_picture_with_a_title_for_who_cannot_see_it():
    first, second = (plots.svg(plots.confusion("Test", {"a": {"a": 1}})) for _ in range(2))
    assert first == second
    title = ElementTree.fromstring(first).find("{http://www.w3.org/2000/svg}title")
    assert title.text.startswith("Test")

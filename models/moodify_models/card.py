"""The tables made of `metrics.json`: in the model card, so nobody copies them, and on screen."""

import re

from moodify_models import SPLITS
from moodify_models.data import PRIVATE_TEST
from moodify_models.metrics import half_up


def percent(value):
    """Such as `70.9`."""
    return str(half_up(100 * value, 1))


def crop_rows(report):
    """Yields (name, share or text) of what a person wants to read in a report on crops."""
    accuracy = report["accuracy"]
    yield "accuracy, official", accuracy["official"]
    yield "accuracy, without copies of Training images", accuracy["deduplicated"]
    if "ferPlusMajority" in accuracy:
        yield "FER+ head: majority of 8 classes", accuracy["ferPlusMajority"]
    for emotion, recall in report["recall"].items():
        yield f"recall of {emotion}", recall
    yield "accuracy on the surest 80 %", report["surest80"]
    yield '"not sure" rule: faces that get an answer', report["unsure"]["coverage"]
    yield '"not sure" rule: answers that are right', report["unsure"]["accuracyWhenSure"]
    yield "macro-F1", f"{percent(report['macroF1'])} %"
    yield "expected calibration error, 15 bins", f"{percent(report['calibrationError'])} %"
    median = report["millisecondsPerFace"]["median"]
    yield "one face, one thread, median", f"{half_up(median, 1)} ms"


def photo_rows(report):
    """The same of a report on photos."""
    yield "face found", report["faceFound"]
    yield "right label", report["accuracy"]
    for emotion, accuracy in report["byExpected"].items():
        yield f"right label, {emotion}", accuracy
    yield '"not sure" rule: photos that get an answer', report["sure"]
    yield '"not sure" rule: answers that are right', report["accuracyWhenSure"]


def summary(title, rows):
    """Rows as lines for a person."""
    lines = [title]
    for name, value in rows:
        if isinstance(value, dict):
            low, high = percent(value["low"]), percent(value["high"])
            value = f"{percent(value['value']):>5} %  ({low} to {high}, of {value['count']})"
        lines.append(f"  {name:<45}{value:>7}")
    return "\n".join(lines)


def updated(text, metrics):
    """The text of a model card with the tables that these metrics give.

    They stand between the lines `<!-- figures: NAME -->` and `<!-- end -->`. What was not measured
    keeps its table.
    """
    name = SPLITS[PRIVATE_TEST]
    if name in metrics["splits"]:
        table = _table(crop_rows(metrics["splits"][name]), "faces")
        head = f"Model {metrics['model']}, original and mirrored.\n\n"
        text = _with_table(text, name, head + table)
    if "photos" in metrics:
        text = _with_table(text, "photos", _table(photo_rows(metrics["photos"]), "photos"))
    if "doubt" in metrics:
        text = _with_table(text, "doubt", _doubt_table(metrics["doubt"]))
    return text


def _doubt_table(kinds):
    """What the rule of doubt does: for each kind of picture, shares before and after it."""
    columns = {"answered": "get an answer", "wrongOfAll": "get a wrong one"}
    lines = [
        "| faces | " + " | ".join([*columns.values(), "wrong among answers"]) + " |",
        "|---|---|---|---|",
    ]
    for kind, report in kinds.items():
        shares = [report[name] for name in (*columns, "wrongOfAnswered")]
        cells = (
            f"{percent(one['before']['value'])} → {percent(one['after']['value'])} %"
            for one in shares
        )
        lines.append(f"| {kind} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _table(rows, counted):
    lines = [f"| | | 95 % interval | {counted} |", "|---|---|---|---|"]
    for name, value in rows:
        if isinstance(value, dict):
            low, high = percent(value["low"]), percent(value["high"])
            value = f"{percent(value['value'])} % | {low} to {high} | {value['count']}"
        else:
            value += " | |"
        lines.append(f"| {name} | {value} |")
    return "\n".join(lines) + "\n"


def _with_table(text, name, table):
    place = re.compile(f"(<!-- figures: {name} -->\n).*?(?=<!-- end -->)", re.DOTALL)
    return place.sub(lambda found: found[1] + table, text)

"""Pictures of what was measured. The same numbers give the same bytes, so a test can compare."""

from io import BytesIO

import matplotlib
import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

BLUE, RED, GREY = "#1e5096", "#b03030", "#d0d0d0"
FRONT = {"zorder": 3, "clip_on": False}

LEARNERS = {
    "moodify": ("Moodify", "#D55E00"),
    "none": ("no learning", "#0072B2"),
    "greedy": ("greedy", "#009E73"),
    "same_features": ("features the same for all", "#CC79A7"),
}
"""Ways of learning that `./moodify simulate` compares: their titles, and Okabe and Ito's colours,
which people who cannot see red or green can distinguish."""


def of_split(name, report):
    """Returns {name of a file: Figure} for the report on one split, see `measures.of_crops`."""
    unsure = report["unsure"]
    rule = (unsure["coverage"]["value"], unsure["accuracyWhenSure"]["value"])
    return {
        f"{name}-confusion.svg": confusion(name, report["confusion"]),
        f"{name}-reliability.svg": reliability(name, report["calibration"]),
        f"{name}-risk-coverage.svg": risk_coverage(name, report["riskCoverage"], rule),
    }


def svg(figure):
    """The bytes of an SVG file: text stays text, and there is no date and no chance in it."""
    settings = {
        "svg.fonttype": "none",
        "svg.hashsalt": "moodify",
        "font.sans-serif": ["DejaVu Sans"],
    }
    axes = figure.axes[0]
    title = ": ".join(filter(None, (axes.get_title(loc="left"), axes.get_ylabel())))
    title += f" by {axes.get_xlabel()}" if axes.get_xlabel() else ""
    with matplotlib.rc_context(settings):
        out = BytesIO()
        figure.savefig(out, format="svg", metadata={"Date": None, "Title": title})
    return out.getvalue()


def confusion(title, counts):
    """A table of squares, the darker the larger the share of the row: what is taken for what.

    counts: for each label, how many of its faces got which answer.
    """
    names = list(counts)
    table = np.array([list(answers.values()) for answers in counts.values()], float)
    shares = table / np.maximum(table.sum(axis=1, keepdims=True), 1)
    axes = _axes((5.6, 5.2), f"{title}: rows are labels, columns answers, %")
    blues = LinearSegmentedColormap.from_list("blues", ["#ffffff", BLUE])
    axes.pcolormesh(shares, cmap=blues, vmin=0, vmax=1, edgecolors="white", linewidth=1)
    for (row, column), share in np.ndenumerate(shares):
        colour = "white" if share > 0.5 else "black"
        place = {"ha": "center", "va": "center"}
        axes.text(column + 0.5, row + 0.5, f"{100 * share:.0f}", color=colour, **place)
    axes.set_xticks(np.arange(len(names)) + 0.5, names)
    axes.set_yticks(np.arange(len(names)) + 0.5, names)
    axes.tick_params(length=0, labeltop=True, labelbottom=False)
    axes.spines[:].set_visible(False)
    axes.invert_yaxis()
    return axes.figure


def reliability(title, bins):
    """How often answers of a confidence are right: on the diagonal, confidence is what it says.

    A dot for each bin, the larger the more faces it has.
    """
    axes = _shares(title, "confidence", "accuracy")
    confidence, accuracy, faces = (
        np.array([each[name] for each in bins]) for name in ("confidence", "accuracy", "faces")
    )
    axes.plot([0, 1], [0, 1], color="black", linewidth=1, linestyle="dashed")
    axes.plot(confidence, accuracy, color=BLUE, **FRONT)
    axes.scatter(confidence, accuracy, s=8 + 400 * faces / faces.max(), color=BLUE, **FRONT)
    return axes.figure


def risk_coverage(title, curve, rule):
    """How right the answers are if only the surest faces get one.

    rule: coverage and accuracy of the "not sure" rule.
    """
    worst = min(rule[1], *(point["accuracy"] for point in curve))
    lowest = max(0, np.floor(worst * 10 - 0.5) / 10)
    axes = _shares(title, "coverage: faces that get an answer", "accuracy = 1 - risk", lowest)
    axes.plot(
        [point["coverage"] for point in curve],
        [point["accuracy"] for point in curve],
        color=BLUE,
        **FRONT,
    )
    axes.plot(*rule, color=RED, marker="o", **FRONT)
    axes.annotate(
        '"not sure" rule', rule, (-8, -12), textcoords="offset points", ha="right", color=RED
    )
    return axes.figure


def learning(curves):
    """The like-rates that `./moodify simulate` measured, each with the band of its interval.

    curves: what it writes with --curves.
    """
    axes = _axes((7.2, 4.2), "like-rate of the top 15")
    for name, (title, colour) in LEARNERS.items():
        events, mean, low, high = (
            [point[key] for point in curves[name]] for key in ("events", "mean", "low", "high")
        )
        axes.plot(events, mean, color=colour, label=f"{title}, {mean[-1]:.3f}")
        axes.fill_between(events, low, high, color=colour, alpha=0.15, linewidth=0)
    axes.set(xlabel="events of feedback", ylim=(0.3, 0.7))
    axes.grid(axis="y", color=GREY)
    axes.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False, labelcolor="linecolor")
    return axes.figure


def training(history):
    """Loss and PublicTest accuracy over the epochs of a training's history."""
    figure = Figure((9, 3.5), layout="constrained")
    left, right = figure.subplots(1, 2)
    left.plot(
        [entry["epoch"] for entry in history], [entry["loss"] for entry in history], marker="."
    )
    left.set(title="Training loss (both heads)", xlabel="epoch")
    for name, title in (("labels", "FER-2013 labels"), ("votes", "FER+ majority")):
        watched = [entry for entry in history if name in entry]
        if watched:
            accuracy = [100 * entry[name] for entry in watched]
            right.plot([entry["epoch"] for entry in watched], accuracy, marker=".", label=title)
    right.set(title="PublicTest accuracy, %", xlabel="epoch")
    if right.lines:
        right.legend()
    return figure


def _axes(size, title):
    axes = Figure(size, layout="constrained").subplots()
    axes.set_title(title, loc="left", fontsize="medium")
    return axes


def _shares(title, across, up, lowest=0):
    """Axes from 0 to 1 across and from `lowest` to 1 upwards, in percent."""
    axes = _axes((4.2, 4.2), title)
    for axis, low in ((axes.xaxis, 0), (axes.yaxis, lowest)):
        axis.set_ticks(np.linspace(low, 1, 6))
        axis.set_major_formatter(lambda share, _: f"{100 * share:.0f} %")
    axes.set(xlabel=across, ylabel=up, xlim=(0, 1), ylim=(lowest, 1))
    axes.grid(color=GREY)
    return axes

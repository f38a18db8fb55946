"""What the code that serves, in Java, makes of faces: `./moodify predict` and `analyze` are asked.

Crops are handed over in one plain format, that of FER-2013's raw layout: a file of unsigned bytes,
48 rows of 48 grey values for each crop, one crop after the other. `predict` answers with a CSV
table, a row for each crop in their order: a probability for each emotion, whether the "not sure"
rule lets the answer through (`sure`), the milliseconds that the probabilities took, and with
`--votes` a probability for each expression of the FER+ head (`votes_neutral` and so on).
"""

import csv
import json
import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from moodify_models import EMOTIONS, ROOT, VOTES

PHOTOS_AT_ONCE = 1000
"""No more paths than these on one command line: systems limit its length."""


@dataclass(frozen=True)
class Predictions:
    """What is served for N crops, original and mirrored averaged.

    probabilities: (N, 7). sure: bool (N,), whether they are clear enough for an answer.
    milliseconds: (N,). votes: (N, 8), what the FER+ head says; None if it was not asked.
    """

    probabilities: np.ndarray
    sure: np.ndarray
    milliseconds: np.ndarray
    votes: np.ndarray | None = None


def models_folder():
    """The folder with the models that are served."""
    return Path(os.environ.get("MOODIFY_MODELS", ROOT / "models"))


def description():
    """The content of the served expression model's `model.json`."""
    return json.loads((models_folder() / "expression" / "model.json").read_text())


def predict(pixels, with_votes):
    """Predictions for uint8 crops (N, 48, 48); `with_votes` asks the FER+ head too."""
    with tempfile.NamedTemporaryFile(suffix=".u8") as file:
        file.write(np.ascontiguousarray(pixels, np.uint8).tobytes())
        file.flush()
        rows = list(csv.DictReader(_ask("predict", *["--votes"] * with_votes, file.name)))

    def columns(names):
        return np.array([[float(row[name]) for name in names] for row in rows])

    return Predictions(
        columns(EMOTIONS),
        np.array([row["sure"] == "true" for row in rows], bool),
        columns(["milliseconds"])[:, 0],
        columns([f"votes_{name}" for name in VOTES]) if with_votes else None,
    )


def analyze(photos):
    """Yields the analysis of each photo, as `./moodify analyze --json` prints it."""
    for start in range(0, len(photos), PHOTOS_AT_ONCE):
        paths = [str(path.resolve()) for path in photos[start : start + PHOTOS_AT_ONCE]]
        count = 0
        # Status 1 says that a photo could not be read; the analysis of that photo says so as well.
        for line in _ask("analyze", "--json", *paths, accepted=(0, 1)):
            count += 1
            yield json.loads(line)
        if count < len(paths):
            raise ChildProcessError(
                f"./moodify analyze ended after {count} of {len(paths)} photos."
            )


def _ask(command, *arguments, accepted=(0,)):
    """Yields the lines that a command of ./moodify prints; its progress goes to standard error."""
    with subprocess.Popen(
        [str(ROOT / "moodify"), command, *arguments], stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        yield from process.stdout
    if process.returncode not in accepted:
        raise ChildProcessError(f"./moodify {command} failed: the lines above say why.")

"""Reads the table that labels photos: a row for each, a column for the file, one for the label."""

from dataclasses import dataclass
from pathlib import Path

from moodify_models import EMOTIONS
from moodify_models.data import DataError
from moodify_models.table import records

FILE_COLUMNS = ("file", "photo", "image", "path", "filename", "name")
LABEL_COLUMNS = ("expected_emotion", "emotion", "label", "expression", "expected")

SYNONYMS = {
    "anger": "angry",
    "disgusted": "disgust",
    "fearful": "fear",
    "afraid": "fear",
    "happiness": "happy",
    "sadness": "sad",
    "surprised": "surprise",
}
"""Words of other data sets for our emotions."""


@dataclass(frozen=True)
class LabelledPhoto:
    """A file and the emotion, one of EMOTIONS, that its face is said to show."""

    path: Path
    label: str


def read_labels(table, folder):
    """Returns a LabelledPhoto for each row of a CSV table, in their order; at least one.

    table: with a column `file` (relative to `folder`) and one `expected_emotion`, or what others
    call these; other columns are left alone. Raises DataError with the line if it makes no sense.
    """
    if not folder.is_dir():
        raise DataError(f"{folder} is not a folder: give the photos' with --photos DIR.")
    if not table.is_file():
        raise DataError(f"There is no file {table}: name the table with --labels CSV.")
    rows = records(table)
    names = [name.lower() for name in next(rows, (1, []))[1]]
    file, label = _column(names, FILE_COLUMNS, table), _column(names, LABEL_COLUMNS, table)
    labelled = []
    for line, values in rows:
        if values:
            labelled.append(_photo(values, file, label, folder, f"{table}, line {line}: "))
    if not labelled:
        raise DataError(f"{table} labels no photo.")
    return labelled


def _column(names, wanted, table):
    for place, name in enumerate(names):
        if name in wanted:
            return place
    raise DataError(f'{table} has no column "{wanted[0]}", only {names}')


def _photo(values, file, label, folder, where):
    if len(values) <= max(file, label) or not values[file]:
        raise DataError(f"{where}the file or the label is missing.")
    word = values[label].lower()
    emotion = SYNONYMS.get(word, word)
    if emotion not in EMOTIONS:
        raise DataError(f'{where}"{word}" is none of {", ".join(EMOTIONS)}.')
    path = folder / values[file]
    if not path.is_file():
        raise DataError(f"{where}there is no photo {path}.")
    return LabelledPhoto(path, emotion)

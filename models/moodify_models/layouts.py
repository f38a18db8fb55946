"""Reads FER-2013 in the three layouts it is found in.

1. raw: `pixels_35887x48x48.u8` and its companions (any number of rows), row i the same face in all,
2. table: `fer2013.csv` (emotion, pixels, Usage), with FER+'s `fer2013new.csv` beside it if there,
3. folders: `train/<emotion>/*` and `test/<emotion>/*` of pictures, as on Kaggle.
"""

from pathlib import Path

import numpy as np
from PIL import Image

from moodify_models import EMOTIONS, SIDE, SPLITS
from moodify_models.data import (
    PRIVATE_TEST,
    PUBLIC_TEST,
    TRAINING,
    VOTE_COLUMNS,
    DataError,
    Faces,
    digest,
)
from moodify_models.progress import report, with_progress
from moodify_models.table import broken, records

PIXELS = "pixels_*x48x48.u8"
LABELS = "labels must be 0 (angry) to 6 (neutral)"
USAGES = "the usage must be 0 (Training) to 2 (PrivateTest)"


def read(folder):
    """Reads whichever layout `folder` holds; raises DataError if it holds none, or a broken one."""
    folder = Path(folder)
    if not folder.is_dir():
        raise DataError(f"{folder} is not a folder. Give FER-2013's folder with --data DIR.")
    if list(folder.glob(PIXELS)):
        faces = read_raw(folder)
    elif (folder / "fer2013.csv").is_file():
        faces = read_table(folder)
    elif (folder / "train").is_dir() and (folder / "test").is_dir():
        faces = read_folders(folder)
    else:
        raise DataError(
            f"{folder} holds no FER-2013: expected pixels_35887x48x48.u8, fer2013.csv, "
            "or train/<emotion>/ and test/<emotion>/. Give its folder with --data DIR."
        )
    if len(faces) == 0:
        raise DataError(f"{folder} holds no images. Give FER-2013's folder with --data DIR.")
    return faces


def read_raw(folder):
    """Layout 1. Rows marked 0 in `exact_*.u8` lose their votes: those may be another image's."""
    report(f"Reading the raw files in {folder}")
    first, pixels = _column(folder, PIXELS, SIDE, SIDE)

    def companion(pattern, *shape):
        path, values = _column(folder, pattern, *shape)
        if path and len(values) != len(pixels):
            raise _different(path, first, len(values), len(pixels))
        return path, values

    def numbers(pattern, limit, rule):
        path, values = companion(pattern)
        if path is None:
            raise DataError(f"{folder} has no {pattern}. It must lie beside {PIXELS}.")
        for row in np.flatnonzero(values >= limit):
            raise DataError(
                f"{path}, row {row}, is broken: it is {values[row]}, but {rule}. "
                "Copy the file anew."
            )
        return values

    labels = numbers("labels_*.u8", len(EMOTIONS), LABELS)
    split = numbers("usage_*.u8", len(SPLITS), USAGES)
    _, votes = companion("ferplus_votes_*x10.u8", VOTE_COLUMNS)
    if votes is not None:
        path, exact = companion("exact_*.u8")
        votes = votes if path is None else votes * (exact > 0)[:, None]
    return _faces(pixels, labels, split, votes)


def _column(folder, pattern, *shape):
    """The first file that matches, and all of it as rows of this shape; (None, None) without."""
    path = min(folder.glob(pattern), default=None)
    if path is None:
        return None, None
    values, width = np.fromfile(path, np.uint8), int(np.prod(shape))
    if values.size % width:
        raise DataError(
            f"{path} is cut off: its {values.size} bytes are no whole rows of {width}. "
            "Copy it anew."
        )
    return path, values.reshape(-1, *shape)


def _different(path, other, rows, expected):
    return DataError(
        f"{path} and {other.name} differ in their number of rows: {rows} and {expected}. "
        "Copy both anew."
    )


def read_table(folder):
    """Layout 2. `fer2013new.csv` has the same rows in the same order."""
    path, ferplus = folder / "fer2013.csv", folder / "fer2013new.csv"
    report(f"Reading {path}")
    pixels, labels, split = [], [], []
    rows = records(path)
    _, names = next(rows, (1, []))
    if not {"emotion", "pixels", "Usage"} <= set(names):
        raise DataError(
            f"{path} must have the columns emotion, pixels, Usage, named in its first line."
        )
    for line, values in with_progress(rows, f"Reading {path}"):
        row = dict(zip(names, values))
        try:
            pixels.append(_pixels(row["pixels"]))
            labels.append(_label(row["emotion"]))
            split.append(_split(row["Usage"]))
        except KeyError:
            raise broken(path, line, "it has fewer values than there are columns") from None
        except ValueError as problem:
            raise broken(path, line, problem) from None
    votes = _read_votes(ferplus) if ferplus.is_file() else None
    if votes is not None and len(votes) != len(labels):
        raise _different(ferplus, path, len(votes), len(labels))
    return _faces(pixels, labels, split, votes)


def _pixels(text):
    words = text.split()
    try:
        values = np.array(words, np.uint8)
    except (ValueError, OverflowError):
        wrong = next(word for word in words if not _is_number(word) or int(word) > 255)
        raise ValueError(f"the pixel {wrong} is no number from 0 to 255") from None
    if values.size != SIDE * SIDE:
        raise ValueError(f"it has {values.size} pixels, not {SIDE} x {SIDE}")
    return values.reshape(SIDE, SIDE)


def _label(text):
    if not _is_number(text) or int(text) >= len(EMOTIONS):
        raise ValueError(f"its label is {text}, but {LABELS}")
    return int(text)


def _split(text):
    if text not in SPLITS:
        raise ValueError(f"its usage is {text}, not {SPLITS[0]}, {SPLITS[1]} or {SPLITS[2]}")
    return SPLITS.index(text)


def _is_number(text):
    """Whether it is a number from 0 on."""
    return text.isascii() and text.isdigit()


def _read_votes(path):
    """FER+'s counts (N, 10): its table has two columns before them and a line of names."""
    report(f"Reading {path}")
    votes, rows = [], records(path)
    next(rows, None)
    for line, values in rows:
        counts = values[2:]
        if len(counts) != VOTE_COLUMNS:
            why = f"it has {len(values)} values, not a usage, a name and ten votes"
            raise broken(path, line, why)
        for count in counts:
            if not _is_number(count):
                raise broken(path, line, f"{count} is no number of votes")
        votes.append([int(count) for count in counts])
    return votes


def read_folders(folder):
    """Layout 3. A file name that begins with a split's name is of that split.

    Elsewhere `test` is PrivateTest, `validation` is PublicTest, and where nothing is PublicTest a
    tenth of `train`, chosen by the pictures' hashes, becomes it.
    """
    report(f"Reading the pictures in {folder}")
    default = {"train": TRAINING, "validation": PUBLIC_TEST, "test": PRIVATE_TEST}
    pixels, labels, split, named = [], [], [], []
    for path, label, usual in with_progress(list(_pictures(folder, default)), "Reading pictures"):
        named_split = [i for i, word in enumerate(SPLITS) if path.name.startswith(word)]
        pixels.append(_picture(path))
        labels.append(label)
        split.append(named_split[0] if named_split else usual)
        named.append(bool(named_split))
    split = np.array(split, np.uint8)
    if not (split == PUBLIC_TEST).any():
        tenth = np.array([digest(image)[0] < 26 for image in pixels], bool)
        split[tenth & ~np.array(named, bool) & (split == TRAINING)] = PUBLIC_TEST
    return _faces(pixels, labels, split, None)


def _pictures(folder, default):
    """Yields (path, label, split of its folder) of all files that are named as pictures."""
    for name, usual in default.items():
        for label, emotion in enumerate(EMOTIONS):
            for path in sorted((folder / name / emotion).glob("*")):
                if path.suffix.lower() in (".png", ".jpg", ".jpeg"):
                    yield path, label, usual


def _picture(path):
    try:
        with Image.open(path) as image:
            return np.asarray(image.convert("L").resize((SIDE, SIDE)))
    # Pillow raises the last two for some broken PNG files.
    except (OSError, ValueError, SyntaxError) as problem:
        raise DataError(
            f"{path} is no picture that can be read ({problem}). "
            "Replace it, or take it out of the folder."
        ) from problem


def _faces(pixels, labels, split, votes):
    if votes is None:
        votes = np.zeros((len(labels), VOTE_COLUMNS))
    return Faces(
        np.asarray(pixels, np.uint8),
        np.asarray(labels, np.int64).reshape(-1),
        np.asarray(split, np.uint8).reshape(-1),
        np.asarray(votes, np.float32),
    )

"""Reads FER-2013 in the three layouts it is found in.

1. raw: `pixels_35887x48x48.u8` and its companions (any number of rows),
2. table: `fer2013.csv` (emotion, pixels, Usage), with FER+'s `fer2013new.csv` beside it if there,
3. folders: `train/<emotion>/*` and `test/<emotion>/*` of pictures, as on Kaggle.
"""

import csv
from pathlib import Path

import numpy as np
from PIL import Image, UnidentifiedImageError

from moodify_models import EMOTIONS, SIDE
from moodify_models.data import (
    PRIVATE_TEST,
    PUBLIC_TEST,
    SPLITS,
    TRAINING,
    VOTE_COLUMNS,
    DataError,
    Faces,
    digest,
)
from moodify_models.progress import told


def read(folder):
    """Reads whichever layout `folder` holds; raises DataError if it holds none, or a broken one."""
    folder = Path(folder)
    if not folder.is_dir():
        raise DataError(f"{folder} is not a folder. Give FER-2013's folder with --data DIR.")
    if list(folder.glob("pixels_*x48x48.u8")):
        faces = read_raw(folder)
    elif (folder / "fer2013.csv").is_file():
        faces = read_table(folder)
    elif (folder / "train").is_dir() and (folder / "test").is_dir():
        faces = read_folders(folder)
    else:
        raise DataError(
            f"{folder} holds no FER-2013: expected pixels_35887x48x48.u8, fer2013.csv, "
            "or train/<emotion>/ and test/<emotion>/."
        )
    return _checked(faces, folder)


def read_raw(folder):
    """Layout 1. Rows marked 0 in `exact_*.u8` lose their votes: those may be another image's."""

    def column(pattern, *shape):
        found = sorted(folder.glob(pattern))
        if not found:
            return None
        values = np.fromfile(found[0], np.uint8)
        if values.size % int(np.prod(shape)):
            raise DataError(f"{found[0]} is cut off: it does not hold whole rows.")
        return values.reshape(-1, *shape)

    pixels = column("pixels_*x48x48.u8", SIDE, SIDE)
    labels, split = column("labels_*.u8"), column("usage_*.u8")
    if labels is None or split is None:
        raise DataError(f"{folder}: labels_*.u8 and usage_*.u8 must lie beside the pixels.")
    votes, exact = column("ferplus_votes_*x10.u8", VOTE_COLUMNS), column("exact_*.u8")
    if votes is not None and exact is not None:
        if len(votes) != len(exact):
            raise DataError(f"{folder}: its votes and exact_*.u8 differ in their number of rows.")
        votes = votes * exact[:, None]
    return _faces(pixels, labels, split, votes)


def read_table(folder):
    """Layout 2. `fer2013new.csv` has the same rows in the same order."""
    pixels, labels, split = [], [], []
    with open(folder / "fer2013.csv", newline="") as file:
        reader = csv.reader(file, strict=True)
        names = [name.strip() for name in next(reader, [])]
        if not {"emotion", "pixels", "Usage"} <= set(names):
            raise DataError(f"{folder}/fer2013.csv must have the columns emotion, pixels, Usage.")
        for values in told(_lines(reader, folder / "fer2013.csv"), "reading"):
            row = dict(zip(names, values))
            try:
                pixels.append(np.array(row["pixels"].split(), np.uint8).reshape(SIDE, SIDE))
                labels.append(int(row["emotion"]))
                split.append(SPLITS.index(row["Usage"].strip()))
            except (KeyError, ValueError, OverflowError) as problem:
                where = f"{folder}/fer2013.csv, line {reader.line_num}"
                raise DataError(f"{where} is broken: {problem}") from problem
    votes = None
    if (folder / "fer2013new.csv").is_file():
        votes = _read_votes(folder / "fer2013new.csv")
    return _faces(pixels, labels, split, votes)


def _read_votes(path):
    """FER+'s counts (N, 10): its table has two columns before them and a line of names."""
    votes = []
    with open(path, newline="") as file:
        reader = csv.reader(file, strict=True)
        next(reader, None)
        for row in _lines(reader, path):
            try:
                votes.append([int(value) for value in row[2:]])
            except ValueError as problem:
                raise DataError(f"{path}, line {reader.line_num} is broken: {problem}") from problem
            if len(votes[-1]) != VOTE_COLUMNS:
                raise DataError(f"{path}, line {reader.line_num} does not hold ten votes.")
    return votes


def _lines(reader, path):
    """Yields the lines of a CSV reader; one that cannot be taken apart is a DataError."""
    try:
        yield from reader
    except csv.Error as problem:
        raise DataError(f"{path}, line {reader.line_num} is broken: {problem}") from problem


def read_folders(folder):
    """Layout 3. A file name that begins with a split's name tells the split.

    Elsewhere `test` is PrivateTest, `validation` is PublicTest, and where nothing is PublicTest a
    tenth of `train`, chosen by the pictures' hashes, becomes it.
    """
    default = {"train": TRAINING, "validation": PUBLIC_TEST, "test": PRIVATE_TEST}
    pixels, labels, split, named = [], [], [], []
    for name, usual in default.items():
        for label, emotion in enumerate(EMOTIONS):
            for path in told(sorted((folder / name / emotion).glob("*")), "reading " + emotion):
                if path.suffix.lower() not in (".png", ".jpg", ".jpeg"):
                    continue
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


def _picture(path):
    try:
        with Image.open(path) as image:
            return np.asarray(image.convert("L").resize((SIDE, SIDE)))
    except (UnidentifiedImageError, OSError) as problem:
        raise DataError(f"{path} is no picture that can be read: {problem}") from problem


def _faces(pixels, labels, split, votes):
    if votes is None:
        votes = np.zeros((len(labels), VOTE_COLUMNS))
    return Faces(
        np.asarray(pixels, np.uint8),
        np.asarray(labels, np.int64).reshape(-1),
        np.asarray(split, np.uint8).reshape(-1),
        np.asarray(votes, np.float32),
    )


def _checked(faces, folder):
    if len(faces) == 0:
        raise DataError(f"{folder} holds no images.")
    if not len(faces.pixels) == len(faces.split) == len(faces.votes) == len(faces):
        raise DataError(f"{folder}: its files differ in their number of rows.")
    if faces.labels.max() >= len(EMOTIONS) or faces.labels.min() < 0:
        raise DataError(f"{folder}: labels must be 0 (angry) to 6 (neutral).")
    if faces.split.max() >= len(SPLITS):
        raise DataError(f"{folder}: the usage must be 0 (Training) to 2 (PrivateTest).")
    return faces
